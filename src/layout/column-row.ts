/**
 * One row of columns (css-multicol-1 §7, §8): filled one by one, made as low as they can be where they
 * are balanced, and continued beside the box where nothing else takes what is left over.
 */
import { anonymousStyle } from '../style/index.ts';
import type { Box, ColumnsBox } from './box.ts';
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import { type Appeal, appeals, leastAppeal, type Strain } from './break-appeal.ts';
import type { ColumnWidths } from './column-widths.ts';
import { contentBottom } from './content-bottom.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import type { LineGrid } from './line-grid.ts';
import { type MarginStrut, noMargin } from './margin.ts';
import { placeInColumns } from './positioned-in-columns.ts';
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

/** One row of columns, or a box that spans them all. */
export interface Row {
  readonly children: readonly Fragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly height: number;
  readonly rest: Rest | null;
  /** Where the columns' content stands at the box that spans them next; null: there is none. */
  readonly stop: Rest | null;
  /** There are more columns than the box has room for. */
  readonly isOverset: boolean;
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
  /** What is left over goes on to the next page; otherwise further columns hold it. */
  readonly flowsOn: boolean;
}

/** Lays out a row from `resume` on. */
export function layoutRow(
  box: ColumnsBox,
  content: Box,
  columns: Columns,
  limit: Limit,
  resume: Rest | null,
  context: LayoutContext,
): Row {
  const most = limit.flowsOn ? columns.count : Number.POSITIVE_INFINITY;
  const fillTo = (height: number) => fillColumns(content, columns, height, most, resume, context);
  const isFilled = box.style.columnFill === 'auto' && Number.isFinite(limit.left);
  let height = limit.left;
  let filled = isFilled ? fillTo(height) : null;
  // What comes before a spanning box is balanced all the same (§7.1).
  if (!filled || filled.stop) {
    height = Math.min(limit.left, balancedHeight(content, columns, limit, resume, context));
    filled = fillTo(height);
  }
  const high = Math.min(Math.max(filled.height, ...filled.bottoms), Math.max(0, height));
  const row = placeColumns(filled, high, columnRules(box, columns, filled, high), columns);
  // Content that more columns than any text needs cannot hold is overset, not the next page's.
  const isTooHigh = filled.height > limit.left + epsilon;
  const appeal = isTooHigh ? appeals.lastResort : filled.appeal;
  const shortage = isTooHigh ? filled.height - limit.left : filled.shortage;
  const isHeld = limit.flowsOn && height >= limit.left - epsilon;
  const strain = isHeld ? { appeal, shortage } : undefined;
  return { ...row, rest: limit.flowsOn ? row.rest : null, appeal, shortage, strain };
}

interface Filled {
  readonly columns: readonly Laid[];
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
  content: Box,
  columns: Columns,
  height: number,
  most: number,
  resume: Rest | null,
  context: LayoutContext,
): Filled {
  const laid: Laid[] = [];
  let rest = resume;
  let appeal: Appeal = appeals.perfect;
  let shortage = Number.POSITIVE_INFINITY;
  do {
    const column: Laid = context.layoutChild(content, columnSpace(columns, height, rest));
    laid.push(column);
    const isStuck = column.rest !== null && isSamePoint(column.rest, rest);
    rest = column.rest;
    const { strain } = column;
    if (strain) appeal = leastAppeal(appeal, strain.appeal);
    if (strain && strain.shortage > 0) shortage = Math.min(shortage, strain.shortage);
    if (spannerAt(content, rest)) break;
    if (rest) appeal = leastAppeal(appeal, appealOf(rest));
    if (rest && !rest.forced && rest.shortage > 0) shortage = Math.min(shortage, rest.shortage);
    if (isStuck) break;
  } while (rest && laid.length < Math.min(most, columnLimit));
  const high = highest(laid);
  const positioned = placeInColumns(laid, Math.max(leastHeight, height), context);
  shortage = Math.min(shortage, positioned.shortage);
  const { bottoms } = positioned;
  const isAtSpanner = spannerAt(content, rest) !== null;
  const ends = { rest: isAtSpanner ? null : rest, stop: isAtSpanner ? rest : null };
  return { columns: positioned.columns, height: high, ...ends, appeal, shortage, bottoms };
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
function balancedHeight(
  content: Box,
  columns: Columns,
  limit: Limit,
  resume: Rest | null,
  context: LayoutContext,
): number {
  // As high as it likes: parted by forced breaks alone.
  const endless = Number.POSITIVE_INFINITY;
  const free = fillColumns(content, columns, endless, endless, resume, context);
  const runs = free.columns.map(({ fragment }, index) =>
    Math.max(contentHeight(fragment), free.bottoms[index] ?? 0),
  );
  const tallest = Math.max(...runs);
  const most = Math.max(columns.count, runs.length);
  // On a baseline grid a margin that ends at a break may have taken a whole line.
  const share = evenShare(runs, columns.count) * (columns.grid ? gridShare : 1);
  let height = Math.min(tallest, share);
  for (let pass = 0; pass < mostPasses && height < Math.min(limit.left, tallest); pass++) {
    const filled = fillColumns(content, columns, height, most, resume, context);
    const isHigh = filled.height > height + epsilon;
    const isWhole = filled.rest === null && filled.columns.length <= most;
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

function placeColumns(
  filled: Filled,
  height: number,
  rules: readonly BoxFragment[],
  columns: Columns,
): Omit<Row, 'strain'> {
  const children: Fragment[] = [...rules];
  const outOfFlow: OutOfFlow[] = [];
  for (const [index, laid] of filled.columns.entries()) {
    const by = { x: index * (columns.width + columns.gap), y: 0 };
    children.push(moveFragment(laid.fragment, by));
    outOfFlow.push(...carryOutOfFlow(laid.outOfFlow, by, children.length - 1));
  }
  const isOverset = filled.columns.length > columns.count;
  const { rest, stop, appeal, shortage } = filled;
  return { children, outOfFlow, height, rest, stop, isOverset, below: noMargin, appeal, shortage };
}

const ruleStyles: ReadonlyMap<string, 'ridge' | 'groove'> = new Map([
  ['inset', 'ridge'],
  ['outset', 'groove'],
]);

/**
 * Rules stand in the middle of the gaps between columns that both have content (§4.5): boxes
 * without content whose left border is the rule.
 */
function columnRules(
  box: ColumnsBox,
  columns: Columns,
  filled: Filled,
  height: number,
): readonly BoxFragment[] {
  const { columnRuleWidth: width, columnRuleStyle, columnRuleColor } = box.style;
  if (columnRuleStyle === 'none' || columnRuleStyle === 'hidden' || width === 0) return [];
  const style = {
    ...anonymousStyle(box.style),
    borderLeftWidth: width,
    // §4.3: as in collapsed borders, `inset` is `ridge` and `outset` is `groove`.
    borderLeftStyle: ruleStyles.get(columnRuleStyle) ?? columnRuleStyle,
    borderLeftColor: columnRuleColor,
  };
  return Array.from(
    { length: Math.max(0, filled.columns.length - 1) },
    (_, index): BoxFragment => ({
      kind: 'box',
      x: (index + 1) * (columns.width + columns.gap) - (columns.gap + width) / 2,
      y: 0,
      width,
      height,
      style,
      element: null,
      border: { top: 0, right: 0, bottom: 0, left: width },
      padding: { top: 0, right: 0, bottom: 0, left: 0 },
      children: [],
      firstBaseline: null,
      lastBaseline: null,
      picture: null,
      frame: false,
    }),
  );
}
