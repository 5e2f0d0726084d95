/** Numbers for messages and tests: no exponent, no trailing zeros, never `-0`. */

/** `value` with at most `decimals` decimals. */
export function numberText(value: number, decimals = 2): string {
  const factor = 10 ** decimals;
  const rounded = Math.round(value * factor) / factor;
  return String(rounded === 0 ? 0 : rounded);
}
