/**
 * Total fit: the breaks that make the whole paragraph cheapest (Knuth & Plass 1981, p. 1156 ff.).
 * Breaks are taken in order; for each, the cheapest way to it is kept for every state that can
 * still matter: the line it ends, its fitness, the hyphens in a row. Nothing is tried within
 * tolerances first: every line that fits is a candidate, so there is always a result, and it is the
 * optimum. A line that does not fit is a candidate only where nothing shorter could be taken.
 */
import { invariant } from '../base/index.ts';
import { type BreakPoints, trait } from './break-points.ts';
import { Candidates } from './candidates.ts';
import {
  adjustmentRatio,
  alignmentOf,
  endDemerits,
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
import { Ways } from './ways.ts';

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

/** The search through one paragraph. */
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
  /** The ways from which later breaks can be reached, in order. */
  readonly active: Active;
  /** The least demerits of an active way, or less. */
  least: number;
  /** The first break from which lines to the next one have no word space. */
  wordStart: number;
}

/** Numbers of ways in order; they are added at the end, and most are taken away at the start. */
class Active {
  numbers = new Int32Array(256);
  start = 0;
  end = 0;

  clear(): void {
    this.start = 0;
    this.end = 0;
  }

  add(way: number): void {
    if (this.end === this.numbers.length) this.#makeRoom();
    this.numbers[this.end++] = way;
  }

  /** Of those before `tried` only the first `kept` stay. */
  keep(kept: number, tried: number): void {
    const { numbers, start } = this;
    // Few numbers: by hand that is faster than `copyWithin`.
    for (let at = kept - 1; at >= 0; at--) numbers[tried - kept + at] = numbers[start + at] ?? 0;
    this.start = tried - kept;
  }

  #makeRoom(): void {
    const used = this.numbers.subarray(this.start, this.end);
    const isFull = used.length * 2 > this.numbers.length;
    const numbers = isFull ? new Int32Array(this.numbers.length * 2) : this.numbers;
    numbers.set(used);
    this.numbers = numbers;
    this.end = used.length;
    this.start = 0;
  }
}

/** What lines that end at a break have in common. */
interface LineEnd {
  readonly to: number;
  readonly traits: number;
  readonly isForced: boolean;
  readonly isHyphenated: boolean;
  readonly isJustified: boolean;
  /** Lines that begin later need not be tried after a hopeless one. */
  readonly canStop: boolean;
  readonly demerits: number;
  /** The least that a line without word spaces costs for its looseness. */
  readonly ofOneWord: number;
}

function lineEnd(search: Search, to: number): LineEnd {
  const { points, style, rooms } = search;
  const traits = points.traits[to] ?? 0;
  const isForced = (traits & trait.forced) !== 0;
  const isJustified = alignmentOf(isForced, style) === 'justify';
  const canStop = search.isRising && !isForced && rooms.length <= 2;
  return {
    to,
    traits,
    isForced,
    isHyphenated: (traits & trait.hyphenated) !== 0,
    isJustified,
    canStop,
    demerits: endDemerits(points, to, style),
    ofOneWord: canStop && isJustified ? demeritsOfOneWord(search, to) : Number.POSITIVE_INFINITY,
  };
}

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

/** A line that sticks out, for which nothing shorter could be taken. */
function tryOverfull(search: Search, end: LineEnd, way: number, sticking: number): void {
  const { candidates, ways, style } = search;
  const line = (ways.line[way] ?? 0) + 1;
  const hyphensBefore = ways.hyphensInRow[way] ?? 0;
  const hyphens = end.isHyphenated ? hyphensBefore + 1 : 0;
  const before = ways.fitness[way] ?? 1;
  const together = neighbourDemerits(before, hyphensBefore, 1, end.traits, style);
  const demerits = (ways.demerits[way] ?? 0) + sticking + together;
  if (demerits <= candidates.limit(line, hyphens)) candidates.add(line, 1, hyphens, demerits, way);
}

/**
 * Tries a way with a line that fits; true where those that begin later are hopeless. Works out for
 * itself what whoever calls it knows: V8 makes an object of every fraction that is handed over.
 */
function tryFitting(search: Search, end: LineEnd, way: number, room: LineRoom): boolean {
  const { points, style, candidates, ways } = search;
  const { to, isForced, isHyphenated } = end;
  const line = ways.line[way] ?? 0;
  const from = ways.index[way] ?? 0;
  const before = ways.demerits[way] ?? 0;
  const hyphensBefore = ways.hyphensInRow[way] ?? 0;
  const hyphens = isHyphenated ? hyphensBefore + 1 : 0;
  const limit = candidates.limit(line + 1, hyphens);
  // The oldest ways come first, with the fullest lines: they show up the others early.
  if (before > limit) return false;
  const width = room.widthPt;
  const natural = (points.widthTo[to] ?? 0) - (points.widthFrom[from] ?? 0);
  const shrink = (points.shrinkTo[to] ?? 0) - (points.shrinkFrom[from] ?? 0);
  const deficit = width - natural;
  const isSet = end.isJustified || deficit < -tolerancePt;
  const stretch = (points.stretchTo[to] ?? 0) - (points.stretchFrom[from] ?? 0);
  const wordStretch = (points.wordStretchTo[to] ?? 0) - (points.wordStretchFrom[from] ?? 0);
  const ratio = isSet ? adjustmentRatio(deficit, stretch, wordStretch, shrink, width) : 0;
  const looseness = isSet
    ? justifiedDemerits(ratio)
    : raggedDemerits(isForced ? 0 : deficit, width);
  if (end.canStop && line >= search.rooms.length - 1 && (ratio > 0 || !isSet)) {
    // Those that begin later are looser still, but for a single word.
    const least = wordStretch > 0 ? Math.min(looseness, end.ofOneWord) : looseness;
    const most = candidates.limit(line + 1, isHyphenated ? 1 : 0);
    if (search.least + least + end.demerits > most) return true;
  }
  let demerits = before + looseness + end.demerits;
  if (isForced) demerits += runtDemerits(points, from, to, natural, width);
  else if (isHyphenated) demerits += hyphenPlaceDemerits(points, from, to, room, style);
  if (demerits > limit) return false;
  const fitness = fitnessOf(ratio);
  demerits += neighbourDemerits(ways.fitness[way] ?? 1, hyphensBefore, fitness, end.traits, style);
  // A new paragraph begins after a forced break: what came before does not matter to it.
  if (demerits <= limit) candidates.add(line + 1, isForced ? 1 : fitness, hyphens, demerits, way);
  return false;
}

/**
 * Tries the lines from each active way to a break; the candidates are those worth keeping. What is
 * too wide for this break, and so for all later ones, is active no more.
 */
function tryLines(search: Search, end: LineEnd): void {
  const { points, rooms, ways, active } = search;
  const { to, traits, isForced } = end;
  const lastRoom = rooms.length - 1;
  const widthTo = points.widthTo[to] ?? 0;
  const shrinkTo = points.shrinkTo[to] ?? 0;
  // What is too wide without its hyphen stays too wide at every later break.
  const leastSlack = isForced
    ? Number.POSITIVE_INFINITY
    : -tolerancePt - (points.endChange[to] ?? 0) - search.mostGained;
  const { numbers, start } = active;
  let kept = start;
  let next = start;
  let hasLostLeast = false;
  while (next < active.end) {
    const way = numbers[next++] ?? 0;
    const line = ways.line[way] ?? 0;
    const room = rooms[line < lastRoom ? line : lastRoom];
    invariant(room, 'every line has a room');
    const from = ways.index[way] ?? 0;
    const natural = widthTo - (points.widthFrom[from] ?? 0);
    const shrink = shrinkTo - (points.shrinkFrom[from] ?? 0);
    const slack = room.widthPt - natural + shrink;
    if (slack >= leastSlack) numbers[kept++] = way;
    else if ((ways.demerits[way] ?? 0) <= search.least) hasLostLeast = true;
    if (traits & trait.emergency && isNeedless(points, from, to)) continue;
    if (slack < -tolerancePt) {
      if (!ways.hasFitted[way])
        tryOverfull(search, end, way, overfullDemerits(-slack, room.widthPt));
      continue;
    }
    ways.hasFitted[way] = 1;
    if (tryFitting(search, end, way, room)) break;
  }
  active.keep(kept - start, next);
  if (hasLostLeast) search.least = leastOf(search);
}

function leastOf({ active, ways }: Search): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = active.start; at < active.end; at++)
    least = Math.min(least, ways.demerits[active.numbers[at] ?? 0] ?? 0);
  return least;
}

/** Takes the next break: leaves active what later ones can be reached from, this one included. */
function advance(search: Search, to: number): void {
  const { candidates, ways, active } = search;
  candidates.clear();
  tryLines(search, lineEnd(search, to));
  let way = ways.count;
  candidates.moveSurvivors(ways, to);
  for (; way < ways.count; way++) {
    search.least = Math.min(search.least, ways.demerits[way] ?? 0);
    active.add(way);
  }
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
const room = { ways: new Ways(), candidates: new Candidates(), active: new Active() } as const;

/** Indices of the chosen break points, the paragraph's start first and its end last. */
export function totalFit(
  points: BreakPoints,
  style: ParagraphStyle,
  shape: LineShape,
): readonly number[] {
  if (points.count === 0) return [];
  const rooms = roomsOf(shape, points.count);
  const { ways, candidates, active } = room;
  ways.restart();
  candidates.reset(rooms.length - 1);
  active.clear();
  active.add(0);
  const search: Search = {
    ...{ points, style, rooms, candidates, ways, active },
    mostGained: mostGained(points),
    isRising:
      isRisingColumn(points.widthFrom, points.count) &&
      isRisingColumn(points.stretchFrom, points.count) &&
      isRisingColumn(points.wordStretchFrom, points.count),
    least: 0,
    wordStart: 0,
  };
  for (let to = 1; to < points.count; to++) advance(search, to);
  let best = active.numbers[active.start] ?? 0;
  for (let at = active.start; at < active.end; at++) {
    const way = active.numbers[at] ?? 0;
    if ((ways.demerits[way] ?? 0) < (ways.demerits[best] ?? 0)) best = way;
  }
  return ways.breaksOf(best);
}
