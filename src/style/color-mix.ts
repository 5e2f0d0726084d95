/**
 * `color-mix()` (css-color-5 §3). Screen colours are mixed in the space that is named; inks only
 * with inks, in `device-cmyk`, so that no plate gets what nobody asked for.
 */
import type { AuthorColor, CmykColor, SrgbColor } from '../color/index.ts';
import { type ColorSpace, fromSrgb, hueIndex, type Triple, toSrgbInGamut } from './color-spaces.ts';

export type HueMethod = 'shorter' | 'longer' | 'increasing' | 'decreasing';

export interface MixMethod {
  readonly space: ColorSpace | 'device-cmyk';
  readonly hue: HueMethod;
}

/** How much of each, together at most 1; what is missing to 1 is transparent (§3.2). */
export interface MixShares {
  readonly first: number;
  readonly second: number;
}

/** §3.2: one share gives the other; shares of more than 1 are scaled down. Undefined for 0 and 0. */
export function sharesOf(
  first: number | undefined,
  second: number | undefined,
): MixShares | undefined {
  const one = first ?? (second === undefined ? 0.5 : 1 - second);
  const other = second ?? 1 - one;
  const sum = one + other;
  if (sum <= 0) return undefined;
  return sum > 1 ? { first: one / sum, second: other / sum } : { first: one, second: other };
}

/** css-color-4 §12.4: hues on the way that is asked for. */
function fixHues(from: number, to: number, method: HueMethod): number {
  const turn = (((to - from) % 360) + 360) % 360;
  switch (method) {
    case 'shorter':
      return from + (turn > 180 ? turn - 360 : turn);
    case 'longer':
      return from + (turn === 0 ? 360 : turn > 180 ? turn : turn - 360);
    case 'increasing':
      return from + turn;
    case 'decreasing':
      return from + (turn === 0 ? 0 : turn - 360);
  }
}

/** Mixed with alpha already multiplied in, as css-color-4 §12.3 asks. */
function blend(a: number, b: number, alphaA: number, alphaB: number, share: number): number {
  const alpha = alphaA * (1 - share) + alphaB * share;
  return alpha === 0 ? 0 : (a * alphaA * (1 - share) + b * alphaB * share) / alpha;
}

function mixScreen(
  a: SrgbColor,
  b: SrgbColor,
  share: number,
  space: ColorSpace,
  method: HueMethod,
): Omit<SrgbColor, 'alpha'> {
  const of = ({ r, g, b: blue }: SrgbColor): Triple => fromSrgb(space, [r, g, blue]);
  const [from, to] = [of(a), of(b)];
  const hue = hueIndex[space];
  const mixed = from.map((value, index) => {
    const other = to[index] ?? 0;
    if (index !== hue) return blend(value, other, a.alpha, b.alpha, share);
    // A gray has no hue of its own, and takes the other's.
    const [start, end] = huesOf(from, to, hue, space);
    return start + (fixHues(start, end, method) - start) * share;
  });
  const [x = 0, y = 0, z = 0] = mixed;
  const [r, g, blue] = toSrgbInGamut(space, [x, y, z]);
  return { space: 'srgb', r, g, b: blue };
}

function huesOf(
  from: Triple,
  to: Triple,
  hue: number,
  space: ColorSpace,
): readonly [number, number] {
  const start = from[hue] ?? 0;
  const end = to[hue] ?? 0;
  // Saturation or chroma is the second component; of HWB, whiteness and blackness fill a gray.
  const isGray = ([, second, third]: Triple) =>
    space === 'hwb' ? second + third >= 1 - 1e-4 : Math.abs(second) < 1e-4;
  if (isGray(from)) return [end, end];
  return isGray(to) ? [start, start] : [start, end];
}

function mixInks(a: CmykColor, b: CmykColor, share: number): Omit<CmykColor, 'alpha'> {
  const part = (ink: 'c' | 'm' | 'y' | 'k') => blend(a[ink], b[ink], a.alpha, b.alpha, share);
  return { space: 'cmyk', c: part('c'), m: part('m'), y: part('y'), k: part('k') };
}

/** The mixture; undefined for inks mixed with light, or in another space than their own. */
export function mixColors(
  a: AuthorColor,
  b: AuthorColor,
  { first, second }: MixShares,
  { space, hue }: MixMethod,
): AuthorColor | undefined {
  const sum = first + second;
  const share = second / sum;
  const alpha = (a.alpha * (1 - share) + b.alpha * share) * sum;
  if (b.alpha === 0) return { ...a, alpha };
  if (a.alpha === 0) return { ...b, alpha };
  if (a.space === 'srgb' && b.space === 'srgb' && space !== 'device-cmyk')
    return { ...mixScreen(a, b, share, space, hue), alpha };
  if (a.space === 'cmyk' && b.space === 'cmyk' && space === 'device-cmyk')
    return { ...mixInks(a, b, share), alpha };
  return undefined;
}
