/** Rows and their cells at their places, as many as the column or page has room for. */
import { type Point, type Rect, translateRect } from '../../base/index.ts';
import { attachToPart } from '../absolute.ts';
import { baselinesOf, carryOutOfFlow, moveFragment, relativeOffset } from '../box-fragment.ts';
import type { EarlyBreak } from '../break-appeal.ts';
import type { BoxFragment } from '../fragment.ts';
import { gridAt } from '../line-grid.ts';
import type { BoxEdges } from '../sizing.ts';
import {
  epsilon,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Rest,
  type Space,
} from '../space.ts';
import { type ColumnStretch, hasGround } from './column-stretches.ts';
import type { TableGroup, TablePart } from './table-box.ts';
import { type PlacedRow, planRows, type RowPlan } from './table-breaks.ts';
import { finishCell, type SizedCell } from './table-cells.ts';
import { gapsWithin, type PlacedCell, type TableGrid } from './table-grid.ts';
import type { EmptyGroup, SizedRow } from './table-rows.ts';

export interface RowPlaces {
  /** Row groups, relative to the table's border box. */
  readonly fragments: readonly BoxFragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly rows: readonly PlacedRow[];
  readonly height: number;
  readonly rest: Rest | null;
  readonly early: EarlyBreak | null;
  /** Not even the first row fits, and the table may go to the next column or page. */
  readonly isRefused: boolean;
}

export interface TableParts {
  readonly groups: readonly TableGroup[];
  readonly grid: TableGrid;
  readonly spacing: { readonly x: number; readonly y: number };
  readonly edges: BoxEdges;
  /** Width of the table's content box. */
  readonly inner: number;
  readonly columns: readonly number[];
  /** Columns that are taken away. */
  readonly gone: readonly boolean[];
  /** Columns and their groups that show or are asked for. */
  readonly shownColumns: readonly ColumnStretch[];
  readonly rows: readonly SizedRow[];
  readonly empty: readonly EmptyGroup[];
  readonly cells: readonly SizedCell[];
  /** The table has a height of its own. */
  readonly isHeightSet: boolean;
  readonly context: LayoutContext;
}

/** A table's rows as far as there is room. */
export function placeRows(table: TableParts, space: Space, captions: number): RowPlaces {
  const { edges, rows } = table;
  const { resume, fragmentainer } = space;
  const top = resume ? 0 : edges.border.top + edges.padding.top;
  const bottom = edges.border.bottom + edges.padding.bottom;
  const above = resume ? 0 : captions;
  const inner = fragmentainer && { ...fragmentainer, room: fragmentainer.room - above };
  const grid = gridAt(space.grid, above);
  const plan = planRows(table, { ...space, grid, fragmentainer: inner }, top, bottom);
  const { rest, early } = plan;
  const isEmpty = plan.rows.length === 0 && rows.length > 0;
  const isRefused = rest !== null && isEmpty && !resume && !fragmentainer?.atTop;
  const { fragments, outOfFlow } = buildGroups(
    table,
    plan,
    table.isHeightSet ? plan.end - top : null,
  );
  // A table that goes on reaches to the end of the column or page; room below its last row ends there.
  const room = inner?.room ?? Number.POSITIVE_INFINITY;
  const last = plan.rows.at(-1);
  const least = last ? last.y + last.height : 0;
  const full = Number.isFinite(room) ? Math.max(room, least) : plan.end;
  const end = Math.min(plan.end, Math.max(least, room - bottom));
  const height = rest ? full : end + bottom;
  return { fragments, outOfFlow, rows: plan.rows, height, rest, early, isRefused };
}

interface Built {
  readonly fragments: readonly BoxFragment[];
  readonly outOfFlow: readonly OutOfFlow[];
}

interface BuiltRow {
  readonly fragment: BoxFragment;
  readonly outOfFlow: readonly OutOfFlow[];
  /** Column that each cell begins in. */
  readonly columns: readonly number[];
}

/**
 * Groups around rows around cells; an element in two places makes two fragments. `around`: height of the
 * table's content box, where it is set.
 */
function buildGroups(
  table: TableParts,
  { rows: placed, empty }: RowPlan,
  around: number | null,
): Built {
  const { grid, shownColumns } = table;
  const inRow = byRow(table.cells);
  const fragments: BoxFragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  const cells: CellPlace[] = [];
  let at = 0;
  while (at < placed.length) {
    const group = grid.rows[placed[at]?.index ?? 0]?.group;
    let end = at;
    while (end < placed.length && grid.rows[placed[end]?.index ?? 0]?.group === group) end++;
    const own = placed.slice(at, end);
    const first = own[0]?.y ?? 0;
    const last = own.at(-1);
    const height = last ? last.y + last.height - first : 0;
    const inGroup = openSpace(widthOf(table), group ? heightIfSet(group, height) : null);
    const built = own.map((one) => buildRow(table, inRow(one.index), one, one.y - first, inGroup));
    const rows = built.flatMap(({ fragment }) => fragment);
    const x = startOf(table, 0);
    const shift = group ? relativeOffset(group.style, openSpace(table.inner, around)) : noPoint;
    if (group) {
      const by = { x: x + shift.x, y: first + shift.y };
      const part = partFragment(group, widthOf(table), height, rows);
      const whole = withCells(part, rows.flatMap(cellsOfRow));
      const waiting = built.flatMap((row) => row.outOfFlow);
      const settled = attachToPart(whole, waiting, table.context);
      fragments.push(moveFragment(settled.fragment, by));
      const index = shownColumns.length + fragments.length - 1;
      outOfFlow.push(...carryOutOfFlow(settled.outOfFlow, by, index));
      if (shownColumns.length > 0) cells.push(...placesOfCells(built, by));
    }
    at = end;
  }
  for (const { group, y, height } of empty) {
    const whole = partFragment(group, widthOf(table), height, []);
    fragments.push(moveFragment(whole, { x: startOf(table, 0), y }));
  }
  const last = placed.at(-1);
  const top = placed[0]?.y ?? 0;
  const height = last ? last.y + last.height - top : 0;
  const columns = shownColumns.map((one) => columnFragment(table, one, { top, height }, cells));
  return { fragments: [...columns, ...fragments], outOfFlow };
}

/** A cell in the table's border box. */
interface CellPlace extends Rect {
  readonly column: number;
}

function placesOfCells(rows: readonly BuiltRow[], by: Point): readonly CellPlace[] {
  return rows.flatMap(({ fragment, columns }) =>
    cellsOfRow(fragment).map((cell, index) => ({
      ...translateRect(cell, by),
      column: columns[index] ?? 0,
    })),
  );
}

/** The cells of a row, from its group's border box; one that is hidden is nowhere. */
function cellsOfRow(row: BoxFragment): readonly Rect[] {
  return row.children.map((cell) => {
    const place = { x: row.x + cell.x, y: row.y + cell.y };
    const isShown = cell.kind !== 'box' || !isHiddenCell(cell);
    return isShown
      ? { ...place, width: cell.width, height: cell.height }
      : { ...place, width: 0, height: 0 };
  });
}

/** `empty-cells: hide` (CSS 2 §17.6.1.1): what lies below all backgrounds of the rows shows through. */
function isHiddenCell({ style, children }: BoxFragment): boolean {
  return (
    children.length === 0 && style.emptyCells === 'hide' && style.borderCollapse === 'separate'
  );
}

/** The cell without the looks of one that is hidden. */
function unlessHidden(cell: BoxFragment): BoxFragment {
  return isHiddenCell(cell) ? { ...cell, style: { ...cell.style, visibility: 'hidden' } } : cell;
}

/** A column or group of columns behind the rows that stand here (css-tables-3 §3.10). */
function columnFragment(
  table: TableParts,
  { part, start, span }: ColumnStretch,
  { top, height }: { readonly top: number; readonly height: number },
  cells: readonly CellPlace[],
): BoxFragment {
  const left = startOf(table, start);
  const end = Math.max(start, start + span - 1);
  const width = startOf(table, end) + (table.columns[end] ?? 0) - left;
  const own = cells
    .filter(({ column }) => column >= start && column < start + span)
    .map((cell) => translateRect(cell, { x: -left, y: -top }));
  const fragment = partFragment(part, width, height, []);
  return moveFragment({ ...fragment, cells: own }, { x: left, y: top });
}

/** A part whose background shows behind its cells, unless they are all of it. */
function withCells(part: BoxFragment, cells: readonly Rect[]): BoxFragment {
  if (!hasGround(part.style)) return part;
  const covered = cells.reduce((sum, { width, height }) => sum + width * height, 0);
  return Math.abs(covered - part.width * part.height) < epsilon ? part : { ...part, cells };
}

const noPoint: Point = { x: 0, y: 0 };

/** Percentages that move what is in a row or group refer to its height where a length sets that. */
function heightIfSet({ style: { height } }: TablePart, used: number): number | null {
  const isSet = typeof height === 'object' && 'percent' in height && height.percent === 0;
  return isSet ? used : null;
}

/** Left edge of a column in the table's border box. */
function startOf({ grid, columns, gone, spacing, edges }: TableParts, column: number): number {
  const spaced = columns
    .slice(0, column)
    .reduce((sum, width, at) => sum + width + (grid.isSpaced[at] ? spacing.x : 0), 0);
  // What is taken away stands at the end of what is before it.
  const before = gone[column] ? Math.max(0, spaced - spacing.x) : spaced;
  return edges.border.left + edges.padding.left + (columns.length > 0 ? spacing.x : 0) + before;
}

function widthOf({ grid, columns, spacing, inner }: TableParts): number {
  if (columns.length === 0) return inner;
  const gaps = spacing.x * gapsWithin(grid, 0, columns.length);
  return columns.reduce((sum, width) => sum + width, gaps);
}

/** The cells that begin in a row. */
function byRow(cells: readonly SizedCell[]): (row: number) => readonly SizedCell[] {
  const rows = new Map<number, SizedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.placed.row);
    if (row) row.push(cell);
    else rows.set(cell.placed.row, [cell]);
  }
  return (row) => rows.get(row) ?? [];
}

function buildRow(
  table: TableParts,
  cells: readonly SizedCell[],
  { index, height: rowHeight, broken }: PlacedRow,
  top: number,
  inGroup: Space,
): BuiltRow {
  const { grid, rows, spacing, context } = table;
  const row = grid.rows[index]?.row;
  const sized = rows[index];
  const children: BoxFragment[] = [];
  const begun: number[] = [];
  const outOfFlow: OutOfFlow[] = [];
  const left = startOf(table, 0);
  const inRow = openSpace(inGroup.width, row ? heightIfSet(row, rowHeight) : null);
  for (const cell of cells) {
    const { placed } = cell;
    const spanned = rows.slice(index, index + placed.rows);
    const there = spanned.filter(({ isCollapsed }) => !isCollapsed).length;
    const gaps = spacing.y * Math.max(0, there - 1);
    const height = spanned.reduce((sum, one) => sum + one.height, gaps);
    const finished =
      broken?.cells[children.length] ??
      finishCell(cell, height, sized?.baseline ?? 0, table.isHeightSet, context);
    const shift = relativeOffset(cell.box.style, inRow);
    const by = { x: startOf(table, placed.column) - left + shift.x, y: shift.y };
    children.push(moveFragment(unlessHidden(narrowed(finished.fragment, placed, table)), by));
    begun.push(placed.column);
    outOfFlow.push(...carryOutOfFlow(finished.outOfFlow, by, children.length - 1));
  }
  const part = row ?? { style: table.cells[0]?.box.style, element: null };
  const shift = row ? relativeOffset(row.style, inGroup) : noPoint;
  const by = { x: shift.x, y: top + shift.y };
  const baseline = sized?.baseline ?? null;
  const whole = partFragment(part as TablePart, widthOf(table), rowHeight, children);
  const plain = withCells(whole, cellsOfRow(whole));
  const own = broken ? plain : { ...plain, firstBaseline: baseline, lastBaseline: baseline };
  const settled = attachToPart(own, outOfFlow, context);
  return {
    fragment: moveFragment(settled.fragment, by),
    outOfFlow: carryOutOfFlow(settled.outOfFlow, by, 0),
    columns: begun,
  };
}

/** A cell in columns that are taken away shows what is left of it. */
function narrowed(
  fragment: BoxFragment,
  { column, columns: count }: PlacedCell,
  table: TableParts,
): BoxFragment {
  const { gone, columns } = table;
  const last = column + count - 1;
  if (!gone.slice(column, last + 1).includes(true)) return fragment;
  const width = startOf(table, last) + (columns[last] ?? 0) - startOf(table, column);
  return {
    ...fragment,
    width,
    style: { ...fragment.style, overflowX: 'hidden', overflowY: 'hidden' },
  };
}

const none = { top: 0, right: 0, bottom: 0, left: 0 };

/** Rows and groups have backgrounds but neither borders nor padding (CSS 2 §17.5.1). */
function partFragment(
  { style, element }: TablePart,
  width: number,
  height: number,
  children: readonly BoxFragment[],
): BoxFragment {
  const { firstBaseline, lastBaseline } = baselinesOf(children);
  return {
    kind: 'box',
    x: 0,
    y: 0,
    width,
    height,
    style,
    element,
    border: none,
    padding: none,
    children,
    firstBaseline,
    lastBaseline,
    picture: null,
    frame: false,
  };
}
