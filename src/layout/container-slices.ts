/**
 * Flex and grid containers over columns and pages (css-flexbox-1 §10, css-grid-2 §12): laid out in
 * one piece, then cut between lines or rows, and inside the items of one where that is better.
 * Deviation: rows are not laid out anew for a page of another width.
 */
import type { FlexBox, GridBox } from './box.ts';
import { carryOutOfFlow, moveFragment, sliceEdges } from './box-fragment.ts';
import { type Appeal, appeals, type EarlyBreak } from './break-appeal.ts';
import { isBreakAvoided, isBreakForced, isMonolithic, wantedSide } from './break-rules.ts';
import {
  type BrokenRow,
  breakRow,
  type ContainerRow,
  type Item,
  type RowRest,
  rowsOf,
} from './container-rows.ts';
import { contentBottom } from './content-bottom.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { noMargin } from './margin.ts';
import { endedRest, withParallel } from './parallel-flows.ts';
import { restAt } from './rest.ts';
import { isEnd } from './slice.ts';
import {
  epsilon,
  type Fragmentainer,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  type ParallelFlow,
  type Rest,
  type Space,
} from './space.ts';

/** What of the container stands in this column or page. */
interface Slice {
  readonly children: readonly Fragment[];
  /** Rows whose items have ended, where content runs out of them. */
  readonly parallel: readonly ParallelFlow[];
  /** Positioned boxes in items that are cut, which wait for all pieces of their containing blocks. */
  readonly held: readonly OutOfFlow[];
  /** Of the last row in it. */
  readonly bottom: number;
  readonly rest: Rest | null;
  readonly early: EarlyBreak | null;
  /** Heights in the whole container between which its positioned boxes are this slice's. */
  readonly from: number;
  readonly to: number;
  /** How far what stands there is moved. */
  readonly shift: number;
}

/** The piece of a container that goes into this column or page. */
export function layoutSlice(box: FlexBox | GridBox, space: Space, context: LayoutContext): Laid {
  const whole = context.layoutChild(box, {
    ...space,
    fragmentainer: null,
    resume: null,
    breakAt: undefined,
  });
  const { fragmentainer } = space;
  if (!fragmentainer) return whole;
  const rows = rowsOf(box, whole.fragment);
  const isColumn = fragmentainer.kind === 'column';
  const high = isColumn ? contentBottom(whole.fragment) : 0;
  const fits = Math.max(whole.fragment.height, high) <= fragmentainer.room + epsilon;
  const mayFit = space.resume === null && fits && !space.breakAt;
  if (mayFit && !rows.some((_, index) => isForcedBefore(rows, index, space))) {
    return { ...whole, early: bestBefore(rows, rows.length, space) };
  }
  const slice = cut(rows, whole.fragment, space, fragmentainer, context);
  const piece = pieceOf(whole, rows, slice, space);
  // The rows fit, but not the edge below them: one goes along with that.
  const early =
    slice.rest || isEnd(piece.rest) || space.breakAt ? null : bestBefore(rows, rows.length, space);
  if (!early || early.appeal === appeals.lastResort) return piece;
  const again = cut(
    rows,
    whole.fragment,
    { ...space, breakAt: early.place },
    fragmentainer,
    context,
  );
  return pieceOf(whole, rows, again, space);
}

/** Row by row, until there is no more room. */
function cut(
  rows: readonly ContainerRow[],
  fragment: BoxFragment,
  space: Space,
  fragmentainer: Fragmentainer,
  context: LayoutContext,
): Slice {
  const { resume, breakAt } = space;
  const first = resume?.index ?? 0;
  const width =
    fragment.width -
    fragment.border.left -
    fragment.border.right -
    fragment.padding.left -
    fragment.padding.right;
  const { room } = fragmentainer;
  const children: Fragment[] = [];
  const parallel: ParallelFlow[] = [];
  const held: OutOfFlow[] = [];
  const from = resume ? (rows[first]?.top ?? fragment.height) : 0;
  let bottom = resume ? 0 : edgeAbove(fragment);
  const stop = (index: number, appeal: Appeal, shortage: number, forced = false): Slice => {
    const early = forced || breakAt ? null : bestBefore(rows, index, space);
    const isBetter = early !== null && early.appeal > appeal;
    if (early && isBetter)
      return cut(rows, fragment, { ...space, breakAt: early.place }, fragmentainer, context);
    const rest = { ...restAt(index, null, forced), appeal, shortage };
    const to = rows[index]?.top ?? fragment.height;
    const shift = bottom - (rows[index - 1]?.bottom ?? bottom);
    return { children, parallel, held, bottom, rest, early: null, from, to, shift };
  };
  const add = (broken: BrokenRow, top: number) => {
    const by = { x: 0, y: top };
    children.push(...broken.fragments.map((one) => moveFragment(one, by)));
    for (const one of broken.held) held.push(...carryOutOfFlow([one], by, children.length - 1));
  };
  for (const { index, resume: from } of resume?.parallel ?? []) {
    const row = rows[index];
    if (!row || !from?.beside) continue;
    const broken = breakRow(row, from.beside, from.consumed, fragmentainer, width, context);
    add(broken, 0);
    parallel.push(...flowOfRow(index, broken, from.consumed));
  }
  for (let index = first; index < rows.length; index++) {
    const row = rows[index];
    const before = rows[index - 1];
    if (!row) break;
    const rest = index === first ? (resume?.beside ?? null) : null;
    const isFirst = index === first;
    const top = !isFirst ? bottom + row.top - (before?.bottom ?? 0) : resume ? 0 : row.top;
    const appeal = appealBefore(rows, index, space);
    if (!isFirst && isForcedBefore(rows, index, space)) {
      const side = sideBefore(rows, index);
      const slice = stop(index, appeals.perfect, Number.POSITIVE_INFINITY, true);
      return { ...slice, rest: slice.rest && { ...slice.rest, side } };
    }
    if (breakAt?.index === index) return stop(index, appeal, Number.POSITIVE_INFINITY);
    const left = room - top;
    const runsOut =
      fragmentainer.kind === 'column' &&
      row.items.some((one) => endOf(one) > row.top + left + epsilon);
    if (!rest && !runsOut && row.bottom - row.top <= left + epsilon) {
      const by = { x: 0, y: top - row.top };
      children.push(...row.items.map((item) => moveFragment(item.fragment, by)));
      bottom = top + row.bottom - row.top;
      continue;
    }
    const atTop = fragmentainer.atTop && top <= epsilon;
    const passed = rest ? (resume?.consumed ?? 0) : 0;
    const broken: BrokenRow = breakRow(
      row,
      rest,
      passed,
      { ...fragmentainer, room: left, atTop },
      width,
      context,
    );
    const missing = Math.min(broken.shortage, row.bottom - row.top - left);
    const mayStay = atTop || (left > epsilon && broken.appeal >= appeal);
    if (broken.rest && !mayStay) return stop(index, appeal, missing);
    if (!broken.rest && !atTop && broken.height > left + epsilon)
      return stop(index, appeal, missing);
    add(broken, top);
    bottom = top + broken.height;
    if (!broken.rest) continue;
    if (broken.rest.every(isEnd)) {
      bottom = Math.max(bottom, top + row.bottom - row.top - passed);
      parallel.push(...flowOfRow(index, broken, passed + broken.height));
      continue;
    }
    const beside: RowRest = broken.rest;
    const consumed = passed + Math.max(broken.height, left);
    const own = { ...restAt(index, null, false), beside, consumed };
    return {
      children,
      parallel,
      held,
      bottom,
      rest: { ...own, appeal: broken.appeal, shortage: missing },
      early: null,
      from,
      to: rows[index + 1]?.top ?? fragment.height,
      shift: top - row.top,
    };
  }
  const last = rows.at(-1);
  const shift = last ? bottom - last.bottom : 0;
  const to = fragment.height + 1;
  return { children, parallel, held, bottom, rest: null, early: null, from, to, shift };
}

/** What of a row whose items have ended runs out of them. */
function flowOfRow(
  index: number,
  { rest, appeal, shortage }: BrokenRow,
  consumed: number,
): readonly ParallelFlow[] {
  if (!rest) return [];
  const resume = { ...restAt(index, null, false), beside: rest, consumed };
  return [{ index, resume, appeal, shortage }];
}

/** Where an item ends, and what runs out of it, in the whole container. */
function endOf({ box, fragment, y }: Item): number {
  if (isMonolithic(box, 'column')) return y + fragment.height;
  return y + Math.max(fragment.height, contentBottom(fragment));
}

function edgeAbove({ border, padding }: BoxFragment): number {
  return border.top + padding.top;
}

/** How good a break before a row is: none before the first. */
function appealBefore(rows: readonly ContainerRow[], index: number, space: Space): Appeal {
  if (index === 0) return appeals.lastResort;
  const kind = space.fragmentainer?.kind ?? 'page';
  const avoids = pairs(rows, index).some(([one, other]) => isBreakAvoided(one, other, kind));
  return avoids ? appeals.avoided : appeals.perfect;
}

function isForcedBefore(rows: readonly ContainerRow[], index: number, space: Space): boolean {
  const { fragmentainer } = space;
  if (index === 0 || !fragmentainer) return false;
  const { kind, page } = fragmentainer;
  return pairs(rows, index).some(([one, other]) => isBreakForced(one, other, kind, page));
}

function sideBefore(rows: readonly ContainerRow[], index: number) {
  return (
    pairs(rows, index)
      .map(([one, other]) => wantedSide(one, other))
      .find((side) => side) ?? null
  );
}

/** Each item of a row with each of the row before. */
function pairs(rows: readonly ContainerRow[], index: number) {
  const above = rows[index - 1]?.items ?? [];
  const below = rows[index]?.items ?? [];
  return above.flatMap((one) => below.map((other) => [one.box, other.box] as const));
}

/** The best place to break between rows before `end`. */
function bestBefore(rows: readonly ContainerRow[], end: number, space: Space): EarlyBreak | null {
  let best: EarlyBreak | null = null;
  for (let index = (space.resume?.index ?? 0) + 1; index < end; index++) {
    const appeal = appealBefore(rows, index, space);
    if (!best || appeal >= best.appeal) best = { place: { index, inside: null }, appeal };
  }
  return best;
}

/** The container's fragment around a slice. */
function pieceOf(
  whole: Laid,
  rows: readonly ContainerRow[],
  slice: Slice,
  { resume, fragmentainer }: Space,
): Laid {
  const { fragment } = whole;
  const isFirst = resume === null;
  const hasEnded = resume?.ended === true;
  const room = fragmentainer?.room ?? Number.POSITIVE_INFINITY;
  const below = fragment.height - (rows.at(-1)?.bottom ?? edgeAbove(fragment));
  const passed = resume && resume.index >= rows.length ? resume.consumed : 0;
  const natural = slice.bottom + Math.max(0, below - passed);
  // A container that goes on reaches to the end of the column or page.
  const end = Number.isFinite(room) ? Math.max(slice.bottom, room) : slice.bottom;
  const isTooHigh = natural > Math.max(room, slice.bottom) + epsilon && below > epsilon;
  const cutBelow: Rest | null = isTooHigh
    ? {
        ...restAt(rows.length, null, false),
        consumed: passed + end - slice.bottom,
        shortage: natural - room,
        appeal: appeals.lastResort,
      }
    : null;
  // A container of set height ends where that does, whatever its rows still need.
  const isShort = isFirst && below < -epsilon && fragment.height <= room + epsilon;
  const endsHere = hasEnded || (isShort && fragmentainer?.kind === 'column');
  const left = slice.rest ?? cutBelow;
  const main = left && endsHere ? { ...left, ended: true as const } : left;
  const rest = main ? withParallel(main, slice.parallel) : endedRest(rows, slice.parallel, 0);
  const isLast = isEnd(rest);
  const height = hasEnded ? 0 : endsHere ? fragment.height : isLast ? natural : end;
  const isHere = (y: number) =>
    (isFirst || y > slice.from - epsilon) && (isLast || y < slice.to - epsilon);
  const by = { x: 0, y: slice.shift };
  const positioned = fragment.children.filter((child) => !isItem(child) && isHere(child.y));
  const children = [...slice.children, ...positioned.map((child) => moveFragment(child, by))];
  return {
    ...whole,
    rest,
    early: null,
    fragment: {
      ...fragment,
      children,
      height,
      border: sliceEdges(fragment.border, isFirst, isLast && !hasEnded),
      padding: sliceEdges(fragment.padding, isFirst, isLast && !hasEnded),
      frame: fragment.frame && isFirst && isLast,
    },
    marginTop: isFirst ? whole.marginTop : noMargin,
    marginBottom: isLast ? whole.marginBottom : noMargin,
    outOfFlow: [
      ...whole.outOfFlow
        .filter(({ position }) => isHere(position.y))
        .map((one) => ({
          ...one,
          position: { x: one.position.x, y: one.position.y + slice.shift },
          after: Math.min(one.after, children.length - 1),
        })),
      ...slice.held,
    ],
  };
}

function isItem(child: Fragment): boolean {
  return (
    child.kind === 'box' && child.style.position !== 'absolute' && child.style.position !== 'fixed'
  );
}
