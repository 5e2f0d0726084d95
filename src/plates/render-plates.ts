/**
 * A finished PDF as the plates it will make: the amount of each ink on each pixel of each page,
 * overprint and transparency included, which mark put it there, and what ink that sums up to.
 */
import { noEdges } from '../base/index.ts';
import { as, type PdfFile, pageBox } from '../pdf/index.ts';
import {
  type Art,
  type ArtPage,
  type PreflightExpectations,
  plateNames,
  readArt,
  technicalInks,
} from '../preflight/index.ts';
import { borrowFonts } from './fonts/borrowed-fonts.ts';
import { processNames } from './ink-space.ts';
import type { PageInk } from './measure-ink.ts';
import { readVisibility } from './optional-content.ts';
import { isBorrowedFormat } from './packed-images.ts';
import { pageFrame } from './page-frame.ts';
import {
  type PageOrder,
  type PageResult,
  type PaintedPage,
  paintPage,
  reductionsOf,
} from './paint-page.ts';
import type { Omission } from './plate-work.ts';
import { paintSideBySide, type Threads } from './side-by-side.ts';

export interface PagePlates extends PaintedPage {
  /** `owners` are indices in its events. */
  readonly page: ArtPage;
  /** A picture as the file stores it, by its object's number. */
  storedBytes(object: number): Uint8Array | null;
  /** Sum of all printing inks of each pixel, 255 for one full ink. */
  readonly totalInk: Uint16Array;
  readonly ink: PageInk;
  /** Of the thread that is to do further work on the page. */
  readonly subject: string;
}

export interface PlatesResult {
  readonly kind: 'plates';
  readonly pages: readonly PagePlates[];
  /** What the file has that the plates do not show as it will print. */
  readonly omissions: readonly Omission[];
}

/** A page that would have more pixels than can be held, or has no size. */
export type PlatesFault =
  | {
      readonly kind: 'too-large';
      readonly page: string;
      readonly megapixels: number;
      readonly limit: number;
    }
  | { readonly kind: 'no-size'; readonly pages: readonly number[] };

export interface PlatesOptions {
  readonly dpi: number;
  /** Names of the pages in order, as the job calls them. */
  readonly pageNames?: readonly string[];
  /** Hears of each page as soon as it is painted, while others are. */
  readonly whenPainted?: WhenPainted | undefined;
  /** Where pages may be painted beside this thread. */
  readonly threads?: Threads | null;
}

export type WhenPainted = (page: PagePlates) => void;

/** Of one page: A0 at 240 dpi. Each takes some twelve bytes. */
const mostMegapixels = 100;

/** Spot inks of a file by name: what is painted, and what pictures and gradients are made of. */
function spotsOf({ pages }: Art): readonly string[] {
  const spots = new Set<string>();
  for (const { events } of pages)
    for (const event of events) {
      const space =
        event.kind === 'picture' || event.kind === 'shading' ? event.space : event.color.space;
      for (const name of space ? plateNames(space) : []) spots.add(name);
    }
  for (const name of [...processNames, 'All', 'None', '']) spots.delete(name);
  return [...spots].sort();
}

/** What a file's reader asks for where there is no job. */
const noExpectations: PreflightExpectations = {
  pages: [],
  bleedMm: noEdges,
  safetyMm: { error: 0, warning: 0 },
  identifier: '',
  totalInkLimitPercent: 400,
  spots: [],
  flavour: 'PDF/X-4',
};

/** Whether another font stands in for one that is not in the file. */
function lacksFont({ pages }: Art): boolean {
  return pages.some(({ fonts }) => fonts.some(({ isEmbedded }) => !isEmbedded));
}

function faultOf(
  file: PdfFile,
  pages: readonly ArtPage[],
  nameOf: (page: ArtPage) => string,
  dpi: number,
): PlatesFault | null {
  const flat = pages.filter(({ dictionary }) => pageBox(file, dictionary) === null);
  if (flat.length > 0) return { kind: 'no-size', pages: flat.map(({ index }) => index + 1) };
  for (const page of pages) {
    const { widthPx, heightPx } = pageFrame(file, page, dpi);
    const megapixels = Math.ceil((widthPx * heightPx) / 1e6);
    if (megapixels > mostMegapixels)
      return { kind: 'too-large', page: nameOf(page), megapixels, limit: mostMegapixels };
  }
  return null;
}

function ordersOf(art: Art, nameOf: (page: ArtPage) => string, dpi: number): readonly PageOrder[] {
  const spots = spotsOf(art);
  const dictionaries = art.pages.map(({ dictionary }) => dictionary);
  const technical = technicalInks(art.file, dictionaries, spots);
  return art.pages.map((page) => {
    const { dictionary, boxes, widthPt, heightPt } = page;
    const frame = { dictionary, boxes, widthPt, heightPt };
    const reductions = reductionsOf(page, dpi);
    return { name: nameOf(page), dpi, ...frame, spots, technical, reductions };
  });
}

function hasBorrowedImages({ file, objects }: Art): boolean {
  return objects.some(({ object }) => {
    const stream = as(object, 'stream');
    return stream !== null && isBorrowedFormat(file, stream);
  });
}

/** The plates of every page of a PDF, at so many pixels to the inch. */
export async function renderPlates(
  file: PdfFile,
  { dpi, pageNames, whenPainted, threads = null }: PlatesOptions,
): Promise<PlatesResult | PlatesFault> {
  const art = readArt(file, noExpectations);
  const nameOf = (page: ArtPage) => pageNames?.[page.index] ?? page.name;
  const fault = faultOf(file, art.pages, nameOf, dpi);
  if (fault) return fault;
  const pages = new Map<number, PagePlates>();
  const storedBytes = (object: number) => as(file.object(object), 'stream')?.raw ?? null;
  const hear = (index: number, { painted, totalInk, ink }: PageResult, subject: string) => {
    const page = art.pages[index];
    if (!page) return;
    const plates = { ...painted, page, storedBytes, totalInk, ink, subject };
    pages.set(index, plates);
    whenPainted?.(plates);
  };
  const borrowed = await borrowFonts(
    file,
    art.pages.flatMap(({ fonts }) => fonts),
  );
  const decodeBorrowed = hasBorrowedImages(art)
    ? (await import('./borrowed-images.ts')).decodeBorrowed
    : null;
  const isBorrowing = borrowed.outlines.size > 0 || decodeBorrowed !== null;
  const work = {
    ...{ file, fonts: new Map(borrowed.outlines), measuredFonts: borrowed.measured },
    ...{ isVisible: readVisibility(file), decodeBorrowed },
  };
  try {
    const orders = ordersOf(art, nameOf, dpi);
    const here = (order: PageOrder) => paintPage(work, order);
    // What is borrowed is a renderer's on this thread.
    const results = await paintSideBySide(orders, here, isBorrowing ? null : threads, hear);
    const omissions = new Set(results.flatMap((result) => result.omissions));
    if (lacksFont(art)) omissions.add('font');
    return {
      kind: 'plates',
      pages: art.pages.flatMap(({ index }) => pages.get(index) ?? []),
      omissions: [...omissions].sort(),
    };
  } finally {
    borrowed.close();
  }
}
