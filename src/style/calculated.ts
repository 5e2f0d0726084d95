/** What a calculation gives: a number, a length with percentages, or an angle in degrees. */
import { type SpecifiedLength, scaleLength } from './lengths.ts';

export type Calculated =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'angle'; readonly value: number }
  | { readonly kind: 'length'; readonly value: SpecifiedLength };

export const numberResult = (value: number): Calculated => ({ kind: 'number', value });

/** The result times a number. */
export function scaleResult(a: Calculated, factor: number): Calculated {
  return a.kind === 'length'
    ? { kind: 'length', value: scaleLength(a.value, factor) }
    : { kind: a.kind, value: a.value * factor };
}
