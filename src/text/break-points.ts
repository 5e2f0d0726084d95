/**
 * A paragraph's break points: the places where a line may end, each with what stands before and
 * after it, so that the width of a line between any two of them is one subtraction. Spaces at a
 * break vanish; edges stay with the words they enclose; a division adds a hyphen. Where kerning or
 * a ligature reaches across, both sides are shaped anew and the differences kept.
 */
import { breaking, findBreaks } from './breaks.ts';
import { isBreakingSpace, isForcedBreak } from './characters.ts';
import { findDivisions } from './divisions.ts';
import { glyphOf } from './glyphs.ts';
import { hangAtEnd, hangAtStart } from './optical-margins.ts';
import { advanceAt, type ParagraphText, type TextPart } from './paragraph-text.ts';
import { cutting, shapeText } from './shape.ts';
import type { Limits, ParagraphStyle } from './types.ts';
import { type Ending, endingOf } from './weak-endings.ts';

export interface BreakPoint {
  /** The line before ends at this offset; spaces between `end` and `start` vanish. */
  readonly end: number;
  /** The line after begins here. */
  readonly start: number;
  /** Edges up to this index of `ParagraphText.edges` stand before the break. */
  readonly edge: number;
  /** Width of everything before, and of everything up to the next line's start (its own edges not). */
  readonly widthBefore: number;
  readonly widthAfter: number;
  /** Word spaces before and after, as the fonts have them. */
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  /** What a justified line may be stretched and shrunk by, summed like widths; 0 in ragged text. */
  readonly stretchBefore: number;
  readonly stretchAfter: number;
  readonly shrinkBefore: number;
  readonly shrinkAfter: number;
  /** The part of the stretch that word spaces have. */
  readonly wordStretchBefore: number;
  readonly wordStretchAfter: number;
  /** Letters and figures before. */
  readonly lettersBefore: number;
  /** What the line before is wider by for ending here: a hyphen, less tracking, and less what hangs over the edge. */
  readonly endChange: number;
  /** What the line after is wider by for beginning here, less what hangs over the edge. */
  readonly startChange: number;
  /** What hangs over the left edge at the start of the line after, and over the right one before. */
  readonly hangStart: number;
  readonly hangEnd: number;
  /** Knuth and Plass's p: 0 is free. */
  readonly penalty: number;
  /** The hyphen character to be added; '' where none is. */
  readonly added: string;
  /** The line ends with a hyphen, added or not. */
  readonly hyphenated: boolean;
  readonly forced: boolean;
  /** The hyphen that is added stands between the parts of a compound. */
  readonly isJoint: boolean;
  /** A break inside a web or mail address. */
  readonly inAddress: boolean;
  /** Words that should stay together are parted here. */
  readonly avoided: boolean;
  /** How well a line may end here by its sense. */
  readonly ending: Ending;
  /** For a divided word: the last break before it that adds no hyphen. */
  readonly wordBreak: BreakPoint | null;
  /** Divides the last word before a forced break. */
  readonly dividesLastWord: boolean;
}

const penalties: Readonly<Record<number, number>> = {
  [breaking.hyphen]: 30,
  [breaking.address]: 90,
};

interface Candidate {
  readonly start: number;
  readonly kind: number;
  readonly penalty: number;
  readonly added: boolean;
  readonly isJoint: boolean;
  readonly dividesLastWord: boolean;
}

function canWrap(paragraph: ParagraphText, offset: number): boolean {
  const part = paragraph.texts[paragraph.textOf[offset] ?? -1];
  return part?.style.wrap ?? true;
}

/** UAX 14 places and divisions of words, in order, without those in unwrappable text. */
function candidatesOf(paragraph: ParagraphText, style: ParagraphStyle): readonly Candidate[] {
  const { text } = paragraph;
  const breaks = findBreaks(text);
  const divisions = findDivisions(paragraph, style.hyphenation);
  const candidates: Candidate[] = [];
  let next = 0;
  for (let start = 1; start < text.length; start++) {
    const kind = breaks[start] ?? breaking.none;
    const division = divisions[next]?.offset === start ? divisions[next++] : undefined;
    if (kind === breaking.none && !division) continue;
    if (kind !== breaking.forced) {
      // A space decides for itself; elsewhere the text on both sides must forbid wrapping.
      const isSpace = isBreakingSpace(text.charCodeAt(start - 1));
      if (!canWrap(paragraph, start - 1) && (isSpace || !canWrap(paragraph, start))) continue;
    }
    if (kind === breaking.none && division) {
      const { penalty, isJoint, isLastWord: dividesLastWord } = division;
      const kind = breaking.allowed;
      candidates.push({ start, kind, penalty, added: true, isJoint, dividesLastWord });
    } else {
      const penalty = penalties[kind] ?? 0;
      candidates.push({
        start,
        kind,
        penalty,
        added: false,
        isJoint: false,
        dividesLastWord: false,
      });
    }
  }
  return candidates;
}

/** Where the line's content ends: before the forced break, and before spaces that may vanish. */
function contentEnd(paragraph: ParagraphText, start: number, isForced: boolean): number {
  const { text } = paragraph;
  let end = start;
  if (isForced && end > 0 && isForcedBreak(text.charCodeAt(end - 1))) {
    end--;
    if (text[end] === '\n' && text[end - 1] === '\r') end--;
  }
  while (end > 0 && isBreakingSpace(text.charCodeAt(end - 1)) && canWrap(paragraph, end - 1)) end--;
  return end;
}

/** Width of a stretch of a part, shaped on its own, without the spacing after its last letter. */
function widthAlone(part: TextPart, text: string): number {
  const shaped = shapeText(text, part.style);
  let width = -part.style.letterSpacingPt;
  for (let i = 0; i < text.length; i++) width += advanceAt(shaped, text, i, part.style);
  return width;
}

function safeBefore(paragraph: ParagraphText, offset: number, limit: number): number {
  let at = offset;
  while (at > limit && (paragraph.cuts[at] ?? 0) !== cutting.safe) at--;
  return at;
}

function safeAfter(paragraph: ParagraphText, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && paragraph.cuts[at] !== cutting.safe && paragraph.cuts[at] !== cutting.forced)
    at++;
  return at;
}

/** The hyphen that can be added after an offset: U+2010 where its font has one, else `-`. */
function hyphenAfter(part: TextPart, end: number): string {
  const local = end - 1 - part.start;
  const run = part.shaped.runs.find(({ start, end: runEnd }) => local >= start && local < runEnd);
  const font = run?.font ?? part.style.fonts[0];
  return font && glyphOf(font, 0x2010) !== 0 ? '\u2010' : '-';
}

/** What a line is wider by for ending at `end`, with `added` after it. */
function changeAtEnd(paragraph: ParagraphText, end: number, added: string): number {
  const part = paragraph.texts[paragraph.textOf[end - 1] ?? -1];
  // Nothing on the line, or a picture: no letter whose tracking could be taken back.
  if (!part || isForcedBreak(paragraph.text.charCodeAt(end - 1))) return 0;
  const cut = paragraph.cuts[end];
  const isClean = cut === cutting.safe || cut === cutting.forced;
  if (isClean && added === '') return -part.style.letterSpacingPt;
  const from = safeBefore(paragraph, end - 1, part.start);
  const tail = part.text.slice(from - part.start, end - part.start) + added;
  return widthAlone(part, tail) - ((paragraph.width[end] ?? 0) - (paragraph.width[from] ?? 0));
}

/** What a line is wider by for beginning at `start`. */
function changeAtStart(paragraph: ParagraphText, start: number): number {
  const cut = paragraph.cuts[start];
  const part = paragraph.texts[paragraph.textOf[start] ?? -1];
  if (!part || cut === cutting.safe || cut === cutting.forced) return 0;
  const to = safeAfter(paragraph, start, part.end);
  const head = part.text.slice(start - part.start, to - part.start);
  const inContext = (paragraph.width[to] ?? 0) - (paragraph.width[start] ?? 0);
  return widthAlone(part, head) + part.style.letterSpacingPt - inContext;
}

/** Edges around a break: those that close go with the words before it, from the first that opens on, after. */
function splitEdges(paragraph: ParagraphText, from: number, end: number, start: number) {
  const { edges } = paragraph;
  let edge = from;
  while (edge < edges.length && (edges[edge]?.position ?? 0) < end) edge++;
  let closing = 0;
  for (; edge < edges.length; edge++) {
    const candidate = edges[edge];
    if (!candidate || candidate.position > start || candidate.side === 'start') break;
    closing += candidate.widthPt;
  }
  let opening = 0;
  for (let i = edge; i < edges.length; i++) {
    const candidate = edges[i];
    if (!candidate || candidate.position > start) break;
    opening += candidate.widthPt;
  }
  return { edge, closing, opening };
}

/** What lines may be stretched and shrunk by, as factors of a paragraph's running sums. */
interface Flexibility {
  readonly isJustified: boolean;
  readonly word: { readonly stretch: number; readonly shrink: number };
  readonly letter: { readonly stretch: number; readonly shrink: number };
  readonly glyph: { readonly stretch: number; readonly shrink: number };
}

function flexibilityOf({ align, alignLast, justification }: ParagraphStyle): Flexibility {
  const { word, letter, glyph } = justification;
  const around = (limits: Limits, own: number) => ({
    stretch: Math.max(0, limits.max - own),
    shrink: Math.max(0, own - limits.min),
  });
  return {
    isJustified: align === 'justify' || alignLast === 'justify',
    word: around(word, 1),
    letter: around(letter, 0),
    glyph: around(glyph, 1),
  };
}

const rigid = { stretch: 0, shrink: 0, wordStretch: 0 } as const;

/**
 * Stretch and shrink of all that stands before an offset, the glyphs wider by `change` and with
 * letter space less by `emsLess` than in the running text.
 */
function flexAt(
  { spaceWidth, letterEms, glyphWidth }: ParagraphText,
  offset: number,
  by: Flexibility,
  change: number,
  emsLess: number,
) {
  if (!by.isJustified) return rigid;
  const [space, ems, glyphs] = [
    spaceWidth[offset] ?? 0,
    (letterEms[offset] ?? 0) - emsLess,
    (glyphWidth[offset] ?? 0) + change,
  ];
  const wordStretch = space * by.word.stretch;
  return {
    stretch: wordStretch + ems * by.letter.stretch + glyphs * by.glyph.stretch,
    shrink: space * by.word.shrink + ems * by.letter.shrink + glyphs * by.glyph.shrink,
    wordStretch,
  };
}

/**
 * The size of the last letter before an offset: at a line's end no letter space follows it. A
 * hyphen that is added is the last itself. 0 after a space or a picture.
 */
function lastLetterEms(paragraph: ParagraphText, end: number, added: string): number {
  const { letterEms, width, cuts } = paragraph;
  if (added !== '') return 0;
  let at = end;
  while (at > 0 && width[at] === width[at - 1] && cuts[at - 1] !== cutting.forced) at--;
  return at === 0 ? 0 : (letterEms[at] ?? 0) - (letterEms[at - 1] ?? 0);
}

function isAvoided(paragraph: ParagraphText, offset: number): boolean {
  const part = paragraph.texts[paragraph.textOf[offset] ?? -1];
  return part?.style.avoidBreaks ?? false;
}

/** What is the same for all points of a paragraph, and what the points before have left. */
interface Finding {
  readonly paragraph: ParagraphText;
  readonly by: Flexibility;
  readonly hangs: { readonly left: boolean; readonly right: boolean };
  edge: number;
  wordBreak: BreakPoint | null;
}

function pointAt(finding: Finding, candidate: Candidate): BreakPoint {
  const { paragraph, by, hangs } = finding;
  const { start, kind, penalty } = candidate;
  const { width, edgeWidth, spaceWidth, edges, text } = paragraph;
  const forced = kind === breaking.forced;
  const end = contentEnd(paragraph, start, forced);
  const split = splitEdges(paragraph, finding.edge, end, start);
  const isFinal = start === text.length;
  const edge = isFinal ? edges.length : split.edge;
  const closing = isFinal ? split.closing + split.opening : split.closing;
  const part = paragraph.texts[paragraph.textOf[end - 1] ?? -1];
  const added = candidate.added && part ? hyphenAfter(part, end) : '';
  const hyphenated = added !== '' || kind === breaking.hyphen;
  const endChange = changeAtEnd(paragraph, end, added);
  const startChange = isFinal ? 0 : changeAtStart(paragraph, start);
  const before = flexAt(paragraph, end, by, endChange, lastLetterEms(paragraph, end, added));
  const after = flexAt(paragraph, start, by, -startChange, 0);
  const hanging = hangs.right && split.closing === 0 ? hangAtEnd(paragraph, end, added) : 0;
  const hangingStart =
    hangs.left && !isFinal && split.opening === 0 ? hangAtStart(paragraph, start) : 0;
  return {
    end,
    start,
    edge,
    widthBefore: (width[end] ?? 0) + (edgeWidth[end] ?? 0) + closing,
    widthAfter: (width[start] ?? 0) + (edgeWidth[end] ?? 0) + split.closing,
    spaceBefore: spaceWidth[end] ?? 0,
    spaceAfter: spaceWidth[start] ?? 0,
    stretchBefore: before.stretch,
    stretchAfter: after.stretch,
    shrinkBefore: before.shrink,
    shrinkAfter: after.shrink,
    wordStretchBefore: before.wordStretch,
    wordStretchAfter: after.wordStretch,
    lettersBefore: paragraph.letterCount[end] ?? 0,
    endChange: endChange - hanging,
    startChange: startChange - hangingStart,
    hangStart: hangingStart,
    hangEnd: hanging,
    penalty,
    added,
    hyphenated,
    forced,
    isJoint: candidate.isJoint,
    inAddress: kind === breaking.address,
    avoided: !forced && isAvoided(paragraph, end - 1) && isAvoided(paragraph, start),
    ending: forced || hyphenated ? 'plain' : endingOf(paragraph, end, start),
    wordBreak: hyphenated ? finding.wordBreak : null,
    dividesLastWord: candidate.dividesLastWord,
  };
}

const paragraphStart: BreakPoint = {
  end: 0,
  start: 0,
  edge: 0,
  widthBefore: 0,
  widthAfter: 0,
  spaceBefore: 0,
  spaceAfter: 0,
  stretchBefore: 0,
  stretchAfter: 0,
  shrinkBefore: 0,
  shrinkAfter: 0,
  wordStretchBefore: 0,
  wordStretchAfter: 0,
  lettersBefore: 0,
  endChange: 0,
  startChange: 0,
  hangStart: 0,
  hangEnd: 0,
  penalty: 0,
  added: '',
  hyphenated: false,
  forced: true,
  isJoint: false,
  inAddress: false,
  avoided: false,
  ending: 'plain',
  wordBreak: null,
  dividesLastWord: false,
};

const remembered = new WeakMap<ParagraphText, Map<string, readonly BreakPoint[]>>();

/** Edges that lines are set against; on the others hanging would show nothing. */
function hangingEdges({ align, opticalMargins }: ParagraphStyle): Finding['hangs'] {
  return {
    left: opticalMargins && (align === 'left' || align === 'justify'),
    right: opticalMargins && (align === 'right' || align === 'justify'),
  };
}

function findBreakPoints(paragraph: ParagraphText, style: ParagraphStyle): readonly BreakPoint[] {
  const hangs = hangingEdges(style);
  const first = hangs.left ? hangAtStart(paragraph, 0) : 0;
  const points: BreakPoint[] = [
    first === 0 ? paragraphStart : { ...paragraphStart, startChange: -first, hangStart: first },
  ];
  const end: Candidate = {
    start: paragraph.text.length,
    kind: breaking.forced,
    penalty: 0,
    added: false,
    isJoint: false,
    dividesLastWord: false,
  };
  const by = flexibilityOf(style);
  const finding: Finding = { paragraph, by, hangs, edge: 0, wordBreak: points[0] ?? null };
  for (const candidate of [...candidatesOf(paragraph, style), end]) {
    const point = pointAt(finding, candidate);
    points.push(point);
    finding.edge = point.edge;
    if (!point.hyphenated) finding.wordBreak = point;
  }
  return points;
}

/** Everything of a style that changes break points. */
function keyOf({ align, alignLast, justification, hyphenation, opticalMargins }: ParagraphStyle) {
  const { word, before, after } = hyphenation;
  const flexible = align === 'justify' || alignLast === 'justify';
  const limits = flexible ? JSON.stringify(justification) : '';
  const hanging = opticalMargins ? align : '';
  return `${word},${before},${after},${hanging},${limits}`;
}

/**
 * All break points in order. The first is the paragraph's start, the last its end; both, and those
 * at forced breaks, are `forced`. A forced break at the very end opens no further line.
 */
export function breakPoints(
  paragraph: ParagraphText,
  style: ParagraphStyle,
): readonly BreakPoint[] {
  const key = keyOf(style);
  let known = remembered.get(paragraph);
  if (!known) {
    known = new Map();
    remembered.set(paragraph, known);
  }
  let points = known.get(key);
  if (!points) {
    points = findBreakPoints(paragraph, style);
    known.set(key, points);
  }
  return points;
}

/** Natural width of the line between two break points, hyphen included, its hanging spaces not. */
export function naturalWidth(from: BreakPoint, to: BreakPoint): number {
  return to.widthBefore + to.endChange - from.widthAfter + from.startChange;
}
