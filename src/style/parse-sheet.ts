/**
 * Sheets to rules: the structure of `syntax.ts` is understood here. `@media` and `@supports` are
 * answered, `@import` is followed, nested rules are unfolded (css-nesting-1) and layers named
 * (css-cascade-5). Every fault of a sheet is reported in one run.
 */
import { nearest, resolvePath, type Source, type Span } from '../base/index.ts';
import { decodeText, type ElementNode } from '../input/index.ts';
import { compileSelectors, type SelectorPlace, scopeSelector } from './compile-selector.ts';
import { type ComponentValue, isForeign, textOf } from './component-values.ts';
import { isMediaMatch, isSupportsMatch, splitCommas } from './conditions.ts';
import { containerCondition, nearestContainerFeature } from './container-queries.ts';
import {
  addDeclaration,
  type BlockBuilder,
  createBlock,
  readRawDeclaration,
} from './declarations.ts';
import {
  type Collected,
  preludeOf,
  readCounterStyle,
  readFace,
  readPage,
  readProperty,
  readSpot,
} from './definition-rules.ts';
import * as problems from './problems.ts';
import type { ComplexSelector } from './selectors.ts';
import type { ContainerRule, Origin, ScopeRule, StyleSheets } from './sheet.ts';
import type { StyleContext } from './style-context.ts';
import {
  type AtRuleItem,
  type Item,
  parseSyntax,
  type RuleItem,
  type SyntaxTree,
} from './syntax.ts';
import { unsupportedAtRuleHints } from './unsupported.ts';

/** More sheets than a project has; stops sheets that import each other's imports. */
const mostImports = 200;

/** Where in the sheets we are. */
interface Scope {
  readonly collected: Collected;
  readonly context: StyleContext;
  readonly origin: Origin;
  readonly tree: SyntaxTree;
  /** The `<style>` element that holds the sheet. */
  readonly owner: ElementNode | null;
  readonly layer: string | null;
  /** Selectors of the rule around; null at the top level. */
  readonly parents: readonly ComplexSelector[] | null;
  /** The `@scope` around; null for the whole document. */
  readonly within: ScopeRule | null;
  /** The `@container` around; null where nothing is asked. */
  readonly container: ContainerRule | null;
  /** Paths of the sheets that import this one, and its own. */
  readonly importers: readonly string[];
  /** Of this sheet; grows as `@namespace` rules are read. */
  readonly namespaces: Map<string, 'html' | 'svg' | 'other'>;
}

/** All sheets as one. Reports every `css/…` code of `problems.ts` but those of the cascade. */
export function parseSheets(
  sheets: readonly { readonly tree: SyntaxTree; readonly origin: Origin }[],
  context: StyleContext,
  owners?: ReadonlyMap<Source, ElementNode>,
): StyleSheets {
  const collected: Collected = {
    rules: [],
    pages: [],
    fontFaces: [],
    spots: new Map(),
    counterStyles: new Map(),
    registered: new Map(),
    layers: new Set(),
    order: 0,
    imports: 0,
  };
  for (const { tree, origin } of sheets) {
    const owner = owners?.get(tree.source) ?? null;
    readSheet({ collected, context, origin, owner, layer: null, importers: [] }, tree);
  }
  const { layers, order: _, imports: __, ...found } = collected;
  return { ...found, layers: [...layers] };
}

type SheetScope = Omit<Scope, 'tree' | 'parents' | 'within' | 'container' | 'namespaces'>;

function readSheet(scope: SheetScope, tree: SyntaxTree): void {
  const importers = [...scope.importers, tree.source.path];
  const fresh = { parents: null, within: null, container: null, namespaces: new Map() };
  readItems({ ...scope, ...fresh, tree, importers }, tree.items);
}

function readItems(scope: Scope, items: readonly Item[]): void {
  let isPreamble = true;
  let block = createBlock();
  for (const item of items) {
    if (item.kind === 'declaration') {
      readDeclarationItem(scope, block, item);
      continue;
    }
    // Declarations after a nested rule come after it in the cascade too.
    block = flush(scope, block);
    if (item.kind === 'rule') readRule(scope, item);
    else readAtRule(scope, item, isPreamble);
    isPreamble &&= item.kind === 'at-rule' && isPreambleRule(item);
  }
  flush(scope, block);
}

/** css-cascade-5 §2, css-namespaces-3 §2: what may stand before `@import` and `@namespace`. */
function isPreambleRule({ name, block }: AtRuleItem): boolean {
  const isFirst = name === 'import' || name === 'charset' || name === 'namespace';
  return isFirst || (name === 'layer' && block === null);
}

type DeclarationNode = Extract<Item, { kind: 'declaration' }>;

function readDeclarationItem(scope: Scope, block: BlockBuilder, item: DeclarationNode): void {
  const { context, tree, parents, within } = scope;
  if (parents || within) addDeclaration(block, readRawDeclaration(item, tree), context);
  else {
    const { source, start, end } = item.span;
    context.report(problems.notARule(source.text.slice(start, end), item.span));
  }
}

/** Makes a rule of the declarations so far. */
function flush(scope: Scope, block: BlockBuilder): BlockBuilder {
  const { collected, origin, layer, within, container } = scope;
  if (block.longhands.length === 0 && block.customs.length === 0) return block;
  const selectors = scope.parents ?? (within ? [scopeSelector] : []);
  const order = collected.order;
  if (selectors.length > 0) {
    collected.rules.push({ origin, selectors, block, layer, scope: within, container, order });
    collected.order += 1;
  }
  return createBlock();
}

function readRule(scope: Scope, item: RuleItem): void {
  // A refused selector refuses the rule, but its declarations are still looked at.
  const selectors = compileSelectors(item.span, placeOf(scope), scope.context) ?? [];
  readItems({ ...scope, parents: selectors }, item.block);
}

/** What a selector's names mean here. */
function placeOf({ parents, namespaces, within }: Scope): SelectorPlace {
  return { parents, namespaces, isScoped: within !== null };
}

/** Every at-rule one may write. */
export const atRules: readonly string[] = [
  'media',
  'supports',
  'import',
  'layer',
  'page',
  'font-face',
  'charset',
].concat(['namespace', 'spot-color', 'counter-style', 'scope', 'property', 'container']);

function readAtRule(scope: Scope, item: AtRuleItem, isPreamble: boolean): void {
  const { context } = scope;
  const { span } = item;
  const isNested = scope.parents !== null;
  switch (item.name) {
    case 'charset':
      return;
    case 'media':
      if (isMediaMatch(preludeOf(scope, item), span, context)) readItems(scope, item.block ?? []);
      return;
    case 'supports':
      if (isSupports(scope, preludeOf(scope, item), span)) readItems(scope, item.block ?? []);
      return;
    case 'layer':
      readLayer(scope, item);
      return;
    case 'scope':
      readScope(scope, item);
      return;
    case 'container':
      readContainer(scope, item);
      return;
    case 'property':
      readProperty(scope, item);
      return;
    case 'namespace':
      if (isPreamble && !isNested) readNamespace(scope, item);
      else context.report(problems.misplacedAtRule(context.severity, item.name, span));
      return;
    case 'import':
      if (isPreamble && !isNested) readImport(scope, item);
      else context.report(problems.misplacedAtRule(context.severity, item.name, span));
      return;
    case 'page':
    case 'font-face':
    case 'spot-color':
    case 'counter-style':
      if (isNested) context.report(problems.misplacedAtRule(context.severity, item.name, span));
      else if (item.name === 'page') readPage(scope, item);
      else if (item.name === 'spot-color') readSpot(scope, item);
      else if (item.name === 'counter-style') readCounterStyle(scope, item);
      else readFace(scope, item);
      return;
    default:
      reportAtRule(scope, item);
  }
}

const namespaceNames: ReadonlyMap<string, 'html' | 'svg'> = new Map([
  ['http://www.w3.org/1999/xhtml', 'html'],
  ['http://www.w3.org/2000/svg', 'svg'],
]);

/** `@namespace <prefix>? [<string> | <url>]` (css-namespaces-3 §2). */
function readNamespace(scope: Scope, item: AtRuleItem): void {
  const values = preludeOf(scope, item);
  const [first] = values;
  const prefix = first?.kind === 'ident' ? first.text : '';
  const address = values[prefix === '' ? 0 : 1];
  if (address?.kind !== 'string' && address?.kind !== 'url') {
    const { context } = scope;
    context.report(problems.wrongNamespace(context.severity, textOf(values), item.span));
    return;
  }
  scope.namespaces.set(prefix, namespaceNames.get(address.text) ?? 'other');
}

function reportAtRule({ context }: Scope, { name, span }: AtRuleItem): void {
  const { report, severity } = context;
  const hints = unsupportedAtRuleHints(name);
  if (hints) report(problems.unsupportedAtRule(severity, name, hints, span));
  else report(problems.unknownAtRule(severity, name, nearest(name, atRules), span));
}

function isSupports(scope: Scope, values: readonly ComponentValue[], span: Span): boolean {
  const isSelectorSupported = (inner: readonly ComponentValue[]): boolean => {
    const first = inner[0];
    const last = inner.at(-1);
    if (!first || !last) return false;
    const silent: StyleContext = { ...scope.context, report: () => {} };
    const place = { source: span.source, start: first.start, end: last.end };
    return compileSelectors(place, placeOf(scope), silent) !== null;
  };
  return isSupportsMatch(values, span, isSelectorSupported, scope.context);
}

/** `@layer a, b.c;` names layers; `@layer a { … }` fills one. */
function readLayer(scope: Scope, item: AtRuleItem): void {
  const { collected } = scope;
  const names = layerNames(preludeOf(scope, item));
  // A layer without a name is one of its own.
  if (names.length === 0 && item.block) names.push(`(${collected.order++})`);
  const full = names.map((name) => (scope.layer === null ? name : `${scope.layer}.${name}`));
  for (const name of full) addLayer(collected, name);
  const [first] = full;
  if (item.block && first !== undefined) readItems({ ...scope, layer: first }, item.block);
}

function layerNames(values: readonly ComponentValue[]): string[] {
  return textOf(values)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A layer comes with the layers around it. */
function addLayer({ layers }: Collected, name: string): void {
  const parts = name.split('.');
  for (let size = 1; size <= parts.length; size += 1) layers.add(parts.slice(0, size).join('.'));
}

/** `@scope [(<roots>)]? [to (<limits>)]?` (css-cascade-6 §2.5). */
function readScope(scope: Scope, item: AtRuleItem): void {
  const { context, tree, within, owner } = scope;
  const wrong = () => context.report(problems.wrongScope(context.severity, item.span));
  const values = [...preludeOf(scope, item)];
  const take = (): Span | null => {
    const [block] = values;
    if (block?.kind !== 'block' || block.open !== '(') return null;
    values.shift();
    return { source: tree.source, start: block.start + 1, end: block.end - 1 };
  };
  const rootSpan = take();
  const [to] = values;
  const hasLimits = to?.kind === 'ident' && to.word === 'to';
  if (hasLimits) values.shift();
  const limitSpan = hasLimits ? take() : null;
  if (values.length > 0 || (hasLimits && !limitSpan)) {
    wrong();
    return;
  }
  const roots = rootSpan && compileSelectors(rootSpan, placeOf(scope), context);
  const limits = limitSpan
    ? compileSelectors(limitSpan, { ...placeOf(scope), parents: null, isScoped: true }, context)
    : [];
  // Refused selectors refuse the rule; what is in it is still looked at.
  const isRefused = (rootSpan && !roots) || !limits;
  const own: ScopeRule = {
    roots: isRefused ? [] : roots,
    limits: limits ?? [],
    outer: within,
    owner,
  };
  readItems({ ...scope, parents: null, within: own }, item.block ?? []);
}

/** `@container [<name>? <query>?]#` (css-conditional-5 §5). */
function readContainer(scope: Scope, item: AtRuleItem): void {
  const { context, container: outer } = scope;
  const conditions = splitCommas(preludeOf(scope, item)).flatMap((values) => {
    const found = containerCondition(values);
    if (!found) {
      const { severity, report } = context;
      const near = nearestContainerFeature(values);
      report(problems.unknownContainerQuery(severity, textOf(values), near, item.span));
    }
    return found ?? [];
  });
  readItems({ ...scope, container: { conditions, outer } }, item.block ?? []);
}

/** `@import <url> [layer | layer(name)]? [supports(…)]? <media>;` (css-cascade-5 §2). */
function readImport(scope: Scope, item: AtRuleItem): void {
  const { context, tree, importers } = scope;
  const { report, severity } = context;
  const [address, ...conditions] = preludeOf(scope, item);
  if (address?.kind !== 'string' && address?.kind !== 'url') {
    report(problems.wrongImport(severity, address ? textOf([address]) : '', item.span));
    return;
  }
  const span = { source: tree.source, start: address.start, end: address.end };
  if (isForeign(address.text)) {
    report(problems.foreignAddress(severity, address.text, span));
    return;
  }
  const path = address.kind === 'url' ? address.text : resolvePath(tree.source.path, address.text);
  if (importers.includes(path)) {
    report(problems.importCircle(severity, path, span));
    return;
  }
  const layer = readImportConditions(scope, conditions, item.span);
  if (layer === undefined) return;
  scope.collected.imports += 1;
  if (scope.collected.imports > mostImports) {
    if (scope.collected.imports === mostImports + 1)
      report(problems.tooManyImports(mostImports, span));
    return;
  }
  const source = decodeText(context.workspace.read(path), context, span);
  if (source) readSheet({ ...scope, layer }, parseSyntax(source, context.report));
}

/** The layer the sheet goes to; undefined where a condition is false. */
function readImportConditions(
  scope: Scope,
  conditions: readonly ComponentValue[],
  span: Span,
): string | null | undefined {
  let rest = conditions;
  let layer = scope.layer;
  const [first] = rest;
  if (isLayer(first)) {
    const name = first.kind === 'function' ? textOf(first.values) : `(${scope.collected.order++})`;
    layer = scope.layer === null ? name : `${scope.layer}.${name}`;
    addLayer(scope.collected, layer);
    rest = rest.slice(1);
  }
  const [second] = rest;
  if (second?.kind === 'function' && second.name === 'supports') {
    const isBare = second.values[0]?.kind === 'ident';
    const inner: readonly ComponentValue[] = isBare
      ? [{ ...second, kind: 'block', open: '(' }]
      : second.values;
    if (!isSupports(scope, inner, span)) return undefined;
    rest = rest.slice(1);
  }
  return isMediaMatch(rest, span, scope.context) ? layer : undefined;
}

function isLayer(
  value: ComponentValue | undefined,
): value is Extract<ComponentValue, { kind: 'ident' | 'function' }> {
  if (value?.kind === 'ident') return value.word === 'layer';
  return value?.kind === 'function' && value.name === 'layer';
}
