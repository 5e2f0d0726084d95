/**
 * Finds a paragraph's break points and what stands before and after each. Spaces at a break
 * vanish; edges stay with the words they enclose; a division adds a hyphen. Where kerning or a
 * ligature reaches across, both sides are shaped anew and the differences kept.
 */
import { type BreakPoints, emptyBreakPoints, filledBreakPoints, trait } from './break-points.ts';
import {
  canWrap,
  contentEnd,
  type Flexibility,
  flexibilityOf,
  hangingEdges,
  isAvoided,
  splitEdges,
} from './break-sides.ts';
import { breaking, findBreaks } from './breaks.ts';
import { isBreakingSpace, isForcedBreak } from './characters.ts';
import { findDivisions } from './divisions.ts';
import { closingWidth, openingWidth, stopWidth } from './hanging-punctuation.ts';
import { hangAtEnd, hangAtStart } from './optical-margins.ts';
import type { ParagraphText } from './paragraph-text.ts';
import { type OpenRepeated, openRepeated } from './repeated-edges.ts';
import { changeAtEnd, changeAtStart, hyphenAfter, lastLetterEms } from './reshape-ends.ts';
import type { ParagraphStyle } from './types.ts';
import { endingOf } from './weak-endings.ts';
import { emergencyBreaks, withOwnBreaks } from './wrapping.ts';

/** Of a stop that may hang, and does. */
const hangingPenalty = 60;

const penalties: Readonly<Record<number, number>> = {
  [breaking.hyphen]: 30,
  [breaking.address]: 90,
};

type Columns = ReturnType<typeof emptyBreakPoints>;

/** What is the same for all points of a paragraph, and what the points before have left. */
interface Finding {
  readonly paragraph: ParagraphText;
  readonly style: ParagraphStyle;
  readonly columns: Columns;
  readonly by: Flexibility | null;
  readonly hangs: ReturnType<typeof hangingEdges>;
  readonly repeated: OpenRepeated | null;
  count: number;
  /** The last break without a hyphen, and the last that is no emergency. */
  wordBreak: number;
  ordinary: number;
}

/** How far a line is indented that begins after such a break. */
function indentAfter(traits: number, { laterIndents }: ParagraphStyle): number {
  if (!laterIndents) return 0;
  return traits & trait.forced ? laterIndents.afterBreakPt : laterIndents.othersPt;
}

/** What hangs over the right edge of a line that ends at a break. */
function hangingAt(
  { paragraph, style, hangs }: Finding,
  end: number,
  added: string,
  isFinal: boolean,
) {
  const optical = hangs.right ? hangAtEnd(paragraph, end, added) : 0;
  const hanging = style.hangingPunctuation;
  if (!hanging || added !== '') return optical;
  const stop = hanging.end === 'force' ? stopWidth(paragraph, end) : 0;
  const close = hanging.last && isFinal ? closingWidth(paragraph, end) : 0;
  return Math.max(optical, stop, close);
}

/** Stretch and shrink at a break, from the running sums and how the line's ends differ from them. */
function addFlexibility(
  { paragraph, columns }: Finding,
  by: Flexibility,
  row: number,
  endChange: number,
  startChange: number,
): void {
  const { spaceWidth, letterEms, glyphWidth } = paragraph;
  const end = columns.end[row] ?? 0;
  const start = columns.start[row] ?? 0;
  const wordsTo = spaceWidth[end] ?? 0;
  const lettersTo = (letterEms[end] ?? 0) - lastLetterEms(paragraph, end, columns.added[row] ?? '');
  const glyphsTo = (glyphWidth[end] ?? 0) + endChange;
  columns.wordStretchTo[row] = wordsTo * by.wordStretch;
  columns.stretchTo[row] =
    wordsTo * by.wordStretch + lettersTo * by.letterStretch + glyphsTo * by.glyphStretch;
  columns.shrinkTo[row] =
    wordsTo * by.wordShrink + lettersTo * by.letterShrink + glyphsTo * by.glyphShrink;
  const wordsFrom = spaceWidth[start] ?? 0;
  const lettersFrom = letterEms[start] ?? 0;
  const glyphsFrom = (glyphWidth[start] ?? 0) - startChange;
  columns.wordStretchFrom[row] = wordsFrom * by.wordStretch;
  columns.stretchFrom[row] =
    wordsFrom * by.wordStretch + lettersFrom * by.letterStretch + glyphsFrom * by.glyphStretch;
  columns.shrinkFrom[row] =
    wordsFrom * by.wordShrink + lettersFrom * by.letterShrink + glyphsFrom * by.glyphShrink;
}

/**
 * Adds the break before the character at `start`. `traits`: what is known of it already. `more`
 * hangs over the right edge besides.
 */
function addPoint(
  finding: Finding,
  start: number,
  traits: number,
  penalty: number,
  more = 0,
): void {
  const { paragraph, columns, by, hangs, repeated } = finding;
  const { width, edgeWidth, spaceWidth, edges, text, textOf, texts } = paragraph;
  const row = finding.count++;
  const forced = (traits & trait.forced) !== 0;
  const end = contentEnd(paragraph, start, forced);
  const split = splitEdges(paragraph, columns.edge[row - 1] ?? 0, end, start);
  const isFinal = start === text.length;
  const closing = isFinal ? split.closing + split.opening : split.closing;
  const part = texts[textOf[end - 1] ?? -1];
  const added = (traits & trait.divides) !== 0 && part ? hyphenAfter(part, end) : '';
  const endChange = changeAtEnd(paragraph, end, added);
  const startChange = isFinal ? 0 : changeAtStart(paragraph, start);
  const hangEnd = split.closing === 0 ? Math.max(more, hangingAt(finding, end, added, isFinal)) : 0;
  const hangStart =
    hangs.left && !isFinal && split.opening === 0 ? hangAtStart(paragraph, start) : 0;
  const indent = indentAfter(traits, finding.style);
  columns.end[row] = end;
  columns.start[row] = start;
  columns.edge[row] = isFinal ? edges.length : split.edge;
  columns.penalty[row] = penalty;
  columns.added[row] = added;
  columns.endChange[row] = endChange - hangEnd;
  columns.hangEnd[row] = hangEnd;
  columns.hangStart[row] = hangStart;
  columns.indent[row] = indent;
  const edgesBefore = edgeWidth[end] ?? 0;
  columns.widthTo[row] = (width[end] ?? 0) + edgesBefore + closing + endChange - hangEnd;
  columns.widthFrom[row] =
    (width[start] ?? 0) + edgesBefore + split.closing - startChange + hangStart - indent;
  if (repeated) {
    columns.widthTo[row] += repeated.ends[columns.edge[row] ?? 0] ?? 0;
    columns.widthFrom[row] -= repeated.starts[columns.edge[row] ?? 0] ?? 0;
  }
  columns.spaceTo[row] = spaceWidth[end] ?? 0;
  columns.spaceFrom[row] = spaceWidth[start] ?? 0;
  columns.letters[row] = paragraph.letterCount[end] ?? 0;
  if (by) addFlexibility(finding, by, row, endChange, startChange);
  const isHyphenated = (traits & trait.hyphenated) !== 0;
  if (!forced && !isHyphenated) columns.ending[row] = endingOf(paragraph, end, start);
  const parts = !forced && isAvoided(paragraph, end - 1) && isAvoided(paragraph, start);
  columns.traits[row] = parts ? traits | trait.parts : traits;
  if (traits & trait.emergency) columns.ordinary[row] = finding.ordinary;
  else {
    finding.ordinary = row;
    if (isHyphenated) columns.ordinary[row] = finding.wordBreak;
    else finding.wordBreak = row;
  }
}

/** The paragraph's start, where its first line begins. */
function addStart({ paragraph, style, columns, hangs, repeated }: Finding): void {
  const optical = hangs.left ? hangAtStart(paragraph, 0) : 0;
  const hangStart = style.hangingPunctuation?.first
    ? Math.max(optical, openingWidth(paragraph))
    : optical;
  columns.traits[0] = trait.forced;
  columns.hangStart[0] = hangStart;
  columns.indent[0] = style.indentPt;
  columns.widthFrom[0] = hangStart - style.indentPt - (repeated?.starts[0] ?? 0);
}

const divided = trait.hyphenated | trait.divides;

/**
 * Where words run both ways, what stands at a line's edges is known when it is put in order: nothing
 * hangs there.
 */
function edgesStyle({ texts }: ParagraphText, style: ParagraphStyle): ParagraphStyle {
  if (texts[0]?.level === undefined) return style;
  const { hangingPunctuation: _, ...others } = style;
  return { ...others, opticalMargins: false };
}

/** UAX 14 places and divisions of words, in order, without those in unwrappable text. */
function findAll(
  paragraph: ParagraphText,
  asked: ParagraphStyle,
  emergencies: Uint8Array | null,
): BreakPoints {
  const style = edgesStyle(paragraph, asked);
  const { text } = paragraph;
  const breaks = withOwnBreaks(paragraph, findBreaks(text));
  const divisions = findDivisions(paragraph, style.hyphenation);
  const mayHang = style.hangingPunctuation?.end === 'allow';
  let most = 3 + divisions.offsets.length;
  for (let start = 1; start < text.length; start++)
    if (breaks[start] !== breaking.none || emergencies?.[start]) most += mayHang ? 2 : 1;
  const finding = startFinding(paragraph, style, emptyBreakPoints(most));
  let next = 0;
  for (let start = 1; start < text.length; start++) {
    const kind = breaks[start] ?? breaking.none;
    const division = divisions.offsets[next] === start ? next++ : -1;
    const isEmergency = kind === breaking.none && division === -1;
    if (isEmergency && !emergencies?.[start]) continue;
    if (kind !== breaking.forced) {
      // A space decides for itself; elsewhere the text on both sides must forbid wrapping.
      const isSpace = isBreakingSpace(text.charCodeAt(start - 1));
      if (!canWrap(paragraph, start - 1) && (isSpace || !canWrap(paragraph, start))) continue;
    }
    if (isEmergency) addPoint(finding, start, trait.emergency, 0);
    else if (kind === breaking.none)
      addPoint(
        finding,
        start,
        divided | (divisions.traits[division] ?? 0),
        divisions.penalties[division] ?? 0,
      );
    else {
      if (mayHang && kind !== breaking.forced) addHanging(finding, start, kind);
      addPoint(finding, start, traitsOf(kind), penalties[kind] ?? 0);
    }
  }
  addPoint(finding, text.length, trait.forced, 0);
  return filledBreakPoints(finding.columns, finding.count);
}

/**
 * The start and the end alone, for a paragraph that may turn out to be a single line: where else it
 * could be broken then plays no part. Good until the next call, and without stretch and shrink. Null
 * where lines are forced to end, or edges might belong to another line.
 */
export function outerPoints(paragraph: ParagraphText, asked: ParagraphStyle): BreakPoints | null {
  const style = edgesStyle(paragraph, asked);
  const { text, edges } = paragraph;
  const end = text.length - 1;
  for (let i = 0; i < end; i++) if (isForcedBreak(text.charCodeAt(i))) return null;
  if (edges.length > 0) {
    const last = text.charCodeAt(end);
    if (isBreakingSpace(last) || isForcedBreak(last)) return null;
    if (edges.some(({ widthPt }) => widthPt < 0)) return null;
  }
  const finding = startFinding(paragraph, style, twoPoints());
  addPoint(finding, text.length, trait.forced, 0);
  return finding.columns;
}

let outer: Columns | undefined;

/** Used again for each paragraph. What addPoint may leave is what no line of one piece asks for. */
function twoPoints(): Columns {
  outer ??= emptyBreakPoints(2);
  return outer;
}

/** With columns that have room for the points; the first is added. */
function startFinding(paragraph: ParagraphText, style: ParagraphStyle, columns: Columns): Finding {
  const finding: Finding = {
    paragraph,
    style,
    columns,
    by: flexibilityOf(style),
    hangs: hangingEdges(style),
    repeated: openRepeated(paragraph),
    count: 1,
    wordBreak: 0,
    ordinary: 0,
  };
  addStart(finding);
  return finding;
}

/** The same break with a stop outside the line: dearer, so that it is taken where there is no room. */
function addHanging(finding: Finding, start: number, kind: number): void {
  const width = stopWidth(finding.paragraph, contentEnd(finding.paragraph, start, false));
  if (width > 0)
    addPoint(finding, start, traitsOf(kind), (penalties[kind] ?? 0) + hangingPenalty, width);
}

function traitsOf(kind: number): number {
  if (kind === breaking.forced) return trait.forced;
  if (kind === breaking.hyphen) return trait.hyphenated;
  return kind === breaking.address ? trait.address : 0;
}

const remembered = new WeakMap<ParagraphText, Map<string, BreakPoints>>();

const limitsKeys = new WeakMap<ParagraphStyle['justification'], string>();

function limitsKey(justification: ParagraphStyle['justification']): string {
  let key = limitsKeys.get(justification);
  if (key === undefined) {
    key = JSON.stringify(justification);
    limitsKeys.set(justification, key);
  }
  return key;
}

const keys = new WeakMap<ParagraphStyle, string>();

/** Everything of a style that changes break points. */
function keyOf(style: ParagraphStyle): string {
  const known = keys.get(style);
  if (known !== undefined) return known;
  const key = writeKey(style);
  keys.set(style, key);
  return key;
}

function writeKey(style: ParagraphStyle): string {
  const { align, alignLast, justification, hyphenation, opticalMargins } = style;
  const { indentPt, laterIndents, hangingPunctuation } = style;
  const { word, before, after } = hyphenation;
  const flexible = align === 'justify' || alignLast === 'justify';
  const limits = flexible ? limitsKey(justification) : '';
  const hanging = opticalMargins ? align : '';
  const indents = `${indentPt},${laterIndents?.afterBreakPt},${laterIndents?.othersPt}`;
  const outside = hangingPunctuation ? JSON.stringify(hangingPunctuation) : '';
  return `${word},${before},${after},${hanging},${limits},${indents},${outside}`;
}

/**
 * All break points in order. The first is the paragraph's start, the last its end; both, and those
 * at forced breaks, are `forced`. A forced break at the very end opens no further line.
 */
export function breakPoints(paragraph: ParagraphText, style: ParagraphStyle): BreakPoints {
  const known = remembered.get(paragraph)?.get(keyOf(style));
  if (known) return known;
  const points = findAll(paragraph, style, null);
  rememberBreakPoints(paragraph, style, points);
  return points;
}

/** Has break points known that were found elsewhere. */
export function rememberBreakPoints(
  paragraph: ParagraphText,
  style: ParagraphStyle,
  points: BreakPoints,
): void {
  const known = remembered.get(paragraph) ?? new Map<string, BreakPoints>();
  remembered.set(paragraph, known.set(keyOf(style), points));
}

/**
 * The same with breaks inside words that are wider than `room`, where their style allows it
 * (css-text-4 §5.5).
 */
export function withEmergencies(
  paragraph: ParagraphText,
  style: ParagraphStyle,
  room: number,
  which: readonly ('break-word' | 'anywhere')[],
): BreakPoints {
  const points = breakPoints(paragraph, style);
  return findAll(paragraph, style, emergencyBreaks(paragraph, points, room, which));
}
