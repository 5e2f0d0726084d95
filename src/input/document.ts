/**
 * A document tree: HTML after parsing, each piece of text with the place it came from. It is never
 * changed after it was made.
 */
import type { Source, Span } from '../base/index.ts';

/**
 * Words of one origin. One text node may hold several: template text and copy side by side. Where
 * the span is as long as the text, the two correspond character by character.
 */
export interface TextPiece {
  readonly text: string;
  readonly span?: Span;
  /** Dotted path of the copy's field the words are from: `letter.body`, `principles.3`. */
  readonly field?: string;
}

export interface TextNode {
  readonly kind: 'text';
  readonly pieces: readonly TextPiece[];
}

export interface ElementNode {
  readonly kind: 'element';
  /** Lower case in HTML; as written in SVG. */
  readonly tag: string;
  readonly namespace: 'html' | 'svg';
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly DocumentNode[];
  /** The start tag in the template or HTML file. */
  readonly span?: Span;
  /** Key in `Pictures` of an `<img>` or an outermost inline `<svg>`. */
  readonly picture?: string;
  /** Where attributes' values stand, in the copy or the template, as far as they are known. */
  readonly attributeSpans?: ReadonlyMap<string, Span>;
}

export type DocumentNode = TextNode | ElementNode;

/** A `media` attribute: a list of queries, read when the styles are. */
export interface SheetMedia {
  readonly text: string;
  readonly span?: Span;
}

export interface HtmlDocument {
  /** The `html` element. */
  readonly root: ElementNode;
  /** From `html lang`, else the job's; BCP 47. */
  readonly language: string;
  readonly title: string;
  /** `<link rel=stylesheet>` and `<style>` in document order. */
  readonly sheets: readonly Source[];
  /** The media queries that sheets are for, of those whose element has a `media` attribute. */
  readonly sheetMedia?: ReadonlyMap<Source, SheetMedia>;
  /** The `<style>` elements of sheets that have one. */
  readonly sheetElements?: ReadonlyMap<Source, ElementNode>;
  /** Path that relative addresses in the document are resolved against. */
  readonly path: string;
  /** How a page that was written for older browsers is read (html §13.2.6.4.1); absent: as the standards say. */
  readonly mode?: 'quirks' | 'limited-quirks';
}
