/**
 * A font whose every glyph is one em wide, made here byte by byte: 1000 units to the em, ascent
 * 800, descent 200, no line gap. Letters are 1 em squares from the descent to the ascent; spaces
 * are empty. At 10 pt a word of four letters is 40 pt wide, so expected numbers can be counted.
 * Covers Basic Latin, Latin-1 and the signs Danish typography needs; U+2010 is the hyphen.
 */

/** What may differ from the plain square font, for tests of one thing. */
export interface SquareFontOptions {
  readonly family?: string;
  readonly weight?: number;
  readonly italic?: boolean;
  /** Characters that it has besides, e.g. Hebrew letters. */
  readonly also?: string;
  /** Characters to leave out, e.g. `\u2010`. */
  readonly without?: string;
  /** OS/2 fsType: embedding licence. 0 is installable. */
  readonly fsType?: number;
  /** Pairs that are kerned, in font units: `{ 'AV': -200 }`; written as a GPOS table. */
  readonly kerning?: Readonly<Record<string, number>>;
}

const extraCharacters = [
  0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x201e, 0x2022, 0x2026, 0x202f,
  0x2009, 0x20ac, 0x2030,
];

/** Advance of every glyph, in units; 1000 is 1 em. */
export const squareAdvance = 1000;

function coveredCharacters(without: string, also: string): readonly number[] {
  const left = new Set([...without].map((character) => character.codePointAt(0)));
  const codes: number[] = [];
  for (let code = 0x20; code <= 0x7e; code++) codes.push(code);
  for (let code = 0xa0; code <= 0xff; code++) codes.push(code);
  codes.push(...extraCharacters, ...[...also].map((character) => character.codePointAt(0) ?? 0));
  return codes.filter((code) => !left.has(code)).sort((a, b) => a - b);
}

const isBlank = (code: number) => [0x20, 0xa0, 0xad, 0x2009, 0x202f].includes(code);

type Field = readonly [size: 1 | 2 | 4, value: number];
const u8 = (value: number): Field => [1, value];
const u16 = (value: number): Field => [2, value];
const u32 = (value: number): Field => [4, value];
const tagOf = (tag: string): readonly Field[] => [...tag].map((char) => u8(char.charCodeAt(0)));

function pack(fields: readonly Field[]): Uint8Array {
  const bytes: number[] = [];
  for (const [size, value] of fields)
    for (let shift = (size - 1) * 8; shift >= 0; shift -= 8) bytes.push((value >>> shift) & 0xff);
  return Uint8Array.from(bytes);
}

/** A closed square contour from (0, -200) to (1000, 800), as a simple glyph. */
const squareGlyph = pack([
  ...[1, 0, -200, 1000, 800, 3, 0].map(u16),
  ...[1, 1, 1, 1].map(u8),
  ...[0, 0, 1000, 0].map(u16),
  ...[-200, 1000, 0, -1000].map(u16),
  u16(0),
]);

function cmapTable(codes: readonly number[]): Uint8Array {
  const segments: { start: number; end: number; glyph: number }[] = [];
  codes.forEach((code, index) => {
    const current = segments.at(-1);
    if (current && current.end === code - 1) current.end = code;
    else segments.push({ start: code, end: code, glyph: index + 1 });
  });
  segments.push({ start: 0xffff, end: 0xffff, glyph: 0 });
  const count = segments.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const body = [
    ...[4, 16 + count * 8, 0, count * 2, power * 2, Math.log2(power), (count - power) * 2],
    ...segments.map(({ end }) => end),
    0,
    ...segments.map(({ start }) => start),
    ...segments.map(({ start, glyph }) => (glyph === 0 ? 1 : glyph - start)),
    ...segments.map(() => 0),
  ];
  return pack([...[0, 1, 3, 1].map(u16), u32(12), ...body.map(u16)]);
}

function nameTable(family: string, style: string): Uint8Array {
  const postScript = `${family}-${style}`.replaceAll(' ', '');
  const names: readonly (readonly [number, string])[] = [
    [1, family],
    [2, style],
    [3, postScript],
    [4, `${family} ${style}`],
    [5, 'Version 1.000'],
    [6, postScript],
  ];
  const records: Field[] = [];
  const text: Field[] = [];
  let offset = 0;
  for (const [id, name] of names) {
    records.push(...[3, 1, 0x409, id, name.length * 2, offset].map(u16));
    text.push(...[...name].map((char) => u16(char.charCodeAt(0))));
    offset += name.length * 2;
  }
  return pack([...[0, names.length, 6 + names.length * 12].map(u16), ...records, ...text]);
}

function os2Table(codes: readonly number[], weight: number, italic: boolean, fsType: number) {
  const selection = (italic ? 0x01 : 0) | (weight >= 700 ? 0x20 : 0) | 0x80;
  return pack([
    ...[4, squareAdvance, weight, 5, fsType, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0].map(
      u16,
    ),
    ...Array.from({ length: 10 }, () => u8(0)),
    ...[3, 0, 0, 0].map(u32),
    ...tagOf('TEST'),
    ...[selection || 0x40, codes[0] ?? 0, codes.at(-1) ?? 0].map(u16),
    ...[800, -200, 0, 800, 200].map(u16),
    ...[1, 0].map(u32),
    ...[500, 700, 0, 0x20, 1].map(u16),
  ]);
}

/** A GPOS table with one `kern` feature: pair adjustment, format 1, first glyph's advance. */
function kerningTable(
  pairs: Readonly<Record<string, number>>,
  glyphOf: (char: string) => number,
): Uint8Array {
  const rows = new Map<number, { readonly right: number; readonly value: number }[]>();
  for (const [pair, value] of Object.entries(pairs)) {
    const [left = '', right = ''] = [...pair];
    const glyph = glyphOf(left);
    rows.set(glyph, [...(rows.get(glyph) ?? []), { right: glyphOf(right), value }]);
  }
  const lefts = [...rows.keys()].sort((a, b) => a - b);
  const sets = lefts.map((left) => (rows.get(left) ?? []).sort((a, b) => a.right - b.right));
  const coverage = [1, lefts.length, ...lefts];
  const setsStart = 10 + sets.length * 2 + coverage.length * 2;
  let offset = setsStart;
  const offsets = sets.map((set) => {
    const at = offset;
    offset += 2 + set.length * 4;
    return at;
  });
  return pack([
    ...[1, 0, 10, 30, 44].map(u16),
    ...[u16(1), ...tagOf('DFLT'), u16(8), u16(4), u16(0), u16(0), u16(0xffff), u16(1), u16(0)],
    ...[u16(1), ...tagOf('kern'), u16(8), u16(0), u16(1), u16(0)],
    ...[1, 4, 2, 0, 1, 8].map(u16),
    ...[1, 10 + sets.length * 2, 4, 0, sets.length, ...offsets, ...coverage].map(u16),
    ...sets.flatMap((set) => [
      u16(set.length),
      ...set.flatMap(({ right, value }) => [u16(right), u16(value)]),
    ]),
  ]);
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4)
    for (let k = 0; k < 4; k++) sum = (sum + (bytes[i + k] ?? 0) * 2 ** (24 - 8 * k)) % 2 ** 32;
  return sum;
}

/** Tables, sorted by tag, as one sfnt file with its checksums. */
export function assembleFont(
  version: number,
  tables: ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const header: Field[] = [
    u32(version),
    ...[sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].map(u16),
  ];
  let offset = 12 + sorted.length * 16;
  const places = sorted.map(([tag, bytes]) => {
    const place = { tag, bytes, offset };
    header.push(...tagOf(tag), ...[checksum(bytes), offset, bytes.length].map(u32));
    offset += Math.ceil(bytes.length / 4) * 4;
    return place;
  });
  const file = new Uint8Array(offset);
  file.set(pack(header));
  for (const { bytes, offset: at } of places) file.set(bytes, at);
  const head = places.find(({ tag }) => tag === 'head');
  if (head) new DataView(file.buffer).setUint32(head.offset + 8, 0xb1b0afba - checksum(file));
  return file;
}

/** The tables of the square font by tag, for tests that break one of them. */
export function squareTables(options: SquareFontOptions = {}): Map<string, Uint8Array> {
  const {
    family = 'Square',
    weight = 400,
    italic = false,
    also = '',
    without = '',
    fsType = 0,
  } = options;
  const codes = coveredCharacters(without, also);
  const count = codes.length + 1;
  const style = `${weight >= 700 ? 'Bold' : 'Regular'}${italic ? 'Italic' : ''}`;
  const isEmpty = (glyph: number) => glyph > 0 && isBlank(codes[glyph - 1] ?? 0);
  const offsets = [0];
  for (let glyph = 0; glyph < count; glyph++)
    offsets.push(
      (offsets[glyph] ?? 0) + (isEmpty(glyph) ? 0 : Math.ceil(squareGlyph.length / 4) * 4),
    );
  const glyf = new Uint8Array(offsets[count] ?? 0);
  for (let glyph = 0; glyph < count; glyph++)
    if (!isEmpty(glyph)) glyf.set(squareGlyph, offsets[glyph]);
  const tables = new Map<string, Uint8Array>([
    ['OS/2', os2Table(codes, weight, italic, fsType)],
    ['cmap', cmapTable(codes)],
    ['glyf', glyf],
    [
      'head',
      pack([
        ...[0x00010000, 0x00010000, 0, 0x5f0f3cf5].map(u32),
        ...[3, 1000].map(u16),
        ...[0, 0, 0, 0].map(u32),
        ...[0, -200, 1000, 800, (weight >= 700 ? 1 : 0) | (italic ? 2 : 0), 8, 2, 1, 0].map(u16),
      ]),
    ],
    [
      'hhea',
      pack([
        u32(0x00010000),
        ...[800, -200, 0, squareAdvance, 0, 0, squareAdvance, 1, 0, 0, 0, 0, 0, 0, 0, count].map(
          u16,
        ),
      ]),
    ],
    ['hmtx', pack(Array.from({ length: count }, () => [u16(squareAdvance), u16(0)]).flat())],
    ['loca', pack(offsets.map(u32))],
    ['maxp', pack([u32(0x00010000), ...[count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0].map(u16)])],
    ['name', nameTable(family, style)],
    [
      'post',
      pack([...[0x00030000, 0].map(u32), ...[-75, 50].map(u16), ...[0, 0, 0, 0, 0].map(u32)]),
    ],
  ]);
  if (options.kerning) {
    const glyphOf = (char: string) => codes.indexOf(char.codePointAt(0) ?? 0) + 1;
    tables.set('GPOS', kerningTable(options.kerning, glyphOf));
  }
  return tables;
}

/** The square font as a TrueType file. The same options give the same bytes. */
export function squareFont(options: SquareFontOptions = {}): Uint8Array<ArrayBuffer> {
  return assembleFont(0x00010000, squareTables(options));
}
