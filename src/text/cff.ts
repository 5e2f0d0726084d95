/**
 * As much of the Compact Font Format (Adobe technical note 5176) as embedding needs: is the table
 * sound, and, where its glyphs are keyed by CID, which CID has each glyph.
 */

interface Index {
  /** Start of each object, and the end of the last. */
  readonly offsets: readonly number[];
  /** First byte after the index. */
  readonly end: number;
}

function numberAt(bytes: Uint8Array, offset: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + (bytes[offset + i] ?? 0);
  return value;
}

/** An INDEX (§5) at `start`; `null` where it does not fit its table. */
function readIndex(bytes: Uint8Array, start: number): Index | null {
  if (start + 2 > bytes.length) return null;
  const count = numberAt(bytes, start, 2);
  if (count === 0) return { offsets: [start + 2], end: start + 2 };
  const size = bytes[start + 2] ?? 0;
  const data = start + 3 + (count + 1) * size - 1;
  if (size < 1 || size > 4 || data + 1 > bytes.length) return null;
  const offsets: number[] = [];
  for (let i = 0; i <= count; i++) {
    const offset = data + numberAt(bytes, start + 3 + i * size, size);
    if (offset > bytes.length || offset < (offsets[i - 1] ?? data + 1)) return null;
    offsets.push(offset);
  }
  return { offsets, end: offsets[count] ?? data };
}

type Dictionary = ReadonlyMap<number, readonly number[]>;

/** A DICT (§4); operator `12 n` has the key 1200 + n. Real numbers are read as 0: none matter here. */
function readDictionary(bytes: Uint8Array, start: number, end: number): Dictionary {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let i = start; i < end; ) {
    const b = bytes[i++] ?? 0;
    if (b <= 21) {
      entries.set(b === 12 ? 1200 + (bytes[i++] ?? 0) : b, operands);
      operands = [];
    } else if (b === 28) {
      operands.push((numberAt(bytes, i, 2) << 16) >> 16);
      i += 2;
    } else if (b === 29) {
      operands.push(numberAt(bytes, i, 4) | 0);
      i += 4;
    } else if (b === 30) {
      while (i < end && ((bytes[i] ?? 0) & 0x0f) !== 0x0f) i++;
      i++;
      operands.push(0);
    } else if (b >= 32 && b <= 246) operands.push(b - 139);
    else if (b >= 247 && b <= 250) operands.push((b - 247) * 256 + (bytes[i++] ?? 0) + 108);
    else if (b >= 251 && b <= 254) operands.push(-(b - 251) * 256 - (bytes[i++] ?? 0) - 108);
  }
  return entries;
}

const keys = { charset: 15, charStrings: 17, registryOrderingSupplement: 1230 };

interface Cff {
  readonly top: Dictionary;
  readonly glyphCount: number;
}

function readCff(bytes: Uint8Array): Cff | null {
  if (bytes.length < 4 || bytes[0] !== 1) return null;
  const names = readIndex(bytes, bytes[2] ?? 4);
  const tops = names && readIndex(bytes, names.end);
  const [start, end] = tops?.offsets ?? [];
  if (start === undefined || end === undefined) return null;
  const top = readDictionary(bytes, start, end);
  const charStrings = readIndex(bytes, top.get(keys.charStrings)?.[0] ?? bytes.length);
  return charStrings ? { top, glyphCount: charStrings.offsets.length - 1 } : null;
}

/** True where the table's header, dictionary and glyph index hold together. */
export function isCffTable(bytes: Uint8Array): boolean {
  const cff = readCff(bytes);
  return cff !== null && cff.glyphCount > 0;
}

/**
 * The CID of each glyph where the font is keyed by CID (ROS in its Top DICT, charset §13); `null`
 * where it is not, and CIDs are glyph ids (ISO 32000-1 §9.7.4.2).
 */
export function readCids(bytes: Uint8Array): readonly number[] | null {
  const cff = readCff(bytes);
  if (!cff?.top.has(keys.registryOrderingSupplement)) return null;
  let at = cff.top.get(keys.charset)?.[0] ?? 0;
  // Charsets 0 to 2 are predefined lists of names; in a CID font they mean CID = glyph id.
  if (at <= 2) return Array.from({ length: cff.glyphCount }, (_, glyph) => glyph);
  const format = bytes[at++];
  const cids = [0];
  while (cids.length < cff.glyphCount && at < bytes.length) {
    const first = numberAt(bytes, at, 2);
    const leftSize = format === 0 ? 0 : format === 1 ? 1 : 2;
    const left = numberAt(bytes, at + 2, leftSize);
    for (let i = 0; i <= left && cids.length < cff.glyphCount; i++) cids.push(first + i);
    at += 2 + leftSize;
  }
  return cids;
}
