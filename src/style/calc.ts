/**
 * Math functions (css-values-4 §10) of numbers, lengths and angles: `calc()` and what may stand in
 * it. Numbers and angles are calculated here, lengths when the element's font is known; where
 * lengths meet percentages, in layout.
 */
import { calculateFunction } from './calc-functions.ts';
import { type Calculated, numberResult, scaleResult } from './calculated.ts';
import type { ComponentValue } from './component-values.ts';
import { absolutePoints, addLengths, lengthOf, percentLength } from './lengths.ts';
import { complain, isAtEnd, peek, type Reader, readerWithin, takeDelim } from './reader.ts';

/** Values and signs that one calculation may hold; far more than anyone writes. */
const mostOperands = 2000;

const unsupported: ReadonlySet<string> = new Set([
  'calc-size',
  'progress',
  'random',
  'media-progress',
]);

/** Degrees of one unit of angle. */
export const degreesPerUnit: ReadonlyMap<string, number> = new Map([
  ['deg', 1],
  ['grad', 0.9],
  ['rad', 180 / Math.PI],
  ['turn', 360],
]);

/** A math function, if one is next. Complains where it cannot be calculated. */
export function readMath(reader: Reader): Calculated | undefined {
  const value = peek(reader);
  if (value?.kind !== 'function') return undefined;
  if (unsupported.has(value.name))
    return complain(reader, { kind: 'unsupported-function', name: value.name, value });
  const result = calculateFunction(value.name, () => readArguments(reader, value.values));
  if (result === 'unknown') return undefined;
  if (result === undefined) return complain(reader, { kind: 'calculation', value });
  reader.index += 1;
  return result;
}

/** Sums between commas; a keyword (`none`, `up`) stands for itself. */
function readArguments(
  outer: Reader,
  values: readonly ComponentValue[],
): readonly (Calculated | string)[] | undefined {
  const reader = readerWithin(outer, values);
  const terms: (Calculated | string)[] = [];
  do {
    const term = readSum(reader) ?? readKeyword(reader);
    if (term === undefined) return undefined;
    terms.push(term);
  } while (takeDelim(reader, ','));
  return isAtEnd(reader) ? terms : undefined;
}

function readKeyword(reader: Reader): string | undefined {
  const value = peek(reader);
  if (value?.kind !== 'ident') return undefined;
  reader.index += 1;
  return value.word;
}

/** `<calc-sum>`: products joined by `+` and `-` with white space on both sides. */
function readSum(reader: Reader): Calculated | undefined {
  if (reader.values.length > mostOperands) return undefined;
  let sum = readProduct(reader);
  while (sum) {
    const sign = peek(reader);
    if (sign?.kind !== 'delim' || (sign.text !== '+' && sign.text !== '-')) return sum;
    if (!sign.spaced || !reader.values[reader.index + 1]?.spaced) return undefined;
    reader.index += 1;
    const term = readProduct(reader);
    sum = term && add(sum, sign.text === '-' ? scaleResult(term, -1) : term);
  }
  return undefined;
}

/** `<calc-product>`: values joined by `*` and `/`. */
function readProduct(reader: Reader): Calculated | undefined {
  let product = readOperand(reader);
  while (product) {
    if (takeDelim(reader, '*')) {
      const factor = readOperand(reader);
      product = factor && multiply(product, factor);
    } else if (takeDelim(reader, '/')) {
      const divisor = readOperand(reader);
      product = divisor && divide(product, divisor);
    } else return product;
  }
  return undefined;
}

function readOperand(reader: Reader): Calculated | undefined {
  const value = peek(reader);
  if (!value) return undefined;
  if (value.kind === 'function') return readMath(reader);
  const operand = operandOf(reader, value);
  if (operand) reader.index += 1;
  return operand;
}

const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
  ['infinity', Number.POSITIVE_INFINITY],
  ['-infinity', Number.NEGATIVE_INFINITY],
  ['nan', Number.NaN],
]);

function operandOf(reader: Reader, value: ComponentValue): Calculated | undefined {
  switch (value.kind) {
    case 'number':
      return numberResult(value.value);
    case 'percentage':
      return { kind: 'length', value: percentLength(value.value / 100) };
    case 'ident': {
      const constant = constants.get(value.word);
      return constant === undefined ? undefined : numberResult(constant);
    }
    case 'dimension': {
      const degrees = degreesPerUnit.get(value.unit);
      if (degrees !== undefined) return { kind: 'angle', value: value.value * degrees };
      const length = lengthOf(value.value, value.unit);
      return length ? { kind: 'length', value: length } : undefined;
    }
    case 'block': {
      if (value.open !== '(') return undefined;
      const inner = readerWithin(reader, value.values);
      const sum = readSum(inner);
      return isAtEnd(inner) ? sum : undefined;
    }
    default:
      return undefined;
  }
}

function add(a: Calculated, b: Calculated): Calculated | undefined {
  if (a.kind === 'length' && b.kind === 'length')
    return { kind: 'length', value: addLengths(a.value, b.value) };
  if (a.kind === 'length' || b.kind === 'length' || a.kind !== b.kind) return undefined;
  return { kind: a.kind, value: a.value + b.value };
}

function multiply(a: Calculated, b: Calculated): Calculated | undefined {
  if (b.kind === 'number') return scaleResult(a, b.value);
  return a.kind === 'number' ? scaleResult(b, a.value) : undefined;
}

/** By a number, or like by like where neither depends on a font: a number then (§10.9). */
function divide(a: Calculated, b: Calculated): Calculated | undefined {
  if (b.kind === 'number') return b.value === 0 ? undefined : scaleResult(a, 1 / b.value);
  if (a.kind !== b.kind) return undefined;
  const over = b.kind === 'length' ? absolutePoints(b.value) : b.value;
  const under = a.kind === 'length' ? absolutePoints(a.value) : a.value;
  return over === undefined || under === undefined || over === 0
    ? undefined
    : numberResult(under / over);
}
