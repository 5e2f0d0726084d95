/**
 * Total fit: the breaks that make the whole paragraph cheapest (Knuth & Plass 1981, p. 1156 ff.).
 * Breaks are taken in order; for each, the cheapest way to it is kept for every state that can
 * still matter: the line it ends, its fitness, the hyphens in a row. Nothing is tried within
 * tolerances first: every line that fits is a candidate, so there is always a result, and it is the
 * optimum. A line that does not fit is a candidate only where nothing shorter could be taken.
 */
import type { BreakPoint } from './break-points.ts';
import {
  adjustmentRatio,
  alignmentAt,
  costs,
  endDemerits,
  type Fitness,
  fitnessOf,
  hyphenPlaceDemerits,
  justifiedDemerits,
  neighbourDemerits,
  overfullDemerits,
  raggedDemerits,
  runtDemerits,
  tolerancePt,
} from './demerits.ts';
import type { LineRoom, LineShape, ParagraphStyle } from './types.ts';

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
  /** What is taken from a break's running widths for a line that begins here. */
  readonly widthOrigin: number;
  /** Some line from here fitted its measure. */
  hasFitted: boolean;
}

/** Lines beyond this one are taken to have its width: no frame has more. */
const furthestLine = 2_000;

function isAlike(one: LineRoom | undefined, other: LineRoom | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    Math.abs(one.widthPt - other.widthPt) < tolerancePt &&
    one.endsColumn === other.endsColumn
  );
}

/** Rooms up to the first line from which all are alike; lines after it need not be told apart. */
function roomsOf(shape: LineShape, lineCount: number): readonly LineRoom[] {
  const rooms: LineRoom[] = [];
  for (let line = 0; line <= Math.min(lineCount, furthestLine); line++) rooms.push(shape(line));
  while (rooms.length > 1 && isAlike(rooms.at(-1), rooms.at(-2))) rooms.pop();
  return rooms;
}

/** The candidates of one break, at most one for each state. */
class Candidates {
  /** States and nodes side by side: there are few, and they are looked through faster than hashed. */
  readonly #states: number[] = [];
  readonly #nodes: Node[] = [];
  readonly #uniformFrom: number;
  /** The cheapest way so far that ends a line, by the line's number. */
  readonly #leastOfLine: number[] = [];

  constructor(uniformFrom: number) {
    this.#uniformFrom = uniformFrom;
  }

  /** For the next break: a book has half a million of them. */
  clear(): void {
    this.#states.length = 0;
    this.#nodes.length = 0;
    this.#leastOfLine.length = 0;
  }

  /**
   * True for a way that costs so much more than another to the same break that no lines after it
   * could make up for it. Hyphens in a row count on, so ways that end with one are all kept.
   */
  isHopeless(line: number, demerits: number, to: BreakPoint): boolean {
    const least = this.#leastOfLine[Math.min(line, this.#uniformFrom)];
    return !to.hyphenated && least !== undefined && demerits > least + costs.uneven;
  }

  /** Adds the way over `from` unless a cheaper one is in the same state. */
  add(from: Node, index: number, to: BreakPoint, fitness: Fitness, demerits: number): void {
    const line = from.line + 1;
    const uniform = Math.min(line, this.#uniformFrom);
    if (demerits < (this.#leastOfLine[uniform] ?? Number.POSITIVE_INFINITY))
      this.#leastOfLine[uniform] = demerits;
    const hyphensInRow = to.hyphenated ? from.hyphensInRow + 1 : 0;
    const state = (uniform * 8 + Math.min(hyphensInRow, 7)) * 4 + fitness;
    const place = this.#states.indexOf(state);
    if (place !== -1 && demerits >= (this.#nodes[place]?.demerits ?? 0)) return;
    const node = nodeAt(index, to, { line, fitness, hyphensInRow, demerits, previous: from });
    if (place === -1) {
      this.#states.push(state);
      this.#nodes.push(node);
    } else this.#nodes[place] = node;
  }

  /** Adds to `active` those that no other must always do better than, whatever lines follow. */
  moveSurvivors(active: Node[]): void {
    for (const node of this.#nodes) if (!this.#isBeaten(node)) active.push(node);
  }

  #isBeaten(node: Node): boolean {
    const uniform = Math.min(node.line, this.#uniformFrom);
    for (const other of this.#nodes)
      if (
        other !== node &&
        Math.min(other.line, this.#uniformFrom) === uniform &&
        other.hyphensInRow <= node.hyphensInRow &&
        other.demerits + costs.uneven < node.demerits
      )
        return true;
    return false;
  }
}

type NodeState = Pick<Node, 'line' | 'fitness' | 'hyphensInRow' | 'demerits' | 'previous'>;

function nodeAt(index: number, point: BreakPoint, state: NodeState): Node {
  const { line, fitness, hyphensInRow, demerits, previous } = state;
  const widthOrigin = point.widthAfter - point.startChange;
  return {
    index,
    point,
    line,
    fitness,
    hyphensInRow,
    demerits,
    previous,
    widthOrigin,
    hasFitted: false,
  };
}

/** What does not change from break to break. */
interface Search {
  readonly style: ParagraphStyle;
  readonly rooms: readonly LineRoom[];
  /** The most that any line is narrower for hanging over the edge. */
  readonly mostHanging: number;
  readonly candidates: Candidates;
  /** Nodes from which later breaks can be reached, in order. */
  readonly active: Node[];
}

/** Takes the next break: leaves active what later ones can be reached from, this one included. */
function advance(
  { style, rooms, mostHanging, candidates, active }: Search,
  index: number,
  to: BreakPoint,
): void {
  const lastRoom = rooms.length - 1;
  candidates.clear();
  let kept = 0;
  const isJustified = alignmentAt(to, style) === 'justify';
  const atEnd = endDemerits(to, style);
  for (const node of active) {
    const room = rooms[Math.min(node.line, lastRoom)];
    if (!room) continue;
    const width = room.widthPt;
    const from = node.point;
    const natural = to.widthBefore + to.endChange - node.widthOrigin;
    const deficit = width - natural;
    const shrink = to.shrinkBefore - from.shrinkAfter;
    const slack = deficit + shrink;
    // What is too wide without its hyphen stays too wide at every later break.
    if (!to.forced && slack + to.endChange + mostHanging >= -tolerancePt) active[kept++] = node;
    let fitness: Fitness = 1;
    let demerits: number;
    if (slack < -tolerancePt) {
      if (node.hasFitted) continue;
      demerits = overfullDemerits(-slack, width);
    } else {
      node.hasFitted = true;
      if (isJustified || deficit < -tolerancePt) {
        const stretch = to.stretchBefore - from.stretchAfter;
        const wordStretch = to.wordStretchBefore - from.wordStretchAfter;
        const ratio = adjustmentRatio(deficit, stretch, wordStretch, shrink, width);
        fitness = fitnessOf(ratio);
        demerits = justifiedDemerits(ratio);
      } else demerits = raggedDemerits(to.forced ? 0 : deficit, width);
      demerits += atEnd;
      if (to.forced) demerits += runtDemerits(from, to, natural, width);
      else if (to.hyphenated) demerits += hyphenPlaceDemerits(from, to, room, style);
    }
    demerits += node.demerits;
    // The oldest nodes come first, with the fullest lines: they show up the others early.
    if (candidates.isHopeless(node.line + 1, demerits, to)) continue;
    demerits += neighbourDemerits(node, fitness, to, style);
    // A new paragraph begins after a forced break: what came before does not matter to it.
    candidates.add(node, index, to, to.forced ? 1 : fitness, demerits);
  }
  active.length = kept;
  candidates.moveSurvivors(active);
}

/** Indices of the chosen break points, the paragraph's start first and its end last. */
export function totalFit(
  points: readonly BreakPoint[],
  style: ParagraphStyle,
  shape: LineShape,
): readonly number[] {
  const [start] = points;
  if (!start) return [];
  const rooms = roomsOf(shape, points.length);
  const mostHanging = points.reduce((most, { hangEnd }) => Math.max(most, hangEnd), 0);
  const candidates = new Candidates(rooms.length - 1);
  const origin = { line: 0, fitness: 1, hyphensInRow: 0, demerits: 0, previous: null } as const;
  const active = [nodeAt(0, start, origin)];
  const search: Search = { style, rooms, mostHanging, candidates, active };
  for (let index = 1; index < points.length; index++) {
    const to = points[index];
    if (to) advance(search, index, to);
  }
  const best = active.reduce((a, b) => (b.demerits < a.demerits ? b : a));
  const chosen: number[] = [];
  for (let node: Node | null = best; node; node = node.previous) chosen.push(node.index);
  return chosen.reverse();
}
