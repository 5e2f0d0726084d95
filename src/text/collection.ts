/**
 * Fonts of a collection (TTC, OTC): several table directories over shared tables. One is taken out
 * as a file of its own.
 * https://learn.microsoft.com/typography/opentype/spec/otff#font-collections
 */
import { writeTables } from './sfnt.ts';

/** How many fonts a collection holds. */
export function collectionSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length >= 12 ? Math.min(view.getUint32(8), 1000) : 0;
}

/** Where a font's table directory is; null where there is none. */
export function directoryOffset(bytes: Uint8Array, index: number): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = 12 + index * 4;
  if (index >= collectionSize(bytes) || at + 4 > bytes.length) return null;
  return view.getUint32(at);
}

/** One font as an sfnt file; null where the collection is damaged or has no such font. */
export function fontOfCollection(bytes: Uint8Array, index: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = directoryOffset(bytes, index);
  if (start === null || start + 12 > bytes.length) return null;
  const count = view.getUint16(start + 4);
  if (start + 12 + count * 16 > bytes.length) return null;
  const tables = new Map<string, Uint8Array>();
  for (let table = 0; table < count; table += 1) {
    const record = start + 12 + table * 16;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = view.getUint32(record + 8);
    const length = view.getUint32(record + 12);
    if (offset + length > bytes.length) return null;
    tables.set(tag, bytes.subarray(offset, offset + length));
  }
  return writeTables(view.getUint32(start), tables);
}
