/**
 * Balanced lines for headings (css-text-4 §6.4.2, `text-wrap: balance`): as few lines as the text
 * needs, and those as even as they can be, broken by sense where that costs little evenness.
 * Hyphens only where a line would not fit otherwise.
 */
import {
  type BreakPoints,
  hasTrait,
  naturalWidth,
  selectBreakPoints,
  trait,
} from './break-points.ts';
import { tolerancePt } from './demerits.ts';
import { firstFit } from './first-fit.ts';
import type { LineShape } from './types.ts';
import { ending } from './weak-endings.ts';

/** Longer paragraphs are no headings and are set by total fit. */
export const mostBalancedLines = 24;

/** In units of the squared empty share of a line, times 1000: 40 is a fifth of the measure. */
const endingCosts: Readonly<Record<number, number>> = {
  [ending.number]: 160,
  [ending.name]: 120,
  [ending.weak]: 60,
  [ending.plain]: 0,
  [ending.sense]: -8,
};

/** A word is divided. */
const addedHyphenCost = 1_000;

/** Words that should stay together are parted. */
const partedCost = 2_000;

interface Step {
  readonly cost: number;
  readonly from: number;
}

/** Cheapest cost of ending line `line` at each break, given the costs for the line before. */
function nextRow(
  points: BreakPoints,
  row: readonly (Step | undefined)[],
  width: number,
  endings: readonly number[],
): readonly (Step | undefined)[] {
  const next: (Step | undefined)[] = new Array(points.count).fill(undefined);
  row.forEach((step, from) => {
    if (!step) return;
    for (let to = from + 1; to < points.count; to++) {
      const natural = naturalWidth(points, from, to);
      if (natural <= width + tolerancePt) {
        const share = (width - natural) / Math.max(width, 1);
        const cost = step.cost + 1000 * share ** 2 + (endings[to] ?? 0);
        if (cost < (next[to]?.cost ?? Number.POSITIVE_INFINITY)) next[to] = { cost, from };
      } else if (natural - Math.max(0, points.endChange[to] ?? 0) > width + tolerancePt) break;
      if (hasTrait(points, to, trait.forced)) break;
    }
  });
  return next;
}

/** Break points of exactly `lineCount` lines that all fit, evenest; `null` where there are none. */
function evenest(
  points: BreakPoints,
  lineCount: number,
  shape: LineShape,
  endings: readonly number[],
): readonly number[] | null {
  const rows: (readonly (Step | undefined)[])[] = [[{ cost: 0, from: -1 }]];
  for (let line = 0; line < lineCount; line++)
    rows.push(nextRow(points, rows[line] ?? [], shape(line).widthPt, endings));
  const chosen: number[] = [];
  let index = points.count - 1;
  for (let line = lineCount; line >= 0; line--) {
    const step = rows[line]?.[index];
    if (!step) return null;
    chosen.push(index);
    index = step.from;
  }
  return chosen.reverse();
}

function isOverfull(points: BreakPoints, chosen: readonly number[], shape: LineShape) {
  return chosen
    .slice(1)
    .some(
      (to, line) => naturalWidth(points, chosen[line] ?? 0, to) > shape(line).widthPt + tolerancePt,
    );
}

function endingCost(points: BreakPoints, index: number): number {
  const hyphen = hasTrait(points, index, trait.divides)
    ? addedHyphenCost
    : ((points.penalty[index] ?? 0) / 10) ** 2;
  const parted = hasTrait(points, index, trait.parts) ? partedCost : 0;
  return (endingCosts[points.ending[index] ?? 0] ?? 0) + hyphen + parted;
}

/**
 * Indices of the chosen break points, or `null` where the text has too many lines, or a line that
 * cannot fit: then first fit's lines are as good as any.
 */
export function balanced(points: BreakPoints, shape: LineShape): readonly number[] | null {
  const all = Array.from({ length: points.count }, (_, index) => index);
  const undivided = all.filter((index) => !hasTrait(points, index, trait.divides));
  const whole = selectBreakPoints(points, undivided);
  const useWhole = !isOverfull(whole, firstFit(whole, 0, shape), shape);
  const [usable, indices] = useWhole ? [whole, undivided] : [points, all];
  const greedy = firstFit(usable, Number.POSITIVE_INFINITY, shape);
  if (greedy.length - 1 > mostBalancedLines || isOverfull(usable, greedy, shape)) return null;
  const endings = indices.map((index) => endingCost(points, index));
  const chosen = evenest(usable, greedy.length - 1, shape, endings);
  return chosen?.map((index) => indices[index] ?? 0) ?? null;
}
