/** Heights of a table's rows (css-tables-3 §3.10, CSS 2 §17.5.3), shared out as browsers do. */
import type { ComputedStyle } from '../../style/index.ts';
import { epsilon } from '../space.ts';
import type { TableGroup } from './table-box.ts';
import type { SizedCell } from './table-cells.ts';
import type { PlacedRow } from './table-grid.ts';
import { isCollapsedAway } from './table-visibility.ts';

export interface SizedRow {
  readonly height: number;
  /** From the row's top: of the cells aligned by theirs, or the foot of the lowest cell's content. */
  readonly baseline: number;
  /** `visibility: collapse`: the row and its gap are not there. */
  readonly isCollapsed: boolean;
}

/** A row group without rows: as high as it is set, or as the table makes it. */
export interface EmptyGroup {
  readonly group: TableGroup;
  /** Among the table's groups. */
  readonly index: number;
  readonly height: number;
}

export interface SizedRows {
  readonly rows: readonly SizedRow[];
  readonly empty: readonly EmptyGroup[];
}

interface Growing {
  height: number;
  /** Of cells that are aligned by theirs; null where none is. */
  baseline: number | null;
  /** What lies below the lowest cell's content, for a row without baseline; null without cells. */
  foot: number | null;
  /** A height is set on the row or a cell of it. */
  isFixed: boolean;
  /** Share of the table's height, 0–1, that is asked for; null for none. */
  percent: number | null;
  /** A cell over several rows begins here. */
  hasSpanning: boolean;
}

/**
 * `gap` stands between two rows; `least` is what all of them have to fill, gaps included, null where
 * the table has no height of its own.
 */
export function sizeRows(
  groups: readonly TableGroup[],
  rows: readonly PlacedRow[],
  cells: readonly SizedCell[],
  gap: number,
  least: number | null,
): SizedRows {
  const sized = rows.map(({ row }) => startRow(row.style));
  for (const cell of cells) addCell(sized[cell.placed.row], cell);
  // What lies below a baseline is content: a height that is set is the cell's, wherever its lines stand.
  for (const { placed, natural, baseline } of cells) {
    const row = sized[placed.row];
    if (!row || baseline === null) continue;
    // Of a cell over several rows, what lies above its baseline is the first one's.
    const under = placed.rows === 1 ? natural - baseline : 0;
    row.height = Math.max(row.height, (row.baseline ?? 0) + under);
  }
  const spanning = cells.filter(({ placed }) => placed.rows > 1);
  for (const { placed, height } of spanning.toSorted((a, b) => a.placed.rows - b.placed.rows))
    fillSpanned(sized.slice(placed.row, placed.row + placed.rows), gap, height);
  const empty = fillTable(groups, rows, sized, gap, least);
  const finished = sized.map(({ height, baseline, foot }, index) => {
    const isCollapsed = isCollapsedAway(rows[index]?.row) || isCollapsedAway(rows[index]?.group);
    const own = baseline ?? (foot === null ? 0 : Math.max(0, height - foot));
    return isCollapsed
      ? { height: 0, baseline: 0, isCollapsed }
      : { height, baseline: own, isCollapsed };
  });
  return { rows: finished, empty };
}

function startRow(style: ComputedStyle): Growing {
  const set = heightOf(style);
  return {
    height: set ?? 0,
    baseline: null,
    foot: null,
    isFixed: set !== null,
    percent: percentOf(style),
    hasSpanning: false,
  };
}

function addCell(
  row: Growing | undefined,
  { placed, box, height, baseline, below }: SizedCell,
): void {
  if (!row) return;
  if (baseline !== null) row.baseline = Math.max(row.baseline ?? 0, baseline);
  if (placed.rows > 1) {
    row.hasSpanning = true;
    return;
  }
  row.height = Math.max(row.height, height);
  row.foot = Math.min(row.foot ?? below, below);
  const percent = percentOf(box.style);
  if (percent !== null) row.percent = Math.max(row.percent ?? 0, percent);
  row.isFixed ||= heightOf(box.style) !== null;
}

/** The height that is set for a row, group or cell. */
function heightOf({ height }: ComputedStyle): number | null {
  return typeof height === 'object' && height.percent === 0 ? height.pt : null;
}

function percentOf({ height }: ComputedStyle): number | null {
  return typeof height === 'object' && height.percent !== 0 ? height.percent : null;
}

function lengthOf(rows: readonly Growing[], gap: number): number {
  return rows.reduce((sum, { height }) => sum + height, gap * Math.max(0, rows.length - 1));
}

/** A cell over several rows: rows that other such cells begin in grow first. */
function fillSpanned(rows: readonly Growing[], gap: number, height: number): void {
  const more = height - lengthOf(rows, gap);
  if (more <= epsilon || rows.length === 0) return;
  const begun = rows.slice(1).filter(({ hasSpanning }) => hasSpanning);
  if (begun.length > 0) for (const row of begun) row.height += more / begun.length;
  else if (rows.every((row) => row.height === 0)) growEvenly(rows.slice(-1), more);
  else growRows(rows, more);
}

/** True where nothing is set for a row's height. */
function isOpen({ isFixed, percent }: Pick<Growing, 'isFixed' | 'percent'>): boolean {
  return !isFixed && percent === null;
}

/** Rows that content has and nothing fixes, else those that are there; in proportion. */
function growRows(rows: readonly Growing[], more: number): void {
  const there = rows.filter(({ height }) => height > 0);
  const open = there.filter(isOpen);
  const targets = open.length > 0 ? open : there;
  const total = targets.reduce((sum, { height }) => sum + height, 0);
  for (const row of targets) row.height += (more * row.height) / total;
  if (targets.length === 0) growEvenly(rows, more);
}

function growEvenly(rows: readonly Growing[], more: number): void {
  for (const row of rows) row.height += more / rows.length;
}

interface Section {
  readonly style: ComputedStyle;
  readonly isBody: boolean;
  readonly rows: readonly Growing[];
  height: number;
}

/** Groups get what the table has left over, and rows what their group has; those without rows are handed back. */
function fillTable(
  groups: readonly TableGroup[],
  placed: readonly PlacedRow[],
  sized: readonly Growing[],
  gap: number,
  least: number | null,
): readonly EmptyGroup[] {
  const sections = groups.map((group): Section => {
    const rows = sized.filter((_, index) => placed[index]?.group === group);
    if (least !== null) raiseToPercents(rows, least, gap);
    const height = Math.max(lengthOf(rows, gap), heightOf(group.style) ?? 0);
    return { style: group.style, isBody: group.role === 'body', rows, height };
  });
  if (least !== null) growSections(sections, least - gap * Math.max(0, sections.length - 1));
  for (const { rows, height } of sections) {
    const more = height - lengthOf(rows, gap);
    if (more <= epsilon || rows.length === 0) continue;
    const empty = rows.filter(({ height: own, ...row }) => own === 0 && isOpen(row));
    const isOnlyEmptyOpen = !rows.some((row) => row.height > 0 && isOpen(row));
    if (isOnlyEmptyOpen && empty.length > 0) growEvenly(empty, more);
    else growRows(rows, more);
  }
  return groups.flatMap((group, index) =>
    group.rows.length > 0 ? [] : { group, index, height: sections[index]?.height ?? 0 },
  );
}

/** Rows with a percentage of the table's height, as far as there is room; together no more than all of it. */
function raiseToPercents(rows: readonly Growing[], height: number, gap: number): void {
  let left = 1;
  const wanted = rows.map((row) => {
    const share = Math.min(row.percent ?? 0, left);
    left -= share;
    return row.percent === null ? 0 : Math.max(0, share * height - row.height);
  });
  const sum = wanted.reduce((total, more) => total + more, 0);
  const room = Math.max(0, height - lengthOf(rows, gap));
  const part = sum > room ? room / sum : 1;
  rows.forEach((row, index) => {
    row.height += (wanted[index] ?? 0) * part;
  });
}

function growSections(sections: readonly Section[], height: number): void {
  const leftOver = () => height - sections.reduce((sum, one) => sum + one.height, 0);
  for (const section of sections) {
    const share = (percentOf(section.style) ?? 0) * height;
    section.height += Math.max(0, Math.min(leftOver(), share - section.height));
  }
  const more = leftOver();
  if (more <= epsilon) return;
  const bodies = sections.filter(({ isBody }) => isBody);
  const candidates = bodies.length > 0 ? bodies : sections;
  const open = candidates.filter(({ style }) => style.height === 'auto');
  const targets = open.length > 0 ? open : candidates;
  const total = targets.reduce((sum, one) => sum + one.height, 0);
  for (const one of targets)
    one.height += total > 0 ? (more * one.height) / total : more / targets.length;
}
