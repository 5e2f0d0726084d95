/**
 * Inks against what the job orders: each spot is a plate that somebody pays for, and all rich
 * blacks of a job are one recipe, or two blacks stand side by side in print.
 */
import type { Context, Span } from '../base/index.ts';
import { type CmykColor, isBlackOnly, namesOfOneInk, type PrintColor } from '../color/index.ts';
import type { FindColorDeclaration } from './color-declarations.ts';
import { cmykText } from './color-text.ts';
import type { DisplayList } from './item.ts';
import { type ColorUse, colorsOf } from './map-colors.ts';
import type { Place } from './problems.ts';
import { oneInkTwice, richBlacks, spotNotOrdered, spotNotUsed } from './problems-inks.ts';

export interface OrderedInks {
  readonly spots: readonly string[];
  /** Where the job names its spots. */
  readonly span?: Span | undefined;
  readonly declarationOf: FindColorDeclaration;
}

/** As dark as black ink alone, or darker: more of it than a shade of brown or blue has. */
const blackest = 0.95;
/** Less of the coloured inks is a warm or cold black that nobody compares. */
const leastSupport = 0.1;

function isRichBlack(color: PrintColor): color is CmykColor {
  if (color.space !== 'cmyk' || isBlackOnly(color)) return false;
  return color.k >= blackest && Math.max(color.c, color.m, color.y) >= leastSupport;
}

function placeOf(
  color: PrintColor,
  { page, item }: ColorUse<PrintColor>,
  { declarationOf }: OrderedInks,
): Place {
  const declared = declarationOf(color);
  return { page, span: declared ?? item.span, shownAt: declared ? item.span : undefined };
}

/** Spots as the pages use them, with the first place of each. */
function checkSpots(
  used: ReadonlyMap<string, Place>,
  { spots: ordered, span }: OrderedInks,
  { report }: Pick<Context, 'report'>,
): void {
  const groups = namesOfOneInk([...ordered, ...used.keys()]);
  for (const names of groups) {
    const place = names.map((name) => used.get(name)).findLast((found) => found !== undefined);
    const isOrdered = names.every((name) => ordered.includes(name));
    report(oneInkTwice(names, isOrdered ? 'warning' : 'error', place ?? { page: '', span }));
  }
  const told = new Set(groups.flat());
  for (const [name, place] of used)
    if (!ordered.includes(name) && !told.has(name)) report(spotNotOrdered(name, ordered, place));
  for (const name of ordered)
    if (!used.has(name) && !told.has(name)) report(spotNotUsed(name, { page: '', span }));
}

/**
 * Reports `display/spot-not-ordered` (error) and `display/spot-not-used` (warning) against the
 * job's `spots`, instead of both `display/spot-names` where several names mean one ink (an error
 * unless the job orders them all), and `display/rich-blacks` (warning) where there is more than one
 * recipe.
 */
export function checkInks(
  list: DisplayList<PrintColor>,
  ordered: OrderedInks,
  context: Pick<Context, 'report'>,
): void {
  const spots = new Map<string, Place>();
  const blacks = new Map<string, Place>();
  for (const use of colorsOf(list)) {
    const { color } = use;
    if (color.alpha === 0) continue;
    if (color.space === 'spot' && !spots.has(color.name))
      spots.set(color.name, placeOf(color, use, ordered));
    if (isRichBlack(color)) {
      const recipe = cmykText({ ...color, alpha: 1 });
      if (!blacks.has(recipe)) blacks.set(recipe, placeOf(color, use, ordered));
    }
  }
  checkSpots(spots, ordered, context);
  const [first, second] = blacks.values();
  if (first && second) context.report(richBlacks([...blacks.keys()], first, second));
}
