/**
 * Sets one chosen line: glyphs cut from the shaped text (or shaped anew where the cut changes
 * them), word spaces stretched or shrunk to the measure, everything placed from the line's left.
 */
import { type BreakPoints, hasTrait, trait } from './break-points.ts';
import { isWordSpace } from './characters.ts';
import { adjustmentRatio, alignmentOf, tolerancePt } from './demerits.ts';
import type { Font } from './font.ts';
import { capitalSpacingAt, isTabAt, type ParagraphText, type TextPart } from './paragraph-text.ts';
import { cutting, type ShapedText, shapeText } from './shape.ts';
import type {
  Glyph,
  GlyphRun,
  Limits,
  Line,
  LinePiece,
  LineRoom,
  ParagraphStyle,
} from './types.ts';

/** A glyph before the line is justified: is it a word space, and does a letter end with it? */
interface LooseGlyph extends Glyph {
  readonly isSpace: boolean;
  readonly endsLetter: boolean;
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

/** Where the hyphen that was added to a run begins, which may be more than one glyph. */
export function hyphenStart(glyphs: readonly Glyph[]): number {
  const start = glyphs.findLastIndex(({ text }) => text === addedHyphenText);
  return start === -1 ? glyphs.length - 1 : start;
}

/** Offsets in the text of a shaped text's clusters within a range, as runs of loose glyphs. */
function looseRuns(
  paragraph: ParagraphText,
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
    // The last glyph of each number: most of a line's letters come more than once, all alike.
    const latest = new Map<number, LooseGlyph>();
    for (let i = firstGlyph(glyphs.clusters, range.from - start); i < glyphs.count; i++) {
      const at = start + (glyphs.clusters[i] ?? 0);
      if (at >= range.to) break;
      const isFirst = i === 0 || glyphs.clusters[i - 1] !== glyphs.clusters[i];
      const isLast = i + 1 === glyphs.count || glyphs.clusters[i + 1] !== glyphs.clusters[i];
      let next = i + 1;
      while (next < glyphs.count && glyphs.clusters[next] === glyphs.clusters[i]) next++;
      const clusterEnd = next < glyphs.count ? start + (glyphs.clusters[next] ?? 0) : end;
      const isTab = at < addedAt && isTabAt(text, at, part.style);
      const isSpace = isFirst && at < addedAt && !isTab && isWordSpace(text.charCodeAt(at));
      const spacing =
        (isLast ? letterSpacingPt + capitalSpacingAt(text, at, part.style) : 0) +
        (isSpace ? wordSpacingPt : 0);
      const covered =
        at > addedAt
          ? ''
          : at === addedAt && range.added > 0
            ? addedHyphenText
            : text.slice(at, Math.min(clusterEnd, addedAt));
      const id = glyphs.ids[i] ?? 0;
      const advancePt = isTab
        ? tabAdvance(paragraph, part.start + range.shift + at)
        : (glyphs.advances[i] ?? 0) * scale + spacing;
      const xOffsetPt = (glyphs.xOffsets[i] ?? 0) * scale;
      const yOffsetPt = (glyphs.yOffsets[i] ?? 0) * scale;
      const own = isFirst ? visibleText(covered) : '';
      const endsLetter = isLast && !isSpace;
      let glyph = latest.get(id);
      if (
        !glyph ||
        glyph.advancePt !== advancePt ||
        glyph.xOffsetPt !== xOffsetPt ||
        glyph.yOffsetPt !== yOffsetPt ||
        glyph.text !== own ||
        glyph.isSpace !== isSpace ||
        glyph.endsLetter !== endsLetter
      ) {
        glyph = { id, advancePt, xOffsetPt, yOffsetPt, text: own, isSpace, endsLetter };
        latest.set(id, glyph);
      }
      loose.push(glyph);
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

/** As wide as it is in the paragraph: to the next tab stop. */
function tabAdvance({ width }: ParagraphText, offset: number): number {
  return (width[offset + 1] ?? 0) - (width[offset] ?? 0);
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
  edges: { readonly start: boolean; readonly end: boolean },
): LooseRun[] {
  // Between two parts of one line the glyphs are those that were shaped for just that.
  const isCleanAt = (offset: number, isLineEdge: boolean) =>
    (!isLineEdge && (offset === part.start || offset === part.end)) ||
    paragraph.cuts[offset] === cutting.safe ||
    paragraph.cuts[offset] === cutting.forced;
  const local = { from: from - part.start, to: to - part.start };
  if (added === '' && isCleanAt(from, edges.start) && isCleanAt(to, edges.end))
    return looseRuns(paragraph, part, part.shaped, part.text, { ...local, shift: 0, added: 0 });
  const text = part.text.slice(local.from, local.to) + added;
  const range = { from: 0, to: text.length, shift: local.from, added: added.length };
  return looseRuns(paragraph, part, shapeText(text, part.style), text, range);
}

/** The line's pieces in order, not yet justified: edges stand before the character they precede. */
function loosePieces(
  paragraph: ParagraphText,
  points: BreakPoints,
  from: number,
  to: number,
): LoosePiece[] {
  const pieces: LoosePiece[] = [];
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
      if (atom) pieces.push({ kind: 'atom', item: atom.item, widthPt: atom.widthPt });
      offset++;
      continue;
    }
    const nextEdge = edge < lastEdge ? (paragraph.edges[edge]?.position ?? lineEnd) : lineEnd;
    const end = Math.min(part.end, lineEnd, Math.max(nextEdge, offset + 1));
    const lineEdges = { start: offset === lineStart, end: end === lineEnd };
    const added = lineEdges.end ? (points.added[to] ?? '') : '';
    pieces.push(...runsOf(paragraph, part, offset, end, added, lineEdges));
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

/** What a line has of each kind, in pt; letters in em times size. */
interface Measures {
  readonly natural: number;
  readonly spaces: number;
  readonly letters: number;
  readonly glyphs: number;
}

function measure(pieces: readonly LoosePiece[]): Measures {
  let [natural, spaces, letters, glyphs] = [0, 0, 0, 0];
  for (const piece of pieces) {
    if (piece.kind !== 'run') {
      natural += piece.widthPt;
      continue;
    }
    for (const { advancePt, isSpace, endsLetter } of piece.glyphs) {
      natural += advancePt;
      if (isSpace) spaces += advancePt;
      else glyphs += advancePt;
      if (endsLetter) letters += piece.part.style.sizePt;
    }
  }
  return { natural, spaces, letters: Math.max(0, letters - lastLetterOf(pieces)), glyphs };
}

/** The line's last letter has no letter space after it; a picture or a space may stand there instead. */
function lastLetterOf(pieces: readonly LoosePiece[]): number {
  const last = pieces.findLast((piece) => piece.kind !== 'edge');
  return last?.kind === 'run' && last.glyphs.at(-1)?.endsLetter ? last.part.style.sizePt : 0;
}

/** How a line is justified. */
interface Setting {
  readonly ratio: number;
  /** Word spaces and glyphs as multiples of their own widths. */
  readonly word: number;
  readonly glyph: number;
  /** Added after each letter, in em. */
  readonly letterEm: number;
}

const asItIs: Setting = { ratio: 0, word: 1, glyph: 1, letterEm: 0 };

/** Everything by the same share of its limit; what is left beyond that goes to the word spaces. */
function justify(
  measures: Measures,
  width: number,
  style: ParagraphStyle,
  align: ParagraphStyle['align'],
): Setting {
  const deficit = width - measures.natural;
  const isJustified = align === 'justify';
  const mustShrink = style.align === 'justify' && deficit < -tolerancePt;
  if (!isJustified && !mustShrink) return asItIs;
  const { spaces, letters, glyphs } = measures;
  const { word, letter, glyph } = style.justification;
  const isStretched = deficit > 0;
  const limitOf = ({ min, max }: Limits, own: number) =>
    isStretched ? Math.max(0, max - own) : Math.max(0, own - min);
  const words = spaces * limitOf(word, 1);
  const room = words + letters * limitOf(letter, 0) + glyphs * limitOf(glyph, 1);
  const ratio = isStretched
    ? adjustmentRatio(deficit, room, words, 0, width)
    : Math.max(-1, adjustmentRatio(deficit, 0, 0, room, width));
  // A line of one word that does not reach the edge within the limits is not torn apart.
  if (ratio > 1 && spaces <= 0) return { ...asItIs, ratio };
  const sign = isStretched ? 1 : -1;
  const wanted = isStretched ? deficit : Math.min(room, -deficit);
  const unseen = room - words;
  const share = Math.min(1, Math.abs(ratio));
  return {
    ratio,
    word: spaces > 0 ? 1 + (sign * (wanted - share * unseen)) / spaces : 1,
    glyph: 1 + sign * share * limitOf(glyph, 1),
    letterEm: sign * share * limitOf(letter, 0),
  };
}

function setGlyph(glyph: LooseGlyph, setting: Setting, letterPt: number): Glyph {
  const { id, isSpace, endsLetter, xOffsetPt, yOffsetPt, text } = glyph;
  const advancePt = isSpace
    ? glyph.advancePt * setting.word
    : glyph.advancePt * setting.glyph + (endsLetter ? letterPt : 0);
  return { id, advancePt, xOffsetPt: xOffsetPt * setting.glyph, yOffsetPt, text };
}

/** The run as it is set; `isEnd`: its last letter is the line's. */
function finishRun(run: LooseRun, setting: Setting, isEnd: boolean): GlyphRun {
  const { sizePt } = run.part.style;
  if (setting === asItIs) {
    const widthPt = run.glyphs.reduce((sum, { advancePt }) => sum + advancePt, 0);
    return { font: run.font, sizePt, glyphs: run.glyphs, scaleX: 1, widthPt };
  }
  const letterPt = setting.letterEm * sizePt;
  let widthPt = 0;
  const last = isEnd ? run.glyphs.length - 1 : -1;
  // Glyphs that are one object before are one after: a book's letters fill the memory otherwise.
  const known = new Map<LooseGlyph, Glyph>();
  const glyphs = run.glyphs.map((glyph, index): Glyph => {
    let set = index === last ? undefined : known.get(glyph);
    if (!set) {
      set = setGlyph(glyph, setting, index === last ? 0 : letterPt);
      if (index !== last) known.set(glyph, set);
    }
    widthPt += set.advancePt;
    return set;
  });
  return { font: run.font, sizePt, glyphs, scaleX: setting.glyph, widthPt };
}

function placePieces(pieces: readonly LoosePiece[], left: number, setting: Setting): LinePiece[] {
  let xPt = left;
  const end = pieces.findLastIndex((piece) => piece.kind !== 'edge');
  return pieces.map((piece, index): LinePiece => {
    const at = xPt;
    if (piece.kind !== 'run') {
      xPt += piece.widthPt;
      return { kind: piece.kind, item: piece.item, xPt: at, widthPt: piece.widthPt };
    }
    const run = finishRun(piece, setting, index === end);
    xPt += run.widthPt;
    const { start, end: until, hyphenated } = piece;
    return { kind: 'glyphs', item: piece.part.item, xPt: at, run, start, end: until, hyphenated };
  });
}

/**
 * The finished line between two break points, in its room. Overfull lines start at the left
 * whatever their alignment (css-text-3 §6).
 */
export function setLine(
  paragraph: ParagraphText,
  points: BreakPoints,
  from: number,
  to: number,
  style: ParagraphStyle,
  { leftPt, widthPt }: LineRoom,
): Omit<Line, 'source' | 'index'> {
  const indent = points.indent[from] ?? 0;
  const room = widthPt - indent;
  const last = hasTrait(points, to, trait.forced);
  const pieces = loosePieces(paragraph, points, from, to);
  trimTracking(pieces);
  const measures = measure(pieces);
  const hangStart = points.hangStart[from] ?? 0;
  const hanging = hangStart + (points.hangEnd[to] ?? 0);
  const align = alignmentOf(last, style);
  const setting = justify(measures, room + hanging, style, align);
  // Only lines set as they are leave anything free.
  const free = setting === asItIs ? Math.max(0, room + hanging - measures.natural) : 0;
  const shift = align === 'right' ? free : align === 'center' ? free / 2 : 0;
  const xPt = leftPt + indent + shift;
  const left = xPt - hangStart;
  const placed = placePieces(pieces, left, setting);
  const end = placed.at(-1);
  const right = end ? end.xPt + (end.kind === 'glyphs' ? end.run.widthPt : end.widthPt) : left;
  const length = right - left - hanging;
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
  };
}
