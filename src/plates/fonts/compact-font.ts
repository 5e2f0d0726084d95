/** Compact fonts (CFF, Adobe technical note 5176) as they are embedded: glyphs by CID or index. */
import type { Outline } from '../../preflight/index.ts';
import { charStringOutline, type Subroutines } from './char-string.ts';
import type { FontProgram } from './true-type.ts';

type Dictionary = ReadonlyMap<number, readonly number[]>;

const keys = {
  charset: 15,
  charStrings: 17,
  privateDictionary: 18,
  localSubroutines: 19,
  fontMatrix: 1207,
  registryOrderingSupplement: 1230,
  fontDictionaries: 1236,
  fontDictionarySelect: 1237,
};

function numberAt(bytes: Uint8Array, offset: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + (bytes[offset + index] ?? 0);
  return value;
}

interface Index {
  readonly items: readonly Uint8Array[];
  readonly end: number;
}

/** An INDEX (§5). Offsets that lead nowhere give empty items. */
function readIndex(bytes: Uint8Array, start: number): Index {
  const count = numberAt(bytes, start, 2);
  if (count === 0 || start + 3 > bytes.length) return { items: [], end: start + 2 };
  const size = bytes[start + 2] ?? 1;
  const data = start + 3 + (count + 1) * size - 1;
  const offset = (index: number) => data + numberAt(bytes, start + 3 + index * size, size);
  const items = Array.from({ length: count }, (_, index) =>
    bytes.subarray(offset(index), offset(index + 1)),
  );
  return { items, end: offset(count) };
}

const realDigits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];

/** A real number in nibbles (§4, table 5). */
function readReal(bytes: Uint8Array, start: number): readonly [value: number, end: number] {
  let text = '';
  for (let at = start; at < bytes.length; at += 1)
    for (const nibble of [(bytes[at] ?? 255) >> 4, (bytes[at] ?? 255) & 15]) {
      if (nibble === 15) return [Number(text) || 0, at + 1];
      text += realDigits[nibble] ?? '';
    }
  return [0, bytes.length];
}

/** A DICT (§4); operator `12 n` has the key 1200 + n. */
function readDictionary(bytes: Uint8Array): Dictionary {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] ?? 0;
    if (first <= 21) {
      entries.set(first === 12 ? 1200 + (bytes[at++] ?? 0) : first, operands);
      operands = [];
    } else if (first === 28) {
      operands.push((numberAt(bytes, at, 2) << 16) >> 16);
      at += 2;
    } else if (first === 29) {
      operands.push(numberAt(bytes, at, 4) | 0);
      at += 4;
    } else if (first === 30) {
      const [value, end] = readReal(bytes, at);
      operands.push(value);
      at = end;
    } else if (first <= 246) operands.push(first - 139);
    else if (first <= 250) operands.push((first - 247) * 256 + (bytes[at++] ?? 0) + 108);
    else operands.push(-(first - 251) * 256 - (bytes[at++] ?? 0) - 108);
  }
  return entries;
}

function localSubroutines(bytes: Uint8Array, owner: Dictionary): readonly Uint8Array[] {
  const [size = 0, start = 0] = owner.get(keys.privateDictionary) ?? [];
  const offset = readDictionary(bytes.subarray(start, start + size)).get(
    keys.localSubroutines,
  )?.[0];
  return offset === undefined ? [] : readIndex(bytes, start + offset).items;
}

/** Which font dictionary each glyph belongs to (§19). */
function readSelect(bytes: Uint8Array, start: number, count: number): readonly number[] {
  if (bytes[start] === 0) return [...bytes.subarray(start + 1, start + 1 + count)];
  const select: number[] = [];
  const ranges = numberAt(bytes, start + 1, 2);
  for (let range = 0; range < ranges; range += 1) {
    const at = start + 3 + range * 3;
    const last = Math.min(count, numberAt(bytes, at + 3, 2));
    for (let glyph = numberAt(bytes, at, 2); glyph < last; glyph += 1)
      select[glyph] = bytes[at + 2] ?? 0;
  }
  return select;
}

/** Glyph by CID (§13); null where CIDs are glyph indices. */
function readCharset(
  bytes: Uint8Array,
  top: Dictionary,
  count: number,
): ReadonlyMap<number, number> | null {
  let at = top.get(keys.charset)?.[0] ?? 0;
  if (!top.has(keys.registryOrderingSupplement) || at <= 2) return null;
  const format = bytes[at++];
  const leftSize = format === 0 ? 0 : format === 1 ? 1 : 2;
  const glyphs = new Map([[0, 0]]);
  for (let glyph = 1; glyph < count && at < bytes.length; ) {
    const first = numberAt(bytes, at, 2);
    const left = numberAt(bytes, at + 2, leftSize);
    for (let step = 0; step <= left && glyph < count; step += 1) glyphs.set(first + step, glyph++);
    at += 2 + leftSize;
  }
  return glyphs;
}

/** A bare CFF font; `outlineOf` takes CIDs. Null where its header makes no sense. */
export function readCompactFont(bytes: Uint8Array): FontProgram | null {
  if (bytes[0] !== 1) return null;
  const names = readIndex(bytes, bytes[2] ?? 4);
  const tops = readIndex(bytes, names.end);
  const strings = readIndex(bytes, tops.end);
  const global = readIndex(bytes, strings.end).items;
  const top = readDictionary(tops.items[0] ?? new Uint8Array());
  const glyphs = readIndex(bytes, top.get(keys.charStrings)?.[0] ?? bytes.length).items;
  const dictionaries = readIndex(bytes, top.get(keys.fontDictionaries)?.[0] ?? bytes.length).items;
  const owners = dictionaries.map((item) => readDictionary(item));
  const locals = (owners.length > 0 ? owners : [top]).map((owner) =>
    localSubroutines(bytes, owner),
  );
  const selectAt = top.get(keys.fontDictionarySelect)?.[0];
  const select = selectAt === undefined ? [] : readSelect(bytes, selectAt, glyphs.length);
  const charset = readCharset(bytes, top, glyphs.length);
  const scale = top.get(keys.fontMatrix)?.[0] ?? owners[0]?.get(keys.fontMatrix)?.[0] ?? 0.001;
  const outlineOf = (cid: number): Outline => {
    const glyph = charset ? charset.get(cid) : cid;
    const code = glyph === undefined ? undefined : glyphs[glyph];
    if (!code || glyph === undefined) return [];
    const subroutines: Subroutines = { global, local: locals[select[glyph] ?? 0] ?? [] };
    return charStringOutline(code, subroutines);
  };
  return { unitsPerEm: scale > 0 ? 1 / scale : 1000, outlineOf };
}
