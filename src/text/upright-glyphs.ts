/**
 * Where glyphs stand in lines that run down (OpenType: vmtx, VORG). HarfBuzz gives their advances; what it
 * takes for the origin of a glyph in such a line is the font's ascent, which fonts for such lines do not mean.
 */
import type { Font } from './font.ts';
import { glyphPath } from './glyph-path.ts';
import type { ShapedGlyphs } from './harfbuzz.ts';
import { readTables, type Tables } from './sfnt.ts';

/** How far a glyph's place on the baseline is below the upper edge of its room, in font units. */
type OriginOf = (glyph: number) => number;

/** Upright glyphs of a font, each below the middle of the upper edge of its room. */
export function placeUpright(glyphs: ShapedGlyphs, font: Font): ShapedGlyphs {
  const originOf = originsOf(font);
  const { ascentEm, descentEm, unitsPerEm, hasVerticalAdvances } = font.metrics;
  const lineHeight = Math.round((ascentEm + descentEm) * unitsPerEm);
  // A font that says nothing of lines that run down: as browsers have it, a letter is as high as a line.
  const advances = hasVerticalAdvances
    ? glyphs.advances
    : glyphs.advances.map((own) => (own === 0 ? 0 : lineHeight));
  const ascent = Math.round(ascentEm * unitsPerEm);
  // What HarfBuzz adds for a mark stays.
  const yOffsets = glyphs.yOffsets.map(
    (own, index) => own + ascent - originOf(glyphs.ids[index] ?? 0),
  );
  return { ...glyphs, advances, yOffsets };
}

const known = new WeakMap<Font, OriginOf>();

function originsOf(font: Font): OriginOf {
  const before = known.get(font);
  if (before) return before;
  const { ascentEm, unitsPerEm } = font.metrics;
  const tables = readTables(font.bytes);
  const stated =
    typeof tables === 'string' ? null : (statedOrigins(tables) ?? fromEdges(tables, font));
  const made = stated ?? (() => Math.round(ascentEm * unitsPerEm));
  known.set(font, made);
  return made;
}

/** VORG: one origin for most glyphs, and those of the others. */
function statedOrigins(tables: Tables): OriginOf | null {
  const view = tables.get('VORG')?.view;
  if (!view || view.byteLength < 8) return null;
  const usual = view.getInt16(4);
  const others = new Map<number, number>();
  const count = Math.min(view.getUint16(6), Math.floor((view.byteLength - 8) / 4));
  for (let row = 0; row < count; row++)
    others.set(view.getUint16(8 + row * 4), view.getInt16(10 + row * 4));
  return (glyph) => others.get(glyph) ?? usual;
}

/** vmtx: how far the ink is below the edge; the ink's own top is in the outline. */
function fromEdges(tables: Tables, font: Font): OriginOf | null {
  const [vhea, vmtx] = [tables.get('vhea')?.view, tables.get('vmtx')?.view];
  if (!vhea || !vmtx || vhea.byteLength < 36) return null;
  const whole = vhea.getUint16(34);
  const bearingOf = (glyph: number): number => {
    const at = glyph < whole ? glyph * 4 + 2 : whole * 4 + (glyph - whole) * 2;
    return at + 2 <= vmtx.byteLength ? vmtx.getInt16(at) : 0;
  };
  const { ascentEm, unitsPerEm } = font.metrics;
  return (glyph) => {
    const top = topOf(font, glyph);
    return top === null ? Math.round(ascentEm * unitsPerEm) : Math.round(top + bearingOf(glyph));
  };
}

/** The highest point of a glyph's ink; null for a blank. */
function topOf(font: Font, glyph: number): number | null {
  let top: number | null = null;
  for (const segment of glyphPath(font, glyph))
    if (segment.kind !== 'close') top = Math.max(top ?? segment.y, segment.y);
  return top;
}
