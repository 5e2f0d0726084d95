import { beforeAll, describe, expect, it } from 'vitest';
import { compositeClosure } from '../../src/text/glyph-outlines.ts';
import {
  breakParagraph,
  evenShape,
  type Font,
  type FontSubset,
  glyphAdvanceUnits,
  prepareShaping,
  subsetFont,
} from '../../src/text/index.ts';
import { readTables, type Tables } from '../../src/text/sfnt.ts';
import { subsetByHarfBuzz } from '../../src/text/subset.ts';
import { paragraphStyle, projectFont, square, squareWith, textItem } from './support.ts';

beforeAll(() => prepareShaping([]));

function glyphsOf(font: Font, text: string): readonly number[] {
  const { lines } = breakParagraph(
    [textItem(text, { fonts: [font] })],
    paragraphStyle(),
    evenShape(1e6),
  );
  return lines.flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      piece.kind === 'glyphs' ? [...piece.run.glyphs].map(({ id }) => id) : [],
    ),
  );
}

function tablesIn(bytes: Uint8Array): Tables {
  const tables = readTables(bytes);
  if (typeof tables === 'string') throw new Error(tables);
  return tables;
}

function outlineOf(tables: Tables, glyph: number): readonly number[] {
  const loca = tables.get('loca')?.view;
  const isLong = tables.get('head')?.view.getInt16(50) === 1;
  const offset = (index: number) =>
    (isLong ? loca?.getUint32(index * 4) : (loca?.getUint16(index * 2) ?? 0) * 2) ?? 0;
  return [...(tables.get('glyf')?.bytes.subarray(offset(glyph), offset(glyph + 1)) ?? [])];
}

const serif = projectFont('source-serif-4/SourceSerif4-Regular.ttf');
const glyphCount = (subset: FontSubset) => tablesIn(subset.bytes).get('maxp')?.view.getUint16(4);

describe('subsetFont', () => {
  it('keeps the glyphs asked for, with their outlines and widths', async () => {
    const glyphs = glyphsOf(square, 'Blå –');
    const subset = await subsetFont(square, glyphs);
    expect(subset.kind).toBe('truetype');
    expect(glyphCount(subset)).toBe(6);
    expect([...subset.glyphMap.values()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    const before = tablesIn(square.bytes);
    const after = tablesIn(subset.bytes);
    for (const [old, fresh] of subset.glyphMap) {
      const points = (outline: readonly number[]) => outline.slice(0, 10);
      expect(points(outlineOf(after, fresh))).toEqual(points(outlineOf(before, old)));
      expect(after.get('hmtx')?.view.getUint16(0)).toBe(glyphAdvanceUnits(square, old));
    }
  });

  it('drops what a PDF does not need', async () => {
    const { bytes } = await subsetFont(serif, glyphsOf(serif, 'Æblegrød'));
    const tags = [...tablesIn(bytes).keys()].map((tag) => tag.trim()).sort();
    expect(tags).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    expect(bytes.length).toBeLessThan(6_000);
  });

  it('brings the parts of composed letters along', async () => {
    const [glyph = 0] = glyphsOf(serif, 'é');
    const subset = await subsetFont(serif, [glyph]);
    const after = tablesIn(subset.bytes);
    const count = after.get('maxp')?.view.getUint16(4) ?? 0;
    expect(count).toBe(subset.glyphMap.size);
    expect(outlineOf(after, subset.glyphMap.get(glyph) ?? 0).length).toBeGreaterThan(0);
  });

  it('leaves the font itself alone, and its subset adds up to what font files do', async () => {
    const bytes = Buffer.from(serif.bytes);
    const before = Buffer.from(bytes).toString('latin1');
    const subset = await subsetFont({ ...serif, bytes }, glyphsOf(serif, 'Åré'));
    expect(bytes.toString('latin1')).toBe(before);
    let sum = 0;
    const view = new DataView(subset.bytes.buffer, subset.bytes.byteOffset);
    for (let at = 0; at < subset.bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('keeps of each glyph what HarfBuzz keeps', async () => {
    const glyphs = [0, ...glyphsOf(serif, 'Ærlig énhed 1.000 %')];
    const cut = tablesIn((await subsetFont(serif, glyphs)).bytes);
    const ascending = compositeClosure(tablesIn(serif.bytes), glyphs);
    const other = tablesIn(subsetByHarfBuzz(serif, ascending, false) ?? new Uint8Array());
    const solid = (outline: readonly number[]) =>
      Buffer.from(outline)
        .toString('hex')
        .replace(/(00)+$/, '');
    for (const rank of ascending.keys()) {
      expect(solid(outlineOf(cut, rank))).toBe(solid(outlineOf(other, rank)));
    }
  });

  it('gives the same bytes for the same glyphs in any order', async () => {
    const glyphs = glyphsOf(serif, 'Vi støtter god offentlig ledelse');
    const first = await subsetFont(serif, glyphs);
    const second = await subsetFont(serif, [...glyphs].reverse());
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('a font that may not be cut is given whole', async () => {
    const whole = squareWith({ fsType: 0x104 });
    const subset = await subsetFont(whole, [5, 7]);
    expect(subset.bytes).toBe(whole.bytes);
    expect(subset.glyphMap.get(7)).toBe(7);
  });
});
