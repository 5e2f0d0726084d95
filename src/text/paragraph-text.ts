/**
 * A paragraph's items as one text with running sums: how wide is everything before a character,
 * and how much of that is word space. Edges stand between characters. Lengths in pt.
 */
import { isDigit, isForcedBreak, isJoining, isLetter, isMark, isWordSpace } from './characters.ts';
import { glyphAdvanceUnits, glyphOf } from './glyphs.ts';
import { objectReplacement } from './line-classes.ts';
import { bytes, doubles, integers, naturals } from './number-columns.ts';
import {
  cutting,
  isShapedAlike,
  type MissingCharacter,
  type ShapedText,
  shapeText,
  sliceShaped,
} from './shape.ts';
import { isStretched, stretchesOf } from './stretches.ts';
import type {
  AtomItem,
  EdgeItem,
  InlineItem,
  RepeatedEdges,
  TextItem,
  TextStyle,
} from './types.ts';

/** A text item's place in the paragraph's text, with its glyphs. */
export interface TextPart {
  readonly item: number;
  readonly text: string;
  readonly style: TextStyle;
  readonly shaped: ShapedText;
  /** UTF-16 range of the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Shaped together with the part before it: letters kern across. */
  readonly isJoined: boolean;
  /** Where it begins in its item's text. */
  readonly itemStart: number;
  /** Its embedding level; left out where the whole paragraph runs from left to right. */
  readonly level?: number;
}

/** A picture or inline block: one character of the paragraph's text. */
export interface AtomPart {
  readonly item: number;
  readonly widthPt: number;
  readonly start: number;
  readonly level?: number;
  readonly wrap: boolean;
}

/** An inline box's edge, before the character at `position`. */
export interface EdgePart {
  readonly item: number;
  readonly side: EdgeItem['side'];
  readonly widthPt: number;
  readonly position: number;
  readonly repeats?: RepeatedEdges;
}

/** What stands in a paragraph, in order. */
interface Parts {
  readonly text: string;
  readonly texts: readonly TextPart[];
  readonly atoms: ReadonlyMap<number, AtomPart>;
  readonly edges: readonly EdgePart[];
}

/** Columns of what is known of each character, and sums before each offset, one more than characters. */
export interface TextSums {
  /** Per character: index in `texts`, or -1 for an atom. */
  readonly textOf: Int32Array;
  /** Widths of all characters before each offset; no edges. */
  readonly width: Float64Array;
  /** Widths of the edges before each offset, those at it not included. */
  readonly edgeWidth: Float64Array;
  /** Widths of the word spaces before each offset, as the fonts have them. */
  readonly spaceWidth: Float64Array;
  /** Widths of all other characters of texts before each offset. */
  readonly glyphWidth: Float64Array;
  /** Sum of the sizes of those characters: em for letter space. */
  readonly letterEms: Float64Array;
  /** Letters and figures before each offset. */
  readonly letterCount: Uint32Array;
  /** Per character, one of `cutting`; a part's first character is safe unless it is joined. */
  readonly cuts: Uint8Array;
}

export interface ParagraphText extends Parts, TextSums {
  readonly missing: readonly MissingCharacter[];
}

/**
 * Paragraphs worked out last, oldest first: the same one is measured, broken at several widths and
 * set in close succession. Long documents would fill the memory if all were kept.
 */
const prepared = new Map<readonly InlineItem[], ParagraphText>();
const mostCharacters = 150_000;
let preparedCharacters = 0;

/** Has a paragraph known that was worked out elsewhere. */
export function keepParagraphText(items: readonly InlineItem[], paragraph: ParagraphText): void {
  prepared.set(items, paragraph);
  preparedCharacters += paragraph.text.length;
  for (const [oldest, { text }] of prepared) {
    if (preparedCharacters <= mostCharacters || oldest === items) break;
    prepared.delete(oldest);
    preparedCharacters -= text.length;
  }
}

/** Lets go of them all, and of their fonts: for when a document is laid out. */
export function forgetParagraphs(): void {
  prepared.clear();
  preparedCharacters = 0;
}

/**
 * Short paragraphs of one text, by style and text: cells of tables and items of lists are often alike,
 * in their lines too.
 */
const alike = new WeakMap<TextStyle, Map<string, ParagraphText>>();
export const longestAlike = 100;
/** Texts known of a style before its memory is emptied. */
const mostAlike = 1000;

function alikeIn(style: TextStyle): Map<string, ParagraphText> {
  const known = alike.get(style);
  if (known && known.size < mostAlike) return known;
  const texts = new Map<string, ParagraphText>();
  alike.set(style, texts);
  return texts;
}

/** Neighbours in one font as one text, so that kerning does not stop where an element begins. */
function shapeTogether(parts: readonly Unshaped[], shape: typeof shapeText): TextPart[] {
  const separate = () => parts.map((part) => shapedPart(part, shape(part.text, part.style), false));
  const [first] = parts;
  if (!first || parts.length === 1) return separate();
  const shaped = shape(parts.map(({ text }) => text).join(''), first.style);
  const isWhole = parts.every(
    ({ start }) => start === first.start || shaped.cuts[start - first.start] !== cutting.inside,
  );
  if (!isWhole) return separate();
  return parts.map((part, index) =>
    shapedPart(
      part,
      sliceShaped(shaped, part.start - first.start, part.end - first.start),
      index > 0,
    ),
  );
}

type Unshaped = Omit<TextPart, 'shaped' | 'isJoined'>;

function shapedPart(
  { item, text, style, start, end, itemStart, level }: Unshaped,
  shaped: ShapedText,
  isJoined: boolean,
): TextPart {
  const part = { item, text, style, shaped, start, end, isJoined, itemStart };
  return level === undefined ? part : { ...part, level };
}

function atomPart(atom: AtomItem, item: number, start: number): AtomPart {
  const { widthPt, level } = atom;
  const wrap = atom.wrap ?? true;
  return level === undefined
    ? { item, widthPt, start, wrap }
    : { item, widthPt, start, wrap, level };
}

function partsOf(items: readonly InlineItem[], shape: typeof shapeText): Parts {
  const pieces: string[] = [];
  const texts: TextPart[] = [];
  let together: Unshaped[] = [];
  const shapeGathered = () => {
    texts.push(...shapeTogether(together, shape));
    together = [];
  };
  const gather = (part: Unshaped) => {
    const { style } = part;
    const last = together.at(-1);
    // A leader's glyphs are repeated: nothing kerns with them.
    const isApart = last && (last.style.leader !== style.leader || style.leader);
    if (isApart || (last && !isShapedAlike(last.style, style))) shapeGathered();
    together.push(part);
  };
  const atoms = new Map<number, AtomPart>();
  const edges: EdgePart[] = [];
  let offset = 0;
  items.forEach((item, index) => {
    if (item.kind === 'edge') {
      shapeGathered();
      const { side, widthPt, repeats } = item;
      const edge = { item: index, side, widthPt, position: offset };
      edges.push(repeats ? { ...edge, repeats } : edge);
      return;
    }
    const text = item.kind === 'atom' ? objectReplacement : item.text;
    const start = offset;
    pieces.push(text);
    offset += text.length;
    if (item.kind === 'atom') {
      shapeGathered();
      atoms.set(start, atomPart(item, index, start));
    } else if (text !== '') {
      if (!isStretched(item))
        gather({ item: index, text, style: item.style, start, end: offset, itemStart: 0 });
      else
        for (const { from, to, style, level } of stretchesOf(item)) {
          const place = { start: start + from, end: start + to, itemStart: from };
          const part = { item: index, text: text.slice(from, to), style, ...place };
          gather(level === undefined ? part : { ...part, level });
        }
    }
  });
  shapeGathered();
  return { text: pieces.join(''), texts, atoms, edges };
}

/**
 * Advance of the cluster that begins at an offset of a part, spacing included (css-text-3 §8):
 * letters are spaced after each cluster, word spaces get `wordSpacingPt` besides.
 */
export function advanceAt(
  shaped: ShapedText,
  text: string,
  offset: number,
  style: TextStyle,
): number {
  const cut = shaped.cuts[offset];
  if (cut === cutting.inside || cut === cutting.forced) return 0;
  const own = (shaped.advancesEm[offset] ?? 0) * style.sizePt + style.letterSpacingPt;
  const advance = own + capitalSpacingAt(text, offset, style);
  return isWordSpace(text.charCodeAt(offset)) ? advance + style.wordSpacingPt : advance;
}

/** What a capital is set apart by from the capital after it: whole words of them look crowded. */
export function capitalSpacingAt(text: string, offset: number, style: TextStyle): number {
  const { capitalSpacingPt } = style;
  if (capitalSpacingPt === undefined || !isCapital(text.charAt(offset))) return 0;
  let next = offset + 1;
  while (isMark(text.charCodeAt(next))) next++;
  return isCapital(text.charAt(next)) ? capitalSpacingPt : 0;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** A tab that goes to the next tab stop: only white space that is kept has any. */
export function isTabAt(text: string, offset: number, style: TextStyle): boolean {
  return style.wrapping !== undefined && text.charCodeAt(offset) === 0x09;
}

/** A stop nearer than half a figure's width is passed over (css-text-4 §4.2). */
function nearestStop({ fonts: [font], sizePt }: TextStyle): number {
  if (!font) return 0;
  const figure = glyphAdvanceUnits(font, glyphOf(font, 0x30));
  return (figure / font.metrics.unitsPerEm) * sizePt * 0.5;
}

/** How far a tab at `x` goes; `space`: the advance of a space, its spacing included. */
function toTabStop(x: number, space: number, style: TextStyle): number {
  const size = style.wrapping?.tab;
  const interval = size === undefined ? 0 : 'pt' in size ? size.pt : size.spaces * space;
  if (interval <= 0) return 0;
  const advance = interval - (x % interval);
  return advance < nearestStop(style) ? advance + interval : advance;
}

/**
 * Sets the tabs' advances. Stops are counted from where the text's line begins by its own breaks:
 * a line broken for its width counts on.
 */
function setTabs({ text, texts }: Parts, textOf: Int32Array, own: Float64Array): void {
  let x = 0;
  for (let i = 0; i < text.length; i++) {
    const style = texts[textOf[i] ?? -1]?.style;
    if (isForcedBreak(text.charCodeAt(i))) x = 0;
    else if (style && isTabAt(text, i, style)) own[i] = toTabStop(x, own[i] ?? 0, style);
    x += own[i] ?? 0;
  }
}

/** What is known of each character, and the sums before each: of no character yet. */
export function emptySums(length: number): TextSums {
  return {
    textOf: integers(length).fill(-1),
    width: doubles(length + 1),
    edgeWidth: doubles(length + 1),
    spaceWidth: doubles(length + 1),
    glyphWidth: doubles(length + 1),
    letterEms: doubles(length + 1),
    letterCount: naturals(length + 1),
    cuts: bytes(length + 1).fill(cutting.safe),
  };
}

/** A paragraph of parts and of what was summed up of them. */
export function withSums({ text, texts, atoms, edges }: Parts, sums: TextSums): ParagraphText {
  const { textOf, width, edgeWidth, spaceWidth, glyphWidth, letterEms, letterCount, cuts } = sums;
  return {
    text,
    textOf,
    texts,
    atoms,
    edges,
    width,
    edgeWidth,
    spaceWidth,
    glyphWidth,
    letterEms,
    letterCount,
    cuts,
    missing: missingOf(texts),
  };
}

function sumUp(parts: Parts): ParagraphText {
  const { length } = parts.text;
  const sums = emptySums(length);
  const { textOf, width, edgeWidth, spaceWidth, glyphWidth, letterEms, letterCount, cuts } = sums;
  const own = doubles(length);
  for (const { start, widthPt } of parts.atoms.values()) own[start] = widthPt;
  parts.texts.forEach(({ text, style, shaped, start, isJoined }, index) => {
    for (let i = 0; i < text.length; i++) {
      textOf[start + i] = index;
      own[start + i] = advanceAt(shaped, text, i, style);
      if (i > 0 || isJoined) cuts[start + i] = shaped.cuts[i] ?? cutting.safe;
    }
  });
  if (parts.text.includes('\t')) setTabs(parts, textOf, own);
  for (const { position, widthPt } of parts.edges)
    if (position < length) edgeWidth[position + 1] = (edgeWidth[position + 1] ?? 0) + widthPt;
  for (let i = 0; i < length; i++) {
    const advance = own[i] ?? 0;
    const code = parts.text.charCodeAt(i);
    const part = parts.texts[textOf[i] ?? -1];
    const isGlue = part !== undefined && isWordSpace(code) && !isTabAt(parts.text, i, part.style);
    const isGlyph = part !== undefined && !isGlue && advance !== 0;
    width[i + 1] = (width[i] ?? 0) + advance;
    spaceWidth[i + 1] = (spaceWidth[i] ?? 0) + (isGlue ? advance : 0);
    glyphWidth[i + 1] = (glyphWidth[i] ?? 0) + (isGlyph ? advance : 0);
    const isSpaced = isGlyph && !isJoining(code);
    letterEms[i + 1] = (letterEms[i] ?? 0) + (isSpaced ? part.style.sizePt : 0);
    letterCount[i + 1] = (letterCount[i] ?? 0) + (isLetter(code) || isDigit(code) ? 1 : 0);
    edgeWidth[i + 1] = (edgeWidth[i + 1] ?? 0) + (edgeWidth[i] ?? 0);
  }
  return withSums(parts, sums);
}

const noneMissing: readonly MissingCharacter[] = [];

function missingOf(texts: readonly TextPart[]): readonly MissingCharacter[] {
  if (texts.every(({ shaped }) => shaped.missing.length === 0)) return noneMissing;
  return texts.flatMap(({ item, shaped, itemStart }) =>
    shaped.missing.map(({ offset, character }) => ({
      item,
      offset: itemStart + offset,
      character,
    })),
  );
}

/** The items as one text. The same list of items is worked out once, and so are short ones alike. */
export function paragraphText(items: readonly InlineItem[]): ParagraphText {
  const known = prepared.get(items);
  if (known) return known;
  const [only] = items;
  const isShort = only?.kind === 'text' && !only.levels && only.text.length <= longestAlike;
  if (items.length === 1 && isShort) return shortParagraph(items, only);
  const result = workOutParagraph(items);
  keepParagraphText(items, result);
  return result;
}

function shortParagraph(items: readonly InlineItem[], { text, style }: TextItem): ParagraphText {
  const texts = alikeIn(style);
  const known = texts.get(text);
  if (known) return known;
  const result = workOutParagraph(items);
  texts.set(text, result);
  return result;
}

/** The same, worked out anew and not kept. */
export function workOutParagraph(
  items: readonly InlineItem[],
  shape: typeof shapeText = shapeText,
): ParagraphText {
  return sumUp(partsOf(items, shape));
}
