/** Colours of the screen in all their spellings; the figures are those of css-color-4 and browsers. */
import { describe, expect, it } from 'vitest';
import { colorSpaces, fromXyz, type Triple, toXyz } from '../../src/style/color-spaces.ts';
import { styleOf } from './support.ts';

/** `r g b a`, 0–255 rounded to whole numbers, of `color`. */
function rgbOf(value: string, before = ''): string {
  const { style, messages } = styleOf(`${before}; color: ${value}`);
  expect(messages).toEqual([]);
  const { color } = style;
  if (color.space === 'cmyk') {
    const inks = [color.c, color.m, color.y, color.k].map((ink) => Math.round(ink * 1000) / 10);
    return `cmyk ${inks.join(' ')} ${color.alpha}`;
  }
  if (color.space !== 'srgb') return color.space;
  const [r, g, b] = [color.r, color.g, color.b].map((part) => Math.round(part * 255));
  return `${r} ${g} ${b} ${Math.round(color.alpha * 1000) / 1000}`;
}

describe('functions', () => {
  it.each<[string, string]>([
    ['hwb(120 0% 49.8039%)', '0 128 0 1'],
    ['hwb(0 60% 60%)', '128 128 128 1'],
    ['lab(46.2775% -47.5621 48.5837)', '0 128 0 1'],
    ['lab(46.2775 -38.05% 38.867%)', '0 128 0 1'],
    ['lch(46.2775% 67.9892 134.3912)', '0 128 0 1'],
    ['oklab(51.975% -0.1403 0.10768)', '0 128 0 1'],
    ['oklch(51.975% 0.17686 142.495)', '0 128 0 1'],
    ['oklch(0.51975 44.215% 142.495deg / 50%)', '0 128 0 0.5'],
    ['color(srgb 0 0.50196 0)', '0 128 0 1'],
    ['color(srgb-linear 0 0.21586 0)', '0 128 0 1'],
    ['color(display-p3 0.21604 0.49418 0.13151)', '0 128 0 1'],
    ['color(xyz 0.07719 0.15438 0.02573)', '0 128 0 1'],
    ['color(xyz-d50 0.08314 0.154747 0.020952)', '0 128 0 1'],
    ['color(srgb 100% none 0 / 0.25)', '255 0 0 0.25'],
    ['lab(100% 0 0)', '255 255 255 1'],
    ['lch(0% 0 0)', '0 0 0 1'],
    ['light-dark(red, blue)', '255 0 0 1'],
    ['CanvasText', '0 0 0 1'],
    ['hsl(none 100% 50%)', '255 0 0 1'],
    ['rgb(none 128 0)', '0 128 0 1'],
  ])('%s → %s', (value, expected) => {
    expect(rgbOf(value)).toBe(expected);
  });

  it('what the screen cannot show keeps its lightness and hue', () => {
    expect(rgbOf('color(display-p3 0 1 0)')).toMatch(/^0 2[45]\d \d+ 1$/);
    expect(rgbOf('oklch(70% 0.4 30)')).toMatch(/^2\d\d \d+ \d+ 1$/);
  });
});

describe('spaces', () => {
  const samples: readonly Triple[] = [
    [0.2, 0.4, 0.6],
    [0.9, 0.1, 0.3],
    [0.02, 0.01, 0.005],
  ];
  it.each(colorSpaces)('%s is undone by its way back', (space) => {
    for (const sample of samples) {
      const xyz = toXyz('srgb', sample);
      const back = fromXyz('srgb', toXyz(space, fromXyz(space, xyz)));
      expect(back).toEqual(sample.map((value) => expect.closeTo(value, 6)));
    }
  });
});

describe('color-mix()', () => {
  it.each<[string, string]>([
    ['color-mix(in srgb, red, blue)', '128 0 128 1'],
    ['color-mix(in srgb, red 25%, blue)', '64 0 191 1'],
    ['color-mix(in srgb, 25% red, blue 75%)', '64 0 191 1'],
    ['color-mix(in srgb, red 20%, blue 20%)', '128 0 128 0.4'],
    ['color-mix(in srgb, red 150%, blue)', ''],
    ['color-mix(in srgb-linear, red, lime)', '188 188 0 1'],
    ['color-mix(in hsl, red, blue)', '255 0 255 1'],
    ['color-mix(in hsl longer hue, red, blue)', '0 255 0 1'],
    ['color-mix(in hsl, white, blue)', '159 159 223 1'],
    ['color-mix(in srgb, red, transparent)', '255 0 0 0.5'],
    ['color-mix(in srgb, rgb(255 0 0 / 0.5), blue 50%)', '85 0 170 0.75'],
    [
      'color-mix(in device-cmyk, device-cmyk(0 1 1 0), device-cmyk(1 0 0 0.5))',
      'cmyk 50 50 50 25 1',
    ],
    ['color-mix(in srgb, device-cmyk(0 1 1 0) 40%, transparent)', 'cmyk 0 100 100 0 0.4'],
  ])('%s → %s', (value, expected) => {
    if (expected === '') expect(styleOf(`color: ${value}`).messages).toHaveLength(1);
    else expect(rgbOf(value)).toBe(expected);
  });

  it('with `currentcolor` waits for the element', () => {
    const { style, messages } = styleOf(
      'color: red; border-top: 1px solid color-mix(in srgb, currentcolor, blue)',
    );
    expect(messages).toEqual([]);
    expect(style.borderTopColor).toEqual({ space: 'srgb', r: 0.5, g: 0, b: 0.5, alpha: 1 });
  });
});

describe('relative colours', () => {
  it.each<[string, string]>([
    ['rgb(from #336699 r g 0)', '51 102 0 1'],
    ['rgb(from #336699 calc(r * 2) g b / 50%)', '102 102 153 0.5'],
    ['rgb(from rgb(10 20 30 / 0.4) b g r)', '30 20 10 0.4'],
    ['hsl(from red h s calc(l - 20))', '153 0 0 1'],
    ['hsl(from red calc(h + 120) s l)', '0 255 0 1'],
    ['oklch(from green l 0 h)', '105 105 105 1'],
    ['color(from red srgb g r b)', '0 255 0 1'],
    ['rgb(from red r g b / calc(alpha / 2))', '255 0 0 0.5'],
  ])('%s → %s', (value, expected) => {
    expect(rgbOf(value)).toBe(expected);
  });
});
