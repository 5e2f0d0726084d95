/**
 * `style(…)` in `@container` (css-conditional-5 §5.2): what a container's custom properties are.
 *
 * Deviation: other properties cannot be asked for, as in browsers.
 */
import { length, number, percentage } from './basic-types.ts';
import { type ComponentValue, textOf } from './component-values.ts';
import { condition } from './conditions.ts';
import { type CustomProperties, putInVariables } from './custom-properties.ts';
import { answerRange, type Comparison, compare } from './features.ts';
import { computeLength, type FontMeasures } from './lengths.ts';
import { createReader, readAll } from './reader.ts';
import type { RegisteredProperties } from './registered-properties.ts';

type Values = readonly ComponentValue[];

/** What a style query is asked of. */
export interface StyleAsked {
  readonly measures: FontMeasures;
  readonly customs: CustomProperties;
  /** The parent's, for `inherit`. */
  readonly outerCustoms: CustomProperties;
  readonly registered: RegisteredProperties;
}

/** True, false, or undefined where it is no query. */
export function answerStyleQuery(values: Values, asked: StyleAsked): boolean | undefined {
  const [first] = values;
  const isNested = first?.kind === 'block' || (first?.kind === 'ident' && first.word === 'not');
  if (!isNested) return answerStyleFeature(values, asked);
  return condition(values, (value) =>
    value?.kind === 'block' && value.open === '('
      ? answerStyleQuery(value.values, asked)
      : undefined,
  );
}

const isCustom = (name: string): boolean => name.startsWith('--');

function answerStyleFeature(values: Values, asked: StyleAsked): boolean | undefined {
  const [name, colon] = values;
  if (name?.kind === 'ident' && isCustom(name.text)) {
    if (!colon) return differsFromInitial(name.text, asked);
    if (colon.kind === 'delim' && colon.text === ':')
      return hasValue(name.text, values.slice(2), asked);
  }
  return answerRange(values, (property, comparison, wanted) =>
    compareValues(property, comparison, wanted, asked),
  );
}

function differsFromInitial(name: string, { customs, registered }: StyleAsked): boolean {
  const value = customs.get(name);
  const initial = registered.get(name)?.initial;
  return value !== undefined && !(initial && isSame(name, value, initial, registered));
}

function hasValue(name: string, wanted: Values, asked: StyleAsked): boolean {
  const { customs, outerCustoms, registered } = asked;
  const own = customs.get(name);
  const [only] = wanted;
  const keyword = wanted.length === 1 && only?.kind === 'ident' ? only.word : '';
  if (keyword === 'initial') return !differsFromInitial(name, asked);
  if (keyword === 'inherit' || keyword === 'unset') {
    const outer = outerCustoms.get(name);
    return own && outer ? isSame(name, own, outer, registered) : own === outer;
  }
  const resolved = putInVariables(wanted, customs);
  return own !== undefined && resolved !== null && isSame(name, own, resolved, registered);
}

/** Values of a registered property are compared by what they mean, others by how they are written. */
function isSame(name: string, a: Values, b: Values, registered: RegisteredProperties): boolean {
  if (textOf(a) === textOf(b)) return true;
  const syntax = registered.get(name)?.syntax;
  if (!syntax) return false;
  const [one, other] = [a, b].map((values) => readAll(createReader(values), syntax));
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

/** §5.2.1: numbers with numbers, percentages with percentages, lengths with lengths. */
function compareValues(
  name: string,
  comparison: Comparison,
  wanted: Values,
  { customs, measures }: StyleAsked,
): boolean | undefined {
  if (!isCustom(name)) return undefined;
  const own = customs.get(name);
  const resolved = putInVariables(wanted, customs);
  if (!own || !resolved) return false;
  const [a, b] = [own, resolved].map((values) => measured(values, measures));
  return a && b && a.kind === b.kind ? compare[comparison](a.value, b.value) : false;
}

function measured(
  values: Values,
  measures: FontMeasures,
): { readonly kind: string; readonly value: number } | null {
  const plain = readAll(createReader(values), number);
  if (plain !== undefined) return { kind: 'number', value: plain };
  const share = readAll(createReader(values), percentage);
  if (share !== undefined) return { kind: 'percentage', value: share };
  const size = readAll(createReader(values), length);
  return size === undefined ? null : { kind: 'length', value: computeLength(size, measures).pt };
}
