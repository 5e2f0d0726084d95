/**
 * What of a page is read, and where in the structure it stands. Words that are on a page for the
 * second time (the head of a table that goes on, a box that is on every page) are not read again;
 * nor is what stands in the margins.
 */
import type { ElementNode } from '../input/index.ts';
import type { BoxFragment, Fragment, LineFragment, Page, TextFragment } from '../layout/index.ts';
import type { StyledDocument } from '../style/index.ts';
import type { Content } from './item.ts';
import { type Structure, structureOf } from './structure.ts';

/** What the items of one page are in the structure. */
export interface PageReading {
  ofText(text: TextFragment): Content | undefined;
  ofPicture(box: BoxFragment): Content | undefined;
  ofLink(box: BoxFragment): Content | undefined;
}

/** Nothing is read. */
export const unread: PageReading = {
  ofText: () => undefined,
  ofPicture: () => undefined,
  ofLink: () => undefined,
};

/** Between the numbers of words, and of the places in them. */
const longest = 1 << 24;

/** What texts are to a reader, asked for in the order of the pages. */
function contentsOf(structure: Structure) {
  const read = new Map<object, Set<number>>();
  let last = 0;
  const ofGenerated = (element: ElementNode): Content | null => {
    const begins = structure.orderOf(element);
    const isBefore = last < begins || last > structure.endOf(element);
    const order = (isBefore ? begins : last) + 0.5;
    const node = (isBefore && structure.labelOf(element)) || structure.nodeOfWords(element, order);
    return node && { node, order };
  };
  /** Null for what is not read, or has been. */
  return ({ words, isLeader, calls }: TextFragment, around: ElementNode): Content | null => {
    if (isLeader) return null;
    if (calls) return structure.callOf(calls);
    const place = words && structure.placeOf(words.piece);
    if (!words || !place) return ofGenerated(around);
    const known = read.get(words.piece) ?? new Set();
    read.set(words.piece, known);
    if (known.has(words.offset)) return null;
    known.add(words.offset);
    last = place.order;
    const node = structure.nodeOfWords(place.element, place.order);
    return node && { node, order: place.order + words.offset / longest };
  };
}

/** A text with the line it is in. */
interface Read {
  readonly text: TextFragment;
  readonly line: LineFragment | null;
  /** The lines that the line is in, by way of boxes that stand in lines. */
  readonly around: readonly LineFragment[];
  readonly content: Content;
  /** Index of its page. */
  readonly page: number;
  /** Its line ends after it, where the words have a space. */
  isFollowedBySpace: boolean;
}

function isBlank(text: string | undefined): boolean {
  return text !== undefined && /\s/.test(text);
}

/** After these a line may end where the words have no space. */
const breaksAfter = /[-\u2010-\u2014/\s\u200b]$/;

/** One text stands in a box that stands in the line of the other. */
function isWithin({ around }: Read, { line }: Read): boolean {
  return line !== null && around.includes(line);
}

/** Whether a line ends between two texts where the words have a space. */
function isSpaceBetween(before: Read, after: Read): boolean {
  const { text, line } = before;
  if (line === after.line || text.hyphenated) return false;
  if (/\s$/.test(text.text) || /^\s/.test(after.text.text)) return false;
  if (isWithin(before, after) || isWithin(after, before)) return false;
  const [end, start] = [text.words, after.text.words];
  const isOneParagraph = line?.source && line.source === after.line?.source;
  // A drop cap stands in a line of its own.
  const isOnePiece = end && end.piece === start?.piece;
  if (!isOneParagraph && !isOnePiece) return before.content.node === after.content.node;
  if (end && isBlank(end.piece.text[end.offset + text.text.length])) return true;
  if (start && isBlank(start.piece.text[start.offset - 1])) return true;
  return end?.piece !== start?.piece && !breaksAfter.test(text.text);
}

/** Marks the ends of lines that a space has gone from, as texts come by. */
function spacesAtLineEnds(): (next: Read) => void {
  let before: Read | null = null;
  return (next) => {
    if (before && isSpaceBetween(before, next)) before.isFollowedBySpace = true;
    before = next;
  };
}

/**
 * What texts are on each page, numbered as they are read, so that painting knows which follow each
 * other.
 */
function numbered(reads: Read[], pages: number): readonly Map<TextFragment, Content>[] {
  const contents = Array.from({ length: pages }, () => new Map<TextFragment, Content>());
  reads.sort((one, other) => one.content.order - other.content.order);
  for (const [place, { text, content, page, isFollowedBySpace }] of reads.entries()) {
    const { node, order } = content;
    contents[page]?.set(text, { node, order, place, isFollowedBySpace });
  }
  return contents;
}

const noLines: readonly LineFragment[] = [];

/** The texts of all pages, each page by itself: a fragment may stand on several. */
function textsOf(pages: readonly Page[], structure: Structure) {
  const contentOf = contentsOf(structure);
  const endLine = spacesAtLineEnds();
  const reads: Read[] = [];
  for (const [page, { root }] of pages.entries()) {
    const lines: LineFragment[] = [];
    const visit = (fragment: Fragment, around: ElementNode | null) => {
      if (fragment.kind === 'text') {
        const content = around && contentOf(fragment, around);
        if (!content) return;
        const read: Read = {
          text: fragment,
          line: lines.at(-1) ?? null,
          around: lines.length > 1 ? lines.slice(0, -1) : noLines,
          content,
          page,
          isFollowedBySpace: false,
        };
        endLine(read);
        reads.push(read);
        return;
      }
      if (fragment.kind === 'box' && fragment.isRepeated) return;
      const inside = fragment.kind === 'box' ? (fragment.element ?? around) : around;
      if (fragment.kind === 'line') lines.push(fragment);
      for (const child of fragment.children) visit(child, inside);
      if (fragment.kind === 'line') lines.pop();
    };
    visit(root, null);
  }
  return numbered(reads, pages.length);
}

/** Hears of what those miss who have a document read aloud. */
export interface ReadingFaults {
  /** Of a picture nothing is said; with the name of its page. */
  silentPicture(element: ElementNode, page: string): void;
  /** A heading is more than one rank below the one before it; `wanted` is the lowest it may have. */
  headingGap(element: ElementNode, rank: number, wanted: number): void;
}

/** ISO 14289-1 §7.4.2: no rank is left out on the way down, and the first is 1. */
function checkHeadings({ headings }: Structure, faults: ReadingFaults): void {
  let above = 0;
  for (const { element, rank } of headings) {
    if (rank > above + 1) faults.headingGap(element, rank, above + 1);
    above = rank;
  }
}

/** What is read of a document's pages, in their order. */
export function readingsOf(
  pages: readonly Page[],
  styled: StyledDocument,
  faults: ReadingFaults,
): readonly PageReading[] {
  const structure = structureOf(styled);
  const pictures = new Set<ElementNode>();
  const all = textsOf(pages, structure);
  checkHeadings(structure, faults);
  return all.map((texts, index) => ({
    ofText: (text) => texts.get(text),
    ofPicture({ element }) {
      if (!element || pictures.has(element)) return undefined;
      pictures.add(element);
      if (structure.isUntold(element)) faults.silentPicture(element, pages[index]?.name ?? '');
      return structure.pictureOf(element) ?? undefined;
    },
    ofLink({ element }) {
      const order = element ? structure.orderOf(element) : 0;
      const node = element && structure.nodeOfWords(element, order);
      return node ? { node, order } : undefined;
    },
  }));
}
