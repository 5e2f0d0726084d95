/**
 * As much of `glyf` as subsetting needs: which other glyphs a composite glyph is made of.
 * https://learn.microsoft.com/typography/opentype/spec/glyf#composite-glyph-description
 */
import type { Tables } from './sfnt.ts';

const composite = {
  wordArguments: 0x0001,
  scale: 0x0008,
  more: 0x0020,
  xAndYScale: 0x0040,
  twoByTwo: 0x0080,
};

export interface Component {
  readonly glyph: number;
  /** Where its record begins: flags, then the glyph. */
  readonly at: number;
}

/** Those of a composite glyph between two offsets, and where the last one's record ends. */
export function componentsAt(glyf: DataView, start: number, end: number) {
  const components: Component[] = [];
  let at = start + 10;
  if (end - start < 10 || glyf.getInt16(start) >= 0) return { components, end: at };
  while (at + 4 <= end) {
    const flags = glyf.getUint16(at);
    components.push({ glyph: glyf.getUint16(at + 2), at });
    at += 4 + (flags & composite.wordArguments ? 4 : 2);
    if (flags & composite.scale) at += 2;
    else if (flags & composite.xAndYScale) at += 4;
    else if (flags & composite.twoByTwo) at += 8;
    if (!(flags & composite.more)) break;
  }
  return { components, end: at };
}

/** The glyphs and all that they are made of, in ascending order. CFF glyphs are made of none. */
export function compositeClosure(tables: Tables, glyphs: readonly number[]): readonly number[] {
  const closure = new Set(glyphs);
  const loca = tables.get('loca')?.view;
  const glyf = tables.get('glyf')?.view;
  const isLong = tables.get('head')?.view.getInt16(50) === 1;
  const count = tables.get('maxp')?.view.getUint16(4) ?? 0;
  const offsetOf = (glyph: number) =>
    (isLong ? loca?.getUint32(glyph * 4) : (loca?.getUint16(glyph * 2) ?? 0) * 2) ?? 0;
  if (loca && glyf) {
    // Iterating a set visits what is added on the way, so components of components are followed.
    for (const glyph of closure) {
      const { components } = componentsAt(glyf, offsetOf(glyph), offsetOf(glyph + 1));
      for (const { glyph: part } of components) if (part < count) closure.add(part);
    }
  }
  return [...closure].sort((a, b) => a - b);
}
