/** Pseudo-classes to what `match.ts` asks (selectors-4 §4, §13–14). */
import { nearest } from '../base/index.ts';
import type { CssNode, SelectorNode } from './css.ts';
import * as problems from './problems.ts';
import { type Compiler, spanOf, unexpected } from './selector-compiler.ts';
import type { ComplexSelector, RelativeSelector, SimpleSelector } from './selectors.ts';
import { compileLang, nthValue, plainClasses } from './simple-selectors.ts';
import type { PseudoElement } from './styled-document.ts';
import { isNeverMatching, neverMatchingHints, unsupportedSelectorHints } from './unsupported.ts';

export const pseudoElements: ReadonlyMap<string, PseudoElement> = new Map([
  ['before', 'before'],
  ['after', 'after'],
  ['marker', 'marker'],
  ['footnote-call', 'footnote-call'],
  ['footnote-marker', 'footnote-marker'],
  ['first-line', 'first-line'],
  ['first-letter', 'first-letter'],
]);

/** How selectors in brackets are compiled. */
export interface BracketCompiler {
  list(tree: CssNode): readonly ComplexSelector[] | null;
  complex(node: CssNode): ComplexSelector | null;
  /** Of `:has()`: joined to the element that is asked about. */
  relative(node: SelectorNode): RelativeSelector | null;
}

export type PseudoClass = Extract<CssNode, { type: 'PseudoClassSelector' }>;

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

export function compilePseudoClass(
  compiler: Compiler,
  node: PseudoClass,
  brackets: BracketCompiler,
): readonly SimpleSelector[] | null {
  const name = node.name.toLowerCase();
  const plain = node.children ? undefined : plainClasses.get(name);
  if (plain) return plain;
  const argument = node.children?.first ?? null;
  switch (node.children ? name : '') {
    case 'is':
    case 'matches':
      return compileIs(compiler, argument, brackets);
    case 'not':
      return compileNot(compiler, argument, brackets);
    case 'where':
      return compileWhere(compiler, argument, brackets);
    case 'has':
      return compileHas(compiler, argument, brackets);
    case 'lang':
      return [compileLang(node)];
    case 'dir':
      return compileDirection(argument);
    case 'nth-child':
    case 'nth-last-child':
    case 'nth-of-type':
    case 'nth-last-of-type':
      return compileNth(compiler, node, name, argument, brackets);
    default:
      return reportPseudo(compiler, node, `:${name}`);
  }
}

/** States of the screen never match; everything else refuses the selector. */
export function reportPseudo(
  { context, ...rest }: Compiler,
  node: CssNode,
  name: string,
): readonly SimpleSelector[] | null {
  const { report, severity } = context;
  const span = spanOf({ context, ...rest }, node);
  if (isNeverMatching(name)) {
    report(problems.neverMatches(name, neverMatchingHints(name), span));
    return [{ kind: 'never' }];
  }
  const hints = unsupportedSelectorHints(name);
  if (hints) report(problems.unsupportedSelector(severity, name, hints, span));
  else report(problems.unknownSelector(severity, name, nearest(name, knownPseudos), span));
  return null;
}

/** `:dir()` (selectors-4 §7.1): by the markup, not by style. */
function compileDirection(argument: CssNode | null): readonly SimpleSelector[] {
  if (argument?.type !== 'Identifier') return [{ kind: 'never' }];
  return [{ kind: 'dir', direction: argument.name.toLowerCase() }];
}

/** Selectors in brackets; pseudo-elements may not stand there. */
function compileInner(
  compiler: Compiler,
  argument: CssNode | null,
  brackets: BracketCompiler,
): readonly ComplexSelector[] | null {
  if (!argument) return [];
  const inner = brackets.list(argument);
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
  brackets: BracketCompiler,
): readonly ComplexSelector[] {
  if (argument?.type !== 'SelectorList') return [];
  const selectors: ComplexSelector[] = [];
  for (const node of argument.children) {
    const selector = brackets.complex(node);
    if (!selector) continue;
    if (selector.pseudo === null) selectors.push(selector);
    else reportWithin(compiler, selector);
  }
  return selectors;
}

function compileIs(
  compiler: Compiler,
  argument: CssNode | null,
  brackets: BracketCompiler,
): readonly SimpleSelector[] {
  const selectors = compileForgiving(compiler, argument, brackets);
  return selectors.length === 0 ? [{ kind: 'never' }] : [{ kind: 'is', selectors, isNot: false }];
}

function compileNot(
  compiler: Compiler,
  argument: CssNode | null,
  brackets: BracketCompiler,
): readonly SimpleSelector[] | null {
  const selectors = compileInner(compiler, argument, brackets);
  if (selectors?.length === 0) return [];
  return selectors && [{ kind: 'is', selectors, isNot: true }];
}

function compileWhere(
  compiler: Compiler,
  argument: CssNode | null,
  brackets: BracketCompiler,
): readonly SimpleSelector[] {
  const selectors = compileForgiving(compiler, argument, brackets);
  if (selectors.length === 0) return [{ kind: 'never' }];
  const weightless = selectors.map((selector) => ({ ...selector, specificity: 0 }));
  return [{ kind: 'is', selectors: weightless, isNot: false }];
}

/** A `:has()` somewhere in a selector: it may not stand in another (selectors-4 §4.5). */
function findHas(node: CssNode): CssNode | null {
  if (node.type === 'PseudoClassSelector' && node.name.toLowerCase() === 'has') return node;
  const children = 'children' in node ? (node.children ?? []) : [];
  for (const child of children) {
    const found = findHas(child);
    if (found) return found;
  }
  return null;
}

function compileHas(
  compiler: Compiler,
  argument: CssNode | null,
  brackets: BracketCompiler,
): readonly SimpleSelector[] | null {
  if (argument?.type !== 'SelectorList') return [{ kind: 'never' }];
  const nested = findHas(argument);
  if (nested) return unexpected(compiler, nested);
  const selectors: RelativeSelector[] = [];
  for (const node of argument.children) {
    if (node.type !== 'Selector') return unexpected(compiler, node);
    const selector = brackets.relative(node);
    if (!selector) return null;
    selectors.push(selector);
  }
  return [{ kind: 'has', selectors }];
}

function compileNth(
  compiler: Compiler,
  node: PseudoClass,
  name: string,
  argument: CssNode | null,
  brackets: BracketCompiler,
): readonly SimpleSelector[] | null {
  const nth = argument?.type === 'Nth' ? nthValue(argument.nth) : null;
  if (argument?.type !== 'Nth' || !nth) return unexpected(compiler, node);
  const of = argument.selector ? compileInner(compiler, argument.selector, brackets) : null;
  if (argument.selector && !of) return null;
  const fromEnd = name.includes('last');
  return [{ kind: 'nth', nth, fromEnd, ofType: name.endsWith('of-type'), of }];
}
