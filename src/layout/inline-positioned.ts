/**
 * Boxes positioned in an inline box that is positioned itself (CSS 2 §10.1): their containing block
 * reaches from the padding edge of its first piece to that of its last. They wait until the block
 * container is laid out that the inline box is in, whatever block or line box in it they stand in.
 */
import type { Point, Rect } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
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

/** Where a piece of the inline box, or a block in it, begins and ends. */
interface Extent {
  readonly start: Point;
  readonly end: Point;
}

/** Its pieces in the lines of a block and the blocks in it, in order, in that block's coordinates. */
function extentsOf({ edge }: InlineHolder, block: BoxFragment): readonly Extent[] {
  const found: Extent[] = [];
  const left = block.border.left + block.padding.left;
  const visit = (fragment: Fragment, x: number, y: number): void => {
    if (fragment.kind === 'text') return;
    const at = { x: x + fragment.x, y: y + fragment.y };
    if (fragment.kind === 'box' && fragment.style.display !== 'inline') return;
    if (fragment.kind === 'box' && isPieceOf(fragment, edge)) found.push(paddingBox(fragment, at));
    else for (const child of fragment.children) visit(child, at.x, at.y);
  };
  for (const child of block.children) {
    if (child.kind === 'line') visit(child, 0, 0);
    else if (child.kind === 'box' && isBlockIn(child, edge)) {
      // An empty piece stands before a block; where none comes after it, the last is as wide as the lines.
      const { y, height } = child;
      found.push({ start: { x: left, y }, end: { x: left + contentWidth(block), y: y + height } });
    }
  }
  return found;
}

function paddingBox({ border, width, height }: BoxFragment, { x, y }: Point): Extent {
  return {
    start: { x: x + border.left, y: y + border.top },
    end: { x: x + width - border.right, y: y + height - border.bottom },
  };
}

function isPieceOf({ style, element }: BoxFragment, edge: InlineHolder['edge']): boolean {
  if (edge.element) return element === edge.element && style.position === edge.style.position;
  return style === edge.style;
}

/** A block in flow that the inline box is cut around. */
function isBlockIn(fragment: BoxFragment, { element }: InlineHolder['edge']): boolean {
  const { float, position } = fragment.style;
  if (!element || float !== 'none' || position === 'absolute' || position === 'fixed') return false;
  if (fragment.element) return isInside(fragment.element, element);
  return fragment.children.some(
    (child) => child.kind === 'box' && isBlockIn(child, { element, style: fragment.style }),
  );
}

function isInside(one: ElementNode, around: ElementNode): boolean {
  return around.children.some(
    (child) => child.kind === 'element' && (child === one || isInside(one, child)),
  );
}

function paddingRect(holder: InlineHolder, block: BoxFragment): Rect | undefined {
  const extents = extentsOf(holder, block);
  const start = extents[0]?.start;
  const end = extents.at(-1)?.end;
  if (!start || !end) return undefined;
  const [width, height] = [Math.max(0, end.x - start.x), Math.max(0, end.y - start.y)];
  return { ...start, width, height };
}
