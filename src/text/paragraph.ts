/**
 * Paragraphs in, lines out. The items become one text with glyphs and running widths, the text its
 * break points; one of three searches chooses among them; the chosen lines are set.
 */
import { balanced } from './balance.ts';
import {
  type BreakPoints,
  hasTrait,
  naturalWidth,
  selectBreakPoints,
  trait,
} from './break-points.ts';
import { tolerancePt } from './demerits.ts';
import { breakPoints, outerPoints, withEmergencies } from './find-break-points.ts';
import { firstFit } from './first-fit.ts';
import { totalFit } from './knuth-plass.ts';
import { longestAlike, type ParagraphText, paragraphText } from './paragraph-text.ts';
import { setLine } from './set-line.ts';
import type { MissingCharacter } from './shape.ts';
import {
  evenShape,
  type InlineItem,
  type IntrinsicWidths,
  type Line,
  type LineShape,
  type LineSource,
  type ParagraphStyle,
} from './types.ts';
import { mayBreakWords } from './wrapping.ts';

/** A paragraph set in lines, and the characters that no font had. */
export interface BrokenParagraph {
  readonly lines: readonly Line[];
  readonly missing: readonly MissingCharacter[];
}

/** Indices of the break points that lines end at, the paragraph's start first. */
export function chooseBreaks(
  points: BreakPoints,
  style: ParagraphStyle,
  shape: LineShape,
): readonly number[] {
  const { firstLineEnd, ...others } = style;
  if (firstLineEnd === undefined) return searchBreaks(points, style, shape);
  const kept: number[] = [];
  for (let index = 0; index < points.count; index++)
    if (index === 0 || (points.start[index] ?? 0) >= firstLineEnd) kept.push(index);
  const [, end = 0] = kept;
  if (points.start[end] !== firstLineEnd) return searchBreaks(points, others, shape);
  const fewer = selectBreakPoints(points, kept);
  // For the search alone: the line does not end as a paragraph does.
  fewer.traits[1] = (fewer.traits[1] ?? 0) | trait.forced;
  return searchBreaks(fewer, others, shape).map((index) => kept[index] ?? 0);
}

function searchBreaks(
  points: BreakPoints,
  style: ParagraphStyle,
  shape: LineShape,
): readonly number[] {
  switch (style.wrap) {
    case 'greedy':
      return firstFit(points, style.hyphenation.lines, shape);
    case 'balance':
      return balanced(points, shape) ?? totalFit(points, style, shape);
    case 'total-fit':
      return totalFit(points, style, shape);
  }
}

/** Break points, and those of them that were chosen. */
export interface ChosenBreaks {
  readonly points: BreakPoints;
  readonly chosen: readonly number[];
}

/** What may be wider than its line only where no line could be broken otherwise. */
function sticksOut({ points, chosen }: ChosenBreaks, shape: LineShape): boolean {
  return chosen.slice(1).some((to, line) => {
    const from = chosen[line] ?? 0;
    const shrink = (points.shrinkTo[to] ?? 0) - (points.shrinkFrom[from] ?? 0);
    return naturalWidth(points, from, to) - shrink > shape(line).widthPt + tolerancePt;
  });
}

/** Chooses among the ordinary breaks, and where a word sticks out that may be broken, among all. */
export function chooseAmong(
  paragraph: ParagraphText,
  style: ParagraphStyle,
  shape: LineShape,
): ChosenBreaks {
  const points = breakPoints(paragraph, style);
  const usual = { points, chosen: chooseBreaks(points, style, shape) };
  if (!mayBreakWords(paragraph, ['break-word', 'anywhere']) || !sticksOut(usual, shape))
    return usual;
  const narrowest = usual.chosen.reduce(
    (least, _, line) => Math.min(least, shape(line).widthPt),
    Number.POSITIVE_INFINITY,
  );
  const all = withEmergencies(paragraph, style, narrowest, ['break-word', 'anywhere']);
  return { points: all, chosen: chooseBreaks(all, style, shape) };
}

/**
 * The whole paragraph as one line where it fits without being set tighter; no division into more
 * lines could cost less.
 */
function asOneLine(
  paragraph: ParagraphText,
  style: ParagraphStyle,
  shape: LineShape,
): ChosenBreaks | null {
  if (style.alignLast === 'justify' || style.firstLineEnd !== undefined) return null;
  const room = shape(0).widthPt + tolerancePt;
  // What hangs over the edges is a small part of a line.
  if ((paragraph.width[paragraph.text.length] ?? 0) > room * 1.2) return null;
  const points = outerPoints(paragraph, style);
  return points && naturalWidth(points, 0, 1) <= room ? { points, chosen: [0, 1] } : null;
}

/**
 * The lines of a paragraph. `shape(i)` is the room for line `i`, indents not taken off. No items, or only empty text: no lines. Where something cannot be broken to fit,
 * the line is set `overfull`. `prepareShaping` must have been awaited with the items' languages.
 * The list of items must not be changed afterwards: what was worked out about it is kept with it.
 */
export function breakParagraph(
  items: readonly InlineItem[],
  style: ParagraphStyle,
  shape: LineShape,
): BrokenParagraph {
  const paragraph = paragraphText(items);
  const source: LineSource = { items, style, shape };
  return { lines: linesOf(paragraph, source), missing: paragraph.missing };
}

function linesOf(
  paragraph: ParagraphText,
  source: LineSource,
  choose = chooseAmong,
): readonly Line[] {
  if (paragraph.text === '' && paragraph.edges.length === 0) return [];
  const { style, shape } = source;
  const { points, chosen } = asOneLine(paragraph, style, shape) ?? choose(paragraph, style, shape);
  const lines: Line[] = [];
  for (let line = 0; line + 1 < chosen.length; line++) {
    const [from, to] = [chosen[line] ?? 0, chosen[line + 1] ?? 0];
    lines.push(setLine(paragraph, points, from, to, source, line));
  }
  return lines;
}

/** The lines that a paragraph was set in last, in a column of that width. */
interface KnownLines {
  readonly style: ParagraphStyle;
  readonly widthPt: number;
  readonly lines: readonly Line[];
}

const knownLines = new WeakMap<ParagraphText, KnownLines>();

/** The breaks that were chosen elsewhere for a paragraph, in a column of that width. */
interface KnownBreaks extends ChosenBreaks {
  readonly style: ParagraphStyle;
  readonly widthPt: number;
}

const knownBreaks = new WeakMap<ParagraphText, KnownBreaks>();

/** Has the breaks of a paragraph known that were chosen elsewhere. */
export function rememberBreaks(paragraph: ParagraphText, breaks: KnownBreaks): void {
  knownBreaks.set(paragraph, breaks);
}

/** The breaks of a paragraph in a column, its first line and its last among them. */
export function breaksInColumn(
  paragraph: ParagraphText,
  style: ParagraphStyle,
  widthPt: number,
): ChosenBreaks {
  const known = knownBreaks.get(paragraph);
  if (known?.style === style && known.widthPt === widthPt) return known;
  return chooseAmong(paragraph, style, evenShape(widthPt));
}

/** The lines of a paragraph in a column; those of one that is alike are found again. */
export function linesInColumn(
  items: readonly InlineItem[],
  style: ParagraphStyle,
  widthPt: number,
): readonly Line[] {
  const paragraph = paragraphText(items);
  const source: LineSource = { items, style, shape: evenShape(widthPt) };
  const known = knownLines.get(paragraph);
  if (known?.style === style && known.widthPt === widthPt)
    return known.lines.map((line) => ({ ...line, source }));
  const lines = linesOf(paragraph, source, () => breaksInColumn(paragraph, style, widthPt));
  if (paragraph.text.length <= longestAlike) knownLines.set(paragraph, { style, widthPt, lines });
  return lines;
}

/**
 * Widths of a paragraph on its own (css-sizing-3 §5.1), the indent of the first line included:
 * broken wherever it may be, hyphens included, and broken only where it must.
 */
export function measureParagraph(
  items: readonly InlineItem[],
  style: ParagraphStyle,
): IntrinsicWidths {
  const paragraph = paragraphText(items);
  const points = mayBreakWords(paragraph, ['anywhere'])
    ? withEmergencies(paragraph, style, 0, ['anywhere'])
    : breakPoints(paragraph, style);
  let minContentPt = 0;
  let maxContentPt = 0;
  let lineStart = 0;
  for (let to = 1; to < points.count; to++) {
    minContentPt = Math.max(minContentPt, naturalWidth(points, to - 1, to));
    if (!hasTrait(points, to, trait.forced)) continue;
    maxContentPt = Math.max(maxContentPt, naturalWidth(points, lineStart, to));
    lineStart = to;
  }
  return { minContentPt, maxContentPt: Math.max(minContentPt, maxContentPt) };
}
