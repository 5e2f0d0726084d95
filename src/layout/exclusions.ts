/**
 * The floats of one block formatting context (CSS 2 §9.5): margin boxes that lines and other boxes
 * keep clear of. Coordinates are the context's: from the left and top of its root's content box.
 * Lists are shared and never changed; each float gives a new one.
 */
import type { ComputedStyle } from '../style/index.ts';

export type FloatSide = 'left' | 'right';
export type Clear = ComputedStyle['clear'];

/**
 * The side that a float goes to, in the coordinates of the box around it, where lines run from left
 * to right (css-logical-1 §2.1).
 */
export function sideOf({ float }: Pick<ComputedStyle, 'float'>): FloatSide {
  return float === 'right' || float === 'inline-end' ? 'right' : 'left';
}

/** True where `clear` asks to stand below floats of that side. */
export function isClearOf(clear: Clear, side: FloatSide): boolean {
  if (clear === 'both' || clear === side) return true;
  return clear === (side === 'left' ? 'inline-start' : 'inline-end');
}

/** A float's margin box. Negative sizes are 0. */
export interface Exclusion {
  readonly side: FloatSide;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** `shape-outside`; null: the margin box. */
  readonly contour: Contour | null;
}

/** A float area's edge. */
export interface Contour {
  /**
   * How far it reaches between two heights: its right end for a float on the left, its left end
   * for one on the right; null where it does not.
   */
  reach(top: number, bottom: number): number | null;
}

export interface Exclusions {
  /** Floats that reach below `top`: all that can matter from there on. */
  readonly live: readonly Exclusion[];
  /** The last float and, through it, all before; for places above `top`. */
  readonly last: { readonly one: Exclusion; readonly before: Exclusions } | null;
  /** Of the last float: no later one may be higher (§9.5.1 rule 5). */
  readonly top: number;
  /** Lowest bottoms of each side, for `clear`. */
  readonly leftBottom: number;
  readonly rightBottom: number;
  /** Sides with a float that goes on in the next column or page: nothing may clear it here. */
  readonly goesOn: { readonly left: boolean; readonly right: boolean };
  /** A float waits for the next column or page as a whole: none may stand before it (§9.5.1 rule 5). */
  readonly isHeld: boolean;
}

export const noExclusions: Exclusions = {
  live: [],
  last: null,
  top: Number.NEGATIVE_INFINITY,
  leftBottom: Number.NEGATIVE_INFINITY,
  rightBottom: Number.NEGATIVE_INFINITY,
  goesOn: { left: false, right: false },
  isHeld: false,
};

/** The list with one more float. */
export function addExclusion(before: Exclusions, one: Exclusion): Exclusions {
  const top = Math.max(before.top, one.top);
  const live = before.live.filter(({ bottom }) => bottom > top);
  const isLeft = one.side === 'left';
  return {
    ...before,
    live: one.bottom > top ? [...live, one] : live,
    last: { one, before },
    top,
    leftBottom: isLeft ? Math.max(before.leftBottom, one.bottom) : before.leftBottom,
    rightBottom: isLeft ? before.rightBottom : Math.max(before.rightBottom, one.bottom),
  };
}

/** The list where a float of that side goes on in the next column or page, or begins there. */
export function withWaiting(before: Exclusions, side: FloatSide, isWhole: boolean): Exclusions {
  const goesOn = { ...before.goesOn, [side]: true };
  return { ...before, goesOn, isHeld: before.isHeld || isWhole };
}

/** True where no float has been placed, and none waits. */
export function isFree(exclusions: Exclusions): boolean {
  const { left, right } = exclusions.goesOn;
  return bottomOf(exclusions) === Number.NEGATIVE_INFINITY && !left && !right;
}

/** Where the lowest float ends; -∞ where there is none. */
export function bottomOf({ leftBottom, rightBottom }: Exclusions): number {
  return Math.max(leftBottom, rightBottom);
}

/** The least height that `clear` allows (§9.5.2); -∞ where it asks for nothing. */
export function clearedTop({ leftBottom, rightBottom }: Exclusions, clear: Clear): number {
  const left = isClearOf(clear, 'left') ? leftBottom : Number.NEGATIVE_INFINITY;
  const right = isClearOf(clear, 'right') ? rightBottom : Number.NEGATIVE_INFINITY;
  return Math.max(left, right);
}

/** What floats leave free between two heights. */
export interface Band {
  /** -∞ and ∞ where no float is on that side. */
  readonly left: number;
  readonly right: number;
  /** Where the first of the floats beside it ends; ∞ where there are none. */
  readonly next: number;
}

/** The room that a band has between two sides; negative where floats on both sides overlap. */
export function roomBetween({ left, right }: Band, start: number, end: number): number {
  const room = Math.min(end, right) - Math.max(start, left);
  return left > right + tolerance ? Math.min(room, right - left) : Math.max(0, room);
}

const freeBand: Band = {
  left: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  next: Number.POSITIVE_INFINITY,
};

/** Heights that differ by less are the same: sums in different order differ. */
const tolerance = 0.001;

/** Free room beside margin boxes, or beside contours for what stands in lines. */
export function bandAt(
  exclusions: Exclusions,
  top: number,
  bottom: number,
  edges: 'boxes' | 'contours',
): Band {
  if (bottomOf(exclusions) <= top + tolerance) return freeBand;
  let { left, right, next } = freeBand;
  for (const one of listFrom(exclusions, top)) {
    // A place without height is beside what begins just there.
    const isBeside =
      one.bottom > top + tolerance && one.top < Math.max(bottom, top + 2 * tolerance) - tolerance;
    if (!isBeside) continue;
    const { side, contour } = one;
    const isBox = edges === 'boxes' || contour === null;
    const reach = isBox ? (side === 'left' ? one.right : one.left) : contour.reach(top, bottom);
    next = Math.min(next, isBox ? one.bottom : Math.min(one.bottom, top + contourStep));
    if (reach === null) continue;
    if (side === 'left') left = Math.max(left, reach);
    else right = Math.min(right, reach);
  }
  return { left, right, next };
}

/** Beside a contour there may be more room a little further down: 1 CSS px, as in Chromium. */
const contourStep = 0.75;

/** Floats that may matter at a height; above the last float's top, all of them. */
function listFrom(exclusions: Exclusions, top: number): Iterable<Exclusion> {
  return top >= exclusions.top ? exclusions.live : allOf(exclusions);
}

function* allOf(exclusions: Exclusions): Generator<Exclusion> {
  for (let at = exclusions.last; at; at = at.before.last) yield at.one;
}
