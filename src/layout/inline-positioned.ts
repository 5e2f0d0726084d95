/**
 * Boxes positioned in an inline box that is positioned itself (CSS 2 §10.1): their containing block
 * reaches from the padding edge of its first piece to that of its last. They wait until the block
 * container is laid out that the inline box is in, whatever block or line box in it they stand in.
 */
import type { Point, Rect } from '../base/index.ts';
import { placeAll } from './absolute.ts';
import { type InlineHolder, isRunning } from './box.ts';
import { relativeOffset } from './box-fragment.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { type Laid, type LayoutContext, type OutOfFlow, openSpace } from './space.ts';

/** A box in such an inline box: what waits in it may be held by that. */
export function heldInInline(laid: Laid, heldBy: InlineHolder): Laid {
  if (laid.outOfFlow.length === 0) return laid;
  return { ...laid, outOfFlow: laid.outOfFlow.map((one) => ({ ...one, heldBy })) };
}

/** A block container with the boxes in place that its inline boxes hold; the others wait on. */
export function placeInInlines(laid: Laid, context: LayoutContext): Laid {
  if (!laid.outOfFlow.some(({ heldBy }) => heldBy)) return laid;
  const { fragment } = laid;
  const space = openSpace(contentWidth(fragment), null);
  const held = new Map<OutOfFlow, Rect>();
  const others: OutOfFlow[] = [];
  for (const one of laid.outOfFlow) {
    const { heldBy, ...rest } = one;
    if (!heldBy) {
      others.push(one);
      continue;
    }
    const position = movedWith(one.position, heldBy, space);
    const waiting: OutOfFlow = { ...rest, position };
    if (one.box.style.position === 'fixed' || isRunning(one.box)) others.push(waiting);
    else held.set(waiting, paddingRect(heldBy, fragment) ?? { ...position, width: 0, height: 0 });
  }
  if (held.size === 0) return { ...laid, outOfFlow: others };
  const placed = placeAll(
    fragment,
    [...held.keys()],
    (one) => held.get(one) ?? { x: 0, y: 0, width: 0, height: 0 },
    undefined,
    context,
  );
  return { ...laid, fragment: placed.fragment, outOfFlow: [...others, ...placed.outOfFlow] };
}

function contentWidth({ width, border, padding }: BoxFragment): number {
  return width - border.left - border.right - padding.left - padding.right;
}

/** `position: relative` of inline boxes moves what stands in them (CSS 2 §9.4.3). */
function movedWith(
  { x, y }: Point,
  { movedBy }: InlineHolder,
  space: ReturnType<typeof openSpace>,
): Point {
  const shifts = movedBy.map((style) => relativeOffset(style, space));
  return {
    x: shifts.reduce((sum, shift) => sum + shift.x, x),
    y: shifts.reduce((sum, shift) => sum + shift.y, y),
  };
}

interface Piece {
  readonly fragment: BoxFragment;
  readonly x: number;
  readonly y: number;
}

/** Its pieces in the lines of a block, in that block's coordinates. */
function piecesOf({ edge }: InlineHolder, block: BoxFragment): readonly Piece[] {
  const pieces: Piece[] = [];
  const visit = (fragment: Fragment, x: number, y: number): void => {
    if (fragment.kind === 'text') return;
    const at = { x: x + fragment.x, y: y + fragment.y };
    if (fragment.kind === 'box' && fragment.style.display !== 'inline') return;
    if (fragment.kind === 'box' && isPieceOf(fragment, edge)) pieces.push({ fragment, ...at });
    else for (const child of fragment.children) visit(child, at.x, at.y);
  };
  for (const child of block.children) if (child.kind === 'line') visit(child, 0, 0);
  return pieces;
}

function isPieceOf({ style, element }: BoxFragment, edge: InlineHolder['edge']): boolean {
  if (edge.element) return element === edge.element && style.position === edge.style.position;
  return style === edge.style;
}

function paddingRect(holder: InlineHolder, block: BoxFragment): Rect | undefined {
  const pieces = piecesOf(holder, block);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return undefined;
  const x = first.x + first.fragment.border.left;
  const y = first.y + first.fragment.border.top;
  const right = last.x + last.fragment.width - last.fragment.border.right;
  const bottom = last.y + last.fragment.height - last.fragment.border.bottom;
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
