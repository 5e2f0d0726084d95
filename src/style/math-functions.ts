/** What math functions do with numbers of one unit (css-values-4 §10.2–10.6). */

/** The functions whose result has the unit of their arguments. */
export type MathName =
  | 'min'
  | 'max'
  | 'round-nearest'
  | 'round-up'
  | 'round-down'
  | 'round-to-zero'
  | 'mod'
  | 'rem'
  | 'abs'
  | 'hypot';

/** §10.3.1: the multiple of `step` that `strategy` asks for. */
function roundTo(value: number, step: number, strategy: 'nearest' | 'up' | 'down' | 'to-zero') {
  if (step === 0 || Number.isNaN(value)) return Number.NaN;
  if (!Number.isFinite(step)) return roundToInfinite(value, strategy);
  const size = Math.abs(step);
  const lower = Math.floor(value / size) * size;
  const upper = Math.ceil(value / size) * size;
  if (lower === upper) return lower;
  if (strategy === 'up') return upper;
  if (strategy === 'down') return lower;
  if (strategy === 'to-zero') return value < 0 ? upper : lower;
  return value - lower < upper - value ? lower : upper;
}

/** Of an infinite step there are three multiples: 0 and the two infinities. */
function roundToInfinite(value: number, strategy: 'nearest' | 'up' | 'down' | 'to-zero'): number {
  if (!Number.isFinite(value)) return Number.NaN;
  if (strategy === 'up' && value > 0) return Number.POSITIVE_INFINITY;
  if (strategy === 'down' && value < 0) return Number.NEGATIVE_INFINITY;
  return 0;
}

/** The sign is that of the divisor; `rem()` is the language's own `%`. */
function modulus(value: number, divisor: number): number {
  if (!Number.isFinite(divisor)) {
    const isSameSign = Object.is(Math.sign(value), Math.sign(divisor)) || value === 0;
    return Number.isFinite(value) && isSameSign ? value : Number.NaN;
  }
  return value - divisor * Math.floor(value / divisor);
}

/** The result for arguments of one unit; NaN where there is none. */
export function applyMath(name: MathName, values: readonly number[]): number {
  const [first = 0, second = 1] = values;
  switch (name) {
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'round-nearest':
      return roundTo(first, second, 'nearest');
    case 'round-up':
      return roundTo(first, second, 'up');
    case 'round-down':
      return roundTo(first, second, 'down');
    case 'round-to-zero':
      return roundTo(first, second, 'to-zero');
    case 'mod':
      return modulus(first, second);
    case 'rem':
      return first % second;
    case 'abs':
      return Math.abs(first);
    case 'hypot':
      return Math.hypot(...values);
  }
}
