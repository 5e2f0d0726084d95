/** css-gcpm-3 §1 and css-regions-1: strings that margin boxes repeat, and linked frames. */
import { customIdent, string } from '../basic-types.ts';
import { commaList, custom, either, keyword, map } from '../combinators.ts';
import { isAtEnd, peek, type Reader, readerWithin } from '../reader.ts';
import { type ComputeContext, property } from './property.ts';

/** A piece of a named string: words, or the element's own. */
export type StringPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'content' };

export interface NamedString {
  readonly name: string;
  readonly parts: readonly StringPart[];
}

type SpecifiedPart = StringPart | { readonly kind: 'attr'; readonly name: string };

interface SpecifiedString {
  readonly name: string;
  readonly parts: readonly SpecifiedPart[];
}

function readPart(reader: Reader): SpecifiedPart | undefined {
  const words = string.read(reader);
  if (words !== undefined) return { kind: 'text', text: words };
  const value = peek(reader);
  if (value?.kind !== 'function') return undefined;
  const inner = readerWithin(reader, value.values);
  if (value.name === 'content') {
    // `content()` and `content(text)` are the same.
    const isPlain = isAtEnd(inner) || customIdent().read(inner) === 'text';
    if (!isPlain || !isAtEnd(inner)) return undefined;
    reader.index += 1;
    return { kind: 'content' };
  }
  const name = value.name === 'attr' ? customIdent().read(inner) : undefined;
  if (name === undefined || !isAtEnd(inner)) return undefined;
  reader.index += 1;
  return { kind: 'attr', name: name.toLowerCase() };
}

const namedString = custom(
  '<custom-ident> [<string> | content() | attr()]+',
  (reader): SpecifiedString | undefined => {
    const name = customIdent('none').read(reader);
    if (name === undefined) return undefined;
    const parts: SpecifiedPart[] = [];
    for (let part = readPart(reader); part; part = readPart(reader)) parts.push(part);
    return parts.length > 0 ? { name, parts } : undefined;
  },
  ['content', 'attr'],
);

const noStrings: readonly SpecifiedString[] = [];

function computeStrings(
  strings: readonly SpecifiedString[],
  context: ComputeContext,
): readonly NamedString[] {
  return strings.map(({ name, parts }) => ({
    name,
    parts: parts.map((part) =>
      part.kind === 'attr' ? { kind: 'text', text: context.attributeOf(part.name) ?? '' } : part,
    ),
  }));
}

const anyFlow: string = 'none';
const flowName = either(keyword('none', anyFlow), customIdent('none', 'auto', 'default'));

export const runningProperties = {
  flowInto: property({
    initial: anyFlow,
    inherited: false,
    parse: flowName,
    spec: 'css-regions-1#the-flow-into-property',
  }),
  flowFrom: property({
    initial: anyFlow,
    inherited: false,
    parse: flowName,
    spec: 'css-regions-1#flow-from',
  }),
  stringSet: property({
    initial: noStrings,
    inherited: false,
    parse: either(
      keyword('none', noStrings),
      map(commaList(namedString), (strings) => strings),
    ),
    compute: computeStrings,
    spec: 'css-gcpm-3#setting-named-strings-the-string-set-pro',
  }),
};
