/**
 * What an imposition scheme says: which page stands in which cell of a sheet, and what lies
 * between the cells. A grid knows no sizes but those of its gaps; lengths are pt. Both sides are
 * drawn upright as seen; the back is the sheet turned about its vertical axis, unless the scheme
 * tumbles it about the horizontal one.
 */
import type { Message } from '../../base/index.ts';

export interface GridCell {
  /** From 1. */
  readonly page: number;
  /** Head down. */
  readonly isTurned: boolean;
  /** How far its art is moved to the right against creep; negative: to the left. */
  readonly shift: number;
}

/** Room between neighbouring columns or rows. */
export interface Gap {
  readonly size: number;
  /** A fold runs through its middle; else it is cut out. */
  readonly isFold: boolean;
}

export type GridSide = readonly (readonly (GridCell | null)[])[];

export interface Grid {
  /** Rows from the top, cells from the left. */
  readonly front: GridSide;
  /** Null where the back stays blank. */
  readonly back: GridSide | null;
  /** Between columns as seen on the front, and between rows. */
  readonly columnGaps: readonly Gap[];
  readonly rowGaps: readonly Gap[];
  /** Collation mark on the spine: the section's place among the sections, from 0. */
  readonly section: number | null;
}

/** How the press brings the back to the paper. */
export type Backing = 'one-sided' | 'sheetwise' | 'work-and-turn' | 'work-and-tumble';

/** What a scheme is told. */
export interface SchemeInput {
  readonly pages: number;
  /** Cells that go on a sheet: schemes whose grid is their own ignore it. */
  readonly columns: number;
  readonly rows: number;
  /** Creep of one sheet: f · t, in pt. */
  readonly creep: number;
  /** What a cover around all sheets adds to that; 0 where there is none. */
  readonly coverCreep: number;
  /** What is cut off each page at the head, the fore edge and the milled spine, in pt. */
  readonly headTrim: number;
  readonly foreTrim: number;
  readonly milling: number;
  /** Between pages that are cut apart. */
  readonly cutGap: number;
  readonly isOneSided: boolean;
}

export interface SheetScheme {
  readonly id: string;
  readonly name: Message;
  /** Its own grid, or null: as many cells as the sheet holds. */
  readonly cells: { readonly columns: number; readonly rows: number } | null;
  /** The page count must be a multiple of this. */
  multipleOf(isOneSided: boolean): number;
  /** Cells across and down come in multiples of these. */
  readonly columnsBy: number;
  readonly rowsBy: number;
  backing(isOneSided: boolean): Backing;
  /** Gaps by place, for a grid of that many columns and rows. */
  gaps(input: SchemeInput): Pick<Grid, 'columnGaps' | 'rowGaps'>;
  /** The sheets, outermost or first first. */
  sheets(input: SchemeInput): readonly Grid[];
  readonly source: string;
}

/** `count` gaps of one kind. */
export function equalGaps(count: number, gap: Gap): readonly Gap[] {
  return Array.from({ length: Math.max(0, count) }, () => gap);
}
