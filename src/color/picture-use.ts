/** What is asked of a picture: the file, and how it is drawn. */
import type { Span } from '../base/index.ts';
import type { Intent } from './lcms.ts';

/** A picture file as it was read; sizes after EXIF orientation. */
export interface PictureSource {
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
}

/** How a picture is used: the largest size that the WHOLE picture is drawn at, and how to convert. */
export interface PictureUse {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly intent?: Intent;
  /** Whether a photograph that is brought down is sharpened; yes, where it is not said. */
  readonly sharpens?: boolean;
  /** Pictures with more ink over a square millimetre are brought under it, in percent. */
  readonly fitInkPercent?: number | null;
  /** Where the picture is asked for; findings point there. */
  readonly span?: Span;
}
