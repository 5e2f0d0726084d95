/** Limits of the house rules: text under 12 pt and lines under 2 pt in black ink alone. */
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../src/base/index.ts';
import {
  isFillOverprinted,
  isStrokeOverprinted,
  isTextOverprinted,
} from '../../src/paint/pdf/overprint.ts';
import { black, cmyk, fill, rect } from './support.ts';

const plain: Matrix = [1, 0, 0, 1, 0, 0];
const twice: Matrix = [2, 0, 0, 2, 0, 0];

describe('text', () => {
  it.each([
    ['black, small', black, 11.99, plain, true],
    ['black, 12 pt', black, 12, plain, false],
    ['black, enlarged to 12 pt', black, 6, twice, false],
    ['a tint of black', cmyk(0, 0, 0, 0.9), 9, plain, false],
    ['rich black', cmyk(0.5, 0.4, 0.4, 1), 9, plain, false],
    ['white', cmyk(0, 0, 0, 0), 9, plain, false],
    ['black, half transparent', cmyk(0, 0, 0, 1, 0.5), 9, plain, false],
    ['sRGB black', { space: 'srgb', r: 0, g: 0, b: 0, alpha: 1 } as const, 9, plain, false],
    [
      'a spot named Black',
      { space: 'spot', name: 'Black', tint: 1, alternate: black, alpha: 1 } as const,
      9,
      plain,
      false,
    ],
  ])('in %s', (_, color, size, ctm, expected) => {
    expect(isTextOverprinted(color, size, ctm)).toBe(expected);
  });
});

describe('lines', () => {
  it.each([
    [1.99, plain, true],
    [2, plain, false],
    [1, twice, false],
  ])('of %d pt', (width, ctm, expected) => {
    expect(isStrokeOverprinted(black, width, ctm)).toBe(expected);
  });
});

describe('filled areas', () => {
  const frame = (width: number) => ({
    ...fill([...rect(0, 0, 50, 50), ...rect(width, width, 50 - 2 * width, 50 - 2 * width)], black),
    rule: 'evenodd' as const,
  });
  it.each([
    ['a thin rectangle', fill(rect(0, 0, 100, 1), black), true],
    ['a box', fill(rect(0, 0, 100, 20), black), false],
    ['a thin frame', frame(0.5), true],
    ['a thick frame', frame(3), false],
    ['a thin rectangle in a tint', fill(rect(0, 0, 100, 1), cmyk(0, 0, 0, 0.5)), false],
  ])('%s', (_, item, expected) => {
    const color = item.paint.kind === 'solid' ? item.paint.color : black;
    expect(isFillOverprinted(color, item, plain)).toBe(expected);
  });
});
