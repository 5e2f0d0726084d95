/**
 * Glyphs as text-showing operators (ISO 32000-1 §9.4.3). Places come from the display list's
 * advances, to a ten-thousandth of the size; the font's widths only shorten what is written.
 * Text that the glyphs alone would not give back (a hyphen of ours, clusters) is said beside
 * them as `/ActualText`.
 */
import { type Glyphs, hyphenStart } from '../../text/index.ts';
import { AsciiText } from './ascii-text.ts';
import { formatNumber } from './number.ts';

/** A glyph of an embedded font. */
export interface CodedGlyph {
  /** Of two bytes. */
  readonly code: number;
  /** As written in the PDF's `/W`, in thousandths of the size. */
  readonly width: number;
  /** What the file's character map gives for it. */
  readonly text: string;
}

/** What showing text needs to know of an embedded font. */
export interface GlyphCodes {
  /** By the whole font's glyph id. */
  coded(glyph: number): CodedGlyph;
  /** The font's space, where any line has one. */
  readonly space?: CodedGlyph | undefined;
}

/** Operators around glyphs that stand for another text than their own (§14.9.4), in hexadecimal. */
export type SayInstead = (hexText: string) => readonly [begin: string, end: string];

const inSpan: SayInstead = (hexText) => [`/Span<</ActualText<${hexText}>>>BDC`, 'EMC'];

/** A run of glyphs as it is written. */
interface Shown {
  readonly glyphs: Glyphs;
  readonly sizePt: number;
  readonly scaleX: number;
  readonly hyphenated: boolean;
}

/** What the glyphs do not show. */
interface Unshown {
  /** The words have a space here that the line has no room for. */
  readonly isFollowedBySpace?: boolean;
  readonly sayInstead?: SayInstead | undefined;
}

/** Of fewer glyphs nothing would be saved. */
const fewestSpaced = 4;

/** How often each distance comes in a run; there are few, and they are found faster than hashed. */
let distances = new Float64Array(256);
let counts = new Uint32Array(256);

/** Room for as many distances as glyphs. */
function makeRoom(glyphs: number): void {
  if (glyphs <= distances.length) return;
  distances = new Float64Array(glyphs * 2);
  counts = new Uint32Array(glyphs * 2);
}

/**
 * What most glyphs are followed by besides their own width, in pt before they are scaled (`Tc`,
 * §9.3.2): justified lines would else be written letter by letter.
 */
export function letterSpaceOf({ glyphs, sizePt, scaleX }: Shown, codes: GlyphCodes): number {
  if (glyphs.length < fewestSpaced) return 0;
  const perPoint = 1000 / (sizePt * scaleX);
  makeRoom(glyphs.length);
  let [most, often, known] = [0, 0, 0];
  for (let index = 0; index < glyphs.length; index++) {
    const more = glyphs.advanceAt(index) * perPoint - codes.coded(glyphs.idAt(index)).width;
    const distance = Math.round(more * 10);
    let place = 0;
    while (place < known && distances[place] !== distance) place++;
    if (place === known) {
      distances[known++] = distance;
      counts[place] = 0;
    }
    const count = (counts[place] ?? 0) + 1;
    counts[place] = count;
    if (count > often) [most, often] = [more, count];
  }
  // The same number as it will be read: nothing drifts.
  return often * 3 > glyphs.length ? Math.round(most * sizePt * 1000) / 1e6 : 0;
}

/** What a hyphen of ours stands for: it goes away when the text is read on. */
export const softHyphen = '\u00ad';

/** Blanks may be copied as plain spaces whatever kind they are. */
function isSameText(a: string, b: string): boolean {
  return a === b || (/^\s$/.test(a) && /^\s$/.test(b));
}

/** Index after the glyphs that stand for one text: one with text, and those after it that have none. */
function clusterEnd(glyphs: Glyphs, start: number, end: number): number {
  let at = start + 1;
  while (at < end && glyphs.textAt(at) === '') at++;
  return at;
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

/** Used again for each run. */
const written = new AsciiText();

/** `[<0001>-12.5<0002>] TJ` while glyphs come; positions in thousandths of the size. */
class Pen {
  readonly #codes: GlyphCodes;
  /** Thousandths of the size, scaled as the glyphs are, in a point. */
  readonly #perPoint: number;
  /** What the reader adds to each glyph's width. */
  readonly #letterSpace: number;
  /** Where the next glyph should start, and where it would. */
  #wanted = 0;
  #actual = 0;
  #rise = '0';
  #isEmpty = true;
  #isArrayOpen = false;
  #isHexOpen = false;

  constructor(codes: GlyphCodes, { sizePt, scaleX }: Shown, letterSpacePt: number) {
    this.#codes = codes;
    this.#perPoint = 1000 / (sizePt * scaleX);
    this.#letterSpace = (letterSpacePt * 1000) / sizePt;
    written.clear();
  }

  /** Glyph `index` of a run. */
  show(glyphs: Glyphs, index: number): void {
    const perPoint = this.#perPoint;
    const yOffsetPt = glyphs.yOffsetAt(index);
    this.#setRise(yOffsetPt === 0 ? '0' : formatNumber(yOffsetPt, 3));
    const back = this.#actual - (this.#wanted + glyphs.xOffsetAt(index) * perPoint);
    // Less than half of what is written: carried on to the next glyph.
    if (Math.abs(back) >= 0.05) this.#adjust(formatNumber(back, 1));
    this.#openArray();
    if (!this.#isHexOpen) written.write('<');
    this.#isHexOpen = true;
    const { code, width } = this.#codes.coded(glyphs.idAt(index));
    written.writeHex(code);
    this.#actual += width + this.#letterSpace;
    this.#wanted += glyphs.advanceAt(index) * perPoint;
  }

  write(operators: string): void {
    this.#closeArray();
    this.#separate();
    written.write(operators);
  }

  /** A blank that nothing stands after: it takes no room. */
  showBlank({ code }: CodedGlyph): void {
    this.#setRise('0');
    this.#openArray();
    if (!this.#isHexOpen) written.write('<');
    this.#isHexOpen = true;
    written.writeHex(code);
  }

  end(): string {
    this.#setRise('0');
    this.#closeArray();
    return written.text();
  }

  #adjust(thousandths: string): void {
    this.#closeHex();
    this.#openArray();
    written.write(thousandths);
    this.#actual -= Number(thousandths);
  }

  #setRise(rise: string): void {
    if (rise === this.#rise) return;
    this.write(`${rise} Ts`);
    this.#rise = rise;
  }

  #separate(): void {
    if (!this.#isEmpty) written.write('\n');
    this.#isEmpty = false;
  }

  #openArray(): void {
    if (this.#isArrayOpen) return;
    this.#separate();
    written.write('[');
    this.#isArrayOpen = true;
  }

  #closeHex(): void {
    if (this.#isHexOpen) written.write('>');
    this.#isHexOpen = false;
  }

  #closeArray(): void {
    this.#closeHex();
    if (this.#isArrayOpen) written.write('] TJ');
    this.#isArrayOpen = false;
  }
}

/**
 * Operators that show glyphs from the current point, inside a text object with the font, its
 * scale and the letter space set.
 */
export function showGlyphs(
  shown: Shown,
  letterSpacePt: number,
  codes: GlyphCodes,
  { isFollowedBySpace = false, sayInstead = inSpan }: Unshown = {},
): string {
  const { glyphs, hyphenated } = shown;
  const pen = new Pen(codes, shown, letterSpacePt);
  const isSpaceSaid = isFollowedBySpace && !codes.space;
  const showAll = (start: number, end: number) => {
    for (let at = start; at < end; at++) pen.show(glyphs, at);
  };
  const showAs = (start: number, end: number, text: string) => {
    const [begin, finish] = sayInstead(hexText(text));
    pen.write(begin);
    showAll(start, end);
    pen.write(finish);
  };
  const count = hyphenated ? hyphenStart(glyphs) : glyphs.length;
  for (let start = 0; start < count; ) {
    const end = clusterEnd(glyphs, start, count);
    const text = glyphs.textAt(start);
    const after = isSpaceSaid && end === count ? ' ' : '';
    const isPlain =
      after === '' && end === start + 1 && isSameText(codes.coded(glyphs.idAt(start)).text, text);
    if (isPlain) showAll(start, end);
    else showAs(start, end, text + after);
    start = end;
  }
  if (hyphenated) showAs(count, glyphs.length, softHyphen);
  if (isFollowedBySpace && codes.space) pen.showBlank(codes.space);
  return pen.end();
}
