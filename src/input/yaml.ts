/**
 * YAML to a plain tree of maps, lists and scalars with spans: the only file that knows the `yaml`
 * package. YAML 1.2 with the core schema; no tags, no merge keys. The tree that comes out is at
 * most `depthLimit` deep and, references written out, has at most `nodeLimit` nodes.
 */
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import {
  type Context,
  type Diagnostic,
  type Report,
  type Source,
  type Span,
  wholeOf,
} from '../base/index.ts';
import { explainYaml, type YamlFault } from './explain-yaml.ts';
import * as problems from './problems.ts';
import { watchRepeats } from './repeated-keys.ts';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The text as written, quotes and folding undone: `1.000` stays `1.000`. */
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** With the quotes, or from the `|` to the last line. */
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  /** Entries left out because their keys stand before; absent where there are none. */
  readonly repeats?: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

const depthLimit = 60;
const nodeLimit = 20_000;
/** Characters that can begin a piece of structure; a brochure has a few thousand at most. */
const structureLimit = 100_000;
const problemLimit = 50;

/** A part of the package's concrete syntax tree, as far as its depth is concerned. */
interface Token {
  readonly items?: readonly { readonly key?: unknown; readonly value?: unknown }[];
  readonly value?: unknown;
}

function isToken(value: unknown): value is Token {
  return typeof value === 'object' && value !== null;
}

/** Whether a syntax tree is deeper than `limit`; walks without recursion. */
function isDeeper(root: Token, limit: number): boolean {
  const waiting: { token: Token; depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > limit) return true;
    for (const { key, value } of token.items ?? [])
      for (const child of [key, value])
        if (isToken(child)) waiting.push({ token: child, depth: depth + 1 });
    if (isToken(token.value)) waiting.push({ token: token.value, depth });
  }
  return false;
}

function countStructure(text: string): number {
  let count = 0;
  for (const character of text) if ('\n,:[{'.includes(character)) count += 1;
  return count;
}

/** The package's document, or null after a report that the file is too large or too deep. */
function composeDocument(source: Source, report: Report): Document | null {
  const start = { source, start: 0, end: Math.min(1, source.text.length) };
  if (countStructure(source.text) > structureLimit) {
    report(problems.yamlTooLarge(start));
    return null;
  }
  const tokens = [...new Parser().parse(source.text)];
  if (tokens.some((token) => isDeeper(token as Token, depthLimit))) {
    report(problems.yamlTooDeep(start, depthLimit));
    return null;
  }
  const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;
  const [first, second] = new Composer(options).compose(tokens, true, source.text.length);
  if (first && second) {
    const at = second.range[0];
    report(problems.yamlSecondDocument({ source, start: at, end: at + 1 }));
    return null;
  }
  return first ?? null;
}

/**
 * Reports marks of a merge that nobody has finished, one for each conflict, wherever they stand: in
 * a text over several lines they would be printed. What else is wrong may be their doing.
 */
function reportConflicts(source: Source, report: Report): boolean {
  const marks = [...source.text.matchAll(/^[ \t]*(<{7}|>{7})(?=\s|$)/gm)];
  const begun = marks.filter(({ 1: mark }) => mark === '<<<<<<<');
  for (const { index, 0: written } of begun.length > 0 ? begun : marks) {
    const end = index + written.length;
    report(problems.yamlConflict({ source, start: end - 7, end }));
  }
  return marks.length > 0;
}

/** A fault of the package's at the place where a reader would look for it. */
function faultAt(error: Document['errors'][number], source: Source): YamlFault {
  const { text } = source;
  const first = Math.min(error.pos[0], Math.max(text.length - 1, 0));
  // A fault that begins with blank lines is that of the line after them.
  const blank = /^[ \t]*(?:\r?\n[ \t]*)+(?=\S)/.exec(text.slice(first))?.[0].length ?? 0;
  const start = first + blank;
  const span = { source, start, end: Math.min(Math.max(error.pos[1], start + 1), text.length) };
  return { code: error.code, detail: error.message, span };
}

/**
 * What follows from the fault before: an item after a line in its list that was none; and a line
 * that stands otherwise than one at fault, in the same part of the file. They are right, and the
 * package is lost.
 */
function isConsequence(
  { code, message, span }: Diagnostic,
  before: Diagnostic | undefined,
): boolean {
  if (!span || !before?.span) return false;
  const { text } = span.source;
  if (before.code === 'input/yaml-item' && /^- /.test(text.slice(span.start))) return true;
  const isIndent = message.en === problems.yamlIndent(span, 0, null).message.en;
  const between = text.slice(Math.max(0, text.indexOf('\n', before.span.start)), span.start);
  return code === 'input/yaml-syntax' && isIndent && !/\n[A-Za-z_]\w*:/.test(between);
}

/** Reports what the package found, the first of each line; returns whether there was anything. */
function reportSyntax(document: Document, source: Source, report: Report): boolean {
  const seen = new Set<number>();
  const found: Diagnostic[] = [];
  const lineOf = (at: number) => source.text.lastIndexOf('\n', at - 1) + 1;
  for (const error of document.errors) {
    const fault = faultAt(error, source);
    const diagnostic = explainYaml(fault);
    const lines = [lineOf(fault.span.start), lineOf(diagnostic.span?.start ?? 0)];
    if (lines.some((line) => seen.has(line)) || found.length >= problemLimit) continue;
    for (const line of lines) seen.add(line);
    if (!isConsequence(diagnostic, found.at(-1))) found.push(diagnostic);
  }
  // A tab upsets the lines after it, which are right: they are told of when it is gone.
  const tabs = found.filter(({ code }) => code === 'input/yaml-tab');
  for (const diagnostic of tabs.length > 0 ? tabs : found) report(diagnostic);
  return found.length > 0;
}

const styles: Readonly<Record<string, YamlScalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** State of one conversion: names given so far, nodes counted. */
interface Conversion {
  readonly source: Source;
  readonly report: Report;
  readonly anchors: Map<string, { node: YamlNode; weight: number } | 'open'>;
  /** Names of texts that nothing has referred to yet, with their places. */
  readonly unused: Map<string, Span>;
  nodes: number;
  hasBurst: boolean;
}

function spanOf(node: unknown, { source }: Conversion): Span {
  const range = isToken(node) && 'range' in node && Array.isArray(node.range) ? node.range : [0, 0];
  const start = Number(range[0]);
  const end = Number(range[1]);
  const isBlock = isScalar(node) && styles[node.type ?? ''] === 'block';
  const trimmed = isBlock ? source.text.slice(0, end).trimEnd().length : end;
  return { source, start, end: Math.max(start, trimmed) };
}

function emptyScalar(span: Span): YamlScalar {
  return { kind: 'scalar', value: null, text: '', style: 'plain', span };
}

/** A line of a text over several lines that looks like an item of a list. */
function reportSwallowedItem(span: Span, { source, report }: Conversion): void {
  const match = /\n[ \t]*(?=-[ \t]+\S)/.exec(source.text.slice(span.start, span.end));
  if (!match) return;
  const start = span.start + match.index + match[0].length;
  report(problems.yamlSwallowedItem({ source, start, end: start + 1 }));
}

function convertScalar(node: unknown, conversion: Conversion): YamlScalar {
  const span = spanOf(node, conversion);
  if (!isScalar(node)) return emptyScalar(span);
  const { value } = node;
  const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
  if (style === 'plain') reportSwallowedItem(span, conversion);
  const written = style === 'plain' ? (node.source ?? '') : String(value ?? '');
  const isSimple = ['string', 'number', 'boolean'].includes(typeof value);
  return {
    kind: 'scalar',
    value: isSimple ? (value as string | number | boolean) : value === null ? null : written,
    text: value === null ? '' : written,
    style,
    span,
  };
}

function convertKey(node: unknown, conversion: Conversion): { key: string; keySpan: Span } | null {
  const keySpan = spanOf(node, conversion);
  if (isScalar(node)) return { key: convertScalar(node, conversion).text, keySpan };
  conversion.report(problems.yamlKeyNotText(keySpan));
  return null;
}

function convertMap(
  pairs: readonly { key: unknown; value: unknown }[],
  span: Span,
  isItem: boolean,
  conversion: Conversion,
): YamlMap {
  const isFirst = watchRepeats(isItem, conversion.report);
  const entries: YamlEntry[] = [];
  const repeats: YamlEntry[] = [];
  for (const pair of pairs) {
    const named = convertKey(pair.key, conversion);
    if (!named) continue;
    const { key, keySpan } = named;
    const value = pair.value === null ? emptyScalar(keySpan) : convert(pair.value, conversion);
    (isFirst(key, keySpan) ? entries : repeats).push({ key, keySpan, value });
  }
  return { kind: 'map', entries, span, ...(repeats.length > 0 ? { repeats } : {}) };
}

function convertAlias(name: string, span: Span, conversion: Conversion): YamlNode {
  const target = conversion.anchors.get(name);
  conversion.unused.delete(name);
  if (!target) conversion.report(problems.yamlUnknownAlias(name, span));
  const isBomb =
    target === 'open' || (target && conversion.nodes + target.weight > nodeLimit) === true;
  if (isBomb && !conversion.hasBurst) {
    conversion.hasBurst = true;
    conversion.report(problems.yamlAliasBomb(span));
  }
  if (!target || target === 'open' || isBomb) return emptyScalar(span);
  conversion.nodes += target.weight;
  return target.node;
}

function convertContent(node: unknown, isItem: boolean, conversion: Conversion): YamlNode {
  const span = spanOf(node, conversion);
  if (isMap(node)) return convertMap(node.items, span, isItem && !node.flow, conversion);
  if (!isSeq(node)) return convertScalar(node, conversion);
  return { kind: 'list', items: node.items.map((item) => convert(item, conversion, true)), span };
}

/** The place of `&name`, which stands before its node. */
function anchorSpan(node: unknown, name: string, conversion: Conversion): Span {
  const { source, start } = spanOf(node, conversion);
  const at = Math.max(0, source.text.lastIndexOf(`&${name}`, start));
  return { source, start: at, end: at + name.length + 1 };
}

/** `isItem`: it is one of a list. */
function convert(node: unknown, conversion: Conversion, isItem = false): YamlNode {
  if (isAlias(node)) return convertAlias(node.source, spanOf(node, conversion), conversion);
  const before = conversion.nodes;
  conversion.nodes += 1;
  const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
  if (anchor) {
    conversion.anchors.set(anchor, 'open');
    if (isScalar(node)) conversion.unused.set(anchor, anchorSpan(node, anchor, conversion));
  }
  const converted = convertContent(node, isItem, conversion);
  if (anchor)
    conversion.anchors.set(anchor, { node: converted, weight: conversion.nodes - before });
  return converted;
}

/**
 * The tree of a YAML file, or null after a report that it cannot be understood:
 * `input/yaml-syntax`, `-tab`, `-too-large`, `-too-deep`. Reported and gone on from:
 * `input/yaml-duplicate-key` (the first counts), `-alias`, `-alias-bomb`, `-anchor`, `-tag`, `-key`
 * (empty instead). An empty file is an empty scalar.
 */
export function parseYaml(source: Source, { report }: Context): YamlNode | null {
  if (reportConflicts(source, report)) return null;
  const document = composeDocument(source, report);
  if (!document || reportSyntax(document, source, report)) return null;
  for (const { pos, message } of document.warnings.slice(0, problemLimit)) {
    const span = { source, start: pos[0], end: pos[1] };
    report(problems.yamlTag(source.text.slice(...pos) || message, span));
  }
  if (document.contents === null) return emptyScalar(wholeOf(source));
  const conversion: Conversion = {
    source,
    report,
    anchors: new Map(),
    unused: new Map(),
    nodes: 0,
    hasBurst: false,
  };
  const tree = convert(document.contents, conversion);
  for (const [name, span] of conversion.unused) report(problems.yamlAnchor(name, span));
  return tree;
}
