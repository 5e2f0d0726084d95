/** Placing items on the lines of a grid (css-grid-2 §8). */
import type { ComputedStyle } from '../../style/index.ts';
import type { Box } from '../box.ts';
import {
  furthest,
  lineIndex,
  type NamedLines,
  type Placement,
  placementAlong,
} from './grid-lines.ts';
import type { GridTemplate } from './grid-template.ts';
import { Occupancy } from './occupancy.ts';
import type { TrackRange } from './tracks.ts';

/** An item's place: its lines, or how many tracks it spans somewhere. */
type Position = TrackRange | { readonly span: number };

interface Placeable {
  readonly row: Position;
  readonly column: Position;
}

export interface Area {
  readonly row: TrackRange;
  readonly column: TrackRange;
}

/** Places of all items, and the size of the grid that they make. Tracks are counted from 0. */
export interface Placed {
  readonly areas: readonly Area[];
  readonly rows: number;
  readonly columns: number;
  /** Implicit tracks before the explicit ones. */
  readonly rowsBefore: number;
  readonly columnsBefore: number;
}

/** Finds a place for each item, in order. */
export function placeOnLines(
  items: readonly Box[],
  style: ComputedStyle,
  rows: GridTemplate,
  columns: GridTemplate,
): Placed {
  const { direction, isDense } = style.gridAutoFlow;
  const wanted = items.map(
    ({ style: own }): Placeable => ({
      row: positionAlong(
        placementAlong(own.gridRowStart, own.gridRowEnd, rows.lines),
        rows,
        direction === 'row',
      ),
      column: positionAlong(
        placementAlong(own.gridColumnStart, own.gridColumnEnd, columns.lines),
        columns,
        direction === 'column',
      ),
    }),
  );
  const rowsBefore = before(wanted.map(({ row }) => row));
  const columnsBefore = before(wanted.map(({ column }) => column));
  const shifted = wanted.map(({ row, column }) => ({
    row: shift(row, rowsBefore),
    column: shift(column, columnsBefore),
  }));
  const explicit = {
    rows: rows.lines.tracks + rowsBefore,
    columns: columns.lines.tracks + columnsBefore,
  };
  const areas =
    direction === 'row'
      ? autoPlace(shifted, explicit.columns, isDense)
      : autoPlace(shifted.map(turn), explicit.rows, isDense).map(turn);
  const clamped = areas.map(({ row, column }) => ({
    row: rows.isSubgrid ? clamp(row, rows.lines.tracks) : row,
    column: columns.isSubgrid ? clamp(column, columns.lines.tracks) : column,
  }));
  return {
    areas: clamped,
    rows: clamped.reduce((count, { row }) => Math.max(count, row.end), endOf(rows, rowsBefore)),
    columns: clamped.reduce(
      (count, { column }) => Math.max(count, column.end),
      endOf(columns, columnsBefore),
    ),
    rowsBefore,
    columnsBefore,
  };
}

/** Where the explicit tracks end; without any, those before the first line are only where items stand. */
function endOf({ lines }: GridTemplate, tracksBefore: number): number {
  return lines.tracks === 0 ? 0 : lines.tracks + tracksBefore;
}

function turn<V>({ row, column }: { readonly row: V; readonly column: V }) {
  return { row: column, column: row };
}

/** A subgrid has no implicit tracks: what is outside goes to the nearest edge (§9). */
function clamp({ start, end }: TrackRange, tracks: number): TrackRange {
  const first = Math.max(0, Math.min(start, tracks - 1));
  return { start: first, end: Math.max(first + 1, Math.min(end, tracks)) };
}

function before(positions: readonly Position[]): number {
  return positions.reduce(
    (most, position) => ('start' in position ? Math.max(most, -position.start) : most),
    0,
  );
}

function shift(position: Position, by: number): Position {
  return 'start' in position ? { start: position.start + by, end: position.end + by } : position;
}

/**
 * Conflicts between both sides are settled (§8.3.1). What is outside a subgrid goes to its nearest edge (§9); as in
 * browsers, what is past the end of the axis that is filled (`isMajor`) takes no room there.
 */
function positionAlong(
  { start, end }: { readonly start: Placement; readonly end: Placement },
  { lines, isSubgrid }: GridTemplate,
  isMajor: boolean,
): Position {
  const position = settle(start, end, lines);
  if (!isSubgrid) return position;
  if (!('start' in position)) return { span: Math.min(position.span, lines.tracks) };
  return isMajor && position.start >= lines.tracks ? position : clamp(position, lines.tracks);
}

function settle(start: Placement, end: Placement, lines: NamedLines): Position {
  if (typeof start === 'number') {
    const from = lineIndex(start, lines);
    if (typeof end !== 'number') return { start: from, end: from + spanOf(end) };
    const to = lineIndex(end, lines);
    if (from === to) return { start: from, end: from + 1 };
    return { start: Math.min(from, to), end: Math.max(from, to) };
  }
  if (typeof end === 'number') {
    const to = lineIndex(end, lines);
    return { start: to - spanOf(start), end: to };
  }
  return { span: spanOf(start === 'auto' ? end : start) };
}

function spanOf(placement: Placement): number {
  return typeof placement === 'object' ? Math.min(placement.span, furthest) : 1;
}

/** §8.5, for `grid-auto-flow: row`: rows are filled one after the other */
function autoPlace(
  items: readonly Placeable[],
  explicitColumns: number,
  isDense: boolean,
): readonly Area[] {
  const taken = new Occupancy();
  const areas = new Map<number, Area>();
  const put = (index: number, area: Area) => {
    areas.set(index, area);
    taken.add(area);
  };
  items.forEach(({ row, column }, index) => {
    if ('start' in row && 'start' in column) put(index, { row, column });
  });
  lockToRows(items, taken, isDense, put);
  const columns = widthOf(items, areas, explicitColumns);
  fillRows(items, areas, taken, columns, isDense, put);
  return items.map((_, index) => areas.get(index) ?? nowhere);
}

const nowhere: Area = { row: { start: 0, end: 1 }, column: { start: 0, end: 1 } };

type Put = (index: number, area: Area) => void;

/** Step 1: items that name their row. */
function lockToRows(
  items: readonly Placeable[],
  taken: Occupancy,
  isDense: boolean,
  put: Put,
): void {
  const cursors = new Map<number, number>();
  items.forEach(({ row, column }, index) => {
    if (!('start' in row) || 'start' in column) return;
    let start = isDense ? 0 : (cursors.get(row.start) ?? 0);
    while (!taken.isFree(row, { start, end: start + column.span })) start += 1;
    cursors.set(row.start, start + column.span);
    put(index, { row, column: { start, end: start + column.span } });
  });
}

/** Step 2: how many columns there are, before the other items are placed. */
function widthOf(
  items: readonly Placeable[],
  areas: ReadonlyMap<number, Area>,
  explicit: number,
): number {
  let columns = Math.max(1, explicit);
  items.forEach(({ column }, index) => {
    const end = areas.get(index)?.column.end ?? ('start' in column ? column.end : column.span);
    columns = Math.max(columns, end);
  });
  return columns;
}

/** Step 3: the other items, in order. */
function fillRows(
  items: readonly Placeable[],
  areas: ReadonlyMap<number, Area>,
  taken: Occupancy,
  columns: number,
  isDense: boolean,
  put: Put,
): void {
  let cursor = { row: 0, column: 0 };
  // A dense search begins where the last one for the same size ended: before that all is full.
  const found = new Map<string, { readonly row: number; readonly column: number }>();
  items.forEach((item, index) => {
    if (areas.has(index) || 'start' in item.row) return;
    const { column } = item;
    const key =
      'start' in column
        ? `${column.start}-${column.end} ${item.row.span}`
        : `${column.span} ${item.row.span}`;
    const from = isDense ? (found.get(key) ?? { row: 0, column: 0 }) : cursor;
    cursor =
      'start' in column
        ? placeInColumn(column, item.row.span, from, taken)
        : placeAnywhere(column.span, item.row.span, from, columns, taken);
    found.set(key, cursor);
    const width = 'start' in column ? column.end - column.start : column.span;
    put(index, {
      row: { start: cursor.row, end: cursor.row + item.row.span },
      column: { start: cursor.column, end: cursor.column + width },
    });
  });
}

interface Cursor {
  readonly row: number;
  readonly column: number;
}

function placeInColumn(column: TrackRange, span: number, from: Cursor, taken: Occupancy): Cursor {
  let row = from.row + (column.start < from.column ? 1 : 0);
  while (!taken.isFree({ start: row, end: row + span }, column)) row += 1;
  return { row, column: column.start };
}

function placeAnywhere(
  width: number,
  height: number,
  from: Cursor,
  columns: number,
  taken: Occupancy,
): Cursor {
  let { row, column } = from;
  for (;;) {
    for (; column + width <= columns; column += 1) {
      const isFree = taken.isFree(
        { start: row, end: row + height },
        { start: column, end: column + width },
      );
      if (isFree) return { row, column };
    }
    row += 1;
    column = 0;
  }
}
