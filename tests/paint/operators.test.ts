import { describe, expect, it } from 'vitest';
import { invert, type Matrix, transformPoint } from '../../src/base/index.ts';
import {
  matrixOnPage,
  pathOperators,
  pointOnPage,
  rectOfPath,
  scaleOf,
} from '../../src/paint/pdf/operators.ts';
import { rect } from './support.ts';

/** Trim's top left 10 from the left, 110 from the bottom. */
const space = { left: 10, top: 110 };

describe('the page turned upside up', () => {
  it('has the trim’s top left where the space says', () => {
    expect(pointOnPage(space, { x: 0, y: 0 })).toEqual({ x: 10, y: 110 });
    expect(pointOnPage(space, { x: 3, y: 4 })).toEqual({ x: 13, y: 106 });
  });

  it.each<[string, Matrix]>([
    ['nothing', [1, 0, 0, 1, 0, 0]],
    ['a shift', [1, 0, 0, 1, 7, -3]],
    ['a turn', [0, 1, -1, 0, 5, 6]],
    ['a skew', [1, 0.2, 0.3, 2, 1, 1]],
  ])('turns %s with it', (_, matrix) => {
    const point = { x: 4, y: 9 };
    const turned = transformPoint(matrixOnPage(space, matrix), pointOnPage(space, point));
    const expected = pointOnPage(space, transformPoint(matrix, point));
    expect(turned.x).toBeCloseTo(expected.x, 9);
    expect(turned.y).toBeCloseTo(expected.y, 9);
  });
});

describe('outlines', () => {
  it('that are rectangles are written as such', () => {
    expect(pathOperators(space, rect(0, 0, 20, 30))).toBe('10 80 20 30 re');
  });

  it('that share an edge meet after rounding', () => {
    const third = 100 / 3;
    const [left = '', right = ''] = [
      pathOperators(space, rect(0, 0, third, 10)),
      pathOperators(space, rect(third, 0, third, 10)),
    ];
    const [x = 0, , width = 0] = left.split(' ').map(Number);
    expect(x + width).toBeCloseTo(Number(right.split(' ')[0]), 9);
  });

  it('of any other shape are written step by step', () => {
    const path = [
      { kind: 'move', x: 0, y: 0 },
      { kind: 'line', x: 10, y: 5 },
      { kind: 'cubic', x1: 1, y1: 2, x2: 3, y2: 4, x: 5, y: 6 },
      { kind: 'close' },
    ] as const;
    expect(pathOperators(space, path)).toBe('10 110 m\n20 105 l\n11 108 13 106 15 104 c\nh');
    expect(rectOfPath(path)).toBeNull();
  });
});

describe('matrices', () => {
  it('know how much they enlarge', () => {
    expect(scaleOf([0, 2, -2, 0, 5, 5])).toBe(2);
    expect(scaleOf([4, 0, 0, 1, 0, 0])).toBe(2);
  });

  it('that flatten have no inverse', () => {
    expect(invert([1, 2, 2, 4, 0, 0])).toBeNull();
    expect(invert([2, 0, 0, 4, 6, 8])).toEqual([0.5, -0, -0, 0.25, -3, -2]);
  });
});
