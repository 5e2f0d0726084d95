/**
 * One line's pieces as a tree of inline boxes. An inline box that runs over several lines has one
 * slice in each; its start edge belongs to the first slice and its end edge to the last. Where words
 * run both ways, one line may have several.
 */
import type { EdgeItem, Line, LinePiece } from '../text/index.ts';
import type { InlineEdge, LinesBox } from './box.ts';
import { type InlineChain, type ItemSource, type Paragraph, repeatedEdges } from './paragraph.ts';
import { inVisualOrder } from './visual-order.ts';

export type GlyphPiece = Extract<LinePiece, { readonly kind: 'glyphs' }>;
type AtomSource = Extract<ItemSource, { readonly kind: 'atom' }>;
type TextSource = Extract<ItemSource, { readonly kind: 'text' }>;

export type LineNode =
  | { readonly kind: 'text'; readonly piece: GlyphPiece; readonly source: TextSource }
  | { readonly kind: 'atom'; readonly xPt: number; readonly source: AtomSource }
  | InlineSlice;

/** The part of an inline box on one line. */
export interface InlineSlice {
  readonly kind: 'inline';
  readonly edge: InlineEdge;
  readonly children: LineNode[];
  hasLeft: boolean;
  hasRight: boolean;
  /** Outer edges on the line, margins included. */
  startPt: number;
  endPt: number;
}

/** The nodes of a line, outermost first, in reading order, which is that of painting and of a screen reader. */
export function buildLineTree(
  line: Line,
  paragraph: Paragraph,
  box: LinesBox,
  width: number,
): readonly LineNode[] {
  const root: LineNode[] = [];
  const open: InlineSlice[] = [];
  const pieces = inVisualOrder(line, paragraph, box);
  for (const piece of pieces) {
    const source = paragraph.sources[piece.item];
    if (!source) continue;
    const start = piece.xPt;
    const end = start + (piece.kind === 'glyphs' ? piece.run.widthPt : piece.widthPt);
    openChain(root, open, source.chain, start);
    if (piece === pieces[0]) openAgain(open, piece, paragraph, box, width);
    // A negative margin takes the line back.
    const isEdge = piece.kind === 'edge';
    for (const slice of open) slice.endPt = isEdge ? end : Math.max(slice.endPt, end);
    const parent = open.at(-1)?.children ?? root;
    if (piece.kind === 'glyphs' && source.kind === 'text') {
      parent.push({ kind: 'text', piece, source });
    } else if (source.kind === 'atom') parent.push({ kind: 'atom', xPt: start, source });
    else if (piece.kind === 'edge') markEdge(open.at(-1), paragraph, piece.item, box);
  }
  closeForNow(open, pieces.at(-1), paragraph, box, width);
  return pieces === line.pieces ? root : sortedByWords(root, paragraph);
}

/** Which side of a box an edge piece is. */
function sideOf(piece: LinePiece | undefined, { items }: Paragraph): EdgeItem['side'] | null {
  const item = piece?.kind === 'edge' ? items[piece.item] : undefined;
  return item?.kind === 'edge' ? item.side : null;
}

/** Boxes that run on from the line before have their start here too, where they repeat their edges. */
function openAgain(
  open: readonly InlineSlice[],
  first: LinePiece,
  paragraph: Paragraph,
  { style }: LinesBox,
  width: number,
): void {
  const running = sideOf(first, paragraph) === 'start' ? open.slice(0, -1) : open;
  let x = first.xPt;
  for (const slice of running.toReversed()) {
    const repeats = repeatedEdges(slice.edge, style.direction, width);
    if (repeats) markSide(slice, 'start', style);
    x -= repeats?.startPt ?? 0;
    slice.startPt = x;
  }
}

/** Boxes that run on into the next line have their end here too, where they repeat their edges. */
function closeForNow(
  open: readonly InlineSlice[],
  last: LinePiece | undefined,
  paragraph: Paragraph,
  { style }: LinesBox,
  width: number,
): void {
  const running = sideOf(last, paragraph) === 'end' ? open.slice(0, -1) : open;
  let more = 0;
  for (const slice of running.toReversed()) {
    const repeats = repeatedEdges(slice.edge, style.direction, width);
    if (repeats) markSide(slice, 'end', style);
    more += repeats?.endPt ?? 0;
    slice.endPt += more;
  }
}

function sortedByWords(nodes: readonly LineNode[], paragraph: Paragraph): LineNode[] {
  const places = nodes.map((node) => {
    if (node.kind !== 'inline') return { node, place: placeOf(node, paragraph) };
    const children = sortedByWords(node.children, paragraph);
    const [first] = children;
    return { node: { ...node, children }, place: first ? placeOf(first, paragraph) : 0 };
  });
  return places.sort((one, other) => one.place - other.place).map(({ node }) => node);
}

/** Where a node's first words stand in the paragraph: by items, and by characters in them. */
function placeOf(node: LineNode, paragraph: Paragraph): number {
  if (node.kind === 'text') return node.piece.item + node.piece.start / longestText;
  if (node.kind === 'atom') return paragraph.sources.indexOf(node.source);
  const [first] = node.children;
  return first ? placeOf(first, paragraph) : 0;
}

const longestText = 2 ** 30;

/** Closes slices that do not hold the next piece, and opens those that do. */
function openChain(
  root: LineNode[],
  open: InlineSlice[],
  chain: InlineChain,
  startPt: number,
): void {
  let common = 0;
  while (common < open.length && open[common]?.edge === chain[common]) common++;
  open.length = common;
  for (const edge of chain.slice(common)) {
    const slice: InlineSlice = {
      kind: 'inline',
      edge,
      children: [],
      hasLeft: false,
      hasRight: false,
      startPt,
      endPt: startPt,
    };
    (open.at(-1)?.children ?? root).push(slice);
    open.push(slice);
  }
}

function markEdge(
  slice: InlineSlice | undefined,
  paragraph: Paragraph,
  index: number,
  { style }: LinesBox,
): void {
  const item = paragraph.items[index];
  if (slice && item?.kind === 'edge') markSide(slice, item.side, style);
}

function markSide(slice: InlineSlice, side: EdgeItem['side'], style: LinesBox['style']): void {
  const isSameWay = slice.edge.style.direction === style.direction;
  if ((side === 'start') === isSameWay) slice.hasLeft = true;
  else slice.hasRight = true;
}
