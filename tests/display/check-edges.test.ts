/** Bleed and safety: a page of 283.46 pt (100 mm), bleed 3 mm, edges named where they fail. */
import { describe, expect, it } from 'vitest';
import { mmToPt, rectPath } from '../../src/base/index.ts';
import type { CmykColor } from '../../src/color/index.ts';
import { checkEdges, type DisplayItem } from '../../src/display/index.ts';
import { Glyphs } from '../../src/text/index.ts';
import { blue, cmyk, font, recorder, rect, red, spanOf } from './support.ts';

const side = mmToPt(100);
const bleed = { top: mmToPt(3), right: mmToPt(3), bottom: mmToPt(3), left: mmToPt(3) };
const foldRight = { ...bleed, right: 0 };

const area = (x: number, y: number, width: number, height: number) =>
  rect(mmToPt(x), mmToPt(y), mmToPt(width), mmToPt(height));

const fill = (place: ReturnType<typeof rect>, color: CmykColor = red): DisplayItem<CmykColor> => ({
  kind: 'fill',
  path: rectPath(place),
  rule: 'nonzero',
  paint: { kind: 'solid', color },
  span: spanOf('<p>'),
});

/** One em of 10 pt; cap height 7, descender 2. */
const word = (x: number, y: number, sizePt = 10, words = 'A'): DisplayItem<CmykColor> => ({
  kind: 'glyphs',
  font,
  sizePt,
  x,
  y,
  glyphs: Glyphs.from(
    [...words].map((text) => ({ id: 1, advancePt: sizePt, xOffsetPt: 0, yOffsetPt: 0, text })),
  ),
  color: red,
  scaleX: 1,
  hyphenated: false,
});

function check(items: readonly DisplayItem<CmykColor>[], edges = bleed) {
  const context = recorder();
  const page = { name: 'front', widthPt: side, heightPt: side, items };
  checkEdges([page], { bleedOf: () => edges, safetyMm: { error: 3, warning: 5 } }, context);
  return context;
}

const said = (items: readonly DisplayItem<CmykColor>[], edges = bleed) =>
  check(items, edges).findings.map(({ code, message }) => `${code} ${message.en.split(':')[0]}`);

describe('bleed', () => {
  it('is content with art that runs through it, and art well inside', () => {
    expect(said([fill(area(-3, -3, 106, 106)), fill(area(10, 10, 20, 20), blue)])).toEqual([]);
  });

  it('wants art on the trim to go on', () => {
    expect(said([fill(area(0, 20, 100, 10))])).toEqual([
      "display/missing-bleed this runs to the right trim but stops 3 mm short of the bleed's edge",
      "display/missing-bleed this runs to the left trim but stops 3 mm short of the bleed's edge",
    ]);
  });

  it('measures what is missing', () => {
    const { findings } = check([fill(area(-1, 20, 20, 10))]);
    expect(findings).toMatchObject([
      { severity: 'error', page: 'front', measured: 1, limit: 3, unit: 'mm' },
    ]);
  });

  it('allows a tenth of a millimetre', () => {
    expect(said([fill(area(-2.95, 20, 20, 10))])).toEqual([]);
  });

  it('is not asked for at folds', () => {
    expect(said([fill(area(50, 20, 50, 10))], foldRight)).toEqual([]);
  });

  it('warns of art that just misses the trim', () => {
    expect(said([fill(area(1, 20, 20, 10))])).toEqual([
      'display/stops-short-of-trim this ends 1 mm from the left trim',
    ]);
  });

  it('does not mind where the same colour bleeds underneath', () => {
    const ground = fill(area(-3, -3, 106, 106));
    expect(said([ground, fill(area(0, 20, 100, 10))])).toEqual([]);
    expect(said([ground, fill(area(0, 20, 100, 10), blue)])).toHaveLength(2);
  });

  it('does not mind white on bare paper', () => {
    expect(said([fill(area(0, 20, 100, 10), cmyk(0, 0, 0, 0))])).toEqual([]);
  });

  it('judges what a clip lets through', () => {
    const clipped: DisplayItem<CmykColor> = {
      kind: 'group',
      items: [fill(area(-3, -3, 106, 106))],
      transform: [1, 0, 0, 1, 0, 0],
      clip: rectPath(area(0, 20, 50, 10)),
      opacity: 1,
      blend: 'normal',
    };
    expect(said([clipped])).toEqual([
      "display/missing-bleed this runs to the left trim but stops 3 mm short of the bleed's edge",
    ]);
  });
});

describe('text', () => {
  it('keeps 5 mm to every edge', () => {
    expect(said([word(mmToPt(5), mmToPt(5) + 7)])).toEqual([]);
  });

  it.each([
    [4, 'warning'],
    [2.9, 'error'],
  ])('%f mm is a %s', (mm, severity) => {
    const { findings } = check([word(mmToPt(mm), 100)]);
    expect(findings).toMatchObject([{ severity, code: 'display/near-trim', unit: 'mm' }]);
    expect(findings[0]?.measured).toBeCloseTo(mm);
  });

  it('names a fold as a fold, in both languages', () => {
    const { findings } = check([word(side - 10 - mmToPt(2), 100)], foldRight);
    expect(findings.map(({ message }) => message)).toEqual([
      {
        en: 'the text "A" stands 2 mm from the right fold; it needs 3 mm',
        da: 'teksten »A« står 2 mm fra den højre fals; der skal være mindst 3 mm',
      },
    ]);
  });

  it('tells once an edge, the nearest words first', () => {
    const { findings } = check([word(5, 100, 10, 'B'), word(3, 130), word(8, 160)]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message.en).toContain('"A" stands 1.1 mm');
    expect(findings[0]?.message.en).toContain('(and 2 more on this edge)');
  });

  it('lets very large letters run through the bleed', () => {
    expect(said([word(-mmToPt(4), 150, 80)])).toEqual([]);
    expect(said([word(-mmToPt(4), 150, 12)])).toHaveLength(1);
  });

  const outlined = (x: number, letters: { sizePt: number; isEdge?: boolean }, width = 20) =>
    ({
      ...fill(area(x, 50, width, 10)),
      letters: { text: 'Havn', isEdge: false, ...letters },
    }) as DisplayItem<CmykColor>;

  it('is judged as text where it is outlines', () => {
    const { findings } = check([outlined(1.2, { sizePt: 9 })]);
    expect(findings.map(({ severity, message }) => `${severity} ${message.en}`)).toEqual([
      'error the text "Havn" stands 1.2 mm from the left trim; it needs 3 mm',
    ]);
    expect(said([outlined(5, { sizePt: 9 })])).toEqual([]);
  });

  it('as outlines runs through the bleed where it is very large on the page', () => {
    const large = (scale: number): DisplayItem<CmykColor> => ({
      kind: 'group',
      items: [outlined(-4 / scale, { sizePt: 80 / scale }, 40 / scale)],
      transform: [scale, 0, 0, scale, 0, 0],
      clip: null,
      opacity: 1,
      blend: 'normal',
    });
    expect(said([large(4)])).toEqual([]);
    expect(said([outlined(-4, { sizePt: 12 })])).toHaveLength(1);
  });

  it('is judged by its fill, not by the edges drawn round it', () => {
    const edge: DisplayItem<CmykColor> = {
      kind: 'stroke',
      letters: { text: 'Havn', sizePt: 9, isEdge: true },
      path: rectPath(area(1, 50, 20, 10)),
      paint: { kind: 'solid', color: blue },
      widthPt: 1,
      cap: 'butt',
      join: 'miter',
      miterLimit: 4,
      dashPt: [],
      dashOffsetPt: 0,
    };
    expect(said([edge])).toEqual([]);
    expect(said([{ ...edge, letters: { text: 'Havn', sizePt: 9, isEdge: false } }])).toHaveLength(
      1,
    );
  });

  it('ignores spaces', () => {
    expect(said([word(1, 100, 10, '  ')])).toEqual([]);
  });
});
