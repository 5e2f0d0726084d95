/**
 * Sets one chosen line: its glyphs cut from the paragraph, word spaces stretched or shrunk to the
 * measure, everything placed from the line's left.
 */

import { firstDirection } from './bidi.ts';
import { type BreakPoints, hasTrait, trait } from './break-points.ts';
import { isForcedBreak } from './characters.ts';
import { addedHyphenText, type CutPiece, cutLine, type LineRun } from './cut-line.ts';
import { type AlignedStyle, alignmentOf, tolerancePt } from './demerits.ts';
import { asItIs, justify, measureLine, type Setting } from './justify-line.ts';
import { fillLeader, isLeader } from './leaders.ts';
import { glyphKind, LineGlyphs } from './line-glyphs.ts';
import type { ParagraphText } from './paragraph-text.ts';
import { openRepeated } from './repeated-edges.ts';
import { Glyphs, type GlyphTexts } from './run-glyphs.ts';
import type { GlyphRun, Line, LinePiece, LineSource, ParagraphStyle } from './types.ts';

/** Where the hyphen that was added to a run begins, which may be more than one glyph. */
export function hyphenStart(glyphs: Glyphs): number {
  for (let start = glyphs.length - 1; start >= 0; start--)
    if (glyphs.textAt(start) === addedHyphenText) return start;
  return glyphs.length - 1;
}

/** Used again for each line. */
const line = new LineGlyphs();

/** Justifies the advances of a run, and sums them up; `isEnd`: its last letter is the line's. */
function setAdvances({ part, first, last }: LineRun, setting: Setting, isEnd: boolean): number {
  const { advances, kinds } = line;
  const letterPt = setting.letterEm * part.style.sizePt;
  let widthPt = 0;
  for (let index = first; index < last; index++) {
    const kind = kinds[index] ?? 0;
    const own = advances[index] ?? 0;
    const morePt = kind & glyphKind.endsLetter && !(isEnd && index + 1 === last) ? letterPt : 0;
    const set = kind & glyphKind.space ? own * setting.word : own * setting.glyph + morePt;
    advances[index] = set;
    widthPt += set;
  }
  return widthPt;
}

/** What the glyphs of a run stand for. */
function textsOf({ part, start, end, first, last, hyphenated }: LineRun): GlyphTexts {
  let kinds: number = glyphKind.isOneUnit;
  for (let index = first; index < last; index++) kinds &= line.kinds[index] ?? 0;
  if (kinds !== 0) {
    const text = part.text.slice(start, end) + (hyphenated ? addedHyphenText : '');
    if (text.length === last - first) return text;
  }
  return line.texts.slice(first, last);
}

/** x and y of a run's glyphs in turns, set; null where all are 0. */
function offsetsOf({ first, last }: LineRun, { glyph: scale }: Setting): Float64Array | null {
  const { xOffsets, yOffsets } = line;
  let isShifted = false;
  for (let index = first; index < last && !isShifted; index++)
    isShifted = xOffsets[index] !== 0 || yOffsets[index] !== 0;
  if (!isShifted) return null;
  const offsets = new Float64Array((last - first) * 2);
  for (let index = first; index < last; index++) {
    offsets[(index - first) * 2] = (xOffsets[index] ?? 0) * scale;
    offsets[(index - first) * 2 + 1] = yOffsets[index] ?? 0;
  }
  return offsets;
}

/** The run as it is set; `isEnd`: its last letter is the line's. */
function finishRun(run: LineRun, setting: Setting, isEnd: boolean): GlyphRun {
  const widthPt = setAdvances(run, setting, isEnd);
  const { part, font, first, last } = run;
  const glyphs = Glyphs.of(
    line.ids.subarray(first, last),
    line.advances.subarray(first, last),
    textsOf(run),
    offsetsOf(run, setting),
  );
  const { isRightToLeft, isUpright, sizePt } = part.style;
  const { glyph: scaleX } = setting;
  if (isUpright) return { font, sizePt, glyphs, scaleX: 1, widthPt, isUpright };
  if (!isRightToLeft) return { font, sizePt, glyphs, scaleX, widthPt };
  const turned = Glyphs.from([...glyphs].reverse());
  return { font, sizePt, glyphs: turned, scaleX, widthPt, isRightToLeft };
}

/** What is left free for each leader of a line, and the line's right edge. */
interface LeaderRoom {
  readonly morePt: number;
  readonly rightPt: number;
}

function placePieces(
  pieces: readonly CutPiece[],
  left: number,
  setting: Setting,
  { morePt, rightPt }: LeaderRoom,
): LinePiece[] {
  let xPt = left;
  const end = pieces.findLastIndex((piece) => piece.kind !== 'edge');
  return pieces.map((piece, index): LinePiece => {
    const at = xPt;
    if (piece.kind !== 'run') {
      xPt += piece.widthPt;
      const { kind, item, widthPt, level } = piece;
      const placed = { kind, item, xPt: at, widthPt };
      return level === undefined ? placed : { ...placed, level };
    }
    const run = finishRun(piece, setting, index === end);
    const { part, hyphenated } = piece;
    const { item, itemStart, level } = part;
    const [start, until] = [itemStart + piece.start, itemStart + piece.end];
    if (isLeader(piece)) {
      const roomPt = run.widthPt + morePt;
      xPt += roomPt;
      const filled = fillLeader(run, at, roomPt, rightPt);
      const placed = {
        ...({ kind: 'glyphs', item } as const),
        ...filled,
        start,
        end: until,
        hyphenated,
      };
      return level === undefined ? placed : { ...placed, level: piece.isTrailing ? null : level };
    }
    xPt += run.widthPt;
    if (level === undefined)
      return { kind: 'glyphs', item, xPt: at, run, start, end: until, hyphenated };
    const ownLevel = piece.isTrailing ? null : level;
    return { kind: 'glyphs', item, xPt: at, run, start, end: until, hyphenated, level: ownLevel };
  });
}

/** The style of the line that begins there, by the first letter between the forced breaks around it. */
function plainStyle(text: string, at: number, style: ParagraphStyle): AlignedStyle {
  const { plain } = style;
  if (!plain) return style;
  let [start, end] = [at, at];
  while (start > 0 && !isForcedBreak(text.charCodeAt(start - 1))) start--;
  while (end < text.length && !isForcedBreak(text.charCodeAt(end))) end++;
  const found = firstDirection(text.slice(start, end)) ?? plain.direction;
  return found === plain.direction ? style : plain;
}

/**
 * Line `index` of its paragraph, between two break points. Overfull lines start at the left
 * whatever their alignment (css-text-3 §6).
 */
export function setLine(
  paragraph: ParagraphText,
  points: BreakPoints,
  from: number,
  to: number,
  source: LineSource,
  index: number,
): Line {
  const { style } = source;
  const { leftPt, widthPt } = source.shape(index);
  const indent = points.indent[from] ?? 0;
  const room = widthPt - indent;
  const last = hasTrait(points, to, trait.forced);
  line.clear();
  const pieces = cutLine(line, paragraph, points, from, to);
  const measures = measureLine(line, pieces);
  const hangStart = points.hangStart[from] ?? 0;
  const hanging = hangStart + (points.hangEnd[to] ?? 0);
  const align = alignmentOf(last, plainStyle(paragraph.text, points.start[from] ?? 0, style));
  const repeated = paragraph.edges.length > 0 ? openRepeated(paragraph) : null;
  const opening = repeated?.starts[points.edge[from] ?? 0] ?? 0;
  const closing = repeated?.ends[points.edge[to] ?? 0] ?? 0;
  const wordsRoom = room + hanging - opening - closing;
  const unused = wordsRoom - measures.natural;
  const leaders = pieces.filter(isLeader).length;
  const isLed = leaders > 0 && unused > 0;
  const setting = isLed ? asItIs : justify(measures, wordsRoom, style, align);
  // Only lines set as they are leave anything free.
  const free = setting === asItIs && !isLed ? Math.max(0, unused) : 0;
  const shift = align === 'right' ? free : align === 'center' ? free / 2 : 0;
  const xPt = leftPt + indent + shift;
  const left = xPt - hangStart + opening;
  const placed = placePieces(pieces, left, setting, {
    morePt: isLed ? unused / leaders : 0,
    rightPt: leftPt + widthPt,
  });
  const end = placed.at(-1);
  const right = end ? end.xPt + (end.kind === 'glyphs' ? end.run.widthPt : end.widthPt) : left;
  const length = right - left - hanging + opening + closing;
  const isFull = Math.abs(length - room) < tolerancePt;
  return {
    pieces: placed,
    xPt,
    widthPt: isFull ? room : length,
    ratio: setting.ratio,
    wordSpace: setting.word,
    overfull: length > room + tolerancePt,
    hyphenated: hasTrait(points, to, trait.hyphenated),
    last,
    source,
    index,
  };
}
