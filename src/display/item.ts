/**
 * The contract between layout and every output: a page as a list of items in painting order.
 * Coordinates are pt from the page's trim box, top left, y down; bleed is negative or beyond the
 * trim. `C` is the kind of colour: an output that takes `PrintColor` cannot be handed RGB.
 */
import type { Matrix, Path, Point, Rect, Span } from '../base/index.ts';
import type { CmykColor } from '../color/index.ts';
import type { StructureRole } from '../input/index.ts';
import type { Font, Glyphs } from '../text/index.ts';

export interface GradientStop<C> {
  /** 0–1 along the gradient line. */
  readonly offset: number;
  readonly color: C;
}

/**
 * How a gradient's colours mix where their opacity changes: `straight` as SVG 2 §14.2 has it, each
 * component and the opacity on its own; absent: premultiplied by the opacity (css-images-4 §3.4.3).
 */
interface Mixing {
  readonly mixing?: 'straight';
}

export type Paint<C> =
  | { readonly kind: 'solid'; readonly color: C }
  | (Mixing & {
      readonly kind: 'linear';
      readonly from: Point;
      readonly to: Point;
      readonly stops: readonly GradientStop<C>[];
    })
  | (Mixing & {
      readonly kind: 'radial';
      readonly center: Point;
      readonly radiusX: number;
      readonly radiusY: number;
      /** Where the rays begin, inside the circle; absent: at the centre. Circles only. */
      readonly focus?: Point;
      readonly stops: readonly GradientStop<C>[];
    })
  | (Mixing & {
      readonly kind: 'conic';
      readonly center: Point;
      /** Where the sweep begins, clockwise from straight up; offsets 0–1 are one full turn. */
      readonly fromDegrees: number;
      readonly stops: readonly GradientStop<C>[];
    });

/** What the author asked of an item's plates; absent: the rules of black and white decide. */
export type Overprint = 'on' | 'off';

/** A node of the structure tree (ISO 32000-1 §14.7.2). Kinds: §14.8.4. */
export interface StructureNode {
  readonly kind: StructureRole | 'Lbl' | 'LBody' | 'Note' | 'Reference';
  readonly parent: StructureNode | null;
  /** Place in the document. Siblings are read page by page, and on a page in this order. */
  readonly order: number;
  /** BCP 47, where it is not that of the parent. */
  readonly language?: string;
  /** What stands for a picture. */
  readonly alternative?: string;
  /** How a list is numbered (§14.8.5.5): `Decimal`, `Disc`, `None`. */
  readonly numbering?: string;
  /** The words of a heading. */
  readonly title?: string;
  /** Of a cell. */
  readonly cell?: {
    readonly scope: 'Row' | 'Column' | null;
    readonly columns: number;
    readonly rows: number;
  };
}

/** What an item is in the structure; an item that has none is no part of what is read. */
export interface Content {
  readonly node: StructureNode;
  /** Among what else is in the node; as `StructureNode.order`. */
  readonly order: number;
  /** Of words: which text it is, as all are read one after the other. */
  readonly place?: number;
  /** Of words: a space comes after them that no glyph stands for, since the line ends. */
  readonly isFollowedBySpace?: boolean;
  /** Where a picture is, in the item's coordinates. */
  readonly rect?: Rect;
}

/** Where an item came from. */
export interface Origin {
  /** The words or the markup that caused it. */
  readonly span?: Span | undefined;
  /** Absent where nobody asked for a structure. */
  readonly content?: Content | undefined;
}

/** Letters drawn as their outlines: they are judged as the text they are. */
export interface Letters {
  readonly text: string;
  /** In the item's coordinates. */
  readonly sizePt: number;
  /** The edges of letters that are filled as well: of the two, the fill is the text. */
  readonly isEdge: boolean;
}

export interface FillItem<C> extends Origin {
  readonly kind: 'fill';
  /** What the path spells; absent: it is no text. */
  readonly letters?: Letters;
  readonly path: Path;
  readonly rule: 'nonzero' | 'evenodd';
  readonly paint: Paint<C>;
  readonly overprint?: Overprint;
}

export interface StrokeItem<C> extends Origin {
  readonly kind: 'stroke';
  /** As a fill's. */
  readonly letters?: Letters;
  readonly path: Path;
  readonly paint: Paint<C>;
  readonly widthPt: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dashPt: readonly number[];
  readonly dashOffsetPt: number;
  readonly overprint?: Overprint;
}

/** Glyphs on one baseline. Each glyph starts where the one before it ended. */
export interface GlyphsItem<C> extends Origin {
  readonly kind: 'glyphs';
  readonly font: Font;
  readonly sizePt: number;
  /** Of the first glyph's origin, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly glyphs: Glyphs;
  /** Horizontal scale of the glyphs, already in their advances. */
  readonly scaleX: number;
  readonly color: C;
  /** The last glyph is a hyphen that the words do not have (set as U+00AD for text extraction). */
  readonly hyphenated: boolean;
  readonly overprint?: Overprint;
}

/** How much of each pixel is covered, row by row from the top: 255 is all of it. */
export interface Coverage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
}

/** One colour laid down through a coverage stretched over `rect`: a soft shadow. */
export interface ShadeItem<C> extends Origin {
  readonly kind: 'shade';
  readonly rect: Rect;
  readonly color: C;
  readonly coverage: Coverage;
  readonly overprint?: Overprint;
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
  /** The words of a link within the document: its address says nothing to who hears it. */
  readonly words?: string;
}

/** compositing-2 §10: as ISO 32000-1 §11.3.5 has them, and `plus-lighter`, which painting makes of those. */
export type BlendMode =
  | 'normal'
  | 'multiply'
  | 'screen'
  | 'overlay'
  | 'darken'
  | 'lighten'
  | 'color-dodge'
  | 'color-burn'
  | 'hard-light'
  | 'soft-light'
  | 'difference'
  | 'exclusion'
  | 'hue'
  | 'saturation'
  | 'color'
  | 'luminosity'
  | 'plus-lighter';

/**
 * What lets a group through: where its items are opaque, or where they are light. A mask is no
 * print, so its colours are tones of black, whatever the edition.
 */
export interface GroupMask {
  readonly by: 'alpha' | 'luminance';
  /** In the group's own coordinates; black ink alone. */
  readonly items: readonly DisplayItem<CmykColor>[];
}

export interface GroupItem<C> extends Origin {
  readonly kind: 'group';
  readonly items: readonly DisplayItem<C>[];
  readonly transform: Matrix;
  /** In the group's own coordinates (inside `transform`). */
  readonly clip: Path | null;
  /** How `clip` is filled; absent: nonzero. */
  readonly clipRule?: 'nonzero' | 'evenodd';
  readonly opacity: number;
  readonly blend: BlendMode;
  /** True: mixed apart from what lies below, so that blending inside does not reach it. */
  readonly isolated?: boolean;
  readonly mask?: GroupMask;
}

export type DisplayItem<C> =
  | FillItem<C>
  | StrokeItem<C>
  | GlyphsItem<C>
  | PictureItem
  | LinkItem
  | ShadeItem<C>
  | GroupItem<C>;

/** What a link inside the document leads to; the top left of its box, in pt from the trim. */
export interface Anchor {
  readonly id: string;
  readonly at: Point;
}

/** One page or panel: its trim size and what is drawn on it. */
export interface DisplayPage<C> {
  /** The CSS page name, or `''`; for a folder, the panel's role. */
  readonly name: string;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly items: readonly DisplayItem<C>[];
  /** Absent where nothing links to the page; only the screen edition keeps them. */
  readonly anchors?: readonly Anchor[];
}

export type DisplayList<C> = readonly DisplayPage<C>[];
