/**
 * How good a place is to break at (css-break-3 §4.4): where nothing fits without breaking a rule,
 * rules are dropped one by one, and of two places the better one is taken, else the later.
 */

/** From the worst: nothing else will do; `avoid`; orphans or widows; no rule is broken. */
export type Appeal = 1 | 2 | 3 | 4;

export const appeals = { lastResort: 1, avoided: 2, lonelyLines: 3, perfect: 4 } as const;

/** A place in a box: before child `index`, or inside that child. For lines: before line `index`. */
export interface BreakPlace {
  readonly index: number;
  readonly inside: BreakPlace | null;
}

/** The best place so far at which what has been placed could have been broken. */
export interface EarlyBreak {
  readonly place: BreakPlace;
  readonly appeal: Appeal;
}

/** What columns in a box, held to a height from outside, make of it. */
export interface Strain {
  /** Which rules their breaks go against. */
  readonly appeal: Appeal;
  /** How much more height would let one of them hold something more. */
  readonly shortage: number;
}

export function joinStrains(one: Strain | undefined, other: Strain | undefined) {
  if (!one || !other) return one ?? other;
  return {
    appeal: leastAppeal(one.appeal, other.appeal),
    shortage: Math.min(one.shortage, other.shortage),
  };
}

export function leastAppeal(one: Appeal, other: Appeal): Appeal {
  return one < other ? one : other;
}

/** The later of two places, unless it is worse. */
export function betterBreak(
  before: EarlyBreak | null,
  later: EarlyBreak | null,
): EarlyBreak | null {
  if (!before || !later) return later ?? before;
  return later.appeal >= before.appeal ? later : before;
}
