/**
 * Math functions (css-values-4 §10): `calc()`, `min()`, `max()` and `clamp()` of numbers,
 * lengths and angles. Comparisons of a percentage with a length would need layout and are refused
 * with a complaint.
 */
import type { ComponentValue, FunctionValue } from './component-values.ts';
import {
  addLengths,
  contentOf,
  lengthOf,
  percentLength,
  type SpecifiedLength,
  scaleLength,
} from './lengths.ts';
import { complain, isAtEnd, peek, type Reader, readerWithin, takeDelim } from './reader.ts';

/** A sum of numbers, of lengths and percentages, or of angles in degrees. */
export type Calculated =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'angle'; readonly value: number }
  | { readonly kind: 'length'; readonly value: SpecifiedLength };

export const mathFunctions = ['calc', 'min', 'max', 'clamp'] as const;

/** Values and signs that one calculation may hold; far more than anyone writes. */
const mostOperands = 2000;

const known: ReadonlySet<string> = new Set(mathFunctions);
const unsupported: ReadonlySet<string> = new Set([
  ...['round', 'mod', 'rem', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'pow', 'sqrt'],
  ...['hypot', 'log', 'exp', 'abs', 'sign', 'calc-size', 'progress'],
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
  if (!known.has(value.name)) return undefined;
  const result = calculateFunction(reader, value);
  if (result === undefined) return complain(reader, { kind: 'calculation', value });
  reader.index += 1;
  return result;
}

function calculateFunction(outer: Reader, value: FunctionValue): Calculated | undefined {
  const reader = readerWithin(outer, value.values);
  const terms: Calculated[] = [];
  do {
    const term = readSum(reader);
    if (!term) return undefined;
    terms.push(term);
  } while (takeDelim(reader, ','));
  if (!isAtEnd(reader)) return undefined;
  const [first, second, third] = terms;
  if (!first) return undefined;
  switch (value.name) {
    case 'calc':
      return second ? undefined : first;
    case 'clamp': {
      if (!second || !third || terms.length > 3) return undefined;
      const upper = compare(outer, value, 'min', [second, third]);
      return upper && compare(outer, value, 'max', [first, upper]);
    }
    default:
      return compare(outer, value, value.name === 'min' ? 'min' : 'max', terms);
  }
}

function compare(
  reader: Reader,
  value: FunctionValue,
  kind: 'min' | 'max',
  terms: readonly Calculated[],
): Calculated | undefined {
  const [first] = terms;
  if (!first || terms.some((term) => term.kind !== first.kind)) return undefined;
  if (first.kind !== 'length') {
    const numbers = terms.flatMap((term) => (term.kind === 'length' ? [] : [term.value]));
    return { kind: first.kind, value: Math[kind](...numbers) };
  }
  const lengths = terms.flatMap((term) => (term.kind === 'length' ? [term.value] : []));
  const content = contentOf({ kind, terms: lengths });
  if (content.percent && content.length)
    return complain(reader, { kind: 'mixed-comparison', name: value.name, value });
  return { kind: 'length', value: { kind, terms: lengths } };
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
    sum = term && add(sum, sign.text === '-' ? scale(term, -1) : term);
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
      if (divisor?.kind !== 'number' || divisor.value === 0) return undefined;
      product = scale(product, 1 / divisor.value);
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

function operandOf(reader: Reader, value: ComponentValue): Calculated | undefined {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', value: value.value };
    case 'percentage':
      return { kind: 'length', value: percentLength(value.value / 100) };
    case 'ident': {
      if (value.word === 'pi') return { kind: 'number', value: Math.PI };
      return value.word === 'e' ? { kind: 'number', value: Math.E } : undefined;
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

function scale(a: Calculated, factor: number): Calculated {
  return a.kind === 'length'
    ? { kind: 'length', value: scaleLength(a.value, factor) }
    : { kind: a.kind, value: a.value * factor };
}

function multiply(a: Calculated, b: Calculated): Calculated | undefined {
  if (b.kind === 'number') return scale(a, b.value);
  return a.kind === 'number' ? scale(b, a.value) : undefined;
}
