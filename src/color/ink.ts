/**
 * How much ink a colour lays down, and which plates it touches.
 * Limits are those of the house rules: `production.md` names them in percent, here they are 0–1.
 */
import type { CmykColor, PrintColor } from './color.ts';

/** Components this close are the same: half a step of 8-bit ink. */
const inkTolerance = 1 / 510;

/** The process inks of a colour; a spot gives those of its fallback at its tint. */
export function processInks(color: PrintColor): CmykColor {
  if (color.space === 'cmyk') return color;
  const { alternate, tint, alpha } = color;
  return {
    space: 'cmyk',
    c: alternate.c * tint,
    m: alternate.m * tint,
    y: alternate.y * tint,
    k: alternate.k * tint,
    alpha,
  };
}

/** Sum of all inks on one spot: 0–4 for process colours (3.3 is 330 %), the tint for a spot. */
export function totalInk(color: PrintColor): number {
  return color.space === 'spot' ? color.tint : color.c + color.m + color.y + color.k;
}

/** The same in percent, as a printing condition states its limit. */
export function totalInkPercent(color: PrintColor): number {
  return totalInk(color) * 100;
}

/** No ink at all: paper. */
export function isWhite(color: PrintColor): boolean {
  return totalInk(color) < inkTolerance;
}

/** C0 M0 Y0 K100, the only black of small text and thin lines. */
export function isPureBlack(color: PrintColor): boolean {
  return isBlackOnly(color) && processInks(color).k > 1 - inkTolerance;
}

/** Black ink only, at any tint above nothing. */
export function isBlackOnly(color: PrintColor): boolean {
  if (color.space === 'spot') return false;
  return color.c + color.m + color.y < inkTolerance && color.k >= inkTolerance;
}

/** Names of the plates that a colour prints on, in printing order: `Black`, `Cyan` …, or the spot. */
export function platesOf(color: PrintColor): readonly string[] {
  if (color.space === 'spot') return color.tint < inkTolerance ? [] : [color.name];
  const plates: readonly (readonly [string, number])[] = [
    ['Cyan', color.c],
    ['Magenta', color.m],
    ['Yellow', color.y],
    ['Black', color.k],
  ];
  return plates.filter(([, amount]) => amount >= inkTolerance).map(([name]) => name);
}
