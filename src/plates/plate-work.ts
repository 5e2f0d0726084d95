/** What the painting of all pages of a file shares, and what it could not show. */
import type { PdfDictionary, PdfFile, PdfStream } from '../pdf/index.ts';
import type { ContentFont } from '../preflight/index.ts';
import type { DecodedImage } from './decode-images.ts';
import type { CodeOutlines } from './fonts/font-outlines.ts';
import type { PlateNames } from './ink-space.ts';
import type { IsVisible } from './optional-content.ts';
import type { DecodeBorrowed } from './packed-images.ts';

/** What all pages of a file share. */
export interface PlateWork {
  readonly file: PdfFile;
  readonly plates: PlateNames;
  readonly fonts: Map<PdfDictionary, CodeOutlines | null>;
  /** Fonts whose widths the file does not tell. */
  readonly measuredFonts: ReadonlyMap<PdfDictionary, ContentFont>;
  readonly images: Map<PdfStream, DecodedImage | null>;
  readonly isVisible: IsVisible;
  /** Decodes pictures that are packed in ways not read here; null where the file has none. */
  readonly decodeBorrowed: DecodeBorrowed | null;
  /** What could not be painted as it prints, in words. */
  readonly omissions: Set<Omission>;
}

/** Kinds of content that the plates do not show as it will print. */
export type Omission = 'color' | 'font' | 'image' | 'shading' | 'blend' | 'pattern';
