/**
 * Total fit: the breaks that make the whole paragraph cheapest (Knuth & Plass 1981, p. 1156 ff.).
 * Breaks are taken in order; for each, the cheapest way to it is kept for every state that can
 * still matter: the line it ends, its fitness, the hyphens in a row. Nothing is tried within
 * tolerances first: every line that fits is a candidate, so there is always a result, and it is the
 * optimum. A line that does not fit is a candidate only where nothing shorter could be taken.
 */
import type { BreakPoint } from './break-points.ts';
import {
  costs,
  type Fitness,
  leastDemerits,
  lineCost,
  neighbourDemerits,
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
  readonly spaceOrigin: number;
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
  readonly #best = new Map<number, Node>();
  readonly #uniformFrom: number;
  /** The cheapest way so far that ends a line, by the line's number. */
  readonly #leastOfLine: number[] = [];

  constructor(uniformFrom: number) {
    this.#uniformFrom = uniformFrom;
  }

  /**
   * True for a way that costs so much more than another to the same break that no lines after it
   * could make up for it. Hyphens in a row count on, so ways that end with one are all kept.
   */
  isHopeless(line: number, demerits: number, to: BreakPoint): boolean {
    const least = this.#leastOfLine[Math.min(line, this.#uniformFrom)];
    return !to.hyphenated && least !== undefined && demerits > least + costs.uneven;
  }

  add(node: Node): void {
    const line = Math.min(node.line, this.#uniformFrom);
    const least = this.#leastOfLine[line] ?? Number.POSITIVE_INFINITY;
    if (node.demerits < least) this.#leastOfLine[line] = node.demerits;
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

type NodeState = Pick<Node, 'line' | 'fitness' | 'hyphensInRow' | 'demerits' | 'previous'>;

function nodeAt(index: number, point: BreakPoint, state: NodeState): Node {
  const widthOrigin = point.widthAfter - point.startChange;
  return { index, point, ...state, widthOrigin, spaceOrigin: point.spaceAfter, hasFitted: false };
}

function extend(from: Node, index: number, to: BreakPoint, room: LineRoom, style: ParagraphStyle) {
  const cost = lineCost(from.point, to, room, style);
  const neighbours = neighbourDemerits(from, { fitness: cost.fitness, to }, style);
  return nodeAt(index, to, {
    line: from.line + 1,
    // A new paragraph begins after a forced break: what came before does not matter to it.
    fitness: to.forced ? 1 : cost.fitness,
    hyphensInRow: to.hyphenated ? from.hyphensInRow + 1 : 0,
    demerits: from.demerits + cost.demerits + neighbours,
    previous: from,
  });
}

/** The nodes from which later breaks can still be reached, and those that begin at this one. */
function advance(
  active: readonly Node[],
  index: number,
  to: BreakPoint,
  style: ParagraphStyle,
  rooms: readonly LineRoom[],
): readonly Node[] {
  const lastRoom = rooms.length - 1;
  const candidates = new Candidates(lastRoom);
  const remaining: Node[] = [];
  const end = to.widthBefore + to.endChange;
  const added = Math.max(0, to.endChange);
  const isJustified = style.align === 'justify';
  const shrinkShare = isJustified ? Math.max(0, 1 - style.wordSpace.min) : 0;
  for (const node of active) {
    const room = rooms[Math.min(node.line, lastRoom)];
    if (!room) continue;
    const width = room.widthPt;
    const deficit = width - (end - node.widthOrigin);
    const spaces = Math.max(0, to.spaceBefore - node.spaceOrigin);
    const slack = deficit + spaces * shrinkShare;
    // What is too wide without its hyphen stays too wide at every later break.
    if (!to.forced && slack + added >= -tolerancePt) remaining.push(node);
    if (slack >= -tolerancePt) {
      node.hasFitted = true;
      if (!to.forced && deficit > 0) {
        // The oldest nodes come first, with the fullest lines: they show up the others early.
        const least = node.demerits + leastDemerits(deficit, spaces, width, style);
        if (candidates.isHopeless(node.line + 1, least, to)) continue;
      }
    } else if (node.hasFitted) continue;
    candidates.add(extend(node, index, to, room, style));
  }
  return remaining.concat(candidates.survivors());
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
  const origin = { line: 0, fitness: 1, hyphensInRow: 0, demerits: 0, previous: null } as const;
  let active: readonly Node[] = [nodeAt(0, start, origin)];
  for (let index = 1; index < points.length; index++) {
    const to = points[index];
    if (to) active = advance(active, index, to, style, rooms);
  }
  const best = active.reduce((a, b) => (b.demerits < a.demerits ? b : a));
  const chosen: number[] = [];
  for (let node: Node | null = best; node; node = node.previous) chosen.push(node.index);
  return chosen.reverse();
}
