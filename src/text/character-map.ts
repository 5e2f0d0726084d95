/**
 * A character's glyph by the font's `cmap`, for those who need a width before HarfBuzz is ready.
 * Formats 4 and 12 are read, which every Unicode font has.
 * https://learn.microsoft.com/typography/opentype/spec/cmap
 */
import type { Font } from './font.ts';
import { glyphAdvanceUnits, tablesOf } from './glyphs.ts';

/** The subtables of Unicode: platform 0, and platform 3 with encoding 1 or 10. */
function subtables(view: DataView): readonly number[] {
  const offsets: number[] = [];
  const count = view.byteLength >= 4 ? view.getUint16(2) : 0;
  for (let index = 0; index < count && 12 + index * 8 <= view.byteLength; index += 1) {
    const record = 4 + index * 8;
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    const offset = view.getUint32(record + 4);
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (isUnicode && offset + 16 <= view.byteLength) offsets.push(offset);
  }
  return offsets;
}

function glyphInFormat4(view: DataView, at: number, codePoint: number): number {
  const count = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + count * 2 + 2;
  if (starts + count * 6 > view.byteLength) return 0;
  for (let segment = 0; segment < count; segment += 1) {
    if (view.getUint16(ends + segment * 2) < codePoint) continue;
    const start = view.getUint16(starts + segment * 2);
    if (start > codePoint) return 0;
    const delta = view.getInt16(starts + (count + segment) * 2);
    const rangeAt = starts + (2 * count + segment) * 2;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyphAt = rangeAt + range + (codePoint - start) * 2;
    const glyph = glyphAt + 2 <= view.byteLength ? view.getUint16(glyphAt) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function glyphInFormat12(view: DataView, at: number, codePoint: number): number {
  const count = view.getUint32(at + 12);
  for (let group = 0; group < count; group += 1) {
    const record = at + 16 + group * 12;
    if (record + 12 > view.byteLength) return 0;
    const start = view.getUint32(record);
    if (codePoint >= start && codePoint <= view.getUint32(record + 4))
      return view.getUint32(record + 8) + codePoint - start;
  }
  return 0;
}

/** The glyph of a character in a `cmap` table; 0 where the font has none. */
export function glyphByTable(view: DataView, codePoint: number): number {
  for (const offset of subtables(view)) {
    const format = view.getUint16(offset);
    const glyph =
      format === 4
        ? glyphInFormat4(view, offset, codePoint)
        : format === 12
          ? glyphInFormat12(view, offset, codePoint)
          : 0;
    if (glyph !== 0) return glyph;
  }
  return 0;
}

/** A character's advance in em; undefined where the font has no glyph for it. */
export function advanceEm(font: Font, character: string): number | undefined {
  const cmap = tablesOf(font).get('cmap');
  const glyph = cmap ? glyphByTable(cmap.view, character.codePointAt(0) ?? 0) : 0;
  return glyph === 0 ? undefined : glyphAdvanceUnits(font, glyph) / font.metrics.unitsPerEm;
}
