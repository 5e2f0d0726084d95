/** Glyphs in columns: what goes in comes out, whole, in stretches and by way of JSON. */
import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/text/index.ts';
import { Glyphs } from '../../src/text/run-glyphs.ts';

const glyph = (id: number, text: string, change: Partial<Glyph> = {}): Glyph => ({
  ...{ id, text, advancePt: id / 3, xOffsetPt: 0, yOffsetPt: 0 },
  ...change,
});

describe.each<[string, readonly Glyph[]]>([
  ['letters', [glyph(1, 'a'), glyph(65_535, 'b'), glyph(3, '\u00ad')]],
  ['a cluster of several, and a ligature', [glyph(1, 'a\u030a'), glyph(2, ''), glyph(3, 'ffi')]],
  ['marks off their places', [glyph(1, 'a'), glyph(2, '', { xOffsetPt: -0.5, yOffsetPt: 1.25 })]],
  ['none', []],
  ['more than columns are made for', Array.from({ length: 9000 }, (_, at) => glyph(at, 'x'))],
])('%s', (_, all) => {
  const glyphs = Glyphs.from(all);

  it('come out as they went in', () => {
    expect([...glyphs]).toEqual(all);
    expect(glyphs.text()).toBe(all.map(({ text }) => text).join(''));
    expect(glyphs.widthPt()).toBe(all.reduce((sum, { advancePt }) => sum + advancePt, 0));
  });

  it('come in stretches', () => {
    const from = Math.min(1, all.length);
    expect([...glyphs.slice(from, all.length)]).toEqual(all.slice(from));
    expect([...glyphs.slice(0, 0)]).toEqual([]);
    expect(glyphs.slice(0, from).text()).toBe(all[0]?.text ?? '');
  });

  it('are kept as JSON', () => {
    expect([...Glyphs.fromJson(JSON.parse(JSON.stringify(glyphs)))]).toEqual(all);
  });
});

it('leave what was written before them as it is', () => {
  const first = Glyphs.from([glyph(1, 'a')]);
  Glyphs.from([glyph(2, 'b'), glyph(3, 'c')]);
  expect([...first]).toEqual([glyph(1, 'a')]);
});
