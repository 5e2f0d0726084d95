/**
 * Sets one chosen line: glyphs cut from the shaped text (or shaped anew where the cut changes
 * them), word spaces stretched or shrunk to the measure, everything placed from the line's left.
 */
import type { BreakPoint } from './break-points.ts';
import { isWordSpace } from './characters.ts';
import { adjustmentRatio, alignmentAt, tolerancePt } from './demerits.ts';
import type { Font } from './font.ts';
import type { ParagraphText, TextPart } from './paragraph-text.ts';
import { cutting, type ShapedText, shapeText } from './shape.ts';
import type { Glyph, GlyphRun, Line, LinePiece, LineRoom, ParagraphStyle } from './types.ts';

/** A glyph and whether it is a word space, before the line is justified. */
interface LooseGlyph extends Glyph {
  readonly isSpace: boolean;
}

interface LooseRun {
  readonly kind: 'run';
  readonly part: TextPart;
  readonly font: Font;
  /** UTF-16 range of the item's text. */
  readonly start: number;
  readonly end: number;
  readonly glyphs: LooseGlyph[];
  readonly hyphenated: boolean;
}

interface LooseBox {
  readonly kind: 'atom' | 'edge';
  readonly item: number;
  readonly widthPt: number;
}

type LoosePiece = LooseRun | LooseBox;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\n\r]/g;
const addedHyphenText = '\u00ad';

/** Offsets in the text of a shaped text's clusters within a range, as runs of loose glyphs. */
function looseRuns(
  part: TextPart,
  shaped: ShapedText,
  text: string,
  range: {
    readonly from: number;
    readonly to: number;
    readonly shift: number;
    readonly added: number;
  },
): LooseRun[] {
  const { sizePt, letterSpacingPt, wordSpacingPt } = part.style;
  const runs: LooseRun[] = [];
  const addedAt = text.length - range.added;
  for (const { font, start, end, glyphs } of shaped.runs) {
    if (end <= range.from || start >= range.to) continue;
    const scale = sizePt / font.metrics.unitsPerEm;
    const loose: LooseGlyph[] = [];
    for (let i = firstGlyph(glyphs.clusters, range.from - start); i < glyphs.count; i++) {
      const at = start + (glyphs.clusters[i] ?? 0);
      if (at >= range.to) break;
      const isFirst = i === 0 || glyphs.clusters[i - 1] !== glyphs.clusters[i];
      const isLast = i + 1 === glyphs.count || glyphs.clusters[i + 1] !== glyphs.clusters[i];
      let next = i + 1;
      while (next < glyphs.count && glyphs.clusters[next] === glyphs.clusters[i]) next++;
      const clusterEnd = next < glyphs.count ? start + (glyphs.clusters[next] ?? 0) : end;
      const isSpace = isFirst && at < addedAt && isWordSpace(text.charCodeAt(at));
      const spacing = (isLast ? letterSpacingPt : 0) + (isSpace ? wordSpacingPt : 0);
      const covered =
        at >= addedAt ? addedHyphenText : text.slice(at, Math.min(clusterEnd, addedAt));
      loose.push({
        id: glyphs.ids[i] ?? 0,
        advancePt: (glyphs.advances[i] ?? 0) * scale + spacing,
        xOffsetPt: (glyphs.xOffsets[i] ?? 0) * scale,
        yOffsetPt: (glyphs.yOffsets[i] ?? 0) * scale,
        text: isFirst ? visibleText(covered) : '',
        isSpace,
      });
    }
    if (loose.length === 0) continue;
    const hyphenated = range.added > 0 && end > addedAt;
    const [runStart, runEnd] = [Math.max(start, range.from), Math.min(end, range.to, addedAt)];
    const previous = runs.at(-1);
    if (previous && previous.font === font) {
      previous.glyphs.push(...loose);
      runs[runs.length - 1] = { ...previous, end: runEnd + range.shift, hyphenated };
    } else {
      const bounds = { start: runStart + range.shift, end: runEnd + range.shift };
      runs.push({ kind: 'run', part, font, ...bounds, glyphs: loose, hyphenated });
    }
  }
  return runs;
}

function visibleText(text: string): string {
  if (text === addedHyphenText || text.length === 0) return text;
  if (text.length === 1 && text >= ' ' && text < '\u00ad') return text;
  return text.replace(invisible, '');
}

/** Index of the first glyph at or after a cluster; clusters rise. */
function firstGlyph(clusters: Uint32Array, cluster: number): number {
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clusters[middle] ?? 0) < cluster) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The glyphs of a stretch of a part: cut out, or shaped on their own where a cut is not clean. */
function runsOf(
  paragraph: ParagraphText,
  part: TextPart,
  from: number,
  to: number,
  added: string,
): LooseRun[] {
  const isCleanAt = (offset: number) =>
    offset === part.start ||
    offset === part.end ||
    paragraph.cuts[offset] === cutting.safe ||
    paragraph.cuts[offset] === cutting.forced;
  const local = { from: from - part.start, to: to - part.start };
  if (added === '' && isCleanAt(from) && isCleanAt(to))
    return looseRuns(part, part.shaped, part.text, { ...local, shift: 0, added: 0 });
  const text = part.text.slice(local.from, local.to) + added;
  const range = { from: 0, to: text.length, shift: local.from, added: added.length };
  return looseRuns(part, shapeText(text, part.style), text, range);
}

/** The line's pieces in order, not yet justified: edges stand before the character they precede. */
function loosePieces(paragraph: ParagraphText, from: BreakPoint, to: BreakPoint): LoosePiece[] {
  const pieces: LoosePiece[] = [];
  let edge = from.edge;
  const pushEdges = (until: number) => {
    for (; edge < to.edge; edge++) {
      const part = paragraph.edges[edge];
      if (!part || part.position > until) return;
      pieces.push({ kind: 'edge', item: part.item, widthPt: part.widthPt });
    }
  };
  let offset = from.start;
  while (offset < to.end) {
    pushEdges(offset);
    const part = paragraph.texts[paragraph.textOf[offset] ?? -1];
    if (!part) {
      const atom = paragraph.atoms.get(offset);
      if (atom) pieces.push({ kind: 'atom', item: atom.item, widthPt: atom.widthPt });
      offset++;
      continue;
    }
    const nextEdge = edge < to.edge ? (paragraph.edges[edge]?.position ?? to.end) : to.end;
    const end = Math.min(part.end, to.end, Math.max(nextEdge, offset + 1));
    pieces.push(...runsOf(paragraph, part, offset, end, end === to.end ? to.added : ''));
    offset = end;
  }
  pushEdges(Number.POSITIVE_INFINITY);
  return pieces;
}

/** css-text-3 §8.2: no tracking at a line's end. */
function trimTracking(pieces: readonly LoosePiece[]): void {
  const last = pieces.findLast((piece) => piece.kind !== 'edge');
  if (last?.kind !== 'run') return;
  const { letterSpacingPt } = last.part.style;
  const glyph = last.glyphs.at(-1);
  if (!glyph || letterSpacingPt === 0) return;
  last.glyphs[last.glyphs.length - 1] = { ...glyph, advancePt: glyph.advancePt - letterSpacingPt };
}

function widthOf(pieces: readonly LoosePiece[]): number {
  let width = 0;
  for (const piece of pieces)
    if (piece.kind === 'run') for (const glyph of piece.glyphs) width += glyph.advancePt;
    else width += piece.widthPt;
  return width;
}

function spacesOf(pieces: readonly LoosePiece[]): number {
  let width = 0;
  for (const piece of pieces)
    if (piece.kind === 'run')
      for (const glyph of piece.glyphs) if (glyph.isSpace) width += glyph.advancePt;
  return width;
}

/** The run with each word space `1 + growth` times as wide. */
function finishRun(run: LooseRun, growth: number): GlyphRun {
  let widthPt = 0;
  const glyphs = run.glyphs.map(({ isSpace, ...glyph }): Glyph => {
    const advancePt = isSpace ? glyph.advancePt * (1 + growth) : glyph.advancePt;
    widthPt += advancePt;
    return isSpace ? { ...glyph, advancePt } : glyph;
  });
  return { font: run.font, sizePt: run.part.style.sizePt, glyphs, widthPt };
}

function placePieces(pieces: readonly LoosePiece[], left: number, growth: number): LinePiece[] {
  let xPt = left;
  return pieces.map((piece): LinePiece => {
    const at = xPt;
    if (piece.kind !== 'run') {
      xPt += piece.widthPt;
      return { kind: piece.kind, item: piece.item, xPt: at, widthPt: piece.widthPt };
    }
    const run = finishRun(piece, growth);
    xPt += run.widthPt;
    const { start, end, hyphenated } = piece;
    return { kind: 'glyphs', item: piece.part.item, xPt: at, run, start, end, hyphenated };
  });
}

interface Justification {
  /** What each word space grows by, as a share of itself. */
  readonly growth: number;
  readonly ratio: number;
}

function justify(
  spaces: number,
  deficit: number,
  style: ParagraphStyle,
  to: BreakPoint,
): Justification {
  const isJustified = alignmentAt(to, style) === 'justify';
  const mustShrink = style.align === 'justify' && deficit < -tolerancePt;
  if (!isJustified && !mustShrink) return { growth: 0, ratio: 0 };
  const ratio = adjustmentRatio(deficit, spaces, style);
  if (spaces <= 0) return { growth: 0, ratio: deficit < 0 ? 0 : ratio };
  const least = Math.min(0, style.wordSpace.min - 1);
  return { growth: Math.max(least, deficit / spaces), ratio: Math.max(-1, ratio) };
}

/**
 * The finished line between two break points, in its room. Overfull lines start at the left whatever their alignment (css-text-3 §6).
 */
export function setLine(
  paragraph: ParagraphText,
  from: BreakPoint,
  to: BreakPoint,
  style: ParagraphStyle,
  { leftPt, widthPt: room }: LineRoom,
): Line {
  const pieces = loosePieces(paragraph, from, to);
  trimTracking(pieces);
  const natural = widthOf(pieces);
  const spaces = spacesOf(pieces);
  const { growth, ratio } = justify(spaces, room - natural, style, to);
  const widthPt = natural + spaces * growth;
  const free = Math.max(0, room - widthPt);
  const align = alignmentAt(to, style);
  const shift = align === 'right' ? free : align === 'center' ? free / 2 : 0;
  return {
    pieces: placePieces(pieces, leftPt + shift, growth),
    widthPt,
    ratio,
    overfull: widthPt > room + tolerancePt,
    hyphenated: to.hyphenated,
    last: to.forced,
  };
}
