/** Lengths that wait: for what percentages refer to, for the font, for the page. */
import { describe, expect, it } from 'vitest';
import { resolveLength } from '../../src/style/index.ts';
import { squareFont } from '../support/square-font.ts';
import { element, style, styleOf } from './support.ts';

describe('calculations with percentages', () => {
  it.each<[string, number, number]>([
    ['min(50%, 20pt)', 100, 20],
    ['min(50%, 20pt)', 30, 15],
    ['max(50%, 20pt)', 30, 20],
    ['clamp(10pt, 50%, 20pt)', 10, 10],
    ['clamp(10pt, 50%, 20pt)', 30, 15],
    ['clamp(10pt, 50%, 20pt)', 100, 20],
    ['calc(min(50%, 20pt) * 2 + 1pt)', 30, 31],
    ['calc(min(50%, 20pt) - max(10%, 1pt))', 30, 12],
    ['round(up, 50%, 4pt)', 30, 16],
    ['max(0pt, 100% - 40pt)', 30, 0],
  ])('%s of %d pt is %d pt', (value, base, expected) => {
    const { style: computed, messages } = styleOf(`width: ${value}`);
    expect(messages).toEqual([]);
    expect(typeof computed.width).toBe('object');
    if (typeof computed.width === 'object')
      expect(resolveLength(computed.width, base)).toBeCloseTo(expected, 9);
  });
});

describe('units of the font', () => {
  const files = { 'templates/t/square.ttf': squareFont() };
  const face = '@font-face { font-family: Square; src: url(square.ttf) }';
  const p = element('p');
  const root = element('html', p);
  const widthIn = (css: string) => {
    const styled = style(`${face} html { font: 20pt Square } ${css}`, root, { files });
    expect(styled.findings).toEqual([]);
    return styled.styleOf(p).width;
  };

  it.each<[string, number]>([
    ['p { font-size: 10pt; width: 3ch }', 30],
    ['p { font-size: 10pt; width: 3rch }', 60],
    ['p { font: 10pt serif; width: 3ch }', 15],
    ['p { font-size: 0.5ch; width: 1em }', 10],
    ['p { font-size: 10pt; width: 10cap }', 70],
    ['p { font-size: 10pt; width: 10ex }', 50],
  ])('%s → %d pt', (css, pt) => {
    expect(widthIn(css)).toEqual({ pt: expect.closeTo(pt, 9), percent: 0 });
  });

  it('are the usual shares where the file is missing', () => {
    const styled = style(`${face} p { font: 10pt Square; width: 3ch }`, root);
    expect(styled.styleOf(p).width).toEqual({ pt: 15, percent: 0 });
  });
});

describe('units of the page', () => {
  const p = element('p');
  const root = element('html', p);
  const widthOn = (css: string) => style(`${css} p { width: 50vw; height: 50vh }`, root).styleOf(p);

  it('are shares of what the first page has within its margins', () => {
    const { width, height } = widthOn('@page { size: 100pt 200pt; margin: 10pt 20pt }');
    expect(width).toEqual({ pt: 30, percent: 0 });
    expect(height).toEqual({ pt: 90, percent: 0 });
  });

  it('know that the first page may be another', () => {
    const css = '@page { size: 100pt 200pt; margin: 10pt } @page :first { margin: 5% 10% }';
    expect(widthOn(css).width).toEqual({ pt: 40, percent: 0 });
  });

  it('in `@page` itself are shares of the page', () => {
    const page = { size: { width: 100, height: 50 }, isGiven: true };
    const styled = style('@page { margin: 10vw } p { width: 100vw }', root, { page });
    expect(styled.styleOf(p).width).toEqual({ pt: 80, percent: 0 });
    expect(styled.pageStyleOf('').style.marginTop).toEqual({ pt: 10, percent: 0 });
  });
});
