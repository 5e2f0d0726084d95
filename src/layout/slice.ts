/**
 * Pieces of a box that columns or pages cut (css-break-3 §5): which edges a piece has, how high it is,
 * and where the box goes on.
 */

import type { Edges } from '../base/index.ts';
import type { BlockBox, ColumnsBox } from './box.ts';
import { sliceEdges } from './box-fragment.ts';
import { appeals } from './break-appeal.ts';
import type { PieceOf } from './fragment.ts';
import { endedRest, withParallel } from './parallel-flows.ts';
import { restAt } from './rest.ts';
import { type UsedBox, usedHeight } from './sizing.ts';
import { epsilon, type ParallelFlow, type Rest, type Space } from './space.ts';
import { stopsAtSpanner } from './spanners.ts';

/** How a box is cut: which of its edges this piece has. */
export interface Slice {
  readonly first: boolean;
  /** Height of the pieces before this one; where edges are cloned, without those (css-break-3 §5.4). */
  readonly consumed: number;
  /** The box ended in a piece before this one: what is here runs out of it. */
  readonly ended: boolean;
}

/** The piece that begins there. */
export function sliceFrom(resume: Rest | null): Slice {
  return {
    first: resume === null,
    consumed: resume?.consumed ?? 0,
    ended: resume?.ended === true,
  };
}

/** True where the box has ended, whatever goes on beside it. */
export function isEnd(rest: Rest | null): boolean {
  return rest === null || rest.ended === true;
}

/** True where this piece has all edges. */
export function isClonedHere({ boxDecorationBreak }: BlockBox['style'], { ended }: Slice): boolean {
  return boxDecorationBreak === 'clone' && !ended;
}

/** Border and padding of this piece. */
export function edgesOf(
  style: BlockBox['style'],
  { border, padding }: UsedBox['edges'],
  slice: Slice,
  last: boolean,
): { readonly border: Edges; readonly padding: Edges } {
  if (isClonedHere(style, slice)) return { border, padding };
  const [first, end] = [slice.first, last && !slice.ended];
  return { border: sliceEdges(border, first, end), padding: sliceEdges(padding, first, end) };
}

/** Top border and padding of this slice: `box-decoration-break` (css-break-3 §5.4). */
export function topOf(style: BlockBox['style'], { edges }: UsedBox, slice: Slice): number {
  const has = slice.first || isClonedHere(style, slice);
  return has ? edges.border.top + edges.padding.top : 0;
}

/** What a fragment of the box says of itself; undefined for a whole box. */
export function pieceOf(
  { style }: BlockBox | ColumnsBox,
  { edges }: UsedBox,
  { first, consumed, ended }: Slice,
  rest: Rest | null,
): PieceOf | undefined {
  const isWhole = first && isEnd(rest);
  if (isWhole || style.boxDecorationBreak === 'clone') return undefined;
  const { border, padding } = edges;
  return { above: first ? 0 : consumed, goesOn: ended || !isEnd(rest), border, padding };
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
  /** What goes on beside it, or alone. */
  readonly parallel: readonly ParallelFlow[];
}

/**
 * The piece's height, and the rest when the box is cut at the end of a column or page: a box that
 * goes on reaches to that end, its content too high for it further.
 */
export function cutHeight(cut: Cut): { readonly height: number; readonly rest: Rest | null } {
  const { box, used, slice, space, content } = cut;
  if (slice.ended) return { height: 0, rest: restOfEnded(cut, 0) };
  const { border, padding } = used.edges;
  const top = topOf(box.style, used, slice);
  const bottom = border.bottom + padding.bottom;
  const isCloned = isClonedHere(box.style, slice);
  // A height that holds the edges holds those of all pieces.
  const isSum = used.height !== null && box.style.boxSizing === 'border-box';
  const again = isCloned && !isSum ? used.edges.vertical : 0;
  const passed = (height: number) => slice.consumed + height - (height > again ? again : 0);
  const wanted = heightLeft(cut, content);
  const room = Math.max(0, space.fragmentainer?.room ?? Number.POSITIVE_INFINITY);
  const filled = top + content + (isCloned ? bottom : 0);
  const isAuto = used.height === null || space.isHeightLeast === true;
  // A child that is cut itself says where this piece ends; only one that goes on as a whole leaves a gap.
  const isFilled = isCutInside(cut) || !Number.isFinite(room);
  // The edge above is one piece.
  const end = isAuto ? Math.max(filled, isFilled ? 0 : room) : Math.max(room, top);
  if (cut.rest) {
    const most = isAuto ? heightLeft(cut, Number.POSITIVE_INFINITY) : wanted;
    // What spans the columns follows where the content ends, and cuts what runs out too.
    if (stopsAtSpanner(box, cut.rest)) {
      const height = Math.min(filled, most);
      return { height, rest: { ...cut.rest, consumed: passed(height) } };
    }
    const height = Math.min(end, most);
    const consumed = passed(height);
    // A page's forced breaks are all its content's, whatever frame they stand in.
    const isHere =
      space.fragmentainer?.kind === 'column' && Number.isFinite(most) && most <= room + epsilon;
    if (isHere) return { height, rest: restOfEnded(cut, height) };
    return { height, rest: { ...cut.rest, consumed } };
  }
  // With nothing but the bottom edge left, a column lower than that would bring it no nearer its end.
  const isEdgeAlone = isAuto && !slice.first && content === 0 && wanted <= bottom + epsilon;
  if (isEdgeAlone || wanted <= Math.max(room, end) + epsilon)
    return { height: wanted, rest: restOfEnded(cut, wanted) };
  const isInBottom = bottom > 0 && end >= wanted - bottom - epsilon;
  // Between content and the edge below it there is a place to break only if there is room between them.
  const isAfterGap = isInBottom && top + content < wanted - bottom - epsilon;
  const height = isInBottom ? wanted - bottom : end;
  const isInEdge = room < top - epsilon || (isInBottom && !isAfterGap);
  const appeal = isInEdge ? appeals.lastResort : appeals.perfect;
  const consumed = passed(height);
  const own = restAt(box.children.length, null, false);
  const rest = { ...own, consumed, appeal, shortage: wanted - room };
  return { height, rest: withParallel(rest, cut.parallel) };
}

/** What runs out of a box that has ended; null where nothing does. */
function restOfEnded({ box, slice, rest, parallel }: Cut, height: number): Rest | null {
  const consumed = slice.consumed + height;
  if (rest) return { ...rest, consumed, ended: true };
  return endedRest(box.children, parallel, consumed);
}

function isCutInside({ box, rest }: Cut): boolean {
  if (box.kind === 'columns' || rest === null) return false;
  return rest.child !== null && box.children[rest.index]?.kind !== 'lines';
}

/** Height of what is left of the box, were it not cut. */
function heightLeft({ box, used, slice, space }: Cut, content: number): number {
  const { border, padding } = used.edges;
  const isCloned = isClonedHere(box.style, slice);
  const above = isCloned ? 0 : topOf(box.style, used, slice) - border.top - padding.top;
  const all = slice.consumed + above + content;
  const whole = usedHeight(used, box.style, space, all);
  const least = space.isHeightLeast ? all + used.edges.vertical : 0;
  return Math.max(0, Math.max(whole, least) - slice.consumed);
}
