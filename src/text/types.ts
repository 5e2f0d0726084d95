/**
 * The values of typesetting. `text` knows nothing of CSS or of documents: it is handed fonts,
 * styles and strings, and hands back lines. Lengths in pt; y down; a glyph's offsets are from the
 * baseline, and up.
 */
import type { Font } from './font.ts';
import type { OwnWords } from './own-words.ts';
import type { Glyphs } from './run-glyphs.ts';

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
  /** Added between capitals that stand together; left out where nothing is. */
  readonly capitalSpacingPt?: number;
  /** Added to each word space. */
  readonly wordSpacingPt: number;
  /** BCP 47: `da`, `en-GB`. Chooses hyphenation patterns and OpenType language system. */
  readonly language: string;
  readonly features: readonly Feature[];
  readonly kerning: boolean;
  readonly ligatures: boolean;
  /** `auto`: by patterns and soft hyphens; `manual`: soft hyphens only; `none`. */
  readonly hyphens: 'auto' | 'manual' | 'none';
  /** Divisions that the project gives its words itself. */
  readonly ownWords?: OwnWords;
  /** False where lines may not be broken at all (`white-space: nowrap`, `pre`). */
  readonly wrap: boolean;
  /** Lines are broken here only where the paragraph would suffer otherwise (`wrap-inside: avoid`). */
  readonly avoidBreaks: boolean;
  /** Its text is repeated to fill what its line leaves free (css-content-3 §2.5); it is not broken. */
  readonly leader?: true;
  /** Where lines may be broken otherwise than between words; left out where that is as usual. */
  readonly wrapping?: Wrapping;
  /** Small capitals are made of capitals: of small letters, or of all. Left out where the font has them or none are asked for. */
  readonly madeCapitals?: 'small' | 'all';
  /** Its letters are set as capitals: given to the stretches that `madeCapitals` is for. */
  readonly isCapitalised?: true;
  /** In lines that run down: which letters stand upright, all or those of scripts that are written so; left out elsewhere. */
  readonly upright?: 'all' | 'by-script';
  /** Its letters stand upright below one another: given to the stretches that `upright` is for. */
  readonly isUpright?: true;
  /** Its letters run from right to left: given by the levels of the text, not by who makes the style. */
  readonly isRightToLeft?: true;
}

/** How far apart tab stops are: in spaces, or in pt. */
export type TabSize = { readonly spaces: number } | { readonly pt: number };

/** Unusual ways of breaking lines (css-text-4 §3–6). */
export interface Wrapping {
  /** Between any letters, not between ideographs, or around every character. */
  readonly words: 'normal' | 'break-all' | 'keep-all' | 'anywhere';
  /** Words too long for a line are broken; with `anywhere` the least width knows of it. */
  readonly overflow: 'normal' | 'break-word' | 'anywhere';
  /** Spaces at a line's end hang, or take their room and may each end a line. */
  readonly spaces: 'hang' | 'break';
  /** What is added where a word is divided; null: the font's hyphen. */
  readonly hyphen: string | null;
  readonly tab: TabSize;
}

/** Words with a style. White space is already collapsed as CSS asks; `\n` forces a line break. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextStyle;
  /** Embedding level of each UTF-16 unit (`levelsOf`); left out where the whole paragraph runs from left to right. */
  readonly levels?: Uint8Array;
}

/** Something of fixed width in the line: a picture, an inline block. */
export interface AtomItem {
  readonly kind: 'atom';
  readonly widthPt: number;
  /** Its embedding level; left out as in a text. */
  readonly level?: number;
  /** Where lines may not be broken around it, as in a text; left out where they may. */
  readonly wrap?: false;
}

/** Room at the start or end of an inline box (margin, border, padding). Never separated from its text. */
export interface EdgeItem {
  readonly kind: 'edge';
  readonly side: 'start' | 'end';
  readonly widthPt: number;
  /** Every line that the box is on has both its edges (`box-decoration-break: clone`); left out for others. */
  readonly repeats?: RepeatedEdges;
}

/** What both edges of an inline box take, in pt. */
export interface RepeatedEdges {
  readonly startPt: number;
  readonly endPt: number;
}

export type InlineItem = TextItem | AtomItem | EdgeItem;

export type TextAlign = 'left' | 'right' | 'center' | 'justify';

/** How far a measure may go from its own size, which lies between the two. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** What justified lines may be made longer and shorter by; letters and glyphs a little before word spaces. */
export interface JustificationLimits {
  /** Word space, as a multiple of the font's own. */
  readonly word: Limits;
  /** Added between letters, in em. */
  readonly letter: Limits;
  /** Width of the glyphs, as a multiple of their own. */
  readonly glyph: Limits;
}

/** How words may be divided at line ends (css-text-4 §6.3). */
export interface HyphenationLimits {
  /** Letters: of the shortest divided word, and fewest before and after the hyphen. */
  readonly word: number;
  readonly before: number;
  readonly after: number;
  /** Most hyphenated lines in a row. */
  readonly lines: number;
  /** Where a line may not end with a hyphen: at the end of a column, there and before the last line. */
  readonly last: 'none' | 'column' | 'always';
  /** Ragged lines are hyphenated only where more than this would be left empty, in pt. */
  readonly zonePt: number;
}

/** Which punctuation stands outside its line (css-text-4 §8.2.1). */
export interface HangingPunctuation {
  /** Opening brackets and quotes at the start of the first line; closing ones at the end of the last. */
  readonly first: boolean;
  readonly last: boolean;
  /** Stops and commas at the end of each line, always or where there is no room for them. */
  readonly end: 'none' | 'allow' | 'force';
}

/** How plain text is aligned that runs another way than its block (`unicode-bidi: plaintext`). */
export interface PlainAlignment {
  /** Of the block. */
  readonly direction: 'ltr' | 'rtl';
  readonly align: TextAlign;
  readonly alignLast: TextAlign;
}

/** How lines of one paragraph are chosen and set. */
export interface ParagraphStyle {
  readonly align: TextAlign;
  /** Of the last line and of lines before a forced break. */
  readonly alignLast: TextAlign;
  /** Of plain text, where forced breaks end paragraphs that run by their own first letters; left out elsewhere. */
  readonly plain?: PlainAlignment;
  /** Where the first line ends, as an offset in the paragraph's text: known where it is set otherwise than the rest. */
  readonly firstLineEnd?: number;
  /** Of the first line. */
  readonly indentPt: number;
  /** Of lines after a forced break, and of all others; left out where both are 0. */
  readonly laterIndents?: { readonly afterBreakPt: number; readonly othersPt: number };
  /** Punctuation that stands outside its line in full. */
  readonly hangingPunctuation?: HangingPunctuation;
  /** `total-fit`: Knuth & Plass. `balance`: lines of even length. `greedy`: first fit. */
  readonly wrap: 'total-fit' | 'balance' | 'greedy';
  readonly justification: JustificationLimits;
  readonly hyphenation: HyphenationLimits;
  /** Punctuation and hyphens hang over the edge by measured amounts. */
  readonly opticalMargins: boolean;
}

/** One glyph. Advances and offsets in pt at the run's size; offsets from its place on the baseline, y up. */
export interface Glyph {
  readonly id: number;
  readonly advancePt: number;
  readonly xOffsetPt: number;
  readonly yOffsetPt: number;
  /** The text the glyph stands for; '' for the second and later glyphs of a cluster. */
  readonly text: string;
}

/** Glyphs of one font and size on one baseline from left to right, already justified: advances include all spacing. */
export interface GlyphRun {
  readonly font: Font;
  readonly sizePt: number;
  readonly glyphs: Glyphs;
  /** Horizontal scale of the glyphs, already in their advances: 1 = as the font has them. */
  readonly scaleX: number;
  readonly widthPt: number;
  /** The glyphs, from left to right, stand for letters from right to left. */
  readonly isRightToLeft?: true;
  /**
   * The glyphs stand upright below one another, in a line that runs down: advances are down, and offsets from
   * the middle of the line.
   */
  readonly isUpright?: true;
}

/**
 * A piece of a line: which item it comes from, and where it starts on the line. Pieces come in
 * reading order; those with an embedding level are still to be put in that of the page.
 */
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
      /** Its embedding level; null: the paragraph's, as of spaces at a line's end (UAX 9, rule L1). */
      readonly level?: number | null;
    }
  | {
      readonly kind: 'atom';
      readonly item: number;
      readonly xPt: number;
      readonly widthPt: number;
      readonly level?: number | null;
    }
  | {
      readonly kind: 'edge';
      readonly item: number;
      readonly xPt: number;
      readonly widthPt: number;
    };

/** What lines were chosen from: enough to work out why, should anybody ask. */
export interface LineSource {
  readonly items: readonly InlineItem[];
  readonly style: ParagraphStyle;
  readonly shape: LineShape;
}

/** A finished line. x from the paragraph's left edge, room, alignment and indent included. */
export interface Line {
  readonly pieces: readonly LinePiece[];
  /** Where the line begins, and its width: without spaces at the end, and without what hangs over the edges. */
  readonly xPt: number;
  readonly widthPt: number;
  /** Knuth & Plass's adjustment ratio: < 0 shrunk, > 0 stretched, 1 = at the limit; 0 when ragged. */
  readonly ratio: number;
  /** The word space it was set with, as a multiple of the font's own. */
  readonly wordSpace: number;
  /** True where the content is wider than the line and could not be broken or shrunk. */
  readonly overfull: boolean;
  readonly hyphenated: boolean;
  /** Ends at a forced break or at the paragraph's end. */
  readonly last: boolean;
  readonly source: LineSource;
  /** Which of its paragraph's lines it is, from 0. */
  readonly index: number;
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
