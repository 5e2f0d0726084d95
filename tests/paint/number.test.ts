import { describe, expect, it } from 'vitest';
import { formatLength, formatNumber, formatShare } from '../../src/paint/pdf/number.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [-0.00001, '0'],
    [1, '1'],
    [0.5, '.5'],
    [-0.5, '-.5'],
    [8.503937, '8.5039'],
    [1e-7, '0'],
    [123456.7, '123456.7'],
    [100, '100'],
    [0.99999, '1'],
  ])('%d is written %s', (value, expected) => {
    expect(formatLength(value)).toBe(expected);
  });

  it('keep the decimals asked for', () => {
    expect(formatNumber(0.000012, 6)).toBe('.000012');
    expect(formatNumber(12.34, 1)).toBe('12.3');
  });

  it('of inks stay between 0 and 1', () => {
    expect([formatShare(-0.1), formatShare(1.2), formatShare(0.25)]).toEqual(['0', '1', '.25']);
  });
});
