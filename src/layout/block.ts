/**
 * Block containers (CSS 2 §9.4.1, §10.6): width, height, collapsing margins, list markers, and
 * slices where a column or page ends.
 */

import { alignedBy } from './alignment.ts';
import type { BlockBox } from './box.ts';
import { baselinesOf, buildBoxFragment, moveFragment } from './box-fragment.ts';
import { appeals } from './break-appeal.ts';
import { bottomOf } from './exclusions.ts';
import { freshFloats, holdsFloats } from './floats.ts';
import { type Flow, settleFlow, tryFlow } from './flow.ts';
import type { FlowInput } from './flow-cursor.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { gridInside } from './line-grid.ts';
import { joinStruts, noMargin, strutOf, strutSize } from './margin.ts';
import { measureIn } from './natural.ts';
import { withParallel } from './parallel-flows.ts';
import { isIndependent } from './peek-margin.ts';
import { restAt } from './rest.ts';
import { isPageRoot, pieceFrom } from './root-pieces.ts';
import { computeUsedBox, maxHeightOf, type UsedBox, usedHeight, usedMarginLeft } from './sizing.ts';
import { cutHeight, edgesOf, isClonedHere, isEnd, pieceOf, type Slice, topOf } from './slice.ts';
import {
  epsilon,
  type FloatSpace,
  type Fragmentainer,
  fixedSpace,
  fragmentainerFrom,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  type ParallelFlow,
  type Rest,
  type SharedMargins,
  type Space,
} from './space.ts';
import { trimOf } from './text-box.ts';

/** Lays out a block container from `space.resume` on. */
export function layoutBlock(box: BlockBox, space: Space, context: LayoutContext): Laid {
  const sizes = computeUsedBox(box.style, space, measureIn(box, space, context));
  const { slice, used } = pieceFrom(box, sizes, space);
  const input = flowInput(box, used, slice, space, context);
  const flow = settleFlow(tryFlow(input, context), input, context);
  const laid = assemble(box, used, slice, space, flow, context);
  // The content fits, but not the edge below it: some of the content goes along with that.
  const isEdgeCut =
    flow.rest === null && !isEnd(laid.rest) && laid.rest?.appeal === appeals.lastResort;
  const isBetter = flow.early !== null && flow.early.appeal > appeals.lastResort;
  if (!flow.early || !isEdgeCut || !isBetter || space.breakAt) return laid;
  const within = { ...space, breakAt: flow.early.place };
  const inputAgain = flowInput(box, used, slice, within, context);
  const flowAgain = settleFlow(tryFlow(inputAgain, context), inputAgain, context);
  const again = assemble(box, used, slice, within, flowAgain, context);
  const { shortage } = laid.rest ?? { shortage: 0 };
  return again.rest ? { ...again, rest: { ...again.rest, shortage } } : again;
}

function flowInput(
  box: BlockBox,
  used: UsedBox,
  slice: Slice,
  space: Space,
  context: LayoutContext,
): FlowInput {
  const { border, padding, vertical, horizontal } = used.edges;
  const top = topOf(box.style, used, slice);
  const independent = isIndependent(box);
  const isKnown = used.height !== null && space.isHeightIndefinite !== true;
  // Percentages pass through the anonymous box around a row of columns.
  const isAnonymous = box.element === null && box.independent && box.style.height === 'auto';
  const own = isAnonymous ? space.height : quirkyHeight(box, used, space, context);
  const innerHeight = isKnown ? Math.max(0, (used.height ?? 0) - vertical) : own;
  const most = maxHeightOf(box.style, used.edges, space.height);
  return {
    children: box.children,
    width: Math.max(0, used.width - horizontal),
    height: innerHeight,
    mostHeight: most === null ? undefined : Math.max(0, most - vertical),
    justifyItems: box.style.justifyItems,
    fragmentainer: innerFragmentainer(box, used, slice, space, top),
    resume: space.resume,
    breakAt: space.breakAt,
    collapsesTop: collapsesTopOf(box, slice, top),
    sharedMargins: independent ? undefined : sharedMarginsOf(used),
    floats: independent ? ownFloats(box, context) : sharedFloats(box, used, top, space),
    grid: gridInside(box.style, space.grid, top, context),
    trim: trimOf(box, space.trim, {
      top,
      bottom: border.bottom + padding.bottom,
    }),
  };
}

/**
 * Quirks mode: percentages pass through boxes of automatic height (quirks §3.4), and are of what
 * `html` and `body` leave of the page. Null where they do not, in any mode.
 */
function quirkyHeight(
  box: BlockBox,
  { edges, height }: UsedBox,
  space: Space,
  { styled }: LayoutContext,
): number | null {
  const { position, display } = box.style;
  const isPassed =
    styled.document.mode === 'quirks' &&
    height === null &&
    box.element !== null &&
    position !== 'absolute' &&
    position !== 'fixed' &&
    display !== 'table-cell';
  if (!isPassed || space.height === null) return null;
  if (!isPageRoot(box)) return space.height;
  return Math.max(0, space.height - edges.vertical - edges.margin.top - edges.margin.bottom);
}

/** True where the first child's top margin is the box's too. */
function collapsesTopOf(box: BlockBox, slice: Slice, top: number): boolean {
  return slice.first && top === 0 && !isIndependent(box);
}

function sharedMarginsOf({ edges: { border, padding } }: UsedBox): SharedMargins | undefined {
  const isOpenAbove = border.top + padding.top === 0;
  if (border.bottom + padding.bottom > 0) return isOpenAbove ? 'top' : undefined;
  return isOpenAbove ? 'both' : 'bottom';
}

/** A new formatting context's floats; null where it has none. */
function ownFloats(box: BlockBox, context: LayoutContext): FloatSpace | null {
  return holdsFloats(box, context) ? freshFloats : null;
}

/** The floats around the box, as seen from its content box. */
function sharedFloats(
  { style }: BlockBox,
  { edges, width }: UsedBox,
  top: number,
  { floats, width: available }: Space,
): FloatSpace | null {
  if (!floats) return null;
  const left = usedMarginLeft(style, edges, available, width);
  const x = floats.x + left + edges.border.left + edges.padding.left;
  return { exclusions: floats.exclusions, x, y: floats.y + top };
}

/** The column or page as the children see it. */
function innerFragmentainer(
  box: BlockBox,
  used: UsedBox,
  slice: Slice,
  space: Space,
  top: number,
): Fragmentainer | null {
  const outer = space.fragmentainer;
  if (!outer) return null;
  const page = box.style.page === 'auto' ? outer.page : box.style.page;
  if (!space.isHeightLeast && holdsBack(box, used, slice, outer))
    return fragmentainerFrom(outer, Number.POSITIVE_INFINITY, true, page);
  const { border, padding } = used.edges;
  // A box that goes on needs no room for its bottom edge here (css-break-3 §5.4).
  const isCloned = isClonedHere(box.style, slice);
  const bottom = isCloned ? border.bottom + padding.bottom : 0;
  const atTop = outer.atTop && (top === 0 || !slice.first);
  return fragmentainerFrom(outer, outer.room - top - bottom, atTop, page);
}

/**
 * A frame that fits on a page keeps its words: what does not go in is overset, not the next page's. In
 * columns only one that clips does.
 */
function holdsBack(
  box: BlockBox,
  used: UsedBox,
  { consumed }: Slice,
  { kind, room }: Fragmentainer,
): boolean {
  const runsOn = kind === 'column' && box.style.overflowY === 'visible';
  if (runsOn || used.height === null || isPageRoot(box)) return false;
  return used.height - consumed <= room + epsilon;
}

function assemble(
  box: BlockBox,
  used: UsedBox,
  slice: Slice,
  space: Space,
  flow: Flow,
  context: LayoutContext,
): Laid {
  const { edges } = used;
  const top = topOf(box.style, used, slice);
  const start = { x: edges.border.left + edges.padding.left, y: top };
  const marker =
    slice.first && box.marker ? layoutMarker(box.marker, flow, start.y, context) : null;
  const independent = isIndependent(box);
  const collapsesTop = collapsesTopOf(box, slice, top);
  const collapsesBottom =
    !independent && !used.frame && edges.border.bottom + edges.padding.bottom === 0;
  const roomInside = (space.fragmentainer?.room ?? Number.POSITIVE_INFINITY) - top;
  const content = Math.max(
    contentHeight(flow, collapsesTop, collapsesBottom, marker, roomInside),
    independent ? floatHeight(flow) : 0,
  );
  const { parallel } = flow;
  const goesOn = flow.rest ?? (holdsWaitingFloats(box, used, flow) ? endOf(box, parallel) : null);
  const fill = isPageRoot(box) ? (quirkyHeight(box, used, space, context) ?? 0) : 0;
  const { height, rest } = isPageRoot(box)
    ? { height: usedHeight(used, box.style, space, Math.max(content, fill)), rest: goesOn }
    : cutHeight({ box, used, slice, space, content, rest: goesOn, parallel });
  const last = isEnd(rest);
  const early = last ? flow.early : null;
  const { strain } = flow;
  const inner = { ...start, y: top + alignedBy(box, height - content - edges.vertical) };
  // A box whose height is set to nothing parts no margins either (CSS 2 §8.3.1).
  const isFlat = height === 0 && (collapsesBottom || (used.height === 0 && edges.vertical === 0));
  const through = flow.through && collapsesTop && isFlat && last && !marker;
  const fragment = buildBoxFragment({
    box,
    width: used.width,
    height,
    ...edgesOf(box.style, edges, slice, last),
    children: marker
      ? [marker, ...flow.children.map((child) => moveFragment(child, inner))]
      : flow.children.map((child) => moveFragment(child, inner)),
    // `max-height` holds words back too.
    frame: !isPageRoot(box) && (used.frame || height + epsilon < flow.height + top),
    cut: isPageRoot(box) ? undefined : pieceOf(box, used, slice, rest),
  });
  const outOfFlow = flow.outOfFlow.map((waiting) => placeWaiting(waiting, inner, marker !== null));
  // A limit that makes the height another than the content's parts the last margin from the box's; a
  // height by ratio keeps it from both.
  const isNatural = Math.abs(height - top - content) < epsilon;
  const how = {
    collapsesTop,
    collapsesBottom: collapsesBottom && used.height === null && isNatural,
    through,
    last,
  };
  const { marginTop, marginBottom } = collapse(used, slice, flow, how);
  const floats = independent ? undefined : (flow.floats ?? undefined);
  return { fragment, rest, marginTop, marginBottom, through, outOfFlow, floats, early, strain };
}

/** A formatting context's root of auto height goes on as long as its floats do (CSS 2 §10.6.7). */
function holdsWaitingFloats(box: BlockBox, used: UsedBox, { floats }: Flow): boolean {
  if (!floats || !isIndependent(box) || (used.height !== null && !isPageRoot(box))) return false;
  return floats.goesOn.left || floats.goesOn.right;
}

function endOf({ children }: BlockBox, parallel: readonly ParallelFlow[]): Rest | null {
  return withParallel(restAt(children.length, null, false), parallel);
}

function placeWaiting(
  waiting: OutOfFlow,
  inner: { readonly x: number; readonly y: number },
  hasMarker: boolean,
): OutOfFlow {
  const { position } = waiting;
  return {
    ...waiting,
    position: { x: position.x + inner.x, y: position.y + inner.y },
    after: waiting.after + (hasMarker ? 1 : 0),
  };
}

/** A formatting context's root reaches down to its floats' ends (CSS 2 §10.6.7). */
function floatHeight({ floats }: Flow): number {
  return floats ? Math.max(0, bottomOf(floats)) : 0;
}

/** Height of the content, with margins that stay inside the box. */
function contentHeight(
  flow: Flow,
  collapsesTop: boolean,
  collapsesBottom: boolean,
  marker: BoxFragment | null,
  room: number,
): number {
  const swallowed = collapsesBottom || (flow.through && collapsesTop);
  const margin = swallowed ? 0 : strutSize(flow.bottomStrut);
  // A margin ends where the column or page does (css-break-3 §5.2).
  const height = Math.min(flow.height + margin, Math.max(flow.height, room));
  return Math.max(0, height, flow.through && marker ? marker.height : 0);
}

interface Collapsing {
  readonly collapsesTop: boolean;
  readonly collapsesBottom: boolean;
  readonly through: boolean;
  readonly last: boolean;
}

/** The margins the parent sees. */
function collapse(
  used: UsedBox,
  slice: Slice,
  flow: Flow,
  how: Collapsing,
): Pick<Laid, 'marginTop' | 'marginBottom'> {
  const { margin } = used.edges;
  const ownTop = slice.first ? strutOf(margin.top) : noMargin;
  const ownBottom = how.last ? strutOf(margin.bottom) : noMargin;
  const marginTop = how.collapsesTop ? joinStruts(ownTop, flow.topStrut) : ownTop;
  if (how.through) {
    // The box stands where it would if something parted its margins (§8.3.1); what is below it
    // meets both.
    const both = joinStruts(joinStruts(marginTop, flow.bottomStrut), ownBottom);
    return { marginTop, marginBottom: both };
  }
  const inner = how.collapsesBottom && how.last && !flow.through ? flow.bottomStrut : noMargin;
  return { marginTop, marginBottom: joinStruts(inner, ownBottom) };
}

/**
 * A marker outside: its end at the item's border edge, its baseline on the item's first
 * (css-lists-3 §3.1).
 */
function layoutMarker(
  marker: BlockBox,
  flow: Flow,
  contentTop: number,
  context: LayoutContext,
): BoxFragment {
  const width = context.measureChild(marker).maxContentPt;
  const { fragment } = context.layoutChild(marker, fixedSpace(width, null, width, null));
  const own = fragment.firstBaseline ?? 0;
  const { firstBaseline } = baselinesOf(flow.children as readonly Fragment[]);
  const placed = moveFragment(fragment, {
    x: -width,
    y: contentTop + (firstBaseline === null ? 0 : firstBaseline - own),
  });
  return { ...placed, isMarker: true };
}
