/** SVG 2 §9.3: every command, absolute and relative, and data with faults. */
import { describe, expect, it } from 'vitest';
import { parsePathData } from '../../src/base/path-data.ts';
import { pathText } from '../../src/display/describe.ts';
import { pathBounds } from '../../src/display/outline.ts';

const read = (data: string) => pathText(parsePathData(data).path);

describe('commands', () => {
  it.each([
    ['M1 2L3 4', 'M1,2 L3,4'],
    ['m1,2 3,4 z', 'M1,2 L4,6 Z'],
    ['M0 0 10 0 10 10', 'M0,0 L10,0 L10,10'],
    ['M5 5h5v-5H0V0', 'M5,5 L10,5 L10,0 L0,0 L0,0'],
    ['M0 0C1 2 3 4 5 6', 'M0,0 C1,2 3,4 5,6'],
    ['M1 1c1 2 3 4 5 6', 'M1,1 C2,3 4,5 6,7'],
    ['M0 0C0 0 1 1 2 2S5 5 6 6', 'M0,0 C0,0 1,1 2,2 C3,3 5,5 6,6'],
    ['M0 0S5 5 6 6', 'M0,0 C0,0 5,5 6,6'],
    ['M0 0Q3 0 3 3', 'M0,0 C2,0 3,1 3,3'],
    ['M0 0Q3 0 3 3T6 6', 'M0,0 C2,0 3,1 3,3 C3,5 4,6 6,6'],
    ['M0 0t3 3', 'M0,0 C0,0 1,1 3,3'],
    ['M0 0L9 9Zl5 0', 'M0,0 L9,9 Z M0,0 L5,0'],
    ['M.5.5-1-1', 'M0.5,0.5 L-1,-1'],
    ['M1e1 2E-1', 'M10,0.2'],
    ['M0 0A5 5 0 0 1 10 0', 'M0,0 C0,-2.76 2.24,-5 5,-5 C7.76,-5 10,-2.76 10,0'],
    ['M0 0a5 5 0 0010 0', 'M0,0 C0,2.76 2.24,5 5,5 C7.76,5 10,2.76 10,0'],
    ['M0 0A0 5 0 0 1 10 0', 'M0,0 L10,0'],
    ['', ''],
  ])('%s', (data, expected) => {
    expect(read(data)).toBe(expected);
  });

  it('scales up an arc whose radii do not reach', () => {
    expect(pathBounds(parsePathData('M0 0A1 1 0 0 1 10 0').path)).toMatchObject({
      y: expect.closeTo(-5),
      height: expect.closeTo(5),
    });
  });

  it('turns an ellipse that is turned', () => {
    const bounds = pathBounds(parsePathData('M0 0A10 5 90 0 1 10 0').path);
    expect(bounds?.y).toBeCloseTo(-10);
  });
});

describe('faults', () => {
  it.each([
    ['L1 2', '', 0],
    ['M1 2 L3', 'M1,2', 7],
    ['M1 2 L3 4 X', 'M1,2 L3,4', 10],
    ['M0 0A5 5 0 2 1 10 0', 'M0,0', 11],
  ])('%s is drawn up to the fault', (data, expected, at) => {
    const { path, faultAt } = parsePathData(data);
    expect(pathText(path)).toBe(expected);
    expect(faultAt).toBe(at);
  });

  it('reads a megabyte of digits and spaces in a moment', () => {
    parsePathData(`M0 0L${'1'.repeat(1_000_000)}x`);
    parsePathData(`M0 0${' ,'.repeat(500_000)}x`);
  });
});
