/**
 * What a line costs: D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software —
 * Practice and Experience 11 (1981), p. 1119 ff., with the house's rules for Danish (runts, ladders,
 * the last word). All functions are pure; the searches and the tests share them.
 */
import { type BreakPoint, naturalWidth } from './break-points.ts';
import type { LineRoom, ParagraphStyle } from './types.ts';

/** Widths within this many points of each other are the same: sums in different order differ. */
export const tolerancePt = 0.001;

/** TeX's classes of looseness: neighbours more than one apart look uneven. */
export type Fitness = 0 | 1 | 2 | 3;

export interface LineCost {
  readonly demerits: number;
  readonly fitness: Fitness;
  /** Wider than the measure, even with every space shrunk. */
  readonly overfull: boolean;
}

export const costs = {
  /** TeX's \linepenalty. */
  line: 10,
  /** TeX's \adjdemerits. */
  uneven: 6_000,
  /** Two hyphens in a row; more than the paragraph permits. */
  ladder: 8_000,
  tooManyHyphens: 1e9,
  /** The line before the last ends with a hyphen; the last word itself is divided. */
  hyphenBeforeLast: 10_000,
  dividedLastWord: 1e9,
  /** A hyphen at the end of a column, panel or page. */
  hyphenAtColumnEnd: 1e9,
  /** Last lines of under five characters, of one word, of under a sixth of the measure. */
  tinyLast: 1e6,
  oneWordLast: 20_000,
  shortLast: 5_000,
  /** A line that sticks out: any other fault is better. */
  overfull: 1e12,
} as const;

/** Fewest characters of a last line. */
const fewestLastCharacters = 5;
const shortLastShare = 1 / 6;
/** In ragged setting, this share of the measure left empty is as bad as a line stretched to its limit. */
const raggedZone = 0.2;
const raggedHyphenFactor = 2;
/** Where the cube would run away (lines that cannot be stretched enough), badness grows slowly. */
const worstCube = 10_000;

/** 100 |r|³ (p. 1129), growing with the empty share alone where r is out of all bounds. */
function badness(ratio: number, emptyShare: number): number {
  const cube = 100 * Math.abs(ratio) ** 3;
  return cube <= worstCube ? cube : worstCube * (1 + emptyShare);
}

/** The adjustment ratio r (p. 1124) of a line with its spaces' own width given. */
export function adjustmentRatio(deficit: number, spaces: number, style: ParagraphStyle): number {
  if (Math.abs(deficit) <= tolerancePt) return 0;
  const room = deficit > 0 ? style.wordSpace.max - 1 : 1 - style.wordSpace.min;
  const flexible = spaces * Math.max(room, 0);
  // No spaces, or spaces that may not change: as bad as it gets, but a number.
  return flexible > 0
    ? Math.max(-100, Math.min(100, deficit / flexible))
    : deficit > 0
      ? 100
      : -100;
}

function fitnessOf(ratio: number): Fitness {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** Width of the word spaces between two break points. */
export function spacesBetween(from: BreakPoint, to: BreakPoint): number {
  return Math.max(0, to.spaceBefore - from.spaceAfter);
}

/** The alignment of a line that ends at `to`. */
export function alignmentAt(to: BreakPoint, style: ParagraphStyle): ParagraphStyle['align'] {
  return to.forced ? style.alignLast : style.align;
}

function overfullCost(excess: number, width: number): LineCost {
  const share = excess / Math.max(width, 1);
  return { demerits: costs.overfull * (1 + share), fitness: 1, overfull: true };
}

/** What a last line costs for being short. One that is also the first is as long as it is. */
function runtDemerits(from: BreakPoint, to: BreakPoint, natural: number, width: number): number {
  if (from.forced) return 0;
  if (to.end - from.start < fewestLastCharacters) return costs.tinyLast;
  if (spacesBetween(from, to) === 0) return costs.oneWordLast;
  return natural < width * shortLastShare ? costs.shortLast : 0;
}

function hyphenDemerits(to: BreakPoint, isRagged: boolean, endsColumn: boolean): number {
  const penalty = to.penalty * (isRagged && to.hyphenated ? raggedHyphenFactor : 1);
  const atColumnEnd = endsColumn && to.hyphenated ? costs.hyphenAtColumnEnd : 0;
  return penalty ** 2 + (to.dividesLastWord ? costs.dividedLastWord : 0) + atColumnEnd;
}

/** The cost of one line by itself, set to its room. */
export function lineCost(
  from: BreakPoint,
  to: BreakPoint,
  { widthPt: width, endsColumn }: LineRoom,
  style: ParagraphStyle,
): LineCost {
  const natural = naturalWidth(from, to);
  const deficit = width - natural;
  const spaces = spacesBetween(from, to);
  const isJustified = alignmentAt(to, style) === 'justify';
  const mayShrink = style.align === 'justify';
  const shrink = mayShrink ? spaces * Math.max(0, 1 - style.wordSpace.min) : 0;
  if (deficit + shrink < -tolerancePt) return overfullCost(-deficit - shrink, width);
  const emptyShare = Math.max(0, deficit) / Math.max(width, 1);
  const runt = to.forced ? runtDemerits(from, to, natural, width) : 0;
  if (isJustified || deficit < -tolerancePt) {
    const ratio = adjustmentRatio(deficit, spaces, style);
    const demerits = (costs.line + badness(ratio, emptyShare)) ** 2;
    const own = demerits + hyphenDemerits(to, false, endsColumn) + runt;
    return { demerits: own, fitness: fitnessOf(ratio), overfull: false };
  }
  const ratio = to.forced ? 0 : emptyShare / raggedZone;
  const demerits = (costs.line + badness(ratio, emptyShare)) ** 2;
  return {
    demerits: demerits + hyphenDemerits(to, true, endsColumn) + runt,
    fitness: 1,
    overfull: false,
  };
}

/**
 * The least that a line with room to spare can cost: what is dearer by this alone than another way
 * to the same break need not be looked at.
 */
export function leastDemerits(
  deficit: number,
  spaces: number,
  width: number,
  style: ParagraphStyle,
): number {
  const emptyShare = deficit / Math.max(width, 1);
  const isJustified = style.align === 'justify';
  const ratio = isJustified ? adjustmentRatio(deficit, spaces, style) : emptyShare / raggedZone;
  return (costs.line + badness(ratio, emptyShare)) ** 2;
}

/** What two neighbouring lines cost together (p. 1130), and hyphens in a row. */
export function neighbourDemerits(
  before: { readonly fitness: Fitness; readonly hyphensInRow: number },
  after: { readonly fitness: Fitness; readonly to: BreakPoint },
  style: ParagraphStyle,
): number {
  let demerits = Math.abs(before.fitness - after.fitness) > 1 ? costs.uneven : 0;
  if (after.to.hyphenated) {
    if (before.hyphensInRow > 0) demerits += costs.ladder;
    if (before.hyphensInRow >= style.maxConsecutiveHyphens) demerits += costs.tooManyHyphens;
  }
  if (after.to.forced && before.hyphensInRow > 0) demerits += costs.hyphenBeforeLast;
  return demerits;
}
