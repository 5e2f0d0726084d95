/**
 * Columns as one thread: row by row, each column's end the next one's top. Where the thread's last
 * row ends, further columns stand beside it.
 */
import { epsilon, type Laid } from './space.ts';

/** Columns beside each other, all as high. */
export interface ColumnRow {
  readonly columns: readonly Laid[];
  /** How high each may be. */
  readonly room: number;
  /** It is a page: one column. */
  readonly isPage?: boolean | undefined;
}

/** A column of a row. */
export interface ColumnPlace {
  readonly row: number;
  readonly index: number;
}

/** A height in a column. */
export interface PointInColumns extends ColumnPlace {
  readonly y: number;
}

export interface Thread {
  readonly rows: readonly ColumnRow[];
  /** The row beside which more columns stand where they are needed. */
  readonly last: number;
}

/** Positioned boxes make no more columns than that. */
export const mostColumns = 1000;

export function roomIn({ rows }: Thread, { row }: ColumnPlace): number {
  return rows[row]?.room ?? Number.POSITIVE_INFINITY;
}

export function isBefore(one: ColumnPlace, other: ColumnPlace): boolean {
  return one.row < other.row || (one.row === other.row && one.index < other.index);
}

export function isSameColumn(one: ColumnPlace, other: ColumnPlace): boolean {
  return one.row === other.row && one.index === other.index;
}

export function nextColumn({ rows, last }: Thread, { row, index }: ColumnPlace): ColumnPlace {
  const isLast = index + 1 >= (rows[row]?.columns.length ?? 0);
  return isLast && row < last ? { row: row + 1, index: 0 } : { row, index: index + 1 };
}

function columnBefore({ rows }: Thread, { row, index }: ColumnPlace): ColumnPlace | null {
  if (index > 0) return { row, index: index - 1 };
  return row > 0 ? { row: row - 1, index: (rows[row - 1]?.columns.length ?? 1) - 1 } : null;
}

/** Where a height counted from a column's top falls. */
export function pointAt(thread: Thread, from: ColumnPlace, offset: number): PointInColumns {
  let place = from;
  let y = offset;
  for (let above = columnBefore(thread, place); above && y < -epsilon; ) {
    if (!Number.isFinite(roomIn(thread, above))) break;
    place = above;
    y += roomIn(thread, place);
    above = columnBefore(thread, place);
  }
  for (let passed = 0; y >= roomIn(thread, place) - epsilon; passed++) {
    // So far away no column is wanted: it stands where it would without them.
    if (passed > mostColumns) return { row: from.row, index: from.index, y: offset };
    y -= roomIn(thread, place);
    place = nextColumn(thread, place);
  }
  return { row: place.row, index: place.index, y };
}
