/**
 * Computed values shared by many properties (css-values-4). Lengths are points: CSS px became
 * points (× 0.75) when they were computed.
 */
import { applyMath, type MathName } from './math-functions.ts';

/**
 * `pt + percent × (what the percentage refers to)`; `percent` is a fraction: 50 % is 0.5. With a
 * `calculation` that stands instead, `pt` is 0 and `percent` not: it depends on the percentage's base.
 */
export interface LengthPercentage {
  readonly pt: number;
  readonly percent: number;
  readonly calculation?: LengthCalculation;
}

/** A calculation that compares lengths with percentages: `min(50%, 20mm)`. */
export type LengthCalculation =
  | { readonly kind: 'math'; readonly name: MathName; readonly terms: readonly LengthPercentage[] }
  | { readonly kind: 'sum'; readonly terms: readonly LengthPercentage[] }
  | { readonly kind: 'scaled'; readonly factor: number; readonly value: LengthPercentage };

export type LengthPercentageAuto = LengthPercentage | 'auto';

export const zero: LengthPercentage = { pt: 0, percent: 0 };

/** The used value; `base` is what percentages refer to, in pt. */
export function resolveLength(value: LengthPercentage, base: number): number {
  return value.calculation ? calculate(value.calculation, base) : value.pt + value.percent * base;
}

function calculate(calculation: LengthCalculation, base: number): number {
  if (calculation.kind === 'scaled')
    return calculation.factor * resolveLength(calculation.value, base);
  const terms = calculation.terms.map((term) => resolveLength(term, base));
  return calculation.kind === 'math'
    ? applyMath(calculation.name, terms)
    : terms.reduce((sum, term) => sum + term, 0);
}

/** A point of a box; percentages as for `background-position` or `transform-origin`. */
/** A preferred aspect ratio (css-sizing-4 §5.1). */
export interface AspectRatio {
  /** Width divided by height. */
  readonly ratio: number;
  /** `auto` stands beside it: a picture's own ratio wins, and what has one is the content box. */
  readonly isAuto: boolean;
}

export interface Position {
  readonly x: LengthPercentage;
  readonly y: LengthPercentage;
}

/** A corner's two radii. */
export type Radius = Position;
