/**
 * A declaration's value as component values (css-syntax-3 §5.4.7): tokens, with functions and
 * blocks nested. Offsets are into the sheet's text, so that a message can point at one word of a
 * value; `var()` puts values of another declaration in between.
 */
import { resolvePath } from '../base/index.ts';
import {
  decodeIdent,
  decodeString,
  decodeUrl,
  type Token,
  tokensOf,
  tooDeepBracket,
  tokenTypes as types,
} from './css.ts';

interface Placed {
  readonly start: number;
  readonly end: number;
  /** White space stands before it; `calc()` needs to know. */
  readonly spaced: boolean;
}

/** `text` is as written, without escapes; `word` is its lower case. */
export interface IdentValue extends Placed {
  readonly kind: 'ident';
  readonly text: string;
  readonly word: string;
}
export interface NumberValue extends Placed {
  readonly kind: 'number';
  readonly value: number;
  readonly isInteger: boolean;
}
/** `value` as written: 50 for `50%`. */
export interface PercentageValue extends Placed {
  readonly kind: 'percentage';
  readonly value: number;
}
export interface DimensionValue extends Placed {
  readonly kind: 'dimension';
  readonly value: number;
  /** Lower case. */
  readonly unit: string;
}
export interface StringValue extends Placed {
  readonly kind: 'string' | 'hash' | 'url';
  /** Without quotes, `#` or `url()`. A `url()` is a path in the project, see `addressOf`. */
  readonly text: string;
}
export interface DelimValue extends Placed {
  readonly kind: 'delim';
  /** One character: `,`, `/`, `+` and so on. */
  readonly text: string;
}
export interface FunctionValue extends Placed {
  readonly kind: 'function';
  /** Lower case, save for names that start with `--`. */
  readonly name: string;
  readonly values: readonly ComponentValue[];
}
export interface BlockValue extends Placed {
  readonly kind: 'block';
  readonly open: '(' | '[' | '{';
  readonly values: readonly ComponentValue[];
}

export type ComponentValue =
  | IdentValue
  | NumberValue
  | PercentageValue
  | DimensionValue
  | StringValue
  | DelimValue
  | FunctionValue
  | BlockValue;

const closers: Readonly<Record<string, number>> = {
  '(': types.rightParenthesis,
  '[': types.rightSquare,
  '{': types.rightCurly,
};

interface Cursor {
  readonly text: string;
  readonly offset: number;
  readonly base: string;
  readonly tokens: readonly Token[];
  index: number;
  readonly end: number;
}

/**
 * Reads a value; `offset` is added to every place. Addresses are relative to the file `base`. A
 * block left open is closed by the end. Of a value nested beyond `bracketLimit` only the first
 * bracket is left, which no property takes.
 */
export function parseComponentValues(
  text: string,
  offset: number,
  base: string,
): readonly ComponentValue[] {
  const tokens = tokensOf(text);
  if (tooDeepBracket(tokens))
    return [{ kind: 'delim', text: '(', start: offset, end: offset + text.length, spaced: false }];
  return readUntil({ text, offset, base, tokens, index: 0, end: tokens.length }, -1);
}

/** The same of tokens `from` to `to` (exclusive) of a text that was already taken apart. */
export function readComponentValues(
  text: string,
  tokens: readonly Token[],
  range: { readonly from: number; readonly to: number },
  base: string,
): readonly ComponentValue[] {
  const { from, to } = range;
  return readUntil({ text, offset: 0, base, tokens, index: from, end: to }, -1);
}

/** An address that leaves the project: it has a scheme (`https:`, `data:`) or a host. */
export function isForeign(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(address);
}

/** A path in the project; a foreign address and one within the document (`#id`) stay. */
function addressOf(address: string, base: string): string {
  if (address === '' || address.startsWith('#') || isForeign(address)) return address;
  return resolvePath(base, decodePercent(address.replace(/[?#].*$/s, '')));
}

/** `%20` in an address is a space in the file's name. */
function decodePercent(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function readUntil(cursor: Cursor, closer: number): readonly ComponentValue[] {
  const values: ComponentValue[] = [];
  let spaced = false;
  while (cursor.index < cursor.end) {
    const token = cursor.tokens[cursor.index++];
    if (!token || token.type === closer) break;
    if (token.type === types.whiteSpace || token.type === types.comment) {
      spaced = spaced || token.type === types.whiteSpace;
      continue;
    }
    values.push(readValue(cursor, token, spaced));
    spaced = false;
  }
  return values;
}

function readValue(cursor: Cursor, token: Token, spaced: boolean): ComponentValue {
  const written = cursor.text.slice(token.start, token.end);
  const start = token.start + cursor.offset;
  const end = token.end + cursor.offset;
  switch (token.type) {
    case types.ident: {
      const text = decodeIdent(written);
      return { kind: 'ident', text, word: text.toLowerCase(), start, end, spaced };
    }
    case types.number: {
      const value = numberOf(written);
      return { kind: 'number', value, isInteger: isInteger(written), start, end, spaced };
    }
    case types.percentage:
      return { kind: 'percentage', value: numberOf(written.slice(0, -1)), start, end, spaced };
    case types.dimension: {
      const { value, unit } = splitDimension(written);
      return { kind: 'dimension', value, unit, start, end, spaced };
    }
    case types.string:
      return { kind: 'string', text: decodeString(written), start, end, spaced };
    case types.hash:
      return { kind: 'hash', text: decodeIdent(written.slice(1)), start, end, spaced };
    case types.url: {
      const text = addressOf(decodeUrl(written), cursor.base);
      return { kind: 'url', text, start, end, spaced };
    }
    case types.function:
      return readFunction(cursor, decodeIdent(written.slice(0, -1)), start, spaced);
    case types.leftParenthesis:
    case types.leftSquare:
    case types.leftCurly: {
      const open = written === '[' || written === '{' ? written : '(';
      const values = readUntil(cursor, closers[open] ?? -1);
      return { kind: 'block', open, values, start, end: endOf(cursor), spaced };
    }
    default:
      return { kind: 'delim', text: written, start, end, spaced };
  }
}

/** Beyond this a number is cut off (css-values-4 §10.12), so that products of two stay finite. */
export const largestNumber = 1e9;

function numberOf(written: string): number {
  return Math.min(Math.max(Number(written), -largestNumber), largestNumber);
}

function isInteger(written: string): boolean {
  return /^[+-]?\d+$/.test(written);
}

function splitDimension(written: string): { value: number; unit: string } {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i.exec(written)?.[0] ?? '0';
  return { value: numberOf(number), unit: decodeIdent(written.slice(number.length)).toLowerCase() };
}

function readFunction(
  cursor: Cursor,
  written: string,
  start: number,
  spaced: boolean,
): ComponentValue {
  const name = written.startsWith('--') ? written : written.toLowerCase();
  const values = readUntil(cursor, types.rightParenthesis);
  const end = endOf(cursor);
  const [first, second] = values;
  // `url("x")` is a function token; the address is the same thing as in `url(x)`.
  if (name === 'url' && first?.kind === 'string' && second === undefined)
    return { kind: 'url', text: addressOf(first.text, cursor.base), start, end, spaced };
  if (name.endsWith('image-set'))
    return { kind: 'function', name, values: addressesOf(values, cursor.base), start, end, spaced };
  return { kind: 'function', name, values, start, end, spaced };
}

/** css-images-4 §2.4: strings among the candidates of `image-set()` are addresses. */
function addressesOf(values: readonly ComponentValue[], base: string): readonly ComponentValue[] {
  return values.map((value) =>
    value.kind === 'string' ? { ...value, kind: 'url', text: addressOf(value.text, base) } : value,
  );
}

function endOf(cursor: Cursor): number {
  return (cursor.tokens[cursor.index - 1]?.end ?? cursor.text.length) + cursor.offset;
}

/** The same values with their places moved by `by`. */
export function moveValues(
  values: readonly ComponentValue[],
  by: number,
): readonly ComponentValue[] {
  return values.map((value) => {
    const place = { start: value.start + by, end: value.end + by };
    return value.kind === 'function' || value.kind === 'block'
      ? { ...value, ...place, values: moveValues(value.values, by) }
      : { ...value, ...place };
  });
}

/** A value in words, for messages: one space between words, none inside functions' brackets. */
export function textOf(values: readonly ComponentValue[]): string {
  return values
    .map((value, index) => (value.spaced && index > 0 ? ' ' : '') + textOfOne(value))
    .join('');
}

function textOfOne(value: ComponentValue): string {
  switch (value.kind) {
    case 'ident':
    case 'delim':
      return value.text;
    case 'number':
      return String(value.value);
    case 'percentage':
      return `${value.value}%`;
    case 'dimension':
      return `${value.value}${value.unit}`;
    case 'string':
      return JSON.stringify(value.text);
    case 'hash':
      return `#${value.text}`;
    case 'url':
      return `url(${value.text})`;
    case 'function':
      return `${value.name}(${textOf(value.values)})`;
    case 'block':
      return `${value.open}${textOf(value.values)}${{ '(': ')', '[': ']', '{': '}' }[value.open]}`;
  }
}
