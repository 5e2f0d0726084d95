/** A style sheet after parsing: rules in order, `@page`, `@font-face`, and the layers it names. */

import type { Span } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { ComponentValue } from './component-values.ts';
import type { CounterRules } from './counter-styles.ts';
import type { DeclarationBlock } from './declarations.ts';
import type { PageBoxName } from './margin-boxes.ts';
import type { RegisteredProperties } from './registered-properties.ts';
import type { ComplexSelector } from './selectors.ts';
import type { SpotInks } from './spot-colors.ts';
import type { FontFace, PageMarks, PageRule } from './styled-document.ts';

export type Origin = 'user-agent' | 'author';

/** `@scope (roots) to (limits)` (css-cascade-6 §2.5). */
export interface ScopeRule {
  /** Null where none is given: the parent of the sheet's element, or the root of the document. */
  readonly roots: readonly ComplexSelector[] | null;
  readonly limits: readonly ComplexSelector[];
  /** The `<style>` element that the rule stands in. */
  readonly owner: ElementNode | null;
  /** The scope that this one stands in. */
  readonly outer: ScopeRule | null;
}

/** One of the conditions of an `@container`: a name, a query, or both. */
export interface ContainerCondition {
  /** Null for the nearest that can answer. */
  readonly name: string | null;
  /** Null where the name is all that is asked for. */
  readonly query: readonly ComponentValue[] | null;
}

/** `@container` (css-conditional-5 §5): true where one of its conditions is. */
export interface ContainerRule {
  readonly conditions: readonly ContainerCondition[];
  /** The one that this one stands in. */
  readonly outer: ContainerRule | null;
}

export interface StyleRule {
  readonly origin: Origin;
  readonly selectors: readonly ComplexSelector[];
  readonly block: DeclarationBlock;
  /** Full name of the cascade layer: `base.reset`; null outside of layers. */
  readonly layer: string | null;
  /** Null for a rule of the whole document. */
  readonly scope: ScopeRule | null;
  /** Null for a rule that no container is asked for. */
  readonly container: ContainerRule | null;
  /** Counts through all sheets: later wins. */
  readonly order: number;
}

/** `size` of `@page` (css-page-3 §7.1): pt, or only which way the sheet is turned. */
export interface PageSize {
  readonly width: number | null;
  readonly height: number | null;
  readonly orientation: 'landscape' | 'portrait' | null;
}

export interface PageDeclarations {
  readonly block: DeclarationBlock;
  /** Of `@top-left`, `@footnote` and the like, by name; a box may be named more than once. */
  readonly marginBoxes: readonly (readonly [PageBoxName, DeclarationBlock])[];
  /** `bleed` and `marks` (css-page-3 §7.2–7.3); null where they are not given. */
  readonly bleed: 'auto' | number | null;
  readonly marks: PageMarks | null;
  readonly size: {
    readonly value: PageSize;
    readonly span: Span;
    readonly isImportant: boolean;
  } | null;
}

/** An `@page` rule: each of its selectors with the same declarations. */
export interface PageEntry {
  readonly rule: PageRule;
  readonly declarations: PageDeclarations;
  readonly order: number;
}

export interface StyleSheets {
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageEntry[];
  readonly fontFaces: readonly FontFace[];
  readonly spots: SpotInks;
  readonly counterStyles: CounterRules;
  /** Of `@property`, by name. */
  readonly registered: RegisteredProperties;
  /** Full names in the order in which they are first named. */
  readonly layers: readonly string[];
}
