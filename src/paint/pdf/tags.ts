/**
 * Marked content (ISO 32000-1 §14.6 and §14.7.4): which stretch of a content stream is which node of the
 * structure, and which is none of it, an artifact. Sequences neither overlap nor cross the borders of
 * text objects and of saved states.
 */
import type { Content, StructureNode } from '../../display/index.ts';
import type { SayInstead } from './glyphs.ts';
import type { PdfDictionary, PdfReference } from './pdfkit.ts';

/** A stretch of a stream that a node holds; its number in the stream is its place in `MarkedStream`. */
export interface Mark {
  readonly content: Content;
}

/** What a stream holds of the structure. */
export interface MarkedStream {
  /** Key into the tree that leads from contents to nodes (§14.7.4.4). */
  readonly key: number;
  /** Index of its page in the file. */
  readonly page: number;
  /** The form that it is; null for a page's own contents, undefined until it is written. */
  form: PdfReference | null | undefined;
  readonly marks: Mark[];
}

/** The tags of one stream as it is written. */
export interface StreamTags {
  readonly marked: MarkedStream;
  /** What is open: a node, or what nobody reads. */
  open: StructureNode | 'artifact' | null;
  /** Which text was last put into the open node; null for what is no text. */
  last: number | null;
  /** Inside a picture, which is read as one. */
  isWhole: boolean;
}

/** What the pages of a file hold of its structure. */
export interface Marking {
  readonly streams: MarkedStream[];
  readonly links: MarkedLink[];
  /** Keys that have been given out. */
  keys: number;
  /** Where headings and pictures begin, by node; in page coordinates, y up. */
  readonly places: Map<StructureNode, MarkedPlace>;
}

export interface MarkedPlace {
  readonly page: number;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface MarkedLink {
  readonly key: number;
  readonly page: number;
  readonly content: Content;
  readonly annotation: PdfReference;
}

/** What says on a page or a form that it holds marks. */
export function keyOf(marked: MarkedStream | null | undefined): PdfDictionary {
  return marked && marked.marks.length > 0 ? { StructParents: marked.key } : {};
}

export function createMarking(): Marking {
  return { streams: [], links: [], keys: 0, places: new Map() };
}

export function nextKey(marking: Marking): number {
  return marking.keys++;
}

/** The tags of a new stream: of a page's own contents, or of a form on it. */
export function tagsOf(marking: Marking, page: number, form: null | undefined): StreamTags {
  const marked: MarkedStream = { key: nextKey(marking), page, form, marks: [] };
  marking.streams.push(marked);
  return { marked, open: null, last: null, isWhole: false };
}

/** Ends what is open. */
export function closeTag({ lines, tags }: { lines: string[]; tags: StreamTags | null }): void {
  if (!tags || tags.isWhole || tags.open === null) return;
  lines.push('EMC');
  tags.open = null;
}

/**
 * How a text is said that the glyphs of the open node do not show: as a stretch of its own, since
 * programs lose their place in stretches within stretches. Undefined where no node is open.
 */
export function sayInNode({ tags }: { readonly tags: StreamTags | null }): SayInstead | undefined {
  if (!tags || tags.isWhole || tags.open === null || tags.open === 'artifact') return undefined;
  const { kind } = tags.open;
  const { marks } = tags.marked;
  const content = marks.at(-1)?.content;
  if (!content) return undefined;
  return (hexText) => {
    const own = marks.push({ content }) - 1;
    const next = marks.push({ content }) - 1;
    return [
      `EMC\n/Span <</MCID ${own}/ActualText<${hexText}>>> BDC`,
      `EMC\n/${kind} <</MCID ${next}>> BDC`,
    ];
  };
}

/** True where nothing is read between a text and the last one. */
function isNext({ place }: Content, last: number | null): boolean {
  return place !== undefined && last !== null && (place === last || place === last + 1);
}

/** What is drawn next is of `content`, or is not read. */
export function openTag(
  stream: { readonly lines: string[]; readonly tags: StreamTags | null },
  content: Content | undefined,
): void {
  const { lines, tags } = stream;
  if (!tags || tags.isWhole) return;
  const wanted = content?.node ?? 'artifact';
  const goesOn = tags.open === wanted && (!content || isNext(content, tags.last));
  if (!goesOn) {
    closeTag(stream);
    if (content) {
      lines.push(`/${content.node.kind} <</MCID ${tags.marked.marks.length}>> BDC`);
      tags.marked.marks.push({ content });
    } else lines.push('/Artifact BMC');
  }
  tags.open = wanted;
  tags.last = content?.place ?? null;
}
