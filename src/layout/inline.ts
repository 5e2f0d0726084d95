/**
 * Inline formatting: a paragraph broken into lines, lines stacked, and as many of them placed as
 * the column or page has room for, with orphans and widows (css-break-3 §3.3).
 */
import type { Point } from '../base/index.ts';
import type {
  ComingParagraph,
  InlineItem,
  IntrinsicWidths,
  Line,
  ParagraphColumn,
  ParagraphStyle,
} from '../text/index.ts';
import { measureOuter } from './atom.ts';
import { type Box, isFloat, type LinesBox } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import { type Appeal, appeals, type EarlyBreak } from './break-appeal.ts';
import { bottomOf } from './exclusions.ts';
import { splitFirstLine } from './first-line.ts';
import { freshFloats, holdsFloats } from './floats.ts';
import type { LineFragment } from './fragment.ts';
import { placeInInlines, waitingInLines } from './inline-positioned.ts';
import { layoutLineBox } from './line-box.ts';
import { gridAt, snapLines } from './line-grid.ts';
import { type LinesAround, layoutAround } from './lines-around.ts';
import { buildMeasuredItems, buildParagraph, type Paragraph } from './paragraph.ts';
import { paragraphFrom, paragraphUpTo, startOfLine } from './paragraph-rest.ts';
import { perRun } from './per-run.ts';
import { restAt } from './rest.ts';
import {
  epsilon,
  type FloatSpace,
  type LaidLines,
  type LayoutContext,
  type OutOfFlow,
  type Rest,
  type Space,
  type TextPosition,
} from './space.ts';
import { trimAbove, trimBelow } from './text-box.ts';
import { paragraphStyleOf, styleOfRest } from './text-style.ts';

/** All lines of a paragraph, or of its rest, at one width, the first at y 0. */
interface StackedLines {
  readonly broken: readonly Line[];
  readonly lines: readonly LineFragment[];
  readonly outOfFlow: readonly { readonly line: number; readonly waiting: OutOfFlow }[];
}

/** What lines were broken for, and how they came out. */
interface Stack {
  readonly width: number;
  /** Only boxes in the lines can depend on it. */
  readonly height: number | null;
  readonly columnEnd: number | null;
  readonly start: TextPosition | null;
  readonly stacked: StackedLines;
}

const stacksOfLines = perRun<LinesBox, Stack[]>();
const plainParagraphs = perRun<LinesBox, Paragraph>();

/** Places lines from `space.resume` on; with no room for the first ones, `rest` is the beginning. */
export function layoutLines(given: LinesBox, space: Space, context: LayoutContext): LaidLines {
  const box = given.firstLine ? setFirstLine(given, given.firstLine, space, context) : given;
  return hasFloatsBeside(box, space, context)
    ? layoutLinesBeside(box, space, context)
    : layoutPlainLines(box, space, context);
}

/** What was made of lines with a `::first-line` at their beginning: the rest goes on from there. */
const splitLines = perRun<LinesBox, LinesBox>();

function setFirstLine(
  box: LinesBox,
  firstLine: LinesBox,
  space: Space,
  context: LayoutContext,
): LinesBox {
  const known = splitLines(context).get(box);
  if (space.resume && known) return known;
  const paragraph = paragraphOf(firstLine, space.width, space.height, context);
  const broken = hasFloatsBeside(firstLine, space, context)
    ? layoutWhatFits(paragraph, firstLine, space.floats ?? freshFloats, space, true, null, context)
        .around.broken
    : stackLines(firstLine, null, space.width, space.height, null, context).broken;
  const next = broken.length > 1 ? startOfLine(broken, 1) : null;
  const split = next ? splitFirstLine(box, firstLine, paragraph, next) : firstLine;
  const same = known && isSameContent(known, split) ? known : { ...split, firstLine };
  splitLines(context).set(box, same);
  return same;
}

/** Boxes are compared, since lines that were broken once are remembered by them. */
function isSameContent(a: LinesBox, b: LinesBox): boolean {
  const texts = (box: LinesBox) =>
    box.content.map((one) => (one.kind === 'text' ? one.text : one.kind)).join('\n');
  return texts(a) === texts(b);
}

function hasFloatsBeside(box: LinesBox, { floats }: Space, context: LayoutContext): boolean {
  if (!floats) return false;
  return bottomOf(floats.exclusions) > floats.y + epsilon || holdsFloats(box, context);
}

/** The column, panel or page would end with a hyphen where the style forbids it (css-text-4 §6.3.3). */
function endsWithForbiddenHyphen(
  { lines }: Pick<StackedLines, 'lines'>,
  to: number,
  { style }: LinesBox,
): boolean {
  if (style.hyphenateLimitLast === 'none' || to >= lines.length) return false;
  return lines[to - 1]?.hyphenated ?? false;
}

/** Lines of one width. Those that were broken for another are broken anew from the next on. */
function layoutPlainLines(box: LinesBox, space: Space, context: LayoutContext): LaidLines {
  const { resume, width } = space;
  const isOther = resume?.text !== undefined && resume.text.width !== width;
  const start = isOther ? resume.text.next : (resume?.text?.start ?? null);
  const from = isOther ? 0 : (resume?.line ?? 0);
  const place = (columnEnd: number | null) => {
    const stacked = stackLines(box, start, width, space.height, columnEnd, context);
    const { lines, below } = placeLines(stacked.lines, from, box, space, context);
    const end = findEnd(lines, from, stacked.lines.length, box, space);
    return { stacked, lines, below, end };
  };
  const free = place(null);
  const isForbidden = endsWithForbiddenHyphen(free.stacked, free.end.to, box);
  const { stacked, lines: all, below, end } = isForbidden ? place(free.end.to - 1) : free;
  const { to, early } = end;
  const isWhole = from === 0 && to === stacked.lines.length;
  const lines = to - from === all.length ? all : all.slice(0, to - from);
  const movedBy = (index: number) => (lines[index]?.y ?? 0) - (stacked.lines[from + index]?.y ?? 0);
  return {
    lines,
    floating: none,
    height: Math.max(0, bottomOfLast(lines) - (to === stacked.lines.length ? below : 0)),
    // Lines broken for just this column's end are not those that would be found again at this width.
    rest: restOf(stacked, end, start, isForbidden ? null : width),
    early,
    outOfFlow: stacked.outOfFlow
      .filter(({ line }) => isWhole || (line >= from && line < to))
      .map(({ line, waiting }) => ({
        ...waiting,
        position: { x: waiting.position.x, y: waiting.position.y + movedBy(line - from) },
      })),
    floats: space.floats?.exclusions,
  };
}

const none: readonly never[] = [];

/** Lines from `from` on with the first one's top at 0, trimmed and on the grid. */
function placeLines(
  all: readonly LineFragment[],
  from: number,
  box: LinesBox,
  space: Space,
  context: LayoutContext,
): { readonly lines: readonly LineFragment[]; readonly below: number } {
  const { trim, fragmentainer } = space;
  const [first, last] = [all[from], all.at(-1)];
  const isStart = from === 0 && !space.resume;
  const above =
    trim?.over && first && isStart ? trimAbove(first, trim.over, box.style, context) : 0;
  const below = trim?.under && last ? trimBelow(last, trim.under, box.style, context) : 0;
  const grid = box.style.lineSnap === 'baseline' ? gridAt(space.grid, -above) : undefined;
  const by = { x: 0, y: -above - (first?.y ?? 0) };
  const lines = grid
    ? snapLines(all, from, grid, fragmentainer?.room ?? Number.POSITIVE_INFINITY).map((line) =>
        moveFragment(line, { x: 0, y: -above }),
      )
    : from === 0 && by.y === 0
      ? all
      : moveLines(all, from, by, fragmentainer?.room ?? Number.POSITIVE_INFINITY);
  return { lines, below };
}

/**
 * Lines from `from` on, moved; the last is the first that there is no room for. All that are left
 * would else be moved anew on every page of a long text.
 */
function moveLines(
  all: readonly LineFragment[],
  from: number,
  by: Point,
  room: number,
): readonly LineFragment[] {
  const moved: LineFragment[] = [];
  for (let index = from; index < all.length; index++) {
    const line = all[index];
    if (!line) break;
    const placed = moveFragment(line, by);
    moved.push(placed);
    if (placed.y + placed.height > room + epsilon) break;
  }
  return moved;
}

function bottomOfLast(lines: readonly LineFragment[]): number {
  const last = lines.at(-1);
  return last ? last.y + last.height : 0;
}

/** What is left after line `to` of lines that begin at `start`. */
function restOf(
  { broken, lines }: Pick<StackedLines, 'broken' | 'lines'>,
  { to, appeal, shortage }: End,
  start: TextPosition | null,
  width: number | null,
): Rest | null {
  if (to >= lines.length) return null;
  const rest: Rest = { ...restAt(0, null, false), line: to, appeal, shortage };
  const local = to === 0 ? { item: 0, offset: 0 } : startOfLine(broken, to);
  if (!local) return rest;
  const item = (start?.item ?? 0) + local.item;
  const offset = local.offset + (local.item === 0 ? (start?.offset ?? 0) : 0);
  return { ...rest, text: { start, width, next: { item, offset } } };
}

/** Lines that are broken for the place they stand in. */
function layoutLinesBeside(box: LinesBox, space: Space, context: LayoutContext): LaidLines {
  const whole = paragraphOf(box, space.width, space.height, context);
  const start = space.resume?.text?.next ?? null;
  const left = start ? paragraphFrom(whole, start) : whole;
  const floats = space.floats ?? freshFloats;
  const place = (columnEnd: number | null) => {
    const fitting = layoutWhatFits(left, box, floats, space, !start, columnEnd, context);
    const { lines } = fitting.around;
    const end = findEnd(lines, 0, lines.length, box, space, isPushed(lines, space));
    return { ...fitting, end };
  };
  const free = place(null);
  const isForbidden = endsWithForbiddenHyphen(free.around, free.end.to, box);
  const placed = isForbidden ? place(free.end.to - 1) : free;
  const { paragraph, around } = placed;
  const { end } = placed;
  const { to, early } = end;
  const isEnd = to === around.lines.length;
  const among = around.floating.filter(({ line }) => line < to || isEnd);
  const waiting = waitingInLines(paragraph, box, space.width, around.broken, around.lines);
  const settled = placeInInlines(around.lines, waiting, context);
  const lines = settled.lines.slice(0, to);
  return {
    lines,
    floating: among.flatMap(({ fragment }) => (fragment ? [fragment] : [])),
    height: isEnd ? Math.max(around.cleared, bottomOfLast(lines)) : bottomOfLast(lines),
    rest: restOf(around, end, start, null),
    early,
    outOfFlow: [
      ...among.flatMap(({ outOfFlow }) => outOfFlow),
      ...[...around.outOfFlow, ...settled.waiting]
        .filter(({ line }) => line < to)
        .map(({ waiting }) => waiting),
    ],
    floats: among.at(-1)?.exclusions ?? floats.exclusions,
    isPushed: isPushed(around.lines, space),
    waiting: among.flatMap((one) => (one.waiting ? [one.waiting] : [])),
  };
}

/**
 * As much of the paragraph as the column or page can hold and some lines more: a text of many
 * pages would else be broken as often as it has pages.
 */
function layoutWhatFits(
  left: Paragraph,
  box: LinesBox,
  floats: FloatSpace,
  space: Space,
  isFirst: boolean,
  columnEnd: number | null,
  context: LayoutContext,
): { readonly paragraph: Paragraph; readonly around: LinesAround } {
  const room = space.fragmentainer?.room ?? Number.POSITIVE_INFINITY;
  const size = Math.max(1, box.style.fontSize);
  // Letters are seldom narrower than a fifth of their size, and lines seldom lower than it.
  let most = (Math.max(0, room) / size + linesAhead) * (space.width / size) * 5;
  for (;;) {
    const paragraph = Number.isFinite(most) ? paragraphUpTo(left, Math.ceil(most)) : left;
    const around = layoutAround(paragraph, box, floats, space, isFirst, columnEnd, context);
    const end = bottomOfLast(around.lines);
    const isEnough = end > room + linesAhead * size || paragraph === left;
    if (isEnough) return { paragraph, around };
    most = most * 4 + 1000;
  }
}

/** Floats hold the first line down, and the baseline grid does not. */
function isPushed(lines: readonly LineFragment[], { resume, grid }: Space): boolean {
  return !resume && !grid && (lines[0]?.y ?? 0) > epsilon;
}

/** Lines beyond the end of a page that still have a say in how those on it are broken. */
const linesAhead = 12;

/** Index after the last line to place, and how good a place that is to break at. */
interface End {
  readonly to: number;
  readonly appeal: Appeal;
  /** How much more room the next line needs. */
  readonly shortage: number;
  /** Where all lines fit: the last good place to break at, if there has to be one. */
  readonly early: EarlyBreak | null;
}

/** As many lines as there is room for, orphans and widows respected where that is possible. */
function findEnd(
  lines: readonly LineFragment[],
  from: number,
  count: number,
  box: LinesBox,
  { fragmentainer, breakAt }: Space,
  isPushedDown = false,
): End {
  const shortage = Number.POSITIVE_INFINITY;
  const whole: End = { to: count, appeal: appeals.perfect, shortage, early: null };
  if (!fragmentainer) return whole;
  let to = from;
  for (const line of lines) {
    if (line.y + line.height > fragmentainer.room + epsilon) break;
    to++;
  }
  const next = lines[to - from];
  const missing = next ? next.y + next.height - fragmentainer.room : shortage;
  if (fragmentainer.atTop && !isPushedDown) to = Math.max(to, Math.min(count, from + 1));
  const { orphans, widows } = box.style;
  const isFirst = fragmentainer.kind === 'column' && fragmentainer.atTop;
  const givesUp = isFirst && orphans > 1 && widows > 1;
  // Enough lines must stay in this column and enough be left for the next.
  const endUpTo = (last: number): EarlyBreak | null => {
    const most = Math.min(last, count - widows);
    const isGood = most > from && most - from >= orphans;
    const at = isGood ? most : Math.min(last, count - 1);
    // A paragraph that begins a column gets nowhere by moving: it gives up widows, as browsers do.
    if (!isGood && givesUp && at - from >= orphans)
      return { place: { index: at, inside: null }, appeal: appeals.perfect };
    if (at <= from) return null;
    const appeal = isGood ? appeals.perfect : appeals.lonelyLines;
    return { place: { index: at, inside: null }, appeal };
  };
  const asked = breakAt && endUpTo(breakAt.index);
  if (asked) return { to: asked.place.index, appeal: asked.appeal, shortage, early: null };
  const end = endUpTo(to);
  if (to >= count) return { ...whole, early: end };
  if (!end) return { to: from, appeal: appeals.lastResort, shortage: missing, early: null };
  return { to: end.place.index, appeal: end.appeal, shortage: missing, early: null };
}

/** Lines of one width from a place in the words on; broken once. */
function stackLines(
  box: LinesBox,
  start: TextPosition | null,
  width: number,
  height: number | null,
  columnEnd: number | null,
  context: LayoutContext,
): StackedLines {
  const known = stacksOfLines(context).get(box);
  const own = hasAtoms(box) ? height : null;
  const same = known?.find(
    (one) =>
      one.width === width &&
      one.height === own &&
      one.columnEnd === columnEnd &&
      one.start?.item === start?.item &&
      one.start?.offset === start?.offset,
  );
  if (same) return same.stacked;
  const whole = paragraphOf(box, width, height, context);
  const paragraph = start ? paragraphFrom(whole, start) : whole;
  const column = { widthPt: width, lastLine: columnEnd };
  const stacked = breakAndStack(paragraph, box, column, start === null, context);
  const made: Stack = { width, height: own, columnEnd, start, stacked };
  if (known) known.push(made);
  else stacksOfLines(context).set(box, [made]);
  return stacked;
}

function breakAndStack(
  paragraph: Paragraph,
  box: LinesBox,
  column: ParagraphColumn,
  isFirst: boolean,
  context: LayoutContext,
): StackedLines {
  const { widthPt: width } = column;
  const style = paragraphStyleOf(box, width);
  const own = isFirst ? style : styleOfRest(style);
  const broken =
    paragraph.items.length === 0 ? [] : context.paragraphs.lines(paragraph.items, own, column);
  const lines: LineFragment[] = [];
  const outOfFlow: { line: number; waiting: OutOfFlow }[] = [];
  let y = 0;
  for (const [index, line] of broken.entries()) {
    const laid = layoutLineBox(line, paragraph, box, width, context);
    lines.push(moveFragment(laid.fragment, { x: 0, y }));
    for (const one of laid.outOfFlow) {
      const position = { x: one.position.x, y: one.position.y + y };
      outOfFlow.push({ line: index, waiting: { ...one, position } });
    }
    y += laid.fragment.height;
  }
  const settled = placeInInlines(
    lines,
    waitingInLines(paragraph, box, width, broken, lines),
    context,
  );
  outOfFlow.push(...settled.waiting);
  return { broken, lines: settled.lines, outOfFlow };
}

/** Paragraphs without atoms and percentages are the same at every width; they are shaped once. */
function paragraphOf(
  box: LinesBox,
  width: number,
  height: number | null,
  context: LayoutContext,
): Paragraph {
  const cached = plainParagraphs(context).get(box);
  if (cached) return cached;
  const paragraph = buildParagraph(box, width, height, context);
  const isPlain = box.content.every((content) => content.kind === 'text');
  if (isPlain) plainParagraphs(context).set(box, paragraph);
  return paragraph;
}

/** What will be set of boxes of text alone, in their order: work that can be begun ahead. */
export function comingParagraphs(
  boxes: Iterable<Box>,
  context: LayoutContext,
): readonly ComingParagraph[] {
  const coming: ComingParagraph[] = [];
  for (const box of boxes) {
    if (box.kind !== 'lines' || box.firstLine) continue;
    if (!box.content.every((content) => content.kind === 'text')) continue;
    const { items } = paragraphOf(box, 0, null, context);
    if (items.length > 0) coming.push({ items, style: paragraphStyleOf(box, 0) });
  }
  return coming;
}

function hasAtoms(box: LinesBox): boolean {
  return box.content.some(({ kind }) => kind === 'atom');
}

/** Widths of the paragraph on its own; percentages count as 0 (css-sizing-3 §5.2). */
export function measureLines(
  box: LinesBox,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  if (box.firstLine) {
    const { firstLine, ...plain } = box;
    const first = measureLines(firstLine, height, context);
    const others = measureLines(plain, height, context);
    const minContentPt = Math.max(first.minContentPt, others.minContentPt);
    return { minContentPt, maxContentPt: Math.max(minContentPt, first.maxContentPt) };
  }
  const style = paragraphStyleOf(box, 0);
  if (holdsFloats(box, context)) return measureWithFloats(box, style, height, context);
  if (!hasAtoms(box)) return measureItems(paragraphOf(box, 0, null, context).items, style, context);
  return measureWithAtoms(box, style, height, context);
}

/** Atoms among the words are as narrow, or as wide, as they can be. */
function measureWithAtoms(
  box: LinesBox,
  style: ParagraphStyle,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const measured = (kind: 'minContentPt' | 'maxContentPt') =>
    measureItems(buildMeasuredItems(box, kind, height, context), style, context)[kind];
  return { minContentPt: measured('minContentPt'), maxContentPt: measured('maxContentPt') };
}

/** Floats among the words stand beside them where there is room, and never get narrower. */
function measureWithFloats(
  box: LinesBox,
  style: ParagraphStyle,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const widths = box.content.flatMap((one) =>
    one.kind === 'atom' && isFloat(one.box)
      ? [measureOuter(one.box, context, { around: height, fixed: null })]
      : [],
  );
  const words = measureWithAtoms(box, style, height, context);
  return {
    minContentPt: Math.max(words.minContentPt, ...widths.map((one) => one.minContentPt)),
    maxContentPt: widths.reduce((sum, one) => sum + one.maxContentPt, words.maxContentPt),
  };
}

function measureItems(
  items: readonly InlineItem[],
  style: ParagraphStyle,
  context: LayoutContext,
): IntrinsicWidths {
  if (items.length === 0) return { minContentPt: 0, maxContentPt: 0 };
  return context.paragraphs.widths(items, style);
}
