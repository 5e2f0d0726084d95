/**
 * A font as the other phases see it: an identity and its measures. Shaping and subsetting take it
 * and look up the parsed face behind it.
 */
export interface FontMetrics {
  readonly unitsPerEm: number;
  /** Above the baseline, positive; as the font's OS/2 table asks (typo or hhea), in em. */
  readonly ascentEm: number;
  /** Below the baseline, positive, in em. */
  readonly descentEm: number;
  readonly lineGapEm: number;
  readonly capHeightEm: number;
  readonly xHeightEm: number;
  /** Of all its glyphs, by OS/2; 0 where the font does not say. */
  readonly averageWidthEm: number;
  /** Of the box that any of its glyphs fits in (head). */
  readonly boundsWidthEm: number;
  /** Centre of the underline, below the baseline positive, in em. */
  readonly underlineOffsetEm: number;
  readonly underlineThicknessEm: number;
  readonly italicAngleDegrees: number;
  /** Its letters have heights of their own in lines that run down (vmtx). */
  readonly hasVerticalAdvances: boolean;
}

export interface Font {
  /** Unique per file: the path, and the index in a collection. */
  readonly id: string;
  /** PostScript name, as the PDF names it (before the subset's tag). */
  readonly postScriptName: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly metrics: FontMetrics;
  /** The whole font file: TrueType or OpenType/CFF. */
  readonly bytes: Uint8Array;
}
