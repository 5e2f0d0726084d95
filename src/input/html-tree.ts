/**
 * The HTML parser's tree as far as it is read here. `html.ts` alone knows the package; its nodes
 * have this shape.
 */
import { type Span, wholeOf } from '../base/index.ts';
import { type Markup, type Origin, originAt } from './origins.ts';

export interface RawLocation {
  readonly startOffset: number;
  readonly endOffset: number;
}

export interface RawElementLocation extends RawLocation {
  readonly startTag?: RawLocation | undefined;
  readonly endTag?: RawLocation | undefined;
  readonly attrs?: Readonly<Record<string, RawLocation>> | undefined;
}

export interface RawElement {
  readonly tagName: string;
  readonly namespaceURI: string;
  readonly attrs: readonly {
    readonly name: string;
    readonly value: string;
    readonly prefix?: string | undefined;
  }[];
  readonly childNodes: readonly RawNode[];
  readonly sourceCodeLocation?: RawElementLocation | null | undefined;
}

export interface RawText {
  readonly nodeName: '#text';
  readonly value: string;
  readonly sourceCodeLocation?: RawLocation | null | undefined;
}

/** Comments, doctypes. */
export interface RawOther {
  readonly nodeName: string;
  readonly sourceCodeLocation?: RawLocation | null | undefined;
}

export type RawNode = RawElement | RawText | RawOther;

export interface RawDocument {
  readonly root: RawElement;
  /** The document's own children: the root, comments, the document type. */
  readonly nodes: readonly RawNode[];
  readonly mode: 'no-quirks' | 'quirks' | 'limited-quirks';
  /** Where a tag that is never closed swallows the rest of the text; else the text's end. */
  readonly end: number;
}

/** Whether a node is an element. */
export function isRawElement(node: RawNode): node is RawElement {
  return 'tagName' in node;
}

/** Whether a node is text: comments have no `value` of their own. */
export function isRawText(node: RawNode): node is RawText {
  return 'value' in node;
}

/** Whether a stretch of HTML stands letter by letter in its source. */
export function isVerbatim({ start, end, span }: Origin): boolean {
  return end - start === span.end - span.start;
}

/** The place of a part of an origin's stretch; the whole place where letters do not match. */
export function partOf(origin: Origin, start: number, end: number): Span {
  if (!isVerbatim(origin)) return origin.span;
  const { source, start: from } = origin.span;
  return { source, start: from + start - origin.start, end: from + end - origin.start };
}

/**
 * Where a stretch of the markup stands: from its first letter to its last where both are of one
 * file (a tag with the copy's words in a value), else as far as the first letter's origin goes.
 */
export function spanOfMarkup({ origins }: Markup, start: number, end: number): Span | undefined {
  const origin = originAt(origins, start);
  if (!origin) return undefined;
  const head = partOf(origin, start, Math.min(end, origin.end));
  const last = end > origin.end ? originAt(origins, end - 1) : undefined;
  if (!last || last.span.source !== head.source) return head;
  const tail = partOf(last, Math.max(start, last.start), end);
  return { ...head, end: Math.max(head.end, tail.end) };
}

/** A place for what has none: the file that the markup was made from. */
export function fallbackSpan({ origins }: Markup): Span | undefined {
  const source = origins[0]?.span.source;
  return source && { ...wholeOf(source), end: Math.min(1, source.text.length) };
}
