/** Rows, groups and columns that are taken away (CSS 2 §17.5.5, css-tables-3 §4.4). */
import type { TableBox, TablePart } from './table-box.ts';

/** True for a part with `visibility: collapse`. */
export function isCollapsedAway(part: TablePart | undefined): boolean {
  return part?.style.visibility === 'collapse';
}

/** For each column whether it is taken away. */
export function collapsedColumns({ columns }: TableBox, count: number): readonly boolean[] {
  const gone = Array.from({ length: count }, () => false);
  let at = 0;
  for (const column of columns) {
    if (isCollapsedAway(column)) gone.fill(true, at, at + column.span);
    at += column.span;
  }
  return gone;
}
