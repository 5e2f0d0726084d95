/** Which inks and colours a list uses, for the report. Pictures count as all four process inks. */
import { type PrintColor, platesOf, totalInkPercent } from '../color/index.ts';
import { colorText } from './color-text.ts';
import type { DisplayList, Paint } from './item.ts';
import { walkItems } from './walk.ts';

export interface ColorUsage {
  /** As CSS would write it, without alpha: `device-cmyk(0% 0% 0% 100%)`, `"PANTONE 286 C" 100%`. */
  readonly color: string;
  /** Sum of inks in percent. */
  readonly inkPercent: number;
  /** How many fills, strokes and runs of glyphs carry it. */
  readonly uses: number;
  /** Names of the pages it stands on, in page order. */
  readonly pages: readonly string[];
}

export interface InkReport {
  /** `Cyan`, `Magenta`, `Yellow`, `Black`, then spot inks by first use. */
  readonly inks: readonly string[];
  /** Every colour, by first use. */
  readonly colors: readonly ColorUsage[];
  /** Highest sum of inks of a flat colour, in percent. Pictures are not in it. */
  readonly maxInkPercent: number;
}

/** In printing order, as `platesOf` names them. */
const processPlates: readonly string[] = ['Cyan', 'Magenta', 'Yellow', 'Black'];

function colorsOf(paint: Paint<PrintColor>): readonly PrintColor[] {
  return paint.kind === 'solid' ? [paint.color] : paint.stops.map(({ color }) => color);
}

function percentOf(color: PrintColor): number {
  return Math.round(totalInkPercent(color) * 10) / 10;
}

/** Inks and colours of what is painted. Wholly transparent colours are not counted. */
export function measureInks(list: DisplayList<PrintColor>): InkReport {
  const inks = new Set<string>();
  const usages = new Map<string, { inkPercent: number; uses: number; pages: Set<string> }>();
  const count = (color: PrintColor, page: string) => {
    if (color.alpha === 0) return;
    for (const ink of platesOf(color)) inks.add(ink);
    const name = colorText({ ...color, alpha: 1 });
    const usage = usages.get(name) ?? { inkPercent: percentOf(color), uses: 0, pages: new Set() };
    usage.uses += 1;
    usage.pages.add(page);
    usages.set(name, usage);
  };
  for (const page of list)
    walkItems(page.items, ({ item }) => {
      if (item.kind === 'fill' || item.kind === 'stroke')
        for (const color of colorsOf(item.paint)) count(color, page.name);
      else if (item.kind === 'glyphs' || item.kind === 'shade') count(item.color, page.name);
      else if (item.kind === 'picture') for (const ink of processPlates) inks.add(ink);
    });
  const spots = [...inks].filter((ink) => !processPlates.includes(ink));
  const colors = [...usages].map(([color, { inkPercent, uses, pages }]) => ({
    color,
    inkPercent,
    uses,
    pages: [...pages],
  }));
  return {
    inks: [...processPlates.filter((ink) => inks.has(ink)), ...spots],
    colors,
    maxInkPercent: colors.reduce((most, { inkPercent }) => Math.max(most, inkPercent), 0),
  };
}
