/**
 * Absolute and fixed positioning (CSS 2 §10.3.7, §10.6.4, css-position-3). A box waits until the
 * layout of its containing block is finished; then its insets, or its place in normal flow where
 * they are `auto`, say where it goes.
 */

import type { Point, Rect, Size } from '../base/index.ts';
import { type LengthPercentage, resolveLength } from '../style/index.ts';
import { type Box, isRunning } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { holdsPositioned } from './holds-positioned.ts';
import { gridAt, gridInside, type LineGrid } from './line-grid.ts';
import { measureNaturalIn } from './natural.ts';
import {
  type BoxEdges,
  clampHeight,
  clampWidth,
  computeEdges,
  shrinkToFit,
  specifiedHeight,
  specifiedWidth,
  widthByRatio,
} from './sizing.ts';
import { fixedSpace, type Laid, type LayoutContext, type OutOfFlow, type Space } from './space.ts';

/** One axis of the question: insets, margins (null is `auto`), and the containing block's size. */
interface Axis {
  readonly start: number | null;
  readonly end: number | null;
  readonly marginStart: number | null;
  readonly marginEnd: number | null;
  readonly size: number;
  /** Margins of the block axis may share a lack of room too (CSS 2 §10.6.4). */
  readonly isBlock: boolean;
  /** Place in normal flow, from the containing block's edge; `hold` of the box lies before it. */
  readonly flow: number;
  readonly hold: number;
}

/** True for a box that boxes positioned inside it refer to (css-position-3 §2.1). */
export function isContainingBlock(box: Box, waiting: Box): boolean {
  const { position } = box.style;
  if (holdsPositioned(box.style)) return !isRunning(waiting);
  return position !== 'static' && waiting.style.position !== 'fixed' && !isRunning(waiting);
}

/** A box's result with the boxes that waited for it put in place, in painting order. */
export function attachPositioned(
  box: Box,
  laid: Laid,
  { grid: around, fragmentainer }: Space,
  context: LayoutContext,
): Laid {
  const isOwn = ({ box: one, holder }: OutOfFlow) => !holder && isContainingBlock(box, one);
  const own = laid.outOfFlow.filter(isOwn);
  if (own.length === 0) return laid;
  if (fragmentainer?.holdsPositioned) return { ...laid, outOfFlow: laid.outOfFlow.map(hold) };
  function hold(one: OutOfFlow): OutOfFlow {
    const { position, after } = one;
    return isOwn(one) ? { ...one, holder: { block: box, position, after } } : one;
  }
  const { border, width, height } = laid.fragment;
  const paddingBox: Rect = {
    x: border.left,
    y: border.top,
    width: width - border.left - border.right,
    height: height - border.top - border.bottom,
  };
  const { fragment, outOfFlow } = placeAll(
    laid.fragment,
    own,
    ({ area }) => (area?.block === box ? area.rect : paddingBox),
    gridFrom(box, laid, around, context),
    context,
  );
  const others = laid.outOfFlow.filter((one) => !isOwn(one));
  return { ...laid, fragment, outOfFlow: [...others, ...outOfFlow] };
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
  const axes = axesOf(waiting, edges, block);
  const isWide = axes.x.start !== null && axes.x.end !== null;
  const height = usedHeight(box, edges, axes.y, block, isWide);
  const width = usedWidth(box, edges, axes.x, block, height, context);
  return {
    space: fixedSpace(block.width, block.height, width, height),
    at: (size) => ({
      x: block.x + offsetOf(axes.x, size.width),
      y: block.y + offsetOf(axes.y, size.height),
    }),
  };
}

function axesOf(
  { box, position, hold }: OutOfFlow,
  { margin }: BoxEdges,
  block: Rect,
): { readonly x: Axis; readonly y: Axis } {
  const { style } = box;
  const inset = (value: LengthPercentage | 'auto', base: number) =>
    value === 'auto' ? null : resolveLength(value, base);
  return {
    x: {
      start: inset(style.left, block.width),
      end: inset(style.right, block.width),
      marginStart: style.marginLeft === 'auto' ? null : margin.left,
      marginEnd: style.marginRight === 'auto' ? null : margin.right,
      size: block.width,
      isBlock: false,
      flow: position.x - block.x,
      hold: hold.x,
    },
    y: {
      start: inset(style.top, block.height),
      end: inset(style.bottom, block.height),
      marginStart: style.marginTop === 'auto' ? null : margin.top,
      marginEnd: style.marginBottom === 'auto' ? null : margin.bottom,
      size: block.height,
      isBlock: true,
      flow: position.y - block.y,
      hold: hold.y,
    },
  };
}

/** Room from the place in normal flow on, to the side or sides that the box grows to. */
function roomAround({ size, flow, hold }: Axis): number {
  if (hold === 0.5) return 2 * Math.max(0, Math.min(flow, size - flow));
  return hold === 1 ? flow : size - flow;
}

/** What insets and margins leave of the containing block. */
function roomOf(axis: Axis): number {
  const flow = axis.start === null && axis.end === null ? axis.size - roomAround(axis) : 0;
  const taken = (axis.start ?? 0) + (axis.end ?? 0) + flow;
  return axis.size - taken - (axis.marginStart ?? 0) - (axis.marginEnd ?? 0);
}

/** Border-box width; null where a picture sizes itself. */
function usedWidth(
  box: Box,
  edges: BoxEdges,
  axis: Axis,
  block: Rect,
  setHeight: number | null,
  context: LayoutContext,
): number | null {
  const { style } = box;
  if (box.kind === 'picture') return null;
  const measure = () => measureNaturalIn(box, block.width, context);
  const set = specifiedWidth(style, edges, block.width, measure);
  if (set !== null) return set;
  const stretches = axis.start !== null && axis.end !== null;
  const height = stretches ? specifiedHeight(style, edges, block.height) : setHeight;
  if (style.aspectRatio !== 'auto' && height !== null) {
    const width = widthByRatio(style, edges, height, style.aspectRatio);
    return clampWidth(width, style, edges, block.width, measure);
  }
  const room = Math.max(edges.horizontal, roomOf(axis));
  const wanted = stretches ? room : shrinkToFit(measure(), room);
  return clampWidth(wanted, style, edges, block.width, measure);
}

/** Border-box height where it is set or both insets are; null: by the content. */
function usedHeight(
  box: Box,
  edges: BoxEdges,
  axis: Axis,
  block: Rect,
  isWide: boolean,
): number | null {
  const { style } = box;
  if (box.kind === 'picture') return null;
  const set = specifiedHeight(style, edges, block.height);
  if (set !== null) return set;
  const stretches = axis.start !== null && axis.end !== null && style.height === 'auto';
  // With a ratio one pair of insets decides, that of the width where there are two.
  const byRatio = style.aspectRatio !== 'auto' && (isWide || style.width !== 'auto');
  if (!stretches || byRatio) return null;
  return clampHeight(Math.max(edges.vertical, roomOf(axis)), style, edges, block.height);
}

/** Where the border box begins. With both insets, `auto` margins share what is left over. */
function offsetOf(axis: Axis, size: number): number {
  const { start, end, marginStart, marginEnd } = axis;
  if (start !== null && end !== null) {
    const free = axis.size - start - end - size - (marginStart ?? 0) - (marginEnd ?? 0);
    if (marginStart === null && marginEnd === null)
      return start + (axis.isBlock ? free / 2 : Math.max(0, free / 2));
    return start + (marginStart ?? free);
  }
  if (start !== null) return start + (marginStart ?? 0);
  if (end !== null) return axis.size - end - (marginEnd ?? 0) - size;
  const outer = size + (marginStart ?? 0) + (marginEnd ?? 0);
  return axis.flow - axis.hold * outer + (marginStart ?? 0);
}
