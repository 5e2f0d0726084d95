/**
 * Boxes positioned in an inline box that is positioned itself (CSS 2 §10.1): their containing block
 * reaches from the padding edge of its first piece to that of its last.
 */
import type { Rect } from '../base/index.ts';
import { place } from './absolute.ts';
import { type InlineEdge, isRunning } from './box.ts';
import type { BoxFragment, Fragment, LineFragment } from './fragment.ts';
import type { InlineChain } from './paragraph.ts';
import type { LayoutContext, OutOfFlow } from './space.ts';

export interface WaitingInLine {
  readonly line: number;
  readonly waiting: OutOfFlow;
  readonly chain: InlineChain;
}

interface Settled {
  readonly lines: readonly LineFragment[];
  readonly waiting: readonly WaitingInLine[];
}

/** The innermost positioned box around; fixed boxes refer to the page. */
function blockOf({ waiting, chain }: WaitingInLine): InlineEdge | undefined {
  if (waiting.box.style.position === 'fixed' || isRunning(waiting.box)) return undefined;
  return chain.findLast(({ style }) => style.position !== 'static');
}

/** Lines with the boxes in them that such an inline box holds; the others wait on. */
export function placeInInlines(
  lines: readonly LineFragment[],
  waiting: readonly WaitingInLine[],
  context: LayoutContext,
): Settled {
  if (!waiting.some(blockOf)) return { lines, waiting };
  const placed = [...lines];
  const others: WaitingInLine[] = [];
  for (const one of waiting) {
    const edge = blockOf(one);
    const rect = edge && paddingRect(edge, lines);
    const line = placed[one.line];
    if (!rect || !line) {
      others.push(one);
      continue;
    }
    const { fragment, outOfFlow } = place(one.waiting, rect, context);
    const own = { ...fragment, x: fragment.x - line.x, y: fragment.y - line.y };
    placed[one.line] = { ...line, children: [...line.children, own] };
    others.push(...outOfFlow.map((inner) => ({ ...one, waiting: inner, chain: [] })));
  }
  return { lines: placed, waiting: others };
}

interface Piece {
  readonly fragment: BoxFragment;
  readonly x: number;
  readonly y: number;
}

function piecesOf(edge: InlineEdge, lines: readonly LineFragment[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const visit = (fragment: Fragment, x: number, y: number): void => {
    if (fragment.kind === 'text') return;
    const at = { x: x + fragment.x, y: y + fragment.y };
    const isPiece =
      fragment.kind === 'box' && fragment.style === edge.style && fragment.element === edge.element;
    if (isPiece) pieces.push({ fragment, ...at });
    else for (const child of fragment.children) visit(child, at.x, at.y);
  };
  for (const line of lines) visit(line, 0, 0);
  return pieces;
}

function paddingRect(edge: InlineEdge, lines: readonly LineFragment[]): Rect | undefined {
  const pieces = piecesOf(edge, lines);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return undefined;
  const x = first.x + first.fragment.border.left;
  const y = first.y + first.fragment.border.top;
  const right = last.x + last.fragment.width - last.fragment.border.right;
  const bottom = last.y + last.fragment.height - last.fragment.border.bottom;
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
