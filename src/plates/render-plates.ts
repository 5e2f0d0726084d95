/**
 * A finished PDF as the plates it will make: the amount of each ink on each pixel of each page,
 * overprint and transparency included, and which mark put it there.
 */
import { noEdges, type Rect } from '../base/index.ts';
import { as, type PdfFile, type PdfStream } from '../pdf/index.ts';
import {
  type Art,
  type ArtPage,
  type PreflightExpectations,
  plateNames,
  readArt,
  readPageContent,
} from '../preflight/index.ts';
import type { PixelBox } from './coverage.ts';
import { PlateDevice } from './device.ts';
import { borrowFonts } from './fonts/borrowed-fonts.ts';
import { plateNamesOf, processNames } from './ink-space.ts';
import { readVisibility } from './optional-content.ts';
import { decodeAhead } from './packed-images.ts';
import { pageFrame } from './page-frame.ts';
import type { Omission, PlateWork } from './plate-work.ts';

/** One ink of a page. */
export interface Plate {
  /** `Cyan`, `Magenta`, `Yellow`, `Black`, or the spot ink's name. */
  readonly name: string;
  /** Row by row from the top, 0 no ink to 255 full. */
  readonly ink: Uint8Array;
  /** An instruction (cutting, varnish: ISO 19593-1), no printing ink. */
  readonly isTechnical: boolean;
}

export interface PagePlates {
  /** As the job calls it: `outside`; else its number. */
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi: number;
  /** In pixels from the picture's top left. */
  readonly trim: Rect;
  readonly bleed: Rect;
  /** The four process inks, then the file's spots by name. */
  readonly plates: readonly Plate[];
  /** For each pixel, the index in `page.events` of the mark that covers it; -1 for paper. */
  readonly owners: Int32Array;
  readonly page: ArtPage;
  /** A picture as the file stores it, by its object's number. */
  storedBytes(object: number): Uint8Array | null;
}

export interface PlatesResult {
  readonly kind: 'plates';
  readonly pages: readonly PagePlates[];
  /** What the file has that the plates do not show as it will print. */
  readonly omissions: readonly Omission[];
}

/** A page that would have more pixels than can be held. */
export interface PlatesFault {
  readonly kind: 'too-large';
  readonly page: string;
  readonly megapixels: number;
  readonly limit: number;
}

export interface PlatesOptions {
  readonly dpi: number;
  /** Names of the pages in order, as the job calls them. */
  readonly pageNames?: readonly string[];
  /** Hears of each page as soon as it is painted, while the next ones are. */
  readonly whenPainted?: WhenPainted | undefined;
}

export type WhenPainted = (page: PagePlates) => void;

/** Of one page: A0 at 240 dpi. Each takes some twelve bytes. */
const mostMegapixels = 100;

/** Pixels that are painted at a time; a page of more is painted in bands. */
const bandPixels = 4_000_000;

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

/** How many times smaller than stored each JPEG may be decoded and still have two samples a pixel. */
function reductions({ events }: ArtPage, dpi: number, art: Art): (stream: PdfStream) => number {
  const largest = new Map<PdfStream, number>();
  for (const event of events) {
    if (event.kind !== 'picture' || event.object === null) continue;
    const stream = as(art.file.object(event.object), 'stream');
    if (!stream) continue;
    const times = 2 ** Math.floor(Math.log2(Math.max(1, event.ppi / dpi / 2)));
    largest.set(stream, Math.min(8, times, largest.get(stream) ?? 8));
  }
  return (stream) => largest.get(stream) ?? 1;
}

function copyBand(
  device: PlateDevice,
  { x0, y0, x1 }: PixelBox,
  plates: readonly Plate[],
  owners: Int32Array,
): void {
  const start = y0 * (x1 - x0);
  owners.set(device.painting.owners, start);
  device.painting.page.planes.forEach((plane, index) => {
    const ink = plates[index]?.ink;
    if (ink)
      for (let at = 0; at < plane.length; at += 1) ink[start + at] = (plane[at] ?? 0) * 255 + 0.5;
  });
}

/** Only ever painted as a processing step. */
function isTechnical({ uses }: PlateWork, plate: number): boolean {
  return uses.inSteps.has(plate) && !uses.printing.has(plate);
}

async function renderPage(
  art: Art,
  page: ArtPage,
  work: PlateWork,
  options: PlatesOptions,
): Promise<PagePlates> {
  const { file } = art;
  const { dpi } = options;
  const { widthPx, heightPx, matrix, inPixels } = pageFrame(file, page, dpi);
  const resources = file.entry(page.dictionary, 'Resources', 'dictionary');
  const ahead = await decodeAhead(file, resources, reductions(page, dpi, art));
  const size = widthPx * heightPx;
  const plates = work.plates.names.map((name) => ({
    name,
    ink: new Uint8Array(size),
    isTechnical: false,
  }));
  const owners = new Int32Array(size);
  const rows = Math.max(1, Math.min(heightPx, Math.floor(bandPixels / widthPx)));
  for (let y0 = 0; y0 < heightPx; y0 += rows) {
    const box = { x0: 0, y0, x1: widthPx, y1: Math.min(heightPx, y0 + rows) };
    const device = new PlateDevice(work, ahead, box);
    const clip = { x: 0, y: 0, width: widthPx, height: heightPx };
    const reader = { file, fonts: new Map(work.measuredFonts) };
    readPageContent(reader, page.dictionary, resources, matrix, clip, device);
    copyBand(device, box, plates, owners);
  }
  const { trim, bleed } = page.boxes;
  return {
    name: options.pageNames?.[page.index] ?? page.name,
    widthPx,
    heightPx,
    dpi,
    trim: inPixels(trim),
    bleed: inPixels(bleed ?? trim),
    plates: plates.map((plate, index) => ({ ...plate, isTechnical: isTechnical(work, index) })),
    owners,
    page,
    storedBytes: (object) => as(file.object(object), 'stream')?.raw ?? null,
  };
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

/** The plates of every page of a PDF, at so many pixels to the inch. */
export async function renderPlates(
  file: PdfFile,
  options: PlatesOptions,
): Promise<PlatesResult | PlatesFault> {
  const art = readArt(file, noExpectations);
  for (const page of art.pages) {
    const { widthPx, heightPx } = pageFrame(file, page, options.dpi);
    const megapixels = Math.ceil((widthPx * heightPx) / 1e6);
    const name = options.pageNames?.[page.index] ?? page.name;
    if (megapixels > mostMegapixels)
      return { kind: 'too-large', page: name, megapixels, limit: mostMegapixels };
  }
  const borrowed = await borrowFonts(
    file,
    art.pages.flatMap(({ fonts }) => fonts),
  );
  const work: PlateWork = {
    file,
    plates: plateNamesOf(spotsOf(art)),
    fonts: new Map(borrowed.outlines),
    measuredFonts: borrowed.measured,
    images: new Map(),
    uses: { inSteps: new Set(), printing: new Set() },
    isVisible: readVisibility(file),
    omissions: new Set(lacksFont(art) ? ['font'] : []),
  };
  const pages: PagePlates[] = [];
  try {
    for (const page of art.pages) {
      const painted = await renderPage(art, page, { ...work, images: new Map() }, options);
      options.whenPainted?.(painted);
      pages.push(painted);
    }
  } finally {
    borrowed.close();
  }
  return { kind: 'plates', pages, omissions: [...work.omissions].sort() };
}
