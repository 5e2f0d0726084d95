/** Fonts with CFF outlines: read, and cut down to the bare table that a PDF takes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { isCffTable, readCids } from '../../src/text/cff.ts';
import { isFontFault, openFont, prepareShaping, subsetFont } from '../../src/text/index.ts';
import { assembleFont, squareTables } from '../support/square-font.ts';
import { opened } from './support.ts';

beforeAll(() => prepareShaping([]));

const index = (objects: readonly (readonly number[])[]): readonly number[] => {
  if (objects.length === 0) return [0, 0];
  const offsets = [1];
  for (const object of objects) offsets.push((offsets.at(-1) ?? 1) + object.length);
  const bytes = offsets.flatMap((offset) => [offset >> 8, offset & 0xff]);
  return [objects.length >> 8, objects.length & 0xff, 2, ...bytes, ...objects.flat()];
};
const int = (value: number) => [
  29,
  value >>> 24,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
];
const short = (value: number) => [28, (value >> 8) & 255, value & 255];

/** A 1 em square in a Type 2 charstring: width, then rmoveto, three rlinetos, endchar. */
const squareCharString = [
  ...[...short(0), ...short(-200), 21],
  ...[...short(1000), ...short(0), 5, ...short(0), ...short(1000), 5],
  ...[...short(-1000), ...short(0), 5, 14],
];

/** A CFF table of `count` squares; keyed by CID where `cids` (of glyphs 1 and on) are given. */
function cffTable(count: number, cids?: readonly number[]): Uint8Array {
  const header = [1, 0, 4, 4];
  const names = index([[...'Square'].map((char) => char.charCodeAt(0))]);
  const strings = index(
    cids
      ? [
          [65, 100, 111, 98, 101],
          [73, 100, 101, 110, 116],
        ]
      : [],
  );
  const globals = index([]);
  const charStrings = index(Array.from({ length: count }, () => squareCharString));
  const charset = cids
    ? [0, ...cids.flatMap((cid) => [cid >> 8, cid & 255])]
    : [0, ...Array.from({ length: count - 1 }, (_, i) => [0, i + 1]).flat()];
  const dictionary = (start: number) => {
    const afterCharset = start + charset.length;
    const privateAt = afterCharset + charStrings.length;
    const shared = [...int(start), 15, ...int(afterCharset), 17];
    if (!cids) return [...shared, ...int(0), ...int(privateAt), 18];
    const fontDicts = index([[...int(0), ...int(privateAt), 18]]);
    const ros = [...short(391), ...short(392), ...short(0), 12, 30];
    return [
      ...ros,
      ...shared,
      ...int(privateAt),
      12,
      36,
      ...int(privateAt + fontDicts.length),
      12,
      37,
    ];
  };
  const topLength = index([dictionary(0)]).length;
  const start = header.length + names.length + topLength + strings.length + globals.length;
  const privateAt = start + charset.length + charStrings.length;
  const tail = cids
    ? [...index([[...int(0), ...int(privateAt), 18]]), 0, ...Array.from({ length: count }, () => 0)]
    : [];
  return Uint8Array.from([
    ...header,
    ...names,
    ...index([dictionary(start)]),
    ...strings,
    ...globals,
    ...charset,
    ...charStrings,
    ...tail,
  ]);
}

function cffFont(cids?: (count: number) => readonly number[]): Uint8Array {
  const tables = squareTables();
  const count = new DataView(tables.get('maxp')?.buffer ?? new ArrayBuffer(6)).getUint16(4);
  tables.delete('glyf');
  tables.delete('loca');
  tables.set('maxp', Uint8Array.of(0, 0, 0x50, 0, count >> 8, count & 255));
  tables.set('CFF ', cffTable(count, cids?.(count)));
  return assembleFont(0x4f54544f, tables);
}

describe('CFF', () => {
  it('is recognised, and damage to it', () => {
    expect(isCffTable(cffTable(5))).toBe(true);
    expect(isCffTable(cffTable(5).subarray(0, 60))).toBe(false);
    expect(isCffTable(new Uint8Array())).toBe(false);
  });

  it('has CIDs where it is keyed by them', () => {
    expect(readCids(cffTable(4))).toBeNull();
    expect(readCids(cffTable(4, [10, 300, 301]))).toEqual([0, 10, 300, 301]);
  });

  it('opens as a font, and not when cut short', () => {
    expect(isFontFault(openFont('a.otf', cffFont()))).toBe(false);
    const tables = squareTables();
    tables.delete('glyf');
    tables.set('CFF ', cffTable(9).subarray(0, 50));
    const fault = openFont('a.otf', assembleFont(0x4f54544f, tables));
    expect(isFontFault(fault) && `${fault.code} ${fault.subject}`).toBe('damaged CFF');
  });

  it('is cut down to its bare table, with glyph ids for codes', async () => {
    const subset = await subsetFont(opened(cffFont(), 'a.otf'), [7, 3]);
    expect(subset.kind).toBe('cff');
    expect([...subset.glyphMap]).toEqual([
      [0, 0],
      [3, 1],
      [7, 2],
    ]);
    expect(isCffTable(subset.bytes)).toBe(true);
    expect(subset.bytes[0]).toBe(1);
  });

  it('keyed by CID keeps its own CIDs for codes', async () => {
    const font = opened(
      cffFont((count) => Array.from({ length: count - 1 }, (_, i) => 500 + i)),
      'b.otf',
    );
    const subset = await subsetFont(font, [7, 3]);
    expect([...subset.glyphMap]).toEqual([
      [0, 0],
      [3, 502],
      [7, 506],
    ]);
    expect(readCids(subset.bytes)).toEqual([0, 502, 506]);
  });
});
