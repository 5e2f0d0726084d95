/**
 * Columns (css-multicol-1): a flow laid out column by column, each going on where the one before
 * ended. Balanced columns are made as low as they can be; what spans all columns parts the content
 * into rows of columns.
 */

import { anonymousStyle } from '../style/index.ts';
import type { Box, ColumnsBox } from './box.ts';
import {
  buildBoxFragment,
  carryOutOfFlow,
  moveFragment,
  relativeOffset,
  sliceEdges,
} from './box-fragment.ts';
import { type ColumnWidths, computeColumns } from './column-widths.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { gridAt, gridInside, type LineGrid } from './line-grid.ts';
import { joinStruts, type MarginStrut, noMargin, strutOf, strutSize } from './margin.ts';
import { measureNatural } from './natural.ts';
import { isSamePoint, restAt } from './rest.ts';
import { computeEdges, computeUsedBox, usedHeight, usedMarginLeft } from './sizing.ts';
import {
  epsilon,
  fixedSpace,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Rest,
  type Space,
} from './space.ts';

/** The columns of a row, and the baseline grid from its top on. */
interface Columns extends ColumnWidths {
  readonly grid?: LineGrid | undefined;
  /** For percentages; null where it is not known. */
  readonly percentHeight: number | null;
}

/** One row of columns, or a box that spans them all. */
interface Row {
  readonly children: readonly Fragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly height: number;
  readonly rest: Rest | null;
  /** Margin at its end that the next spanning box's may meet. */
  readonly below: MarginStrut;
}

/** Lays out a column container. */
export function layoutColumns(box: ColumnsBox, space: Space, context: LayoutContext): Laid {
  const used = computeUsedBox(box.style, space, () => measureNatural(box, context));
  const { edges } = used;
  const first = space.resume === null;
  const top = first ? edges.border.top + edges.padding.top : 0;
  const columns = computeColumns(box.style, Math.max(0, used.width - edges.horizontal));
  const percentHeight = used.height === null ? null : Math.max(0, used.height - edges.vertical);
  const grid = gridInside(box.style, space.grid, top, context);
  const inner = { x: edges.border.left + edges.padding.left, y: top };
  const room = heightLimit(space, used.height === null ? null : used.height - edges.vertical, top);
  const children: Fragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  let y = 0;
  let rest: Rest | null = null;
  let above = noMargin;
  for (let index = space.resume?.index ?? 0; index < box.children.length && !rest; index++) {
    const segment = box.children[index] as Box;
    const resume = index === space.resume?.index ? space.resume.child : null;
    const here = { ...columns, grid: gridAt(grid, y), percentHeight };
    const limit = { ...room, left: room.left - y };
    const row = isSpanner(segment)
      ? layoutSpanner(segment, here, above, context)
      : layoutRow(box, segment, here, limit, resume, context);
    above = row.below;
    const by = { x: inner.x, y: inner.y + y };
    children.push(...row.children.map((child) => moveFragment(child, by)));
    outOfFlow.push(...carryOutOfFlow(row.outOfFlow, by, children.length - 1));
    y += row.height;
    if (row.rest)
      rest = { ...restAt(index, row.rest, false), consumed: (space.resume?.consumed ?? 0) + y };
  }
  const height = rest ? top + y : usedHeight(used, box.style, space, y);
  const fragment = buildBoxFragment({
    box,
    width: used.width,
    height,
    border: sliceEdges(edges.border, first, rest === null),
    padding: sliceEdges(edges.padding, first, rest === null),
    children,
    frame: used.frame,
  });
  return {
    fragment,
    rest,
    marginTop: first ? strutOf(edges.margin.top) : noMargin,
    marginBottom: rest ? noMargin : strutOf(edges.margin.bottom),
    through: false,
    outOfFlow,
  };
}

/** How high columns may be. */
interface Limit {
  /** Infinite where nothing limits them. */
  readonly left: number;
  /** What is left over goes on to the next page; otherwise it is overset. */
  readonly flowsOn: boolean;
}

/** A height that was set, or the end of the page or outer column, whichever comes first. */
function heightLimit(space: Space, height: number | null, top: number): Limit {
  const room = space.fragmentainer ? space.fragmentainer.room - top : Number.POSITIVE_INFINITY;
  if (height !== null && height <= room + epsilon) return { left: height, flowsOn: false };
  return { left: room, flowsOn: Number.isFinite(room) };
}

function layoutRow(
  box: ColumnsBox,
  segment: Box,
  columns: Columns,
  limit: Limit,
  resume: Rest | null,
  context: LayoutContext,
): Row {
  const isLast = segment === box.children.at(-1);
  const isFilled = isLast && box.style.columnFill === 'auto' && Number.isFinite(limit.left);
  const height = isFilled
    ? limit.left
    : balancedHeight(segment, columns, limit.left, resume, context);
  const filled = fillColumns(segment, columns, height, resume, context);
  const isOverset = filled.rest !== null && !limit.flowsOn;
  const laid = isOverset ? oversetColumns(segment, columns, height, resume, context) : filled;
  const rules = columnRules(box, columns, laid.columns.length, laid.height);
  return placeColumns(laid, rules, columns);
}

function isSpanner(segment: Box): boolean {
  return segment.kind !== 'lines' && segment.style.columnSpan === 'all';
}

/** `margin`: what the one before left below it, which meets this one's above (§6.1). */
function layoutSpanner(
  segment: Box,
  columns: Columns,
  margin: MarginStrut,
  context: LayoutContext,
): Row {
  const width = columns.count * (columns.width + columns.gap) - columns.gap;
  const space = { ...openSpace(width, null), grid: columns.grid };
  const laid = context.layoutChild(segment, space);
  const edges = computeEdges(segment.style, width);
  const shift = relativeOffset(segment.style, space);
  const above = strutSize(joinStruts(margin, laid.marginTop)) - strutSize(margin);
  const x = usedMarginLeft(segment.style, edges, width, laid.fragment.width);
  const by = { x: x + shift.x, y: above + shift.y };
  return {
    children: [moveFragment(laid.fragment, by)],
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
    height: above + laid.fragment.height + strutSize(laid.marginBottom),
    rest: null,
    below: laid.marginBottom,
  };
}

interface Filled {
  readonly columns: readonly Laid[];
  /** Of the highest column. */
  readonly height: number;
  readonly rest: Rest | null;
  /** A break between two columns goes against orphans, widows or `avoid`. */
  readonly strained: boolean;
}

/** Lays out column by column until the content or the columns end. */
function fillColumns(
  segment: Box,
  columns: Columns,
  height: number,
  resume: Rest | null,
  context: LayoutContext,
): Filled {
  const laid: Laid[] = [];
  let rest = resume;
  let strained = false;
  for (let index = 0; index < columns.count; index++) {
    const column: Laid = context.layoutChild(segment, columnSpace(columns, height, rest));
    laid.push(column);
    const isStuck = column.rest !== null && isSamePoint(column.rest, rest);
    rest = column.rest;
    if (rest?.strained) strained = true;
    if (!rest || isStuck) break;
  }
  return { columns: laid, height: highest(laid), rest, strained };
}

function highest(laid: readonly Laid[]): number {
  return laid.reduce((most, { fragment }) => Math.max(most, fragment.height), 0);
}

function columnSpace(
  { width, grid, percentHeight }: Columns,
  height: number,
  resume: Rest | null,
): Space {
  return {
    ...fixedSpace(width, percentHeight, width, null),
    fragmentainer: { kind: 'column', room: height, atTop: true, page: '' },
    resume,
    grid,
  };
}

/** What does not fit runs out of the last column, where it is found and reported. */
function oversetColumns(
  segment: Box,
  columns: Columns,
  height: number,
  resume: Rest | null,
  context: LayoutContext,
): Filled {
  const most = { ...columns, count: columns.count - 1 };
  const filled = fillColumns(segment, most, height, resume, context);
  const from = columns.count > 1 ? filled.rest : resume;
  const endless = columnSpace(columns, Number.POSITIVE_INFINITY, from);
  const last = context.layoutChild(segment, endless);
  return { columns: [...filled.columns, last], height, rest: null, strained: false };
}

/** Height steps finer than this show nowhere (0.0007 mm). */
const balanceStep = 0.002;

/**
 * The least height at which everything fits (css-multicol-1 §7.1), at most `limit`. Content in
 * columns only gets shorter with more height, so halving the interval finds it.
 */
function balancedHeight(
  segment: Box,
  columns: Columns,
  limit: number,
  resume: Rest | null,
  context: LayoutContext,
): number {
  const fits = (height: number) => {
    const filled = fillColumns(segment, columns, height, resume, context);
    return filled.rest === null && !filled.strained && filled.height <= height + epsilon;
  };
  if (Number.isFinite(limit) && !fits(limit)) return limit;
  // As high as it likes: parted by forced breaks alone.
  const free = fillColumns(segment, columns, Number.POSITIVE_INFINITY, resume, context);
  let high = Math.min(limit, free.height);
  if (free.rest) return high;
  const total = free.columns.reduce((sum, { fragment }) => sum + fragment.height, 0);
  let low = Math.min(high, total / columns.count);
  if (fits(low)) return low;
  while (high - low > balanceStep) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function placeColumns(filled: Filled, rules: readonly BoxFragment[], columns: Columns): Row {
  const children: Fragment[] = [...rules];
  const outOfFlow: OutOfFlow[] = [];
  for (const [index, laid] of filled.columns.entries()) {
    const by = { x: index * (columns.width + columns.gap), y: 0 };
    children.push(moveFragment(laid.fragment, by));
    outOfFlow.push(...carryOutOfFlow(laid.outOfFlow, by, children.length - 1));
  }
  return { children, outOfFlow, height: filled.height, rest: filled.rest, below: noMargin };
}

/**
 * Rules stand in the middle of the gaps between columns that both have content (§4.5): boxes
 * without content whose left border is the rule.
 */
function columnRules(
  box: ColumnsBox,
  columns: Columns,
  count: number,
  height: number,
): readonly BoxFragment[] {
  const { columnRuleWidth: width, columnRuleStyle, columnRuleColor } = box.style;
  if (columnRuleStyle === 'none' || columnRuleStyle === 'hidden' || width === 0) return [];
  const style = {
    ...anonymousStyle(box.style),
    borderLeftWidth: width,
    borderLeftStyle: columnRuleStyle,
    borderLeftColor: columnRuleColor,
  };
  return Array.from(
    { length: Math.max(0, count - 1) },
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
