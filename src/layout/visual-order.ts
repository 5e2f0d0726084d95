/**
 * The pieces of a line in the order in which they stand on the page (UAX 9, rule L2), each inline
 * box's edges at the ends of what is shown of it (css-writing-modes-4 §2.4.5). In the coordinates of
 * the line's block, which run from the start of its lines: where that is the right, they are mirrored
 * when the block is done.
 */
import type { Line, LinePiece } from '../text/index.ts';
import type { InlineEdge, LinesBox } from './box.ts';
import type { Paragraph } from './paragraph.ts';

type Content = Exclude<LinePiece, { readonly kind: 'edge' }>;

interface Placed {
  readonly piece: LinePiece;
  readonly widthPt: number;
}

interface Leveled extends Placed {
  readonly piece: Content;
  readonly level: number;
}

/** The pieces of a line, x and all. */
export function inVisualOrder(
  line: Line,
  paragraph: Paragraph,
  { style }: LinesBox,
): readonly LinePiece[] {
  const { pieces } = line;
  const hasLevels = pieces.some((piece) => piece.kind !== 'edge' && piece.level !== undefined);
  if (!hasLevels) return pieces;
  const isTurned = style.direction === 'rtl';
  const base = isTurned ? 1 : 0;
  const leveled: Leveled[] = [];
  const edges: Placed[] = [];
  for (const [index, piece] of pieces.entries()) {
    const widthPt = (pieces[index + 1]?.xPt ?? endOf(piece)) - piece.xPt;
    if (piece.kind === 'edge') edges.push({ piece, widthPt });
    else leveled.push({ piece, widthPt, level: piece.level ?? base });
  }
  const ordered = reorder(leveled);
  const order: Placed[] = isTurned ? ordered.toReversed() : ordered;
  for (const edge of edges) insertEdge(order, edge, leveled, paragraph, style.direction);
  return fromLeft(order, pieces[0]?.xPt ?? 0);
}

function endOf(piece: LinePiece): number {
  return piece.xPt + (piece.kind === 'glyphs' ? piece.run.widthPt : piece.widthPt);
}

/** From the highest level down, each run of pieces on it or above is reversed. */
function reorder(pieces: readonly Leveled[]): Leveled[] {
  const order = [...pieces];
  const highest = order.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while ((order[end]?.level ?? 0) >= level) end++;
      if (end > start + 1) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return order;
}

function fromLeft(order: readonly Placed[], left: number): readonly LinePiece[] {
  let xPt = left;
  return order.map(({ piece, widthPt }) => {
    const placed = { ...piece, xPt };
    xPt += widthPt;
    return placed;
  });
}

function boxOf({ item }: LinePiece, { sources }: Paragraph): InlineEdge | undefined {
  return sources[item]?.chain.at(-1);
}

function isInside(piece: LinePiece, box: InlineEdge, { sources }: Paragraph): boolean {
  return sources[piece.item]?.chain.includes(box) === true;
}

/**
 * Puts an edge beside what its box holds, edges that are in already included, so that boxes inside come first.
 * A box that holds nothing on the line stands where its words would have been.
 */
function insertEdge(
  order: Placed[],
  edge: Placed,
  logical: readonly Leveled[],
  paragraph: Paragraph,
  direction: LinesBox['style']['direction'],
): void {
  const box = boxOf(edge.piece, paragraph);
  const item = paragraph.items[edge.piece.item];
  if (!box || item?.kind !== 'edge') return;
  const isFirst = (item.side === 'start') === (box.style.direction === direction);
  const inside = (one: Placed) => isInside(one.piece, box, paragraph);
  const at = isFirst ? order.findIndex(inside) : order.findLastIndex(inside) + 1;
  const isEmpty = isFirst ? at === -1 : at === 0;
  order.splice(isEmpty ? placeOfEmpty(order, edge, logical, direction) : at, 0, edge);
}

/** After the piece before it in the words. */
function placeOfEmpty(
  order: readonly Placed[],
  { piece }: Placed,
  logical: readonly Leveled[],
  direction: LinesBox['style']['direction'],
): number {
  const before = logical.findLast((one) => one.piece.item < piece.item);
  if (!before) return 0;
  const at = order.findIndex((one) => one.piece === before.piece);
  const isSameWay = (before.level % 2 === 1) === (direction === 'rtl');
  return isSameWay ? at + 1 : at;
}
