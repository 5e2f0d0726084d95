/**
 * Which black overprints. Small black text and thin black lines are printed over what lies below,
 * so that no white flashes where the plates do not meet exactly; large black areas knock out, as
 * the colour below would show through a single ink. White and tints never overprint.
 */
import type { Matrix, Path } from '../../base/index.ts';
import { isPureBlack, isWhite } from '../../color/index.ts';
import type { FillItem, Overprint } from '../../display/index.ts';
import type { Color } from './colors.ts';
import { stepOf } from './layers.ts';
import { pathBounds, scaleOf } from './operators.ts';

/** Text below this size overprints (GWG 2022 R0009). */
const textLimitPt = 12;
/** Lines below this width overprint (GWG 2022 R0010). */
const lineLimitPt = 2;

/**
 * What the author asked for; null where the rules below decide. White is left out whatever is
 * asked: overprinted, it would vanish (GWG 2022 R0007).
 */
export function asAsked(overprint: Overprint | undefined, color: Color): boolean | null {
  // An instruction must not knock a hole into the print it stands on.
  if (stepOf(color)) return true;
  if (overprint === undefined || color.space === 'srgb') return null;
  return overprint === 'on' && !isWhite(color);
}

/**
 * A soft shadow in black alone darkens what it falls on. Knocking out, it would thin the colours
 * below it to gray, a spot ink among them.
 */
export function isShadeOverprinted(color: Color): boolean {
  return color.space === 'cmyk' && isPureBlack(color);
}

/** C0 M0 Y0 K100 as DeviceCMYK, opaque. A spot black is another plate. */
export function isOverprintingInk(color: Color): boolean {
  return color.space === 'cmyk' && color.alpha >= 1 && isPureBlack(color);
}

/** `ctm`: everything between the text and the paper, since the size on paper counts. */
export function isTextOverprinted(color: Color, sizePt: number, ctm: Matrix): boolean {
  return isOverprintingInk(color) && sizePt * scaleOf(ctm) < textLimitPt;
}

export function isStrokeOverprinted(color: Color, widthPt: number, ctm: Matrix): boolean {
  return isOverprintingInk(color) && widthPt * scaleOf(ctm) < lineLimitPt;
}

/** The outlines of a path, each from its own `move`. */
function outlinesOf(path: Path): readonly Path[] {
  const starts = path.flatMap(({ kind }, index) => (kind === 'move' ? [index] : []));
  return starts.map((start, index) => path.slice(start, starts[index + 1]));
}

/** Thickness of a filled area where it can count as a line; `Infinity` where it cannot. */
function lineThickness({ path, rule }: FillItem<Color>): number {
  const bounds = pathBounds(path);
  if (!bounds) return Number.POSITIVE_INFINITY;
  const thickness = Math.min(bounds.width, bounds.height);
  const [outer, inner, ...others] = outlinesOf(path).map(pathBounds);
  if (rule !== 'evenodd' || !outer || !inner || others.length > 0) return thickness;
  // A frame: as thick as its thickest side.
  const sides = [
    inner.x - outer.x,
    inner.y - outer.y,
    outer.x + outer.width - inner.x - inner.width,
    outer.y + outer.height - inner.y - inner.height,
  ];
  return Math.min(...sides) < 0 ? thickness : Math.min(thickness, Math.max(...sides));
}

/** A filled thin rectangle counts as a line, and so does a thin frame: borders are drawn so. */
export function isFillOverprinted(color: Color, item: FillItem<Color>, ctm: Matrix): boolean {
  return isOverprintingInk(color) && lineThickness(item) * scaleOf(ctm) < lineLimitPt;
}
