/** Widths of a table's columns (css-tables-3 §3.8–3.9, CSS 2 §17.5.2). */
import { resolveLength } from '../../style/index.ts';
import { epsilon } from '../space.ts';

/** What a column would like to be. */
export interface ColumnWish {
  min: number;
  max: number;
  /** Share of the table, 0–1; null where none is set. */
  percent: number | null;
  /** A width is set: `max` is that. */
  isFixed: boolean;
  /** No cell begins in it and nothing is set: it is one with the column before (§3.3). */
  readonly isMerged?: boolean;
}

export function emptyWish(isMerged: boolean): ColumnWish {
  return { min: 0, max: 0, percent: null, isFixed: false, isMerged };
}

/** What a cell over several columns asks for beyond what they have, `gaps` between them included. */
export function addSpanning(columns: readonly ColumnWish[], wish: ColumnWish, gaps: number): void {
  if (wish.percent !== null) sharePercent(columns, wish.percent);
  // Each of both is shared out as a table of that width would share it.
  const shared = (size: number, now: number) =>
    size - gaps > now + epsilon ? distributeWidths(columns, size - gaps) : null;
  const min = shared(wish.min, sum(columns.map((column) => column.min)));
  const max = shared(wish.max, sum(columns.map((column) => Math.max(column.min, column.max))));
  columns.forEach((column, index) => {
    column.min = Math.max(column.min, min?.[index] ?? 0);
    column.max = Math.max(column.max, column.min, max?.[index] ?? 0);
  });
}

/** Percentages of all columns, counted from the first, are together no more than the whole. */
export function capPercents(columns: readonly ColumnWish[]): void {
  let left = 1;
  for (const column of columns) {
    if (column.percent === null) continue;
    column.percent = Math.min(column.percent, left);
    left -= column.percent;
  }
}

function sharePercent(columns: readonly ColumnWish[], percent: number): void {
  const left = percent - columns.reduce((sum, one) => sum + (one.percent ?? 0), 0);
  const open = columns.filter((one) => one.percent === null);
  const total = open.reduce((sum, { max }) => sum + max, 0);
  if (left <= 0) return;
  for (const one of open) one.percent = total > 0 ? (left * one.max) / total : left / open.length;
}

/** Widths of all columns together as they would like to be; percentages make the table wider. */
export function wantedWidths(columns: readonly ColumnWish[]): {
  readonly min: number;
  readonly max: number;
} {
  const min = columns.reduce((sum, column) => sum + column.min, 0);
  const max = columns.reduce((sum, column) => sum + Math.max(column.min, column.max), 0);
  const percents = columns.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
  let wide = max;
  for (const column of columns)
    if (column.percent) wide = Math.max(wide, column.max / column.percent);
  const rest = columns.reduce((sum, one) => sum + (one.percent === null ? one.max : 0), 0);
  if (percents > 0 && rest > 0) wide = Math.max(wide, rest / Math.max(1 - percents, 0.001));
  return { min, max: Math.max(min, wide) };
}

/** The columns' widths in a table that has `width` for them (§3.9.3). */
export function distributeWidths(columns: readonly ColumnWish[], width: number): readonly number[] {
  const share = ({ min, percent }: ColumnWish) => Math.max(min, (percent ?? 0) * width);
  const guesses: readonly ((column: ColumnWish) => number)[] = [
    ({ min }) => min,
    (column) => (column.percent === null ? column.min : share(column)),
    (column) =>
      column.percent === null
        ? column.isFixed
          ? Math.max(column.min, column.max)
          : column.min
        : share(column),
    (column) => (column.percent === null ? Math.max(column.min, column.max) : share(column)),
  ];
  let before: readonly number[] = columns.map(({ min }) => min);
  for (const guess of guesses) {
    const sizes = columns.map(guess);
    const total = sum(sizes);
    if (total > width + epsilon) return between(before, sizes, width);
    before = sizes;
  }
  return addExcess(columns, before, width - sum(before));
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

/** As far from one guess to the next as the width reaches. */
function between(
  small: readonly number[],
  large: readonly number[],
  width: number,
): readonly number[] {
  const low = sum(small);
  const high = sum(large);
  if (width <= low || high === low) return small;
  const part = (width - low) / (high - low);
  return small.map((size, index) => size + ((large[index] ?? size) - size) * part);
}

/** Room that nobody asked for: to automatic columns, else to fixed ones, else by percentages. */
function addExcess(
  columns: readonly ColumnWish[],
  sizes: readonly number[],
  excess: number,
): readonly number[] {
  if (excess <= epsilon || columns.length === 0) return sizes;
  const isAuto = ({ percent, isFixed }: ColumnWish) => percent === null && !isFixed;
  const groups: readonly ((column: ColumnWish) => number)[] = [
    (column) => (isAuto(column) ? column.max : 0),
    (column) => (isAuto(column) && !column.isMerged ? 1 : 0),
    (column) => (column.isFixed && column.percent === null ? column.max : 0),
    (column) => column.percent ?? 0,
    () => 1,
  ];
  for (const weightOf of groups) {
    const weights = columns.map(weightOf);
    const total = sum(weights);
    if (total > 0)
      return sizes.map((size, index) => size + (excess * (weights[index] ?? 0)) / total);
  }
  return sizes;
}

/** `table-layout: fixed` (CSS 2 §17.5.2.1): what is set in the first row, the rest shared evenly. */
export function fixedWidths(columns: readonly ColumnWish[], width: number): readonly number[] {
  const set = columns.map(({ percent, isFixed, max }) =>
    percent !== null ? percent * width + max : isFixed ? max : null,
  );
  const taken = sum(set.map((size) => size ?? 0));
  const open = set.filter((size) => size === null).length;
  if (open > 0) return set.map((size) => size ?? Math.max(0, width - taken) / open);
  return addExcess(
    columns,
    set.map((size) => size ?? 0),
    width - taken,
  );
}

/** A width that is set, as a wish; `add` is what `box-sizing: content-box` leaves out. */
export function wishOfWidth(
  value: Parameters<typeof resolveLength>[0] | string,
  add: number,
): Pick<ColumnWish, 'percent' | 'isFixed'> & { readonly width: number } {
  if (typeof value === 'string') return { percent: null, isFixed: false, width: 0 };
  // css-tables-3 §3.8: 0 % asks for nothing.
  if (value.percent !== 0 && value.percent < 1e-9)
    return { percent: null, isFixed: false, width: 0 };
  // A sum with a percentage is `auto` (§3.8.1).
  if (value.percent !== 0)
    return { percent: value.pt === 0 ? value.percent : null, isFixed: false, width: 0 };
  return { percent: null, isFixed: true, width: resolveLength(value, 0) + add };
}
