/**
 * Selectors from css-tree's syntax tree to compiled ones (selectors-4). What we do not know is
 * reported, and the whole list is then refused, as the standard asks (§4.1).
 */
import { nearest, type Source, type Span } from '../base/index.ts';
import { type CssNode, decodeIdent, parseSelectorTree, type SelectorNode } from './css.ts';
import * as problems from './problems.ts';
import {
  addSpecificity,
  type Combinator,
  type ComplexSelector,
  type CompoundSelector,
  type RelativeSelector,
  type SimpleSelector,
  specificity,
  specificityOf,
} from './selectors.ts';
import { compileAttribute, compileLang, nthValue, plainClasses } from './simple-selectors.ts';
import type { StyleContext } from './style-context.ts';
import type { PseudoElement } from './styled-document.ts';
import { interactionHints, isNeverMatching, unsupportedSelectorHints } from './unsupported.ts';

interface Compiler {
  readonly source: Source;
  readonly context: StyleContext;
  /** What `&` stands for (css-nesting-1); null at the top level. */
  readonly parents: readonly ComplexSelector[] | null;
  readonly namespaces: Namespaces;
}

/** Where a selector stands: inside a rule, and in a sheet that names namespaces. */
export interface SelectorPlace {
  readonly parents: readonly ComplexSelector[] | null;
  readonly namespaces: Namespaces;
}

/** The selectors of a rule, or null after a report. `span` is the prelude. */
export function compileSelectors(
  span: Span,
  place: SelectorPlace,
  context: StyleContext,
): readonly ComplexSelector[] | null {
  const { source, start, end } = span;
  const tree = parseSelectorTree(source.text.slice(start, end), start);
  if ('offset' in tree) {
    const { offset } = tree;
    const found = source.text.slice(offset, Math.min(end, offset + 1));
    const at = { source, start: Math.min(offset, end - 1), end: Math.min(offset + 1, end) };
    context.report(problems.wrongSelector(found, at));
    return null;
  }
  const { parents, namespaces } = place;
  return compileList({ source, context, parents, namespaces }, tree);
}

function compileList(compiler: Compiler, tree: CssNode): readonly ComplexSelector[] | null {
  if (tree.type !== 'SelectorList') return null;
  const selectors = tree.children.toArray().map((node) => compileComplex(compiler, node));
  const known = selectors.filter((selector) => selector !== null);
  return known.length === selectors.length ? known : null;
}

function spanOf({ source }: Compiler, node: CssNode): Span {
  const start = node.loc?.start.offset ?? 0;
  return { source, start, end: node.loc?.end.offset ?? start };
}

function textOf(compiler: Compiler, node: CssNode): string {
  const { start, end } = spanOf(compiler, node);
  return compiler.source.text.slice(start, end);
}

const combinators: ReadonlyMap<string, Combinator> = new Map([
  [' ', 'descendant'],
  ['>', 'child'],
  ['+', 'next'],
  ['~', 'later'],
]);

const anything: SimpleSelector = { kind: 'is', selectors: [], isNot: true };

interface Parts {
  /** From left to right. */
  readonly compounds: CompoundSelector[];
  readonly combinators: Combinator[];
  /** A combinator at the very start. */
  readonly lead: Combinator | null;
  readonly pseudo: PseudoElement | null;
  readonly hasNesting: boolean;
}

function compileComplex(compiler: Compiler, node: CssNode): ComplexSelector | null {
  if (node.type !== 'Selector') return null;
  const parts = splitParts(compiler, node);
  if (!parts) return null;
  const { parents } = compiler;
  if (!parents) {
    if (parts.lead === null) return finish(compiler, node, parts);
    reportUnexpected(compiler, node);
    return null;
  }
  if (parts.hasNesting && parts.lead === null) return finish(compiler, node, parts);
  // css-nesting-1 §3: a selector without `&` is relative to the parent rule.
  const joined: Parts = {
    ...parts,
    compounds: [[nestingSelector(parents)], ...parts.compounds],
    combinators: [parts.lead ?? 'descendant', ...parts.combinators],
  };
  return finish(compiler, node, joined);
}

function reportUnexpected({ source, context }: Compiler, node: CssNode): void {
  const start = node.loc?.start.offset ?? 0;
  const span = { source, start, end: start + 1 };
  context.report(problems.wrongSelector(source.text.slice(start, start + 1), span));
}

const nestingSelector = (parents: readonly ComplexSelector[]): SimpleSelector => ({
  kind: 'is',
  selectors: parents,
  isNot: false,
});

function splitParts(compiler: Compiler, node: SelectorNode): Parts | null {
  const compounds: SimpleSelector[][] = [[]];
  const joints: Combinator[] = [];
  let lead: Combinator | null = null;
  let pseudo: PseudoElement | null = null;
  let hasNesting = false;
  for (const child of node.children) {
    const compound = compounds.at(-1) ?? [];
    if (child.type === 'Combinator') {
      const combinator = combinators.get(child.name);
      if (!combinator) return unsupported(compiler, child, child.name);
      if (compound.length > 0) {
        joints.push(combinator);
        compounds.push([]);
      } else if (compounds.length === 1 && lead === null) lead = combinator;
      else return unexpected(compiler, child);
      continue;
    }
    // A pseudo-element is the end of a selector.
    if (pseudo !== null) return unexpected(compiler, child);
    const element = pseudoElementOf(child);
    if (element !== null) {
      pseudo = element;
      // `::before` alone is `*::before`.
      if (compound.length === 0) compound.push(anything);
      continue;
    }
    hasNesting ||= child.type === 'NestingSelector';
    const simple = compileSimple(compiler, child);
    if (!simple) return null;
    compound.push(...simple);
    // `*` leaves nothing to ask, but the compound is there.
    if (compound.length === 0) compound.push(anything);
  }
  if ((compounds.at(-1)?.length ?? 0) === 0) return unexpected(compiler, node);
  return { compounds, combinators: joints, lead, pseudo, hasNesting };
}

function unexpected(compiler: Compiler, node: CssNode): null {
  const span = spanOf(compiler, node);
  compiler.context.report(problems.wrongSelector(textOf(compiler, node), span));
  return null;
}

function unsupported({ context, ...compiler }: Compiler, node: CssNode, name: string): null {
  const span = spanOf({ context, ...compiler }, node);
  context.report(problems.unsupportedSelector(context.severity, name, [], span));
  return null;
}

function finish(compiler: Compiler, node: CssNode, parts: Parts): ComplexSelector {
  let total = parts.pseudo === null ? 0 : specificity(0, 0, 1);
  for (const compound of parts.compounds)
    for (const simple of compound) total = addSpecificity(total, specificityOf(simple));
  return {
    compounds: parts.compounds.toReversed(),
    combinators: parts.combinators.toReversed(),
    pseudo: parts.pseudo,
    specificity: total,
    span: spanOf(compiler, node),
  };
}

const pseudoElements: ReadonlyMap<string, PseudoElement> = new Map([
  ['before', 'before'],
  ['after', 'after'],
  ['marker', 'marker'],
  ['footnote-call', 'footnote-call'],
  ['footnote-marker', 'footnote-marker'],
  ['first-line', 'first-line'],
  ['first-letter', 'first-letter'],
]);

const colonPairs: ReadonlySet<string> = new Set(['marker', 'footnote-call', 'footnote-marker']);

/** `::before`; those of CSS 2 may have one colon, as there. */
function pseudoElementOf(node: CssNode): PseudoElement | null {
  if (node.type !== 'PseudoElementSelector' && node.type !== 'PseudoClassSelector') return null;
  if (node.children) return null;
  const found = pseudoElements.get(node.name.toLowerCase()) ?? null;
  return node.type === 'PseudoClassSelector' && found && colonPairs.has(found) ? null : found;
}

/** An empty list stands for `*`. */
function compileSimple(compiler: Compiler, node: CssNode): readonly SimpleSelector[] | null {
  switch (node.type) {
    case 'TypeSelector':
      return compileType(compiler, node, node.name);
    case 'ClassSelector':
      return [{ kind: 'class', name: decodeIdent(node.name) }];
    case 'IdSelector':
      return [{ kind: 'id', name: decodeIdent(node.name) }];
    case 'AttributeSelector': {
      const attribute = compileAttribute(node);
      return attribute ? [attribute] : unexpected(compiler, node);
    }
    case 'NestingSelector':
      return compiler.parents ? [nestingSelector(compiler.parents)] : [{ kind: 'root' }];
    case 'PseudoClassSelector':
      return compilePseudoClass(compiler, node);
    case 'PseudoElementSelector':
      return reportPseudo(compiler, node, `::${node.name.toLowerCase()}`);
    default:
      return unexpected(compiler, node);
  }
}

function compileType(
  compiler: Compiler,
  node: CssNode,
  written: string,
): readonly SimpleSelector[] | null {
  const bar = written.indexOf('|');
  const prefix = bar < 0 ? null : decodeIdent(written.slice(0, bar));
  const name = decodeIdent(written.slice(bar + 1));
  const type: readonly SimpleSelector[] =
    name === '*' ? [] : [{ kind: 'type', name: name.toLowerCase(), exact: name }];
  if (prefix === '*') return type;
  const namespace = prefix === '' ? 'other' : compiler.namespaces.get(prefix ?? '');
  if (prefix && !namespace) return unsupported(compiler, node, written);
  return namespace ? [{ kind: 'namespace', namespace }, ...type] : type;
}

/** What prefixes stand for (css-namespaces-3); `''` is for names without one. */
export type Namespaces = ReadonlyMap<string, 'html' | 'svg' | 'other'>;

type PseudoClass = Extract<CssNode, { type: 'PseudoClassSelector' }>;

const functionalClasses = ['is', 'where', 'not', 'has', 'lang', 'dir', 'matches'].concat([
  'nth-child',
  'nth-last-child',
  'nth-of-type',
  'nth-last-of-type',
]);

/** Every pseudo-class and pseudo-element one may write. */
export const knownPseudos: readonly string[] = [
  ...[...plainClasses.keys(), ...functionalClasses].map((name) => `:${name}`),
  ...[...pseudoElements.keys()].map((name) => `::${name}`),
];

function compilePseudoClass(
  compiler: Compiler,
  node: PseudoClass,
): readonly SimpleSelector[] | null {
  const name = node.name.toLowerCase();
  const plain = node.children ? undefined : plainClasses.get(name);
  if (plain) return plain;
  const argument = node.children?.first ?? null;
  switch (node.children ? name : '') {
    case 'is':
    case 'matches':
      return compileIs(compiler, argument);
    case 'not':
      return compileNot(compiler, argument);
    case 'where':
      return compileWhere(compiler, argument);
    case 'has':
      return compileHas(compiler, argument);
    case 'lang':
      return [compileLang(node)];
    case 'dir':
      return compileDirection(argument);
    case 'nth-child':
    case 'nth-last-child':
    case 'nth-of-type':
    case 'nth-last-of-type':
      return compileNth(compiler, node, name, argument);
    default:
      return reportPseudo(compiler, node, `:${name}`);
  }
}

/** States of the screen never match; everything else refuses the selector. */
function reportPseudo(
  { context, ...rest }: Compiler,
  node: CssNode,
  name: string,
): readonly SimpleSelector[] | null {
  const { report, severity } = context;
  const span = spanOf({ context, ...rest }, node);
  if (isNeverMatching(name)) {
    report(problems.neverMatches(name, interactionHints, span));
    return [{ kind: 'never' }];
  }
  const hints = unsupportedSelectorHints(name);
  if (hints) report(problems.unsupportedSelector(severity, name, hints, span));
  else report(problems.unknownSelector(severity, name, nearest(name, knownPseudos), span));
  return null;
}

/** `:dir()`: what is set here runs from left to right. */
function compileDirection(argument: CssNode | null): readonly SimpleSelector[] {
  const isLeftToRight = argument?.type === 'Identifier' && argument.name.toLowerCase() === 'ltr';
  return isLeftToRight ? [] : [{ kind: 'never' }];
}

/** Selectors in brackets; pseudo-elements may not stand there. */
function compileInner(
  compiler: Compiler,
  argument: CssNode | null,
): readonly ComplexSelector[] | null {
  if (!argument) return [];
  const inner = compileList({ ...compiler, parents: null }, argument);
  const wrong = inner?.find(({ pseudo }) => pseudo !== null);
  if (!wrong) return inner;
  reportWithin(compiler, wrong);
  return null;
}

function reportWithin({ source, context }: Compiler, { span }: ComplexSelector): void {
  context.report(problems.wrongSelector(source.text.slice(span.start, span.end), span));
}

/** A forgiving list (selectors-4 §4.1): what is not understood is reported, and left out alone. */
function compileForgiving(
  compiler: Compiler,
  argument: CssNode | null,
): readonly ComplexSelector[] {
  if (argument?.type !== 'SelectorList') return [];
  const inner: Compiler = { ...compiler, parents: null };
  const selectors: ComplexSelector[] = [];
  for (const node of argument.children) {
    const selector = compileComplex(inner, node);
    if (!selector) continue;
    if (selector.pseudo === null) selectors.push(selector);
    else reportWithin(compiler, selector);
  }
  return selectors;
}

function compileIs(compiler: Compiler, argument: CssNode | null): readonly SimpleSelector[] {
  const selectors = compileForgiving(compiler, argument);
  return selectors.length === 0 ? [{ kind: 'never' }] : [{ kind: 'is', selectors, isNot: false }];
}

function compileNot(
  compiler: Compiler,
  argument: CssNode | null,
): readonly SimpleSelector[] | null {
  const selectors = compileInner(compiler, argument);
  if (selectors?.length === 0) return [];
  return selectors && [{ kind: 'is', selectors, isNot: true }];
}

function compileWhere(compiler: Compiler, argument: CssNode | null): readonly SimpleSelector[] {
  const selectors = compileForgiving(compiler, argument);
  if (selectors.length === 0) return [{ kind: 'never' }];
  const weightless = selectors.map((selector) => ({ ...selector, specificity: 0 }));
  return [{ kind: 'is', selectors: weightless, isNot: false }];
}

function compileHas(
  compiler: Compiler,
  argument: CssNode | null,
): readonly SimpleSelector[] | null {
  if (argument?.type !== 'SelectorList') return [{ kind: 'never' }];
  const selectors: RelativeSelector[] = [];
  for (const node of argument.children) {
    if (node.type !== 'Selector') return unexpected(compiler, node);
    const parts = splitParts({ ...compiler, parents: null }, node);
    if (!parts) return null;
    if (parts.pseudo !== null) return unexpected(compiler, node);
    const selector = finish(compiler, node, parts);
    selectors.push({ lead: parts.lead ?? 'descendant', selector });
  }
  return [{ kind: 'has', selectors }];
}

function compileNth(
  compiler: Compiler,
  node: PseudoClass,
  name: string,
  argument: CssNode | null,
): readonly SimpleSelector[] | null {
  const nth = argument?.type === 'Nth' ? nthValue(argument.nth) : null;
  if (argument?.type !== 'Nth' || !nth) return unexpected(compiler, node);
  const of = argument.selector ? compileInner(compiler, argument.selector) : null;
  if (argument.selector && !of) return null;
  const fromEnd = name.includes('last');
  return [{ kind: 'nth', nth, fromEnd, ofType: name.endsWith('of-type'), of }];
}
