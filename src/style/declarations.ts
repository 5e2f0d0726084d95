/**
 * Declarations after parsing: shorthands taken apart, values understood as far as they can be
 * before the cascade. A value with `var()` stays pending until its element is known. What cannot
 * be used is reported at its place and left out (css-syntax-3 §9).
 */
import { nearest, type Span } from '../base/index.ts';
import { type ComponentValue, isForeign, readComponentValues } from './component-values.ts';
import { standardName } from './legacy-names.ts';
import * as problems from './problems.ts';
import {
  knownCssNames,
  type PropertyName,
  propertyByCssName,
  propertyOf,
  shorthandByCssName,
} from './properties/index.ts';
import { quirkyValues } from './quirky-values.ts';
import { createReader, type Parser, type Reader, readAll } from './reader.ts';
import { reportValue } from './report-value.ts';
import type { StyleContext } from './style-context.ts';
import type { DeclarationItem, SyntaxTree } from './syntax.ts';
import { isScreenOnly, refusedHints, unsupportedHints } from './unsupported.ts';

export type WideKeyword = 'initial' | 'inherit' | 'unset' | 'revert' | 'revert-layer';

/** A declaration whose value holds `var()`. Shared by the longhands of a shorthand. */
export interface PendingValue {
  readonly kind: 'pending';
  readonly cssName: string;
  readonly values: readonly ComponentValue[];
  readonly span: Span;
  /** It holds an `attr()`. */
  readonly asksElement: boolean;
}

export type DeclaredValue =
  /** `value` is of the property's specified type. */
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'wide'; readonly keyword: WideKeyword }
  | PendingValue;

export interface LonghandDeclaration {
  readonly property: PropertyName;
  readonly value: DeclaredValue;
  readonly isImportant: boolean;
  readonly span: Span;
  /** `property` is the side in horizontal writing from left to right, and another in other writing. */
  readonly isLogical?: true;
}

/** `--name: …`. */
export interface CustomDeclaration {
  readonly name: string;
  readonly values: readonly ComponentValue[] | WideKeyword;
  readonly isImportant: boolean;
  readonly span: Span;
}

/** The declarations of one rule, in order. */
export interface DeclarationBlock {
  readonly longhands: readonly LonghandDeclaration[];
  readonly customs: readonly CustomDeclaration[];
  readonly urls: readonly { readonly path: string; readonly span: Span }[];
}

/** Where declarations are collected. */
export interface BlockBuilder {
  readonly longhands: LonghandDeclaration[];
  readonly customs: CustomDeclaration[];
  readonly urls: { readonly path: string; readonly span: Span }[];
}

export function createBlock(): BlockBuilder {
  return { longhands: [], customs: [], urls: [] };
}

/** A declaration as written, before its property is known. */
export interface RawDeclaration {
  readonly name: string;
  readonly values: readonly ComponentValue[];
  readonly isImportant: boolean;
  /** From the name to the value's end. */
  readonly span: Span;
  readonly nameSpan: Span;
}

/** A declaration of the syntax tree with its value taken apart. */
export function readRawDeclaration(
  item: DeclarationItem,
  { source, tokens }: SyntaxTree,
): RawDeclaration {
  const { nameSpan, span, isImportant } = item;
  const name = standardName(item.name);
  const values = readComponentValues(source.text, tokens, item.value, source.path);
  return { name, values, isImportant, span, nameSpan };
}

const wideKeywords: ReadonlySet<string> = new Set(
  ['initial', 'inherit', 'unset', 'revert'].concat('revert-layer'),
);

function isWide(word: string): word is WideKeyword {
  return wideKeywords.has(word);
}

/** A CSS-wide keyword that stands alone (css-cascade-5 §7.3). */
export function wideOf(values: readonly ComponentValue[]): WideKeyword | undefined {
  const [value] = values;
  if (values.length !== 1 || value?.kind !== 'ident') return undefined;
  return isWide(value.word) ? value.word : undefined;
}

const substitutions: ReadonlySet<string> = new Set(['var', 'attr', 'env']);

/** True where a `var()`, `attr()` or `env()` stands anywhere in a value. */
export function hasVariable(values: readonly ComponentValue[]): boolean {
  return values.some((value) => {
    if (value.kind === 'function')
      return substitutions.has(value.name) || hasVariable(value.values);
    return value.kind === 'block' && hasVariable(value.values);
  });
}

/** True where an `attr()` stands anywhere in a value: it is another for each element. */
function asksElement(values: readonly ComponentValue[]): boolean {
  return values.some((value) => {
    if (value.kind === 'function') return value.name === 'attr' || asksElement(value.values);
    return value.kind === 'block' && asksElement(value.values);
  });
}

/** `content` takes words of attributes as they are. */
function isWaiting(cssName: string, values: readonly ComponentValue[]): boolean {
  if (cssName !== 'content') return hasVariable(values);
  const others = values.filter(
    (value) => value.kind !== 'function' || value.name !== 'attr' || value.values.length !== 1,
  );
  return hasVariable(others);
}

/** The longhands a name stands for; undefined for a name we do not know. */
export function longhandsOf(cssName: string): readonly PropertyName[] | undefined {
  const name = propertyByCssName.get(cssName);
  if (name !== undefined) return [name];
  const entry = shorthandByCssName.get(cssName);
  return entry && (entry.longhands as readonly PropertyName[]);
}

/** Adds a declaration to a block, or reports why not. */
export function addDeclaration(
  block: BlockBuilder,
  raw: RawDeclaration,
  context: StyleContext,
): void {
  const { name, values, isImportant, span } = raw;
  if (name.startsWith('--')) {
    block.customs.push({ name, values: wideOf(values) ?? values, isImportant, span });
    addUrls(block, values, span, context);
    return;
  }
  const longhands = longhandsOf(name);
  if (!longhands) {
    reportUnknown(raw, context);
    return;
  }
  if (values.length === 0) {
    context.report(problems.valueMissing(name, raw.nameSpan));
    return;
  }
  const declared = declare(raw, longhands, context);
  if (!declared) return;
  const isLogical = shorthandByCssName.get(name)?.isLogical;
  for (const [property, value] of declared)
    block.longhands.push(
      isLogical
        ? { property, value, isImportant, span, isLogical }
        : { property, value, isImportant, span },
    );
  addUrls(block, values, span, context);
}

type Declared = readonly (readonly [PropertyName, DeclaredValue])[];

function declare(
  raw: RawDeclaration,
  longhands: readonly PropertyName[],
  context: StyleContext,
): Declared | undefined {
  const { name, values, span } = raw;
  const keyword = wideOf(values);
  if (keyword !== undefined) return longhands.map((key) => [key, { kind: 'wide', keyword }]);
  if (isWaiting(name, values)) {
    const asks = asksElement(values);
    const pending: PendingValue = {
      kind: 'pending',
      cssName: name,
      values,
      span,
      asksElement: asks,
    };
    return longhands.map((key) => [key, pending]);
  }
  const specified = readValue(name, values, span, context);
  return specified && [...specified].map(([key, value]) => [key, { kind: 'value', value }]);
}

/** Specified values by longhand; undefined after a report. `values` must hold no `var()`. */
export function readValue(
  cssName: string,
  values: readonly ComponentValue[],
  span: Span,
  context: StyleContext,
): ReadonlyMap<PropertyName, unknown> | undefined {
  const reader = createReader(values);
  const result = readLonghands(cssName, reader) ?? readQuirky(cssName, values, span, context);
  if (!result) reportValue(cssName, parserOf(cssName), reader, span, context);
  else if (isRefused(result)) {
    const place = { ...span, end: span.start + cssName.length };
    context.report(problems.unsupportedProperty(context.severity, cssName, refusedHints, place));
  }
  return result;
}

/** A value that is kept for what else it does to boxes, but not drawn. */
function isRefused(longhands: ReadonlyMap<PropertyName, unknown>): boolean {
  for (const [name, value] of longhands) {
    const refuses = propertyOf(name).isRefused;
    if (refuses?.(value as never)) return true;
  }
  return false;
}

function readQuirky(
  cssName: string,
  values: readonly ComponentValue[],
  { source }: Span,
  { isQuirky }: StyleContext,
): ReadonlyMap<PropertyName, unknown> | undefined {
  const meant = isQuirky ? quirkyValues(cssName, values, source.text) : null;
  return meant ? readLonghands(cssName, createReader(meant)) : undefined;
}

function readLonghands(
  cssName: string,
  reader: Reader,
): ReadonlyMap<PropertyName, unknown> | undefined {
  const property = propertyByCssName.get(cssName);
  if (property !== undefined) {
    const value = readAll(reader, propertyOf(property).parse);
    return value === undefined ? undefined : new Map([[property, value]]);
  }
  const entry = shorthandByCssName.get(cssName);
  const parts = entry && readAll(reader, entry.parse);
  if (!parts) return undefined;
  const longhands = entry.longhands as readonly PropertyName[];
  return new Map(longhands.map((key) => [key, parts[key] ?? propertyOf(key).initial]));
}

/** A descriptor's value by a parser of its own; undefined after a report. */
export function readWith<T>(
  name: string,
  parser: Parser<T>,
  values: readonly ComponentValue[],
  span: Span,
  context: StyleContext,
): T | undefined {
  const reader = createReader(values);
  const result = readAll(reader, parser);
  if (result === undefined) reportValue(name, parser, reader, span, context);
  return result;
}

/** Whether we understand a declaration: for `@supports`. Reports nothing. */
export function isSupported(cssName: string, values: readonly ComponentValue[]): boolean {
  if (cssName.startsWith('--')) return true;
  const name = standardName(cssName);
  if (!longhandsOf(name)) return false;
  if (wideOf(values) !== undefined || hasVariable(values)) return true;
  const read = readLonghands(name, createReader(values));
  return read !== undefined && !isRefused(read);
}

function reportUnknown({ name, nameSpan }: RawDeclaration, context: StyleContext): void {
  const { report, severity } = context;
  if (isScreenOnly(name)) {
    report(problems.noEffect(name, nameSpan));
    return;
  }
  const hints = unsupportedHints(name);
  if (hints) report(problems.unsupportedProperty(severity, name, hints, nameSpan));
  else report(problems.unknownProperty(severity, name, nearest(name, knownCssNames), nameSpan));
}

function parserOf(cssName: string): Parser<unknown> | undefined {
  const property = propertyByCssName.get(cssName);
  return property === undefined
    ? shorthandByCssName.get(cssName)?.parse
    : propertyOf(property).parse;
}

/** Bytes written into the sheet itself: nothing is fetched. */
function isData(address: string): boolean {
  return /^data:/i.test(address);
}

/** Collects the files that a value names; addresses outside the project are reported. */
function addUrls(
  block: BlockBuilder,
  values: readonly ComponentValue[],
  span: Span,
  context: StyleContext,
): void {
  for (const value of values) {
    if (value.kind === 'function') addUrls(block, value.values, span, context);
    if (value.kind !== 'url' || value.text.startsWith('#') || value.text === '') continue;
    const place = { source: span.source, start: value.start, end: value.end };
    if (isForeign(value.text) && !isData(value.text))
      context.report(problems.foreignAddress(context.severity, value.text, place));
    else block.urls.push({ path: value.text, span: place });
  }
}
