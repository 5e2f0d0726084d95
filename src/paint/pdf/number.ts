/**
 * Numbers in content streams (ISO 32000-1 §7.3.3): as short as they can be, never with an
 * exponent, never `-0`, no zero before the point that a reader does not need.
 */

/** From here on not every digit of a number times a power of ten is certain. */
const leastUncertain = 1e15;

/** `value` with at most `decimals` decimals: 4 are 0.00004 mm of a coordinate. */
export function formatNumber(value: number, decimals: number): string {
  const power = 10 ** decimals;
  const scaled = Math.round(value * power);
  const rounded = scaled / power;
  if (Number.isInteger(rounded)) return rounded === 0 ? '0' : String(rounded);
  const size = Math.abs(scaled);
  // Below 1e-6 JavaScript writes exponents; six decimals are the most that is asked for.
  if (!(size < leastUncertain)) return rounded.toFixed(decimals).replace(/0+$/, '');
  // Every letter's place goes through here: whole numbers are written faster than fractions.
  let fraction = size % power;
  let places = decimals;
  const whole = (size - fraction) / power;
  for (; fraction % 10 === 0; places--) fraction /= 10;
  const digits = String(fraction).padStart(places, '0');
  return `${scaled < 0 ? '-' : ''}${whole === 0 ? '' : whole}.${digits}`;
}

/** A coordinate or length in pt. */
export function formatLength(value: number): string {
  return formatNumber(value, 4);
}

/** A colour component or an opacity, 0–1. */
export function formatShare(value: number): string {
  return formatNumber(Math.min(1, Math.max(0, value)), 4);
}
