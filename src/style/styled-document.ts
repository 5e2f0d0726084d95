/**
 * What the cascade hands to layout: every element with its computed style, the rules for pages,
 * the font faces and the pictures that sheets name. Nothing in it is changed after it was made.
 */
import type { Size, Span } from '../base/index.ts';
import type { ElementNode, HtmlDocument } from '../input/index.ts';
import type { ContainerSizes } from './container-queries.ts';
import type { MarginBoxName } from './margin-boxes.ts';
import type { ComputedStyle, PropertyName } from './properties/index.ts';

/** Pseudo-elements with boxes of their own. */
export type GeneratedPseudo = 'before' | 'after' | 'marker' | NotePseudo;

/** css-gcpm-3 §2.3–2.4: what a footnote leaves in its place, and what stands before its words. */
export type NotePseudo = 'footnote-call' | 'footnote-marker';

/** The others are parts of a text. */
export type PseudoElement = GeneratedPseudo | 'first-line' | 'first-letter';

/** Which of a document's pages: `:first`, `:left`, `:right`, `:blank` of css-page-3 §4. */
export interface PagePlace {
  readonly isFirst: boolean;
  readonly isBlank: boolean;
  readonly side: 'left' | 'right' | null;
  /** From 1; for `:nth()`. */
  readonly number: number;
}

/** `marks` of `@page`. */
export interface PageMarks {
  readonly crop: boolean;
  readonly cross: boolean;
}

/** One selector of an `@page` rule. */
export interface PageRule {
  /** Null for rules that name no page. */
  readonly name: string | null;
  readonly pseudo: readonly ('first' | 'blank' | 'left' | 'right')[];
  /** `:nth(An+B)`: pages counted from 1; null for all. */
  readonly nth: { readonly a: number; readonly b: number } | null;
  readonly span: Span;
}

/** A page-margin box (css-page-3 §5). */
export interface MarginBoxStyle {
  readonly name: MarginBoxName;
  readonly style: ComputedStyle;
  /** Of its `content`. */
  readonly span: Span | undefined;
}

/** A page's own style after all `@page` rules that concern it. */
export interface PageStyle {
  /** In pt, turned as `landscape` or `portrait` ask; null where no rule gives a size. */
  readonly size: Size | null;
  /** Asked for without a size: turns the size that the job or the default gives. */
  readonly orientation: 'landscape' | 'portrait' | null;
  /** Margins, paddings, borders and background; percentages refer to the page. */
  readonly style: ComputedStyle;
  /** Page-margin boxes that have content, in the order of `marginBoxNames`. */
  readonly marginBoxes: readonly MarginBoxStyle[];
  /** Of the area at the foot that footnotes stand in; null where no rule speaks of it. */
  readonly footnoteStyle: ComputedStyle | null;
  /** `bleed`: on every edge in pt; null for `auto`. */
  readonly bleedPt: number | null;
  readonly marks: PageMarks;
  /** The winning declaration of a property or descriptor, by its CSS name. */
  declarationOf(name: string): Span | undefined;
}

/** `@font-face` (css-fonts-4 §4). */
export interface FontFace {
  readonly family: string;
  /** 1–1000; a range for variable fonts. */
  readonly weight: { readonly min: number; readonly max: number };
  readonly style: 'normal' | 'italic';
  /** Paths in the project, in order of preference. */
  readonly sources: readonly { readonly path: string; readonly span: Span }[];
  /** Code points the face is for, both ends included; null: all. */
  readonly unicodeRange: readonly { readonly from: number; readonly to: number }[] | null;
  readonly span: Span;
}

/** A picture that a sheet names, by its path in the project. */
export interface StyledUrl {
  readonly path: string;
  readonly span: Span;
}

export interface StyledDocument {
  readonly document: HtmlDocument;
  /** The element's style. Throws for an element of another document. */
  styleOf(element: ElementNode): ComputedStyle;
  /** Null where the pseudo-element makes no box: no `content`, or no list item. */
  styleOf(element: ElementNode, pseudo: GeneratedPseudo): ComputedStyle | null;
  styleOf(element: ElementNode, pseudo?: GeneratedPseudo): ComputedStyle | null;
  /** Which of these pseudo-elements any rule is for. */
  readonly typographicPseudos: ReadonlySet<'first-line' | 'first-letter'>;
  /**
   * The style of an element, or of its `::first-line` or `::first-letter`, as if it stood in a box
   * with the style `parent`: what is on the first line inherits from it. Null without a rule for
   * the pseudo-element.
   */
  styleWithin(element: ElementNode, pseudo: null, parent: ComputedStyle): ComputedStyle;
  styleWithin(
    element: ElementNode,
    pseudo: 'first-line' | 'first-letter',
    parent: ComputedStyle,
  ): ComputedStyle | null;
  /** The declaration that won; undefined where the value is inherited or initial. */
  declarationOf(element: ElementNode, property: PropertyName): Span | undefined;
  /** Every declaration of a custom property in the sheets, in their order. */
  definitionsOf(customProperty: string): readonly Span[];
  readonly pageRules: readonly PageRule[];
  /** By the used page name, `''` for none; the place defaults to a page that is nothing special. */
  pageStyleOf(name: string, place?: PagePlace): PageStyle;
  readonly fontFaces: readonly FontFace[];
  /** Each path once per place, in the order of the sheets. */
  readonly backgroundUrls: readonly StyledUrl[];
  /** Containers whose size the styles depend on (css-conditional-5 §4). */
  readonly sizesAsked: ReadonlySet<ElementNode>;
  /** The same document styled anew, where they have these sizes. */
  withSizes(sizes: ContainerSizes): StyledDocument;
}
