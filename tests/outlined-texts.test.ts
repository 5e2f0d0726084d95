import { expect, it } from 'vitest';
import { rectPath } from '../src/base/index.ts';
import type { PrintColor } from '../src/color/index.ts';
import type { FillItem, GroupItem, Letters } from '../src/display/index.ts';
import { outlinedTexts } from '../src/outlined-texts.ts';
import { inksOf } from '../src/preflight/index.ts';
import { cmyk, rect } from './display/support.ts';

const black = cmyk(0, 0, 0, 1);

const letters = (color: PrintColor, more: Partial<Letters> = {}): FillItem<PrintColor> => ({
  kind: 'fill',
  letters: { text: 'Havn', sizePt: 9, isEdge: false, ...more },
  path: rectPath(rect(10, 20, 30, 8)),
  rule: 'nonzero',
  paint: { kind: 'solid', color },
});

const group = (
  item: FillItem<PrintColor>,
  more: Partial<GroupItem<PrintColor>>,
): GroupItem<PrintColor> => ({
  kind: 'group',
  items: [item],
  transform: [1, 0, 0, 1, 0, 0],
  clip: null,
  opacity: 1,
  blend: 'normal',
  ...more,
});

it('tells sizes and places after transforms and clips', () => {
  const clip = rectPath(rect(0, 0, 20, 100));
  const quarter = group(letters(black), { transform: [0.25, 0, 0, 0.25, 5, 5], clip });
  expect(outlinedTexts([quarter])).toMatchObject([
    { text: 'Havn', sizePt: 2.25, rect: { x: 7.5, y: 10, width: 2.5, height: 2 } },
  ]);
});

it('tells the inks of a colour, not of a gradient', () => {
  const spot = {
    space: 'spot',
    name: 'PANTONE 286 C',
    tint: 0.5,
    alternate: black,
    alpha: 1,
  } as const;
  const stops = [
    { offset: 0, color: black },
    { offset: 1, color: cmyk(1, 0, 0, 0) },
  ];
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 9, y: 0 },
  ];
  const gradient = { ...letters(black), paint: { kind: 'linear', from, to, stops } as const };
  const inks = outlinedTexts([letters(cmyk(0.1, 0.2, 0.3, 1)), letters(spot), gradient]).map(
    ({ color }) => inksOf(color),
  );
  expect(inks).toEqual([
    { c: 0.1, m: 0.2, y: 0.3, k: 1, spots: new Map() },
    { c: 0, m: 0, y: 0, k: 0, spots: new Map([['PANTONE 286 C', 0.5]]) },
    null,
  ]);
});

it('leaves out what nobody sees, art, and edges of letters that are filled', () => {
  const { letters: _, ...art } = letters(black);
  const items = [
    art,
    letters(cmyk(0, 0, 0, 1, 0)),
    letters(black, { isEdge: true }),
    group(letters(black), { opacity: 0 }),
    group(letters(black), { clip: rectPath(rect(50, 50, 9, 9)) }),
  ];
  expect(outlinedTexts(items)).toEqual([]);
});
