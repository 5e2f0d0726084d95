/**
 * Why the lines of a paragraph end where they do: the search is run again, once for each line with
 * its break forbidden, and the best that is left is the runner-up. Far too slow for every build;
 * meant for one paragraph that somebody asks about.
 */
import { type BreakPoints, hasTrait, selectBreakPoints, trait } from './break-points.ts';
import { type Fitness, lineCost, neighbourDemerits } from './demerits.ts';
import { chooseAmong, chooseBreaks } from './paragraph.ts';
import { type ParagraphText, paragraphText } from './paragraph-text.ts';
import type { LineShape, LineSource, ParagraphStyle } from './types.ts';

/** Where a line ends. */
export type BreakKind = 'space' | 'joint' | 'syllable' | 'hyphen' | 'address' | 'emergency' | 'end';

export interface ExplainedLine {
  readonly text: string;
  /** Knuth & Plass's r: 1 = all that may be stretched is; beyond that, gaps. */
  readonly ratio: number;
  readonly fitness: Fitness;
  readonly overfull: boolean;
  readonly ends: BreakKind;
  /** What the line costs with its neighbour before. */
  readonly demerits: number;
  /** The next best paragraph in which no line ends here; null where there is none. */
  readonly runnerUp: {
    /** The last words of its line with the same number. */
    readonly text: string;
    /** What the whole paragraph would cost more; 0: less, were this search to choose by cost alone. */
    readonly more: number;
  } | null;
}

function kindOf(points: BreakPoints, index: number): BreakKind {
  const is = (which: number) => hasTrait(points, index, which);
  if (is(trait.forced)) return 'end';
  if (is(trait.address)) return 'address';
  if (is(trait.emergency)) return 'emergency';
  if (is(trait.divides)) return is(trait.joint) ? 'joint' : 'syllable';
  return is(trait.hyphenated) ? 'hyphen' : 'space';
}

interface Costed {
  readonly from: number;
  readonly to: number;
  readonly demerits: number;
  readonly ratio: number;
  readonly fitness: Fitness;
  readonly overfull: boolean;
}

/** What each line of a way through the breaks costs. */
function costsOf(
  points: BreakPoints,
  chosen: readonly number[],
  style: ParagraphStyle,
  shape: LineShape,
): readonly Costed[] {
  let fitness: Fitness = 1;
  let hyphensInRow = 0;
  return chosen.slice(1).map((to, line): Costed => {
    const from = chosen[line] ?? 0;
    const traits = points.traits[to] ?? 0;
    const cost = lineCost(points, from, to, shape(line), style);
    const together = neighbourDemerits(fitness, hyphensInRow, cost.fitness, traits, style);
    const demerits = cost.demerits + together;
    fitness = traits & trait.forced ? 1 : cost.fitness;
    hyphensInRow = traits & trait.hyphenated ? hyphensInRow + 1 : 0;
    return { ...cost, from, to, demerits };
  });
}

const sumOf = (lines: readonly Costed[]) => lines.reduce((sum, { demerits }) => sum + demerits, 0);

function textOf({ text }: ParagraphText, points: BreakPoints, { from, to }: Costed): string {
  const words = text.slice(points.start[from], points.end[to]).replaceAll(/[\u00ad\u200b]/g, '');
  return words + (points.added[to] ?? '').replace('\u2010', '-');
}

const lastWords = (text: string) => text.split(' ').slice(-3).join(' ');

/** The lines of a paragraph as `breakParagraph` sets them, each with its cost and its runner-up. */
export function explainLines({ items, style, shape }: LineSource): readonly ExplainedLine[] {
  const paragraph = paragraphText(items);
  const { points, chosen } = chooseAmong(paragraph, style, shape);
  const lines = costsOf(points, chosen, style, shape);
  const total = sumOf(lines);
  const all = Array.from({ length: points.count }, (_, index) => index);
  return lines.map((line, index): ExplainedLine => {
    const { to, ratio, fitness, overfull, demerits } = line;
    const own = { ratio, fitness, overfull, demerits, ends: kindOf(points, to) };
    const text = textOf(paragraph, points, line);
    if (hasTrait(points, to, trait.forced)) return { ...own, text, runnerUp: null };
    const others = selectBreakPoints(
      points,
      all.filter((point) => point !== to),
    );
    const way = costsOf(others, chooseBreaks(others, style, shape), style, shape);
    const instead = way[index];
    const more = Math.max(0, sumOf(way) - total);
    const runnerUp = instead && { text: lastWords(textOf(paragraph, others, instead)), more };
    return { ...own, text, runnerUp: runnerUp ?? null };
  });
}
