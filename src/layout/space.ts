/**
 * What a layout algorithm is given and what it hands back. Algorithms do not know each other:
 * they lay out children through `LayoutContext`, which `dispatch.ts` fills.
 */
import type { Context, Point, Rect, Size } from '../base/index.ts';
import type { StyledDocument } from '../style/index.ts';
import type { IntrinsicWidths, OwnWords, Paragraphs } from '../text/index.ts';
import type { AlphaPictures, GradientAlpha } from './alpha-rows.ts';
import type { Box, InlineHolder, LinesBox } from './box.ts';
import type { Appeal, BreakPlace, EarlyBreak, Strain } from './break-appeal.ts';
import type { Exclusions } from './exclusions.ts';
import type { FontSet } from './font-set.ts';
import type { BoxFragment, ColumnOf, LineFragment } from './fragment.ts';
import type { NamedLines } from './grid/grid-lines.ts';
import type { RowBaselines } from './grid/row-baselines.ts';
import type { TrackPlace } from './grid/tracks.ts';
import type { LineGrid } from './line-grid.ts';
import type { MarginStrut } from './margin.ts';
import type { RunTables } from './per-run.ts';
import type { TextTrim } from './text-box.ts';

/** Where content may be broken: into columns or pages. */
export interface Fragmentainer {
  readonly kind: 'page' | 'column';
  /** From the box's top border edge to the end of the column or page. */
  readonly room: number;
  /** Height of the whole column or page. */
  readonly size: number;
  /** The box begins where the column or page does: a break before it would get nowhere. */
  readonly atTop: boolean;
  /** The page name that `page: auto` stands for here. */
  readonly page: string;
  /** A column on a page: what asks for another page ends both. */
  readonly isOnPage?: boolean | undefined;
  /** Positioned boxes wait until all columns of their containing block are known. */
  readonly holdsPositioned?: boolean | undefined;
}

/** The same column or page from further down; `page` where it has another name there. */
export function fragmentainerFrom(
  { kind, size, page: around, isOnPage, holdsPositioned }: Fragmentainer,
  room: number,
  atTop: boolean,
  page = around,
): Fragmentainer {
  return { kind, room, size, atTop, page, isOnPage, holdsPositioned };
}

export type SharedMargins = 'top' | 'bottom' | 'both';

export interface Space {
  /** Width of the containing block's content box. */
  readonly width: number;
  /** Its height, for percentages; null when indefinite. */
  readonly height: number | null;
  /** Border-box size that the parent's algorithm has decided; null: the box decides. */
  readonly fixedWidth: number | null;
  readonly fixedHeight: number | null;
  /** `fixedHeight` is a size but no definite one: percentages of it are `auto`. */
  readonly isHeightIndefinite?: true;
  /** `fixedHeight` is the least: what breaks cost the content makes a stretched item higher. */
  readonly isHeightLeast?: boolean;
  /** Room for lines across those around where no height says it: the containing block's limit. */
  readonly mostHeight?: number | undefined;
  /** Margins that may be the containing block's too: what stretches down counts them as nothing. */
  readonly sharedMargins?: SharedMargins | undefined;
  /** Null: the content may not be broken here. */
  readonly fragmentainer: Fragmentainer | null;
  /** Where to go on; null: from the beginning. */
  readonly resume: Rest | null;
  /** Where to break, since no better place was found further on. */
  readonly breakAt?: BreakPlace | undefined;
  /** Floats around the box; none where its formatting context has no floats. */
  readonly floats?: FloatSpace | undefined;
  /** The baseline grid, as seen from the top border edge; for lines, from the first one's top. */
  readonly grid?: LineGrid | undefined;
  /** How the first and last lines are trimmed for the box around. */
  readonly trim?: TextTrim | undefined;
  /** What is positioned in the box waits on: it is about to be cut. */
  readonly keepsWaiting?: true;
  /** For a grid that is a subgrid of the one around it. */
  readonly subgrid?: SubgridSpace | undefined;
}

/** Tracks that a subgrid takes from its parent (css-grid-2 §9); null along an axis of its own. */
export interface SubgridSpace {
  readonly columns: SubgridAxis | null;
  readonly rows: SubgridAxis | null;
  /** Two that are laid out alike have the same. */
  readonly key: string;
}

export interface SubgridAxis {
  readonly lines: NamedLines;
  /** The parent's gap. */
  readonly gap: number;
  /** From the subgrid's content edge. */
  readonly tracks: readonly TrackPlace[];
  readonly baselines: RowBaselines;
}

/** Floats of a block formatting context, and where in it something stands. */
export interface FloatSpace {
  readonly exclusions: Exclusions;
  /** Left of the content box around it. */
  readonly x: number;
  /** Top of its border box; for lines, of the first one. */
  readonly y: number;
}

/** A float, or what is left of one, that waits for the next column or page. */
export interface WaitingFloat {
  readonly box: Box;
  /** Where it goes on; null: from its beginning. */
  readonly resume: Rest | null;
  /** How much more room it would have needed here. */
  readonly shortage: number;
  readonly appeal: Appeal;
}

/**
 * A flow that goes on in the next column or page while what follows it in its container does so from
 * where it ends here (css-break-3 §2: parallel fragmentation flows): a float, or what runs out of a
 * box that has ended.
 */
export interface ParallelFlow {
  /** Index of the child that it goes on in, or whose words it floats among. */
  readonly index: number;
  /** The float among the words. */
  readonly among?: Box;
  /** Where the child or the float goes on; null: from its beginning. */
  readonly resume: Rest | null;
  readonly appeal: Appeal;
  readonly shortage: number;
}

export type PageSide = 'left' | 'right';

/** A place in a paragraph's words. */
export interface TextPosition {
  /** Index of the paragraph's item. */
  readonly item: number;
  /** UTF-16 offset into its text. */
  readonly offset: number;
}

/** Lines that were broken together, from a place in the words on. */
export interface BrokenFrom {
  /** Null: from the paragraph's beginning. */
  readonly start: TextPosition | null;
  /** Null where floats gave each line its own. */
  readonly width: number | null;
  /** Where the next line begins: for lines that must be broken anew. */
  readonly next: TextPosition;
}

/** The point to resume a box from, after a break inside it. */
export interface Rest {
  /** Index of the child to go on with. */
  readonly index: number;
  /** Where to go on inside that child; null: from its beginning. */
  readonly child: Rest | null;
  /** In a `lines` box: the first line not yet placed. */
  readonly line: number;
  /** Height of the fragments so far. */
  readonly consumed: number;
  /** The break was asked for (`break-before`, a change of page name). */
  readonly forced: boolean;
  /** It was asked for in columns, and ends the page that they are on. */
  readonly endsPage?: true;
  /** The side of the spread the next page has to be on (`break-before: right`); null: either. */
  readonly side: PageSide | null;
  /** Which rules the break goes against. */
  readonly appeal: Appeal;
  /** How much more room would have held at least something more; ∞ where that is not known. */
  readonly shortage: number;
  /** In a `lines` box: what `line` counts. */
  readonly text?: BrokenFrom;
  /** In a row whose items are broken beside each other: where each goes on; null: it has ended. */
  readonly beside?: readonly (Rest | null)[];
  /** What comes first in the next column or page, in order, beside what follows there. */
  readonly parallel?: readonly ParallelFlow[];
  /** Before or in a box that spans columns: where their content stands, at that box. */
  readonly columns?: Rest;
  /** In columns of set height: how much of the row that goes on stands before. */
  readonly rowAbove?: number;
  /** The box has ended: what goes on runs out of it, or floats, and its siblings do not wait for it. */
  readonly ended?: true;
}

/** A box that waits for its containing block. */
export interface OutOfFlow {
  readonly box: Box;
  /** Where it would stand in normal flow, relative to the fragment it was found in. */
  readonly position: Point;
  /** Index of the fragment's child after which it comes in painting order. */
  readonly after: number;
  /** How the static position holds the box (css-flexbox-1 §4.1): which fraction of it is before the point. */
  readonly hold: Point;
  /**
   * The grid area that stands for the padding box of `block`, where that is the containing block
   * (css-grid-2 §9.1); in its border box's coordinates.
   */
  readonly area?: { readonly block: Box; readonly rect: Rect };
  /** Its containing block, where columns may cut that; see `positioned-in-columns.ts`. */
  readonly holder?: Holder;
  /** The inline box that it is in, if that is positioned, until its block is known. */
  readonly heldBy?: InlineHolder | undefined;
}

/** A containing block in columns, and the waiting box's place in the slice of it that it was found in. */
export interface Holder {
  readonly block: Box;
  /** Static position, from the slice's top left. */
  readonly position: Point;
  /** Index of the slice's child after which it comes in painting order. */
  readonly after: number;
  /** The column that it was found in, where that is one of a container that columns cut. */
  readonly within?: ColumnOf;
}

export interface Laid {
  /** At 0,0: the parent places it. */
  readonly fragment: BoxFragment;
  readonly rest: Rest | null;
  /** Margins that may collapse with the neighbours' (CSS 2 §8.3.1). */
  readonly marginTop: MarginStrut;
  readonly marginBottom: MarginStrut;
  /** No height, border or padding: the top and bottom margins are one. */
  readonly through: boolean;
  readonly outOfFlow: readonly OutOfFlow[];
  /** Those of the formatting context after the box; only where it shares them. */
  readonly floats?: Exclusions | undefined;
  /** Where it could be broken, when it is whole. */
  readonly early?: EarlyBreak | null | undefined;
  /** Of columns in it. */
  readonly strain?: Strain | undefined;
}

export interface LaidLines {
  /** One below the other, the first at y 0. */
  readonly lines: readonly LineFragment[];
  /** Floats that stood among the words; relative to the first line's top. */
  readonly floating: readonly BoxFragment[];
  readonly height: number;
  readonly rest: Rest | null;
  readonly outOfFlow: readonly OutOfFlow[];
  readonly floats?: Exclusions | undefined;
  /** Floats among the words that wait for the next column or page. */
  readonly waiting?: readonly WaitingFloat[];
  /** Floats hold the first line down. */
  readonly isPushed?: boolean;
  readonly early?: EarlyBreak | null | undefined;
}

/**
 * `exact`: as the font says, for print. `css-px`: rounded to whole CSS px, as all browsers do, so
 * that lines, baselines and what stands on them are where a browser has them. Ragged lines are
 * broken as browsers break them, too, unless the sheet says otherwise.
 */
export type LineMetrics = 'exact' | 'css-px';

/** What is known of heights while widths are measured: a width may follow from one by a ratio. */
export interface KnownHeights {
  /** Of the containing block's content box, for percentages; null when indefinite. */
  readonly around: number | null;
  /** Of the border box, where the parent's algorithm has decided it. */
  readonly fixed: number | null;
}

export const unknownHeights: KnownHeights = { around: null, fixed: null };

export interface LayoutContext extends Context, RunTables {
  readonly styled: StyledDocument;
  readonly fonts: FontSet;
  /** Divisions that the project gives its words itself. */
  readonly ownWords: OwnWords;
  /** Sets words in columns; may know them from the last run. */
  readonly paragraphs: Paragraphs;
  /** How a font's ascent and descent count in lines; see `LineMetrics`. */
  readonly lineMetrics: LineMetrics;
  /** Of pictures that words run round. */
  readonly alphaPictures: AlphaPictures;
  readonly gradientAlpha: GradientAlpha;
  /** Some box shows a named flow. */
  readonly hasRegions: boolean;
  /** The first page's area: room for lines that stand across those around them. */
  readonly firstArea: () => Size;
  /** Lays out any box but a `lines` box. */
  layoutChild(box: Box, space: Space): Laid;
  layoutLines(box: LinesBox, space: Space): LaidLines;
  /** Widths of the border box on its own, margins left out (css-sizing-3 §5). */
  measureChild(box: Box, heights?: KnownHeights): IntrinsicWidths;
}

/** Space with nothing decided and nothing broken. */
export function openSpace(width: number, height: number | null): Space {
  return {
    width,
    height,
    fixedWidth: null,
    fixedHeight: null,
    fragmentainer: null,
    resume: null,
  };
}

/** Space in which the border box has a width that was decided outside. */
export function fixedSpace(
  width: number,
  height: number | null,
  fixedWidth: number | null,
  fixedHeight: number | null,
  grid?: LineGrid,
): Space {
  return { width, height, fixedWidth, fixedHeight, fragmentainer: null, resume: null, grid };
}

/** Lengths that differ by less are the same: far below what any device shows (0.0004 mm). */
export const epsilon = 0.001;
