/**
 * The formatting tree: what `generateBoxes` makes of styled elements, before any size is known.
 *
 * Block-level: stands below its sibling. Block container: holds either block-level boxes or one
 * inline formatting context (a `lines` box), never both: where a document mixes them, the inline
 * part is a `lines` box among the blocks (what CSS calls an anonymous block box, CSS 2 §9.2.1.1).
 * Atom: a box that stands in a line like one big glyph (inline-block, picture).
 */
import type { Span } from '../base/index.ts';
import type { ElementNode, Picture, TextPiece } from '../input/index.ts';
import type { ComputedStyle, ContentItem } from '../style/index.ts';
import type { StandIn } from './stand-ins.ts';
import type { TableBox } from './table/table-box.ts';
import type { Turn } from './turn.ts';

interface BoxBase {
  readonly style: ComputedStyle;
  /** Null for anonymous boxes and for `::before`, `::after`, `::marker`. */
  readonly element: ElementNode | null;
  /** BCP 47, from the nearest `lang`. */
  readonly language: string;
  /** The element, or for a pseudo-element the one it belongs to: for messages. */
  readonly owner: ElementNode | null;
  /** Its writing is not that of the box around it; `style` is in the coordinates around it. */
  readonly turn?: Turn;
  /** It spans the columns whose content it stands in. */
  readonly spansColumns?: true;
  /** Where it stands in inline boxes that are positioned. */
  readonly heldBy?: InlineHolder;
}

/** A positioned inline box around a box: the containing block of what is positioned in there (CSS 2 §10.1). */
export interface InlineHolder {
  readonly edge: Pick<InlineEdge, 'style' | 'element'>;
  /** Inline boxes that its place in flow moves with, which no fragment around it tells. */
  readonly movedBy: readonly ComputedStyle[];
}

export interface Container extends BoxBase {
  readonly children: readonly Box[];
  /** An item of a flex or grid container, or an atom: its margins never collapse with others'. */
  readonly independent: boolean;
  /** Of a `fieldset`; it is none of the children. */
  readonly legend?: Box;
}

/** A block container in normal flow; `list-item` and `flow-root` too. */
export interface BlockBox extends Container {
  readonly kind: 'block';
  /** The list item's number or bullet, when it stands outside. */
  readonly marker: BlockBox | null;
}

/** A block container whose content, one anonymous block, flows through columns (css-multicol-1). */
export interface ColumnsBox extends Container {
  readonly kind: 'columns';
}

/** A flex container; children are its items, in document order. */
export interface FlexBox extends Container {
  readonly kind: 'flex';
}

/** A grid container; children are its items, in document order. */
export interface GridBox extends Container {
  readonly kind: 'grid';
  /** The style whose limits repeated tracks fill, in a box that is measured without them. */
  readonly limits?: ComputedStyle;
}

/** A replaced box: a bitmap or vector picture. */
export interface PictureBox extends BoxBase {
  readonly kind: 'picture';
  /** Null where the file is missing (reported when pictures were read): set as an empty box. */
  readonly picture: Picture | null;
  /** The size of content that is not shown. */
  readonly standIn?: StandIn;
}

/** An inline formatting context: everything between two block-level boxes. */
export interface LinesBox extends BoxBase {
  readonly kind: 'lines';
  readonly content: readonly InlineContent[];
  /** The same words as they are on the first line, in one inline box; only with `::first-line`. */
  readonly firstLine?: LinesBox;
  /** Where that line ends in the words, once it is known. */
  readonly firstLineEnd?: number;
}

/** Which words a stretch of a text is from; `start` and `end` are offsets into the text as set. */
export interface TextOrigin {
  readonly start: number;
  readonly end: number;
  readonly piece: TextPiece;
  /** Offset into `piece.text` of the first character. */
  readonly offset: number;
}

/** Words with one style, white space collapsed and case changed; `\n` is a forced break. */
export interface InlineText {
  readonly kind: 'text';
  readonly text: string;
  readonly style: ComputedStyle;
  readonly language: string;
  /** In order of `start`; stretches without one are generated (`::before`, `<br>`). */
  readonly origins: readonly TextOrigin[];
  /** A `<br>`: breaks the line whatever `white-space` says. */
  readonly isBreak: boolean;
  /** Repeated to fill its line. */
  readonly isLeader?: boolean;
  /** The footnote whose number this is, where it is called. */
  readonly calls?: ElementNode;
  /** A number that the page knows on which a running element stands (css-gcpm-3 §1.2). */
  readonly pageCounter?: PageCounter;
}

/** `counter(page)` or `counter(pages)`, and how it is written. */
export type PageCounter = Extract<ContentItem, { readonly kind: 'counter' }>;

export interface InlineOpen extends InlineEdge {
  readonly kind: 'open';
}

export interface InlineClose extends InlineEdge {
  readonly kind: 'close';
}

/** An inline box opens or closes. `whole` is false where a block inside cut the box in two. */
export interface InlineEdge {
  readonly style: ComputedStyle;
  readonly element: ElementNode | null;
  readonly language: string;
  readonly whole: boolean;
  /** The box around a first line that is styled: it is the line's strut too. */
  readonly isFirstLine?: true;
}

/** A box in a line: an inline block, a picture; or one that is out of flow, whose place is here. */
export interface InlineAtom {
  readonly kind: 'atom';
  readonly box: Box;
  /** Out of flow, and would have stood below the line. */
  readonly isBlockLevel: boolean;
}

export type InlineContent = InlineText | InlineOpen | InlineClose | InlineAtom;

/** What elements with `flow-into` hold together; `content` is known when all boxes are made. */
export interface NamedFlow {
  readonly name: string;
  content: BlockBox | null;
  /** How many boxes show it. */
  frames: number;
}

/** A frame that shows part of a named flow (css-regions-1): `flow-from`. */
export interface RegionBox extends BoxBase {
  readonly kind: 'region';
  readonly flow: NamedFlow;
  /** Which of the flow's frames it is, from 0. */
  readonly index: number;
}

export type Box =
  | BlockBox
  | ColumnsBox
  | FlexBox
  | GridBox
  | TableBox
  | PictureBox
  | RegionBox
  | LinesBox;

/** The words' place in their source, or nothing for generated content. */
export function originSpan(origin: TextOrigin | undefined): Span | undefined {
  return origin?.piece.span;
}

/** True for boxes that float (CSS 2 §9.5); what is positioned does not (§9.7). */
export function isFloat(box: Box): boolean {
  if (box.kind === 'lines' || isOutOfFlow(box)) return false;
  const { float } = box.style;
  return float !== 'none' && float !== 'footnote';
}

/** True for what stands in normal flow. */
export function isInFlow(box: Box): boolean {
  return !isOutOfFlow(box) && !isFloat(box);
}

/** True for positioned boxes that are not in flow (CSS 2 §9.3), running elements among them. */
export function isOutOfFlow(box: Box): boolean {
  if (box.kind === 'lines') return false;
  const { position } = box.style;
  return position === 'absolute' || position === 'fixed' || isRunning(box);
}

/** True for what leaves its place for a margin box of the page (css-gcpm-3 §2.1). */
export function isRunning(box: Box): boolean {
  return box.style.position.startsWith('running ');
}
