/**
 * Numbers in content streams (ISO 32000-1 §7.3.3): as short as they can be, never with an
 * exponent, never `-0`, no zero before the point that a reader does not need.
 */

/** `value` with at most `decimals` decimals: 4 are 0.00004 mm of a coordinate. */
export function formatNumber(value: number, decimals: number): string {
  const power = 10 ** decimals;
  const rounded = Math.round(value * power) / power;
  if (Number.isInteger(rounded)) return rounded === 0 ? '0' : String(rounded);
  // Below 1e-6 JavaScript writes exponents; six decimals are the most that is asked for.
  return rounded
    .toFixed(decimals)
    .replace(/0+$/, '')
    .replace(/^(-?)0\./, '$1.');
}

/** A coordinate or length in pt. */
export function formatLength(value: number): string {
  return formatNumber(value, 4);
}

/** A colour component or an opacity, 0–1. */
export function formatShare(value: number): string {
  return formatNumber(Math.min(1, Math.max(0, value)), 4);
}
