/**
 * What a line's ends change of the glyphs shaped for the whole paragraph: no tracking after the
 * last letter, a hyphen, kerning and ligatures that end where the line does.
 */
import { isForcedBreak } from './characters.ts';
import type { Font } from './font.ts';
import { glyphOf } from './glyphs.ts';
import { advanceAt, type ParagraphText, type TextPart } from './paragraph-text.ts';
import { cutting, shapeText } from './shape.ts';
import type { TextStyle } from './types.ts';

const widthsOfStyles = new WeakMap<TextStyle, Map<string, number>>();
/** Ends of lines remembered for a style before the memory is emptied. */
const memorySize = 50_000;

/** Width of a stretch of text, shaped on its own, without the spacing after its last letter. */
function widthAlone(style: TextStyle, text: string): number {
  let widths = widthsOfStyles.get(style);
  if (!widths || widths.size > memorySize) {
    widths = new Map();
    widthsOfStyles.set(style, widths);
  }
  const known = widths.get(text);
  if (known !== undefined) return known;
  const shaped = shapeText(text, style);
  let width = -style.letterSpacingPt;
  for (let i = 0; i < text.length; i++) width += advanceAt(shaped, text, i, style);
  widths.set(text, width);
  return width;
}

/** The last place up to an offset at which a text may be cut and keep its glyphs. */
export function safeBefore({ cuts }: ParagraphText, offset: number, limit: number): number {
  let at = offset;
  while (at > limit && cuts[at] !== cutting.safe) at--;
  return at;
}

/** The first such place from an offset on. */
export function safeAfter({ cuts }: ParagraphText, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && cuts[at] !== cutting.safe && cuts[at] !== cutting.forced) at++;
  return at;
}

const hyphensOfFonts = new WeakMap<Font, string>();

function hyphenOf(font: Font): string {
  let hyphen = hyphensOfFonts.get(font);
  if (hyphen === undefined) {
    hyphen = glyphOf(font, 0x2010) === 0 ? '-' : '\u2010';
    hyphensOfFonts.set(font, hyphen);
  }
  return hyphen;
}

/** What is added where a word is divided after an offset: U+2010 where its font has one, else `-`. */
export function hyphenAfter({ shaped, start: partStart, style }: TextPart, end: number): string {
  const own = style.wrapping?.hyphen ?? null;
  if (own !== null) return own;
  const local = end - 1 - partStart;
  const { runs } = shaped;
  const run =
    runs.length === 1 ? runs[0] : runs.find((one) => local >= one.start && local < one.end);
  const font = run?.font ?? style.fonts[0];
  return font ? hyphenOf(font) : '-';
}

/** What a line is wider by for ending at `end`, with `added` after it. */
export function changeAtEnd(paragraph: ParagraphText, end: number, added: string): number {
  const part = paragraph.texts[paragraph.textOf[end - 1] ?? -1];
  // Nothing on the line, or a picture: no letter whose tracking could be taken back.
  if (!part || isForcedBreak(paragraph.text.charCodeAt(end - 1))) return 0;
  const cut = paragraph.cuts[end];
  const isClean = cut === cutting.safe || cut === cutting.forced;
  if (isClean && added === '') return -part.style.letterSpacingPt;
  const from = safeBefore(paragraph, end - 1, part.start);
  const tail = part.text.slice(from - part.start, end - part.start) + added;
  return (
    widthAlone(part.style, tail) - ((paragraph.width[end] ?? 0) - (paragraph.width[from] ?? 0))
  );
}

/** What a line is wider by for beginning at `start`. */
export function changeAtStart(paragraph: ParagraphText, start: number): number {
  const cut = paragraph.cuts[start];
  const part = paragraph.texts[paragraph.textOf[start] ?? -1];
  if (!part || cut === cutting.safe || cut === cutting.forced) return 0;
  const to = safeAfter(paragraph, start, part.end);
  const head = part.text.slice(start - part.start, to - part.start);
  const inContext = (paragraph.width[to] ?? 0) - (paragraph.width[start] ?? 0);
  return widthAlone(part.style, head) + part.style.letterSpacingPt - inContext;
}

/**
 * The size of the last letter before an offset: at a line's end no letter space follows it. A
 * hyphen that is added is the last itself. 0 after a space or a picture.
 */
export function lastLetterEms(paragraph: ParagraphText, end: number, added: string): number {
  const { letterEms, width, cuts } = paragraph;
  if (added !== '') return 0;
  let at = end;
  while (at > 0 && width[at] === width[at - 1] && cuts[at - 1] !== cutting.forced) at--;
  return at === 0 ? 0 : (letterEms[at] ?? 0) - (letterEms[at - 1] ?? 0);
}
