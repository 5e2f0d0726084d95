/**
 * Pieces of a box that columns or pages cut (css-break-3 §5): which edges a piece has, how high it is,
 * and where the box goes on.
 */
import type { BlockBox, ColumnsBox } from './box.ts';
import { appeals } from './break-appeal.ts';
import type { PieceOf } from './fragment.ts';
import { restAt } from './rest.ts';
import { type UsedBox, usedHeight } from './sizing.ts';
import { epsilon, type Rest, type Space } from './space.ts';

/** How a box is cut: which of its edges this piece has. */
export interface Slice {
  readonly first: boolean;
  /** Height of the pieces before this one. */
  readonly consumed: number;
}

/** Top border and padding of this slice: `box-decoration-break` (css-break-3 §5.4). */
export function topOf(style: BlockBox['style'], { edges }: UsedBox, slice: Slice): number {
  const has = slice.first || style.boxDecorationBreak === 'clone';
  return has ? edges.border.top + edges.padding.top : 0;
}

/** What a fragment of the box says of itself; undefined for a whole box. */
export function pieceOf(
  { style }: BlockBox | ColumnsBox,
  { edges }: UsedBox,
  { first, consumed }: Slice,
  rest: Rest | null,
): PieceOf | undefined {
  if ((first && !rest) || style.boxDecorationBreak === 'clone') return undefined;
  const { border, padding } = edges;
  return { above: first ? 0 : consumed, goesOn: rest !== null, border, padding };
}

export interface Cut {
  readonly box: BlockBox | ColumnsBox;
  readonly used: UsedBox;
  readonly slice: Slice;
  readonly space: Space;
  /** Height of the content in this piece. */
  readonly content: number;
  /** Where the content goes on. */
  readonly rest: Rest | null;
}

/**
 * The piece's height, and the rest when the box is cut at the end of a column or page: a box that
 * goes on reaches to that end, its content too high for it further.
 */
export function cutHeight(cut: Cut): { readonly height: number; readonly rest: Rest | null } {
  const { box, used, slice, space, content } = cut;
  const { border, padding } = used.edges;
  const top = topOf(box.style, used, slice);
  const bottom = border.bottom + padding.bottom;
  const isCloned = box.style.boxDecorationBreak === 'clone';
  const wanted = heightLeft(cut, content);
  const room = Math.max(0, space.fragmentainer?.room ?? Number.POSITIVE_INFINITY);
  const filled = top + content + (isCloned ? bottom : 0);
  const isAuto = used.height === null;
  // A child that is cut itself says where this piece ends; only one that goes on as a whole leaves a gap.
  const isFilled = isCutInside(cut) || !Number.isFinite(room);
  const end = isAuto ? Math.max(filled, isFilled ? 0 : room) : room;
  if (cut.rest) {
    const most = heightLeft(cut, Number.MAX_SAFE_INTEGER);
    const height = Math.min(end, isAuto ? most : wanted);
    return { height, rest: { ...cut.rest, consumed: slice.consumed + height } };
  }
  // With nothing but the bottom edge left, a column lower than that would bring it no nearer its end.
  const isEdgeAlone = isAuto && !slice.first && content === 0 && wanted <= bottom + epsilon;
  if (isEdgeAlone || wanted <= Math.max(room, end) + epsilon) return { height: wanted, rest: null };
  const isInBottom = bottom > 0 && end >= wanted - bottom - epsilon;
  // Between content and the edge below it there is a place to break only if there is room between them.
  const isAfterGap = isInBottom && top + content < wanted - bottom - epsilon;
  const height = isAfterGap ? wanted - bottom : end;
  const isInEdge = end < top - epsilon || (isInBottom && !isAfterGap);
  const appeal = isInEdge ? appeals.lastResort : appeals.perfect;
  const consumed = slice.consumed + height;
  const shortage = wanted - room;
  const own = restAt(box.children.length, null, false);
  return { height, rest: { ...own, consumed, appeal, shortage } };
}

function isCutInside({ box, rest }: Cut): boolean {
  if (box.kind === 'columns' || rest === null) return false;
  return rest.child !== null && box.children[rest.index]?.kind !== 'lines';
}

/** Height of what is left of the box, were it not cut. */
function heightLeft({ box, used, slice, space }: Cut, content: number): number {
  const { border, padding } = used.edges;
  const above = topOf(box.style, used, slice) - border.top - padding.top;
  const whole = usedHeight(used, box.style, space, slice.consumed + above + content);
  return Math.max(0, whole - slice.consumed);
}
