/** Glyphs of Type 3 fonts: content streams of their own (ISO 32000-1 §9.6.5). */
import type { Matrix } from '../../base/index.ts';
import {
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfStream,
} from '../../pdf/index.ts';

/** A code's name by the font's `Differences`. */
function glyphName(file: PdfFile, font: PdfDictionary, code: number): string | null {
  const encoding = file.entry(font, 'Encoding', 'dictionary');
  let at = 0;
  let name: string | null = null;
  for (const item of (encoding && file.entry(encoding, 'Differences', 'array'))?.items ?? []) {
    const value = file.resolve(item);
    if (typeof value === 'number') at = value;
    else {
      if (at === code) name = nameOf(value);
      at += 1;
    }
  }
  return name;
}

export interface TypeThreeGlyph {
  /** With the font's resources where it has any. */
  readonly stream: PdfStream;
  readonly fontMatrix: Matrix;
}

export function typeThreeGlyph(
  file: PdfFile,
  font: PdfDictionary,
  code: number,
): TypeThreeGlyph | null {
  const procedures = file.entry(font, 'CharProcs', 'dictionary');
  const name = glyphName(file, font, code);
  const glyph = name === null ? null : procedures && file.entry(procedures, name, 'stream');
  if (!glyph) return null;
  const numbers = (file.entry(font, 'FontMatrix', 'array')?.items ?? []).map(
    (item) => numberOf(file.resolve(item)) ?? 0,
  );
  const [a = 0.001, b = 0, c = 0, d = 0.001, e = 0, f = 0] = numbers;
  const resources = font.entries.get('Resources');
  const entries = new Map(glyph.dictionary.entries);
  if (resources !== undefined) entries.set('Resources', resources);
  const stream: PdfStream = { ...glyph, dictionary: { kind: 'dictionary', entries } };
  return { stream, fontMatrix: [a, b, c, d, e, f] };
}
