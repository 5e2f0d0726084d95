/**
 * Selectors from css-tree's syntax tree to compiled ones (selectors-4). What we do not know is
 * reported, and the whole list is then refused, as the standard asks (§4.1).
 */
import { createSource, type Span } from '../base/index.ts';
import {
  type BracketCompiler,
  compilePseudoClass,
  pseudoElements,
  reportPseudo,
} from './compile-pseudo-class.ts';
import { type CssNode, decodeIdent, parseSelectorTree, type SelectorNode } from './css.ts';
import { withoutCase } from './document-index.ts';
import * as problems from './problems.ts';
import {
  type Compiler,
  type Namespaces,
  spanOf,
  unexpected,
  unsupported,
} from './selector-compiler.ts';
import {
  addSpecificity,
  type Combinator,
  type ComplexSelector,
  type CompoundSelector,
  type SimpleSelector,
  specificity,
  specificityOf,
} from './selectors.ts';
import { compileAttribute } from './simple-selectors.ts';
import type { StyleContext } from './style-context.ts';
import type { PseudoElement } from './styled-document.ts';

/** Where a selector stands: inside a rule or a scope, and in a sheet that names namespaces. */
export interface SelectorPlace {
  readonly parents: readonly ComplexSelector[] | null;
  readonly namespaces: Namespaces;
  readonly isScoped?: boolean;
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
  const { parents, namespaces, isScoped = false } = place;
  const compiler: Compiler = {
    source,
    context,
    parents,
    isRelative: parents !== null,
    isOutermost: true,
    isScoped,
    namespaces,
  };
  return compileList(compiler, tree);
}

function compileList(compiler: Compiler, tree: CssNode): readonly ComplexSelector[] | null {
  if (tree.type !== 'SelectorList') return null;
  const selectors = tree.children.toArray().map((node) => compileComplex(compiler, node));
  const known = selectors.filter((selector) => selector !== null);
  return known.length === selectors.length ? known : null;
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
  const { isScoped } = compiler;
  const parents = compiler.isRelative ? compiler.parents : null;
  if (!parents) {
    // css-cascade-6 §2.5.1: relative to the root of the scope, which weighs nothing.
    const isJoined = isScoped && compiler.isOutermost && (parts.lead !== null || !parts.hasNesting);
    if (isJoined) return finish(compiler, node, joinedTo(scopeItself, parts));
    if (parts.lead === null) return finish(compiler, node, parts);
    reportUnexpected(compiler, node);
    return null;
  }
  if (parts.hasNesting && parts.lead === null) return finish(compiler, node, parts);
  // css-nesting-1 §3: a selector without `&` is relative to the parent rule.
  return finish(compiler, node, joinedTo(nestingSelector(parents), parts));
}

function joinedTo(first: SimpleSelector, parts: Parts): Parts {
  return {
    ...parts,
    compounds: [[first], ...parts.compounds],
    combinators: [parts.lead ?? 'descendant', ...parts.combinators],
  };
}

const nowhere: Span = { source: createSource('', ''), start: 0, end: 0 };

/** The root of an `@scope` as a selector of no weight: what its own declarations are for. */
export const scopeSelector: ComplexSelector = {
  compounds: [[{ kind: 'scope' }]],
  combinators: [],
  pseudo: null,
  specificity: 0,
  span: nowhere,
};

const scopeItself: SimpleSelector = { kind: 'is', selectors: [scopeSelector], isNot: false };

/** True where `&` stands in a node, or the `:scope` of a scope; in brackets too. */
function holdsNesting(node: CssNode, isScoped: boolean): boolean {
  if (node.type === 'NestingSelector') return true;
  if (isScoped && node.type === 'PseudoClassSelector' && /^scope$/i.test(node.name)) return true;
  const children = 'children' in node && node.children ? node.children.toArray() : [];
  return children.some((child) => holdsNesting(child, isScoped));
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
    hasNesting ||= holdsNesting(child, compiler.isScoped && !compiler.parents);
    const simple = compileSimple(compiler, child);
    if (!simple) return null;
    compound.push(...simple);
    // `*` leaves nothing to ask, but the compound is there.
    if (compound.length === 0) compound.push(anything);
  }
  if ((compounds.at(-1)?.length ?? 0) === 0) return unexpected(compiler, node);
  return { compounds, combinators: joints, lead, pseudo, hasNesting };
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

const colonPairs: ReadonlySet<string> = new Set(['marker', 'footnote-call', 'footnote-marker']);

/** `::before`; those of CSS 2 may have one colon, as there. */
function pseudoElementOf(node: CssNode): PseudoElement | null {
  if (node.type !== 'PseudoElementSelector' && node.type !== 'PseudoClassSelector') return null;
  if (node.children) return null;
  const found = pseudoElements.get(node.name.toLowerCase()) ?? null;
  return node.type === 'PseudoClassSelector' && found && colonPairs.has(found) ? null : found;
}

/** A class or id, without its case in quirks mode (selectors-4 §6.6, §6.7). */
function nameIn({ isQuirky }: StyleContext, written: string): string {
  const name = decodeIdent(written);
  return isQuirky ? withoutCase(name) : name;
}

/** An empty list stands for `*`. */
function compileSimple(compiler: Compiler, node: CssNode): readonly SimpleSelector[] | null {
  switch (node.type) {
    case 'TypeSelector':
      return compileType(compiler, node, node.name);
    case 'ClassSelector':
      return [{ kind: 'class', name: nameIn(compiler.context, node.name) }];
    case 'IdSelector':
      return [{ kind: 'id', name: nameIn(compiler.context, node.name) }];
    case 'AttributeSelector': {
      const attribute = compileAttribute(node);
      return attribute ? [attribute] : unexpected(compiler, node);
    }
    case 'NestingSelector':
      if (compiler.parents) return [nestingSelector(compiler.parents)];
      return [compiler.isScoped ? scopeItself : { kind: 'root' }];
    case 'PseudoClassSelector':
      return compilePseudoClass(compiler, node, bracketsOf(compiler));
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

function bracketsOf(compiler: Compiler): BracketCompiler {
  const inner: Compiler = { ...compiler, isRelative: false, isOutermost: false };
  return {
    list: (tree) => compileList(inner, tree),
    complex: (node) => compileComplex(inner, node),
    relative: (node) => {
      const parts = splitParts(inner, node);
      if (!parts) return null;
      if (parts.pseudo !== null) return unexpected(inner, node);
      return { lead: parts.lead ?? 'descendant', selector: finish(inner, node, parts) };
    },
  };
}
