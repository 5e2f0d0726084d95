/**
 * Borders that cells share (css-tables-3 §6, CSS 2 §17.6.2): of all that meet at an edge of the grid
 * the most conspicuous wins.
 */
import type { Edges } from '../../base/index.ts';
import type { ComputedStyle } from '../../style/index.ts';
import { columnGroups, singleColumns } from './column-stretches.ts';
import type { TableBox } from './table-box.ts';
import type { PlacedCell, TableGrid } from './table-grid.ts';

type LineStyle = ComputedStyle['borderTopStyle'];

export interface EdgeBorder {
  readonly width: number;
  readonly style: LineStyle;
  readonly color: ComputedStyle['borderTopColor'];
}

export interface CollapsedBorders {
  /** `horizontal[row][column]`: above the row; one row more than the grid has. */
  readonly horizontal: readonly (readonly (EdgeBorder | null)[])[];
  /** `vertical[row][column]`: before the column; one column more than the grid has. */
  readonly vertical: readonly (readonly (EdgeBorder | null)[])[];
  /** The table's own share: half of the widest border on each side. */
  readonly table: Edges;
}

/** From strong to weak (CSS 2 §17.6.2.1, rule 3). */
const strength: readonly LineStyle[] = [
  'double',
  'solid',
  'dashed',
  'dotted',
  'ridge',
  'outset',
  'groove',
  'inset',
];

type Side = 'Top' | 'Right' | 'Bottom' | 'Left';

function borderOf(style: ComputedStyle, side: Side): EdgeBorder {
  return {
    width: style[`border${side}Width`],
    style: style[`border${side}Style`],
    color: style[`border${side}Color`],
  };
}

/** The more conspicuous of two; of equals the first: cells before rows, groups, columns, table. */
function winner(one: EdgeBorder | null, other: EdgeBorder): EdgeBorder {
  if (!one || one.style === 'none') return other;
  if (one.style === 'hidden' || other.style === 'none') return one;
  if (other.style === 'hidden') return other;
  if (one.width !== other.width) return one.width > other.width ? one : other;
  return strength.indexOf(one.style) <= strength.indexOf(other.style) ? one : other;
}

/** The edge where two rows meet that are not neighbours in the grid: below a repeated head. */
export function strongerEdge(one: EdgeBorder | null, other: EdgeBorder | null): EdgeBorder | null {
  return one && other ? winner(one, other) : (one ?? other);
}

/** Edges being decided. */
class EdgeMap {
  readonly edges: (EdgeBorder | null)[][];

  constructor(rows: number, columns: number) {
    this.edges = Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
  }

  meet(row: number, column: number, border: EdgeBorder): void {
    const line = this.edges[row];
    if (line && column < line.length) line[column] = winner(line[column] ?? null, border);
  }
}

interface Stretch {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function collapseBorders(box: TableBox, grid: TableGrid): CollapsedBorders {
  const rows = grid.rows.length;
  const { columns } = grid;
  const horizontal = new EdgeMap(rows + 1, columns);
  const vertical = new EdgeMap(rows, columns + 1);
  const meet = (style: ComputedStyle, { row, column, rows: height, columns: width }: Stretch) => {
    for (let at = column; at < column + width; at++) {
      horizontal.meet(row, at, borderOf(style, 'Top'));
      horizontal.meet(row + height, at, borderOf(style, 'Bottom'));
    }
    for (let at = row; at < row + height; at++) {
      vertical.meet(at, column, borderOf(style, 'Left'));
      vertical.meet(at, column + width, borderOf(style, 'Right'));
    }
  };
  for (const placed of grid.cells) meet(placed.cell.box.style, placed);
  grid.rows.forEach(({ row: { style } }, row) => {
    meet(style, { row, column: 0, rows: 1, columns });
  });
  let start = 0;
  for (const { style, rows: own } of box.groups) {
    meet(style, { row: start, column: 0, rows: own.length, columns });
    start += own.length;
  }
  for (const { part, start: first, span } of singleColumns(box))
    for (let at = first; at < first + span; at++)
      meet(part.style, { row: 0, column: at, rows, columns: 1 });
  // A group's border stands around all of its columns.
  for (const { part, start: first, span } of columnGroups(box))
    meet(part.style, { row: 0, column: first, rows, columns: span });
  meet(box.style, { row: 0, column: 0, rows, columns });
  const map = {
    horizontal: horizontal.edges.map(hideNone),
    vertical: vertical.edges.map(hideNone),
  };
  return { ...map, table: tableEdges(map.horizontal, map.vertical) };
}

function hideNone(edges: readonly (EdgeBorder | null)[]): readonly (EdgeBorder | null)[] {
  return edges.map((edge) =>
    edge && edge.style !== 'none' && edge.style !== 'hidden' && edge.width > 0 ? edge : null,
  );
}

function widest(edges: readonly (EdgeBorder | null | undefined)[]): number {
  return Math.max(0, ...edges.map((edge) => edge?.width ?? 0));
}

function tableEdges(
  horizontal: CollapsedBorders['horizontal'],
  vertical: CollapsedBorders['vertical'],
): Edges {
  return {
    top: widest(horizontal[0] ?? []) / 2,
    bottom: widest(horizontal.at(-1) ?? []) / 2,
    left: widest(vertical.map((row) => row[0])) / 2,
    right: widest(vertical.map((row) => row.at(-1))) / 2,
  };
}

/** A cell's share of the borders around it: half of the widest on each side. */
export function cellBorders(
  { row, column, rows, columns }: PlacedCell,
  { horizontal, vertical }: CollapsedBorders,
): Edges {
  const along = (edges: readonly (EdgeBorder | null)[] | undefined) =>
    widest(edges?.slice(column, column + columns) ?? []) / 2;
  const down = (at: number) =>
    widest(vertical.slice(row, row + rows).map((edges) => edges[at])) / 2;
  return {
    top: along(horizontal[row]),
    bottom: along(horizontal[row + rows]),
    left: down(column),
    right: down(column + columns),
  };
}
