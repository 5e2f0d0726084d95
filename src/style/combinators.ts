/**
 * How parsers are put together (css-values-4 §2): keywords, alternatives, lists, any order. The
 * types follow: a property's specified type is what its parser returns.
 */
import { isAtEnd, type Parser, peek, type Reader, readerWithin, takeDelim } from './reader.ts';

/** One keyword, standing for `value`. */
export function keyword<const T>(word: string, value: T): Parser<T> {
  return {
    read: (reader) => (takeWord(reader, word) ? value : undefined),
    syntax: word,
    words: [word],
  };
}

/** One of some keywords, standing for itself. */
export function keywords<const T extends string>(...words: readonly T[]): Parser<T> {
  const known = new Map<string, T>(words.map((word) => [word, word]));
  return {
    read: (reader) => {
      const value = peek(reader);
      const word = value?.kind === 'ident' ? known.get(value.word) : undefined;
      if (word !== undefined) reader.index += 1;
      return word;
    },
    syntax: words.join(' | '),
    words,
  };
}

function takeWord(reader: Reader, word: string): boolean {
  const value = peek(reader);
  if (value?.kind !== 'ident' || value.word !== word) return false;
  reader.index += 1;
  return true;
}

type Meaning<P> = P extends Parser<infer T> ? T : never;

/** The first of several that understands the value. */
export function either<const P extends readonly Parser<unknown>[]>(
  ...parsers: P
): Parser<Meaning<P[number]>> {
  return {
    read: (reader) => {
      const start = reader.index;
      for (const parser of parsers) {
        const result = parser.read(reader);
        if (result !== undefined) return result as Meaning<P[number]>;
        reader.index = start;
      }
      return undefined;
    },
    syntax: parsers.map(({ syntax }) => syntax).join(' | '),
    words: parsers.flatMap(({ words }) => words),
  };
}

/** The same values, understood further; `undefined` from `change` refuses them. */
export function map<S, T>(parser: Parser<S>, change: (value: S) => T | undefined): Parser<T> {
  return {
    ...parser,
    read: (reader) => {
      const start = reader.index;
      const value = parser.read(reader);
      const result = value === undefined ? undefined : change(value);
      if (result === undefined) reader.index = start;
      return result;
    },
  };
}

/** A comma-separated list of at least one. */
export function commaList<T>(parser: Parser<T>): Parser<readonly T[]> {
  return {
    read: (reader) => {
      const start = reader.index;
      const items: T[] = [];
      do {
        const item = parser.read(reader);
        if (item === undefined) {
          reader.index = start;
          return undefined;
        }
        items.push(item);
      } while (takeDelim(reader, ','));
      return items;
    },
    syntax: `[${parser.syntax}]#`,
    words: parser.words,
  };
}

/** A space-separated list of `min` to `max`. */
export function spaceList<T>(parser: Parser<T>, min = 1, max = 1000): Parser<readonly T[]> {
  return {
    read: (reader) => {
      const start = reader.index;
      const items: T[] = [];
      while (items.length < max && !isAtEnd(reader)) {
        const item = parser.read(reader);
        if (item === undefined) break;
        items.push(item);
      }
      if (items.length >= min) return items;
      reader.index = start;
      return undefined;
    },
    syntax: max === 1000 ? `[${parser.syntax}]+` : `[${parser.syntax}]{${min},${max}}`,
    words: parser.words,
  };
}

/** The first, and names of older sheets and markup that nobody is told to write. */
export function besides<T, O>(parser: Parser<T>, older: Parser<O>): Parser<T | O> {
  const both = either(parser, older);
  return {
    read: (reader) => both.read(reader) as T | O | undefined,
    syntax: parser.syntax,
    words: parser.words,
  };
}

/** A keyword and what must come after it. */
export function prefixed<T>(word: string, parser: Parser<T>): Parser<T> {
  return {
    read: (reader) => (takeWord(reader, word) ? parser.read(reader) : undefined),
    syntax: `${word} ${parser.syntax}`,
    words: [word, ...parser.words],
  };
}

/** Two of a kind; one stands for both. */
export function pair<T>(parser: Parser<T>): Parser<readonly [T, T]> {
  return map(spaceList(parser, 1, 2), ([first, second = first]) =>
    first === undefined || second === undefined ? undefined : ([first, second] as const),
  );
}

/** One to four of a kind, for top, right, bottom and left (css-box-4 §3.2). */
export function fourSides<T>(parser: Parser<T>): Parser<readonly [T, T, T, T]> {
  return map(spaceList(parser, 1, 4), ([top, right = top, bottom = top, left = right]) =>
    top === undefined || right === undefined || bottom === undefined || left === undefined
      ? undefined
      : ([top, right, bottom, left] as const),
  );
}

type Parts = Readonly<Record<string, Parser<unknown>>>;
export type Read<P extends Parts> = { readonly [K in keyof P]?: Meaning<P[K]> };

/** Several parts in any order, each at most once, at least one (`||`). */
export function anyOrder<P extends Parts>(parts: P): Parser<Read<P>> {
  const entries = Object.entries(parts);
  return {
    read: (reader) => {
      const found: Record<string, unknown> = {};
      let count = 0;
      for (let isProgress = true; isProgress && count < entries.length; ) {
        isProgress = false;
        for (const [name, parser] of entries) {
          if (name in found || isAtEnd(reader)) continue;
          const start = reader.index;
          const value = parser.read(reader);
          if (value === undefined) reader.index = start;
          else {
            found[name] = value;
            count += 1;
            isProgress = true;
            // What comes next is asked of the first parts again: keywords before any name.
            break;
          }
        }
      }
      return count > 0 ? (found as Read<P>) : undefined;
    },
    syntax: entries.map(([, { syntax }]) => `[${syntax}]`).join(' || '),
    words: entries.flatMap(([, { words }]) => words),
  };
}

/** A function with its arguments, all of which `parser` must use. */
export function call<T>(name: string, parser: Parser<T>): Parser<T> {
  return {
    read: (reader) => {
      const value = peek(reader);
      if (value?.kind !== 'function' || value.name !== name) return undefined;
      const inner = readerWithin(reader, value.values);
      const result = parser.read(inner);
      if (result === undefined) return undefined;
      if (!isAtEnd(inner)) {
        peek(inner);
        return undefined;
      }
      reader.index += 1;
      return result;
    },
    syntax: `${name}(${parser.syntax})`,
    words: [name],
  };
}

/** A parser from a plain function. */
export function custom<T>(
  syntax: string,
  read: (reader: Reader) => T | undefined,
  words: readonly string[] = [],
): Parser<T> {
  return { read, syntax, words };
}

/** A parser written as another grammar than the one derived, where that reads better. */
export function named<T>(syntax: string, parser: Parser<T>): Parser<T> {
  return { ...parser, syntax };
}
