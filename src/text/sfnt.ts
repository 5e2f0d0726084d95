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

/** The same bytes, to be read as numbers. */
export function viewOf(bytes: Uint8Array): DataView {
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

/** The sum of a table's words (the last one filled with zeros), modulo 2³². */
function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const word =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0);
    sum = (sum + word) >>> 0;
  }
  return sum;
}

/** What the words of a font file add up to, by `head`'s checkSumAdjustment. */
const sumOfFile = 0xb1b0afba;

/** Where `head` says what its file's sum lacks. */
const adjustmentAt = 8;

/** A file of tables, in the order of their tags. `version` is the first word: `0x00010000`, `OTTO`. */
export function writeTables(version: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const padded = (length: number) => (length + 3) & ~3;
  const head = 12 + sorted.length * 16;
  const file = new Uint8Array(
    sorted.reduce((size, [, bytes]) => size + padded(bytes.length), head),
  );
  const view = viewOf(file);
  const steps = Math.floor(Math.log2(Math.max(1, sorted.length)));
  view.setUint32(0, version);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 * 2 ** steps);
  view.setUint16(8, steps);
  view.setUint16(10, (sorted.length - 2 ** steps) * 16);
  let offset = head;
  let adjustment = 0;
  sorted.forEach(([tag, bytes], index) => {
    const record = 12 + index * 16;
    for (let letter = 0; letter < 4; letter += 1)
      view.setUint8(record + letter, tag.charCodeAt(letter) & 0xff);
    file.set(bytes, offset);
    if (tag === 'head') {
      adjustment = offset + adjustmentAt;
      view.setUint32(adjustment, 0);
    }
    view.setUint32(record + 4, checksum(file.subarray(offset, offset + bytes.length)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, bytes.length);
    offset += padded(bytes.length);
  });
  if (adjustment > 0) view.setUint32(adjustment, (sumOfFile - checksum(file)) >>> 0);
  return file;
}
