/**
 * Rows whose lines stand on the baseline grid: each cell is laid out at the height that its row came
 * to stand at, from the top down, since a row that grows moves those below it.
 */
import { gridAt, type LineGrid } from '../line-grid.ts';
import { epsilon } from '../space.ts';
import type { SizedCell } from './table-cells.ts';
import type { RowPlaces } from './table-places.ts';

/** Rows that have not settled by then stay where they are: their lines are reported. */
const mostPasses = 16;

export interface GridPlacing {
  /** Of the table's border box, below its captions. */
  readonly grid: LineGrid;
  /** Room between two rows. */
  readonly gap: number;
  /** Rows at their places. */
  place(cells: readonly SizedCell[]): RowPlaces;
  /** The cell with its lines on a grid, as seen from its top. */
  sizeOn(cell: SizedCell, grid: LineGrid): SizedCell;
}

/** What the cells of one row alone ask of its height. */
function heightOf(cells: readonly SizedCell[]): number {
  let [height, above, below] = [0, 0, 0];
  for (const cell of cells) {
    if (cell.placed.rows > 1) continue;
    height = Math.max(height, cell.height);
    above = Math.max(above, cell.baseline ?? 0);
    below = Math.max(below, cell.baseline === null ? 0 : cell.natural - cell.baseline);
  }
  return Math.max(height, above + below);
}

/** The cells once more, each row where it will be when those above it have grown. */
function sizeAgain(
  cells: readonly SizedCell[],
  { rows }: RowPlaces,
  { grid, gap, sizeOn }: GridPlacing,
): readonly SizedCell[] {
  const sized = [...cells];
  const inRow = new Map<number, number[]>();
  for (const [at, { placed }] of cells.entries()) {
    const row = inRow.get(placed.row);
    if (row) row.push(at);
    else inRow.set(placed.row, [at]);
  }
  let y = rows[0]?.y ?? 0;
  for (const { index, height, broken } of rows) {
    const own = broken ? [] : (inRow.get(index) ?? []);
    const before = own.flatMap((at) => cells[at] ?? []);
    const here = gridAt(grid, y) ?? grid;
    const after = before.map((cell) => sizeOn(cell, here));
    for (const [nth, at] of own.entries()) sized[at] = after[nth] ?? (cells[at] as SizedCell);
    y += height + heightOf(after) - heightOf(before) + gap;
  }
  return sized;
}

const isSame = (one: RowPlaces, other: RowPlaces): boolean =>
  one.rows.length === other.rows.length &&
  one.rows.every(({ index, y }, at) => {
    const row = other.rows[at];
    return row?.index === index && Math.abs(row.y - y) < epsilon;
  });

/** The rows of a table at their places, their lines on the grid. */
export function placeOnGrid(
  cells: readonly SizedCell[],
  natural: RowPlaces,
  placing: GridPlacing,
): RowPlaces {
  let sized = cells;
  let places = natural;
  for (let pass = 0; pass < mostPasses; pass++) {
    sized = sizeAgain(sized, places, placing);
    const again = placing.place(sized);
    if (again.isRefused || isSame(again, places)) return again;
    places = again;
  }
  return places;
}
