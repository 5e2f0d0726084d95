/** Text fragments of a run: one for each origin, so that every word knows where it came from. */
import type { Point } from '../base/index.ts';
import type { Glyph, GlyphRun, LinePiece } from '../text/index.ts';
import type { InlineText, TextOrigin } from './box.ts';
import type { TextFragment } from './fragment.ts';

type GlyphPiece = Extract<LinePiece, { readonly kind: 'glyphs' }>;

/** Glyphs that stand for one stretch of the text. */
interface Part {
  readonly glyphs: readonly Glyph[];
  readonly start: number;
  readonly end: number;
  readonly origin: TextOrigin | undefined;
}

/**
 * Fragments of a piece. `baseline` is from the line's top; `origin` the parent's place in the line,
 * whose coordinates run from the right where it `isMirrored`.
 */
export function textFragments(
  piece: GlyphPiece,
  source: InlineText,
  baseline: number,
  origin: Point,
  isMirrored: boolean,
): readonly TextFragment[] {
  const { metrics } = piece.run.font;
  const ascent = metrics.ascentEm * piece.run.sizePt;
  const descent = metrics.descentEm * piece.run.sizePt;
  const left = piece.xPt - origin.x;
  let before = 0;
  const parts = splitByOrigin(piece, source);
  return parts.map((part, index) => {
    const isWhole = parts.length === 1;
    const run: GlyphRun = isWhole
      ? piece.run
      : { ...piece.run, glyphs: part.glyphs, widthPt: widthOf(part.glyphs) };
    const span = part.origin?.piece.span;
    const field = part.origin?.piece.field;
    const fragment: TextFragment = {
      kind: 'text',
      x: left + (isMirrored ? piece.run.widthPt - before - run.widthPt : before),
      y: baseline - ascent - origin.y,
      width: run.widthPt,
      height: ascent + descent,
      run,
      baseline: ascent,
      style: source.style,
      text: source.text.slice(part.start, part.end),
      hyphenated: piece.hyphenated && index === parts.length - 1,
      ...(span && part.origin ? { span: narrowSpan(span, part.origin, part.start, part.end) } : {}),
      ...(field === undefined ? {} : { field }),
      ...(source.isLeader ? { isLeader: true } : {}),
      ...(source.calls ? { calls: source.calls } : {}),
      ...(part.origin ? { words: wordsOf(part.origin, part.start) } : {}),
    };
    before += run.widthPt;
    return fragment;
  });
}

function wordsOf(
  { piece, offset, start }: TextOrigin,
  from: number,
): NonNullable<TextFragment['words']> {
  return { piece, offset: offset + Math.max(0, from - start) };
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.advancePt, 0);
}

/** The origin that holds an offset of the text. */
export function originAt(source: InlineText, offset: number): TextOrigin | undefined {
  return source.origins.find(({ start, end }) => start <= offset && offset < end);
}

function isSameOrigin(one: TextOrigin | undefined, other: TextOrigin | undefined): boolean {
  return one === other || (one?.piece !== undefined && one.piece === other?.piece);
}

/** Cuts the run where its words change origin; a ligature stays with the origin it begins in. */
function splitByOrigin(piece: GlyphPiece, source: InlineText): readonly Part[] {
  const first = originAt(source, piece.start);
  if (isSameOrigin(first, originAt(source, Math.max(piece.start, piece.end - 1)))) {
    return [{ glyphs: piece.run.glyphs, start: piece.start, end: piece.end, origin: first }];
  }
  if (piece.run.isRightToLeft) return splitFromEnd(piece, source);
  const parts: Part[] = [];
  let glyphs: Glyph[] = [];
  let start = piece.start;
  let offset = piece.start;
  let origin = first;
  for (const glyph of piece.run.glyphs) {
    const here = offset < piece.end ? originAt(source, offset) : origin;
    if (glyph.text !== '' && glyphs.length > 0 && !isSameOrigin(here, origin)) {
      parts.push({ glyphs, start, end: offset, origin });
      glyphs = [];
      start = offset;
      origin = here;
    }
    glyphs.push(glyph);
    offset = Math.min(piece.end, offset + glyph.text.length);
  }
  parts.push({ glyphs, start, end: piece.end, origin });
  return parts;
}

/** The same where letters run from right to left: the first glyph stands for the last of them. */
function splitFromEnd(piece: GlyphPiece, source: InlineText): readonly Part[] {
  const parts: { glyphs: Glyph[]; start: number; end: number; origin: TextOrigin | undefined }[] =
    [];
  let offset = piece.end;
  for (const glyph of piece.run.glyphs) {
    const end = offset;
    offset = Math.max(piece.start, offset - glyph.text.length);
    const origin = originAt(source, offset);
    const last = parts.at(-1);
    if (last && (glyph.text === '' || isSameOrigin(last.origin, origin))) {
      last.glyphs.push(glyph);
      last.start = offset;
    } else parts.push({ glyphs: [glyph], start: offset, end, origin });
  }
  return parts;
}

/**
 * The part of a piece's span that a stretch of its text came from. Exact where the source holds
 * the words letter by letter (plain YAML and HTML text); otherwise the whole piece.
 */
function narrowSpan(
  span: NonNullable<TextOrigin['piece']['span']>,
  origin: TextOrigin,
  start: number,
  end: number,
): NonNullable<TextOrigin['piece']['span']> {
  const { text } = origin.piece;
  if (span.end - span.start !== text.length) return span;
  const from = origin.offset + Math.max(0, start - origin.start);
  const to = Math.min(text.length, from + (end - start));
  return { source: span.source, start: span.start + from, end: span.start + to };
}
