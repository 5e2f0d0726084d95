/** Heights of a table's rows (css-tables-3 §3.10, CSS 2 §17.5.3). */
import type { ComputedStyle } from '../../style/index.ts';
import { epsilon } from '../space.ts';
import type { SizedCell } from './table-cells.ts';
import type { PlacedRow } from './table-grid.ts';

export interface SizedRow {
  readonly height: number;
  /** Of the cells that are aligned by theirs, from the row's top. */
  readonly baseline: number;
}

interface Growing {
  height: number;
  baseline: number;
  /** A height is set, so it gets none of what is left over. */
  readonly isFixed: boolean;
}

/** `gap` stands between two rows; `least` is what all of them have to fill, gaps included. */
export function sizeRows(
  rows: readonly PlacedRow[],
  cells: readonly SizedCell[],
  gap: number,
  least: number,
): readonly SizedRow[] {
  const sized = rows.map((row): Growing => {
    const { style } = row.row;
    const set = heightOf(style);
    return { height: set ?? 0, baseline: 0, isFixed: set !== null };
  });
  for (const { placed, height, baseline } of cells) {
    const row = sized[placed.row];
    if (!row) continue;
    if (baseline !== null) row.baseline = Math.max(row.baseline, baseline);
    if (placed.rows === 1) row.height = Math.max(row.height, height);
  }
  for (const { placed, height, baseline } of cells) {
    const row = sized[placed.row];
    if (row && baseline !== null && placed.rows === 1)
      row.height = Math.max(row.height, row.baseline + height - baseline);
  }
  const spanning = cells.filter(({ placed }) => placed.rows > 1);
  for (const { placed, height } of spanning.toSorted((a, b) => a.placed.rows - b.placed.rows))
    fill(sized.slice(placed.row, placed.row + placed.rows), gap, height);
  fillGroups(rows, sized, gap);
  fill(sized, gap, least);
  return sized;
}

/** The height that is set for a row or group: they have neither borders nor padding. */
function heightOf({ height }: ComputedStyle): number | null {
  return typeof height === 'object' && height.percent === 0 ? height.pt : null;
}

/** A height that is set on a group is shared by its rows. */
function fillGroups(rows: readonly PlacedRow[], sized: readonly Growing[], gap: number): void {
  for (const group of new Set(rows.map((row) => row.group))) {
    const { style } = group;
    const least = heightOf(style);
    if (least !== null)
      fill(
        sized.filter((_, index) => rows[index]?.group === group),
        gap,
        least,
      );
  }
}

/** Raises rows until they fill a height: automatic ones in proportion, else all. */
function fill(rows: readonly Growing[], gap: number, height: number): void {
  const used = rows.reduce((sum, row) => sum + row.height, gap * Math.max(0, rows.length - 1));
  const more = height - used;
  if (more <= epsilon || rows.length === 0) return;
  const open = rows.filter(({ isFixed, height: own }) => !isFixed && own > 0);
  const targets =
    open.length > 0 ? open : rows.some(({ height: own }) => own > 0) ? rows : rows.slice(-1);
  const total = targets.reduce((sum, row) => sum + row.height, 0);
  for (const row of targets)
    row.height += total > 0 ? (more * row.height) / total : more / targets.length;
}
