/**
 * Colours as the author gave them to the inks of a press, or to a screen. One value, one answer:
 * a colour converts the same wherever it stands, so text and tint of one value match.
 *
 * Neutral sRGB (r = g = b) becomes black ink alone, on text, lines and areas alike: a gray of four
 * inks turns coloured when the press drifts, and small text of four inks misregisters. Black and
 * white are exact in both spaces and pass in silence; every other sRGB colour is reported once.
 */
import type { Context } from '../base/index.ts';
import {
  type AuthorColor,
  type CmykColor,
  type PrintColor,
  processInks,
  type ScreenColor,
  type SrgbColor,
  totalInk,
} from '../color/index.ts';
import type { FindColorDeclaration } from './color-declarations.ts';
import type { DisplayList } from './item.ts';
import { type ColorUse, colorsOf, mapColors } from './map-colors.ts';
import { type InkLimit, type Place, rgbInPrint, tooMuchInk } from './problems.ts';

/** A printing condition, as far as flat colours need it: `ColorConversion` of `color` is one. */
export interface PrintCondition {
  /** sRGB components 0–1 to the condition's inks. */
  convertSrgb(r: number, g: number, b: number): CmykColor;
}

export interface PrintOptions {
  /** True: sRGB is a warning, not an error (trial prints, `render`). */
  readonly forgiving: boolean;
  /** The condition's limit for the sum of inks; 3 is 300 %. More is an error. */
  readonly inkLimit: number;
  /** Where a colour was declared, so that findings point there; see `createColorFinder`. */
  readonly declarationOf?: FindColorDeclaration;
}

/** What most coated conditions take; above `safeInk` a colour is warned of. */
export const printDefaults: PrintOptions = { forgiving: false, inkLimit: 3 };

/** House limit for flat colours: dries and folds without setting off on any coated stock. */
export const safeInk = 2.8;

/** Rounding of a converted component: a byte's worth of difference is nobody's intention. */
const neutralTolerance = 0.5 / 255;

function isNeutral({ r, g, b }: SrgbColor): boolean {
  return Math.max(r, g, b) - Math.min(r, g, b) <= neutralTolerance;
}

function isBlackOrWhite(color: SrgbColor): boolean {
  return isNeutral(color) && (color.r <= neutralTolerance || color.r >= 1 - neutralTolerance);
}

function clamp(component: number): number {
  return Math.min(1, Math.max(0, component));
}

/** An sRGB colour in the inks of the condition; neutral colours in black alone. */
function separateSrgb(color: SrgbColor, condition: PrintCondition): CmykColor {
  const { alpha } = color;
  if (isNeutral(color)) return { space: 'cmyk', c: 0, m: 0, y: 0, k: 1 - clamp(color.g), alpha };
  const inks = condition.convertSrgb(clamp(color.r), clamp(color.g), clamp(color.b));
  return { ...inks, alpha };
}

/** A text that is the same for equal colours, alpha apart. */
function keyOf(color: AuthorColor): string {
  switch (color.space) {
    case 'cmyk':
      return `${color.c},${color.m},${color.y},${color.k}`;
    case 'srgb':
      return `#${color.r},${color.g},${color.b}`;
    case 'spot':
      return `${color.name}\u0000${color.tint},${color.step ?? ''},${keyOf(color.alternate)}`;
  }
}

/**
 * `convert` asked once for each value, alpha carried over. `first` is called the first time a
 * value is met, with the use it is met in.
 */
function once<A extends AuthorColor, B extends AuthorColor>(
  convert: (color: A) => B,
  first: (color: A, converted: B, use: ColorUse<A>) => void = () => {},
): (color: A, use: ColorUse<A>) => B {
  const known = new Map<string, B>();
  return (color, use) => {
    const key = keyOf(color);
    let converted = known.get(key);
    if (!converted) {
      converted = convert(color);
      // Ink that nobody sees is no reason to stop a job, so it waits for a visible use.
      if (color.alpha > 0) {
        known.set(key, converted);
        first(color, converted, use);
      }
    }
    const alpha = converted.alpha === 0 ? 0 : color.alpha;
    return converted.alpha === alpha ? converted : { ...converted, alpha };
  };
}

/**
 * True where the list has an sRGB colour that only the condition's profile can convert. Where it
 * has none, `toPrint` never asks the condition, so the colour engine need not be loaded.
 */
export function needsConversion(list: DisplayList<AuthorColor>): boolean {
  for (const { color } of colorsOf(list))
    if (color.space === 'srgb' && !isNeutral(color)) return true;
  return false;
}

/** True where only a condition's profile can tell how a colour looks: any ink besides black. */
export function needsProof(list: DisplayList<AuthorColor>): boolean {
  for (const { color } of colorsOf(list)) {
    if (color.space === 'spot') return true;
    if (color.space === 'cmyk' && color.c + color.m + color.y > 0) return true;
  }
  return false;
}

/**
 * The list in inks. Reports `display/rgb-in-print` once for each sRGB colour (with the converted
 * value as replacement) and `display/total-ink` once for each colour above `safeInk` (warning) or
 * `options.inkLimit` (error); both colours stay as they are.
 */
export function toPrint(
  list: DisplayList<AuthorColor>,
  condition: PrintCondition,
  options: PrintOptions,
  context: Pick<Context, 'report'>,
): DisplayList<PrintColor> {
  const separate = (color: AuthorColor): PrintColor =>
    color.space === 'srgb' ? separateSrgb(color, condition) : color;
  const check = (color: AuthorColor, print: PrintColor, use: ColorUse<AuthorColor>) => {
    const place = placeOf(color, use, options);
    if (color.space === 'srgb' && print.space === 'cmyk' && !isBlackOrWhite(color))
      context.report(rgbInPrint(color, print, options.forgiving ? 'warning' : 'error', place));
    const sum = totalInk(print);
    if (sum > safeInk + 1e-9) context.report(tooMuchInk(print, sum, limitOf(sum, options), place));
  };
  return mapColors(list, once(separate, check));
}

/** The declaration where it is known, with the item that shows the colour beside it. */
function placeOf(
  color: AuthorColor,
  { page, item }: ColorUse<AuthorColor>,
  { declarationOf }: PrintOptions,
): Place {
  const declared = declarationOf?.(color);
  return declared ? { page, span: declared, shownAt: item.span } : { page, span: item.span };
}

/** The limit that a sum of inks breaks, and how grave that is. */
function limitOf(sum: number, { inkLimit }: PrintOptions): InkLimit {
  if (sum > inkLimit + 1e-9) return { severity: 'error', limit: inkLimit };
  return { severity: 'warning', limit: safeInk };
}

/** How a condition's inks look on a screen: `ColorConversion` of `color` is one. */
export interface ProofCondition {
  proof(color: CmykColor): SrgbColor;
}

/** The list as a screen shows the printed sheet: inks through the profile, sRGB untouched. */
export function toScreen<C extends AuthorColor>(
  list: DisplayList<C>,
  condition: ProofCondition,
): DisplayList<ScreenColor> {
  const show = (color: C): SrgbColor => {
    const author: AuthorColor = color;
    if (author.space === 'srgb') return author;
    const shown = condition.proof(processInks(author));
    // Cutting lines and varnish are no print: a screen shows the product.
    return author.space === 'spot' && author.step ? { ...shown, alpha: 0 } : shown;
  };
  return mapColors(list, once<C, SrgbColor>(show));
}
