import { expect, test } from 'vitest';
import {
  type CmykColor,
  isBlackOnly,
  isPureBlack,
  isWhite,
  type PrintColor,
  platesOf,
  processInks,
  pureBlack,
  totalInk,
  totalInkPercent,
} from '../../src/color/index.ts';

function ink(c: number, m: number, y: number, k: number): CmykColor {
  return { space: 'cmyk', c, m, y, k, alpha: 1 };
}

const rich = ink(0.5, 0.4, 0.4, 1);
const spot: PrintColor = {
  space: 'spot',
  name: 'PANTONE 286 C',
  tint: 0.5,
  alternate: ink(1, 0.7, 0, 0),
  alpha: 1,
};

test.each([
  ['paper', ink(0, 0, 0, 0), 0, []],
  ['pure black', pureBlack, 1, ['Black']],
  ['rich black', rich, 2.3, ['Cyan', 'Magenta', 'Yellow', 'Black']],
  ['a spot at half tint', spot, 0.5, ['PANTONE 286 C']],
  ['a spot at no tint', { ...spot, tint: 0 }, 0, []],
] as const)('%s: ink and plates', (_, color, ink, plates) => {
  expect(totalInk(color)).toBeCloseTo(ink);
  expect(totalInkPercent(color)).toBeCloseTo(ink * 100);
  expect(platesOf(color)).toEqual(plates);
  expect(isWhite(color)).toBe(ink === 0);
});

test.each([
  ['K100', pureBlack, true, true],
  ['K50', ink(0, 0, 0, 0.5), true, false],
  ['rich black', rich, false, false],
  ['paper', ink(0, 0, 0, 0), false, false],
  ['a spot', spot, false, false],
] as const)('%s: black alone, pure black', (_, color, only, pure) => {
  expect([isBlackOnly(color), isPureBlack(color)]).toEqual([only, pure]);
});

test('a spot’s process inks are its fallback at its tint', () => {
  expect(processInks(spot)).toEqual(ink(0.5, 0.35, 0, 0));
});
