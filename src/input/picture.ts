/** Pictures the document names, as far as layout needs them: sizes now, pixels later. */
import type { ElementNode } from './document.ts';

export interface BitmapPicture {
  readonly kind: 'bitmap';
  readonly path: string;
  readonly format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'avif';
  /** After EXIF orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
}

/** An SVG file or an inline `<svg>`; drawn as vectors. */
export interface VectorPicture {
  readonly kind: 'vector';
  readonly path: string;
  /** Intrinsic size in CSS px; null where the SVG gives none (then its viewBox gives the ratio). */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly ratio: number | null;
  readonly root: ElementNode;
}

export type Picture = BitmapPicture | VectorPicture;

/** By path. */
export type Pictures = ReadonlyMap<string, Picture>;
