/** css-backgrounds-3 §3–5: lines, mitres and corners. */
import { describe, expect, it } from 'vitest';
import { buildDisplayList, describeItems } from '../../src/display/index.ts';
import type { BoxFragment } from '../../src/layout/index.ts';
import {
  blue,
  box,
  noBleed,
  type Overrides,
  page,
  percent,
  pt,
  recorder,
  red,
  vector,
} from './support.ts';

function draw(made: BoxFragment): string[] {
  const context = recorder();
  const options = { pictures: new Map(), bleed: noBleed, styled: null };
  const [list] = buildDisplayList([page([made])], options, context);
  expect(context.codes()).toEqual([]);
  return describeItems(list?.items ?? []).map((text) =>
    text
      .replaceAll('device-cmyk(0% 100% 100% 0%)', 'red')
      .replaceAll('device-cmyk(100% 100% 0% 0%)', 'blue'),
  );
}

type LineStyle = 'solid' | 'dashed' | 'dotted' | 'double';

const all = (line: LineStyle, color = red): Overrides => ({
  borderTopStyle: line,
  borderRightStyle: line,
  borderBottomStyle: line,
  borderLeftStyle: line,
  borderTopColor: color,
  borderRightColor: color,
  borderBottomColor: color,
  borderLeftColor: color,
});

describe('straight borders', () => {
  it('draws one ring where all sides are alike', () => {
    expect(draw(box([0, 0, 20, 10], { style: all('solid'), border: 2 }))).toEqual([
      'fill M0,0 L20,0 L20,10 L0,10 Z M2,2 L18,2 L18,8 L2,8 Z evenodd red',
    ]);
  });

  it('draws a single side as a rectangle', () => {
    const border = { top: 0, right: 0, bottom: 0.5, left: 0 };
    const style: Overrides = { borderBottomStyle: 'solid', borderBottomColor: red };
    expect(draw(box([0, 0, 20, 10], { style, border }))).toEqual(['fill rect 0,9.5 20×0.5 red']);
  });

  it.each<[string, Partial<BoxFragment['border']>, string]>([
    ['above and below', { top: 2, bottom: 1 }, 'M0,0 L20,0 L20,2 L0,2 Z M20,10 L0,10 L0,9 L20,9 Z'],
    [
      'three sides',
      { top: 2, right: 2, bottom: 2 },
      'M0,0 L20,0 L20,10 L0,10 L0,8 L18,8 L18,2 L0,2 Z',
    ],
    ['around the first corner', { left: 2, top: 2 }, 'M0,10 L0,0 L20,0 L20,2 L2,2 L2,10 Z'],
  ])('has no edge where a side has no border: %s', (_, some, path) => {
    const border = { top: 0, right: 0, bottom: 0, left: 0, ...some };
    const [only, ...others] = draw(box([0, 0, 20, 10], { style: all('solid'), border }));
    expect([only, others]).toEqual([`fill ${path} evenodd red`, []]);
  });

  it('joins sides of two colours in mitres', () => {
    const style: Overrides = { ...all('solid'), borderLeftColor: blue };
    const border = { top: 2, right: 0, bottom: 0, left: 4 };
    expect(draw(box([0, 0, 20, 10], { style, border }))).toEqual([
      'fill M0,0 L20,0 L20,2 L4,2 Z red',
      'fill M0,10 L0,0 L4,2 L4,10 Z blue',
    ]);
  });

  it('draws a double line as two thirds of a ring', () => {
    expect(draw(box([0, 0, 20, 20], { style: all('double'), border: 3 }))).toEqual([
      'fill M0,0 L20,0 L20,20 L0,20 Z M1,1 L19,1 L19,19 L1,19 Z evenodd red',
      'fill M2,2 L18,2 L18,18 L2,18 Z M3,3 L17,3 L17,17 L3,17 Z evenodd red',
    ]);
  });

  it('begins and ends a dashed side with a dash', () => {
    const border = { top: 1, right: 0, bottom: 0, left: 0 };
    const style: Overrides = { borderTopStyle: 'dashed', borderTopColor: red };
    // Four dashes of 3 and three gaps of 1 make 15; three dashes would be as far from gaps of 2.
    expect(draw(box([0, 0, 15, 10], { style, border }))).toEqual([
      'stroke M0,0.5 L15,0.5 1pt red dash 3 1',
    ]);
  });

  it('sets round dots from corner to corner', () => {
    const border = { top: 2, right: 0, bottom: 0, left: 0 };
    const style: Overrides = { borderTopStyle: 'dotted', borderTopColor: red };
    expect(draw(box([0, 0, 22, 10], { style, border }))).toEqual([
      'stroke M1,1 L21.02,1 2pt red cap round dash 0.01 3.99',
    ]);
  });
});

describe('round corners', () => {
  const round = (x: ReturnType<typeof pt>, y = x): Overrides => ({
    borderTopLeftRadius: { x, y },
    borderTopRightRadius: { x, y },
    borderBottomRightRadius: { x, y },
    borderBottomLeftRadius: { x, y },
    backgroundColor: red,
  });

  it('makes overlapping corners smaller together: 50 pt on 20 × 10 is 5 pt', () => {
    expect(draw(box([0, 0, 20, 10], { style: round(pt(50)) }))).toEqual([
      'fill M5,0 L15,0 C17.76,0 20,2.24 20,5 L20,5 C20,7.76 17.76,10 15,10 L5,10 ' +
        'C2.24,10 0,7.76 0,5 L0,5 C0,2.24 2.24,0 5,0 Z red',
    ]);
  });

  it('takes percentages of both sides: 50% is an ellipse', () => {
    expect(draw(box([0, 0, 20, 10], { style: round(percent(50)) }))).toEqual([
      'fill M10,0 L10,0 C15.52,0 20,2.24 20,5 L20,5 C20,7.76 15.52,10 10,10 L10,10 ' +
        'C4.48,10 0,7.76 0,5 L0,5 C0,2.24 4.48,0 10,0 Z red',
    ]);
  });

  it('makes inner corners square where the border is wider than the curve', () => {
    const style: Overrides = { ...all('solid'), borderTopLeftRadius: { x: pt(2), y: pt(2) } };
    const [ring] = draw(box([0, 0, 20, 20], { style, border: 4 }));
    expect(ring).toContain('M4,4 L16,4 L16,16 L4,16 Z evenodd');
  });

  it('dashes a round border as one line without a seam', () => {
    const five = { x: pt(5), y: pt(5) };
    const style: Overrides = { ...all('dashed'), borderTopLeftRadius: five };
    const items = draw(box([0, 0, 20, 20], { style, border: 2 }));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatch(/^stroke M5,1 .* Z 2pt red dash/);
  });
});

describe('pictures', () => {
  const picture = vector('<svg viewBox="0 0 10 10"><rect width="10" height="10"/></svg>');
  const bitmap = {
    kind: 'bitmap',
    path: 'a.jpg',
    format: 'jpeg',
    widthPx: 10,
    heightPx: 10,
    bytes: new Uint8Array(),
  } as const;

  it('are cut at the content edge where object-fit runs over it', () => {
    const objectRect = { x: -5, y: 1, width: 30, height: 8 };
    const made = box([10, 0, 20, 10], { border: 1, picture: { picture: bitmap, objectRect } });
    expect(draw(made)).toEqual(['group clip rect 11,1 18×8', '  picture "a.jpg" rect 5,1 30×8']);
  });

  it('are cut at round corners', () => {
    const style: Overrides = { borderTopLeftRadius: { x: pt(5), y: pt(5) } };
    const objectRect = { x: 0, y: 0, width: 20, height: 10 };
    const [group, item] = draw(
      box([0, 0, 20, 10], { style, picture: { picture: bitmap, objectRect } }),
    );
    expect(group).toMatch(/^group clip M5,0 /);
    expect(item).toBe('  picture "a.jpg" rect 0,0 20×10');
  });

  it('are drawn as vectors where they are', () => {
    const objectRect = { x: 2, y: 2, width: 5, height: 5 };
    const made = box([0, 0, 9, 9], { picture: { picture, objectRect } });
    expect(draw(made)).toEqual(['fill rect 2,2 5×5 device-cmyk(0% 0% 0% 100%)']);
  });
});
