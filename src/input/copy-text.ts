/**
 * One text of the copy: its scalar, its marks, its limits. Paragraphs are parts of a scalar between
 * blank lines, or the items of a list.
 */
import type { Message, Report, Span } from '../base/index.ts';
import { checkCharacters, checkRemark } from './check-text.ts';
import type { SourcedText } from './copy.ts';
import { type Inline, plainText } from './inline.ts';
import { parseInline } from './inline-markup.ts';
import * as problems from './problems.ts';
import { type PlacedText, placeText, spanOfText } from './scalar-text.ts';
import type { Limits } from './schema.ts';
import type { YamlScalar } from './yaml.ts';

/** What a text is read as. */
export interface TextSettings {
  readonly field: string;
  readonly label: Message;
  /** Emphasis and links are understood. */
  readonly isRich: boolean;
  /** BCP 47. */
  readonly language?: string;
  /** Puts the typography of typed text right; null where it stays as typed. */
  readonly cleanUp: ((inlines: readonly Inline[], field: string) => readonly Inline[]) | null;
}

interface TextRange {
  readonly start: number;
  readonly end: number;
}

const straightQuoteLimit = 5;

function reportStraightQuotes(
  inlines: readonly Inline[],
  language: string | undefined,
  report: Report,
): void {
  let left = straightQuoteLimit;
  const visit = (inline: Inline): void => {
    if (inline.kind === 'break') return;
    if (inline.kind !== 'text') {
      for (const child of inline.children) visit(child);
      return;
    }
    // After a digit it is a prime: 5' or 6".
    for (const match of inline.text.matchAll(/(?<!\d)["']/g)) {
      if (left === 0) return;
      const start = inline.span.start + match.index;
      // Somebody has said that it is meant so.
      if (inline.span.source.text.slice(start - 1, start + 1).includes('\\')) continue;
      left -= 1;
      const span = { source: inline.span.source, start, end: start + 1 };
      report(problems.straightQuote(match[0], language, span));
    }
  };
  for (const inline of inlines) visit(inline);
}

/** A part of a scalar without the white space around it; null where nothing is left. */
function trimRange(text: string, { start, end }: TextRange): TextRange | null {
  let from = start;
  let to = end;
  while (from < to && /[ \t\r\n]/.test(text[from] ?? '')) from += 1;
  while (to > from && /[ \t\r\n]/.test(text[to - 1] ?? '')) to -= 1;
  // A forced break at the very end would be an empty line.
  if (to < end && text[to - 1] === '\\' && text[to - 2] !== '\\') to -= 1;
  return to > from ? { start: from, end: to } : null;
}

function textOf(
  placed: PlacedText,
  range: TextRange,
  { field, isRich, language, cleanUp }: TextSettings,
  report: Report,
): SourcedText | null {
  const typed = parseInline(placed, range, isRich, report);
  const inlines = cleanUp ? cleanUp(typed, field) : typed;
  const text = plainText(inlines)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  if (text === '') return null;
  reportStraightQuotes(inlines, language, report);
  return { kind: 'text', text, span: spanOfText(placed, range.start, range.end), field, inlines };
}

/** Where paragraphs part: at blank lines; YAML has already made one line end of them in `>`. */
function paragraphBreak({ style, span }: YamlScalar): RegExp {
  const isLiteral = style === 'block' && span.source.text[span.start] === '|';
  return isLiteral ? /\n[ \t]*\n\s*/g : /\n\s*/g;
}

function paragraphRanges(scalar: YamlScalar): readonly TextRange[] {
  const { text } = scalar;
  const ranges: TextRange[] = [];
  let start = 0;
  for (const match of text.matchAll(paragraphBreak(scalar))) {
    ranges.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  ranges.push({ start, end: text.length });
  return ranges.flatMap((range) => trimRange(text, range) ?? []);
}

/**
 * One text; null where it is empty. Reports what `parseInline` does, `input/reserved-character`,
 * `input/control-character`, `input/markup-in-text`, `input/comment-in-text`, `input/straight-quote`,
 * and `input/blank-line` (taken as a space).
 */
export function readText(
  scalar: YamlScalar,
  settings: TextSettings,
  report: Report,
): SourcedText | null {
  const placed = placeText(scalar);
  checkCharacters(placed, report);
  checkRemark(scalar, report);
  const range = trimRange(scalar.text, { start: 0, end: scalar.text.length });
  if (!range) return null;
  if (paragraphRanges(scalar).length > 1)
    report(problems.blankLineIgnored(settings.label, scalar.span));
  return textOf(placed, range, settings, report);
}

/** The paragraphs of a scalar. Reports what `readText` does, but for the blank lines. */
export function readParagraphs(
  scalar: YamlScalar,
  settings: TextSettings,
  report: Report,
): readonly SourcedText[] {
  const placed = placeText(scalar);
  checkCharacters(placed, report);
  checkRemark(scalar, report);
  return paragraphRanges(scalar).flatMap((range) => textOf(placed, range, settings, report) ?? []);
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Reports `input/too-long` and `input/too-short` for what can be counted before layout. */
export function checkLimits(
  texts: readonly SourcedText[],
  items: number,
  limits: Limits,
  at: { readonly label: Message; readonly span: Span },
  report: Report,
): void {
  const measured = {
    characters: texts.reduce((sum, { text }) => sum + countCharacters(text), 0),
    words: texts.reduce((sum, { text }) => sum + text.split(' ').length, 0),
    items,
  };
  for (const measure of ['characters', 'words', 'items'] as const) {
    const { min, max } = limits[measure];
    const count = measured[measure];
    if (max !== null && count > max)
      report(problems.outOfRange(at.label, measure, count, { bound: 'max', value: max }, at.span));
    if (min !== null && count < min)
      report(problems.outOfRange(at.label, measure, count, { bound: 'min', value: min }, at.span));
  }
}
