/**
 * `groove`, `ridge`, `inset` and `outset` (css-backgrounds-3 §3.2): a relief lit from the top left,
 * in two shades of the border's colour. The standard leaves the shades open: light is shaded as
 * browsers do it, ink by adding black or taking ink away, a spot by its tint.
 */
import { type AuthorColor, isPureBlack } from '../color/index.ts';
import type { BorderSide, BorderSides, SideName } from './borders.ts';

/** How much of the full scale a shade is away from the colour. */
const step = 0.33;

function scaleSrgb(color: Extract<AuthorColor, { space: 'srgb' }>, factor: number): AuthorColor {
  const part = (value: number) => Math.min(1, value * factor);
  return { ...color, r: part(color.r), g: part(color.g), b: part(color.b) };
}

function grayOf(color: Extract<AuthorColor, { space: 'srgb' }>, value: number): AuthorColor {
  return { ...color, r: value, g: value, b: value };
}

/** The side that lies in the shadow. */
function darkOf(color: AuthorColor): AuthorColor {
  if (color.space === 'spot') return color;
  if (color.space === 'cmyk')
    return isPureBlack(color)
      ? { ...color, k: 1 - step }
      : { ...color, k: color.k + (1 - color.k) * step };
  const most = Math.max(color.r, color.g, color.b);
  if (most === 0) return grayOf(color, step);
  return scaleSrgb(color, Math.max(0, (most - step) / most));
}

/** The side that the light falls on. */
function lightOf(color: AuthorColor): AuthorColor {
  if (color.space === 'spot') return { ...color, tint: color.tint * (1 - step) };
  if (color.space === 'cmyk') {
    const part = (ink: number) => ink * (isPureBlack(color) ? step : 1 - step);
    return { ...color, c: part(color.c), m: part(color.m), y: part(color.y), k: part(color.k) };
  }
  const most = Math.max(color.r, color.g, color.b);
  if (most === 0) return grayOf(color, 2 * step);
  return scaleSrgb(color, Math.min(1, most + step) / most);
}

const sunken = { inset: true, groove: true, outset: false, ridge: false } as const;

type Relief = keyof typeof sunken;

function isRelief(style: BorderSide['style']): style is Relief {
  return style in sunken;
}

export function hasRelief(sides: BorderSides): boolean {
  return Object.values(sides).some(({ style, width }) => width > 0 && isRelief(style));
}

/** True where the two halves of a side are shaded apart. */
export function isInHalves({ style }: BorderSide): boolean {
  return style === 'groove' || style === 'ridge';
}

function shadedSide(name: SideName, side: BorderSide, isInner: boolean): BorderSide {
  const { style, color } = side;
  if (!isRelief(style)) return side;
  const isTurned = isInner && isInHalves(side);
  const isLit = sunken[style] === (name === 'bottom' || name === 'right');
  return { ...side, style: 'solid', color: isLit !== isTurned ? lightOf(color) : darkOf(color) };
}

/** The sides as solid lines in their shades; of the inner half where there are two. */
export function shadeSides(sides: BorderSides, isInner: boolean, share: number): BorderSides {
  const shade = (name: SideName): BorderSide => {
    const side = shadedSide(name, sides[name], isInner);
    return { ...side, width: side.width * share };
  };
  return {
    top: shade('top'),
    right: shade('right'),
    bottom: shade('bottom'),
    left: shade('left'),
  };
}
