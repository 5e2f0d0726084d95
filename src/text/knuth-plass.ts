/**
 * Total fit: the breaks that make the whole paragraph cheapest (Knuth & Plass 1981, p. 1156 ff.).
 * Breaks are taken in order; for each, the cheapest way to it is kept for every state that can
 * still matter: the line it ends, its fitness, the hyphens in a row. Nothing is tried within
 * tolerances first: every line that fits is a candidate, so there is always a result, and it is the
 * optimum. A line that does not fit is a candidate only where nothing shorter could be taken.
 */
import { type BreakPoint, naturalWidth } from './break-points.ts';
import {
  costs,
  type Fitness,
  lineCost,
  neighbourDemerits,
  spacesBetween,
  tolerancePt,
} from './demerits.ts';
import type { LineWidth, ParagraphStyle } from './types.ts';

interface Node {
  /** Index of the break point. */
  readonly index: number;
  readonly point: BreakPoint;
  /** Number of the line that begins here. */
  readonly line: number;
  readonly fitness: Fitness;
  readonly hyphensInRow: number;
  readonly demerits: number;
  readonly previous: Node | null;
  /** Some line from here fitted its measure. */
  hasFitted: boolean;
}

/** Lines beyond this one are taken to have its width: no frame has more. */
const furthestLine = 2_000;

/** The first line from which all have one width; lines after it need not be told apart. */
function firstUniformLine(lineWidth: LineWidth, lineCount: number): number {
  const furthest = Math.min(lineCount, furthestLine);
  const width = lineWidth(furthest);
  let line = furthest;
  while (line > 0 && Math.abs(lineWidth(line - 1) - width) < tolerancePt) line--;
  return line;
}

/** The narrowest a line to `to` can be; it only grows with later breaks. */
function leastWidth(from: BreakPoint, to: BreakPoint, style: ParagraphStyle): number {
  const shrinkable = style.align === 'justify' ? spacesBetween(from, to) : 0;
  const natural = naturalWidth(from, to) - Math.max(0, to.endChange);
  return natural - shrinkable * Math.max(0, 1 - style.wordSpace.min);
}

/** The candidates of one break, at most one for each state. */
class Candidates {
  readonly #best = new Map<number, Node>();
  readonly #uniformFrom: number;

  constructor(uniformFrom: number) {
    this.#uniformFrom = uniformFrom;
  }

  add(node: Node): void {
    const line = Math.min(node.line, this.#uniformFrom);
    const state = (line * 8 + Math.min(node.hyphensInRow, 7)) * 4 + node.fitness;
    const known = this.#best.get(state);
    if (!known || node.demerits < known.demerits) this.#best.set(state, node);
  }

  /** Without those that another can never do worse than, whatever lines follow. */
  survivors(): readonly Node[] {
    const nodes = [...this.#best.values()];
    const isBeaten = (node: Node) =>
      nodes.some(
        (other) =>
          other !== node &&
          Math.min(other.line, this.#uniformFrom) === Math.min(node.line, this.#uniformFrom) &&
          other.hyphensInRow <= node.hyphensInRow &&
          other.demerits + costs.uneven < node.demerits,
      );
    return nodes.length < 2 ? nodes : nodes.filter((node) => !isBeaten(node));
  }
}

function extend(
  from: Node,
  index: number,
  to: BreakPoint,
  cost: ReturnType<typeof lineCost>,
  style: ParagraphStyle,
): Node {
  const neighbours = neighbourDemerits(from, { fitness: cost.fitness, to }, style);
  return {
    index,
    point: to,
    line: from.line + 1,
    // A new paragraph begins after a forced break: what came before does not matter to it.
    fitness: to.forced ? 1 : cost.fitness,
    hyphensInRow: to.hyphenated ? from.hyphensInRow + 1 : 0,
    demerits: from.demerits + cost.demerits + neighbours,
    previous: from,
    hasFitted: false,
  };
}

/** Indices of the chosen break points, the paragraph's start first and its end last. */
export function totalFit(
  points: readonly BreakPoint[],
  style: ParagraphStyle,
  lineWidth: LineWidth,
): readonly number[] {
  const [start] = points;
  if (!start) return [];
  const uniformFrom = firstUniformLine(lineWidth, points.length);
  const widths: number[] = [];
  for (let line = 0; line <= uniformFrom; line++) widths.push(lineWidth(line));
  const widthOf = (line: number) => widths[Math.min(line, uniformFrom)] ?? 0;
  let active: Node[] = [
    {
      index: 0,
      point: start,
      line: 0,
      fitness: 1,
      hyphensInRow: 0,
      demerits: 0,
      previous: null,
      hasFitted: false,
    },
  ];
  for (let index = 1; index < points.length; index++) {
    const to = points[index];
    if (!to) break;
    const candidates = new Candidates(uniformFrom);
    const remaining: Node[] = [];
    for (const node of active) {
      const width = widthOf(node.line);
      const cost = lineCost(node.point, to, width, style);
      if (!cost.overfull) node.hasFitted = true;
      if (!cost.overfull || !node.hasFitted) candidates.add(extend(node, index, to, cost, style));
      if (!to.forced && leastWidth(node.point, to, style) <= width + tolerancePt)
        remaining.push(node);
    }
    active = [...remaining, ...candidates.survivors()];
  }
  const best = active.reduce((a, b) => (b.demerits < a.demerits ? b : a));
  const chosen: number[] = [];
  for (let node: Node | null = best; node; node = node.previous) chosen.push(node.index);
  return chosen.reverse();
}
