/**
 * What `ex`, `ch`, `cap`, `ic` and the units of the page are, in pt (css-values-4 §6.1). Fonts and
 * pages are looked up when the first such unit is met, since few sheets have one.
 */
import { pointsPerPx, type Size } from '../base/index.ts';
import { type AskingUnit, fieldUnits } from './lengths.ts';
import type { ComputedStyle } from './properties/index.ts';

/** Measures of a font as shares of its size. */
export interface FontShares {
  readonly ex: number;
  readonly ch: number;
  readonly cap: number;
  readonly ic: number;
  /** The average width of its glyphs, and that of the box that any of them fits in. */
  readonly average: number;
  readonly widest: number;
}

/** css-values-4 §6.1.1: where a font does not say, or there is none. */
const usualShares: FontShares = { ex: 0.5, ch: 0.5, cap: 0.7, ic: 1, average: 0.5, widest: 0.5 };

type FontStyle = Pick<ComputedStyle, 'fontFamily' | 'fontSize' | 'fontWeight' | 'fontStyle'>;

export interface UnitMeasures {
  /** `root` is null for the root's own font size, which refers to the initial one. */
  unitPt(unit: AskingUnit, style: AskingStyle, root: FontStyle | null): number;
}

/** Units of containers follow the writing of the element that has them. */
type AskingStyle = FontStyle & Partial<Pick<ComputedStyle, 'writingMode'>>;

/** `shares` of the first font of a style; `area` is what is left of the first page by its margins. */
export function createUnitMeasures(
  shares: (style: FontStyle) => FontShares | null,
  area: () => Size,
): UnitMeasures {
  const inFont = (unit: keyof FontShares, style: FontStyle): number =>
    (shares(style) ?? usualShares)[unit] * style.fontSize;
  // Browsers round both to whole px, the average letter never down.
  const inWholePx = (unit: 'average' | 'widest', style: FontStyle): number =>
    Math.round(inFont(unit, style) / pointsPerPx) * pointsPerPx;
  const letter = (style: FontStyle): number =>
    Math.max(inFont('average', style), inWholePx('average', style));
  return {
    unitPt: (unit, style, root) => {
      switch (unit) {
        case 'vw':
        case 'cqw':
        case 'cqi':
          return area().width / 100;
        case 'vh':
        case 'cqh':
        case 'cqb':
          return area().height / 100;
        case 'vmin':
        case 'cqmin':
          return Math.min(area().width, area().height) / 100;
        case 'vmax':
        case 'cqmax':
          return Math.max(area().width, area().height) / 100;
        case 'rex':
          return inFont('ex', root ?? style);
        case 'rch':
          return inFont('ch', root ?? style);
        case 'rcap':
          return inFont('cap', root ?? style);
        case 'ric':
          return inFont('ic', root ?? style);
        case fieldUnits.letter:
          return letter(style);
        case fieldUnits.spare:
          return Math.max(0, inWholePx('widest', style) - letter(style));
        default:
          return inFont(unit, style);
      }
    },
  };
}

/** Without fonts and pages: what initial values and anonymous boxes are computed with. */
export const usualMeasures: UnitMeasures = createUnitMeasures(
  () => null,
  () => ({ width: 0, height: 0 }),
);
