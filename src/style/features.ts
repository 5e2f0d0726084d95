/**
 * Features in brackets (mediaqueries-5 §2.4): `(name)`, `(name: value)` and comparisons, of whatever
 * has such features: the page, or a container.
 */
import { keywords } from './combinators.ts';
import type { ComponentValue } from './component-values.ts';
import { createReader, type Parser, readAll } from './reader.ts';

/** One with an order, which also takes `min-`, `max-` and comparisons. */
export interface RangeFeature<P> {
  /** Of a value to compare with; lengths may depend on the place. */
  readonly parserFor: (place: P) => Parser<number>;
  /** Undefined where it cannot be told. */
  readonly value: (place: P) => number | undefined;
}

export interface DiscreteFeature<P> {
  readonly words: readonly string[];
  readonly value: (place: P) => string | undefined;
}

export interface Features<P> {
  readonly ranges: ReadonlyMap<string, RangeFeature<P>>;
  readonly words: ReadonlyMap<string, DiscreteFeature<P>>;
}

export type Comparison = '<' | '<=' | '>' | '>=' | '=';

export const compare: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b - tolerance,
  '<=': (a, b) => a <= b + tolerance,
  '>': (a, b) => a > b + tolerance,
  '>=': (a, b) => a >= b - tolerance,
  '=': (a, b) => Math.abs(a - b) <= tolerance,
};

/** In pt: millimetres that were inches once are still equal. */
const tolerance = 1e-6;

/** What stands in brackets: true, false, or undefined where it cannot be answered. */
export function answerFeature<P>(
  values: readonly ComponentValue[],
  place: P,
  features: Features<P>,
): boolean | undefined {
  const [first, second] = values;
  if (first?.kind === 'ident' && values.length === 1)
    return answerBoolean(first.word, place, features);
  if (first?.kind === 'ident' && second?.kind === 'delim' && second.text === ':')
    return answerPlain(first.word, values.slice(2), place, features);
  return answerRange(values, (name, comparison, wanted) =>
    answerComparison(name.toLowerCase(), comparison, wanted, place, features),
  );
}

/** `(color)`: there is some of it (mediaqueries-5 §2.4.2). */
function answerBoolean<P>(name: string, place: P, { ranges, words }: Features<P>) {
  const ordered = ranges.get(name);
  if (ordered) {
    const value = ordered.value(place);
    return value === undefined ? undefined : value !== 0;
  }
  const value = words.get(name)?.value(place);
  return value === undefined ? undefined : value !== 'none' && value !== 'no-preference';
}

/** `(name: value)`, `(min-name: value)`. */
function answerPlain<P>(
  written: string,
  values: readonly ComponentValue[],
  place: P,
  features: Features<P>,
): boolean | undefined {
  const discrete = features.words.get(written);
  if (discrete) {
    const word = readAll(createReader(values), keywords(...discrete.words));
    const value = discrete.value(place);
    return word === undefined || value === undefined ? undefined : word === value;
  }
  const [, prefix, name = ''] = /^(min-|max-)?(.*)$/.exec(written) ?? [];
  const comparison = prefix === 'min-' ? '>=' : prefix === 'max-' ? '<=' : '=';
  return answerComparison(name, comparison, values, place, features);
}

function answerComparison<P>(
  name: string,
  comparison: Comparison,
  values: readonly ComponentValue[],
  place: P,
  { ranges }: Features<P>,
): boolean | undefined {
  const feature = ranges.get(name);
  const wanted = feature && readAll(createReader(values), feature.parserFor(place));
  const value = feature?.value(place);
  return value !== undefined && wanted !== undefined
    ? compare[comparison](value, wanted)
    : undefined;
}

const turned: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
};

/** Answers a comparison of a named feature with a value. */
export type AnswerComparison = (
  name: string,
  comparison: Comparison,
  values: readonly ComponentValue[],
) => boolean | undefined;

/** `(100mm <= width < 200mm)`, `(width >= 100mm)` (§2.4.3). */
export function answerRange(
  values: readonly ComponentValue[],
  answer: AnswerComparison,
): boolean | undefined {
  const { parts, signs } = splitAtSigns(values);
  const [left = [], middle = [], right] = parts;
  const [sign, other] = signs;
  if (sign === undefined || signs.length > 2) return undefined;
  const name = nameIn(left);
  if (!right) {
    if (name !== undefined) return answer(name, sign, middle);
    return answer(nameIn(middle) ?? '', turned[sign], left);
  }
  const between = nameIn(middle) ?? '';
  if (other === undefined || sign === '=' || other[0] !== sign[0]) return undefined;
  const lower = answer(between, turned[sign], left);
  const upper = answer(between, other, right);
  return lower === undefined || upper === undefined ? undefined : lower && upper;
}

function nameIn(values: readonly ComponentValue[]): string | undefined {
  const [only] = values;
  return values.length === 1 && only?.kind === 'ident' ? only.text : undefined;
}

function splitAtSigns(values: readonly ComponentValue[]): {
  readonly parts: readonly (readonly ComponentValue[])[];
  readonly signs: readonly Comparison[];
} {
  const parts: ComponentValue[][] = [[]];
  const signs: Comparison[] = [];
  let previous = '';
  for (const value of values) {
    const text = value.kind === 'delim' ? value.text : '';
    const last = signs.at(-1);
    if (text === '=' && (previous === '<' || previous === '>') && last) {
      signs[signs.length - 1] = previous === '<' ? '<=' : '>=';
    } else if (text === '<' || text === '>' || text === '=') {
      signs.push(text);
      parts.push([]);
    } else parts.at(-1)?.push(value);
    previous = text;
  }
  return { parts, signs };
}
