/** Paragraphs of text alone, shaped and with their break points, as numbers that threads hand over. */
import { type BreakPoints, emptyBreakPoints } from './break-points.ts';
import type { Font } from './font.ts';
import { emptyGlyphs } from './harfbuzz.ts';
import {
  emptySums,
  type ParagraphText,
  type TextPart,
  type TextSums,
  withSums,
} from './paragraph-text.ts';
import type { ShapedRun, ShapedText } from './shape.ts';
import type { Column, TapeReader, TapeWriter } from './tape.ts';
import type { InlineItem, TextItem } from './types.ts';

/** What is worked out of a paragraph before its lines are set. */
export interface PreparedParagraph {
  readonly paragraph: ParagraphText;
  readonly points: BreakPoints;
  /** Which of the points lines end at in a column of that width; null where none was known. */
  readonly breaks: { readonly widthPt: number; readonly chosen: readonly number[] } | null;
}

/** Samples of what consists of columns: these are written and read in their order. */
function makeSamples() {
  const { count: noGlyphs, ...glyphs } = emptyGlyphs(0);
  const { count: noPoints, added, ...points } = emptyBreakPoints(0);
  const sums: TextSums = emptySums(0);
  return { glyphs, points, sums } as const;
}

let samples: ReturnType<typeof makeSamples> | undefined;

function columns(): ReturnType<typeof makeSamples> {
  samples ??= makeSamples();
  return samples;
}

type AllColumns<Of> = { readonly [Name in keyof Of]: Column };

const namesIn = <Of extends object>(sample: Of) => Object.keys(sample) as (keyof Of)[];

function writeColumns<Of extends AllColumns<Of>>(tape: TapeWriter, sample: Of, from: Of): void {
  for (const name of namesIn(sample)) tape.column(from[name]);
}

function readColumns<Of extends AllColumns<Of>>(tape: TapeReader, sample: Of): Of {
  const read: { -readonly [Name in keyof Of]: Of[Name] } = { ...sample };
  for (const name of namesIn(sample)) read[name] = tape.column(sample[name]);
  return read;
}

function writePart(tape: TapeWriter, { item, style, shaped, start, isJoined }: TextPart): void {
  tape.integer(item);
  tape.integer(start);
  tape.integer(isJoined ? 1 : 0);
  tape.integer(shaped.runs.length);
  for (const run of shaped.runs) {
    tape.integer(style.fonts.indexOf(run.font));
    tape.integer(run.start);
    tape.integer(run.end);
    writeColumns(tape, columns().glyphs, run.glyphs);
  }
  tape.column(shaped.advancesEm);
  tape.column(shaped.cuts);
}

function readPart(tape: TapeReader, items: readonly TextItem[]): TextPart {
  const item = tape.integer();
  const { text, style } = items[item] as TextItem;
  const start = tape.integer();
  const isJoined = tape.integer() === 1;
  const runs: ShapedRun[] = [];
  for (let left = tape.integer(); left > 0; left--) {
    const font = style.fonts[tape.integer()] as Font;
    const [from, end] = [tape.integer(), tape.integer()];
    const glyphs = readColumns(tape, columns().glyphs);
    runs.push({ font, start: from, end, glyphs: { count: glyphs.ids.length, ...glyphs } });
  }
  const shaped: ShapedText = {
    runs,
    advancesEm: tape.column(columns().sums.width),
    cuts: tape.column(columns().sums.cuts),
    missing: [],
  };
  return { item, text, style, shaped, start, end: start + text.length, isJoined, itemStart: 0 };
}

function writePoints(tape: TapeWriter, points: BreakPoints, hyphens: readonly string[]): void {
  const { count } = points;
  for (const name of namesIn(columns().points)) tape.column(points[name].subarray(0, count));
  tape.column(
    Uint8Array.from({ length: count }, (_, at) => hyphens.indexOf(points.added[at] ?? '')),
  );
}

function readPoints(tape: TapeReader, hyphens: readonly string[]): BreakPoints {
  const read = readColumns(tape, columns().points);
  const hyphenAt = tape.column(columns().points.traits);
  const count = hyphenAt.length;
  const added = new Array<string>(count).fill('');
  for (let row = 0; row < count; row++)
    if (hyphenAt[row] !== 0) added[row] = hyphens[hyphenAt[row] ?? 0] ?? '';
  return { ...read, count, added };
}

function writeBreaks(tape: TapeWriter, breaks: PreparedParagraph['breaks']): void {
  tape.column(Float64Array.from(breaks ? [breaks.widthPt] : []));
  tape.column(Int32Array.from(breaks?.chosen ?? []));
}

function readBreaks(tape: TapeReader): PreparedParagraph['breaks'] {
  const [widthPt] = tape.column(columns().sums.width);
  const chosen = [...tape.column(columns().sums.textOf)];
  return widthPt === undefined ? null : { widthPt, chosen };
}

/** What may be added at the ends of lines, '' among it. */
function hyphensIn({ added: all }: BreakPoints): readonly string[] {
  return [...new Set(['', ...all])];
}

const noneFollows = 0;

/** Of paragraphs with characters that no font has nothing is written: their finding needs more. */
export function writeParagraph(
  tape: TapeWriter,
  { paragraph, points, breaks }: PreparedParagraph,
): void {
  const hyphens = hyphensIn(points);
  // Parts of an item that are set each in its way are worked out where they are asked for.
  const isParted = paragraph.texts.some(({ style }) => style.madeCapitals !== undefined);
  if (paragraph.missing.length > 0 || isParted) {
    tape.integer(noneFollows);
    return;
  }
  tape.integer(hyphens.length);
  for (const hyphen of hyphens) tape.column(Uint32Array.from(hyphen, (c) => c.codePointAt(0) ?? 0));
  tape.integer(paragraph.texts.length);
  for (const part of paragraph.texts) writePart(tape, part);
  writeColumns(tape, columns().sums, paragraph);
  writePoints(tape, points, hyphens);
  writeBreaks(tape, breaks);
}

/** Null where nothing was written of it. `items` are those it was made of. */
export function readParagraph(
  tape: TapeReader,
  items: readonly InlineItem[],
): PreparedParagraph | null {
  const own = items as readonly TextItem[];
  const hyphenCount = tape.integer();
  if (hyphenCount === noneFollows) return null;
  const hyphens = Array.from({ length: hyphenCount }, () =>
    String.fromCodePoint(...tape.column(columns().sums.letterCount)),
  );
  const texts: TextPart[] = [];
  for (let left = tape.integer(); left > 0; left--) texts.push(readPart(tape, own));
  const text = own.map((item) => item.text).join('');
  const sums = readColumns(tape, columns().sums);
  const paragraph = withSums({ text, texts, atoms: new Map(), edges: [] }, sums);
  return { paragraph, points: readPoints(tape, hyphens), breaks: readBreaks(tape) };
}
