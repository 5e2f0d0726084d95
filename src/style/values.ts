/**
 * Computed values shared by many properties (css-values-4). Lengths are points: CSS px became
 * points (× 0.75) when they were computed.
 */

/** `pt + percent × (what the percentage refers to)`; `percent` is a fraction: 50 % is 0.5. */
export interface LengthPercentage {
  readonly pt: number;
  readonly percent: number;
}

export type LengthPercentageAuto = LengthPercentage | 'auto';

export const zero: LengthPercentage = { pt: 0, percent: 0 };

/** The used value; `base` is what percentages refer to, in pt. */
export function resolveLength(value: LengthPercentage, base: number): number {
  return value.pt + value.percent * base;
}

/** A point of a box; percentages as for `background-position` or `transform-origin`. */
export interface Position {
  readonly x: LengthPercentage;
  readonly y: LengthPercentage;
}

/** A corner's two radii. */
export type Radius = Position;
