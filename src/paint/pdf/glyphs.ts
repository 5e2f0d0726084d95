/**
 * Glyphs as text-showing operators (ISO 32000-1 §9.4.3). Places come from the display list's
 * advances, to a ten-thousandth of the size; the font's widths only shorten what is written.
 * Text that the glyphs alone would not give back (a hyphen of ours, clusters) is said beside
 * them as `/ActualText`.
 */
import { type Glyph, hyphenStart } from '../../text/index.ts';
import { formatNumber } from './number.ts';

/** What showing text needs to know of an embedded font. */
export interface GlyphCodes {
  /** The two-byte code of a glyph. */
  codeOf(glyph: number): number;
  /** As written in the PDF, in thousandths of the size. */
  widthOf(glyph: number): number;
  /** The text the file's character map gives for the glyph. */
  textOf(glyph: number): string;
}

/** A run of glyphs as it is written. */
interface Shown {
  readonly glyphs: readonly Glyph[];
  readonly sizePt: number;
  readonly scaleX: number;
  readonly hyphenated: boolean;
}

/** Of fewer glyphs nothing would be saved. */
const fewestSpaced = 4;

/**
 * What most glyphs are followed by besides their own width, in pt before they are scaled (`Tc`,
 * §9.3.2): justified lines would else be written letter by letter.
 */
export function letterSpaceOf({ glyphs, sizePt, scaleX }: Shown, codes: GlyphCodes): number {
  if (glyphs.length < fewestSpaced) return 0;
  const perPoint = 1000 / (sizePt * scaleX);
  const counts = new Map<number, number>();
  let [most, often] = [0, 0];
  for (const { id, advancePt } of glyphs) {
    const more = advancePt * perPoint - codes.widthOf(id);
    const rounded = Math.round(more * 10);
    const count = (counts.get(rounded) ?? 0) + 1;
    counts.set(rounded, count);
    if (count > often) [most, often] = [more, count];
  }
  // The same number as it will be read: nothing drifts.
  return often * 3 > glyphs.length ? Math.round(most * sizePt * 1000) / 1e6 : 0;
}

/** Glyphs shown together; `text` is said beside them where their own map is not enough. */
interface Stretch {
  readonly glyphs: readonly Glyph[];
  readonly text: string | null;
}

/** What a hyphen of ours stands for: it goes away when the text is read on. */
export const softHyphen = '\u00ad';

/** Blanks may be copied as plain spaces whatever kind they are. */
function isSameText(a: string, b: string): boolean {
  return a === b || (/^\s$/.test(a) && /^\s$/.test(b));
}

/** Index after the glyphs that stand for one text: one with text, and those after it that have none. */
function clusterEnd(glyphs: readonly Glyph[], start: number, end: number): number {
  let at = start + 1;
  while (at < end && glyphs[at]?.text === '') at++;
  return at;
}

function stretchesOf(
  glyphs: readonly Glyph[],
  hyphenated: boolean,
  codes: GlyphCodes,
): readonly Stretch[] {
  const count = hyphenated ? hyphenStart(glyphs) : glyphs.length;
  const stretches: Stretch[] = [];
  let plain: Glyph[] | null = null;
  for (let start = 0; start < count; ) {
    const end = clusterEnd(glyphs, start, count);
    const first = glyphs[start];
    if (first && end === start + 1 && isSameText(codes.textOf(first.id), first.text)) {
      if (!plain) {
        plain = [];
        stretches.push({ glyphs: plain, text: null });
      }
      plain.push(first);
    } else if (first) {
      plain = null;
      stretches.push({ glyphs: glyphs.slice(start, end), text: first.text });
    }
    start = end;
  }
  if (hyphenated) stretches.push({ glyphs: glyphs.slice(count), text: softHyphen });
  return stretches;
}

function hexCode(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** A UTF-16 text string in hexadecimal, with its byte order mark. */
function hexText(text: string): string {
  let hex = 'feff';
  for (let index = 0; index < text.length; index++) hex += hexCode(text.charCodeAt(index));
  return hex;
}

/** `[<0001>-12.5<0002>] TJ` while glyphs come; positions in thousandths of the size. */
class Pen {
  readonly #parts: string[] = [];
  readonly #codes: GlyphCodes;
  /** Thousandths of the size, scaled as the glyphs are, in a point. */
  readonly #perPoint: number;
  /** Where the next glyph should start, and where it would. */
  #wanted = 0;
  #actual = 0;
  #rise = '0';
  #array = '';
  #isHexOpen = false;
  /** What the reader adds to each glyph's width. */
  readonly #letterSpace: number;

  constructor(codes: GlyphCodes, { sizePt, scaleX }: Shown, letterSpacePt: number) {
    this.#codes = codes;
    this.#perPoint = 1000 / (sizePt * scaleX);
    this.#letterSpace = (letterSpacePt * 1000) / sizePt;
  }

  show(glyph: Glyph): void {
    const perPoint = this.#perPoint;
    this.#setRise(glyph.yOffsetPt === 0 ? '0' : formatNumber(-glyph.yOffsetPt, 3));
    const back = this.#actual - (this.#wanted + glyph.xOffsetPt * perPoint);
    // Less than half of what is written: carried on to the next glyph.
    if (Math.abs(back) >= 0.05) this.#adjust(formatNumber(back, 1));
    if (!this.#isHexOpen) this.#array += '<';
    this.#isHexOpen = true;
    this.#array += hexCode(this.#codes.codeOf(glyph.id));
    this.#actual += this.#codes.widthOf(glyph.id) + this.#letterSpace;
    this.#wanted += glyph.advancePt * perPoint;
  }

  write(operators: string): void {
    this.#flush();
    this.#parts.push(operators);
  }

  end(): string {
    this.#setRise('0');
    this.#flush();
    return this.#parts.join('\n');
  }

  #adjust(thousandths: string): void {
    this.#closeHex();
    this.#array += thousandths;
    this.#actual -= Number(thousandths);
  }

  #setRise(rise: string): void {
    if (rise === this.#rise) return;
    this.write(`${rise} Ts`);
    this.#rise = rise;
  }

  #closeHex(): void {
    if (this.#isHexOpen) this.#array += '>';
    this.#isHexOpen = false;
  }

  #flush(): void {
    this.#closeHex();
    if (this.#array !== '') this.#parts.push(`[${this.#array}] TJ`);
    this.#array = '';
  }
}

/**
 * Operators that show glyphs from the current point, inside a text object with the font, its
 * scale and the letter space set.
 */
export function showGlyphs(shown: Shown, letterSpacePt: number, codes: GlyphCodes): string {
  const pen = new Pen(codes, shown, letterSpacePt);
  for (const stretch of stretchesOf(shown.glyphs, shown.hyphenated, codes)) {
    if (stretch.text !== null) pen.write(`/Span<</ActualText<${hexText(stretch.text)}>>>BDC`);
    for (const glyph of stretch.glyphs) pen.show(glyph);
    if (stretch.text !== null) pen.write('EMC');
  }
  return pen.end();
}
