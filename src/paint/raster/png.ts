/**
 * PNG files (ISO/IEC 15948) of page pictures: 8-bit RGB, with their resolution. Written here so
 * that the same pixels give the same bytes everywhere.
 */
import { type Deflate, loadDeflate } from '../deflate.ts';
import type { RasterPage } from './pdfium.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** CRC-32 of each byte value (annex D). */
function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
}

function crc32(bytes: Uint8Array, table: Uint32Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Length, type, data, checksum over type and data (§5.3). */
function chunk(type: string, data: Uint8Array, table: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length), table));
  return bytes;
}

/**
 * Rows as differences: `Up` (§9.2, filter 2), since a page is mostly flat colour and letters'
 * stems, where rows repeat; the first row has nothing above it.
 */
function filterRows({ widthPx, heightPx, rgba }: RasterPage): Uint8Array {
  const stride = 1 + 3 * widthPx;
  const rows = new Uint8Array(stride * heightPx);
  for (let y = 0; y < heightPx; y++) {
    let to = y * stride;
    let from = y * widthPx * 4;
    const above = y > 0 ? from - widthPx * 4 : -1;
    rows[to++] = above < 0 ? 0 : 2;
    for (let x = 0; x < widthPx; x++, from += 4) {
      for (let channel = 0; channel < 3; channel++) {
        const up = above < 0 ? 0 : (rgba[above + x * 4 + channel] ?? 0);
        rows[to++] = (rgba[from + channel] ?? 0) - up;
      }
    }
  }
  return rows;
}

function header(widthPx: number, heightPx: number): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, widthPx);
  view.setUint32(4, heightPx);
  // 8 bits, true colour, deflate, the five filters, not interlaced.
  bytes.set([8, 2, 0, 0, 0], 8);
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

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function writePng(page: RasterPage, dpi: number, deflate: Deflate): Uint8Array {
  const table = crcTable();
  return join([
    Uint8Array.from(signature),
    chunk('IHDR', header(page.widthPx, page.heightPx), table),
    // Colours are sRGB, perceptual intent (§11.3.2.5).
    chunk('sRGB', Uint8Array.of(0), table),
    chunk('pHYs', resolution(dpi), table),
    chunk('IDAT', deflate(filterRows(page)), table),
    chunk('IEND', new Uint8Array(), table),
  ]);
}

/** The page as a PNG file; opacity is left out, since pages are opaque. */
export async function encodePng(page: RasterPage, dpi: number): Promise<Uint8Array> {
  return writePng(page, dpi, await loadDeflate(6));
}
