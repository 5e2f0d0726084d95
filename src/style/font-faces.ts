/** `@font-face` (css-fonts-4 §4): a family's name, its files, and what they are for. */
import { nearest, type Span } from '../base/index.ts';
import { customIdent, numberBetween, string } from './basic-types.ts';
import {
  commaList,
  custom,
  either,
  keyword,
  keywords,
  map,
  named,
  spaceList,
} from './combinators.ts';
import { isForeign } from './component-values.ts';
import { type RawDeclaration, readRawDeclaration, readWith } from './declarations.ts';
import * as problems from './problems.ts';
import { type Parser, peek, type Reader } from './reader.ts';
import type { StyleContext } from './style-context.ts';
import type { FontFace } from './styled-document.ts';
import type { Item, SyntaxTree } from './syntax.ts';

const family = either(
  string,
  map(spaceList(customIdent()), (words) => words.join(' ')),
);

const weightNumber = either(keyword('normal', 400), keyword('bold', 700), numberBetween(1, 1000));
const weight = either(
  keyword('auto', { min: 400, max: 400 }),
  map(spaceList(weightNumber, 1, 2), ([min = 400, max = min]) => ({
    min: Math.min(min, max),
    max: Math.max(min, max),
  })),
);

const style = either(keywords('normal', 'italic'), keyword('oblique', 'italic'));

type Source =
  | { readonly kind: 'file'; readonly path: string; readonly start: number; readonly end: number }
  | { readonly kind: 'local'; readonly name: string };

/** `url(…) [format(…)]? [tech(…)]?` or `local(…)`. */
function readSource(reader: Reader): Source | undefined {
  const value = peek(reader);
  if (value?.kind === 'function' && value.name === 'local') {
    reader.index += 1;
    const [name] = value.values;
    return { kind: 'local', name: name && 'text' in name ? name.text : '' };
  }
  if (value?.kind !== 'url') return undefined;
  reader.index += 1;
  for (let after = peek(reader); after?.kind === 'function'; after = peek(reader)) {
    if (after.name !== 'format' && after.name !== 'tech') return undefined;
    reader.index += 1;
  }
  return { kind: 'file', path: value.text, start: value.start, end: value.end };
}

const sources = commaList(custom('<url> [format()]? [tech()]? | local()', readSource));

interface CodePoints {
  readonly from: number;
  readonly to: number;
}

/** What `@font-face` takes, with the grammar of each. */
export const fontDescriptors: readonly (readonly [name: string, syntax: string])[] = [
  ['font-family', '<family-name>'],
  ['src', sources.syntax],
  ['font-weight', weight.syntax],
  ['font-style', style.syntax],
  ['unicode-range', '[U+<hex>[-<hex>]?]#'],
];
/** Nothing here waits for fonts, and widths and features are chosen by the face itself. */
const ignored: ReadonlySet<string> = new Set(['font-display']);

interface Found {
  family?: string;
  sources?: readonly Source[];
  weight: { readonly min: number; readonly max: number };
  style: 'normal' | 'italic';
  unicodeRange: readonly CodePoints[] | null;
}

/** A face, or null after a report where family or file are missing. */
export function readFontFace(
  items: readonly Item[],
  tree: SyntaxTree,
  span: Span,
  context: StyleContext,
): FontFace | null {
  const found: Found = { weight: { min: 400, max: 400 }, style: 'normal', unicodeRange: null };
  for (const item of items) {
    if (item.kind === 'declaration') readDescriptor(found, readRawDeclaration(item, tree), context);
    else context.report(problems.notADeclaration(textOf(item.span), item.span));
  }
  const { report, severity } = context;
  if (found.family === undefined)
    report(problems.descriptorMissing(severity, 'font-face', 'font-family', span));
  if (!found.sources) report(problems.descriptorMissing(severity, 'font-face', 'src', span));
  if (found.family === undefined || !found.sources) return null;
  return {
    family: found.family,
    weight: found.weight,
    style: found.style,
    unicodeRange: found.unicodeRange,
    sources: filesOf(found.sources, span, context),
    span,
  };
}

const textOf = ({ source, start, end }: Span): string => source.text.slice(start, end);

function filesOf(
  list: readonly Source[],
  { source }: Span,
  context: StyleContext,
): FontFace['sources'] {
  const files: FontFace['sources'][number][] = [];
  for (const item of list) {
    if (item.kind === 'local') continue;
    const span = { source, start: item.start, end: item.end };
    if (isForeign(item.path))
      context.report(problems.foreignAddress(context.severity, item.path, span));
    else files.push({ path: item.path, span });
  }
  return files;
}

function readDescriptor(found: Found, raw: RawDeclaration, context: StyleContext): void {
  const read = <T>(parser: Parser<T>): T | undefined =>
    readWith(raw.name, parser, raw.values, raw.span, context);
  switch (raw.name) {
    case 'font-family': {
      const value = read(named('<family-name>', family));
      if (value !== undefined) found.family = value;
      return;
    }
    case 'src': {
      const value = read(sources);
      if (!value) return;
      found.sources = value;
      for (const item of value)
        if (item.kind === 'local') context.report(problems.localFont(item.name, raw.span));
      return;
    }
    case 'font-weight':
      found.weight = read(weight) ?? found.weight;
      return;
    case 'font-style':
      found.style = read(style) ?? found.style;
      return;
    case 'unicode-range':
      readUnicodeRange(found, raw, context);
      return;
    default:
      if (!ignored.has(raw.name)) reportDescriptor(raw, context);
  }
}

function reportDescriptor({ name, nameSpan }: RawDeclaration, context: StyleContext): void {
  const near = nearest(
    name,
    fontDescriptors.map(([known]) => known),
  );
  context.report(problems.unknownDescriptor(context.severity, 'font-face', name, near, nameSpan));
}

/** css-syntax-3 §7: read from the text, since tokens cut `U+0025-00FF` in odd places. */
function readUnicodeRange(
  found: Found,
  { name, span, values }: RawDeclaration,
  context: StyleContext,
): void {
  const start = values[0]?.start ?? span.end;
  const text = span.source.text.slice(start, span.end).replace(/\/\*[\s\S]*?\*\//g, ' ');
  const ranges: CodePoints[] = [];
  for (const part of text.split(',')) {
    const range = rangeOf(part.trim());
    if (!range) {
      const syntax = 'U+<hex>[-<hex>]?';
      const { report, severity } = context;
      report(problems.invalidValue(severity, name, part.trim(), syntax, undefined, span));
      return;
    }
    ranges.push(range);
  }
  found.unicodeRange = ranges;
}

function rangeOf(text: string): CodePoints | undefined {
  const match = /^u\+([\da-f]{0,6})(\?{0,6})(?:-([\da-f]{1,6}))?$/i.exec(text);
  if (!match) return undefined;
  const [, digits = '', wild = '', end] = match;
  const size = digits.length + wild.length;
  if (size < 1 || size > 6 || (wild !== '' && end !== undefined)) return undefined;
  const from = Number.parseInt(digits + '0'.repeat(wild.length), 16);
  const to = Number.parseInt(end ?? digits + 'f'.repeat(wild.length), 16);
  return from <= to && to <= 0x10ffff ? { from, to } : undefined;
}
