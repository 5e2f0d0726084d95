/**
 * Sheets as they are asked for and as they come out: where each page's trim and art lie. Lengths in
 * pt from the sheet's top left as seen, y down.
 */
import type { Edges, Rect, Size } from '../../base/index.ts';
import type { Backing, SheetScheme } from './grid.ts';
import type { SheetSize } from './sheet-sizes.ts';

export interface SheetRequest {
  readonly scheme: SheetScheme;
  readonly sheet: SheetSize;
  readonly pages: number;
  /** Trim size of every page. */
  readonly trim: Size;
  /** How far each page's art runs beyond its trim. */
  readonly bleed: Edges;
  /** Unprinted leading edge in mm; null: 10 on offset sheets, 5 on digital ones. */
  readonly gripperMm: number | null;
  /** Between pages that are cut apart, in mm; null: both bleeds. */
  readonly gapMm: number | null;
  /** Creep of one sheet in pt: factor · caliper. */
  readonly creep: number;
  /** The same of a cover that lies around the pages and is not among them; absent: there is none. */
  readonly coverCreep?: number;
  readonly isOneSided: boolean;
  /** A scheme with a grid of its own is repeated as often as the sheet holds it. */
  readonly isRepeated: boolean;
  /** Folds across a page, from its trim's left edge: a folder's flat sides. */
  foldsOf?(page: number): readonly number[];
}

export interface SheetCell {
  readonly page: number;
  readonly isTurned: boolean;
  readonly column: number;
  readonly row: number;
  /** The page's trim box, moved against creep. */
  readonly trim: Rect;
  /** What of its art is printed: trim and bleed, up to the fold or half the way to its neighbour. */
  readonly clip: Rect;
}

export interface SheetSide {
  readonly cells: readonly SheetCell[];
  /** Folds: x of upright ones, y of level ones. */
  readonly foldsX: readonly number[];
  readonly foldsY: readonly number[];
  /** Of `foldsX`, those where pages meet without a gap: they are folded, never cut. */
  readonly spinesX: readonly number[];
}

export interface PressSheet {
  readonly front: SheetSide;
  /** Null: blank. */
  readonly back: SheetSide | null;
  readonly section: number | null;
}

export interface SheetPlan {
  readonly scheme: SheetScheme;
  readonly sheet: SheetSize;
  readonly size: Size;
  readonly backing: Backing;
  /** What stays unprinted at the sheet's edges. */
  readonly margins: Edges;
  readonly bleed: Edges;
  readonly pages: number;
  readonly columns: number;
  readonly rows: number;
  /** Largest shift against creep, in pt. */
  readonly creepTotal: number;
  readonly sheets: readonly PressSheet[];
}

export type SheetFault =
  | {
      readonly kind: 'page-count';
      readonly pages: number;
      readonly multipleOf: number;
    }
  | {
      readonly kind: 'does-not-fit';
      /** Trims, gaps and outer bleed of the least that goes on a sheet, in pt. */
      readonly needs: Size;
      /** Printable area of the sheet, laid across, in pt. */
      readonly room: Size;
      /** Name of the smallest sheet that holds it. */
      readonly smallest: string | null;
    };
