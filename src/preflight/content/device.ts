/**
 * What a renderer is told while a page is read. The interpreter keeps the state; a device paints.
 * Coordinates are those of the matrix that the reading began with.
 */
import type { Matrix } from '../../base/index.ts';
import type { PdfDictionary, PdfObject, PdfStream } from '../../pdf/index.ts';
import type { ContentFont } from './font.ts';
import type { Outline } from './outline.ts';
import type { Run } from './run.ts';

/** A clip path and those it was intersected with (ISO 32000-1 §8.5.4). */
export interface ClipPath {
  readonly outline: Outline;
  readonly isEvenOdd: boolean;
  readonly above: ClipPath | null;
}

export interface PathPainting {
  readonly fills: boolean;
  readonly strokes: boolean;
  readonly isEvenOdd: boolean;
}

/** An image XObject, or an inline image's entries and data. */
export interface PaintedImage {
  readonly dictionary: PdfDictionary;
  readonly stream: PdfStream | null;
  /** Object number, or null for an inline image. */
  readonly object: number | null;
}

export interface Device {
  path(run: Run, outline: Outline, painting: PathPainting): void;
  /** `matrix` leads from glyph space with a font size of 1 to the page. */
  glyph(run: Run, font: ContentFont, code: number, matrix: Matrix): void;
  /** `ET`: glyphs shown to clip (modes 4–7) take effect. */
  endText(run: Run): void;
  picture(run: Run, image: PaintedImage): void;
  /** `sh`: over everything inside the clip. */
  shading(run: Run, shading: PdfObject): void;
  /**
   * `BDC` and `BMC` (§14.6), with the properties that are named; null for none. Also around an
   * object that belongs to a layer.
   */
  beginContent(run: Run, properties: PdfDictionary | null): void;
  endContent(): void;
  /** A transparency group begins (§11.6.6); `run` is the stream that paints it. */
  beginGroup(run: Run, group: PdfDictionary): void;
  endGroup(run: Run): void;
}
