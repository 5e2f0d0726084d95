/**
 * An inline formatting context as the paragraph engine takes it: words, atoms and the edges of
 * inline boxes in one list, and for each item what it came from.
 */
import type { ComputedStyle } from '../style/index.ts';
import {
  type AtomItem,
  type EdgeItem,
  type InlineItem,
  type IntrinsicWidths,
  plainWidth,
  type RepeatedEdges,
} from '../text/index.ts';
import { baselineOf, layoutAtom, measureOuter } from './atom.ts';
import {
  type Box,
  type InlineEdge,
  type InlineText,
  isFloat,
  isInFlow,
  type LinesBox,
} from './box.ts';
import { withLevels } from './levels.ts';
import { type BoxEdges, computeEdges, hasRadius } from './sizing.ts';
import type { Laid, LayoutContext } from './space.ts';
import { textStyleOf } from './text-style.ts';

/** Which boxes are open around an item, outermost first. */
export type InlineChain = readonly InlineEdge[];

/** What an item of the paragraph came from; same index as the item. */
export type ItemSource =
  | { readonly kind: 'text'; readonly chain: InlineChain; readonly text: InlineText }
  | { readonly kind: 'edge'; readonly chain: InlineChain }
  | { readonly kind: 'atom'; readonly chain: InlineChain; readonly box: Box; readonly atom: Atom };

/** A box in a line: its outer width, and what was laid out of it. */
export interface Atom {
  readonly widthPt: number;
  readonly laid: Laid;
  /** Of the margin box, from its top. */
  readonly baseline: number;
}

/** A box out of flow, or a float, in the text: it stands before item `before`. */
export interface WaitingInline {
  readonly box: Box;
  readonly before: number;
  /** It would have stood below the line. */
  readonly isBlockLevel: boolean;
}

export interface Paragraph {
  readonly items: readonly InlineItem[];
  readonly sources: readonly ItemSource[];
  readonly waiting: readonly WaitingInline[];
  /** Floats among the words. */
  readonly floats: readonly WaitingInline[];
}

interface Building {
  readonly items: InlineItem[];
  readonly sources: ItemSource[];
  readonly waiting: WaitingInline[];
  readonly floats: WaitingInline[];
  chain: InlineChain;
  /** Of the block. */
  readonly direction: LinesBox['style']['direction'];
}

/** The paragraph of a `lines` box in a containing block of that content width and height. */
export function buildParagraph(
  box: LinesBox,
  width: number,
  height: number | null,
  context: LayoutContext,
): Paragraph {
  const paragraph = collect(box, width, context, (building, atom) => {
    const laid = layoutInlineAtom(atom, box, width, height, context);
    building.items.push(atomItem(laid.widthPt, building, box));
    building.sources.push({ kind: 'atom', chain: building.chain, box: atom, atom: laid });
  });
  const items = withLevels(box, paragraph.items);
  return items === paragraph.items ? paragraph : { ...paragraph, items };
}

/** The items alone, atoms as narrow or as wide as they would like to be: for measuring. */
export function buildMeasuredItems(
  box: LinesBox,
  which: keyof IntrinsicWidths,
  height: number | null,
  context: LayoutContext,
): readonly InlineItem[] {
  const heights = { around: height, fixed: null };
  const { items } = collect(box, 0, context, (building, atom) => {
    const { [which]: widthPt } = measureOuter(atom, context, heights);
    building.items.push(atomItem(widthPt, building, box));
  });
  return withLevels(box, items);
}

/** Whether a line may end beside an atom is what the words around it say (css-text-4 §5.1). */
function atomItem(widthPt: number, { chain }: Building, { style }: LinesBox): AtomItem {
  const around = chain.at(-1)?.style ?? style;
  return around.textWrapMode === 'nowrap'
    ? { kind: 'atom', widthPt, wrap: false }
    : { kind: 'atom', widthPt };
}

function collect(
  box: LinesBox,
  width: number,
  context: LayoutContext,
  addAtom: (building: Building, atom: Box) => void,
): Paragraph {
  const { direction } = box.style;
  const building: Building = {
    items: [],
    sources: [],
    waiting: [],
    floats: [],
    chain: [],
    direction,
  };
  for (const [index, content] of box.content.entries()) {
    if (content.kind === 'text') addText(building, content, box, context);
    else if (content.kind === 'open')
      openInline(building, content, isEmptyFrom(box.content, index + 1), width);
    else if (content.kind === 'close') closeInline(building, content, width);
    else if (!isInFlow(content.box)) {
      const list = isFloat(content.box) ? building.floats : building.waiting;
      const { isBlockLevel } = content;
      list.push({ box: content.box, before: building.items.length, isBlockLevel });
    } else addAtom(building, content.box);
  }
  return building;
}

/** The style of words in a block, whose tab stops are as far apart as the block's spaces say (css-text-4 §4.2). */
function textStyleIn(box: LinesBox, { text, style, language }: InlineText, context: LayoutContext) {
  const own = textStyleOf(style, language, context);
  const { wrapping } = own;
  if (!wrapping || style === box.style || !('spaces' in wrapping.tab) || !text.includes('\t'))
    return own;
  const around = textStyleOf(box.style, language, context);
  const [font] = around.fonts;
  if (!font) return own;
  const spacing = around.letterSpacingPt + around.wordSpacingPt;
  const space = plainWidth(' ', font, around.sizePt) + spacing;
  return { ...own, wrapping: { ...wrapping, tab: { pt: wrapping.tab.spaces * space } } };
}

/** Nothing in flow stands before the inline box's end. */
function isEmptyFrom(content: LinesBox['content'], start: number): boolean {
  const inFlow = content.slice(start).find((one) => one.kind !== 'atom' || isInFlow(one.box));
  return inFlow?.kind === 'close';
}

function addText(
  building: Building,
  text: InlineText,
  box: LinesBox,
  context: LayoutContext,
): void {
  const style = textStyleIn(box, text, context);
  const own = text.isLeader ? ({ ...style, leader: true, wrap: false } as const) : style;
  building.items.push({ kind: 'text', text: text.text, style: own });
  building.sources.push({ kind: 'text', chain: building.chain, text });
}

function openInline(building: Building, edge: InlineEdge, isEmpty: boolean, width: number): void {
  building.chain = [...building.chain, edge];
  addEdge(building, edge, 'start', isEmpty, width);
}

function closeInline(building: Building, edge: InlineEdge, width: number): void {
  addEdge(building, edge, 'end', false, width);
  building.chain = building.chain.slice(0, -1);
}

/** Edges of no width are left out, so that letters kern across them; but an empty box has a place, a round one ends. */
function addEdge(
  building: Building,
  edge: InlineEdge,
  side: EdgeItem['side'],
  isEmpty: boolean,
  width: number,
): void {
  if (!edge.whole) return;
  const repeats = repeatedEdges(edge, building.direction, width);
  // A box of the other direction begins at its other side.
  const isFirst = (side === 'start') === (edge.style.direction === building.direction);
  const parts = partsOf(computeEdges(edge.style, width), isFirst);
  const isUnseen = !isEmpty && !hasRadius(edge.style) && !repeats;
  if (isUnseen && parts.every((part) => part === 0)) return;
  const widthPt = sum(parts);
  building.items.push(
    repeats ? { kind: 'edge', side, widthPt, repeats } : { kind: 'edge', side, widthPt },
  );
  building.sources.push({ kind: 'edge', chain: building.chain });
}

function partsOf({ margin, border, padding }: BoxEdges, isLeft: boolean): readonly number[] {
  return isLeft
    ? [margin.left, border.left, padding.left]
    : [margin.right, border.right, padding.right];
}

const sum = (parts: readonly number[]) => parts.reduce((whole, part) => whole + part, 0);

/**
 * What every line has of an inline box's edges (css-break-3 §6.1, `clone`), in lines of that direction;
 * undefined where the pieces of the box have none of their own.
 */
export function repeatedEdges(
  { style, whole }: InlineEdge,
  direction: ComputedStyle['direction'],
  width: number,
): RepeatedEdges | undefined {
  if (style.boxDecorationBreak !== 'clone' || !whole) return undefined;
  const edges = computeEdges(style, width);
  const isSameWay = style.direction === direction;
  const [start, end] = [partsOf(edges, isSameWay), partsOf(edges, !isSameWay)];
  const isSeen = [...start, ...end].some((part) => part !== 0) || hasRadius(style);
  return isSeen ? { startPt: sum(start), endPt: sum(end) } : undefined;
}

function layoutInlineAtom(
  box: Box,
  lines: LinesBox,
  width: number,
  height: number | null,
  context: LayoutContext,
): Atom {
  const laid = layoutAtom(box, width, height, context);
  const { margin } = computeEdges(box.style, width);
  const widthPt = margin.left + laid.fragment.width + margin.right;
  return { widthPt, laid, baseline: baselineOf(laid.fragment, margin, lines.style) };
}
