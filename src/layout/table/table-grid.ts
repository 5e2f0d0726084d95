/** Cells in the slots of a table's grid (css-tables-3 §3.3), rows and columns counted from 0. */
import {
  isFixedLayout,
  type TableBox,
  type TableCell,
  type TableGroup,
  type TableRow,
} from './table-box.ts';

export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

export interface PlacedRow {
  readonly row: TableRow;
  readonly group: TableGroup;
}

export interface TableGrid {
  readonly rows: readonly PlacedRow[];
  readonly columns: number;
  /** Columns that a cell begins in or that have a width: the others have no spacing of their own. */
  readonly isSpaced: readonly boolean[];
  /** In document order. */
  readonly cells: readonly PlacedCell[];
}

/** How many gaps stand between the columns from `start` on, `count` of them. */
export function gapsWithin({ isSpaced }: TableGrid, start: number, count: number): number {
  return Math.max(0, isSpaced.slice(start, start + count).filter(Boolean).length - 1);
}

export function buildGrid(box: TableBox): TableGrid {
  const rows = box.groups.flatMap((group) => group.rows.map((row) => ({ row, group })));
  const taken = rows.map(() => new Set<number>());
  const cells: PlacedCell[] = [];
  let columns = box.columns.reduce((sum, { span }) => sum + span, 0);
  let index = 0;
  for (const group of box.groups) {
    const end = index + group.rows.length;
    for (const row of group.rows) {
      let column = 0;
      for (const cell of row.cells) {
        while (taken[index]?.has(column)) column++;
        const rowSpan = cell.rowSpan === 0 ? end - index : Math.min(cell.rowSpan, end - index);
        for (let at = index; at < index + rowSpan; at++)
          for (let slot = column; slot < column + cell.columnSpan; slot++) taken[at]?.add(slot);
        cells.push({ cell, row: index, column, columns: cell.columnSpan, rows: rowSpan });
        column += cell.columnSpan;
        columns = Math.max(columns, column);
      }
      index++;
    }
  }
  // No columns are merged where the first row decides on them.
  const isSpaced = Array.from({ length: columns }, () => isFixedLayout(box));
  for (const { column } of cells) isSpaced[column] = true;
  let start = 0;
  for (const { width, span } of box.columns) {
    if (typeof width === 'object') isSpaced.fill(true, start, start + span);
    start += span;
  }
  return { rows, columns, isSpaced, cells };
}
