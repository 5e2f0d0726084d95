/**
 * The questions of `@media` (mediaqueries-4) and `@supports` (css-conditional-3). They are
 * answered while the sheet is read: the edition is known, and so are the property tables.
 *
 * Deviation: `press` is a media type of our own. The press edition is `press` and `print`; the
 * screen edition is `screen`.
 */
import { nearest, type Span } from '../base/index.ts';
import { type BlockValue, type ComponentValue, textOf } from './component-values.ts';
import { isSupported } from './declarations.ts';
import * as problems from './problems.ts';
import type { Media, StyleContext } from './style-context.ts';

const typesOf: Readonly<Record<Media, ReadonlySet<string>>> = {
  press: new Set(['all', 'print', 'press']),
  screen: new Set(['all', 'screen']),
};

const mediaTypes = ['all', 'print', 'press', 'screen'];
/** Media types that are gone, and never match (mediaqueries-4 §2.3). */
const neverTypes = new Set(['tty', 'tv', 'projection', 'handheld', 'braille', 'embossed', 'aural']);

function splitCommas(values: readonly ComponentValue[]): readonly (readonly ComponentValue[])[] {
  const parts: ComponentValue[][] = [[]];
  for (const value of values) {
    if (value.kind === 'delim' && value.text === ',') parts.push([]);
    else parts.at(-1)?.push(value);
  }
  return parts;
}

/** Whether a media query list is true; an empty one is. Unknown queries are reported and false. */
export function isMediaMatch(
  values: readonly ComponentValue[],
  span: Span,
  context: StyleContext,
): boolean {
  if (values.length === 0) return true;
  return splitCommas(values)
    .map((query) => isQueryMatch(query, span, context))
    .includes(true);
}

function isQueryMatch(
  query: readonly ComponentValue[],
  span: Span,
  context: StyleContext,
): boolean {
  const [first] = query;
  const hasPrefix = first?.kind === 'ident' && (first.word === 'not' || first.word === 'only');
  const [type, ...rest] = hasPrefix ? query.slice(1) : query;
  const isKnown = type?.kind === 'ident' && mediaTypes.includes(type.word);
  if (type?.kind === 'ident' && neverTypes.has(type.word)) return false;
  if (!isKnown || rest.length > 0) {
    const near = type?.kind === 'ident' && !isKnown ? nearest(type.word, mediaTypes) : undefined;
    context.report(problems.unknownMedia(context.severity, textOf(query), near, span));
    return false;
  }
  const isMatch = typesOf[context.media].has(type.word);
  return hasPrefix && first.word === 'not' ? !isMatch : isMatch;
}

/** Answers `selector(…)` in `@supports`. */
export type SelectorTest = (values: readonly ComponentValue[]) => boolean;

/** Whether a `@supports` condition is true; a wrong one is reported and false. */
export function isSupportsMatch(
  values: readonly ComponentValue[],
  span: Span,
  isSelectorSupported: SelectorTest,
  context: StyleContext,
): boolean {
  const result = condition(values, isSelectorSupported);
  if (result !== undefined) return result;
  context.report(problems.wrongCondition(context.severity, textOf(values), span));
  return false;
}

/** `not a`, `a and b and …`, `a or b or …`; undefined where it is none of these. */
function condition(
  values: readonly ComponentValue[],
  isSelectorSupported: SelectorTest,
): boolean | undefined {
  const [first, ...rest] = values;
  if (first === undefined) return undefined;
  if (isWord(first, 'not')) {
    const inner = rest.length === 1 ? operand(rest[0], isSelectorSupported) : undefined;
    return inner === undefined ? undefined : !inner;
  }
  let result = operand(first, isSelectorSupported);
  const joint = rest[0]?.kind === 'ident' ? rest[0].word : undefined;
  for (let index = 0; index < rest.length && result !== undefined; index += 2) {
    const word = rest[index];
    if (!word || joint === undefined || !isWord(word, joint)) return undefined;
    const next = operand(rest[index + 1], isSelectorSupported);
    if (next === undefined || (joint !== 'and' && joint !== 'or')) return undefined;
    result = joint === 'and' ? result && next : result || next;
  }
  return result;
}

function isWord(value: ComponentValue, word: string): boolean {
  return value.kind === 'ident' && value.word === word;
}

function operand(
  value: ComponentValue | undefined,
  isSelectorSupported: SelectorTest,
): boolean | undefined {
  if (value?.kind === 'function' && value.name === 'selector')
    return isSelectorSupported(value.values);
  if (value?.kind === 'function') return false;
  if (value?.kind !== 'block' || value.open !== '(') return undefined;
  return declarationIn(value) ?? condition(value.values, isSelectorSupported);
}

/** `(property: value)`. */
function declarationIn({ values }: BlockValue): boolean | undefined {
  const [name, colon, ...value] = values;
  if (name?.kind !== 'ident' || colon?.kind !== 'delim' || colon.text !== ':') return undefined;
  return isSupported(name.text.startsWith('--') ? name.text : name.word, value);
}
