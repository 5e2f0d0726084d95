/** The math functions by name (css-values-4 §10.2–10.7), given their arguments. */
import { type Calculated, numberResult } from './calculated.ts';
import { absolutePoints, type SpecifiedLength } from './lengths.ts';
import { applyMath, type MathName } from './math-functions.ts';

/** `min(1em, none)`: a keyword is a word. */
type Arguments = readonly (Calculated | string)[];

type Calculate = (values: readonly Calculated[]) => Calculated | undefined;

/** Same unit in, same unit out: numbers and angles at once, lengths when they are computed. */
function apply(name: MathName, values: readonly Calculated[]): Calculated | undefined {
  const [first] = values;
  if (!first || values.some(({ kind }) => kind !== first.kind)) return undefined;
  if (first.kind !== 'length') {
    const numbers = values.flatMap((one) => (one.kind === 'length' ? [] : [one.value]));
    return { kind: first.kind, value: applyMath(name, numbers) };
  }
  const terms = values.flatMap((one) => (one.kind === 'length' ? [one.value] : []));
  return { kind: 'length', value: { kind: 'math', name, terms } };
}

const like =
  (name: MathName, least: number, most: number): Calculate =>
  (values) =>
    values.length >= least && values.length <= most ? apply(name, values) : undefined;

/** Numbers in, a number out. */
const ofNumbers =
  (
    least: number,
    most: number,
    calculate: (a: number, b: number | undefined) => number,
  ): Calculate =>
  (values) => {
    const [a, b] = values;
    if (values.length < least || values.length > most || a?.kind !== 'number') return undefined;
    if (b && b.kind !== 'number') return undefined;
    return numberResult(calculate(a.value, b?.value));
  };

/** An angle, or a number of radians. */
const ofAngle =
  (calculate: (radians: number) => number): Calculate =>
  ([angle, ...more]) => {
    if (!angle || more.length > 0 || angle.kind === 'length') return undefined;
    const radians = angle.kind === 'angle' ? (angle.value * Math.PI) / 180 : angle.value;
    // Sines of right angles are exact in CSS, and not in floating point.
    return numberResult(Math.round(calculate(radians) * 1e14) / 1e14);
  };

const toAngle = (radians: number): Calculated => ({
  kind: 'angle',
  value: (radians * 180) / Math.PI,
});

const inverse =
  (calculate: (value: number) => number): Calculate =>
  ([value, ...more]) =>
    value?.kind === 'number' && more.length === 0 ? toAngle(calculate(value.value)) : undefined;

/** The number behind a result that depends on no font. */
function plain(value: Calculated | undefined): number | undefined {
  return value?.kind === 'length' ? absolutePoints(value.value) : value?.value;
}

const atan2: Calculate = ([y, x, ...more]) => {
  const over = plain(y);
  const along = plain(x);
  const isLike = y?.kind === x?.kind && more.length === 0;
  return isLike && over !== undefined && along !== undefined
    ? toAngle(Math.atan2(over, along))
    : undefined;
};

const sign: Calculate = ([value, ...more]) => {
  const number = value?.kind === 'length' ? signOf(value.value) : plain(value);
  return number === undefined || more.length > 0 ? undefined : numberResult(Math.sign(number));
};

/** Any font size is positive, so one unit alone says which side of zero it is on. */
function signOf(value: SpecifiedLength): number | undefined {
  if (value.kind === 'unit') return value.value;
  if (value.kind !== 'linear') return undefined;
  const parts = [value.pt, value.percent, value.em, value.rem, value.lh, value.rlh];
  const signs = new Set(parts.map(Math.sign).filter((part) => part !== 0));
  const [only = 0] = signs;
  return signs.size > 1 ? undefined : only;
}

const functions: ReadonlyMap<string, Calculate> = new Map<string, Calculate>([
  ['calc', ([value, ...more]) => (more.length === 0 ? value : undefined)],
  ['min', (values) => apply('min', values)],
  ['max', (values) => apply('max', values)],
  ['hypot', (values) => apply('hypot', values)],
  ['abs', like('abs', 1, 1)],
  ['mod', like('mod', 2, 2)],
  ['rem', like('rem', 2, 2)],
  ['sign', sign],
  ['sin', ofAngle(Math.sin)],
  ['cos', ofAngle(Math.cos)],
  ['tan', ofAngle(Math.tan)],
  ['asin', inverse(Math.asin)],
  ['acos', inverse(Math.acos)],
  ['atan', inverse(Math.atan)],
  ['atan2', atan2],
  ['pow', ofNumbers(2, 2, (base, exponent) => base ** (exponent ?? 1))],
  ['sqrt', ofNumbers(1, 1, Math.sqrt)],
  ['exp', ofNumbers(1, 1, Math.exp)],
  [
    'log',
    ofNumbers(1, 2, (value, base) => Math.log(value) / (base === undefined ? 1 : Math.log(base))),
  ],
]);

/** What `readMath` knows. */
export const mathFunctionNames: readonly string[] = [...functions.keys(), 'clamp', 'round'];

const strategies: ReadonlyMap<string, MathName> = new Map([
  ['nearest', 'round-nearest'],
  ['up', 'round-up'],
  ['down', 'round-down'],
  ['to-zero', 'round-to-zero'],
]);

/** §10.3.1: `round(<strategy>?, A, B?)`; B is 1 for numbers. */
function round([first, ...rest]: Arguments): Calculated | undefined {
  const isStrategy = typeof first === 'string';
  const name = isStrategy ? strategies.get(first) : 'round-nearest';
  const values = isStrategy ? rest : [first, ...rest];
  const [value, step, more] = values;
  if (!name || typeof value !== 'object' || typeof step === 'string' || more !== undefined)
    return undefined;
  if (!step) return value.kind === 'number' ? apply(name, [value, numberResult(1)]) : undefined;
  return apply(name, [value, step]);
}

/** §10.2: `clamp(<min> | none, <value>, <max> | none)`; the minimum wins. */
function clamp([least, value, most, ...more]: Arguments): Calculated | undefined {
  if (typeof value !== 'object' || least === undefined || most === undefined) return undefined;
  const isWrong = [least, most].some((bound) => typeof bound === 'string' && bound !== 'none');
  if (isWrong || more.length > 0) return undefined;
  const upper = typeof most === 'object' ? apply('min', [value, most]) : value;
  return upper && typeof least === 'object' ? apply('max', [least, upper]) : upper;
}

/**
 * The result of a math function; undefined where its arguments do not suit, `'unknown'` where the
 * name is none of a math function. Arguments are read only for one that is.
 */
export function calculateFunction(
  name: string,
  readArguments: () => Arguments | undefined,
): Calculated | undefined | 'unknown' {
  const plainFunction = functions.get(name);
  if (!plainFunction && name !== 'clamp' && name !== 'round') return 'unknown';
  const values = readArguments();
  if (!values) return undefined;
  if (name === 'clamp') return clamp(values);
  if (name === 'round') return round(values);
  const results = values.filter((value) => typeof value === 'object');
  return results.length === values.length ? plainFunction?.(results) : undefined;
}
