/** Widths of a table and its columns (css-tables-3 §3.9), and of its cells in them. */
import { resolveLength } from '../../style/index.ts';
import type { IntrinsicWidths } from '../../text/index.ts';
import { measureOuter } from '../atom.ts';
import { perRun } from '../per-run.ts';
import { type BoxEdges, clampWidth, computeEdges, roomFor, specifiedWidth } from '../sizing.ts';
import type { LayoutContext, Space } from '../space.ts';
import { isFixedLayout, type TableBox } from './table-box.ts';
import { boxOfCell, type SizedCell, sizeCell, wishOfCell } from './table-cells.ts';
import {
  addSpanning,
  type ColumnWish,
  capPercents,
  distributeWidths,
  emptyWish,
  fixedWidths,
  wantedWidths,
  wishOfWidth,
} from './table-columns.ts';
import { columnGaps, edgesOf, frameOf, type TableFrame } from './table-frame.ts';
import { gapsWithin } from './table-grid.ts';

function wishesOf(frame: TableFrame): readonly ColumnWish[] {
  const { box, grid, collapsed, spacing, context } = frame;
  const wishes = grid.isSpaced.map((isSpaced) => emptyWish(!isSpaced));
  const fixed = wishes.map(() => 0);
  const isFixed = isFixedLayout(box);
  const add = (column: number, wish: ColumnWish) => {
    const own = wishes[column];
    if (!own) return;
    own.min = Math.max(own.min, wish.min);
    own.max = Math.max(own.max, wish.max);
    if (wish.percent !== null) own.percent = Math.max(own.percent ?? 0, wish.percent);
    if (wish.isFixed) fixed[column] = Math.max(fixed[column] ?? 0, wish.max);
    own.isFixed ||= wish.isFixed;
  };
  let at = 0;
  for (const { style, span, width: own } of box.columns) {
    const { percent, isFixed: isSet, width } = wishOfWidth(own, 0);
    const least = typeof style.minWidth === 'object' ? resolveLength(style.minWidth, 0) : 0;
    for (let column = at; column < at + span; column++)
      add(column, { min: least, max: Math.max(least, width), percent, isFixed: isSet });
    at += span;
  }
  // The first row decides where the layout is fixed, and columns before it.
  const asked = grid.cells.filter(({ row }) => !isFixed || row === 0);
  const own = asked.map((placed) => ({
    placed,
    wish: wishOfCell(boxOfCell(placed, collapsed, context), isFixed, context),
  }));
  for (const { placed, wish } of own) {
    const column = wishes[placed.column];
    const isTold = isFixed && column && (column.isFixed || column.percent !== null);
    if (placed.columns === 1 && !isTold) add(placed.column, wish);
  }
  wishes.forEach((wish, column) => {
    if (wish.isFixed) wish.max = Math.max(wish.min, fixed[column] ?? 0);
  });
  const spanning = own.filter(({ placed }) => placed.columns > 1);
  for (const { placed, wish } of spanning.toSorted((a, b) => a.placed.columns - b.placed.columns)) {
    const columns = wishes.slice(placed.column, placed.column + placed.columns);
    if (isFixed) shareFixed(columns, wish, spacing.x);
    else addSpanning(columns, wish, spacing.x * gapsWithin(grid, placed.column, placed.columns));
  }
  capPercents(wishes);
  return wishes;
}

/** A set width over several columns of a fixed layout is shared evenly. */
function shareFixed(columns: readonly ColumnWish[], wish: ColumnWish, gap: number): void {
  if (!wish.isFixed && wish.percent === null) return;
  for (const column of columns) {
    if (column.isFixed || column.percent !== null) continue;
    column.isFixed = wish.isFixed;
    column.max = Math.max(0, (wish.max - gap * (columns.length - 1)) / columns.length);
    if (wish.percent !== null) column.percent = wish.percent / columns.length;
  }
}

/** Widths of the content on its own, without what `computeEdges` finds around it. */
export function measureTable(box: TableBox, context: LayoutContext): IntrinsicWidths {
  const frame = frameOf(box, context);
  const { min, max } = wantedWidths(wishesOf(frame));
  const around =
    edgesOf(frame, 0).horizontal - computeEdges(box.style, 0).horizontal + columnGaps(frame);
  const captions = captionWidth(frame) - computeEdges(box.style, 0).horizontal;
  return {
    minContentPt: Math.max(min + around, captions),
    maxContentPt: Math.max(max + around, captions),
  };
}

/** A table is as wide as the longest word of its captions. */
function captionWidth({ box, context }: TableFrame): number {
  return Math.max(0, ...box.captions.map((one) => measureOuter(one, context).minContentPt));
}

interface UsedWidths {
  readonly width: number;
  readonly columns: readonly number[];
}

function usedWidths(frame: TableFrame, edges: BoxEdges, space: Space): UsedWidths {
  const { box } = frame;
  const wishes = wishesOf(frame);
  const around = edges.horizontal + columnGaps(frame);
  const { min, max } = wantedWidths(wishes);
  const outer = { minContentPt: min + around, maxContentPt: max + around };
  const measure = () => outer;
  const set = space.fixedWidth ?? specifiedWidth(box.style, edges, space.width, measure);
  const captions = captionWidth(frame);
  if (isFixedLayout(box) && set !== null) {
    const least = Math.max(set, captions);
    const columns = fixedWidths(wishes, Math.max(0, least - around));
    const sum = columns.reduce((total, width) => total + width, 0);
    return { width: Math.max(least, sum + around), columns };
  }
  const room = roomFor(edges, space.width);
  const wanted = set ?? Math.min(outer.maxContentPt, room);
  const limited =
    set === null ? clampWidth(wanted, box.style, edges, space.width, measure) : wanted;
  const width = Math.max(limited, outer.minContentPt, captions);
  return { width, columns: distributeWidths(wishes, width - around) };
}

/** Columns and cells of a table as wide as a space has them. */
interface SizedTable extends UsedWidths {
  readonly space: Pick<Space, 'width' | 'fixedWidth'>;
  readonly cells: readonly SizedCell[];
}

const lastSized = perRun<TableBox, SizedTable>();

/** A long table is asked for them on each page. */
export function sizedIn(frame: TableFrame, edges: BoxEdges, space: Space): SizedTable {
  const { box, context } = frame;
  const known = lastSized(context).get(box);
  const isSame =
    known?.space.width === space.width &&
    known.space.fixedWidth === space.fixedWidth &&
    !context.hasRegions;
  if (known && isSame) return known;
  const { width, columns } = usedWidths(frame, edges, space);
  const cells = sizeCells(frame, columns, width - edges.horizontal);
  const made = { space, width, columns, cells };
  lastSized(context).set(box, made);
  return made;
}

function sizeCells(
  { grid, collapsed, spacing, context }: TableFrame,
  columns: readonly number[],
  around: number,
): readonly SizedCell[] {
  return grid.cells.map((placed) => {
    const own = columns.slice(placed.column, placed.column + placed.columns);
    const gaps = spacing.x * gapsWithin(grid, placed.column, placed.columns);
    const width = own.reduce((sum, column) => sum + column, gaps);
    return sizeCell(placed, boxOfCell(placed, collapsed, context), { width, around }, context);
  });
}
