/**
 * What the first bytes of a picture file say: its format, and the segments of a JPEG (ITU-T T.81
 * Annex B) and chunks of a PNG (ISO 15948 §5). Nothing is decoded; damaged files give what was
 * found so far.
 */

/** One marker segment of a JPEG's header, or one chunk of a PNG. */
export interface FilePart {
  /** The marker's second byte in hexadecimal (`e1`), or the chunk's type (`tEXt`). */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'tiff' | 'webp' | 'avif';

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** By the file's own signature, whatever its name; null for anything else. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const start = ascii(bytes, 0, 12);
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('GIF8')) return 'gif';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  return /^....ftyp(avif|avis|mif1)$/s.test(start) ? 'avif' : null;
}

/** The segments before the first scan. */
function jpegParts(bytes: Uint8Array): readonly FilePart[] {
  const parts: FilePart[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker === 0xda || length < 2) break;
    parts.push({ name: marker.toString(16), bytes: bytes.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
  }
  return parts;
}

function pngParts(bytes: Uint8Array): readonly FilePart[] {
  const parts: FilePart[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    parts.push({
      name: ascii(bytes, at + 4, at + 8),
      bytes: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return parts;
}

/** The parts of a JPEG or PNG in file order; none for other formats. */
export function pictureParts(bytes: Uint8Array): readonly FilePart[] {
  const format = pictureFormat(bytes);
  if (format === 'jpeg') return jpegParts(bytes);
  return format === 'png' ? pngParts(bytes) : [];
}

/** Whether a JPEG has Adobe's APP14 segment; its CMYK samples are then stored inverted. */
export function hasAdobeMarker(bytes: Uint8Array): boolean {
  return pictureParts(bytes).some(
    (part) => part.name === 'ee' && ascii(part.bytes, 0, 5) === 'Adobe',
  );
}

/** Whether a JPEG is one that PDF's DCTDecode takes: 8 bits, Huffman coded, baseline to progressive. */
export function isDctJpeg(bytes: Uint8Array): boolean {
  const frame = pictureParts(bytes).find((part) => /^c[012]$/.test(part.name));
  return pictureFormat(bytes) === 'jpeg' && frame?.bytes[0] === 8;
}
