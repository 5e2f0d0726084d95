/**
 * Finished pieces of boxes. Positions are of the border box's top left, relative to the parent
 * fragment's border box, in pt, y down. Never changed after they are returned.
 */
import type { Edges, Rect, Span } from '../base/index.ts';
import type { ElementNode, Picture, TextPiece } from '../input/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { GlyphRun, LineSource } from '../text/index.ts';
import type { Box } from './box.ts';

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box, or a slice of one that was broken over lines, columns or pages. */
export interface BoxFragment extends Placed {
  readonly kind: 'box';
  readonly style: ComputedStyle;
  /** Null for anonymous boxes. */
  readonly element: ElementNode | null;
  /** Used widths. A side that a break cut away is 0. */
  readonly border: Edges;
  readonly padding: Edges;
  readonly children: readonly Fragment[];
  /** Distance of the first and last baselines from the fragment's top; null without lines. */
  readonly firstBaseline: number | null;
  readonly lastBaseline: number | null;
  /** For pictures: what is drawn and the object's rectangle, relative to the border box. */
  readonly picture: { readonly picture: Picture; readonly objectRect: Rect } | null;
  /** True where the height was set (not `auto`), or it is a page: text may not run out of it. */
  /** It stands on another page already: a reader is told of it there. */
  readonly isRepeated?: true;
  readonly frame: boolean;
  readonly legend?: LegendPlace;
  /** A list item's marker outside: what is drawn along its words does not reach it. */
  readonly isMarker?: true;
  /** Of a piece of a box that columns or pages cut, where its decoration is not cloned. */
  readonly cut?: PieceOf;
  /** Of a piece of an inline box: the sides at which it goes on in another line. */
  readonly broken?: Sides;
  /** Of rows, columns and their groups: the cells that their background shows behind, from the border box. */
  readonly cells?: readonly Rect[];
  /** Columns stand beside it that it had no room for (css-multicol-1 §8.2). */
  readonly hasOverflowColumns?: true;
  /** Of a column whose container is cut by columns around it. */
  readonly column?: ColumnOf;
}

/** Where a column stands in a container that columns around it cut. */
export interface ColumnOf {
  readonly container: Box;
  /** One for each piece of the container. */
  readonly piece: object;
  /** Of all rows of columns in the piece. */
  readonly row: number;
  readonly index: number;
  /** How high it may be. */
  readonly room: number;
  /** From the start of a column to that of the next. */
  readonly stride: number;
}

export interface Sides {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

/** What a piece knows of the whole box (css-break-3 §5.4: `slice`). */
export interface PieceOf {
  /** Height of the pieces before it. */
  readonly above: number;
  /** Others come after it. */
  readonly goesOn: boolean;
  /** All edges of the box. */
  readonly border: Edges;
  readonly padding: Edges;
}

/** Where the legend of a `fieldset` is, relative to the border box. */
export interface LegendPlace extends Placed {
  /** From the edges of the box to those of its frame, which begins at the border under the legend. */
  readonly inset: Edges;
  /** Widths of the border as it is drawn. */
  readonly border: Edges;
}

export interface LineFragment extends Placed {
  readonly kind: 'line';
  /** From the line's top. */
  readonly baseline: number;
  readonly children: readonly (TextFragment | BoxFragment)[];
  readonly ratio: number;
  readonly wordSpace: number;
  /** What its paragraph was broken from, and which of its lines it is; null for a line of no paragraph. */
  readonly source: LineSource | null;
  readonly index: number;
  readonly overfull: boolean;
  readonly hyphenated: boolean;
  readonly last: boolean;
}

/** Glyphs of one style in a line. `y` is the top of the em box; the baseline is `y + baseline`. */
export interface TextFragment extends Placed {
  readonly kind: 'text';
  readonly run: GlyphRun;
  readonly baseline: number;
  readonly style: ComputedStyle;
  readonly text: string;
  readonly hyphenated: boolean;
  readonly span?: Span;
  readonly field?: string;
  /** What of the document's words this is; absent for generated ones. */
  readonly words?: { readonly piece: TextPiece; readonly offset: number };
  /** Dots that fill a line. */
  readonly isLeader?: boolean;
  /** The footnote whose number this is, where it is called. */
  readonly calls?: ElementNode;
  /** The letters lie on their side, a quarter turn clockwise: the baseline is right of the left edge. */
  readonly isOnSide?: boolean;
}

export type Fragment = BoxFragment | LineFragment | TextFragment;
