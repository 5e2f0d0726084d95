/** Rows and their cells at their places, as many as the column or page has room for. */
import { attachToPart } from '../absolute.ts';
import { baselinesOf, carryOutOfFlow, moveFragment, relativeOffset } from '../box-fragment.ts';
import type { EarlyBreak } from '../break-appeal.ts';
import type { BoxFragment } from '../fragment.ts';
import type { BoxEdges } from '../sizing.ts';
import { type LayoutContext, type OutOfFlow, openSpace, type Rest, type Space } from '../space.ts';
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
  readonly rows: readonly SizedRow[];
  readonly empty: readonly EmptyGroup[];
  readonly cells: readonly SizedCell[];
  /** The table has a height of its own. */
  readonly isHeightSet: boolean;
  readonly context: LayoutContext;
}

/** Null where not even the first row fits and the table may go to the next column or page. */
export function placeRows(table: TableParts, space: Space, captions: number): RowPlaces | null {
  const { edges, rows } = table;
  const { resume, fragmentainer } = space;
  const top = resume ? 0 : edges.border.top + edges.padding.top;
  const bottom = edges.border.bottom + edges.padding.bottom;
  const above = resume ? 0 : captions;
  const inner = fragmentainer && { ...fragmentainer, room: fragmentainer.room - above };
  const plan = planRows(table, { ...space, fragmentainer: inner }, top, bottom);
  const { rest, early } = plan;
  if (rest && plan.rows.length === 0 && rows.length > 0 && !resume && !fragmentainer?.atTop)
    return null;
  const { fragments, outOfFlow } = buildGroups(table, plan);
  // A table that goes on reaches to the end of the column or page.
  const room = inner?.room ?? Number.POSITIVE_INFINITY;
  const full = Number.isFinite(room) ? Math.max(room, plan.end) : plan.end;
  const height = rest ? full : plan.end + bottom;
  return { fragments, outOfFlow, rows: plan.rows, height, rest, early };
}

interface Built {
  readonly fragments: readonly BoxFragment[];
  readonly outOfFlow: readonly OutOfFlow[];
}

/** Groups around rows around cells; an element in two places makes two fragments. */
function buildGroups(table: TableParts, { rows: placed, empty }: RowPlan): Built {
  const { grid } = table;
  const fragments: BoxFragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  let at = 0;
  while (at < placed.length) {
    const group = grid.rows[placed[at]?.index ?? 0]?.group;
    let end = at;
    while (end < placed.length && grid.rows[placed[end]?.index ?? 0]?.group === group) end++;
    const own = placed.slice(at, end);
    const first = own[0]?.y ?? 0;
    const last = own.at(-1);
    const height = last ? last.y + last.height - first : 0;
    const built = own.map((one) => buildRow(table, one, one.y - first));
    const rows = built.flatMap(({ fragment }) => fragment);
    const x = startOf(table, 0);
    const shift = group ? shiftOf(group) : { x: 0, y: 0 };
    if (group) {
      const by = { x: x + shift.x, y: first + shift.y };
      const whole = partFragment(group, widthOf(table), height, rows);
      const waiting = built.flatMap((row) => row.outOfFlow);
      const settled = attachToPart(whole, waiting, table.context);
      fragments.push(moveFragment(settled.fragment, by));
      outOfFlow.push(...carryOutOfFlow(settled.outOfFlow, by, fragments.length - 1));
    }
    at = end;
  }
  for (const { group, y, height } of empty) {
    const whole = partFragment(group, widthOf(table), height, []);
    fragments.push(moveFragment(whole, { x: startOf(table, 0), y }));
  }
  return { fragments, outOfFlow };
}

/** `position: relative` moves rows and groups too. */
function shiftOf({ style }: TablePart) {
  return relativeOffset(style, openSpace(0, null));
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

function buildRow(
  table: TableParts,
  { index, height: rowHeight, broken }: PlacedRow,
  top: number,
): { readonly fragment: BoxFragment; readonly outOfFlow: readonly OutOfFlow[] } {
  const { grid, rows, cells, spacing, context } = table;
  const row = grid.rows[index]?.row;
  const sized = rows[index];
  const children: BoxFragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  const left = startOf(table, 0);
  for (const cell of cells) {
    const { placed } = cell;
    if (placed.row !== index) continue;
    const spanned = rows.slice(index, index + placed.rows);
    const there = spanned.filter(({ isCollapsed }) => !isCollapsed).length;
    const gaps = spacing.y * Math.max(0, there - 1);
    const height = spanned.reduce((sum, one) => sum + one.height, gaps);
    const finished =
      broken?.cells[children.length] ??
      finishCell(cell, height, sized?.baseline ?? 0, table.isHeightSet, context);
    const shift = relativeOffset(cell.box.style, openSpace(cell.width, null));
    const by = { x: startOf(table, placed.column) - left + shift.x, y: shift.y };
    children.push(moveFragment(narrowed(finished.fragment, placed, table), by));
    outOfFlow.push(...carryOutOfFlow(finished.outOfFlow, by, children.length - 1));
  }
  const part = row ?? { style: cells[0]?.box.style, element: null };
  const shift = row ? shiftOf(row) : { x: 0, y: 0 };
  const by = { x: shift.x, y: top + shift.y };
  const baseline = sized?.baseline ?? null;
  const own = {
    ...partFragment(part as TablePart, widthOf(table), rowHeight, children),
    ...(broken ? {} : { firstBaseline: baseline, lastBaseline: baseline }),
  };
  const settled = attachToPart(own, outOfFlow, context);
  return {
    fragment: moveFragment(settled.fragment, by),
    outOfFlow: carryOutOfFlow(settled.outOfFlow, by, 0),
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
    ...baselinesOf(children),
    picture: null,
    frame: false,
  };
}
