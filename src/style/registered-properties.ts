/**
 * `@property` (css-properties-values-api-1): custom properties with a syntax, an initial value and a
 * say in whether they are inherited.
 *
 * Deviation: a length in `em` is understood where it is used, not where it is set.
 */
import type { Span } from '../base/index.ts';
import {
  angle,
  customIdent,
  integer,
  length,
  lengthPercentage,
  number,
  percentage,
  string,
  url,
} from './basic-types.ts';
import { color } from './colors.ts';
import { commaList, custom, either, keyword, keywords, map, spaceList } from './combinators.ts';
import type { ComponentValue } from './component-values.ts';
import { type RawDeclaration, readRawDeclaration, readWith } from './declarations.ts';
import { image } from './images.ts';
import * as problems from './problems.ts';
import { transformFunction } from './properties/transform-functions.ts';
import { createReader, type Parser, peek, readAll } from './reader.ts';
import type { StyleContext } from './style-context.ts';
import type { Item, SyntaxTree } from './syntax.ts';

type Values = readonly ComponentValue[];

export interface RegisteredProperty {
  /** Null for `*`: anything. */
  readonly syntax: Parser<unknown> | null;
  readonly inherits: boolean;
  readonly initial: Values | null;
}

export type RegisteredProperties = ReadonlyMap<string, RegisteredProperty>;

function dimension(syntax: string, units: readonly string[]): Parser<number> {
  return custom(syntax, (reader) => {
    const value = peek(reader);
    if (value?.kind !== 'dimension' || !units.includes(value.unit)) return undefined;
    reader.index += 1;
    return value.value;
  });
}

/** §5.1: the names of types. */
const types = (): Readonly<Record<string, Parser<unknown>>> => ({
  length,
  number,
  percentage,
  'length-percentage': lengthPercentage,
  color,
  image,
  url,
  integer,
  angle,
  time: dimension('<time>', ['s', 'ms']),
  resolution: dimension('<resolution>', ['x', 'dppx', 'dpi', 'dpcm']),
  'transform-function': transformFunction,
  'transform-list': spaceList(transformFunction),
  'custom-ident': customIdent(),
  string,
});

/** `<length> | auto | <color>+`; null for `*`, undefined for what is no syntax. */
function parserOf(syntax: string): Parser<unknown> | null | undefined {
  if (syntax.trim() === '*') return null;
  const known = types();
  const parts = syntax.split('|').map((part): Parser<unknown> | undefined => {
    const [, name, word, sign] = /^\s*(?:<([a-z-]+)>|([\w-]+))([+#]?)\s*$/.exec(part) ?? [];
    const one = name === undefined ? word && keyword(word, word) : known[name];
    if (!one) return undefined;
    if (sign === '#') return commaList(one);
    return sign === '+' ? spaceList(one) : one;
  });
  const parsers = parts.filter((part) => part !== undefined);
  return parsers.length === parts.length ? either(...parsers) : undefined;
}

const descriptors: readonly string[] = ['syntax', 'inherits', 'initial-value'];

/** The property of a rule's block; null after a report. */
export function readRegisteredProperty(
  items: readonly Item[],
  tree: SyntaxTree,
  span: Span,
  context: StyleContext,
): RegisteredProperty | null {
  const given = new Map<string, RawDeclaration>();
  for (const item of items) {
    if (item.kind !== 'declaration') continue;
    const raw = readRawDeclaration(item, tree);
    if (descriptors.includes(raw.name)) given.set(raw.name, raw);
    else
      context.report(
        problems.unknownDescriptor(context.severity, 'property', raw.name, undefined, raw.nameSpan),
      );
  }
  const missing = (name: string): null => {
    context.report(problems.descriptorMissing(context.severity, 'property', name, span));
    return null;
  };
  const read = <T>(name: string, parser: Parser<T>): T | undefined => {
    const raw = given.get(name);
    return raw && readWith(name, parser, raw.values, raw.span, context);
  };
  const syntax = read(
    'syntax',
    map(string, (text) => ({ parser: parserOf(text) })),
  );
  if (syntax?.parser === undefined) return missing('syntax');
  const inherits = read('inherits', keywords('true', 'false'));
  if (inherits === undefined) return missing('inherits');
  const initial = given.get('initial-value')?.values ?? null;
  const { parser } = syntax;
  // §2.3: only what may be anything may begin as nothing.
  if (parser && (!initial || !isOfSyntax(initial, parser))) return missing('initial-value');
  return { syntax: parser, inherits: inherits === 'true', initial };
}

/** Whether a value is of a property's syntax. */
export function isOfSyntax(values: Values, syntax: Parser<unknown>): boolean {
  return readAll(createReader(values), syntax) !== undefined;
}
