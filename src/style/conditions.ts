/**
 * The questions of `@media` (mediaqueries-5) and `@supports` (css-conditional-4). They are
 * answered while the sheet is read: the edition is known, and so are the property tables.
 *
 * Deviation: `press` is a media type of our own. The press edition is `press` and `print`; the
 * screen edition is `screen`.
 */
import { nearest, type Span } from '../base/index.ts';
import { type BlockValue, type ComponentValue, textOf } from './component-values.ts';
import { isSupported } from './declarations.ts';
import { answerMediaFeature, mediaFeatureNames } from './media-features.ts';
import * as problems from './problems.ts';
import type { Media, StyleContext } from './style-context.ts';

type Values = readonly ComponentValue[];

const typesOf: Readonly<Record<Media, ReadonlySet<string>>> = {
  press: new Set(['all', 'print', 'press']),
  screen: new Set(['all', 'screen']),
};

const mediaTypes = ['all', 'print', 'press', 'screen'];
/** Media types that never match: what is gone, and speech (mediaqueries-5 §2.3). */
const neverTypes = new Set(
  ['tty', 'tv', 'projection', 'handheld', 'braille', 'embossed', 'aural'].concat('speech'),
);

export function splitCommas(values: Values): readonly Values[] {
  const parts: ComponentValue[][] = [[]];
  for (const value of values) {
    if (value.kind === 'delim' && value.text === ',') parts.push([]);
    else parts.at(-1)?.push(value);
  }
  return parts;
}

/** Whether a media query list is true; an empty one is. Unknown queries are reported and false. */
export function isMediaMatch(values: Values, span: Span, context: StyleContext): boolean {
  if (values.length === 0) return true;
  return splitCommas(values)
    .map((query) => isQueryMatch(query, span, context))
    .includes(true);
}

function isQueryMatch(query: Values, span: Span, context: StyleContext): boolean {
  const [first] = query;
  const isPrefixed = first?.kind === 'ident' && query[1]?.kind === 'ident';
  const prefix = isPrefixed && (first.word === 'not' || first.word === 'only') ? first.word : '';
  const [type, joint, ...rest] = prefix === '' ? query : query.slice(1);
  const answer =
    type?.kind === 'ident' && type.word !== 'not'
      ? answerTyped(type.word, joint, rest, context)
      : condition(query, (value) => mediaOperand(value, context));
  if (answer === undefined) {
    context.report(problems.unknownMedia(context.severity, textOf(query), nearIn(query), span));
    return false;
  }
  return prefix === 'not' ? !answer : answer;
}

/** `print and (…)`. */
function answerTyped(
  type: string,
  joint: ComponentValue | undefined,
  rest: Values,
  context: StyleContext,
): boolean | undefined {
  const isNever = neverTypes.has(type);
  if (!isNever && !mediaTypes.includes(type)) return undefined;
  const isType = !isNever && typesOf[context.media].has(type);
  if (!joint) return isType;
  if (!isWord(joint, 'and')) return undefined;
  const answer = condition(rest, (value) => mediaOperand(value, context));
  return answer === undefined ? undefined : isType && answer;
}

function mediaOperand(
  value: ComponentValue | undefined,
  context: StyleContext,
): boolean | undefined {
  if (value?.kind !== 'block' || value.open !== '(') return undefined;
  const isNested = value.values.some(({ kind }) => kind === 'block');
  return isNested
    ? condition(value.values, (inner) => mediaOperand(inner, context))
    : answerMediaFeature(value.values, context);
}

/** The word nearest to one of the query's that is neither type nor feature. */
function nearIn(query: Values): string | undefined {
  const known = [...mediaTypes, ...mediaFeatureNames];
  for (const value of query) {
    if (value.kind === 'block') {
      const near = nearIn(value.values);
      if (near !== undefined) return near;
    }
    if (value.kind !== 'ident') continue;
    const [, prefix = '', name = ''] = /^(min-|max-)?(.*)$/.exec(value.word) ?? [];
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    if (near !== undefined) return prefix + near;
  }
  return undefined;
}

/** Answers `selector(…)` in `@supports`. */
export type SelectorTest = (values: Values) => boolean;

/** Whether a `@supports` condition is true; a wrong one is reported and false. */
export function isSupportsMatch(
  values: Values,
  span: Span,
  isSelectorSupported: SelectorTest,
  context: StyleContext,
): boolean {
  const result = condition(values, (value) => supportsOperand(value, isSelectorSupported));
  if (result !== undefined) return result;
  context.report(problems.wrongCondition(context.severity, textOf(values), span));
  return false;
}

/** `not a`, `a and b and …`, `a or b or …`; undefined where it is none of these. */
export function condition(
  values: Values,
  operand: (value: ComponentValue | undefined) => boolean | undefined,
): boolean | undefined {
  const [first, ...rest] = values;
  if (first === undefined) return undefined;
  if (isWord(first, 'not')) {
    const inner = rest.length === 1 ? operand(rest[0]) : undefined;
    return inner === undefined ? undefined : !inner;
  }
  let result = operand(first);
  const joint = rest[0]?.kind === 'ident' ? rest[0].word : undefined;
  for (let index = 0; index < rest.length && result !== undefined; index += 2) {
    const word = rest[index];
    if (!word || joint === undefined || !isWord(word, joint)) return undefined;
    const next = operand(rest[index + 1]);
    if (next === undefined || (joint !== 'and' && joint !== 'or')) return undefined;
    result = joint === 'and' ? result && next : result || next;
  }
  return result;
}

function isWord(value: ComponentValue, word: string): boolean {
  return value.kind === 'ident' && value.word === word;
}

function supportsOperand(
  value: ComponentValue | undefined,
  isSelectorSupported: SelectorTest,
): boolean | undefined {
  if (value?.kind === 'function' && value.name === 'selector')
    return isSelectorSupported(value.values);
  if (value?.kind === 'function') return false;
  if (value?.kind !== 'block' || value.open !== '(') return undefined;
  return (
    declarationIn(value) ??
    condition(value.values, (inner) => supportsOperand(inner, isSelectorSupported))
  );
}

/** `(property: value)`. */
function declarationIn({ values }: BlockValue): boolean | undefined {
  const [name, colon, ...value] = values;
  if (name?.kind !== 'ident' || colon?.kind !== 'delim' || colon.text !== ':') return undefined;
  const important = value.findIndex((part) => part.kind === 'delim' && part.text === '!');
  const written = important < 0 ? value : value.slice(0, important);
  return isSupported(name.text.startsWith('--') ? name.text : name.word, written);
}
