import { invariant } from '../base/index.ts';
import type { Font } from './font.ts';

/** A font cut down to the glyphs that are used. */
export interface FontSubset {
  /** `truetype`: a whole sfnt file for FontFile2. `cff`: the bare CFF table for FontFile3 /CIDFontType0C. */
  readonly kind: 'truetype' | 'cff';
  readonly bytes: Uint8Array;
  /** From the font's glyph ids to the CIDs to write in the PDF (CIDToGIDMap Identity). */
  readonly glyphMap: ReadonlyMap<number, number>;
}
export async function subsetFont(_font: Font, _glyphIds: Iterable<number>): Promise<FontSubset> {
  invariant(false, 'not yet');
}
