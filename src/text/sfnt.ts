/**
 * The sfnt container: finding a font file's tables, with every offset checked, and writing tables
 * back as a file. Reads never go outside the bytes given.
 * https://learn.microsoft.com/typography/opentype/spec/otff
 */

/** A table's bytes, in the file's own memory. */
export interface Table {
  readonly tag: string;
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export type Tables = ReadonlyMap<string, Table>;

/** What the first four bytes say the file is. */
export type Container = 'truetype' | 'cff' | 'collection' | 'woff' | 'woff2' | 'unknown';

function tagAt(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The kind of file, by its signature alone. */
export function containerOf(bytes: Uint8Array): Container {
  switch (tagAt(bytes, 0)) {
    case '\x00\x01\x00\x00':
    case 'true':
      return 'truetype';
    case 'OTTO':
      return 'cff';
    case 'ttcf':
      return 'collection';
    case 'wOFF':
      return 'woff';
    case 'wOF2':
      return 'woff2';
    default:
      return 'unknown';
  }
}

/**
 * The tables of a TrueType or OpenType file, or the name of the part that reaches past the file's
 * end (`table directory`, or a tag).
 */
export function readTables(bytes: Uint8Array): Tables | string {
  if (bytes.length < 12) return 'table directory';
  const view = viewOf(bytes);
  const count = view.getUint16(4);
  if (count === 0 || 12 + count * 16 > bytes.length) return 'table directory';
  const tables = new Map<string, Table>();
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    const tag = tagAt(bytes, record);
    const offset = view.getUint32(record + 8);
    const length = view.getUint32(record + 12);
    if (offset + length > bytes.length) return tag.trim();
    const table = bytes.subarray(offset, offset + length);
    tables.set(tag, { tag, bytes: table, view: viewOf(table) });
  }
  return tables;
}
