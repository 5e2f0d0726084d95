/**
 * Why the lines of a paragraph end where they do: the search is run again, once for each line with
 * its break forbidden, and the best that is left is the runner-up. Far too slow for every build;
 * meant for one paragraph that somebody asks about.
 */
import { type BreakPoint, breakPoints } from './break-points.ts';
import { type Fitness, lineCost, neighbourDemerits } from './demerits.ts';
import { chooseBreaks, withIndent } from './paragraph.ts';
import { type ParagraphText, paragraphText } from './paragraph-text.ts';
import type { LineShape, LineSource, ParagraphStyle } from './types.ts';

/** Where a line ends. */
export type BreakKind = 'space' | 'joint' | 'syllable' | 'hyphen' | 'address' | 'end';

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

function kindOf(point: BreakPoint): BreakKind {
  if (point.forced) return 'end';
  if (point.inAddress) return 'address';
  if (point.added !== '') return point.isJoint ? 'joint' : 'syllable';
  return point.hyphenated ? 'hyphen' : 'space';
}

interface Costed {
  readonly from: BreakPoint;
  readonly to: BreakPoint;
  readonly demerits: number;
  readonly ratio: number;
  readonly fitness: Fitness;
  readonly overfull: boolean;
}

/** What each line of a way through the breaks costs. */
function costsOf(
  points: readonly BreakPoint[],
  chosen: readonly number[],
  style: ParagraphStyle,
  shape: LineShape,
): readonly Costed[] {
  let before: { fitness: Fitness; hyphensInRow: number } = { fitness: 1, hyphensInRow: 0 };
  return chosen.slice(1).flatMap((index, line): Costed[] => {
    const from = points[chosen[line] ?? -1];
    const to = points[index];
    if (!from || !to) return [];
    const cost = lineCost(from, to, shape(line), style);
    const demerits = cost.demerits + neighbourDemerits(before, cost.fitness, to, style);
    before = {
      fitness: to.forced ? 1 : cost.fitness,
      hyphensInRow: to.hyphenated ? before.hyphensInRow + 1 : 0,
    };
    return [{ ...cost, from, to, demerits }];
  });
}

const sumOf = (lines: readonly Costed[]) => lines.reduce((sum, { demerits }) => sum + demerits, 0);

function textOf({ text }: ParagraphText, { from, to }: Costed): string {
  const words = text.slice(from.start, to.end).replaceAll(/[\u00ad\u200b]/g, '');
  return words + to.added.replace('\u2010', '-');
}

const lastWords = (text: string) => text.split(' ').slice(-3).join(' ');

/** The lines of a paragraph as `breakParagraph` sets them, each with its cost and its runner-up. */
export function explainLines({ items, style, shape }: LineSource): readonly ExplainedLine[] {
  const paragraph = paragraphText(items);
  const points = breakPoints(paragraph, style);
  const room = withIndent(shape, style.indentPt);
  const chosen = chooseBreaks(points, style, room);
  const lines = costsOf(points, chosen, style, room);
  const total = sumOf(lines);
  return lines.map((line, index): ExplainedLine => {
    const { to, ratio, fitness, overfull, demerits } = line;
    const own = { ratio, fitness, overfull, demerits, ends: kindOf(to) };
    const text = textOf(paragraph, line);
    if (to.forced) return { ...own, text, runnerUp: null };
    const others = points.filter((point) => point !== to);
    const way = costsOf(others, chooseBreaks(others, style, room), style, room);
    const instead = way[index];
    const more = Math.max(0, sumOf(way) - total);
    const runnerUp = instead && { text: lastWords(textOf(paragraph, instead)), more };
    return { ...own, text, runnerUp: runnerUp ?? null };
  });
}
