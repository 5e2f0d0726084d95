/**
 * PNG files (ISO/IEC 15948) of page pictures, 8-bit RGB, of plates, 8-bit gray, and of ink, with a
 * palette; all with their resolution. Written here so that the same pixels give the same bytes everywhere.
 */
import { crc32 } from 'node:zlib';
import { deflate, type Helpers, joinBytes, type Task } from '../../base/index.ts';
import { deflateRuns } from './deflate-runs.ts';
import type { RasterPage } from './pdfium.ts';

/** Values row by row from the top, and the byte that each is shown as. */
export interface ByteRows {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly values: Uint8Array | Uint16Array;
  readonly byteOf: Uint8Array;
}

/** One byte a pixel: 255 white; or, with a palette, a place among at most 256 colours (sRGB). */
export interface BytePicture extends ByteRows {
  readonly dpi: number;
  readonly palette: readonly (readonly [number, number, number])[] | null;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Length, type, data, checksum over type and data (§5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/**
 * Rows as differences: `Up` (§9.2, filter 2), since a page is mostly flat colour and letters'
 * stems, where rows repeat. Above the first row counts as zero.
 */
function filterRows({ widthPx, heightPx, rgba }: RasterPage): Uint8Array {
  const stride = 1 + 3 * widthPx;
  const rows = new Uint8Array(stride * heightPx);
  const none = new Uint8Array(widthPx * 4);
  for (let y = 0; y < heightPx; y++) {
    const row = rgba.subarray(y * widthPx * 4, (y + 1) * widthPx * 4);
    const above = y > 0 ? rgba.subarray((y - 1) * widthPx * 4, y * widthPx * 4) : none;
    let to = y * stride;
    rows[to++] = 2;
    for (let from = 0; from < row.length; from += 4) {
      rows[to++] = (row[from] ?? 0) - (above[from] ?? 0);
      rows[to++] = (row[from + 1] ?? 0) - (above[from + 1] ?? 0);
      rows[to++] = (row[from + 2] ?? 0) - (above[from + 2] ?? 0);
    }
  }
  return rows;
}

/** The same for one byte a pixel. */
function filterByteRows({ values, byteOf, widthPx, heightPx }: ByteRows): Uint8Array {
  const rows = new Uint8Array((1 + widthPx) * heightPx);
  const above = new Uint8Array(widthPx);
  for (let y = 0, from = 0, to = 0; y < heightPx; y++) {
    rows[to++] = 2;
    for (let x = 0; x < widthPx; x++) {
      const byte = byteOf[values[from++] as number] as number;
      rows[to++] = byte - (above[x] as number);
      above[x] = byte;
    }
  }
  return rows;
}

const colorTypes = { gray: 0, rgb: 2, indexed: 3 } as const;

function header(widthPx: number, heightPx: number, type: keyof typeof colorTypes): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, widthPx);
  view.setUint32(4, heightPx);
  // 8 bits, deflate, the five filters, not interlaced.
  bytes.set([8, colorTypes[type], 0, 0, 0], 8);
  return bytes;
}

/** Pixels per metre (§11.3.5.3). */
function resolution(dpi: number): Uint8Array {
  const bytes = new Uint8Array(9);
  const view = new DataView(bytes.buffer);
  const perMetre = Math.round(dpi / 0.0254);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  bytes[8] = 1;
  return bytes;
}

/** The page as a PNG file; opacity is left out, since pages are opaque. */
export async function encodePng(page: RasterPage, dpi: number): Promise<Uint8Array> {
  // The fast level: page pictures are looked at and thrown away, and 3 % larger.
  return joinBytes([
    Uint8Array.from(signature),
    chunk('IHDR', header(page.widthPx, page.heightPx, 'rgb')),
    // Colours are sRGB, perceptual intent (§11.3.2.5).
    chunk('sRGB', Uint8Array.of(0)),
    chunk('pHYs', resolution(dpi)),
    chunk('IDAT', deflate(filterRows(page), 1)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A gray picture's values are amounts, not colours: no colour space is stated. */
function colorChunks({ palette }: BytePicture): readonly Uint8Array[] {
  if (!palette) return [];
  return [chunk('sRGB', Uint8Array.of(0)), chunk('PLTE', Uint8Array.from(palette.flat()))];
}

async function packBytePng(picture: BytePicture): Promise<Uint8Array> {
  const { widthPx, heightPx, palette, dpi } = picture;
  return joinBytes([
    Uint8Array.from(signature),
    chunk('IHDR', header(widthPx, heightPx, palette ? 'indexed' : 'gray')),
    ...colorChunks(picture),
    chunk('pHYs', resolution(dpi)),
    chunk('IDAT', deflateRuns(filterByteRows(picture))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The same on any thread. */
export const bytePngTask: Task<BytePicture, Uint8Array> = { name: 'byte-png', run: packBytePng };

/**
 * A picture of one byte a pixel as a PNG file; on a helper where there are any, all of one `subject`
 * on the same.
 */
export function encodeBytePng(
  picture: BytePicture,
  helpers?: Helpers,
  subject?: string,
): Promise<Uint8Array> {
  if (!helpers) return packBytePng(picture);
  // What a thread that has failed was given is done here.
  return helpers.run(bytePngTask, picture, subject).catch(() => packBytePng(picture));
}
