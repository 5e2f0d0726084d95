/**
 * A page as it is delivered: the flat side of a folder, or one page of a booklet. Coordinates are
 * pt from the trim box's top left, y down; bleed and slug lie outside it.
 */
import type { Edges } from '../base/index.ts';
import type { DisplayItem } from '../display/index.ts';

export interface FlatPage<C> {
  /** `outside`, `inside`, or the page's name or number. */
  readonly name: string;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly bleed: Edges;
  /** Room outside the bleed for printer's marks; zero when there are none. */
  readonly slug: Edges;
  readonly items: readonly DisplayItem<C>[];
}
