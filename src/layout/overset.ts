/**
 * What is wrong with words once they have their places: run out of their frame, wider than their
 * line, set too loose, or without a letter in the font. Judged on the finished pages, so nothing
 * that was only tried out is reported.
 */
import type { Context, Span } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { PropertyName, StyledDocument } from '../style/index.ts';
import { checkLines } from './check-lines.ts';
import type { TextFragment } from './fragment.ts';
import { reportMissing } from './missing-characters.ts';
import { describeOverfull } from './overfull.ts';
import type { Page } from './page.ts';
import { type Overset, overfullLine, oversetText } from './problems-words.ts';
import {
  type Frame,
  fieldOf,
  hasSource,
  isOnlyBeside,
  linesOfPage,
  oversetFrame,
  type PlacedLine,
  spanAt,
} from './text-lines.ts';
import { wideningWords } from './widening-words.ts';

export interface TextChecks {
  readonly styled: StyledDocument;
  /** Why words run out of a page has been told. */
  readonly isTold: (page: Page) => boolean;
}

/**
 * Reports `layout/overset-text`, `layout/overfull-line` (errors), what `checkLines` finds, and text's
 * `text/missing-character`, page by page.
 */
export function reportText(
  pages: readonly Page[],
  { styled, isTold }: TextChecks,
  { report }: Context,
): void {
  const missing = new Set<string>();
  for (const page of pages) {
    const lines = linesOfPage(page);
    const told = new Set<PlacedLine>();
    for (const found of findOverset(lines)) {
      const isPage = found.frame.fragment === page.root;
      if (isPage && isTold(page)) continue;
      for (const line of reportOverset(found, styled, report)) told.add(line);
    }
    for (const line of lines) {
      if (line.line.overfull && !told.has(line)) report(overfullLine(describeOverfull(line)));
    }
    checkLines(lines, report);
    reportMissing(lines, missing, report);
  }
}

/** A frame, the lines that run out of it, and how many it holds, those included. */
interface OversetFrame {
  readonly frame: Frame;
  readonly out: readonly PlacedLine[];
  readonly count: number;
}

function findOverset(lines: readonly PlacedLine[]): readonly OversetFrame[] {
  const byFrame = new Map<
    Frame['fragment'],
    { readonly frame: Frame; readonly out: PlacedLine[] }
  >();
  for (const line of lines) {
    const frame = hasSource(line) ? oversetFrame(line) : null;
    if (!frame) continue;
    const entry = byFrame.get(frame.fragment) ?? { frame, out: [] };
    entry.out.push(line);
    byFrame.set(frame.fragment, entry);
  }
  const counts = countLines(lines, new Set(byFrame.keys()));
  return [...byFrame.values()].map(({ frame, out }) => ({
    frame,
    out,
    count: counts.get(frame.fragment) ?? 0,
  }));
}

/**
 * One finding for each frame, or the words that have made its lines too wide. Returns the lines of which it
 * is told that they are too wide.
 */
function reportOverset(
  { frame, out, count }: OversetFrame,
  styled: StyledDocument,
  report: Context['report'],
): readonly PlacedLine[] {
  const wide = wideningWords(frame, out);
  for (const { line, roomPt } of wide) report(overfullLine(describeOverfull(line, roomPt)));
  const rest = wide.length > 0 ? out.filter((line) => !isOnlyBeside(line, frame)) : out;
  if (rest.length > 0) report(oversetText(describeOverset(frame, rest, count, styled)));
  return [...wide.map(({ line }) => line), ...rest.filter((line) => isOnlyBeside(line, frame))];
}

/** How many lines each of some frames holds. */
function countLines(
  lines: readonly PlacedLine[],
  wanted: ReadonlySet<Frame['fragment']>,
): ReadonlyMap<Frame['fragment'], number> {
  const counts = new Map<Frame['fragment'], number>();
  if (wanted.size === 0) return counts;
  for (const { frames } of lines) {
    const held = new Set(frames.map(({ fragment }) => fragment));
    for (const fragment of held)
      if (wanted.has(fragment)) counts.set(fragment, (counts.get(fragment) ?? 0) + 1);
  }
  return counts;
}

function describeOverset(
  frame: Frame,
  out: readonly PlacedLine[],
  /** Lines in the frame, those that run out of it included. */
  count: number,
  styled: StyledDocument,
): Overset {
  const [first] = out;
  const element = frame.fragment === first?.page.root ? null : elementOf(frame, first);
  const bottom = Math.max(...out.map(({ rect }) => rect.y + rect.height));
  const word = firstWord(first);
  return {
    page: first?.page.name ?? '',
    element,
    lines: out.length,
    linesThatFit: count - out.length,
    characters: out.reduce((sum, line) => sum + charactersOf(line), 0),
    missingPt: Math.max(0, bottom - frame.content.y - frame.content.height),
    charactersBeside: out.reduce((sum, line) => sum + charactersBeside(line, frame), 0),
    rect: frame.content,
    field: first && fieldOf(first),
    word: word?.text,
    span: word?.span ?? first?.element?.span,
    placedAt: first?.element?.span,
    heightAt: element ? heightDeclaration(element, styled) : undefined,
  };
}

function elementOf(frame: Frame, line: PlacedLine | undefined): ElementNode | null {
  return frame.fragment.element ?? line?.element ?? null;
}

const heightProperties: readonly PropertyName[] = [
  'height',
  'maxHeight',
  'flexBasis',
  'flexGrow',
  'bottom',
  'overflowX',
  'overflowY',
];

function heightDeclaration(element: ElementNode, styled: StyledDocument): Span | undefined {
  for (const property of heightProperties) {
    const span = styled.declarationOf(element, property);
    if (span) return span;
  }
  return undefined;
}

function charactersOf({ texts }: PlacedLine): number {
  return texts.reduce((sum, { text }) => sum + [...text].length, 0);
}

/** How many of a line's characters are beyond the frame's left or right edge, as far as letters are alike. */
function charactersBeside(line: PlacedLine, { content }: Frame): number {
  const { x, width } = line.rect;
  const beyond = Math.max(0, content.x - x) + Math.max(0, x + width - content.x - content.width);
  return width > 0 ? Math.ceil((charactersOf(line) * Math.min(beyond, width)) / width) : 0;
}

interface Word {
  readonly text: string;
  readonly span: Span | undefined;
}

/** The first word of a line, and where it is written. */
function firstWord(line: PlacedLine | undefined): Word | undefined {
  const text = line?.texts.find(({ span, text: words }) => span && words.trim() !== '');
  return text && wordIn(text, /\S+/.exec(text.text));
}

function wordIn(fragment: TextFragment, match: RegExpExecArray | null): Word | undefined {
  return match
    ? { text: match[0], span: spanAt(fragment, match.index, match[0].length) }
    : undefined;
}
