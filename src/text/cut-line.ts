/**
 * Cuts one line out of its paragraph: glyphs as they were shaped for the whole text, shaped anew at
 * the line's ends where the cut changes them; pictures and edges between them.
 */
import type { BreakPoints } from './break-points.ts';
import { isJoining, isWordSpace } from './characters.ts';
import type { Font } from './font.ts';
import { glyphKind, type LineGlyphs } from './line-glyphs.ts';
import { capitalSpacingAt, isTabAt, type ParagraphText, type TextPart } from './paragraph-text.ts';
import { safeAfter, safeBefore } from './reshape-ends.ts';
import { cutting, type ShapedRun, type ShapedText, shapeText } from './shape.ts';
import type { TextStyle } from './types.ts';

/** Glyphs of one font and part: those from `first` to before `last` of the line's. */
export interface LineRun {
  readonly kind: 'run';
  readonly part: TextPart;
  readonly font: Font;
  /** UTF-16 range of the item's text. */
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Ends with a hyphen that the text does not have. */
  readonly hyphenated: boolean;
  /** Spaces at the line's end (UAX 9, rule L1). */
  readonly isTrailing?: true;
}

interface LineBox {
  readonly kind: 'atom' | 'edge';
  readonly item: number;
  readonly widthPt: number;
  readonly level?: number;
}

export type CutPiece = LineRun | LineBox;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\n\r]/g;

/** What the first glyph of an added hyphen stands for. */
export const addedHyphenText = '\u00ad';

function visibleText(text: string): string {
  if (text === addedHyphenText || text.length === 0) return text;
  if (text.length === 1 && text >= ' ' && text < '\u00ad') return text;
  return text.replace(invisible, '');
}

/** As wide as it is in the paragraph: to the next tab stop. */
function tabAdvance({ width }: ParagraphText, offset: number): number {
  return (width[offset + 1] ?? 0) - (width[offset] ?? 0);
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

/** A stretch of a text that is set: what was shaped of it, and where it stands. */
interface Stretch {
  readonly paragraph: ParagraphText;
  readonly part: TextPart;
  readonly shaped: ShapedText;
  /** The shaped text and what stands around it in the line, with its hyphen. */
  readonly text: string;
  /** Of the text: what is set. */
  readonly from: number;
  readonly to: number;
  /** Where the text begins in the item's. */
  readonly shift: number;
  /** Where an added hyphen begins; the text's length where there is none. */
  readonly addedAt: number;
}

/** Adds the glyphs of one cluster, from `first` to before `next` of the run's. */
function addCluster(
  glyphs: LineGlyphs,
  { paragraph, part, text, shift, addedAt }: Stretch,
  run: ShapedRun,
  first: number,
  next: number,
): void {
  const { style } = part;
  const { clusters, ids, advances, xOffsets, yOffsets, count } = run.glyphs;
  const at = run.start + (clusters[first] ?? 0);
  const end = next < count ? run.start + (clusters[next] ?? 0) : run.end;
  const scale = style.sizePt / run.font.metrics.unitsPerEm;
  const isTab = at < addedAt && isTabAt(text, at, style);
  const isSpace = at < addedAt && !isTab && isWordSpace(text.charCodeAt(at));
  const own = at < addedAt ? text.slice(at, Math.min(end, addedAt)) : '';
  for (let index = first; index < next; index++) {
    const isFirst = index === first;
    const isLast = index + 1 === next;
    const spacing =
      (isLast ? style.letterSpacingPt + capitalSpacingAt(text, at, style) : 0) +
      (isFirst && isSpace ? style.wordSpacingPt : 0);
    const glyph = glyphs.open();
    glyphs.ids[glyph] = ids[index] ?? 0;
    glyphs.advances[glyph] = isTab
      ? tabAdvance(paragraph, part.start + shift + at)
      : (advances[index] ?? 0) * scale + spacing;
    glyphs.xOffsets[glyph] = (xOffsets[index] ?? 0) * scale;
    glyphs.yOffsets[glyph] = (yOffsets[index] ?? 0) * scale;
    const isWordSpaceGlyph = isFirst && isSpace;
    const isHyphen = at === addedAt && addedAt < text.length;
    glyphs.kinds[glyph] =
      (isWordSpaceGlyph ? glyphKind.space : 0) |
      (isHyphen && isFirst && isLast ? glyphKind.isOneUnit : 0) |
      (isLast && !isWordSpaceGlyph && !isJoining(text.charCodeAt(at)) ? glyphKind.endsLetter : 0);
    // From left to right a cluster's last glyph comes first where letters run the other way.
    const isSaid = style.isRightToLeft ? isLast : isFirst;
    glyphs.texts[glyph] = !isSaid ? '' : isHyphen ? addedHyphenText : visibleText(own);
  }
}

/** From the space on, before U+00AD: letters and signs that stand for themselves. */
function isPlainLetter(code: number): boolean {
  return code >= 0x20 && code < 0xad;
}

/** Most glyphs stand for one letter each, which nothing is added to. */
function isOrdinaryStyle(style: TextStyle): boolean {
  return (
    style.letterSpacingPt === 0 &&
    style.wordSpacingPt === 0 &&
    style.capitalSpacingPt === undefined &&
    style.wrapping === undefined
  );
}

/**
 * Adds glyphs of ordinary letters, from `index` on, until one comes that asks for more; gives where
 * that is. What `addCluster` would add, without looking for what is not there.
 */
function addOrdinary(
  glyphs: LineGlyphs,
  { part, text, to, addedAt }: Stretch,
  { font, start, end, glyphs: shaped }: ShapedRun,
  index: number,
): number {
  const { clusters, ids, advances, xOffsets, yOffsets, count } = shaped;
  const scale = part.style.sizePt / font.metrics.unitsPerEm;
  const last = Math.min(to, addedAt);
  let next = index;
  for (; next < count; next++) {
    const at = start + (clusters[next] ?? 0);
    const after = next + 1 < count ? start + (clusters[next + 1] ?? 0) : end;
    const code = text.charCodeAt(at);
    if (after !== at + 1 || at >= last || !isPlainLetter(code)) break;
    const glyph = glyphs.open();
    glyphs.ids[glyph] = ids[next] ?? 0;
    glyphs.advances[glyph] = (advances[next] ?? 0) * scale;
    glyphs.xOffsets[glyph] = (xOffsets[next] ?? 0) * scale;
    glyphs.yOffsets[glyph] = (yOffsets[next] ?? 0) * scale;
    const kind = isWordSpace(code) ? glyphKind.space : glyphKind.endsLetter;
    glyphs.kinds[glyph] = kind | glyphKind.isOneUnit;
    glyphs.texts[glyph] = text.charAt(at);
  }
  return next;
}

/** Adds a stretch to the runs before it, the last of which it may continue. */
function addStretch(glyphs: LineGlyphs, runs: LineRun[], stretch: Stretch): void {
  const { part, from, to, shift, addedAt, text } = stretch;
  const isOrdinary = isOrdinaryStyle(part.style);
  for (const run of stretch.shaped.runs) {
    if (run.end <= from || run.start >= to) continue;
    const { clusters, count } = run.glyphs;
    const first = glyphs.count;
    for (let index = firstGlyph(clusters, from - run.start), next = index; index < count; ) {
      if (isOrdinary) index = addOrdinary(glyphs, stretch, run, index);
      if (index === count || run.start + (clusters[index] ?? 0) >= to) break;
      next = index + 1;
      while (next < count && clusters[next] === clusters[index]) next++;
      addCluster(glyphs, stretch, run, index, next);
      index = next;
    }
    if (glyphs.count === first) continue;
    const hyphenated = addedAt < text.length && run.end > addedAt;
    const end = Math.min(run.end, to, addedAt) + shift;
    const last = glyphs.count;
    const previous = runs.at(-1);
    if (previous?.font === run.font) runs[runs.length - 1] = { ...previous, end, last, hyphenated };
    else {
      const start = Math.max(run.start, from) + shift;
      runs.push({ kind: 'run', part, font: run.font, start, end, first, last, hyphenated });
    }
  }
}

/** What stands between two places of a part, as glyphs; `added` after it. */
function runsOf(
  glyphs: LineGlyphs,
  paragraph: ParagraphText,
  part: TextPart,
  [from, to]: readonly [number, number],
  added: string,
  edges: { readonly start: boolean; readonly end: boolean },
): readonly LineRun[] {
  // Between two parts of one line the glyphs are those that were shaped for just that.
  const isCleanAt = (offset: number, isLineEdge: boolean) =>
    (!isLineEdge && (offset === part.start || offset === part.end)) ||
    paragraph.cuts[offset] === cutting.safe ||
    paragraph.cuts[offset] === cutting.forced;
  const isEndClean = added === '' && isCleanAt(to, edges.end);
  const head = isCleanAt(from, edges.start) ? from : safeAfter(paragraph, from, to);
  const tail = isEndClean ? to : safeBefore(paragraph, to - 1, from);
  const runs: LineRun[] = [];
  const addOwn = (start: number, end: number) => {
    if (start === end) return;
    const { text, shaped } = part;
    const [first, last] = [start - part.start, end - part.start];
    const addedAt = text.length;
    const stretch = { paragraph, part, shaped, text, from: first, to: last, shift: 0, addedAt };
    addStretch(glyphs, runs, stretch);
  };
  const addAlone = (start: number, end: number, hyphen: string) => {
    if (start === end) return;
    const shift = start - part.start;
    const alone = part.text.slice(shift, end - part.start) + hyphen;
    // Capitals are spaced from the letter that follows on the same line.
    const text = part.text.slice(shift, to - part.start) + added;
    const shaped = shapeText(alone, part.style);
    const addedAt = to - start;
    const stretch = { paragraph, part, shaped, text, from: 0, to: alone.length, shift, addedAt };
    addStretch(glyphs, runs, stretch);
  };
  if (head >= tail && tail < to) addAlone(from, to, added);
  else {
    addAlone(from, head, '');
    addOwn(head, tail);
    if (!isEndClean) addAlone(tail, to, added);
  }
  return runs;
}

/** Where the spaces at a line's end begin; its end where there are none. */
function wordsEnd(text: string, lineStart: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > lineStart && isWordSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The line's pieces in order, not yet justified: edges stand before the character they precede. */
export function cutLine(
  glyphs: LineGlyphs,
  paragraph: ParagraphText,
  points: BreakPoints,
  from: number,
  to: number,
): readonly CutPiece[] {
  const pieces: CutPiece[] = [];
  const [lineStart, lineEnd] = [points.start[from] ?? 0, points.end[to] ?? 0];
  const lastEdge = points.edge[to] ?? 0;
  let edge = points.edge[from] ?? 0;
  const pushEdges = (until: number) => {
    for (; edge < lastEdge; edge++) {
      const part = paragraph.edges[edge];
      if (!part || part.position > until) return;
      pieces.push({ kind: 'edge', item: part.item, widthPt: part.widthPt });
    }
  };
  let offset = lineStart;
  while (offset < lineEnd) {
    pushEdges(offset);
    const part = paragraph.texts[paragraph.textOf[offset] ?? -1];
    if (!part) {
      const atom = paragraph.atoms.get(offset);
      if (atom) {
        const { item, widthPt, level } = atom;
        pieces.push({ kind: 'atom', item, widthPt, ...(level === undefined ? {} : { level }) });
      }
      offset++;
      continue;
    }
    const nextEdge = edge < lastEdge ? (paragraph.edges[edge]?.position ?? lineEnd) : lineEnd;
    const trailing =
      part.level === undefined ? lineEnd : wordsEnd(paragraph.text, lineStart, lineEnd);
    const isTrailing = offset >= trailing;
    const stop = isTrailing ? lineEnd : trailing;
    const end = Math.min(part.end, stop, Math.max(nextEdge, offset + 1));
    const lineEdges = { start: offset === lineStart, end: end === lineEnd };
    const added = lineEdges.end ? (points.added[to] ?? '') : '';
    const runs = runsOf(glyphs, paragraph, part, [offset, end], added, lineEdges);
    pieces.push(...(isTrailing ? runs.map((run) => ({ ...run, isTrailing }) as const) : runs));
    offset = end;
  }
  pushEdges(Number.POSITIVE_INFINITY);
  trimTracking(glyphs, pieces);
  return pieces;
}

/** css-text-3 §8.2: no tracking at a line's end. */
function trimTracking(glyphs: LineGlyphs, pieces: readonly CutPiece[]): void {
  const last = pieces.findLast((piece) => piece.kind !== 'edge');
  if (last?.kind !== 'run' || last.last === last.first) return;
  const glyph = last.last - 1;
  glyphs.advances[glyph] = (glyphs.advances[glyph] ?? 0) - last.part.style.letterSpacingPt;
}
