/**
 * Lines that total fit could not set within their paragraph's limits: it takes the best there is,
 * and says so, once for each paragraph.
 */
import type { Context, Span } from '../base/index.ts';
import type { LineSource } from '../text/index.ts';
import { hyphenStack, type LineProblem, looseLine, runt, shortLine } from './problems-lines.ts';
import type { PlacedLine } from './text-lines.ts';

/** From half as much beyond the limit as the limit allows, the eye sees a gap. */
const seenRatio = 1.5;
const tolerance = 0.005;

function problemAt(line: PlacedLine): LineProblem {
  const span: Span | undefined =
    line.texts.find(({ span: one }) => one)?.span ?? line.element?.span;
  const field = line.texts.find(({ field: one }) => one !== undefined)?.field;
  return { page: line.page.name, field, span, rect: line.rect };
}

function checkLooseness(
  lines: readonly PlacedLine[],
  { style }: LineSource,
  report: Context['report'],
): void {
  const loose = lines.filter(({ line }) => line.ratio > 1 + tolerance && !line.overfull);
  const gaps = loose.filter(({ line }) => line.wordSpace > 1);
  const [first] = gaps;
  if (first) {
    const loosest = gaps.reduce((a, b) => (b.line.ratio > a.line.ratio ? b : a), first);
    const { ratio, wordSpace } = loosest.line;
    const severity = ratio > seenRatio ? 'warning' : 'note';
    const { max: limit } = style.justification.word;
    const others = gaps.length - 1;
    report(looseLine({ ...problemAt(loosest), wordSpace, limit, others, severity }));
  }
  const short = loose
    .filter(({ line }) => line.wordSpace <= 1)
    .sort((a, b) => a.rect.width - b.rect.width)[0];
  if (short) report(shortLine(problemAt(short), short.block.width - short.rect.width));
}

function checkHyphens(
  lines: readonly PlacedLine[],
  { style }: LineSource,
  report: Context['report'],
): void {
  const { lines: limit } = style.hyphenation;
  for (let start = 0; start < lines.length; start++) {
    let end = start;
    while (lines[end]?.line.hyphenated) end++;
    const first = lines[start];
    if (first && end - start > limit) report(hyphenStack(problemAt(first), end - start, limit));
    start = Math.max(start, end);
  }
}

/** Fewest letters and figures of a last line; in running text, of so many lines and letters a line. */
const fewestLastLetters = 5;
const fewestLines = 4;
const fewestLetters = 15;

const lettersOf = ({ texts }: PlacedLine): number =>
  texts.flatMap(({ text }) => text.match(/[\p{L}\p{N}]/gu) ?? []).length;

/** A last line of a few letters that no other breaks could avoid. */
function checkRunt(
  lines: readonly PlacedLine[],
  { style }: LineSource,
  report: Context['report'],
): void {
  const last = lines.at(-1);
  if (style.wrap === 'greedy' || !last?.line.last || last.line.index + 1 < fewestLines) return;
  // After a forced break a line is as short as its author made it.
  if (lines.at(-2)?.line.last) return;
  const letters = lettersOf(last);
  const isRunt = letters > 0 && letters < fewestLastLetters;
  if (isRunt && lines.some((line) => lettersOf(line) >= fewestLetters))
    report(runt(problemAt(last), letters, fewestLastLetters));
}

/** Reports what total fit could not keep to in one page's lines: `layout/loose-line` and the like. */
export function checkLines(lines: readonly PlacedLine[], report: Context['report']): void {
  const paragraphs = new Map<LineSource, PlacedLine[]>();
  for (const line of lines) {
    const { source } = line.line;
    if (!source) continue;
    const known = paragraphs.get(source);
    if (known) known.push(line);
    else paragraphs.set(source, [line]);
  }
  for (const [source, own] of paragraphs) {
    checkLooseness(own, source, report);
    checkHyphens(own, source, report);
    checkRunt(own, source, report);
  }
}
