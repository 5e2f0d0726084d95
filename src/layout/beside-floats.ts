/**
 * Boxes with a formatting context of their own beside floats (CSS 2 §9.5): their border box may not
 * overlap a float's margin box, so they get narrower, or go further down until there is room.
 */
import type { Box, LinesBox } from './box.ts';
import { bandAt, type Exclusions } from './exclusions.ts';
import { clampWidth, computeEdges, specifiedHeight } from './sizing.ts';
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
  readonly resume: Rest | null;
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
  /** Where the first of the floats around it ends; ∞ where there are none. */
  readonly next: number;
}

/** A box whose height changes with its width may be tried at one height this often. */
const mostTries = 3;

/** Lays out the box in the highest gap that holds it. */
export function layoutBeside(
  box: Exclude<Box, LinesBox>,
  request: BesideRequest,
  exclusions: Exclusions,
  context: LayoutContext,
): Beside {
  let y = request.top;
  for (;;) {
    let gap = gapAt(box, request, exclusions, y, y);
    for (let tries = 0; tries < mostTries; tries++) {
      const laid = layoutInGap(box, gap, y, request, context);
      const { width, height } = laid.fragment;
      const isFree = !Number.isFinite(gap.next);
      if (width > roomIn(gap) + epsilon && !isFree) break;
      const whole = gapAt(box, request, exclusions, y, y + height);
      const fits = width <= roomIn(whole) + epsilon;
      if (fits || !Number.isFinite(whole.next)) return { laid, x: startIn(box, whole, width), y };
      gap = whole;
    }
    if (!Number.isFinite(gap.next)) {
      const laid = layoutInGap(box, gap, y, request, context);
      return { laid, x: startIn(box, gap, laid.fragment.width), y };
    }
    y = Math.max(y + epsilon, gap.next);
  }
}

function roomIn({ left, right }: Gap): number {
  return Math.max(0, right - left);
}

function gapAt(
  { style }: Exclude<Box, LinesBox>,
  { left, width }: BesideRequest,
  exclusions: Exclusions,
  top: number,
  bottom: number,
): Gap {
  const band = bandAt(exclusions, top, bottom, 'boxes');
  const { margin } = computeEdges(style, width);
  return {
    left: Math.max(band.left, left + margin.left),
    right: Math.min(band.right, left + width - margin.right),
    next: band.next,
  };
}

/** `auto` widths fill the gap; others are what they are. */
function layoutInGap(
  box: Exclude<Box, LinesBox>,
  gap: Gap,
  y: number,
  request: BesideRequest,
  context: LayoutContext,
): Laid {
  const { style } = box;
  const { width, height, resume } = request;
  const edges = computeEdges(style, width);
  const room = Math.max(edges.horizontal, roomIn(gap));
  const byRatio = style.aspectRatio !== 'auto' && specifiedHeight(style, edges, height) !== null;
  const fills = box.kind !== 'picture' && style.width === 'auto' && !byRatio;
  const fixedWidth = fills
    ? clampWidth(room, style, edges, width, () => context.measureChild(box))
    : null;
  const fragmentainer = request.fragmentainer(y);
  return context.layoutChild(box, {
    ...openSpace(width, height),
    fixedWidth,
    fragmentainer,
    resume,
  });
}

/** `auto` margins share what is left of the gap. */
function startIn({ style }: Exclude<Box, LinesBox>, gap: Gap, width: number): number {
  const free = Math.max(0, roomIn(gap) - width);
  if (style.marginLeft !== 'auto') return gap.left;
  return gap.left + (style.marginRight === 'auto' ? free / 2 : free);
}
