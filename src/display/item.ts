/**
 * The contract between layout and every output: a page as a list of items in painting order.
 * Coordinates are pt from the page's trim box, top left, y down; bleed is negative or beyond the
 * trim. `C` is the kind of colour: an output that takes `PrintColor` cannot be handed RGB.
 */
import type { Matrix, Path, Point, Rect, Span } from '../base/index.ts';
import type { Font, Glyph } from '../text/index.ts';

export interface GradientStop<C> {
  /** 0–1 along the gradient line. */
  readonly offset: number;
  readonly color: C;
}

export type Paint<C> =
  | { readonly kind: 'solid'; readonly color: C }
  | {
      readonly kind: 'linear';
      readonly from: Point;
      readonly to: Point;
      readonly stops: readonly GradientStop<C>[];
    }
  | {
      readonly kind: 'radial';
      readonly center: Point;
      readonly radiusX: number;
      readonly radiusY: number;
      readonly stops: readonly GradientStop<C>[];
    };

/** Where an item came from. */
export interface Origin {
  /** The words or the markup that caused it. */
  readonly span?: Span;
}

export interface FillItem<C> extends Origin {
  readonly kind: 'fill';
  readonly path: Path;
  readonly rule: 'nonzero' | 'evenodd';
  readonly paint: Paint<C>;
}

export interface StrokeItem<C> extends Origin {
  readonly kind: 'stroke';
  readonly path: Path;
  readonly paint: Paint<C>;
  readonly widthPt: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dashPt: readonly number[];
  readonly dashOffsetPt: number;
}

/** Glyphs on one baseline. Each glyph starts where the one before it ended. */
export interface GlyphsItem<C> extends Origin {
  readonly kind: 'glyphs';
  readonly font: Font;
  readonly sizePt: number;
  /** Of the first glyph's origin, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly glyphs: readonly Glyph[];
  /** Horizontal scale of the glyphs, already in their advances. */
  readonly scaleX: number;
  readonly color: C;
  /** The last glyph is a hyphen that the words do not have (set as U+00AD for text extraction). */
  readonly hyphenated: boolean;
}

/** A bitmap drawn into `rect`. What part of the picture shows is said by an enclosing group's clip. */
export interface PictureItem extends Origin {
  readonly kind: 'picture';
  /** Path of the file in the project: the key into the pictures that were read. */
  readonly picture: string;
  readonly rect: Rect;
  readonly alt: string;
}

/** A link's place; only the screen edition keeps it. */
export interface LinkItem extends Origin {
  readonly kind: 'link';
  readonly rect: Rect;
  readonly href: string;
}

export type BlendMode = 'normal' | 'multiply' | 'screen' | 'overlay' | 'darken' | 'lighten';

export interface GroupItem<C> extends Origin {
  readonly kind: 'group';
  readonly items: readonly DisplayItem<C>[];
  readonly transform: Matrix;
  /** In the group's own coordinates (inside `transform`). */
  readonly clip: Path | null;
  readonly opacity: number;
  readonly blend: BlendMode;
}

export type DisplayItem<C> =
  | FillItem<C>
  | StrokeItem<C>
  | GlyphsItem<C>
  | PictureItem
  | LinkItem
  | GroupItem<C>;

/** One page or panel: its trim size and what is drawn on it. */
export interface DisplayPage<C> {
  /** The CSS page name, or `''`; for a folder, the panel's role. */
  readonly name: string;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly items: readonly DisplayItem<C>[];
}

export type DisplayList<C> = readonly DisplayPage<C>[];
