/** Whether an element matches a compiled selector (selectors-4). Goes from right to left. */

import { ownDirection } from './direction-attribute.ts';
import type { DocumentIndex, Placed } from './document-index.ts';
import { isInState } from './markup-states.ts';
import type {
  Combinator,
  ComplexSelector,
  CompoundSelector,
  Nth,
  RelativeSelector,
  SimpleSelector,
} from './selectors.ts';

/** The selector's pseudo-element is not asked for: the caller knows it. */
export function isMatch(
  selector: ComplexSelector,
  placed: Placed,
  document: DocumentIndex,
): boolean {
  return isMatchFrom(selector, 0, placed, document);
}

/** Compounds from `at` on match, `placed` being the element for the first of them. */
function isMatchFrom(
  selector: ComplexSelector,
  at: number,
  placed: Placed,
  document: DocumentIndex,
): boolean {
  const compound = selector.compounds[at];
  if (!compound || !isCompoundMatch(compound, placed, document)) return false;
  const combinator = selector.combinators[at];
  if (combinator === undefined) return true;
  const next = at + 1;
  switch (combinator) {
    case 'child':
      return placed.parent !== null && isMatchFrom(selector, next, placed.parent, document);
    case 'descendant': {
      for (let parent = placed.parent; parent; parent = parent.parent)
        if (isMatchFrom(selector, next, parent, document)) return true;
      return false;
    }
    case 'next': {
      const before = placed.siblings[placed.index - 1];
      return before !== undefined && isMatchFrom(selector, next, before, document);
    }
    case 'later': {
      for (let index = placed.index - 1; index >= 0; index -= 1) {
        const before = placed.siblings[index];
        if (before && isMatchFrom(selector, next, before, document)) return true;
      }
      return false;
    }
  }
}

/** Whether one of the elements on the combinator's left satisfies `test`: for `:has()`. */
function isJoined(
  combinator: Combinator,
  placed: Placed,
  test: (candidate: Placed) => boolean,
): boolean {
  switch (combinator) {
    case 'child':
      return placed.parent !== null && test(placed.parent);
    case 'descendant': {
      for (let parent = placed.parent; parent; parent = parent.parent)
        if (test(parent)) return true;
      return false;
    }
    case 'next': {
      const before = placed.siblings[placed.index - 1];
      return before !== undefined && test(before);
    }
    case 'later':
      return placed.siblings.slice(0, placed.index).some(test);
  }
}

function isCompoundMatch(
  compound: CompoundSelector,
  placed: Placed,
  document: DocumentIndex,
): boolean {
  for (const simple of compound) if (!isSimpleMatch(simple, placed, document)) return false;
  return true;
}

function isSimpleMatch(simple: SimpleSelector, placed: Placed, document: DocumentIndex): boolean {
  const { element } = placed;
  switch (simple.kind) {
    case 'type':
      return element.namespace === 'html'
        ? element.tag === simple.name
        : element.tag === simple.exact;
    case 'class':
      return placed.classes.has(simple.name);
    case 'id':
      return placed.id === simple.name;
    case 'attribute':
      return isAttributeMatch(simple, placed);
    case 'is':
      return isAnyMatch(simple.selectors, placed, document) !== simple.isNot;
    case 'has':
      return hasAnyMatch(simple.selectors, placed, document);
    case 'nth':
      return isNthMatch(simple, placed, document);
    case 'lang':
      return isLanguageMatch(simple.ranges, languageOf(placed, document));
    case 'dir':
      return simple.direction === directionOf(placed);
    case 'root':
      return placed.parent === null;
    case 'scope':
      return placed === (document.scope ?? document.root);
    case 'empty':
      return isEmpty(placed);
    case 'link':
      return element.tag === 'a' && element.attributes.has('href');
    case 'state':
      return isInState(simple.state, element);
    case 'namespace':
      return element.namespace === simple.namespace;
    case 'never':
      return false;
  }
}

function isAnyMatch(
  selectors: readonly ComplexSelector[],
  placed: Placed,
  document: DocumentIndex,
): boolean {
  return selectors.some((inner) => isMatch(inner, placed, document));
}

function hasAnyMatch(
  selectors: readonly RelativeSelector[],
  anchor: Placed,
  document: DocumentIndex,
): boolean {
  return selectors.some((inner) => hasMatch(inner, anchor, document));
}

/** html §4.17.2: attributes of HTML whose values are compared without regard to case. */
const looseAttributes: ReadonlySet<string> = new Set([
  ...['accept', 'accept-charset', 'align', 'alink', 'axis', 'bgcolor', 'charset', 'checked'],
  ...['clear', 'codetype', 'color', 'compact', 'declare', 'defer', 'dir', 'direction', 'disabled'],
  ...['enctype', 'face', 'frame', 'hreflang', 'http-equiv', 'lang', 'language', 'link', 'media'],
  ...['method', 'multiple', 'nohref', 'noresize', 'noshade', 'nowrap', 'readonly', 'rel', 'rev'],
  ...['rules', 'scope', 'scrolling', 'selected', 'shape', 'target', 'text', 'type', 'valign'],
  ...['valuetype', 'vlink'],
]);

type AttributeSelector = Extract<SimpleSelector, { kind: 'attribute' }>;

function isAttributeMatch(simple: AttributeSelector, { element }: Placed): boolean {
  const name = element.namespace === 'html' ? simple.name.toLowerCase() : simple.name;
  const written = element.attributes.get(name);
  if (written === undefined) return false;
  const isLoose = element.namespace === 'html' && looseAttributes.has(name);
  const ignoreCase = simple.ignoreCase ?? isLoose;
  const value = ignoreCase ? simple.value.toLowerCase() : simple.value;
  const actual = ignoreCase ? written.toLowerCase() : written;
  switch (simple.match) {
    case 'present':
      return true;
    case 'equal':
      return actual === value;
    case 'word':
      return value !== '' && actual.split(/[\t\n\f\r ]+/).includes(value);
    case 'dash':
      return actual === value || actual.startsWith(`${value}-`);
    case 'prefix':
      return value !== '' && actual.startsWith(value);
    case 'suffix':
      return value !== '' && actual.endsWith(value);
    case 'part':
      return value !== '' && actual.includes(value);
  }
}

/** selectors-4 §14.3: the anchor's descendants or later siblings. */
function hasMatch(
  { lead, selector }: RelativeSelector,
  anchor: Placed,
  document: DocumentIndex,
): boolean {
  const isSibling = lead === 'next' || lead === 'later';
  const roots = isSibling ? anchor.siblings.slice(anchor.index + 1) : anchor.children;
  return roots.some((root) =>
    someWithin(root, (placed) => isRelative(lead, selector, placed, anchor, document)),
  );
}

function someWithin(placed: Placed, test: (candidate: Placed) => boolean): boolean {
  return test(placed) || placed.children.some((child) => someWithin(child, test));
}

/** The selector matches, and its leftmost compound stands to the anchor as `lead` says. */
function isRelative(
  lead: Combinator,
  selector: ComplexSelector,
  placed: Placed,
  anchor: Placed,
  document: DocumentIndex,
): boolean {
  const last = selector.compounds.length - 1;
  const visit = (at: number, candidate: Placed): boolean => {
    const compound = selector.compounds[at];
    if (!compound || !isCompoundMatch(compound, candidate, document)) return false;
    if (at === last) return isJoined(lead, candidate, (left) => left === anchor);
    const combinator = selector.combinators[at];
    return (
      combinator !== undefined && isJoined(combinator, candidate, (left) => visit(at + 1, left))
    );
  };
  return visit(0, placed);
}

type NthSelector = Extract<SimpleSelector, { kind: 'nth' }>;

function isNthMatch(simple: NthSelector, placed: Placed, document: DocumentIndex): boolean {
  const counts = (sibling: Placed): boolean => {
    if (simple.ofType) return sibling.element.tag === placed.element.tag;
    return !simple.of || simple.of.some((inner) => isMatch(inner, sibling, document));
  };
  if (!counts(placed)) return false;
  return isNth(simple.nth, positionOf(simple, placed, counts));
}

/** From 1. */
function positionOf(
  { fromEnd, ofType, of }: NthSelector,
  placed: Placed,
  counts: (sibling: Placed) => boolean,
): number {
  const { siblings, index } = placed;
  if (!ofType && !of) return fromEnd ? siblings.length - index : index + 1;
  const part = fromEnd ? siblings.slice(index) : siblings.slice(0, index + 1);
  return part.filter(counts).length;
}

/** Whether `position` is a×n + b for a whole n ≥ 0. */
function isNth({ a, b }: Nth, position: number): boolean {
  const steps = position - b;
  return a === 0 ? steps === 0 : steps % a === 0 && steps / a >= 0;
}

function languageOf(placed: Placed, document: DocumentIndex): string {
  for (let at: Placed | null = placed; at; at = at.parent) {
    const own = at.element.attributes.get('lang') ?? at.element.attributes.get('xml:lang');
    if (own !== undefined) return own.toLowerCase();
  }
  return document.language.toLowerCase();
}

function directionOf(placed: Placed): 'ltr' | 'rtl' {
  for (let at: Placed | null = placed; at; at = at.parent) {
    const own = ownDirection(at.element);
    if (own) return own;
  }
  return 'ltr';
}

/** RFC 4647 §3.3.1: `da` matches `da` and `da-dk`; `*-dk` any language there. */
function isLanguageMatch(ranges: readonly string[], language: string): boolean {
  return ranges.some((range) => {
    if (range === '*') return language !== '';
    if (range.startsWith('*-')) return language.split('-').slice(1).includes(range.slice(2));
    return language === range || language.startsWith(`${range}-`);
  });
}

/** Deviation: white space alone counts as empty, as in selectors-4 §13.2. */
function isEmpty({ element }: Placed): boolean {
  return element.children.every(
    (child) => child.kind === 'text' && child.pieces.every(({ text }) => text.trim() === ''),
  );
}
