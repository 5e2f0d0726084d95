/** Paragraphs of text alone, shaped and with their break points, as numbers that threads hand over. */
import type { BreakPoints } from './break-points.ts';
import type { Font } from './font.ts';
import type { ShapedGlyphs } from './harfbuzz.ts';
import type { ParagraphText, TextPart } from './paragraph-text.ts';
import type { ShapedRun, ShapedText } from './shape.ts';
import type { TapeReader, TapeWriter } from './tape.ts';
import type { InlineItem, TextItem } from './types.ts';

/** What is worked out of a paragraph before its lines are chosen. */
export interface PreparedParagraph {
  readonly paragraph: ParagraphText;
  readonly points: BreakPoints;
}

function writeGlyphs(tape: TapeWriter, glyphs: ShapedGlyphs): void {
  tape.column(glyphs.ids);
  tape.column(glyphs.clusters);
  tape.column(glyphs.advances);
  tape.column(glyphs.xOffsets);
  tape.column(glyphs.yOffsets);
  tape.column(glyphs.unsafe);
}

function readGlyphs(tape: TapeReader): ShapedGlyphs {
  const ids = tape.unsigned();
  return {
    count: ids.length,
    ids,
    clusters: tape.unsigned(),
    advances: tape.signed(),
    xOffsets: tape.signed(),
    yOffsets: tape.signed(),
    unsafe: tape.bytes(),
  };
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
    writeGlyphs(tape, run.glyphs);
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
    runs.push({ font, start: from, end, glyphs: readGlyphs(tape) });
  }
  const shaped: ShapedText = {
    runs,
    advancesEm: tape.floats(),
    cuts: tape.bytes(),
    missing: [],
  };
  return { item, text, style, shaped, start, end: start + text.length, isJoined };
}

function writePoints(tape: TapeWriter, points: BreakPoints, hyphens: readonly string[]): void {
  const { count } = points;
  for (const column of [points.end, points.start, points.edge, points.ordinary])
    tape.column(column.subarray(0, count));
  for (const column of [points.traits, points.ending]) tape.column(column.subarray(0, count));
  const floats = [
    ...[points.penalty, points.widthTo, points.widthFrom, points.endChange, points.hangEnd],
    ...[points.hangStart, points.indent, points.spaceTo, points.spaceFrom, points.stretchTo],
    ...[points.stretchFrom, points.shrinkTo, points.shrinkFrom],
    ...[points.wordStretchTo, points.wordStretchFrom],
  ];
  for (const column of floats) tape.column(column.subarray(0, count));
  tape.column(points.letters.subarray(0, count));
  tape.column(
    Uint8Array.from({ length: count }, (_, at) => hyphens.indexOf(points.added[at] ?? '')),
  );
}

function readPoints(tape: TapeReader, hyphens: readonly string[]): BreakPoints {
  const end = tape.signed();
  const [start, edge, ordinary] = [tape.signed(), tape.signed(), tape.signed()];
  const [traits, ending] = [tape.bytes(), tape.bytes()];
  return {
    ...{ count: end.length, end, start, edge, ordinary, traits, ending },
    penalty: tape.floats(),
    widthTo: tape.floats(),
    widthFrom: tape.floats(),
    endChange: tape.floats(),
    hangEnd: tape.floats(),
    hangStart: tape.floats(),
    indent: tape.floats(),
    spaceTo: tape.floats(),
    spaceFrom: tape.floats(),
    stretchTo: tape.floats(),
    stretchFrom: tape.floats(),
    shrinkTo: tape.floats(),
    shrinkFrom: tape.floats(),
    wordStretchTo: tape.floats(),
    wordStretchFrom: tape.floats(),
    letters: tape.unsigned(),
    added: Array.from(tape.bytes(), (at) => hyphens[at] ?? ''),
  };
}

/** What may be added at the ends of lines, '' among it. */
function hyphensIn({ added }: BreakPoints): readonly string[] {
  return [...new Set(['', ...added])];
}

const noneFollows = 0;

/** Of paragraphs with characters that no font has nothing is written: their finding needs more. */
export function writeParagraph(tape: TapeWriter, { paragraph, points }: PreparedParagraph): void {
  const hyphens = hyphensIn(points);
  if (paragraph.missing.length > 0) {
    tape.integer(noneFollows);
    return;
  }
  tape.integer(hyphens.length);
  for (const hyphen of hyphens) tape.column(Uint32Array.from(hyphen, (c) => c.codePointAt(0) ?? 0));
  tape.integer(paragraph.texts.length);
  for (const part of paragraph.texts) writePart(tape, part);
  tape.column(paragraph.textOf);
  tape.column(paragraph.width);
  tape.column(paragraph.edgeWidth);
  tape.column(paragraph.spaceWidth);
  tape.column(paragraph.glyphWidth);
  tape.column(paragraph.letterEms);
  tape.column(paragraph.letterCount);
  tape.column(paragraph.cuts);
  writePoints(tape, points, hyphens);
}

/** Null where nothing was written of it. `items` are those it was made of. */
export function readParagraph(
  tape: TapeReader,
  items: readonly InlineItem[],
): PreparedParagraph | null {
  const texts = items as readonly TextItem[];
  const hyphenCount = tape.integer();
  if (hyphenCount === noneFollows) return null;
  const hyphens = Array.from({ length: hyphenCount }, () =>
    String.fromCodePoint(...tape.unsigned()),
  );
  const parts: TextPart[] = [];
  for (let left = tape.integer(); left > 0; left--) parts.push(readPart(tape, texts));
  const paragraph: ParagraphText = {
    text: texts.map(({ text }) => text).join(''),
    texts: parts,
    atoms: new Map(),
    edges: [],
    textOf: tape.signed(),
    width: tape.floats(),
    edgeWidth: tape.floats(),
    spaceWidth: tape.floats(),
    glyphWidth: tape.floats(),
    letterEms: tape.floats(),
    letterCount: tape.unsigned(),
    cuts: tape.bytes(),
    missing: [],
  };
  return { paragraph, points: readPoints(tape, hyphens) };
}
