/** Colours as a designer writes them, for messages, reports and tests. */
import type { AuthorColor, CmykColor, SrgbColor } from '../color/index.ts';
import { numberText } from './number-text.ts';

function percent(component: number): string {
  return `${numberText(component * 100, 1)}%`;
}

function alphaText(alpha: number): string {
  return alpha === 1 ? '' : ` / ${numberText(alpha, 3)}`;
}

/** `device-cmyk(80% 70% 0% 20%)`, in percent with at most one decimal (css-color-5 §9). */
export function cmykText({ c, m, y, k, alpha }: CmykColor): string {
  return `device-cmyk(${[c, m, y, k].map(percent).join(' ')}${alphaText(alpha)})`;
}

/** `#cc0033`, or `rgb(204 0 51 / 0.5)` where the colour is not opaque. */
export function srgbText({ r, g, b, alpha }: SrgbColor): string {
  const bytes = [r, g, b].map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255));
  if (alpha !== 1) return `rgb(${bytes.join(' ')}${alphaText(alpha)})`;
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Any colour as CSS would write it; a spot ink as `"name" 80%`. */
export function colorText(color: AuthorColor): string {
  switch (color.space) {
    case 'cmyk':
      return cmykText(color);
    case 'srgb':
      return srgbText(color);
    case 'spot':
      return `"${color.name}" ${percent(color.tint)}${alphaText(color.alpha)}`;
  }
}

/** A colour rounded to whole percent of ink, as a designer would give it. */
export function roundInk({ c, m, y, k, alpha }: CmykColor): CmykColor {
  const round = (component: number) => Math.round(component * 100) / 100;
  return { space: 'cmyk', c: round(c), m: round(m), y: round(y), k: round(k), alpha };
}
