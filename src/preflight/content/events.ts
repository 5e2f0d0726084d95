/**
 * What a page paints, in painting order, as the rules judge it. Rectangles are pt from the trim
 * box's top left, y down, and already cut to the clip in force (its bounding box).
 */
import type { Rect } from '../../base/index.ts';
import type { ColorSpace, ContentColor } from './color-space.ts';
import type { ContentFont } from './font.ts';

interface Painted {
  /** Bounding box on the page; null where the clip leaves nothing. */
  readonly rect: Rect | null;
  /** `op` for fills and text, `OP` for strokes, with `OPM`. */
  readonly overprints: boolean;
  readonly overprintMode: number;
  readonly alpha: number;
  readonly blend: string;
}

export interface FillEvent extends Painted {
  readonly kind: 'fill';
  readonly color: ContentColor;
  /** The shorter side of a single axis-parallel rectangle (a rule, a border); null for any other path. */
  readonly lineWidthPt: number | null;
}

export interface StrokeEvent extends Painted {
  readonly kind: 'stroke';
  readonly color: ContentColor;
  /** On the page, after all transformations. */
  readonly lineWidthPt: number;
}

export interface TextEvent extends Painted {
  readonly kind: 'text';
  readonly color: ContentColor;
  readonly font: ContentFont | null;
  /** Size on the page, after all transformations. */
  readonly sizePt: number;
  /** As ToUnicode says; `�` where it says nothing. */
  readonly text: string;
  /** Codes shown that lead to glyph 0. */
  readonly missingGlyphs: number;
  /** Codes shown that ToUnicode does not know. */
  readonly unmappedCodes: number;
  /** Rendering mode 3: text that is not painted. */
  readonly isInvisible: boolean;
}

export interface PictureEvent extends Painted {
  readonly kind: 'picture';
  /** Object number, or null for an inline image. */
  readonly object: number | null;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerComponent: number;
  readonly isStencil: boolean;
  readonly space: ColorSpace | null;
  /** Pixels per inch on the page, the smaller of both axes. */
  readonly ppi: number;
}

export interface ShadingEvent extends Painted {
  readonly kind: 'shading';
  readonly space: ColorSpace;
}

export type PaintEvent = FillEvent | StrokeEvent | TextEvent | PictureEvent | ShadingEvent;
