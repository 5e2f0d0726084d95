/**
 * Placing floats (CSS 2 §9.5.1): as high as the rules allow, then as far to their side as there is
 * room. A float starts a block formatting context of its own, so it is laid out without knowing
 * where it will stand.
 */
import type { Point } from '../base/index.ts';
import { shrunkWidth } from './atom.ts';
import { type Box, isFloat } from './box.ts';
import { moveFragment, relativeOffset } from './box-fragment.ts';
import { appeals } from './break-appeal.ts';
import { isBreakInsideAvoided, isMonolithic } from './break-rules.ts';
import {
  addExclusion,
  bandAt,
  clearedTop,
  type Exclusions,
  noExclusions,
  roomBetween,
  sideOf,
  withWaiting,
} from './exclusions.ts';
import type { BoxFragment } from './fragment.ts';
import type { LineGrid } from './line-grid.ts';
import { isIndependent } from './peek-margin.ts';
import { perRun } from './per-run.ts';
import { isStart } from './rest.ts';
import { contourOf } from './shape-outside.ts';
import { computeEdges } from './sizing.ts';
import {
  epsilon,
  type FloatSpace,
  type Fragmentainer,
  fixedSpace,
  type LayoutContext,
  type OutOfFlow,
  type Rest,
  type WaitingFloat,
} from './space.ts';

/** Where a block formatting context begins: no floats yet. */
export const freshFloats: FloatSpace = { exclusions: noExclusions, x: 0, y: 0 };

const floatsInside = perRun<Box, boolean>();

/** True where the box's own formatting context has a float somewhere in the box. */
export function holdsFloats(box: Box, context: LayoutContext): boolean {
  if (box.kind !== 'block' && box.kind !== 'columns' && box.kind !== 'lines') return false;
  const table = floatsInside(context);
  const known = table.get(box);
  if (known !== undefined) return known;
  const found =
    box.kind === 'lines'
      ? box.content.some((one) => one.kind === 'atom' && isFloat(one.box))
      : box.children.some(
          (child) => isFloat(child) || (!isIndependentOf(child) && holdsFloats(child, context)),
        );
  table.set(box, found);
  return found;
}

function isIndependentOf(child: Box): boolean {
  return child.kind !== 'lines' && isIndependent(child);
}

/** A float and the place it is meant for. */
export interface FloatRequest {
  readonly box: Box;
  /** Its containing block, in the formatting context's coordinates. */
  readonly left: number;
  readonly width: number;
  readonly height: number | null;
  /** No higher than this. */
  readonly top: number;
  /** The column or page; `room` counts from the formatting context's top. Null: no end. */
  readonly fragmentainer: Fragmentainer | null;
  /** The baseline grid from a height on. */
  grid(top: number): LineGrid | undefined;
  readonly resume: Rest | null;
}

export interface PlacedFloat {
  /** Null where the whole float goes on to the next column or page. */
  readonly fragment: BoxFragment | null;
  /** Of the fragment's border box, in the formatting context's coordinates. */
  readonly at: Point;
  readonly outOfFlow: readonly OutOfFlow[];
  readonly exclusions: Exclusions;
  /** What is left over for the next column or page. */
  readonly waiting: WaitingFloat | null;
}

/** Lays out a float and finds its place. */
export function placeFloat(
  request: FloatRequest,
  before: Exclusions,
  context: LayoutContext,
): PlacedFloat {
  const { box, left, width } = request;
  const { margin } = computeEdges(box.style, width);
  const side = sideOf(box.style);
  const outerWidth = outerWidthOf(request, margin.left + margin.right, context);
  const top = freeTop(request, before, outerWidth);
  const isMoved = top > request.top + epsilon;
  const { laid, waiting } = before.isHeld
    ? held(request)
    : layoutFloat(request, top + margin.top, isMoved, context);
  const known = waiting ? withWaiting(before, side, !laid) : before;
  if (!laid) return { fragment: null, at: noPoint, outOfFlow: [], exclusions: known, waiting };
  const { fragment } = laid;
  const goesOn = waiting !== null && !waiting.resume?.ended;
  const wide = Math.max(0, margin.left + fragment.width + margin.right);
  const above = request.resume ? 0 : margin.top;
  // A margin ends where the column or page does (css-break-3 §5.2).
  const room = (request.fragmentainer?.room ?? Number.POSITIVE_INFINITY) - top - above;
  const below = Math.min(margin.bottom, Math.max(0, room - fragment.height));
  const high = Math.max(0, above + fragment.height + (goesOn ? 0 : below));
  const band = bandAt(before, top, top, 'boxes');
  const end = Math.min(left + width, band.right);
  const x = side === 'left' ? Math.max(left, band.left) : end - wide;
  // Margins that outdo the box leave no area, but a box that its end still hangs from.
  const own = side === 'left' ? x + margin.left : end - margin.right - fragment.width;
  const marginBox = { x, y: top, width: wide, height: high };
  const shift = relativeOffset(box.style, fixedSpace(width, request.height, null, null));
  return {
    fragment: moveFragment(fragment, shift),
    at: { x: own, y: top + above },
    outOfFlow: laid.outOfFlow,
    exclusions: addExclusion(known, {
      side,
      left: x,
      right: x + wide,
      top,
      bottom: top + high,
      contour: contourOf(box, marginBox, fragment, margin, width, context),
    }),
    waiting,
  };
}

/** It waits behind an earlier one. */
function held({ box, resume }: FloatRequest) {
  const shortage = Number.POSITIVE_INFINITY;
  return { laid: null, waiting: { box, resume, shortage, appeal: appeals.perfect } };
}

const noPoint: Point = { x: 0, y: 0 };

/** Width of the margin box. */
function outerWidthOf(request: FloatRequest, margins: number, context: LayoutContext): number {
  const { box, width, height } = request;
  const border =
    box.kind === 'picture'
      ? context.layoutChild(box, fixedSpace(width, height, null, null)).fragment.width
      : shrunkWidth(box, width, height, context);
  return Math.max(0, margins + border);
}

/** The first height at which the float has room beside those before it (rules 3, 5, 7, 8). */
function freeTop({ box, left, width, top }: FloatRequest, before: Exclusions, wide: number) {
  let y = Math.max(top, before.top, clearedTop(before, box.style.clear));
  for (;;) {
    const band = bandAt(before, y, y, 'boxes');
    const room = roomBetween(band, left, left + width);
    if (wide <= room + epsilon || !Number.isFinite(band.next)) return y;
    // A float wider than its block needs only that nothing is beside it.
    const isAlone = band.left <= left + epsilon && band.right >= left + width - epsilon;
    if (isAlone) return y;
    y = band.next;
  }
}

/** The float, or what of it goes into the column or page. */
function layoutFloat(request: FloatRequest, top: number, isMoved: boolean, context: LayoutContext) {
  const { box, width, height, fragmentainer, resume } = request;
  const fixed = box.kind === 'picture' ? null : shrunkWidth(box, width, height, context);
  const whole = { ...fixedSpace(width, height, fixed, null), grid: request.grid(top) };
  if (!fragmentainer) return { laid: context.layoutChild(box, whole), waiting: null };
  const room = fragmentainer.room - top;
  const { kind } = fragmentainer;
  const atTop = fragmentainer.atTop && !isMoved;
  const own = isMonolithic(box, kind) ? null : { ...fragmentainer, room, atTop };
  const laid = context.layoutChild(box, { ...whole, fragmentainer: own, resume });
  const { rest } = laid;
  const shortage = rest?.shortage ?? laid.fragment.height - room;
  const isAvoided = isBreakInsideAvoided(box, kind);
  // Whether it stands here or goes on as a whole no rule says.
  const later = (from: Rest | null, isCut: boolean): WaitingFloat => {
    const appeal = isCut && isAvoided ? appeals.avoided : appeals.perfect;
    return { box, resume: from, shortage, appeal };
  };
  const isTooHigh = laid.fragment.height > room + epsilon;
  const mustGo = !atTop && (rest ? isStart(rest) || isAvoided : isTooHigh && Number.isFinite(room));
  if (mustGo || (rest && isStart(rest))) return { laid: null, waiting: later(resume, false) };
  return { laid, waiting: rest ? later(rest, true) : null };
}
