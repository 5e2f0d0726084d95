/**
 * Sticky positioning (css-position-3 §3.4) where nothing has been scrolled: a box is moved until its
 * insets hold against the edges of the nearest box that would scroll, or of the page area, as far as
 * its containing block reaches.
 */
import type { Point, Rect } from '../base/index.ts';
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import { moveFragment } from './box-fragment.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { computeEdges } from './sizing.ts';

/** What a sticky box keeps to; rectangles are the page's. */
interface Bounds {
  /** Content box of what would scroll. */
  readonly port: Rect;
  /** Content box of the block around it. */
  readonly block: Rect;
}

/** The page's box with everything sticky in its place. */
export function placeSticky(page: BoxFragment): BoxFragment {
  const area = contentBox(page, { x: 0, y: 0 });
  return withStuck(page, { x: 0, y: 0 }, { port: area, block: area });
}

function withStuck(fragment: BoxFragment, at: Point, around: Bounds): BoxFragment {
  const inside = boundsIn(fragment, at, around);
  return { ...fragment, children: fragment.children.map((child) => stuck(child, at, inside)) };
}

/** A child whose parent is at that place on the page. */
function stuck<F extends Fragment>(child: F, at: Point, bounds: Bounds): F;
function stuck(child: Fragment, at: Point, bounds: Bounds): Fragment {
  if (child.kind === 'text') return child;
  const here = { x: at.x + child.x, y: at.y + child.y };
  if (child.kind === 'line')
    return { ...child, children: child.children.map((one) => stuck(one, here, bounds)) };
  const by = shiftOf(child, here, bounds);
  return withStuck(moveFragment(child, by), { x: here.x + by.x, y: here.y + by.y }, bounds);
}

function shiftOf({ style, width, height }: BoxFragment, at: Point, { port, block }: Bounds): Point {
  if (style.position !== 'sticky') return { x: 0, y: 0 };
  const { margin } = computeEdges(style, block.width);
  const x = shiftAlong(
    { start: at.x - margin.left, size: width + margin.left + margin.right },
    { start: at.x, size: width },
    { start: block.x, size: block.width },
    { start: port.x, size: port.width },
    [style.left, style.right],
  );
  const y = shiftAlong(
    { start: at.y - margin.top, size: height + margin.top + margin.bottom },
    { start: at.y, size: height },
    { start: block.y, size: block.height },
    { start: port.y, size: port.height },
    [style.top, style.bottom],
  );
  return { x, y };
}

interface Extent {
  readonly start: number;
  readonly size: number;
}

const endOf = ({ start, size }: Extent): number => start + size;

/** Along one axis; where both insets cannot hold, the first does. */
function shiftAlong(
  outer: Extent,
  own: Extent,
  block: Extent,
  port: Extent,
  [before, after]: readonly [ComputedStyle['top'], ComputedStyle['top']],
): number {
  const least =
    before === 'auto' ? null : port.start + resolveLength(before, port.size) - own.start;
  const most = after === 'auto' ? null : endOf(port) - resolveLength(after, port.size) - endOf(own);
  if (least !== null && least > 0) return Math.max(0, Math.min(least, endOf(block) - endOf(outer)));
  if (most !== null && most < 0) {
    const held = Math.max(most, least ?? Number.NEGATIVE_INFINITY);
    return Math.min(0, Math.max(held, block.start - outer.start));
  }
  return 0;
}

function boundsIn(fragment: BoxFragment, at: Point, { port, block }: Bounds): Bounds {
  const content = contentBox(fragment, at);
  return {
    port: scrolls(fragment) ? content : port,
    block: isBlockAround(fragment) ? content : block,
  };
}

/** `html` and `body` scroll for the page (css-overflow-3 §3.3). */
function scrolls({ style, element }: BoxFragment): boolean {
  const isRoot = element?.tag === 'html' || element?.tag === 'body';
  return !isRoot && style.overflowX === 'hidden';
}

const partsOfTable: ReadonlySet<string> = new Set([
  'table-row',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
]);

/** Inline boxes and rows of tables are no containing blocks. */
function isBlockAround({ style: { display } }: BoxFragment): boolean {
  return display !== 'inline' && !partsOfTable.has(display);
}

function contentBox({ border, padding, width, height }: BoxFragment, at: Point): Rect {
  const left = border.left + padding.left;
  const top = border.top + padding.top;
  return {
    x: at.x + left,
    y: at.y + top,
    width: width - left - border.right - padding.right,
    height: height - top - border.bottom - padding.bottom,
  };
}
