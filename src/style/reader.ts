/**
 * A place in a list of component values, and what a property's parser is made of. A parser takes
 * values from the reader and returns what they mean, or `undefined` with the reader put back.
 * The reader remembers the furthest value nobody could use: that is where a message points.
 */
import type { ComponentValue } from './component-values.ts';

/** Why a value was refused, where a parser knows better than "unexpected". */
export type Complaint =
  | { readonly kind: 'unknown-unit'; readonly unit: string; readonly value: ComponentValue }
  | { readonly kind: 'unit-missing'; readonly value: ComponentValue }
  | { readonly kind: 'out-of-range'; readonly range: string; readonly value: ComponentValue }
  | { readonly kind: 'calculation'; readonly value: ComponentValue }
  /** A function we know, whose arguments are not as `syntax` says. */
  | { readonly kind: 'arguments'; readonly syntax: string; readonly value: ComponentValue }
  | {
      readonly kind: 'unsupported-function';
      readonly name: string;
      readonly value: ComponentValue;
    };

/** Shared by a reader and the readers of the functions inside it. */
interface Trouble {
  furthest: ComponentValue | undefined;
  complaint: Complaint | undefined;
}

export interface Reader {
  readonly values: readonly ComponentValue[];
  index: number;
  readonly trouble: Trouble;
}

/** Understands part of a value. */
export interface Parser<T> {
  readonly read: (reader: Reader) => T | undefined;
  /** In the value definition syntax of css-values-4 §2: `normal | <length>`. */
  readonly syntax: string;
  /** Every keyword and function name it knows, for "did you mean". */
  readonly words: readonly string[];
}

export function createReader(values: readonly ComponentValue[]): Reader {
  return { values, index: 0, trouble: { furthest: undefined, complaint: undefined } };
}

/** A reader of a function's arguments or a block's content. Faults count for the outer reader. */
export function readerWithin(reader: Reader, values: readonly ComponentValue[]): Reader {
  return { values, index: 0, trouble: reader.trouble };
}

/** The next value, left where it is. */
export function peek(reader: Reader): ComponentValue | undefined {
  const value = reader.values[reader.index];
  const { trouble } = reader;
  if (value && (!trouble.furthest || value.start > trouble.furthest.start))
    trouble.furthest = value;
  return value;
}

export function isAtEnd(reader: Reader): boolean {
  return reader.index >= reader.values.length;
}

/** Notes why a value was refused; the first complaint is kept. */
export function complain(reader: Reader, complaint: Complaint): undefined {
  reader.trouble.complaint ??= complaint;
  return undefined;
}

/** Reads everything with one parser; `undefined` also where something is left over. */
export function readAll<T>(reader: Reader, parser: Parser<T>): T | undefined {
  const result = parser.read(reader);
  if (result === undefined) return undefined;
  if (isAtEnd(reader)) return result;
  peek(reader);
  return undefined;
}

/** Takes a delimiter if it is next. */
export function takeDelim(reader: Reader, text: string): boolean {
  const value = peek(reader);
  if (value?.kind !== 'delim' || value.text !== text) return false;
  reader.index += 1;
  return true;
}
