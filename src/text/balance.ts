/**
 * Balanced lines for headings (css-text-4 §6.4.2, `text-wrap: balance`): as few lines as the text
 * needs, and those as even as they can be, broken by sense where that costs little evenness.
 * Hyphens only where a line would not fit otherwise.
 */
import { type BreakPoint, naturalWidth } from './break-points.ts';
import { tolerancePt } from './demerits.ts';
import { firstFit } from './first-fit.ts';
import type { LineShape } from './types.ts';

/** Longer paragraphs are no headings and are set by total fit. */
export const mostBalancedLines = 24;

/** In units of the squared empty share of a line, times 1000: 40 is a fifth of the measure. */
const endingCosts = { number: 160, name: 120, weak: 60, plain: 0, sense: -8 } as const;

/** Words that should stay together are parted. */
const partedCost = 2_000;

interface Step {
  readonly cost: number;
  readonly from: number;
}

/** Cheapest cost of ending line `line` at each break, given the costs for the line before. */
function nextRow(
  points: readonly BreakPoint[],
  row: readonly (Step | undefined)[],
  width: number,
  endings: readonly number[],
): readonly (Step | undefined)[] {
  const next: (Step | undefined)[] = new Array(points.length).fill(undefined);
  row.forEach((step, from) => {
    const start = points[from];
    if (!step || !start) return;
    for (let index = from + 1; index < points.length; index++) {
      const to = points[index];
      if (!to) break;
      const natural = naturalWidth(start, to);
      if (natural <= width + tolerancePt) {
        const share = (width - natural) / Math.max(width, 1);
        const cost = step.cost + 1000 * share ** 2 + (endings[index] ?? 0);
        if (cost < (next[index]?.cost ?? Number.POSITIVE_INFINITY)) next[index] = { cost, from };
      } else if (natural - Math.max(0, to.endChange) > width + tolerancePt) break;
      if (to.forced) break;
    }
  });
  return next;
}

/** Break points of exactly `lineCount` lines that all fit, evenest; `null` where there are none. */
function evenest(
  points: readonly BreakPoint[],
  lineCount: number,
  shape: LineShape,
  endings: readonly number[],
): readonly number[] | null {
  const rows: (readonly (Step | undefined)[])[] = [[{ cost: 0, from: -1 }]];
  for (let line = 0; line < lineCount; line++)
    rows.push(nextRow(points, rows[line] ?? [], shape(line).widthPt, endings));
  const chosen: number[] = [];
  let index = points.length - 1;
  for (let line = lineCount; line >= 0; line--) {
    const step = rows[line]?.[index];
    if (!step) return null;
    chosen.push(index);
    index = step.from;
  }
  return chosen.reverse();
}

function isOverfull(points: readonly BreakPoint[], chosen: readonly number[], shape: LineShape) {
  return chosen.slice(1).some((index, line) => {
    const from = points[chosen[line] ?? 0];
    const to = points[index];
    return from && to && naturalWidth(from, to) > shape(line).widthPt + tolerancePt;
  });
}

/**
 * Indices of the chosen break points, or `null` where the text has too many lines, or a line that
 * cannot fit: then first fit's lines are as good as any.
 */
export function balanced(
  points: readonly BreakPoint[],
  shape: LineShape,
): readonly number[] | null {
  const whole = points.filter(({ added }) => added === '');
  const useWhole = !isOverfull(whole, firstFit(whole, 0, shape), shape);
  const usable = useWhole ? whole : points;
  const greedy = firstFit(usable, Number.POSITIVE_INFINITY, shape);
  if (greedy.length - 1 > mostBalancedLines || isOverfull(usable, greedy, shape)) return null;
  const endings = usable.map((point) => {
    const hyphen = point.added === '' ? (point.penalty / 10) ** 2 : 1000;
    return endingCosts[point.ending] + hyphen + (point.avoided ? partedCost : 0);
  });
  const chosen = evenest(usable, greedy.length - 1, shape, endings);
  return chosen?.map((index) => points.indexOf(usable[index] as BreakPoint)) ?? null;
}
