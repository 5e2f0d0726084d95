/**
 * Selectors (selectors-4), compiled from the syntax tree to what `match.ts` asks. A compiled
 * selector knows its specificity and the simple selector it is indexed by.
 */
import type { Span } from '../base/index.ts';
import type { PseudoElement } from './styled-document.ts';

export type Combinator = 'descendant' | 'child' | 'next' | 'later';

export type AttributeMatch = 'present' | 'equal' | 'word' | 'dash' | 'prefix' | 'suffix' | 'part';

/** An+B (css-syntax-3 §6). */
export interface Nth {
  readonly a: number;
  readonly b: number;
}

export type SimpleSelector =
  /** `name` for HTML, in lower case; `exact` for SVG. */
  | { readonly kind: 'type'; readonly name: string; readonly exact: string }
  /** `svg|*`; `other` is a namespace that no element here is in. */
  | { readonly kind: 'namespace'; readonly namespace: 'html' | 'svg' | 'other' }
  | { readonly kind: 'class' | 'id'; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly match: AttributeMatch;
      readonly value: string;
      /** Null where the attribute decides (html §4.17.2). */
      readonly ignoreCase: boolean | null;
    }
  | { readonly kind: 'is'; readonly selectors: readonly ComplexSelector[]; readonly isNot: boolean }
  | { readonly kind: 'has'; readonly selectors: readonly RelativeSelector[] }
  | {
      readonly kind: 'nth';
      readonly nth: Nth;
      readonly fromEnd: boolean;
      readonly ofType: boolean;
      /** `of S`; null for all siblings. */
      readonly of: readonly ComplexSelector[] | null;
    }
  | { readonly kind: 'lang'; readonly ranges: readonly string[] }
  | { readonly kind: 'dir'; readonly direction: string }
  /** `scope` is the root of the `@scope` around, or that of the document. */
  | { readonly kind: 'root' | 'empty' | 'link' | 'scope' }
  /** States that the markup itself says: `checked`, `disabled` and the like. */
  | { readonly kind: 'state'; readonly state: MarkupState }
  /** Matches nothing: an empty `:is()`. */
  | { readonly kind: 'never' };

/** html §4.17.3, as far as attributes tell. */
export type MarkupState =
  | 'checked'
  | 'disabled'
  | 'enabled'
  | 'required'
  | 'optional'
  | 'read-only'
  | 'read-write'
  | 'open'
  | 'default';

/** Simple selectors that one element must all match. */
export type CompoundSelector = readonly SimpleSelector[];

/** Compounds from right to left; `combinators[i]` joins `compounds[i]` to `compounds[i + 1]`. */
export interface ComplexSelector {
  readonly compounds: readonly CompoundSelector[];
  readonly combinators: readonly Combinator[];
  readonly pseudo: PseudoElement | null;
  /** a × 2²⁰ + b × 2¹⁰ + c (selectors-4 §15), each at most 1023. */
  readonly specificity: number;
  readonly span: Span;
}

/** In `:has()`: how the anchor is joined to the selector's leftmost compound. */
export interface RelativeSelector {
  readonly lead: Combinator;
  readonly selector: ComplexSelector;
}

const most = 1023;

/** Specificity as one number, comparable with `<`. */
export function specificity(a: number, b: number, c: number): number {
  return Math.min(a, most) * 2 ** 20 + Math.min(b, most) * 2 ** 10 + Math.min(c, most);
}

export function addSpecificity(one: number, other: number): number {
  const part = (value: number, shift: number) => Math.floor(value / 2 ** shift) % 1024;
  return specificity(
    part(one, 20) + part(other, 20),
    part(one, 10) + part(other, 10),
    part(one, 0) + part(other, 0),
  );
}

/** Specificity of the most specific of a list (selectors-4 §15). */
export function mostSpecific(selectors: readonly ComplexSelector[]): number {
  return selectors.reduce((highest, { specificity: own }) => Math.max(highest, own), 0);
}

/** selectors-4 §15. `:where()` was given selectors of specificity 0 when it was compiled. */
export function specificityOf(simple: SimpleSelector): number {
  switch (simple.kind) {
    case 'id':
      return specificity(1, 0, 0);
    case 'type':
      return specificity(0, 0, 1);
    case 'is':
      return mostSpecific(simple.selectors);
    case 'has':
      return mostSpecific(simple.selectors.map(({ selector }) => selector));
    case 'nth':
      return addSpecificity(specificity(0, 1, 0), mostSpecific(simple.of ?? []));
    case 'never':
    case 'namespace':
      return 0;
    default:
      return specificity(0, 1, 0);
  }
}
