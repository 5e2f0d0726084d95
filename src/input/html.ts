/**
 * HTML to a document tree: the only file that knows parse5. Parsing follows the HTML standard; what
 * the standard repairs in silence is reported, and nothing that runs is let through.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';
import {
  type Context,
  nearest,
  type Report,
  type Source,
  type Span,
  wholeOf,
} from '../base/index.ts';
import type { DocumentNode, ElementNode, HtmlDocument, SheetMedia, TextNode } from './document.ts';
import { elementDefinitions } from './elements.ts';
import { convertAttributes } from './html-attributes.ts';
import { checkTags } from './html-check.ts';
import { linkedSheet, mediaOf, saysCss, styleSource } from './html-sheets.ts';
import {
  fallbackSpan,
  isRawElement,
  isRawText,
  type RawDocument,
  type RawElement,
  type RawNode,
  type RawText,
  spanOfMarkup,
} from './html-tree.ts';
import { createMarkupScanner } from './markup-scanner.ts';
import type { Markup } from './origins.ts';
import { addressKey, sourceOf } from './picture-address.ts';
import * as problems from './problems.ts';
import { type DecodeReference, textPieces } from './text-pieces.ts';
import { isXhtml, markupOfXhtml } from './xhtml.ts';

/** What a document is where it does not say so itself. */
export interface DocumentSettings {
  /** Used where `html` has no `lang`. */
  readonly language: string;
  /** Used where there is no `title`. */
  readonly title: string;
  /** Path that relative addresses are resolved against. */
  readonly path: string;
  /** True: a page from anywhere, whose missing document type asks for what older browsers did. */
  readonly mayBeQuirky?: boolean;
}

const depthLimit = 512;
const sizeLimit = 8_000_000;
/** The same mistake a hundred times is one mistake. */
const problemLimit = 50;

interface Conversion {
  readonly markup: Markup;
  readonly path: string;
  readonly context: Context;
  readonly decode: DecodeReference;
  readonly sheets: Source[];
  readonly sheetMedia: Map<Source, SheetMedia>;
  readonly sheetElements: Map<Source, ElementNode>;
  /** Elements that may not be used, by tag: the first of each is told. */
  readonly refused: Set<string>;
  title: string;
  svgCount: number;
  isTooDeep: boolean;
}

function createDecoder(): DecodeReference {
  const known = new Map<string, string>();
  return (reference) => {
    const before = known.get(reference);
    if (before !== undefined) return before;
    const [node] = parseFragment(reference).childNodes;
    const text = node && 'value' in node ? node.value : reference;
    known.set(reference, text);
    return text;
  };
}

function convertText(node: RawText, { markup, decode }: Conversion): TextNode {
  const location = node.sourceCodeLocation;
  if (!location) return { kind: 'text', pieces: [{ text: node.value }] };
  const place = { start: location.startOffset, end: location.endOffset };
  return { kind: 'text', pieces: textPieces(node.value, markup, place, decode) };
}

function checkElement(
  tag: string,
  namespace: string,
  span: Span | undefined,
  { context: { report }, refused }: Conversion,
) {
  if (namespace === 'svg') {
    const reason = elementDefinitions.get('script')?.refused;
    if (tag === 'script' && reason) report(problems.elementRefused(tag, reason, span));
    return;
  }
  const definition = elementDefinitions.get(tag);
  // What the parser adds by itself (`tbody`) has no place and is nobody's mistake.
  if (definition?.refused && span && !refused.has(tag)) {
    report(problems.elementRefused(tag, definition.refused, span));
    refused.add(tag);
  }
  if (!definition)
    report(problems.elementUnknown(tag, nearest(tag, elementDefinitions.keys()), span));
}

/** True for an `object` that says it is a picture, or whose address looks like one. */
function isPictureObject(attributes: ReadonlyMap<string, string>): boolean {
  const type = attributes.get('type')?.trim().toLowerCase();
  const data = attributes.get('data')?.trim() ?? '';
  if (data === '') return false;
  return type
    ? type.startsWith('image/')
    : /^data:image\/|\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(data);
}

/** The key in `Pictures` of a picture that an element is. */
function pictureKey(
  tag: string,
  namespace: string,
  attributes: ReadonlyMap<string, string>,
  isOutermostSvg: boolean,
  conversion: Conversion,
): string | undefined {
  const { path } = conversion;
  if (isOutermostSvg) {
    conversion.svgCount += 1;
    return `${path}#svg-${conversion.svgCount}`;
  }
  if (namespace === 'html' && tag === 'object' && isPictureObject(attributes))
    return addressKey(path, attributes.get('data') ?? '');
  const isButton = tag === 'input' && attributes.get('type')?.toLowerCase() === 'image';
  const isImage = namespace === 'html' && (tag === 'img' || isButton);
  const isInSvg = namespace === 'svg' && tag === 'image';
  const address = isImage
    ? sourceOf(attributes)
    : isInSvg
      ? (attributes.get('href') ?? attributes.get('xlink:href'))
      : undefined;
  return address?.trim() ? addressKey(path, address) : undefined;
}

function convertElement(
  element: RawElement,
  depth: number,
  isInSvg: boolean,
  conversion: Conversion,
): ElementNode {
  const { markup, context } = conversion;
  const namespace = element.namespaceURI.endsWith('/svg') ? 'svg' : 'html';
  const tag = element.tagName;
  const place = element.sourceCodeLocation?.startTag ?? element.sourceCodeLocation;
  const span = place ? spanOfMarkup(markup, place.startOffset, place.endOffset) : undefined;
  checkElement(tag, namespace, span, conversion);
  const { attributes, attributeSpans } = convertAttributes(element, markup, context.report);
  const isOutermostSvg = namespace === 'svg' && tag === 'svg' && !isInSvg;
  const picture = pictureKey(tag, namespace, attributes, isOutermostSvg, conversion);
  const isSvg = namespace === 'svg';
  return {
    kind: 'element',
    tag,
    namespace,
    attributes,
    children:
      !isSvg && elementDefinitions.get(tag)?.hidesContent
        ? []
        : convertChildren(element, depth + 1, isSvg, span, conversion),
    ...(span ? { span } : {}),
    ...(picture === undefined ? {} : { picture }),
    ...(attributeSpans.size > 0 ? { attributeSpans } : {}),
  };
}

function convertChildren(
  element: RawElement,
  depth: number,
  isInSvg: boolean,
  span: Span | undefined,
  conversion: Conversion,
): readonly DocumentNode[] {
  if (depth > depthLimit && element.childNodes.some(isRawElement)) {
    if (!conversion.isTooDeep) conversion.context.report(problems.htmlTooDeep(depthLimit, span));
    conversion.isTooDeep = true;
    return [];
  }
  const children: DocumentNode[] = [];
  for (const node of element.childNodes) {
    if (isRawText(node)) children.push(convertText(node, conversion));
    if (!isRawElement(node)) continue;
    const child = convertElement(node, depth, isInSvg, conversion);
    if (child.tag === 'script') continue;
    children.push(child);
    // The sheet of a drawing in the page is the page's (SVG 2 §6.2).
    if (child.namespace === 'html' || child.tag === 'style')
      readHeadElement(node, child, conversion);
  }
  return children;
}

function plainText(element: ElementNode): string {
  return element.children
    .map((child) =>
      child.kind === 'text' ? child.pieces.map(({ text }) => text).join('') : plainText(child),
    )
    .join('');
}

/** Sheets and title, in document order. */
function readHeadElement(node: RawElement, element: ElementNode, conversion: Conversion): void {
  const { markup, path, context } = conversion;
  const linked = linkedSheet(element, path, context);
  if (linked) addSheet(linked, element, conversion);
  if (element.tag === 'title')
    conversion.title ||= plainText(element)
      .replace(/[ \t\r\n]+/g, ' ')
      .trim();
  const isSheet = element.tag === 'style' && saysCss(element, context.report);
  const text = isSheet ? node.childNodes.find(isRawText) : undefined;
  const location = text?.sourceCodeLocation;
  if (!location) return;
  const source = styleSource(markup, location.startOffset, location.endOffset);
  conversion.sheetElements.set(source, element);
  addSheet(source, element, conversion);
}

function addSheet(source: Source, element: ElementNode, { sheets, sheetMedia }: Conversion): void {
  const media = mediaOf(element);
  if (media) sheetMedia.set(source, media);
  sheets.push(source);
}

/** Where the tag or comment begins in which the text ends. */
function openTagAt(html: string): number {
  const scanner = createMarkupScanner();
  let opened = 0;
  for (let at = 0; at < html.length; at += 1) {
    const isContent = scanner.place === 'content';
    scanner.feed(html[at] ?? '');
    if (isContent && scanner.place !== 'content') opened = html.lastIndexOf('<', at);
  }
  return opened;
}

/** The parser's own tree. A text's place grows with each word: the parser copies it for that. */
const treeAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  updateNodeSourceCodeLocation: (node, end) => {
    if (node.sourceCodeLocation) Object.assign(node.sourceCodeLocation, end);
  },
};

/** Parses; reports the errors that change what is printed. */
function parseRaw(markup: Markup, report: Report): RawDocument {
  const { html } = markup;
  const seen = new Set<string>();
  let wholeUntil = html.length;
  const document: DefaultTreeAdapterTypes.Document = parse(html, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter,
    onParseError: ({ code, startOffset, endOffset }) => {
      const key = `${code} ${startOffset}`;
      if (!problems.isToldHtmlError(code) || seen.has(key) || seen.size >= problemLimit) return;
      seen.add(key);
      const isAtEnd = startOffset >= html.length;
      const start = isAtEnd ? openTagAt(html) : startOffset;
      if (isAtEnd) wholeUntil = Math.min(wholeUntil, start);
      const end = isAtEnd ? html.length : Math.max(endOffset, startOffset + 1);
      report(problems.htmlSyntax(code, spanOfMarkup(markup, start, end) ?? fallbackSpan(markup)));
    },
  });
  // The tree adapter's types are wider than what is read; `html-tree.ts` names that.
  const nodes = document.childNodes as readonly RawNode[];
  const root = nodes.find(isRawElement);
  const empty = { tagName: 'html', namespaceURI: '', attrs: [], childNodes: [] };
  return { root: root ?? empty, nodes, mode: document.mode, end: wholeUntil };
}

/**
 * The tree of HTML text. Reports `input/html-syntax`, `-unclosed-tag`, `-stray-tag`,
 * `-unknown-element`, `-refused-element`, `-refused-attribute` (left out), `-html-too-deep`
 * (the deeper part is left out), `-html-too-large` (an empty document), and what its style sheets
 * report: a file that is missing or not UTF-8 (no sheet), `input/remote-file`.
 */
export function parseDocument(
  markup: Markup,
  settings: DocumentSettings,
  context: Context,
): HtmlDocument {
  const isTooLarge = markup.html.length > sizeLimit;
  if (isTooLarge) context.report(problems.htmlTooLarge(fallbackSpan(markup)));
  const read = isTooLarge ? { ...markup, html: '' } : markup;
  const parsed = parseRaw(read, context.report);
  checkTags(parsed, read, context.report);
  const conversion: Conversion = {
    markup: read,
    path: settings.path,
    context,
    decode: createDecoder(),
    sheets: [],
    sheetMedia: new Map(),
    sheetElements: new Map(),
    title: '',
    svgCount: 0,
    refused: new Set(),
    isTooDeep: false,
  };
  const root = convertElement(parsed.root, 0, false, conversion);
  return {
    root,
    language: root.attributes.get('lang')?.trim() || settings.language,
    title: conversion.title || settings.title,
    sheets: conversion.sheets,
    sheetMedia: conversion.sheetMedia,
    sheetElements: conversion.sheetElements,
    path: settings.path,
    ...(settings.mayBeQuirky && parsed.mode !== 'no-quirks' ? { mode: parsed.mode } : {}),
  };
}

/** A file of HTML as markup whose every letter is its own origin. */
function markupOf(source: Source): Markup {
  const end = source.text.length;
  const origins = end === 0 ? [] : [{ start: 0, end, span: wholeOf(source) }];
  return { html: source.text, path: source.path, origins };
}

/** The tree of an HTML file; Danish where it does not say its language. Reports as above. */
export function parseHtmlFile(source: Source, context: Context): HtmlDocument {
  const isXml = isXhtml(source);
  const { path } = source;
  const settings = { language: 'da', title: path, path, mayBeQuirky: !isXml };
  const markup = isXml ? markupOfXhtml(source) : markupOf(source);
  return parseDocument(markup, settings, context);
}

/** The first `<svg>` of a tree. */
function findSvg(node: ElementNode): ElementNode | null {
  if (node.namespace === 'svg' && node.tag === 'svg') return node;
  for (const child of node.children) {
    const found = child.kind === 'element' ? findSvg(child) : null;
    if (found) return found;
  }
  return null;
}

/** The `svg` element of an SVG file, or null. Scripts in it are reported and left out. */
export function parseSvgFile(source: Source, context: Context): ElementNode | null {
  const bodyStart = /<svg[\s>]/.exec(source.text)?.index ?? 0;
  const { html, origins } = markupOf(source);
  // What stands before the element (XML declaration, document type) means nothing to HTML.
  const text = html.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + html.slice(bodyStart);
  const settings = { language: 'da', title: '', path: source.path };
  return findSvg(parseDocument({ html: text, path: source.path, origins }, settings, context).root);
}
