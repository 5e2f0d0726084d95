/** Levels by the rules of UAX 9, which the names of the cases cite. Upper-case letters are Hebrew. */
import { beforeAll, describe, expect, it } from 'vitest';
import { firstDirection, levelsOf, prepareBidi } from '../../src/text/index.ts';

beforeAll(() => prepareBidi());

const hebrew = (text: string) =>
  text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x41 + 0x5d0));

const levels = (text: string, base: 'ltr' | 'rtl' | 'auto') =>
  [...levelsOf(hebrew(text), base)].join('');

describe('levels', () => {
  it.each([
    ['I1: letters from right to left are one level up', 'a BC d', 'ltr', '001100'],
    ['I2: letters from left to right, where all runs the other way', 'A bc D', 'rtl', '112211'],
    ['W2: figures after Arabic letters are Arabic', '\u06391,2', 'ltr', '1222'],
    ['W4: a comma between figures is one of them', 'A1,2', 'ltr', '1222'],
    ['W5: so is a unit beside them', 'A 1%', 'rtl', '1122'],
    ['W6: a hyphen between a letter and a figure is none', 'A-1', 'rtl', '112'],
    ['W7: figures after Latin letters run as they do', 'a 1 B', 'rtl', '22211'],
    ['N0: brackets run with what is in them', 'a(B)c', 'ltr', '00100'],
    ['N0: or, being of the other direction there, with what is before', 'A(b)C', 'rtl', '11211'],
    ['N1: spaces between letters of one direction run with them', 'A B', 'ltr', '111'],
    ['N2: others run as the paragraph does', 'A b', 'ltr', '100'],
    ['P2 and P3: the first letter decides', '1 A b', 'auto', '21112'],
    ['X4: an override', '\u202eab\u202c', 'ltr', '0110'],
    [
      'X5a: an isolate is a sign of no direction to what is around it',
      'A\u2066b\u2069C',
      'rtl',
      '11211',
    ],
    ['L1: a tab is never turned', 'A\tB', 'ltr', '101'],
  ] as const)('%s', (_, text, base, expected) => {
    expect(levels(text, base).slice(0, expected.length)).toBe(expected);
  });

  it('an isolate goes on after a forced break, a paragraph does not', () => {
    expect(levels('\u2067a\nb\u2069\nc A', 'ltr')).toMatch(/^.2.2.+001$/);
    expect(levels('A 1\n1 a', 'ltr')).toBe('1120000');
  });
});

describe('the first direction', () => {
  it.each([
    ['12 «abc» A', 'ltr'],
    ['12 «A» abc', 'rtl'],
    ['\u0661 \u0627', 'rtl'],
    ['12 – 13', null],
  ])('of %j is %s', (text, expected) => {
    expect(firstDirection(hebrew(text))).toBe(expected);
  });
});
