/**
 * What a line costs: D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software —
 * Practice and Experience 11 (1981), p. 1119 ff., with the house's rules (runts, ladders, the last
 * word, weak endings of ragged lines). All functions are pure; the searches and the tests share them.
 */
import { type BreakPoint, naturalWidth } from './break-points.ts';
import type { LineRoom, ParagraphStyle } from './types.ts';
import type { Ending } from './weak-endings.ts';

/** Widths within this many points of each other are the same: sums in different order differ. */
export const tolerancePt = 0.001;

/** TeX's classes of looseness (tight, decent, loose, very loose): neighbours more than one apart look uneven. */
export type Fitness = 0 | 1 | 2 | 3;

export interface LineCost {
  readonly demerits: number;
  readonly ratio: number;
  readonly fitness: Fitness;
  /** Wider than the measure, even with everything shrunk. */
  readonly overfull: boolean;
}

export const costs = {
  /** TeX's \linepenalty. */
  line: 10,
  /** Neighbours more than a class apart, and one apart (TeX's \adjdemerits knows the first alone). */
  uneven: 15_000,
  unlike: 1_000,
  /** Two hyphens in a row; more than the paragraph permits: only gaps of an em are worse. */
  ladder: 12_000,
  tooManyHyphens: 1e9,
  /** The line before the last ends with a hyphen; where the style forbids it; the last word itself is divided. */
  hyphenBeforeLast: 10_000,
  forbiddenHyphen: 1e8,
  dividedLastWord: 1e9,
  /** Words that should stay together are parted: better than spaces two thirds wider than their own. */
  parted: 3e6,
  /** A hyphen where the word would have left less than the hyphenation zone empty. */
  hyphenInZone: 1e6,
  /** Last lines of under five letters, of one word, of under a sixth of the measure. */
  tinyLast: 1e6,
  oneWordLast: 20_000,
  shortLast: 5_000,
  /** A line that sticks out: any other fault is better. */
  overfull: 1e12,
} as const;

/** Fewest letters and figures of a last line. */
const fewestLastLetters = 5;
const shortLastShare = 1 / 6;
/** In ragged setting, this share of the measure left empty is as bad as a line stretched to its limit. */
const raggedZone = 0.2;
const raggedHyphenFactor = 2;
/** From here on (a cube of 10,000), badness no longer runs away, but grows with the ratio. */
const steepestRatio = 4.64;
const furthestRatio = 100;
/** A line of one word stays as short as it is: this share of the measure counts like a limit passed. */
const oneWordShare = 0.05;

/** Ragged lines show where they end, so they had better end where the sense pauses. */
const raggedEndings: Readonly<Record<Ending, number>> = {
  sense: 0,
  plain: 150,
  weak: 4_500,
  name: 6_000,
  number: 6_000,
};
const justifiedEndings: Readonly<Record<Ending, number>> = {
  sense: 0,
  plain: 0,
  weak: 40,
  name: 1_000,
  number: 1_500,
};

/** 100 |r|³ (p. 1129), growing evenly where r is out of all bounds. */
function badness(ratio: number): number {
  const size = Math.abs(ratio);
  return size <= steepestRatio
    ? 100 * size * size * size
    : 100 * steepestRatio * steepestRatio * size;
}

/**
 * The adjustment ratio r (p. 1124): 1 where everything is stretched to its limit, -1 where it is
 * shrunk to it. Beyond 1 only word spaces grow, and r says by how many times what they may.
 * `stretch` and `shrink` are the line's, in pt; `wordStretch` is its word spaces' part.
 */
export function adjustmentRatio(
  deficit: number,
  stretch: number,
  wordStretch: number,
  shrink: number,
  width: number,
): number {
  if (deficit >= -tolerancePt && deficit <= tolerancePt) return 0;
  if (deficit < 0) return shrink > 0 ? Math.max(-furthestRatio, deficit / shrink) : -furthestRatio;
  if (deficit <= stretch) return deficit / stretch;
  const unit = wordStretch > 0 ? wordStretch : Math.max(1, width * oneWordShare);
  return Math.min(furthestRatio, 1 + (deficit - stretch) / unit);
}

export function fitnessOf(ratio: number): Fitness {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** The alignment of a line that ends at `to`. */
export function alignmentAt(to: BreakPoint, style: ParagraphStyle): ParagraphStyle['align'] {
  return to.forced ? style.alignLast : style.align;
}

/** What a line that sticks out by so much costs. */
export function overfullDemerits(excess: number, width: number): number {
  return costs.overfull * (1 + excess / Math.max(width, 1));
}

/** What a line costs for its looseness alone, `ratio` being the adjustment ratio. */
export function justifiedDemerits(ratio: number): number {
  const sum = costs.line + badness(ratio);
  return sum * sum;
}

/** The same for a line that is left ragged. */
export function raggedDemerits(deficit: number, width: number): number {
  const emptyShare = Math.max(0, deficit) / Math.max(width, 1);
  const sum = costs.line + badness(emptyShare / raggedZone);
  return sum * sum;
}

/** What any line costs for ending at a break, whatever comes before. */
export function endDemerits(to: BreakPoint, style: ParagraphStyle): number {
  if (to.forced) return 0;
  const isRagged = style.align !== 'justify';
  const penalty = to.penalty * (isRagged && to.hyphenated ? raggedHyphenFactor : 1);
  const ending = to.hyphenated ? 0 : (isRagged ? raggedEndings : justifiedEndings)[to.ending];
  const parted = to.avoided ? costs.parted : 0;
  return penalty * penalty + ending + parted + (to.dividesLastWord ? costs.dividedLastWord : 0);
}

/** What a last line costs for being short. One that is also the first is as long as it is. */
export function runtDemerits(
  from: BreakPoint,
  to: BreakPoint,
  natural: number,
  width: number,
): number {
  if (from.forced) return 0;
  if (to.lettersBefore - from.lettersBefore < fewestLastLetters) return costs.tinyLast;
  if (to.spaceBefore - from.spaceAfter <= 0) return costs.oneWordLast;
  return natural < width * shortLastShare ? costs.shortLast : 0;
}

/** What a hyphen at `to` costs where the room or the hyphenation zone is against it. */
export function hyphenPlaceDemerits(
  from: BreakPoint,
  to: BreakPoint,
  { widthPt, endsColumn }: LineRoom,
  { hyphenation }: ParagraphStyle,
): number {
  if (!to.hyphenated) return 0;
  const { last, zonePt } = hyphenation;
  let demerits = 0;
  if (endsColumn) demerits = last === 'none' ? costs.hyphenBeforeLast : costs.forbiddenHyphen;
  if (zonePt > 0 && to.wordBreak && to.wordBreak.start > from.start) {
    const left = widthPt - naturalWidth(from, to.wordBreak);
    if (left <= zonePt) demerits += costs.hyphenInZone;
  }
  return demerits;
}

/** The cost of one line by itself, set to its room. */
export function lineCost(
  from: BreakPoint,
  to: BreakPoint,
  room: LineRoom,
  style: ParagraphStyle,
): LineCost {
  const width = room.widthPt;
  const natural = naturalWidth(from, to);
  const deficit = width - natural;
  const shrink = to.shrinkBefore - from.shrinkAfter;
  if (deficit + shrink < -tolerancePt) {
    const demerits = overfullDemerits(-deficit - shrink, width);
    return { demerits, ratio: -1, fitness: 1, overfull: true };
  }
  const isJustified = alignmentAt(to, style) === 'justify' || deficit < -tolerancePt;
  const ratio = isJustified ? lineRatio(from, to, deficit, width) : 0;
  const looseness = isJustified
    ? justifiedDemerits(ratio)
    : raggedDemerits(to.forced ? 0 : deficit, width);
  const demerits =
    looseness +
    endDemerits(to, style) +
    (to.forced ? runtDemerits(from, to, natural, width) : 0) +
    hyphenPlaceDemerits(from, to, room, style);
  return { demerits, ratio, fitness: isJustified ? fitnessOf(ratio) : 1, overfull: false };
}

function lineRatio(from: BreakPoint, to: BreakPoint, deficit: number, width: number): number {
  const stretch = to.stretchBefore - from.stretchAfter;
  const wordStretch = to.wordStretchBefore - from.wordStretchAfter;
  return adjustmentRatio(deficit, stretch, wordStretch, to.shrinkBefore - from.shrinkAfter, width);
}

/** What two neighbouring lines cost together (p. 1130), and hyphens in a row. */
export function neighbourDemerits(
  before: { readonly fitness: Fitness; readonly hyphensInRow: number },
  fitness: Fitness,
  to: BreakPoint,
  { hyphenation }: ParagraphStyle,
): number {
  const apart = Math.abs(before.fitness - fitness);
  let demerits = apart > 1 ? costs.uneven : apart * costs.unlike;
  const { hyphensInRow } = before;
  if (to.hyphenated && hyphensInRow >= hyphenation.lines) demerits += costs.tooManyHyphens;
  if (hyphensInRow === 0) return demerits;
  if (to.hyphenated) demerits += costs.ladder;
  if (to.forced)
    demerits += hyphenation.last === 'always' ? costs.forbiddenHyphen : costs.hyphenBeforeLast;
  return demerits;
}
