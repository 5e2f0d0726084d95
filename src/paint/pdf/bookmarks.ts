/** Bookmarks (ISO 32000-1 §12.3.3): one for each heading, those of lower rank inside the ones above. */
import {
  type PdfDictionary,
  type PdfFile,
  type PdfPlace,
  type PdfReference,
  pdfText,
} from './pdfkit.ts';
import type { Branch } from './structure-tree.ts';
import type { MarkedPlace, Marking } from './tags.ts';

interface Heading {
  readonly title: string;
  readonly rank: number;
  readonly place: MarkedPlace;
  readonly inner: Heading[];
}

/** Of fewer headings nobody needs a list. */
const fewestHeadings = 2;

function headingsOf({ node, kids }: Branch, marking: Marking, found: Heading[]): void {
  const place = marking.places.get(node);
  if (node.title && place)
    found.push({ title: node.title, rank: Number(node.kind.slice(1)), place, inner: [] });
  for (const kid of kids) if (kid.kind === 'node') headingsOf(kid.branch, marking, found);
}

/** Each heading inside the last one of higher rank. */
function nest(headings: readonly Heading[]): readonly Heading[] {
  const top: Heading[] = [];
  const open: Heading[] = [];
  for (const heading of headings) {
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= heading.rank) open.pop();
    (open.at(-1)?.inner ?? top).push(heading);
    open.push(heading);
  }
  return top;
}

function countOf(headings: readonly Heading[]): number {
  return headings.reduce((count, { inner }) => count + 1 + countOf(inner), 0);
}

function writeAll(
  headings: readonly Heading[],
  parent: PdfReference,
  file: PdfFile,
  pages: readonly PdfReference[],
): PdfDictionary {
  const places: readonly PdfPlace[] = headings.map(() => file.reserve());
  for (const [index, { title, place, inner }] of headings.entries()) {
    const own = places[index];
    if (!own) continue;
    const { page, box } = place;
    own.object({
      Title: pdfText(title),
      Parent: parent,
      ...(index > 0 ? { Prev: places[index - 1]?.reference } : {}),
      ...(index + 1 < places.length ? { Next: places[index + 1]?.reference } : {}),
      Dest: [pages[page] ?? null, 'XYZ', null, Math.round(box.y + box.height), null],
      ...(inner.length > 0 ? writeAll(inner, own.reference, file, pages) : {}),
    });
  }
  return {
    First: places[0]?.reference,
    Last: places.at(-1)?.reference,
    Count: countOf(headings),
  };
}

export function bookmarks(
  whole: Branch,
  marking: Marking,
  file: PdfFile,
  pages: readonly PdfReference[],
): PdfDictionary {
  const found: Heading[] = [];
  headingsOf(whole, marking, found);
  if (found.length < fewestHeadings) return {};
  const outlines = file.reserve();
  const kids = writeAll(nest(found), outlines.reference, file, pages);
  outlines.object({ Type: 'Outlines', ...kids });
  return { Outlines: outlines.reference };
}
