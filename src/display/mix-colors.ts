/** Colours between two colours. Inks mix with inks, light with light; nothing is converted. */
import type { AuthorColor } from '../color/index.ts';

/** The colour `share` (0–1) of the way from one to the other; the nearer one across spaces. */
export function mixColors(one: AuthorColor, other: AuthorColor, share: number): AuthorColor {
  const between = (a: number, b: number) => a + (b - a) * share;
  const alpha = between(one.alpha, other.alpha);
  if (one.space === 'cmyk' && other.space === 'cmyk')
    return {
      space: 'cmyk',
      c: between(one.c, other.c),
      m: between(one.m, other.m),
      y: between(one.y, other.y),
      k: between(one.k, other.k),
      alpha,
    };
  if (one.space === 'srgb' && other.space === 'srgb')
    return {
      space: 'srgb',
      r: between(one.r, other.r),
      g: between(one.g, other.g),
      b: between(one.b, other.b),
      alpha,
    };
  if (one.space === 'spot' && other.space === 'spot' && one.name === other.name)
    return { ...one, tint: between(one.tint, other.tint), alpha };
  return share < 0.5 ? one : other;
}

/** A colour with its opacity multiplied. */
export function fade<C extends AuthorColor>(color: C, opacity: number): C {
  return opacity === 1 ? color : { ...color, alpha: color.alpha * opacity };
}
