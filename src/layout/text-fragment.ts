/** Text fragments of a run: one for each origin, so that every word knows where it came from. */
import type { Point } from '../base/index.ts';
import type { GlyphRun, Glyphs, LinePiece } from '../text/index.ts';
import type { InlineText, TextOrigin } from './box.ts';
import type { TextFragment } from './fragment.ts';

type GlyphPiece = Extract<LinePiece, { readonly kind: 'glyphs' }>;

/** Glyphs that stand for one stretch of the text. */
interface Part {
  readonly glyphs: Glyphs;
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
      : { ...piece.run, glyphs: part.glyphs, widthPt: part.glyphs.widthPt() };
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

/** The origin that holds an offset of the text. */
export function originAt(source: InlineText, offset: number): TextOrigin | undefined {
  return source.origins.find(({ start, end }) => start <= offset && offset < end);
}

function isSameOrigin(one: TextOrigin | undefined, other: TextOrigin | undefined): boolean {
  return one === other || (one?.piece !== undefined && one.piece === other?.piece);
}

/** Cuts the run where its words change origin; a ligature stays with the origin it begins in. */
function splitByOrigin(piece: GlyphPiece, source: InlineText): readonly Part[] {
  const begin = originAt(source, piece.start);
  if (isSameOrigin(begin, originAt(source, Math.max(piece.start, piece.end - 1)))) {
    return [{ glyphs: piece.run.glyphs, start: piece.start, end: piece.end, origin: begin }];
  }
  if (piece.run.isRightToLeft) return splitFromEnd(piece, source);
  const { glyphs } = piece.run;
  const parts: Part[] = [];
  let [first, start, offset] = [0, piece.start, piece.start];
  let origin = begin;
  for (let index = 0; index < glyphs.length; index++) {
    const text = glyphs.textAt(index);
    const here = offset < piece.end ? originAt(source, offset) : origin;
    if (text !== '' && index > first && !isSameOrigin(here, origin)) {
      parts.push({ glyphs: glyphs.slice(first, index), start, end: offset, origin });
      [first, start] = [index, offset];
      origin = here;
    }
    offset = Math.min(piece.end, offset + text.length);
  }
  parts.push({ glyphs: glyphs.slice(first, glyphs.length), start, end: piece.end, origin });
  return parts;
}

/** The same where letters run from right to left: the first glyph stands for the last of them. */
function splitFromEnd(piece: GlyphPiece, source: InlineText): readonly Part[] {
  const { glyphs } = piece.run;
  const parts: Part[] = [];
  let [first, until, offset] = [0, piece.end, piece.end];
  let origin: TextOrigin | undefined;
  const close = (end: number, start: number) => {
    if (end > first) parts.push({ glyphs: glyphs.slice(first, end), start, end: until, origin });
  };
  for (let index = 0; index < glyphs.length; index++) {
    const text = glyphs.textAt(index);
    const before = offset;
    offset = Math.max(piece.start, offset - text.length);
    const here = originAt(source, offset);
    if (index > 0 && (text === '' || isSameOrigin(here, origin))) continue;
    close(index, before);
    [first, until, origin] = [index, before, here];
  }
  close(glyphs.length, offset);
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
