/** Glyphs as operators. The codes are glyph ids, every glyph is 500/1000 em wide. */
import { describe, expect, it } from 'vitest';
import { type GlyphCodes, letterSpaceOf, showGlyphs } from '../../src/paint/pdf/glyphs.ts';
import { type Glyph, Glyphs } from '../../src/text/index.ts';

const codes: GlyphCodes = {
  coded: (glyph) => ({ code: glyph, width: 500, text: 'abc'[glyph - 1] ?? '' }),
};

function glyph(id: number, text: string, changes: Partial<Glyph> = {}): Glyph {
  return { id, text, advancePt: 5, xOffsetPt: 0, yOffsetPt: 0, ...changes };
}

const show = (glyphs: readonly Glyph[], hyphenated = false) =>
  showGlyphs({ glyphs: Glyphs.from(glyphs), sizePt: 10, scaleX: 1, hyphenated }, 0, codes).split(
    '\n',
  );

describe('glyphs', () => {
  it('at their own widths need no adjustment', () => {
    expect(show([glyph(1, 'a'), glyph(2, 'b')])).toEqual(['[<00010002>] TJ']);
  });

  it('set tighter or wider are adjusted after', () => {
    const glyphs = [
      glyph(1, 'a', { advancePt: 4 }),
      glyph(2, 'b', { advancePt: 6 }),
      glyph(3, 'c'),
    ];
    expect(show(glyphs)).toEqual(['[<0001>100<0002>-100<0003>] TJ']);
  });

  it('do not drift: what rounding loses is made up for', () => {
    const glyphs = Array.from({ length: 1000 }, () => glyph(1, 'a', { advancePt: 5.00033 }));
    const numbers = show(glyphs)[0]?.match(/-?\d*\.?\d+(?=<)/g) ?? [];
    const sum = numbers.reduce((total, number) => total + Number(number), 0);
    // 999 × 0.033 thousandths to the right.
    expect(sum).toBeCloseTo(-32.97, 0);
  });

  it('stand beside their place when they have an offset', () => {
    const glyphs = [glyph(1, 'a'), glyph(2, 'b', { xOffsetPt: 1 }), glyph(3, 'c')];
    expect(show(glyphs)).toEqual(['[<0001>-100<0002>100<0003>] TJ']);
  });

  it('above the baseline are raised: marks over capitals stand over them', () => {
    const glyphs = [glyph(1, 'a'), glyph(2, 'b', { yOffsetPt: 2 }), glyph(3, 'c')];
    expect(show(glyphs)).toEqual(['[<0001>] TJ', '2 Ts', '[<0002>] TJ', '0 Ts', '[<0003>] TJ']);
  });
});

describe('letter space', () => {
  const run = (advances: readonly number[], scaleX = 1) => ({
    glyphs: Glyphs.from(advances.map((advancePt) => glyph(1, 'a', { advancePt }))),
    sizePt: 10,
    scaleX,
    hyphenated: false,
  });

  it('is what most glyphs are followed by, before the scale', () => {
    expect(letterSpaceOf(run([5.1, 5.1, 7, 5.1, 5.1]), codes)).toBe(0.1);
    expect(letterSpaceOf(run([4.8, 4.8, 4.8, 4.8], 0.98), codes)).toBe(-0.102041);
    expect(letterSpaceOf(run([5, 5, 7, 5, 5]), codes)).toBe(0);
    expect(letterSpaceOf(run([5.1, 5.2, 5.3, 5.4]), codes)).toBe(0);
  });

  it('leaves kerning and word spaces to be written', () => {
    const item = run([5.1, 4.1, 5.1, 7.1, 5.1]);
    expect(showGlyphs(item, 0.1, codes)).toBe('[<00010001>100<00010001>-200<0001>] TJ');
  });
});

describe('text beside glyphs', () => {
  it('calls a hyphen of ours a soft hyphen', () => {
    expect(show([glyph(1, 'a'), glyph(2, '')], true)).toEqual([
      '[<0001>] TJ',
      '/Span<</ActualText<feff00ad>>>BDC',
      '[<0002>] TJ',
      'EMC',
    ]);
  });

  it('says what several glyphs mean together', () => {
    expect(show([glyph(1, 'a'), glyph(2, 'å'), glyph(3, ''), glyph(3, 'c')])).toEqual([
      '[<0001>] TJ',
      '/Span<</ActualText<feff00e5>>>BDC',
      '[<00020003>] TJ',
      'EMC',
      '[<0003>] TJ',
    ]);
  });

  it('says what a glyph means where that differs from most places', () => {
    expect(show([glyph(1, 'x')])[0]).toBe('/Span<</ActualText<feff0078>>>BDC');
  });

  it('takes one blank for another', () => {
    const blanks: GlyphCodes = { coded: (code) => ({ code, width: 500, text: ' ' }) };
    const item = {
      glyphs: Glyphs.from([glyph(1, '\u00a0')]),
      sizePt: 10,
      scaleX: 1,
      hyphenated: false,
    };
    expect(showGlyphs(item, 0, blanks)).toBe('[<0001>] TJ');
  });

  it('adds the space that a line has no room for', () => {
    const item = { glyphs: Glyphs.from([glyph(1, 'a')]), sizePt: 10, scaleX: 1, hyphenated: false };
    const followed = { isFollowedBySpace: true };
    const space = { code: 9, width: 250, text: ' ' };
    expect(showGlyphs(item, 0, { ...codes, space }, followed)).toBe('[<00010009>] TJ');
    expect(showGlyphs(item, 0, codes, followed).split('\n')).toEqual([
      '/Span<</ActualText<feff00610020>>>BDC',
      '[<0001>] TJ',
      'EMC',
    ]);
  });
});
