/** One page of a file as plates with the ink that is measured on them: the same on any thread. */
import type { Rect } from '../base/index.ts';
import { as, type PdfFile, type PdfStream } from '../pdf/index.ts';
import { type ArtPage, readPageContent } from '../preflight/index.ts';
import type { PixelBox } from './coverage.ts';
import { storedComponents } from './decode-images.ts';
import { PlateDevice } from './device.ts';
import { plateNamesOf } from './ink-space.ts';
import { measureInk, type PageInk, totalInkOf } from './measure-ink.ts';
import { decodeAhead } from './packed-images.ts';
import { type FramedPage, pageFrame } from './page-frame.ts';
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

export interface PaintedPage {
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
  /** For each pixel, the place in the painting order of the mark that covers it; -1 for paper. */
  readonly owners: Int32Array;
}

/** What is to be painted, in plain values. */
export interface PageOrder extends FramedPage {
  readonly name: string;
  readonly dpi: number;
  readonly spots: readonly string[];
  /** Those of them that print nothing. */
  readonly technical: ReadonlySet<string>;
  /** By the number of a picture's object, how many times smaller than stored it may be decoded. */
  readonly reductions: ReadonlyMap<number, number>;
}

export interface PageResult {
  readonly painted: PaintedPage;
  /** Sum of all printing inks of each pixel, 255 for one full ink. */
  readonly totalInk: Uint16Array;
  readonly ink: PageInk;
  readonly omissions: readonly Omission[];
}

/** What the pages of a file share. */
export type SharedWork = Pick<
  PlateWork,
  'file' | 'fonts' | 'measuredFonts' | 'isVisible' | 'decodeBorrowed'
>;

/** Pixels that are painted at a time; a page of more is painted in bands. */
const bandPixels = 4_000_000;

/** How many times smaller than stored each picture may come and still have two samples a pixel. */
export function reductionsOf(
  { events }: Pick<ArtPage, 'events'>,
  dpi: number,
): ReadonlyMap<number, number> {
  const largest = new Map<number, number>();
  for (const event of events) {
    if (event.kind !== 'picture' || event.object === null) continue;
    const times = 2 ** Math.floor(Math.log2(Math.max(1, event.ppi / dpi / 2)));
    largest.set(event.object, Math.min(8, times, largest.get(event.object) ?? 8));
  }
  return largest;
}

function byStream(file: PdfFile, reductions: ReadonlyMap<number, number>) {
  const found = new Map<PdfStream, number>();
  for (const [number, times] of reductions) {
    const stream = as(file.object(number), 'stream');
    if (stream) found.set(stream, times);
  }
  return (stream: PdfStream) => found.get(stream) ?? 1;
}

/** Amounts 0–1 as bytes. */
function copyInk(plane: Float32Array, ink: Uint8Array, start: number): void {
  for (let at = 0, to = start; at < plane.length; at += 1, to += 1)
    ink[to] = (plane[at] as number) * 255 + 0.5;
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
    const plate = plates[index];
    if (plate) copyInk(plane, plate.ink, start);
  });
}

/** Memory that threads hand over without a copy. */
const shared = (bytes: number) => new SharedArrayBuffer(bytes);

export async function paintPage(work: SharedWork, order: PageOrder): Promise<PageResult> {
  const { file } = work;
  const { name, dpi, dictionary, boxes, spots, technical, reductions } = order;
  const { widthPx, heightPx, matrix, inPixels } = pageFrame(file, order, dpi);
  const resources = file.entry(dictionary, 'Resources', 'dictionary');
  const plateNames = plateNamesOf(spots, technical);
  const ahead = await decodeAhead(file, resources, {
    reductionOf: byStream(file, reductions),
    componentsOf: (stream) => storedComponents(file, stream, resources, plateNames),
    decodeBorrowed: work.decodeBorrowed,
  });
  const omissions = new Set<Omission>();
  const own: PlateWork = { ...work, plates: plateNames, images: new Map(), omissions };
  const size = widthPx * heightPx;
  const plates = plateNames.names.map((plate) => ({
    name: plate,
    ink: new Uint8Array(shared(size)),
    isTechnical: technical.has(plate),
  }));
  const owners = new Int32Array(shared(size * Int32Array.BYTES_PER_ELEMENT));
  const rows = Math.max(1, Math.min(heightPx, Math.floor(bandPixels / widthPx)));
  for (let y0 = 0; y0 < heightPx; y0 += rows) {
    const box = { x0: 0, y0, x1: widthPx, y1: Math.min(heightPx, y0 + rows) };
    const device = new PlateDevice(own, ahead, box);
    const clip = { x: 0, y: 0, width: widthPx, height: heightPx };
    const reader = { file, fonts: new Map(work.measuredFonts) };
    readPageContent(reader, dictionary, resources, matrix, clip, device);
    copyBand(device, box, plates, owners);
  }
  const [trim, bleed] = [inPixels(boxes.trim), inPixels(boxes.bleed ?? boxes.trim)];
  const painted = { name, widthPx, heightPx, dpi, trim, bleed, plates, owners };
  const totalInk = totalInkOf(painted);
  const ink = measureInk(painted, totalInk);
  return { painted, totalInk, ink, omissions: [...omissions] };
}
