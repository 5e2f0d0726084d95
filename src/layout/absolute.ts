/**
 * Absolute and fixed positioning (CSS 2 §10.3.7, §10.6.4, css-position-3). A box waits until the
 * layout of its containing block is finished; then its insets, or its place in normal flow where
 * they are `auto`, say where it goes.
 */

import type { Point, Rect, Size } from '../base/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { type Box, isRunning } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import { isFootnote } from './footnotes.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { holdsPositioned } from './holds-positioned.ts';
import { fillsAxis, type InsetAxes, insetAxes, isPinned, offsetOf, roomOf } from './inset-axis.ts';
import { measureDown } from './layout-turned.ts';
import { gridAt, gridInside, type LineGrid } from './line-grid.ts';
import { measureNaturalIn, withoutHeights } from './natural.ts';
import { isFluid } from './picture.ts';
import {
  type BoxEdges,
  clampByHeights,
  clampHeight,
  clampWidth,
  computeEdges,
  heightFrom,
  shrinkToFit,
  specifiedHeight,
  widthFrom,
  widthOfHeight,
} from './sizing.ts';
import {
  type Fragmentainer,
  fixedSpace,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  type Space,
} from './space.ts';
import { allBoxes } from './walk-boxes.ts';

/** True for a box that boxes positioned inside it refer to (css-position-3 §2.1). */
export function isContainingBlock(box: Box, waiting: Box): boolean {
  return holds(box.style, waiting);
}

function holds(style: ComputedStyle, waiting: Box): boolean {
  const { position } = style;
  if (holdsPositioned(style)) return !isRunning(waiting);
  return position !== 'static' && waiting.style.position !== 'fixed' && !isRunning(waiting);
}

/** A box's result with the boxes that waited for it put in place, in painting order. */
export function attachPositioned(box: Box, laid: Laid, space: Space, context: LayoutContext): Laid {
  const { grid: around, fragmentainer, resume } = space;
  const isOwn = ({ box: one, holder }: OutOfFlow) => !holder && isContainingBlock(box, one);
  const own = laid.outOfFlow.filter(isOwn);
  if (own.length === 0) return laid;
  const isCut = resume !== null || laid.rest !== null;
  const isOnPages = isCut && fragmentainer !== null && goesOverPages(box, fragmentainer);
  const isHeld = (one: OutOfFlow) =>
    fragmentainer?.holdsPositioned === true || (isOnPages && !callsNote(one.box));
  const now = own.filter((one) => !isHeld(one));
  const waiting = laid.outOfFlow
    .filter((one) => !now.includes(one))
    .map((one): OutOfFlow => {
      const { position, after } = one;
      return isOwn(one) ? { ...one, holder: { block: box, position, after } } : one;
    });
  if (now.length === 0) return { ...laid, outOfFlow: waiting };
  const { border, width, height } = laid.fragment;
  const paddingBox: Rect = {
    x: border.left,
    y: border.top,
    width: width - border.left - border.right,
    height: height - border.top - border.bottom,
  };
  const { fragment, outOfFlow } = placeAll(
    laid.fragment,
    now,
    ({ area }) => (area?.block === box ? area.rect : paddingBox),
    gridFrom(box, laid, around, context),
    context,
  );
  const placed = { ...laid, fragment, outOfFlow: [...waiting, ...outOfFlow] };
  // A fixed box inside a positioned one waits for it a second time.
  return outOfFlow.some(isOwn) ? attachPositioned(box, placed, space, context) : placed;
}

/** Deviation: what calls a footnote stands on the page where it is found, which has room for the note. */
function callsNote(box: Box): boolean {
  for (const one of allBoxes(box)) if (isFootnote(one)) return true;
  return false;
}

/** A folded sheet's panels hold what is positioned on them, and so do `html` and `body` on each page. */
function goesOverPages({ element }: Box, { kind, size, holdsPositioned }: Fragmentainer): boolean {
  const isRoot = element?.tag === 'html' || element?.tag === 'body';
  return kind === 'page' && holdsPositioned !== false && Number.isFinite(size) && !isRoot;
}

/** A row or group of a table with the boxes in place that it holds by being positioned. */
export function attachToPart(
  fragment: BoxFragment,
  waiting: readonly OutOfFlow[],
  context: LayoutContext,
): { readonly fragment: BoxFragment; readonly outOfFlow: readonly OutOfFlow[] } {
  const isHeld = ({ box, holder }: OutOfFlow) => !holder && holds(fragment.style, box);
  const own = waiting.filter(isHeld);
  if (own.length === 0) return { fragment, outOfFlow: waiting };
  const { width, height } = fragment;
  const rect = { x: 0, y: 0, width, height };
  const placed = placeAll(fragment, own, () => rect, undefined, context);
  const others = waiting.filter((one) => !isHeld(one));
  return { fragment: placed.fragment, outOfFlow: [...others, ...placed.outOfFlow] };
}

/** The fragment with waiting boxes placed, each in its block, and boxes found waiting in them. */
export function placeAll(
  fragment: BoxFragment,
  waiting: readonly OutOfFlow[],
  blockOf: (waiting: OutOfFlow) => Rect,
  grid: LineGrid | undefined,
  context: LayoutContext,
): { readonly fragment: BoxFragment; readonly outOfFlow: readonly OutOfFlow[] } {
  const placed = waiting.map((one) => ({
    after: one.after,
    ...place(one, blockOf(one), context, grid),
  }));
  const at = new Map<number, Fragment[]>();
  for (const { after, fragment: child } of placed) {
    const index = Math.min(after, fragment.children.length - 1);
    at.set(index, [...(at.get(index) ?? []), child]);
  }
  const children = [
    ...(at.get(-1) ?? []),
    ...fragment.children.flatMap((child, index) => [child, ...(at.get(index) ?? [])]),
  ];
  return {
    fragment: { ...fragment, children },
    outOfFlow: placed.flatMap(({ outOfFlow }) => outOfFlow),
  };
}

/** The grid that a positioned box meets, as seen from its containing block's top border edge. */
function gridFrom(
  box: Box,
  { fragment }: Laid,
  around: LineGrid | undefined,
  context: LayoutContext,
): LineGrid | undefined {
  const top = fragment.border.top + fragment.padding.top;
  return gridAt(gridInside(box.style, around, top, context), -top);
}

interface PlacedBox {
  readonly fragment: BoxFragment;
  /** Fixed boxes inside, for the page. */
  readonly outOfFlow: readonly OutOfFlow[];
}

/** A waiting box at its place in its containing block, in that block's coordinates. */
export function place(
  waiting: OutOfFlow,
  block: Rect,
  context: LayoutContext,
  grid?: LineGrid,
): PlacedBox {
  const { box } = waiting;
  const { space, at } = placementOf(waiting, block, context);
  const natural = context.layoutChild(box, space);
  const { y: top } = at(natural.fragment);
  const laid = grid ? context.layoutChild(box, { ...space, grid: gridAt(grid, top) }) : natural;
  const by = at(laid.fragment);
  const outOfFlow = laid.outOfFlow.map((one) => ({
    ...one,
    position: { x: one.position.x + by.x, y: one.position.y + by.y },
    after: waiting.after,
  }));
  return { fragment: moveFragment(laid.fragment, by), outOfFlow };
}

interface Placement {
  /** For laying out the box. */
  readonly space: Space;
  /** Top left of the border box, in the containing block's coordinates, once its size is known. */
  at(size: Size): Point;
}

/** What insets, margins and the containing block say of a waiting box's size and place. */
export function placementOf(waiting: OutOfFlow, block: Rect, context: LayoutContext): Placement {
  const { box } = waiting;
  const edges = computeEdges(box.style, block.width);
  const axes = insetAxes(waiting, edges, block);
  const height =
    usedHeight(box, edges, axes, block) ?? lengthOfLines(box, edges, axes, block, context);
  const width = usedWidth(box, edges, axes, block, height, context);
  return {
    // A width by ratio may be larger than the room's height asks for: the height follows from it.
    space: fixedSpace(
      block.width,
      block.height,
      width,
      followsWidth(box) && !isStretchedBothWays(axes) ? null : height,
    ),
    at: (size) => ({
      x: block.x + offsetOf(axes.x, size.width),
      y: block.y + offsetOf(axes.y, size.height),
    }),
  };
}

/** Lines that stand across those of the containing block are as long as their words, in the room that insets leave. */
function lengthOfLines(
  box: Box,
  edges: BoxEdges,
  { y }: InsetAxes,
  block: Rect,
  context: LayoutContext,
): number | null {
  const { style, turn } = box;
  if (!turn?.swaps || box.kind === 'picture') return null;
  if (style.height !== 'auto' || style.aspectRatio !== 'auto') return null;
  const room = Math.max(edges.vertical, roomOf(y));
  const wanted = measureDown(withoutHeights(box, context), turn, block.width, context);
  return clampHeight(shrinkToFit(wanted, room), style, edges, block.height);
}

function followsWidth({ kind, style }: Box): boolean {
  return kind !== 'picture' && style.aspectRatio !== 'auto' && style.height === 'auto';
}

const noContent = () => ({ minContentPt: 0, maxContentPt: 0 });

/** Border-box width; null where a picture sizes itself. */
function usedWidth(
  box: Box,
  edges: BoxEdges,
  axes: InsetAxes,
  block: Rect,
  setHeight: number | null,
  context: LayoutContext,
): number | null {
  const { style } = box;
  const axis = axes.x;
  const room = Math.max(edges.horizontal, roomOf(axis));
  const isByContent = box.kind === 'picture' || box.kind === 'table';
  const fills = style.width === 'auto' && fillsAxis(axis, isByContent);
  if (box.kind === 'picture') {
    if (fills && axis.align === 'stretch') return room;
    // What has a ratio and no size takes the room that there is (CSS 2 §10.3.8).
    const isFree = style.width === 'auto' && style.height === 'auto' && isFluid(box);
    return isFree ? clampWidth(room, style, edges, block.width, noContent) : null;
  }
  const heights = { around: block.height, fixed: setHeight };
  const measure = () => measureNaturalIn(box, block.width, context, heights);
  const content = () => measureNaturalIn(withoutHeights(box, context), block.width, context);
  const limit = (width: number) => clampWidth(width, style, edges, block.width, measure, room);
  const set = widthFrom(style.width, style, edges, block.width, measure, room);
  if (set !== null) return limit(Math.max(set, leastByRatio(box, setHeight, block.width, context)));
  // Stretching that is asked for goes before a ratio (css-sizing-4 §5.1).
  if (fills && axis.align === 'stretch') return limit(room);
  const isWidthFirst = isPinned(axis) && !isStretchedDown(axes);
  const height = isWidthFirst ? specifiedHeight(style, edges, block.height) : setHeight;
  if (style.aspectRatio !== 'auto' && height !== null)
    return limit(widthOfHeight(style, edges, height, style.aspectRatio, content));
  const wanted = fills ? room : shrinkToFit(measure(), room);
  if (style.aspectRatio === 'auto') return limit(wanted);
  return limit(clampByHeights(wanted, style, edges, block.height, style.aspectRatio));
}

/** `stretch` that is asked for along the block axis alone: a ratio makes the width of that height. */
function isStretchedDown({ x, y }: InsetAxes): boolean {
  return y.align === 'stretch' && isPinned(y) && x.align !== 'stretch';
}

/** `stretch` that is asked for along both axes: a ratio has no say. */
function isStretchedBothWays({ x, y }: InsetAxes): boolean {
  return [x, y].every((axis) => axis.align === 'stretch' && isPinned(axis));
}

/**
 * Deviation of browsers: a positioned box with a ratio and both sizes set is no narrower than its content
 * either (css-sizing-4 §5.3).
 */
function leastByRatio(
  box: Box,
  height: number | null,
  width: number,
  context: LayoutContext,
): number {
  const { aspectRatio, minWidth, overflowX } = box.style;
  const isHeld = aspectRatio !== 'auto' && height !== null && minWidth === 'auto';
  if (!isHeld || overflowX === 'hidden') return 0;
  return measureNaturalIn(withoutHeights(box, context), width, context).minContentPt;
}

/** Border-box height where it is set or both insets are; null: by the content. */
function usedHeight(box: Box, edges: BoxEdges, axes: InsetAxes, block: Rect): number | null {
  const { style } = box;
  const axis = axes.y;
  const room = Math.max(edges.vertical, roomOf(axis));
  const isByContent = box.kind === 'picture' || box.kind === 'table';
  const fills = style.height === 'auto' && fillsAxis(axis, isByContent);
  if (box.kind === 'picture') return fills && axis.align === 'stretch' ? room : null;
  // A height that is set is that of a table without its captions: it knows them itself.
  if (box.kind === 'table' && !fills && style.height !== 'stretch') return null;
  const set =
    style.height === 'stretch' ? room : heightFrom(style.height, style, edges, block.height);
  if (set !== null) return clampHeight(set, style, edges, block.height);
  // With a ratio one pair of insets decides, that of the width where there are two.
  const isWidthKnown = style.width !== 'auto' || (isPinned(axes.x) && !isStretchedDown(axes));
  const byRatio = style.aspectRatio !== 'auto' && isWidthKnown && !isStretchedBothWays(axes);
  if (!fills || byRatio) return null;
  return clampHeight(room, style, edges, block.height);
}
