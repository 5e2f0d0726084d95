/**
 * Total fit: the breaks that make the whole paragraph cheapest (Knuth & Plass 1981, p. 1156 ff.).
 * Breaks are taken in order; for each, the cheapest way to it is kept for every state that can
 * still matter: the line it ends, its fitness, the hyphens in a row. Nothing is tried within
 * tolerances first: every line that fits is a candidate, so there is always a result, and it is the
 * optimum. A line that does not fit is a candidate only where nothing shorter could be taken.
 */
import { type BreakPoints, trait } from './break-points.ts';
import {
  adjustmentRatio,
  alignmentOf,
  costs,
  endDemerits,
  type Fitness,
  fitnessOf,
  hyphenPlaceDemerits,
  isNeedless,
  justifiedDemerits,
  neighbourDemerits,
  overfullDemerits,
  raggedDemerits,
  runtDemerits,
  tolerancePt,
} from './demerits.ts';
import type { LineRoom, LineShape, ParagraphStyle } from './types.ts';
import { type Way, Ways } from './ways.ts';

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

/** More hyphens in a row are not told apart. */
const mostHyphens = 7;

/** The candidates of one break, at most one for each state. */
class Candidates {
  /** States and ways side by side: there are few, and they are looked through faster than hashed. */
  readonly #states: number[] = [];
  readonly #ways: Way[] = [];
  readonly #uniformFrom: number;
  /** The cheapest so far by the line's number, then by how many hyphens in a row it has at most. */
  readonly #least: number[] = [];

  constructor(uniformFrom: number) {
    this.#uniformFrom = uniformFrom;
  }

  /** For the next break: a book has half a million of them. */
  clear(): void {
    this.#states.length = 0;
    this.#ways.length = 0;
    this.#least.length = 0;
  }

  /**
   * What a way must not cost more than: another to the same break costs so much less that no
   * lines after it could make up for it, nor has it more hyphens in a row.
   */
  limit(line: number, hyphensInRow: number): number {
    const uniform = Math.min(line, this.#uniformFrom);
    const least = this.#least[uniform * (mostHyphens + 1) + Math.min(hyphensInRow, mostHyphens)];
    return least === undefined ? Number.POSITIVE_INFINITY : least + costs.uneven;
  }

  /** Adds a way unless a cheaper one is in the same state. */
  add(way: Way): void {
    const uniform = Math.min(way.line, this.#uniformFrom);
    const hyphens = Math.min(way.hyphensInRow, mostHyphens);
    this.#note(uniform, hyphens, way.demerits);
    const state = (uniform * 8 + hyphens) * 4 + way.fitness;
    const place = this.#states.indexOf(state);
    if (place === -1) {
      this.#states.push(state);
      this.#ways.push(way);
    } else if (way.demerits < (this.#ways[place]?.demerits ?? 0)) this.#ways[place] = way;
  }

  #note(uniform: number, hyphens: number, demerits: number): void {
    const row = uniform * (mostHyphens + 1);
    for (let at = row + hyphens; at <= row + mostHyphens; at++) {
      // With more hyphens allowed the least is never more.
      if (demerits >= (this.#least[at] ?? Number.POSITIVE_INFINITY)) break;
      this.#least[at] = demerits;
    }
  }

  /** Those that no other must always do better than, whatever lines follow. */
  forSurvivors(use: (way: Way) => void): void {
    for (const way of this.#ways)
      if (way.demerits <= this.limit(way.line, way.hyphensInRow)) use(way);
  }
}

/** What does not change from break to break. */
interface Search {
  readonly points: BreakPoints;
  readonly style: ParagraphStyle;
  readonly rooms: readonly LineRoom[];
  /** The most that any line is narrower for hanging over the edge, and for shrinking at its end. */
  readonly mostGained: number;
  /** Lines that begin later are never longer: those after a hopeless one are hopeless too. */
  readonly isRising: boolean;
  readonly candidates: Candidates;
  readonly ways: Ways;
  /** Numbers of the ways from which later breaks can be reached, in order. */
  readonly active: number[];
  /** The least demerits of an active way, or less. */
  least: number;
  /** The first break from which lines to the next one have no word space. */
  wordStart: number;
}

/** The least that a line without word spaces costs for its looseness, which ends at a break. */
function demeritsOfOneWord(search: Search, to: number): number {
  const { points, rooms } = search;
  const spaces = (points.spaceTo[to] ?? 0) - tolerancePt;
  while (search.wordStart < to && (points.spaceFrom[search.wordStart] ?? 0) < spaces)
    search.wordStart++;
  if (search.wordStart === to) return Number.POSITIVE_INFINITY;
  const width = rooms.at(-1)?.widthPt ?? 0;
  const natural = (points.widthTo[to] ?? 0) - (points.widthFrom[search.wordStart] ?? 0);
  const stretch = (points.stretchTo[to] ?? 0) - (points.stretchFrom[search.wordStart] ?? 0);
  const ratio = adjustmentRatio(Math.max(0, width - natural), stretch, 0, 0, width);
  return justifiedDemerits(ratio);
}

function hyphensAfter(isHyphenated: boolean, before: number): number {
  return isHyphenated ? before + 1 : 0;
}

/** Takes the next break: leaves active what later ones can be reached from, this one included. */
function advance(search: Search, to: number): void {
  const { points, style, rooms, mostGained, candidates, ways, active } = search;
  const lastRoom = rooms.length - 1;
  candidates.clear();
  const traits = points.traits[to] ?? 0;
  const isForced = (traits & trait.forced) !== 0;
  const isHyphenated = (traits & trait.hyphenated) !== 0;
  const isEmergency = (traits & trait.emergency) !== 0;
  const isJustified = alignmentOf(isForced, style) === 'justify';
  const canStop = search.isRising && !isForced && lastRoom <= 1;
  const atEnd = endDemerits(points, to, style);
  const widthTo = points.widthTo[to] ?? 0;
  const endChange = points.endChange[to] ?? 0;
  const stretchTo = points.stretchTo[to] ?? 0;
  const wordStretchTo = points.wordStretchTo[to] ?? 0;
  const shrinkTo = points.shrinkTo[to] ?? 0;
  const ofOneWord = canStop && isJustified ? demeritsOfOneWord(search, to) : 0;
  const fewestHyphens = isHyphenated ? 1 : 0;
  let kept = 0;
  let next = 0;
  for (; next < active.length; next++) {
    const way = active[next] ?? 0;
    const line = ways.line[way] ?? 0;
    const room = rooms[line < lastRoom ? line : lastRoom];
    if (!room) continue;
    const width = room.widthPt;
    const from = ways.index[way] ?? 0;
    const natural = widthTo - (points.widthFrom[from] ?? 0);
    const deficit = width - natural;
    const shrink = shrinkTo - (points.shrinkFrom[from] ?? 0);
    const slack = deficit + shrink;
    // What is too wide without its hyphen stays too wide at every later break.
    if (!isForced && slack + endChange + mostGained >= -tolerancePt) active[kept++] = way;
    if (isEmergency && isNeedless(points, from, to)) continue;
    const hyphensBefore = ways.hyphensInRow[way] ?? 0;
    const limit = candidates.limit(line + 1, hyphensAfter(isHyphenated, hyphensBefore));
    let fitness: Fitness = 1;
    let demerits = ways.demerits[way] ?? 0;
    if (slack < -tolerancePt) {
      if (ways.hasFitted[way]) continue;
      demerits += overfullDemerits(-slack, width);
    } else {
      ways.hasFitted[way] = 1;
      if (isJustified || deficit < -tolerancePt) {
        const stretch = stretchTo - (points.stretchFrom[from] ?? 0);
        const wordStretch = wordStretchTo - (points.wordStretchFrom[from] ?? 0);
        const ratio = adjustmentRatio(deficit, stretch, wordStretch, shrink, width);
        fitness = fitnessOf(ratio);
        const looseness = justifiedDemerits(ratio);
        if (canStop && line >= lastRoom && ratio > 0) {
          // Those that begin later are looser still, but for a single word.
          const least = wordStretch > 0 ? Math.min(looseness, ofOneWord) : looseness;
          if (search.least + least + atEnd > candidates.limit(line + 1, fewestHyphens)) {
            next++;
            break;
          }
        }
        demerits += looseness;
      } else {
        const looseness = raggedDemerits(isForced ? 0 : deficit, width);
        const isHopeless =
          search.least + looseness + atEnd > candidates.limit(line + 1, fewestHyphens);
        if (canStop && line >= lastRoom && isHopeless) {
          next++;
          break;
        }
        demerits += looseness;
      }
      demerits += atEnd;
      if (isForced) demerits += runtDemerits(points, from, to, natural, width);
      else if (isHyphenated) demerits += hyphenPlaceDemerits(points, from, to, room, style);
    }
    // The oldest ways come first, with the fullest lines: they show up the others early.
    if (demerits > limit) continue;
    const before = { fitness: (ways.fitness[way] ?? 1) as Fitness, hyphensInRow: hyphensBefore };
    demerits += neighbourDemerits(before, fitness, traits, style);
    if (demerits > limit) continue;
    candidates.add({
      index: to,
      line: line + 1,
      // A new paragraph begins after a forced break: what came before does not matter to it.
      fitness: isForced ? 1 : fitness,
      hyphensInRow: hyphensAfter(isHyphenated, hyphensBefore),
      demerits,
      previous: way,
    });
  }
  if (kept < next) {
    active.splice(kept, next - kept);
    search.least = leastOf(search);
  }
  candidates.forSurvivors((way) => {
    if (way.demerits < search.least) search.least = way.demerits;
    active.push(ways.add(way));
  });
}

function leastOf({ active, ways }: Search): number {
  let least = Number.POSITIVE_INFINITY;
  for (const way of active) least = Math.min(least, ways.demerits[way] ?? 0);
  return least;
}

function isRisingColumn(column: Float64Array, count: number): boolean {
  for (let row = 1; row < count; row++)
    if ((column[row] ?? 0) < (column[row - 1] ?? 0)) return false;
  return true;
}

/** What hangs over the edge at a line's end, and what its last letter takes of its shrinking. */
function mostGained({ count, hangEnd, shrinkTo, shrinkFrom }: BreakPoints): number {
  let [hanging, shrinking] = [0, 0];
  for (let row = 0; row < count; row++) {
    hanging = Math.max(hanging, hangEnd[row] ?? 0);
    shrinking = Math.max(shrinking, (shrinkFrom[row] ?? 0) - (shrinkTo[row] ?? 0));
  }
  return hanging + shrinking;
}

/** Used again for each paragraph. */
const ways = new Ways();

/** Indices of the chosen break points, the paragraph's start first and its end last. */
export function totalFit(
  points: BreakPoints,
  style: ParagraphStyle,
  shape: LineShape,
): readonly number[] {
  if (points.count === 0) return [];
  const rooms = roomsOf(shape, points.count);
  ways.clear();
  const origin: Way = { index: 0, line: 0, fitness: 1, hyphensInRow: 0, demerits: 0, previous: -1 };
  const search: Search = {
    points,
    style,
    rooms,
    mostGained: mostGained(points),
    isRising:
      isRisingColumn(points.widthFrom, points.count) &&
      isRisingColumn(points.stretchFrom, points.count) &&
      isRisingColumn(points.wordStretchFrom, points.count),
    candidates: new Candidates(rooms.length - 1),
    ways,
    active: [ways.add(origin)],
    least: 0,
    wordStart: 0,
  };
  for (let to = 1; to < points.count; to++) advance(search, to);
  const [first = 0, ...others] = search.active;
  const demeritsOf = (way: number) => ways.demerits[way] ?? 0;
  const best = others.reduce((a, b) => (demeritsOf(b) < demeritsOf(a) ? b : a), first);
  return ways.breaksOf(best);
}
