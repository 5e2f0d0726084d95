/**
 * Fonts packed for the web, unpacked: WOFF (each table deflated) and WOFF 2 (one Brotli stream,
 * outlines rearranged), by woff2-encoder's decoder, which is loaded when the first one is met.
 * https://www.w3.org/TR/WOFF/, https://www.w3.org/TR/WOFF2/
 */
import { inflateSync } from 'node:zlib';
import { writeTables } from './sfnt.ts';

/** Larger than any font; a file that claims more is damaged or means harm. */
const largestFont = 64 * 1024 * 1024;

/** The font as an sfnt file; null where the file is damaged. */
export async function unpackWebFont(
  bytes: Uint8Array,
  format: 'woff' | 'woff2',
): Promise<Uint8Array | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 48 || view.getUint32(16) > largestFont) return null;
  const unpack = format === 'woff' ? () => unpackWoff(bytes, view) : await loadUnpacker(bytes);
  try {
    return await unpack();
  } catch {
    return null;
  }
}

async function loadUnpacker(bytes: Uint8Array): Promise<() => Promise<Uint8Array>> {
  const { decompress } = await import('woff2-encoder');
  return () => decompress(bytes);
}

/** WOFF §4: a directory of tables, each deflated where that made it smaller. */
function unpackWoff(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const count = view.getUint16(12);
  const tables = new Map<string, Uint8Array>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const record = 44 + index * 20;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const [offset, packed, length] = [4, 8, 12].map((at) => view.getUint32(record + at));
    if (offset === undefined || packed === undefined || length === undefined) return null;
    total += length;
    if (offset + packed > bytes.length || packed > length || total > largestFont) return null;
    const stored = bytes.subarray(offset, offset + packed);
    const table =
      packed === length ? stored : inflateSync(stored, { maxOutputLength: Math.max(1, length) });
    if (table.length !== length) return null;
    tables.set(tag, table);
  }
  return writeTables(view.getUint32(4), tables);
}
