/**
 * Attributes that style: `style`, and the presentation attributes of SVG and of pictures, which
 * count as author declarations of specificity 0 (svg2 §6.6, html §15.2).
 */
import { createSource, type Report, type Span } from '../base/index.ts';
import type { ElementNode, HtmlDocument } from '../input/index.ts';
import { moveValues, parseComponentValues } from './component-values.ts';
import {
  addDeclaration,
  createBlock,
  type DeclarationBlock,
  type DeclaredValue,
  readRawDeclaration,
} from './declarations.ts';
import type { Placed } from './document-index.ts';
import { legacyHints } from './legacy-attributes.ts';
import { tableParts } from './legacy-tables.ts';
import * as problems from './problems.ts';
import { svgProperties } from './properties/svg.ts';
import { quirkMargins } from './quirk-margins.ts';
import type { StyleContext } from './style-context.ts';
import { parseDeclarationList } from './syntax.ts';

const hyphenate = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** svg2 §6.6, as far as the properties are ours. */
const presentationAttributes: readonly string[] = [
  ...Object.keys(svgProperties).map(hyphenate),
  ...['color', 'display', 'visibility', 'opacity', 'overflow', 'font-family', 'font-size'],
  ...['font-style', 'font-weight', 'letter-spacing', 'word-spacing', 'text-decoration'],
  ...['transform-origin', 'clip-path', 'mask', 'writing-mode'],
];

/** SVG allows lengths without a unit in attributes: user units, which are px. */
const unitlessLengths: ReadonlySet<string> = new Set([
  'font-size',
  'letter-spacing',
  'word-spacing',
]);

const noBlock: DeclarationBlock = createBlock();

/** A start tag's own declarations, and a text that is the same for the same declarations. */
export interface AttributeStyle {
  readonly key: string;
  readonly hints: DeclarationBlock;
  readonly inline: DeclarationBlock;
}

const noStyle: AttributeStyle = { key: '', hints: noBlock, inline: noBlock };

/** Reads attributes once for each wording. */
export interface AttributeReader {
  read(placed: Placed): AttributeStyle;
}

/** Addresses are relative to the document's path. */
export function createAttributeReader(
  { path: base, mode }: Pick<HtmlDocument, 'path' | 'mode'>,
  context: StyleContext,
): AttributeReader {
  const known = new Map<string, AttributeStyle>();
  return {
    read: ({ element, parent }) => {
      const own = textsOf(element, parent);
      const quirks = mode === 'quirks' && parent ? quirkMargins(element, parent.element) : [];
      const texts = quirks.length > 0 ? [...quirks, ...own] : own;
      if (texts.length === 0) return noStyle;
      const key = JSON.stringify(texts);
      const before = known.get(key);
      if (before) return before;
      const style = readAttributes(element, texts, key, base, context);
      known.set(key, style);
      return style;
    },
  };
}

type Attribute = readonly [name: string, text: string];

/** The attributes of the table that a part of one is in. */
function tableAround(tag: string, parent: Placed | null): ElementNode['attributes'] | undefined {
  if (!tableParts.has(tag)) return undefined;
  for (let at = parent; at; at = at.parent)
    if (at.element.tag === 'table') return at.element.attributes;
  return undefined;
}

function textsOf(element: ElementNode, parent: Placed | null): readonly Attribute[] {
  const { attributes, namespace, tag } = element;
  const texts: Attribute[] = [];
  const table = tableAround(tag, parent);
  if (attributes.size === 0 && !table) return texts;
  if (namespace === 'svg')
    for (const name of presentationAttributes) addText(texts, name, attributes.get(name));
  // svg2 §8.2: lengths with any unit, where those of HTML are pixels.
  if (namespace === 'svg' && tag === 'svg')
    for (const name of ['width', 'height']) addText(texts, name, attributes.get(name));
  if (namespace !== 'svg' || tag === 'svg') texts.push(...legacyHints(element, table));
  addText(texts, 'style', attributes.get('style'));
  return texts;
}

function addText(texts: Attribute[], name: string, text: string | undefined): void {
  if (text !== undefined && text.trim() !== '') texts.push([name, text]);
}

function readAttributes(
  element: ElementNode,
  texts: readonly Attribute[],
  key: string,
  base: string,
  context: StyleContext,
): AttributeStyle {
  const hints = createBlock();
  let inline = noBlock;
  for (const [name, text] of texts) {
    const place = element.attributeSpans?.get(name) ?? element.span;
    if (name === 'style') inline = readInline(text, place, base, context);
    else addHint(hints, name, text, place, base, context);
  }
  return { key, hints, inline };
}

/** Every finding at the attribute: what is reported stands in a text of its own. */
function reportAt(report: Report, at: (span: Span) => Span): Report {
  return ({ span, ...finding }) => {
    report(span ? { ...finding, span: at(span) } : finding);
  };
}

function addHint(
  block: ReturnType<typeof createBlock>,
  name: string,
  text: string,
  place: Span | undefined,
  base: string,
  context: StyleContext,
): void {
  const isSize = name === 'width' || name === 'height';
  const isNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text);
  const isOrigin = name === 'transform-origin';
  const written =
    isNumber && (isSize || unitlessLengths.has(name))
      ? `${text.trim()}px`
      : isOrigin
        ? text.replace(/(?<![\w.+-])[+-]?(?:\d+\.?\d*|\.\d+)(?![\w.%])/g, '$&px')
        : text;
  const source = createSource(base, written);
  const whole: Span = { source, start: 0, end: written.length };
  const span = place ?? whole;
  const values = parseComponentValues(written, 0, base);
  const report = reportAt(context.report, () => span);
  const raw = { name, values, isImportant: false, span: whole, nameSpan: whole };
  const own = createBlock();
  addDeclaration(own, raw, { ...context, report });
  append(block, own, () => span);
}

/** Declarations of `style`, each at its own place where the attribute's place is exact. */
function readInline(
  text: string,
  place: Span | undefined,
  base: string,
  context: StyleContext,
): DeclarationBlock {
  const source = createSource(base, text);
  const isExact = place && place.source.text.slice(place.start, place.end) === text;
  const at = (span: Span): Span => {
    if (!place) return span;
    if (!isExact) return place;
    return { source: place.source, start: place.start + span.start, end: place.start + span.end };
  };
  const inner: StyleContext = { ...context, report: reportAt(context.report, at) };
  const tree = parseDeclarationList(source, inner.report);
  const own = createBlock();
  for (const item of tree.items) {
    if (item.kind === 'declaration') addDeclaration(own, readRawDeclaration(item, tree), inner);
    else inner.report(problems.notADeclaration(text, item.span));
  }
  const block = createBlock();
  append(block, own, at);
  return block;
}

/** Declarations with their places moved. Without an exact place, only the whole is pointed at. */
function append(
  block: ReturnType<typeof createBlock>,
  own: DeclarationBlock,
  at: (span: Span) => Span,
): void {
  for (const declaration of own.longhands) {
    const span = at(declaration.span);
    const { value } = declaration;
    block.longhands.push({
      ...declaration,
      span,
      value: movePending(value, declaration.span, span),
    });
  }
  for (const custom of own.customs) block.customs.push({ ...custom, span: at(custom.span) });
  for (const url of own.urls) block.urls.push({ ...url, span: at(url.span) });
}

function movePending(value: DeclaredValue, from: Span, to: Span): DeclaredValue {
  if (value.kind !== 'pending') return value;
  const isExact = from.end - from.start === to.end - to.start;
  const by = isExact ? to.start - from.start : Number.NEGATIVE_INFINITY;
  return { ...value, span: to, values: moveValues(value.values, by) };
}
