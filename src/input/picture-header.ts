/**
 * A picture's format and size from its first bytes: the only file that knows `image-size`. Pixels
 * are not decoded here; a file that is damaged further in is found when its colours are converted.
 */
import { imageSize } from 'image-size';
import type { BitmapPicture } from './picture.ts';

export type PictureHeader =
  | {
      readonly kind: 'bitmap';
      readonly format: BitmapPicture['format'];
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | { readonly kind: 'svg' }
  /** Begins as a format does, but its size cannot be read. */
  | { readonly kind: 'damaged'; readonly format: string }
  /** No picture, or one that is not printed; `format` where it is known. */
  | { readonly kind: 'unknown'; readonly format?: string };

const formats: Readonly<Record<string, BitmapPicture['format']>> = {
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  tiff: 'tiff',
  bigtiff: 'tiff',
  gif: 'gif',
  avif: 'avif',
};

function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** The format that the first bytes announce, whether or not the rest keeps the promise. */
function announced(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'JPEG';
  if (startsWith(bytes, '\u0089PNG')) return 'PNG';
  if (startsWith(bytes, 'GIF8')) return 'GIF';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'WebP';
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return 'TIFF';
  return startsWith(bytes, 'ftypavif', 4) ? 'AVIF' : null;
}

/** What a file is that is often taken for a picture; undefined where its first bytes do not tell. */
function otherKind(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, '%PDF-')) return 'PDF';
  if (['ftyphei', 'ftyphev', 'ftypmif1'].some((brand) => startsWith(bytes, brand, 4)))
    return 'HEIC';
  if (startsWith(bytes, 'PK\u0003\u0004')) return 'Office/ZIP';
  return startsWith(bytes, '8BPS') ? 'Photoshop' : undefined;
}

/** Whether text begins with `<svg`, after what may stand before it in XML. */
function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096));
  if (!/^\s*</.test(start)) return false;
  const bare = start
    .replace(/<\?[\s\S]*?\?>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!DOCTYPE[^[>]*(\[[\s\S]*?\])?[^>]*>/i, '');
  return /^\s*<svg[\s>]/.test(bare);
}

/** A 16- or 32-bit number of a TIFF structure. */
type ReadNumber = (at: number, size: 2 | 4) => number;

/** The orientation tag (0x0112) of the first directory; TIFF 6.0 §2, Exif 2.32 §4.6.4. */
function orientationIn(view: DataView): number {
  const isLittle = view.getUint16(0) === 0x4949;
  const read: ReadNumber = (at, size) =>
    size === 2 ? view.getUint16(at, isLittle) : view.getUint32(at, isLittle);
  const directory = read(4, 4);
  const count = Math.min(read(directory, 2), 200);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (read(at, 2) === 0x0112) return read(at + 8, 2);
  }
  return 1;
}

interface Chunk {
  readonly start: number;
  readonly length: number;
}

/** The Exif block of a PNG (`eXIf`) or WebP (`EXIF`): chunks in a row. */
function findExif(bytes: Uint8Array, format: string): Chunk | null {
  if (format === 'tiff') return { start: 0, length: bytes.length };
  const isPng = format === 'png';
  if (!isPng && format !== 'webp') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = isPng ? 8 : 12; at + 8 <= bytes.length; ) {
    const length = isPng ? view.getUint32(at) : view.getUint32(at + 4, true);
    const name = isPng ? at + 4 : at;
    if (startsWith(bytes, isPng ? 'eXIf' : 'EXIF', name)) {
      // Some writers of WebP put JPEG's marker before the block.
      const lead = startsWith(bytes, 'Exif\0\0', at + 8) ? 6 : 0;
      return { start: at + 8 + lead, length: length - lead };
    }
    at += isPng ? length + 12 : length + (length % 2) + 8;
  }
  return null;
}

/** Exif orientation, 1–8; 1 where there is none that can be read. */
function orientationOf(bytes: Uint8Array, format: string): number {
  const chunk = findExif(bytes, format);
  if (!chunk || chunk.start + chunk.length > bytes.length) return 1;
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset + chunk.start, chunk.length);
    return orientationIn(view);
  } catch {
    // A directory that points out of the file turns nothing.
    return 1;
  }
}

/** What the first bytes of a picture say. Width and height are after Exif orientation. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  const promise = announced(bytes);
  if (promise === null && isSvg(bytes)) return { kind: 'svg' };
  try {
    const { width, height, type = '', orientation } = imageSize(bytes);
    const format = Object.hasOwn(formats, type) ? formats[type] : undefined;
    if (format === undefined) return { kind: 'unknown', format: otherKind(bytes) ?? type };
    if (!(width >= 1 && height >= 1)) return { kind: 'damaged', format: promise ?? format };
    const isTurned = (orientation ?? orientationOf(bytes, format)) >= 5;
    const [widthPx, heightPx] = isTurned ? [height, width] : [width, height];
    return { kind: 'bitmap', format, widthPx, heightPx };
  } catch {
    if (promise !== null) return { kind: 'damaged', format: promise };
    const format = otherKind(bytes);
    return format === undefined ? { kind: 'unknown' } : { kind: 'unknown', format };
  }
}
