/**
 * The values of typesetting. `text` knows nothing of CSS or of documents: it is handed fonts,
 * styles and strings, and hands back lines. Lengths in pt; y down; a glyph's offsets are from the
 * baseline.
 */
import type { Font } from './font.ts';

/** An OpenType feature, e.g. `{ tag: 'onum', value: 1 }`. */
export interface Feature {
  readonly tag: string;
  readonly value: number;
}

/** How a stretch of text is set. Resolved once; nobody asks the cascade below this point. */
export interface TextStyle {
  /** In order of preference: a glyph that one font lacks is looked for in the next. Never empty. */
  readonly fonts: readonly Font[];
  readonly sizePt: number;
  /** Tracking: added after each character. */
  readonly letterSpacingPt: number;
  /** Added to each word space. */
  readonly wordSpacingPt: number;
  /** BCP 47: `da`, `en-GB`. Chooses hyphenation patterns and OpenType language system. */
  readonly language: string;
  readonly features: readonly Feature[];
  readonly kerning: boolean;
  readonly ligatures: boolean;
  /** `auto`: by patterns and soft hyphens; `manual`: soft hyphens only; `none`. */
  readonly hyphens: 'auto' | 'manual' | 'none';
  /** False where lines may not be broken at all (`white-space: nowrap`, `pre`). */
  readonly wrap: boolean;
}

/** Words with a style. White space is already collapsed as CSS asks; `\n` forces a line break. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextStyle;
}

/** Something of fixed width in the line: a picture, an inline block. */
export interface AtomItem {
  readonly kind: 'atom';
  readonly widthPt: number;
}

/** Room at the start or end of an inline box (margin, border, padding). Never separated from its text. */
export interface EdgeItem {
  readonly kind: 'edge';
  readonly side: 'start' | 'end';
  readonly widthPt: number;
}

export type InlineItem = TextItem | AtomItem | EdgeItem;

export type TextAlign = 'left' | 'right' | 'center' | 'justify';

/** How hyphenation and spaces may be used in one paragraph. */
export interface ParagraphStyle {
  readonly align: TextAlign;
  /** Of the last line and of lines before a forced break. */
  readonly alignLast: TextAlign;
  readonly indentPt: number;
  /** `stable`: total fit (Knuth & Plass). `balance`: lines of even length. `greedy`: first fit. */
  readonly wrap: 'total-fit' | 'balance' | 'greedy';
  /** Word space as a multiple of the font's own, for justified lines: shrink to `min`, stretch to `max`. */
  readonly wordSpace: { readonly min: number; readonly max: number };
  /** Letters: shortest hyphenated word, and fewest letters before and after the hyphen. */
  readonly hyphenLimits: { readonly word: number; readonly before: number; readonly after: number };
  /** Most hyphenated lines in a row. */
  readonly maxConsecutiveHyphens: number;
}

/** One glyph, in reading order. Advances and offsets in pt at the run's size. */
export interface Glyph {
  readonly id: number;
  readonly advancePt: number;
  readonly xOffsetPt: number;
  readonly yOffsetPt: number;
  /** The text the glyph stands for; '' for the second and later glyphs of a cluster. */
  readonly text: string;
}

/** Glyphs of one font and size on one baseline, already justified: advances include all spacing. */
export interface GlyphRun {
  readonly font: Font;
  readonly sizePt: number;
  readonly glyphs: readonly Glyph[];
  readonly widthPt: number;
}

/** A piece of a line: which item it comes from, and where it starts on the line. */
export type LinePiece =
  | {
      readonly kind: 'glyphs';
      readonly item: number;
      readonly xPt: number;
      readonly run: GlyphRun;
      /** UTF-16 range of the item's text that the run sets; a hyphen added at the end is not in it. */
      readonly start: number;
      readonly end: number;
      /** True where the run's last glyph is a hyphen that the text does not have. */
      readonly hyphenated: boolean;
    }
  | { readonly kind: 'atom'; readonly item: number; readonly xPt: number; readonly widthPt: number }
  | {
      readonly kind: 'edge';
      readonly item: number;
      readonly xPt: number;
      readonly widthPt: number;
    };

/** A finished line. x from the paragraph's left edge, room, alignment and indent included. */
export interface Line {
  readonly pieces: readonly LinePiece[];
  /** Of the ink-carrying content, without hanging spaces at the end. */
  readonly widthPt: number;
  /** Knuth & Plass's adjustment ratio: < 0 shrunk, > 0 stretched, 1 = at the limit; 0 when ragged. */
  readonly ratio: number;
  /** True where the content is wider than the line and could not be broken or shrunk. */
  readonly overfull: boolean;
  readonly hyphenated: boolean;
  /** Ends at a forced break or at the paragraph's end. */
  readonly last: boolean;
}

/** The room for one line. */
export interface LineRoom {
  /** From the paragraph's left edge to the room's; beside a float or a drop cap it is not 0. */
  readonly leftPt: number;
  readonly widthPt: number;
  /** The line is the last of a column, panel or page: no word may be divided at its end. */
  readonly endsColumn: boolean;
}

/**
 * The shape of a paragraph: the room for line `index`, from 0. Any shape will do: contours, drop
 * caps, columns of different width. A pure function: total fit asks in any order, more than once,
 * also for lines that the paragraph turns out not to have. From some line on the shape must be even,
 * and the sooner it is, the faster the paragraph is set.
 */
export type LineShape = (index: number) => LineRoom;

/** The shape of a column on its own. */
export function evenShape(widthPt: number): LineShape {
  const room: LineRoom = { leftPt: 0, widthPt, endsColumn: false };
  return () => room;
}

/** Widths of a paragraph on its own: longest unbreakable piece, and everything on one line. */
export interface IntrinsicWidths {
  readonly minContentPt: number;
  readonly maxContentPt: number;
}
