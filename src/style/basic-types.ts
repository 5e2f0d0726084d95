/**
 * Parsers of the basic types (css-values-4 §4–6): numbers, lengths, percentages, angles, strings,
 * names, addresses. A percentage is a fraction: 50 % is 0.5. An angle is in degrees.
 */
import { degreesPerUnit, readMath } from './calc.ts';
import { mathFunctionNames } from './calc-functions.ts';
import type { Calculated } from './calculated.ts';
import { custom, map } from './combinators.ts';
import { type ComponentValue, largestNumber } from './component-values.ts';
import {
  contentOf,
  isNegative,
  type LinearLength,
  lengthOf,
  percentLength,
  type SpecifiedLength,
  zeroLength,
} from './lengths.ts';
import { complain, type Parser, peek, type Reader } from './reader.ts';

/** A calculation or one value of a kind; the index moves on only where it is used. */
function readCalculated(reader: Reader): Calculated | undefined {
  const value = peek(reader);
  if (value?.kind === 'function') return readMath(reader);
  const result = value && calculatedOf(reader, value);
  if (result) reader.index += 1;
  return result;
}

function calculatedOf(reader: Reader, value: ComponentValue): Calculated | undefined {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', value: value.value };
    case 'percentage':
      return { kind: 'length', value: percentLength(value.value / 100) };
    case 'dimension': {
      const degrees = degreesPerUnit.get(value.unit);
      if (degrees !== undefined) return { kind: 'angle', value: value.value * degrees };
      const length = lengthOf(value.value, value.unit);
      if (length) return { kind: 'length', value: length };
      if (value.unit === 'fr') return undefined;
      return complain(reader, { kind: 'unknown-unit', unit: value.unit, value });
    }
    default:
      return undefined;
  }
}

/** Backs out of a value that does not suit, with the reason. */
function refuse(reader: Reader, start: number, range: string): undefined {
  const value = reader.values[start];
  reader.index = start;
  return value && complain(reader, { kind: 'out-of-range', range, value });
}

interface Allowed {
  readonly percent: boolean;
  readonly negative: boolean;
}

function lengthParser(syntax: string, allowed: Allowed): Parser<SpecifiedLength> {
  const read = (reader: Reader): SpecifiedLength | undefined => {
    const start = reader.index;
    const result = readCalculated(reader);
    if (!result) return undefined;
    const length = result.kind === 'number' ? unitless(reader, start, result) : lengthOnly(result);
    if (!length || (!allowed.percent && contentOf(length).percent)) {
      reader.index = start;
      return undefined;
    }
    if (allowed.negative) return length;
    if (reader.values[start]?.kind === 'function') return notNegative(length);
    return isNegative(length) ? refuse(reader, start, '0–∞') : length;
  };
  return custom(syntax, read, mathFunctionNames);
}

/**
 * css-values-4 §10.12: what is calculated is never out of range, but brought within it. Sums with
 * percentages are left to layout, which sets no box smaller than nothing.
 */
function notNegative(length: SpecifiedLength): SpecifiedLength {
  const isSafe = contentOf(length).percent || (length.kind === 'linear' && isPositive(length));
  return isSafe ? length : { kind: 'math', name: 'max', terms: [zeroLength, length] };
}

const isPositive = ({ pt, em, rem, lh, rlh }: LinearLength): boolean =>
  Math.min(pt, em, rem, lh, rlh) >= 0;

const lengthOnly = (result: Calculated): SpecifiedLength | undefined =>
  result.kind === 'length' ? result.value : undefined;

/** Only a plain 0 is a length without a unit. */
function unitless(reader: Reader, start: number, { value }: { value: number }) {
  const written = reader.values[start];
  if (value === 0 && written?.kind === 'number') return zeroLength;
  if (written?.kind === 'number') complain(reader, { kind: 'unit-missing', value: written });
  return undefined;
}

export const length = lengthParser('<length>', { percent: false, negative: true });
export const nonNegativeLength = lengthParser('<length [0,∞]>', {
  percent: false,
  negative: false,
});
export const lengthPercentage = lengthParser('<length-percentage>', {
  percent: true,
  negative: true,
});
export const nonNegativeLengthPercentage = lengthParser('<length-percentage [0,∞]>', {
  percent: true,
  negative: false,
});

/**
 * A share that shows in no length: 0 % is a percentage like any other where what it refers to is not
 * known, and has to stay one.
 */
const leastShare = 1e-12;

export const zeroPercent: SpecifiedLength = percentLength(leastShare);

/** Of sizes, whose percentages may have nothing to refer to (css-sizing-3 §5.1). */
export const sizePercentage: Parser<SpecifiedLength> = custom(
  nonNegativeLengthPercentage.syntax,
  (reader: Reader) => {
    const written = reader.values[reader.index];
    const length = nonNegativeLengthPercentage.read(reader);
    const isNone = written?.kind === 'percentage' && written.value === 0;
    return length && isNone ? zeroPercent : length;
  },
  nonNegativeLengthPercentage.words,
);

function numberParser(syntax: string, min: number, max = Number.POSITIVE_INFINITY) {
  return custom(
    syntax,
    (reader) => {
      const start = reader.index;
      const result = readCalculated(reader);
      if (result?.kind !== 'number') {
        reader.index = start;
        return undefined;
      }
      const { value } = result;
      if (reader.values[start]?.kind === 'function') return within(value, min, max);
      return value < min || value > max
        ? refuse(reader, start, `${min}–${max === Number.POSITIVE_INFINITY ? '∞' : max}`)
        : value;
    },
    mathFunctionNames,
  );
}

/** A calculated number within its bounds; 0 ÷ 0 counts as 0, and nothing is infinite. */
function within(value: number, min: number, max: number): number {
  const least = Math.max(min, -largestNumber);
  const most = Math.min(max, largestNumber);
  return Number.isNaN(value) ? Math.max(0, least) : Math.min(Math.max(value, least), most);
}

export const number = numberParser('<number>', Number.NEGATIVE_INFINITY);
export const nonNegativeNumber = numberParser('<number [0,∞]>', 0);
export const numberBetween = (min: number, max: number): Parser<number> =>
  numberParser(`<number [${min},${max}]>`, min, max);

/** A whole number of at least `min`. A calculation is rounded (css-values-4 §10.3). */
export function integerFrom(min: number): Parser<number> {
  const syntax = min === Number.NEGATIVE_INFINITY ? '<integer>' : `<integer [${min},∞]>`;
  const parser = numberParser(syntax, min);
  const read = (reader: Reader): number | undefined => {
    const written = peek(reader);
    if (written?.kind === 'number' && !written.isInteger) return undefined;
    const value = parser.read(reader);
    return value === undefined ? undefined : Math.round(value);
  };
  return { ...parser, read };
}

export const integer = integerFrom(Number.NEGATIVE_INFINITY);

/** A percentage as a fraction. */
export const percentage: Parser<number> = custom('<percentage>', (reader) => {
  const start = reader.index;
  const result = readCalculated(reader);
  if (result?.kind === 'length' && result.value.kind === 'linear') {
    const { percent, length: hasLength } = contentOf(result.value);
    const isZeroPercent = reader.values[start]?.kind === 'percentage';
    if (!hasLength && (percent || isZeroPercent)) return result.value.percent;
  }
  reader.index = start;
  return undefined;
});

/** A number, or a percentage as a fraction. */
export const numberOrPercentage: Parser<number> = custom(
  '<number> | <percentage>',
  (reader) => number.read(reader) ?? percentage.read(reader),
);

/** An angle in degrees; a plain 0 counts. */
export const angle: Parser<number> = custom('<angle>', (reader) => {
  const start = reader.index;
  const written = peek(reader);
  const result = readCalculated(reader);
  if (result?.kind === 'angle') return result.value;
  if (result?.kind === 'number' && result.value === 0 && written?.kind === 'number') return 0;
  reader.index = start;
  return undefined;
});

export const string: Parser<string> = custom('<string>', (reader) => {
  const value = peek(reader);
  if (value?.kind !== 'string') return undefined;
  reader.index += 1;
  return value.text;
});

const cssWide = new Set(['initial', 'inherit', 'unset', 'revert', 'revert-layer', 'default']);

/** A name of the author's own, as written; never a CSS-wide keyword or one of `excluded`. */
export function customIdent(...excluded: readonly string[]): Parser<string> {
  const reserved = new Set(excluded);
  return custom('<custom-ident>', (reader) => {
    const value = peek(reader);
    if (value?.kind !== 'ident' || cssWide.has(value.word) || reserved.has(value.word))
      return undefined;
    reader.index += 1;
    return value.text;
  });
}

/** `url(…)` as a path in the project. An address within the document (`#id`) stays as it is. */
export const url: Parser<string> = custom(
  '<url>',
  (reader) => {
    const value = peek(reader);
    if (value?.kind !== 'url') return undefined;
    reader.index += 1;
    return value.text;
  },
  ['url'],
);

/** A width over a height, as one number: `3 / 2` is 1.5 (css-values-4 §5.6). */
export const ratio: Parser<number> = map(
  custom('<ratio>', (reader) => {
    const width = nonNegativeNumber.read(reader);
    if (width === undefined) return undefined;
    const slash = peek(reader);
    if (slash?.kind !== 'delim' || slash.text !== '/') return { width, height: 1 };
    reader.index += 1;
    const height = nonNegativeNumber.read(reader);
    return height === undefined ? undefined : { width, height };
  }),
  ({ width, height }) => (width > 0 && height > 0 ? width / height : undefined),
);
