/**
 * What a line costs: D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software —
 * Practice and Experience 11 (1981), p. 1119 ff., with the house's rules (runts, ladders, the last
 * word, weak endings of ragged lines). All functions are pure; the searches and the tests share them.
 */
import { type BreakPoints, hasTrait, naturalWidth, trait } from './break-points.ts';
import type { LineRoom, ParagraphStyle } from './types.ts';
import { ending } from './weak-endings.ts';

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
  shortLast: 8_000,
  /** A word is broken that may not be, so that it does not stick out. */
  emergency: 1e10,
  /** A line that sticks out: any other fault is better. */
  overfull: 1e12,
} as const;

/** Fewest letters and figures of a last line. */
const fewestLastLetters = 5;
const shortLastShare = 1 / 6;
/** In ragged setting, this share of the measure left empty is as bad as a line stretched to its limit. */
const raggedZone = 0.2;
/** By how much hyphens cost more than their breaks' own penalty. */
const hyphenFactor = { justified: 1.5, ragged: 2 } as const;
/** From here on (a cube of 10,000), badness no longer runs away, but grows with the ratio. */
const steepestRatio = 4.64;
const furthestRatio = 100;
/**
 * A line of one word stays as short as it is: this share of the measure counts like a limit passed,
 * and the more is missing, the more each: a little is not seen, a syllable on its own is.
 */
const oneWordShare = 0.05;
const oneWordGrowth = 2;

/** Ragged lines show where they end, so they had better end where the sense pauses. */
const raggedEndings: Readonly<Record<number, number>> = {
  [ending.sense]: 0,
  [ending.plain]: 150,
  [ending.weak]: 4_500,
  [ending.name]: 6_000,
  [ending.number]: 6_000,
};
const justifiedEndings: Readonly<Record<number, number>> = {
  [ending.sense]: 0,
  [ending.plain]: 0,
  [ending.weak]: 40,
  [ending.name]: 1_000,
  [ending.number]: 1_500,
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
  const excess = deficit - stretch;
  const units = wordStretch > 0 ? excess / wordStretch : oneWordUnits(excess, width);
  return Math.min(furthestRatio, 1 + units);
}

function oneWordUnits(missing: number, width: number): number {
  const measure = Math.max(width, 1 / oneWordShare);
  return (missing / (measure * oneWordShare)) * (1 + (oneWordGrowth * missing) / measure);
}

export function fitnessOf(ratio: number): Fitness {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** What lines are aligned by. */
export type AlignedStyle = Pick<ParagraphStyle, 'align' | 'alignLast'>;

/** The alignment of a line; `isLast`: before a forced break or the paragraph's end. */
export function alignmentOf(isLast: boolean, style: AlignedStyle): ParagraphStyle['align'] {
  return isLast ? style.alignLast : style.align;
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
export function endDemerits(points: BreakPoints, to: number, style: ParagraphStyle): number {
  const traits = points.traits[to] ?? 0;
  if (traits & trait.forced) return 0;
  const isRagged = style.align !== 'justify';
  const isHyphenated = (traits & trait.hyphenated) !== 0;
  const own = points.penalty[to] ?? 0;
  const factor = isRagged ? hyphenFactor.ragged : hyphenFactor.justified;
  const penalty = isHyphenated ? own * factor : own;
  let demerits = penalty * penalty;
  if (!isHyphenated)
    demerits += (isRagged ? raggedEndings : justifiedEndings)[points.ending[to] ?? 0] ?? 0;
  if (traits & trait.parts) demerits += costs.parted;
  if (traits & trait.dividesLastWord) demerits += costs.dividedLastWord;
  if (traits & trait.emergency) demerits += costs.emergency;
  return demerits;
}

/** What a last line costs for being short. One that is also the first is as long as it is. */
export function runtDemerits(
  points: BreakPoints,
  from: number,
  to: number,
  natural: number,
  width: number,
): number {
  if (hasTrait(points, from, trait.forced)) return 0;
  if ((points.letters[to] ?? 0) - (points.letters[from] ?? 0) < fewestLastLetters)
    return costs.tinyLast;
  if ((points.spaceTo[to] ?? 0) - (points.spaceFrom[from] ?? 0) <= 0) return costs.oneWordLast;
  return natural < width * shortLastShare ? costs.shortLast : 0;
}

/** What a hyphen at `to` costs where the room or the hyphenation zone is against it. */
export function hyphenPlaceDemerits(
  points: BreakPoints,
  from: number,
  to: number,
  { widthPt, endsColumn }: LineRoom,
  { hyphenation }: ParagraphStyle,
): number {
  if (!hasTrait(points, to, trait.hyphenated)) return 0;
  const { last, zonePt } = hyphenation;
  let demerits = 0;
  if (endsColumn) demerits = last === 'none' ? costs.hyphenBeforeLast : costs.forbiddenHyphen;
  const wordBreak = points.ordinary[to] ?? 0;
  if (zonePt > 0 && wordBreak > from) {
    const left = widthPt - naturalWidth(points, from, wordBreak);
    if (left <= zonePt) demerits += costs.hyphenInZone;
  }
  return demerits;
}

/** True where a line may not end: an emergency after a place where it could have ended. */
export function isNeedless(points: BreakPoints, from: number, to: number): boolean {
  return hasTrait(points, to, trait.emergency) && (points.ordinary[to] ?? 0) > from;
}

/** The cost of one line by itself, set to its room. */
export function lineCost(
  points: BreakPoints,
  from: number,
  to: number,
  room: LineRoom,
  style: ParagraphStyle,
): LineCost {
  const width = room.widthPt;
  const natural = naturalWidth(points, from, to);
  const deficit = width - natural;
  const shrink = (points.shrinkTo[to] ?? 0) - (points.shrinkFrom[from] ?? 0);
  if (deficit + shrink < -tolerancePt) {
    const demerits = overfullDemerits(-deficit - shrink, width);
    return { demerits, ratio: -1, fitness: 1, overfull: true };
  }
  const forced = hasTrait(points, to, trait.forced);
  const isJustified = alignmentOf(forced, style) === 'justify' || deficit < -tolerancePt;
  const ratio = isJustified ? lineRatio(points, from, to, deficit, width) : 0;
  const looseness = isJustified
    ? justifiedDemerits(ratio)
    : raggedDemerits(forced ? 0 : deficit, width);
  const demerits =
    looseness +
    endDemerits(points, to, style) +
    (forced ? runtDemerits(points, from, to, natural, width) : 0) +
    hyphenPlaceDemerits(points, from, to, room, style);
  return { demerits, ratio, fitness: isJustified ? fitnessOf(ratio) : 1, overfull: false };
}

function lineRatio(
  points: BreakPoints,
  from: number,
  to: number,
  deficit: number,
  width: number,
): number {
  const stretch = (points.stretchTo[to] ?? 0) - (points.stretchFrom[from] ?? 0);
  const wordStretch = (points.wordStretchTo[to] ?? 0) - (points.wordStretchFrom[from] ?? 0);
  const shrink = (points.shrinkTo[to] ?? 0) - (points.shrinkFrom[from] ?? 0);
  return adjustmentRatio(deficit, stretch, wordStretch, shrink, width);
}

/**
 * What a line costs beside the one before it (p. 1130), which has `fitnessBefore` and ends a row of
 * `hyphensInRow` hyphens. `traits` are those of the break that the line ends at.
 */
export function neighbourDemerits(
  fitnessBefore: number,
  hyphensInRow: number,
  fitness: Fitness,
  traits: number,
  { hyphenation }: ParagraphStyle,
): number {
  const apart = Math.abs(fitnessBefore - fitness);
  let demerits = apart > 1 ? costs.uneven : apart * costs.unlike;
  const isHyphenated = (traits & trait.hyphenated) !== 0;
  if (isHyphenated && hyphensInRow >= hyphenation.lines) demerits += costs.tooManyHyphens;
  if (hyphensInRow === 0) return demerits;
  if (isHyphenated) demerits += costs.ladder;
  if (traits & trait.forced)
    demerits += hyphenation.last === 'always' ? costs.forbiddenHyphen : costs.hyphenBeforeLast;
  return demerits;
}
