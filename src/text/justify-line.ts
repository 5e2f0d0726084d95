/** How far one line is stretched or shrunk: word spaces, letter spaces and glyphs together. */
import type { CutPiece } from './cut-line.ts';
import { adjustmentRatio, tolerancePt } from './demerits.ts';
import { glyphKind, type LineGlyphs } from './line-glyphs.ts';
import type { Limits, ParagraphStyle } from './types.ts';

/** What a line has of each kind, in pt; letters in em times size. */
export interface Measures {
  readonly natural: number;
  readonly spaces: number;
  readonly letters: number;
  readonly glyphs: number;
}

export function measureLine(line: LineGlyphs, pieces: readonly CutPiece[]): Measures {
  const { advances, kinds } = line;
  let [natural, spaces, letters, glyphs] = [0, 0, 0, 0];
  for (const piece of pieces) {
    if (piece.kind !== 'run') {
      natural += piece.widthPt;
      continue;
    }
    const { sizePt } = piece.part.style;
    for (let glyph = piece.first; glyph < piece.last; glyph++) {
      const advance = advances[glyph] ?? 0;
      const kind = kinds[glyph] ?? 0;
      natural += advance;
      if (kind & glyphKind.space) spaces += advance;
      else glyphs += advance;
      if (kind & glyphKind.endsLetter) letters += sizePt;
    }
  }
  return { natural, spaces, letters: Math.max(0, letters - lastLetterOf(line, pieces)), glyphs };
}

/** The line's last letter has no letter space after it; a picture or a space may stand there instead. */
function lastLetterOf(line: LineGlyphs, pieces: readonly CutPiece[]): number {
  const last = pieces.findLast((piece) => piece.kind !== 'edge');
  if (last?.kind !== 'run') return 0;
  const endsLetter = (line.kinds[last.last - 1] ?? 0) & glyphKind.endsLetter;
  return endsLetter ? last.part.style.sizePt : 0;
}

/** How a line is justified. */
export interface Setting {
  readonly ratio: number;
  /** Word spaces and glyphs as multiples of their own widths. */
  readonly word: number;
  readonly glyph: number;
  /** Added after each letter, in em. */
  readonly letterEm: number;
}

/**
 * Word spaces are seen before letter spaces and the width of glyphs: those are used up a little
 * sooner, so that word spaces stay nearer to the font's own.
 */
const unseenLead = 1.15;

export const asItIs: Setting = { ratio: 0, word: 1, glyph: 1, letterEm: 0 };

/** Everything by a share of its limit; what is left beyond that goes to the word spaces. */
export function justify(
  { natural, spaces, letters, glyphs }: Measures,
  width: number,
  style: ParagraphStyle,
  align: ParagraphStyle['align'],
): Setting {
  const deficit = width - natural;
  const isJustified = align === 'justify';
  const mustShrink = style.align === 'justify' && deficit < -tolerancePt;
  if (!isJustified && !mustShrink) return asItIs;
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
  const share = Math.min(1, Math.abs(ratio) * unseenLead, unseen > 0 ? wanted / unseen : 1);
  return {
    ratio,
    word: spaces > 0 ? 1 + (sign * (wanted - share * unseen)) / spaces : 1,
    glyph: 1 + sign * share * limitOf(glyph, 1),
    letterEm: sign * share * limitOf(letter, 0),
  };
}
