/**
 * Boxes with a formatting context of their own beside floats (CSS 2 §9.5): their border box may not
 * overlap a float's margin box, so they get narrower, or go further down until there is room.
 */
import type { Box, LinesBox } from './box.ts';
import type { BreakPlace } from './break-appeal.ts';
import { bandAt, type Exclusions, roomBetween } from './exclusions.ts';
import type { LineGrid } from './line-grid.ts';
import { perRun } from './per-run.ts';
import {
  clampWidth,
  computeEdges,
  computeUsedBox,
  shrinkToFit,
  specifiedHeight,
} from './sizing.ts';
import {
  epsilon,
  type Fragmentainer,
  type Laid,
  type LayoutContext,
  openSpace,
  type Rest,
} from './space.ts';

/** What is wanted of the place; coordinates are the formatting context's. */
export interface BesideRequest {
  /** Of the containing block. */
  readonly left: number;
  readonly width: number;
  readonly height: number | null;
  /** Border box no higher than this. */
  readonly top: number;
  /** The column or page from a height on. */
  fragmentainer(top: number): Fragmentainer | null;
  /** The baseline grid from a height on. */
  grid(top: number): LineGrid | undefined;
  readonly resume: Rest | null;
  readonly breakAt: BreakPlace | undefined;
}

export interface Beside {
  readonly laid: Laid;
  /** Of the border box. */
  readonly x: number;
  readonly y: number;
}

/** Room for a border box between floats, margins of the box taken into account. */
interface Gap {
  readonly left: number;
  readonly right: number;
  /** The widest box that overlaps no float, whatever margins lie under floats; ∞ where there is none. */
  readonly most: number;
  /** Where the first of the floats around it ends; ∞ where there are none. */
  readonly next: number;
}

/** A box whose height changes with its width may be tried at one height this often. */
const mostTries = 3;
/** Boxes in boxes that may be tried more than once: each level multiplies the work. */
const deepestTries = 3;

const triesByRun = perRun<LayoutContext, { depth: number }>();

/** Lays out the box in the highest gap that holds it. */
export function layoutBeside(
  box: Exclude<Box, LinesBox>,
  request: BesideRequest,
  exclusions: Exclusions,
  context: LayoutContext,
): Beside {
  let y = request.top;
  for (;;) {
    const gap = gapAt(box, request, exclusions, y, y);
    const found = holds(gap, widthIn(box, gap, request, context))
      ? layoutAt(y, gap, box, request, exclusions, context)
      : null;
    if (found) return found;
    y = Math.max(y + epsilon, gap.next);
  }
}

/** The box at one height; null where floats further down leave it too little room. */
function layoutAt(
  y: number,
  start: Gap,
  box: Exclude<Box, LinesBox>,
  request: BesideRequest,
  exclusions: Exclusions,
  context: LayoutContext,
): Beside | null {
  const run = triesByRun(context).get(context) ?? { depth: 0 };
  triesByRun(context).set(context, run);
  let gap = start;
  for (let tries = 0; tries < mostTries; tries++) {
    run.depth++;
    const laid = layoutInGap(box, gap, y, request, context);
    run.depth--;
    const { width, height } = laid.fragment;
    const whole = gapAt(box, request, exclusions, y, y + height);
    if (holds(whole, width) || run.depth > deepestTries)
      return { laid, x: startIn(box, whole, width), y };
    gap = whole;
    if (!holds(gap, widthIn(box, gap, request, context))) return null;
  }
  return null;
}

function roomIn({ left, right }: Gap): number {
  return Math.max(0, right - left);
}

function holds(gap: Gap, width: number): boolean {
  return !Number.isFinite(gap.next) || width <= gap.most + epsilon;
}

/** Margins lie under floats; negative ones widen the room only where no float is. */
function gapAt(
  { style }: Exclude<Box, LinesBox>,
  { left, width }: BesideRequest,
  exclusions: Exclusions,
  top: number,
  bottom: number,
): Gap {
  const band = bandAt(exclusions, top, bottom, 'boxes');
  const { margin } = computeEdges(style, width);
  const right = left + width;
  const isWhole = band.left <= left + epsilon && band.right >= right - epsilon;
  if (isWhole) {
    const most = Number.POSITIVE_INFINITY;
    return { left: left + margin.left, right: right - margin.right, most, next: band.next };
  }
  const start = Math.max(band.left, left + Math.max(0, margin.left));
  const end = Math.min(band.right, right - Math.max(0, margin.right));
  const room = roomBetween(band, left, right);
  const most = band.right < right ? Math.min(room, band.right - start) : room;
  return { left: start, right: end, most, next: band.next };
}

function layoutInGap(
  box: Exclude<Box, LinesBox>,
  gap: Gap,
  y: number,
  request: BesideRequest,
  context: LayoutContext,
): Laid {
  const { width, height, resume, breakAt } = request;
  const fixedWidth = isAsItIs(box) ? null : widthIn(box, gap, request, context);
  const fragmentainer = request.fragmentainer(y);
  const open = openSpace(width, height);
  return context.layoutChild(box, {
    ...open,
    fixedWidth,
    fragmentainer,
    resume,
    breakAt,
    grid: request.grid(y),
  });
}

/** Pictures, and boxes as wide as their lines, which stand upright, take (css-writing-modes-4 §7.3). */
function isAsItIs({ kind, style, turn }: Exclude<Box, LinesBox>): boolean {
  return kind === 'picture' || (turn?.swaps === true && style.width === 'auto');
}

/** Width of the border box: `auto` fills the gap (a table only if it wants to), others are what they are. */
function widthIn(
  box: Exclude<Box, LinesBox>,
  gap: Gap,
  { width, height }: BesideRequest,
  context: LayoutContext,
): number {
  const { style } = box;
  const open = openSpace(width, height);
  if (isAsItIs(box)) return context.layoutChild(box, open).fragment.width;
  const edges = computeEdges(style, width);
  const measure = () => context.measureChild(box);
  const byRatio = style.aspectRatio !== 'auto' && specifiedHeight(style, edges, height) !== null;
  const room = Math.max(edges.horizontal, roomIn(gap));
  const shrinks =
    style.width === 'fit-content' || (style.width === 'auto' && box.kind === 'table' && !byRatio);
  const fills = style.width === 'stretch' || (style.width === 'auto' && !byRatio);
  if (shrinks) return clampWidth(shrinkToFit(measure(), room), style, edges, width, measure);
  if (fills) return clampWidth(room, style, edges, width, measure);
  return computeUsedBox(style, open, measure).width;
}

/** `auto` margins share what is left of the gap. */
function startIn({ style }: Exclude<Box, LinesBox>, gap: Gap, width: number): number {
  const free = Math.max(0, roomIn(gap) - width);
  if (style.marginLeft !== 'auto') return gap.left;
  return gap.left + (style.marginRight === 'auto' ? free / 2 : free);
}
