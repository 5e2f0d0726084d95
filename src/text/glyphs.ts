/** Questions about single glyphs: has a font the character, and how wide is a glyph. */
import type { Font } from './font.ts';
import { nominalGlyph } from './harfbuzz.ts';
import { readTables, type Tables } from './sfnt.ts';
import { tagNumber } from './tag-number.ts';

const tablesOfFonts = new WeakMap<Font, Tables>();

/** The tables of an opened font. `openFont` has checked them. */
export function tablesOf(font: Font): Tables {
  const known = tablesOfFonts.get(font);
  if (known) return known;
  const read = readTables(font.bytes);
  const tables: Tables = typeof read === 'string' ? new Map() : read;
  tablesOfFonts.set(font, tables);
  return tables;
}

const glyphsOfFonts = new WeakMap<Font, Map<number, number>>();

/** The glyph of a character by the font's `cmap`; 0 where there is none. Remembered per font. */
export function glyphOf(font: Font, codePoint: number): number {
  let glyphs = glyphsOfFonts.get(font);
  if (!glyphs) {
    glyphs = new Map();
    glyphsOfFonts.set(font, glyphs);
  }
  let glyph = glyphs.get(codePoint);
  if (glyph === undefined) {
    glyph = nominalGlyph(font, codePoint);
    glyphs.set(codePoint, glyph);
  }
  return glyph;
}

/** True where the font has a glyph of its own for the character (the first of the string). */
export function fontHasCharacter(font: Font, character: string): boolean {
  return glyphOf(font, character.codePointAt(0) ?? 0) !== 0;
}

/** True where the font has rules for a feature (its `GSUB` lists it, for whatever script). */
export function fontHasFeature(font: Font, tag: string): boolean {
  const view = tablesOf(font).get('GSUB')?.view;
  if (!view || view.byteLength < 8) return false;
  const list = view.getUint16(6);
  if (list + 2 > view.byteLength) return false;
  const wanted = tagNumber(tag);
  for (let left = view.getUint16(list), at = list + 2; left > 0; left--, at += 6)
    if (at + 4 <= view.byteLength && view.getUint32(at) === wanted) return true;
  return false;
}

/** A glyph's advance in font units, from `hmtx`: what the PDF's widths must say. */
export function glyphAdvanceUnits(font: Font, glyph: number): number {
  const tables = tablesOf(font);
  const count = tables.get('hhea')?.view.getUint16(34) ?? 0;
  const hmtx = tables.get('hmtx');
  const at = Math.min(glyph, count - 1) * 4;
  return hmtx && at >= 0 && at + 2 <= hmtx.bytes.length ? hmtx.view.getUint16(at) : 0;
}

/** The white before a glyph in font units, from `hmtx`: its left side bearing. */
export function glyphLeftBearingUnits(font: Font, glyph: number): number {
  const tables = tablesOf(font);
  const count = tables.get('hhea')?.view.getUint16(34) ?? 0;
  const hmtx = tables.get('hmtx');
  const at = glyph < count ? glyph * 4 + 2 : count * 4 + (glyph - count) * 2;
  return hmtx && count > 0 && at + 2 <= hmtx.bytes.length ? hmtx.view.getInt16(at) : 0;
}

/** The white before a character, in em; 0 where the font has not got it. */
export function leftBearingEm(font: Font, character: string): number {
  const glyph = glyphOf(font, character.codePointAt(0) ?? 0);
  return glyph === 0 ? 0 : glyphLeftBearingUnits(font, glyph) / font.metrics.unitsPerEm;
}
