/** A line of words for marks and labels: one glyph a character, unkerned, never broken. */
import type { Font } from './font.ts';
import { glyphAdvanceUnits, glyphOf } from './glyphs.ts';
import { Glyphs } from './run-glyphs.ts';
import type { Glyph } from './types.ts';

/** Glyphs of a text in reading order. `prepareShaping` must have been awaited. */
export function plainLine(text: string, font: Font, sizePt: number): Glyphs {
  const glyphs = [...text].map((character): Glyph => {
    const id = glyphOf(font, character.codePointAt(0) ?? 0);
    const advancePt = (glyphAdvanceUnits(font, id) / font.metrics.unitsPerEm) * sizePt;
    return { id, advancePt, xOffsetPt: 0, yOffsetPt: 0, text: character };
  });
  return Glyphs.from(glyphs);
}

/** Width in pt of a text set by `plainLine`. */
export function plainWidth(text: string, font: Font, sizePt: number): number {
  return plainLine(text, font, sizePt).widthPt();
}
