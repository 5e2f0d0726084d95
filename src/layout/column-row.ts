/**
 * One row of columns (css-multicol-1 §7, §8): filled one by one, made as low as they can be where they
 * are balanced, and continued beside the box where nothing else takes what is left over.
 */
import type { Box, ColumnsBox } from './box.ts';
import { type Appeal, appeals, leastAppeal, type Strain } from './break-appeal.ts';
import type { ColumnRow } from './column-thread.ts';
import type { ColumnWidths } from './column-widths.ts';
import { contentBottom } from './content-bottom.ts';
import type { BoxFragment } from './fragment.ts';
import type { LineGrid } from './line-grid.ts';
import { type MarginStrut, noMargin } from './margin.ts';
import { isHeldHere, placeInColumns } from './positioned-in-columns.ts';
import { isSamePoint } from './rest.ts';
import {
  epsilon,
  fixedSpace,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  type Rest,
  type Space,
} from './space.ts';
import { spannerAt } from './spanners.ts';

/** The columns of a row, and the baseline grid from its top on. */
export interface Columns extends ColumnWidths {
  readonly grid?: LineGrid | undefined;
  /** For percentages; null where it is not known. */
  readonly percentHeight: number | null;
}

/** A row of columns, before what is positioned in them has its place. */
export interface ColumnsPart extends ColumnRow {
  readonly kind: 'columns';
  readonly sizes: Columns;
  /** Of the row. */
  readonly height: number;
}

export interface SpannerPart {
  readonly kind: 'spanner';
  readonly fragment: BoxFragment;
  readonly outOfFlow: readonly OutOfFlow[];
}

export type Part = ColumnsPart | SpannerPart;

/** One row of columns, or a box that spans them all. */
export interface Row<P extends Part = Part> {
  readonly part: P;
  readonly height: number;
  readonly rest: Rest | null;
  /** Where the columns' content stands at the box that spans them next; null: there is none. */
  readonly stop: Rest | null;
  /** Margin at its end that the next spanning box's may meet. */
  readonly below: MarginStrut;
  /** Which rules its breaks go against; the worst where it does not fit. */
  readonly appeal: Appeal;
  /** How much more room would have helped. */
  readonly shortage: number;
  /** Of columns that were held to the limit. */
  readonly strain: Strain | undefined;
}

/** How high columns may be. */
export interface Limit {
  /** Infinite where nothing limits them. */
  readonly left: number;
  /** What is left over goes on to the next page or row; otherwise further columns hold it. */
  readonly flowsOn: boolean;
  /** The column around is itself being balanced, and has no height yet. */
  readonly isTrial?: true;
  /** The limit is the row's own height: the next row of the box takes what is left over. */
  readonly endsRow?: true;
}

/** What a row is laid out in. */
export interface RowInput {
  readonly box: ColumnsBox;
  readonly content: Box;
  readonly columns: Columns;
  readonly limit: Limit;
  readonly resume: Rest | null;
  /** They stand on a page, in columns or not. */
  readonly isOnPage: boolean;
  /** Columns around cut the container, before these or after: what is positioned waits for all. */
  readonly isCut: (rest: Rest | null) => boolean;
  /** Rows in which blocks begin that hold positioned boxes. */
  readonly above: () => readonly ColumnRow[];
}

/** Lays out a row from `resume` on. */
export function layoutRow(input: RowInput, context: LayoutContext): Row<ColumnsPart> {
  const { box, columns, limit } = input;
  const most = limit.flowsOn ? columns.count : Number.POSITIVE_INFINITY;
  let height = limit.left;
  // Without any limit the first column takes all.
  const isFilled = box.style.columnFill === 'auto' && !limit.isTrial;
  let filled = isFilled ? fillColumns(input, height, most, context) : null;
  // What comes before a spanning box is balanced all the same (§7.1).
  if (!filled || filled.stop) {
    height = Math.min(limit.left, balancedHeight(input, context));
    filled = fillColumns(input, height, most, context);
  }
  const high = Math.min(Math.max(filled.height, ...filled.bottoms), Math.max(0, height));
  const room = Math.max(leastHeight, height);
  // Content that more columns than any text needs cannot hold is overset, not the next page's.
  const isTooHigh = filled.height > limit.left + epsilon;
  const appeal = isTooHigh ? appeals.lastResort : filled.appeal;
  const shortage = isTooHigh ? filled.height - limit.left : filled.shortage;
  const isHeld = limit.flowsOn && height >= limit.left - epsilon;
  return {
    part: {
      kind: 'columns',
      columns: filled.columns,
      room,
      sizes: columns,
      height: high,
    },
    height: high,
    rest: limit.flowsOn || filled.rest?.endsPage ? filled.rest : null,
    stop: filled.stop,
    below: noMargin,
    appeal,
    shortage,
    strain: isHeld ? { appeal, shortage } : undefined,
  };
}

interface Filled {
  /** Without what is positioned in them. */
  readonly columns: readonly Laid[];
  /** With those that positioned boxes alone reach. */
  readonly count: number;
  /** Of the highest column. */
  readonly height: number;
  readonly rest: Rest | null;
  /** Where all but what spans the columns next has its place: there is no rest then. */
  readonly stop: Rest | null;
  /** Which rules the breaks between columns go against. */
  readonly appeal: Appeal;
  /** The least that would let a column hold something more. */
  readonly shortage: number;
  /** Where positioned boxes end in each column. */
  readonly bottoms: readonly number[];
}

/** More columns than any content needs: one that gets no further must stop. */
const columnLimit = 2000;
/** Columns without height still hold something each (css-break-3 §4.4: progress): 1 CSS px. */
const leastHeight = 0.75;

/** Lays out column by column until the content ends, or there are `most`. */
function fillColumns(
  { content, columns, resume, above, isOnPage, isCut }: RowInput,
  height: number,
  most: number,
  context: LayoutContext,
): Filled {
  const laid: Laid[] = [];
  let rest = resume;
  let appeal: Appeal = appeals.perfect;
  let shortage = Number.POSITIVE_INFINITY;
  do {
    const column: Laid = context.layoutChild(content, columnSpace(columns, height, isOnPage, rest));
    laid.push(column);
    const isStuck = column.rest !== null && isSamePoint(column.rest, rest);
    rest = column.rest;
    const { strain } = column;
    if (strain) appeal = leastAppeal(appeal, strain.appeal);
    if (strain && strain.shortage > 0) shortage = Math.min(shortage, strain.shortage);
    if (spannerAt(content, rest)) break;
    if (rest) appeal = leastAppeal(appeal, appealOf(rest));
    if (rest && !rest.forced && isBare(column)) appeal = appeals.lastResort;
    if (rest && !rest.forced && rest.shortage > 0) shortage = Math.min(shortage, rest.shortage);
    if (isStuck || rest?.endsPage) break;
  } while (rest && laid.length < Math.min(most, columnLimit));
  const high = highest(laid);
  const positioned = isCut(rest)
    ? nonePositioned(laid)
    : positionedIn(laid, Math.max(leastHeight, height), above, context);
  shortage = Math.min(shortage, positioned.shortage);
  const { bottoms, count } = positioned;
  const isAtSpanner = spannerAt(content, rest) !== null;
  const ends = { rest: isAtSpanner ? null : rest, stop: isAtSpanner ? rest : null };
  return { columns: laid, count, height: high, ...ends, appeal, shortage, bottoms };
}

function nonePositioned({ length }: readonly Laid[]) {
  return { bottoms: [], shortage: Number.POSITIVE_INFINITY, count: length };
}

/** A column in which nothing has a height is no better than none. */
function isBare({ fragment, outOfFlow }: Laid): boolean {
  const isFlat = fragment.children.every(
    (child) => child.kind === 'box' && child.height === 0 && contentBottom(child) === 0,
  );
  return isFlat && outOfFlow.length === 0;
}

/** What is positioned in columns: where it ends, and how many columns it is that it reaches. */
function positionedIn(
  columns: readonly Laid[],
  room: number,
  above: RowInput['above'],
  context: LayoutContext,
) {
  const isPlain = columns.every(({ outOfFlow }) => !outOfFlow.some(isHeldHere));
  if (isPlain) return nonePositioned(columns);
  const rows = [...above(), { columns, room }];
  const { rows: placed, bottoms, shortage } = placeInColumns(rows, rows.length - 1, context);
  return { bottoms, shortage, count: placed.at(-1)?.length ?? 0 };
}

/** Which rules the end of a column goes against, whatever goes on after it. */
function appealOf({ forced, appeal, parallel = [] }: Rest): Appeal {
  const own = forced ? appeals.perfect : appeal;
  return parallel.reduce((least, flow) => leastAppeal(least, flow.appeal), own);
}

function highest(laid: readonly Laid[]): number {
  return laid.reduce((most, { fragment }) => Math.max(most, contentHeight(fragment)), 0);
}

/** A column's height, with margins below its content and what runs out of boxes in it. */
function contentHeight(column: BoxFragment): number {
  return Math.max(column.height, contentBottom(column));
}

function columnSpace(
  { width, grid, percentHeight }: Columns,
  height: number,
  isOnPage: boolean,
  resume: Rest | null,
): Space {
  const room = Math.max(leastHeight, height);
  return {
    ...fixedSpace(width, percentHeight, width, null),
    fragmentainer: {
      kind: 'column',
      room,
      size: room,
      atTop: true,
      page: '',
      isOnPage,
      holdsPositioned: true,
    },
    resume,
    grid,
  };
}

/** Longer searches end with what was found so far. */
const mostPasses = 200;

/**
 * The height at which everything fits (css-multicol-1 §7.1): an even share of what stands between
 * two forced breaks, raised step by step by the least that lets a column hold something more.
 */
function balancedHeight(input: RowInput, context: LayoutContext): number {
  const { columns, limit } = input;
  // As high as it likes: parted by forced breaks alone.
  const endless = Number.POSITIVE_INFINITY;
  const free = fillColumns(input, endless, endless, context);
  // Of several pages only the last is balanced, unless all are asked to be (§7.1).
  const isLastPage = !free.rest?.endsPage || input.box.style.columnFill === 'balance-all';
  if (!isLastPage && Number.isFinite(limit.left)) return limit.left;
  const runs = free.columns.map(({ fragment }, index) =>
    Math.max(contentHeight(fragment), free.bottoms[index] ?? 0),
  );
  const tallest = Math.max(...runs);
  const most = Math.max(columns.count, runs.length);
  // On a baseline grid a margin that ends at a break may have taken a whole line.
  const share = evenShare(runs, columns.count) * (columns.grid ? gridShare : 1);
  let height = Math.min(tallest, share);
  for (let pass = 0; pass < mostPasses && height < Math.min(limit.left, tallest); pass++) {
    const filled = fillColumns(input, height, most, context);
    const isHigh = filled.height > height + epsilon;
    const isAtEnd = filled.rest === null || filled.rest.endsPage === true;
    const isWhole = isAtEnd && filled.count <= most;
    if (isWhole && filled.appeal === appeals.perfect && !isHigh) break;
    const step = isHigh ? filled.height - height : filled.shortage;
    height = Math.min(tallest, height + Math.max(leastStep, step));
  }
  return height;
}

/** Height steps finer than this show nowhere (0.0007 mm). */
const leastStep = 0.002;
const gridShare = 0.75;

/** The height of the highest column when runs of content are parted evenly into that many. */
function evenShare(runs: readonly number[], count: number): number {
  const parts = runs.map(() => 1);
  const share = (index: number) => (runs[index] ?? 0) / (parts[index] ?? 1);
  const highestRun = () =>
    runs.reduce((best, _, index) => (share(index) > share(best) ? index : best), 0);
  for (let used = runs.length; used < count; used++) {
    const index = highestRun();
    parts[index] = (parts[index] ?? 1) + 1;
  }
  return share(highestRun());
}
