/**
 * Inline formatting: a paragraph broken into lines, lines stacked, and as many of them placed as
 * the column or page has room for, with orphans and widows (css-break-3 §3.3).
 */
import type { Point } from '../base/index.ts';
import type { LinesBox } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import { bottomOf } from './exclusions.ts';
import { splitFirstLine } from './first-line.ts';
import { freshFloats, holdsFloats } from './floats.ts';
import type { LineFragment } from './fragment.ts';
import { gridAt, snapLines } from './line-grid.ts';
import { type LinesAround, layoutAround } from './lines-around.ts';
import { bottomOfLast, endsWithForbiddenHyphen, findEnd, restOf } from './lines-end.ts';
import { layoutLoneBox } from './lone-box.ts';
import type { Paragraph } from './paragraph.ts';
import { paragraphFrom, paragraphUpTo, startOfLine } from './paragraph-rest.ts';
import { perRun } from './per-run.ts';
import {
  epsilon,
  type FloatSpace,
  type LaidLines,
  type LayoutContext,
  type Space,
} from './space.ts';
import { paragraphOf, stackLines } from './stacked-lines.ts';
import { trimAbove, trimBelow } from './text-box.ts';
import { waitingInLines } from './waiting-in-lines.ts';

/** Places lines from `space.resume` on; with no room for the first ones, `rest` is the beginning. */
export function layoutLines(given: LinesBox, space: Space, context: LayoutContext): LaidLines {
  const lone = layoutLoneBox(given, space, (whole) => layoutLines(given, whole, context), context);
  if (lone) return lone;
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
  const waiting = waitingInLines(paragraph, box, space, around, context);
  const lines = around.lines.slice(0, to);
  return {
    lines,
    floating: among.flatMap(({ fragment }) => (fragment ? [fragment] : [])),
    height: isEnd ? Math.max(around.cleared, bottomOfLast(lines)) : bottomOfLast(lines),
    rest: restOf(around, end, start, null),
    early,
    outOfFlow: [
      ...among.flatMap(({ outOfFlow }) => outOfFlow),
      ...[...around.outOfFlow, ...waiting]
        .filter(({ line }) => line < to)
        .map((one) => one.waiting),
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
