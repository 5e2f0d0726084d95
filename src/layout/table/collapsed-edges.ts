/** Collapsed borders as boxes to paint: one for each edge between two corners of the grid. */
import type { Edges } from '../../base/index.ts';
import { anonymousStyle, type ComputedStyle } from '../../style/index.ts';
import type { BoxFragment } from '../fragment.ts';
import { type CollapsedBorders, type EdgeBorder, strongerEdge } from './collapsed-borders.ts';
import type { PlacedRow } from './table-breaks.ts';

const none: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Fragments relative to the table's border box; only of the rows that stand on this page. */
export function paintedEdges(
  { horizontal, vertical }: CollapsedBorders,
  placed: readonly PlacedRow[],
  columns: readonly number[],
  border: Edges,
  style: ComputedStyle,
): readonly BoxFragment[] {
  const starts = [border.left];
  for (const width of columns) starts.push((starts.at(-1) ?? 0) + width);
  const base = anonymousStyle(style);
  const fragments: BoxFragment[] = [];
  const seams = seamsOf(placed, horizontal);
  const crossing = (seam: Seam, column: number) => crossingOf(seam, column, vertical);
  placed.forEach(({ index, y, height }, at) => {
    vertical[index]?.forEach((edge, column) => {
      if (!edge) return;
      const riseAt = (seam: Seam | undefined) => (seam ? crossing(seam, column).rise(edge) : 0);
      const [up, down] = [riseAt(seams[at]), riseAt(seams[at + 1])];
      const corner = { x: (starts[column] ?? 0) - edge.width / 2, y: y - up };
      fragments.push(edgeBox(base, edge, corner, up + height + down, 'left'));
    });
  });
  for (const seam of seams)
    seam.edges.forEach((edge, column) => {
      if (!edge) return;
      const left = (starts[column] ?? 0) - crossing(seam, column).reach(edge);
      const right = (starts[column + 1] ?? 0) + crossing(seam, column + 1).reach(edge);
      const corner = { x: left, y: seam.y - edge.width / 2 };
      fragments.push(edgeBox(base, edge, corner, right - left, 'top'));
    });
  return fragments;
}

interface Crossing {
  /** How far a line along the seam reaches beyond the middle of the crossing, or stays away from it. */
  reach(edge: EdgeBorder): number;
  /** The same of a line between two columns. */
  rise(edge: EdgeBorder): number;
}

/** Where a seam and the line between two columns cross the strongest goes on; of equals the seam. */
function crossingOf(
  { above, below, edges }: Seam,
  column: number,
  vertical: CollapsedBorders['vertical'],
): Crossing {
  const beside = [above, below].map((row) => (row ? vertical[row.index]?.[column] : null) ?? null);
  const along = [edges[column - 1] ?? null, edges[column] ?? null];
  const strongest = [...along, ...beside].reduce(strongerEdge, null);
  const isWeaker = (edge: EdgeBorder) =>
    strongest !== edge && strongest !== null && strongerEdge(edge, strongest) === strongest;
  // Two lines that go down meet in the middle; one alone covers the corner.
  const isAlone = beside.includes(null);
  return {
    reach: (edge) => (isWeaker(edge) ? -widest(beside) : widest(beside)) / 2,
    rise: (edge) => (isAlone && strongest === edge ? widest(along) / 2 : 0),
  };
}

/** Where two rows meet, or the table's first or last edge; `edges` by column. A row that is cut has none there. */
interface Seam {
  readonly y: number;
  readonly above: PlacedRow | undefined;
  readonly below: PlacedRow | undefined;
  readonly edges: readonly (EdgeBorder | null)[];
}

function seamsOf(
  placed: readonly PlacedRow[],
  horizontal: CollapsedBorders['horizontal'],
): readonly Seam[] {
  if (placed.length === 0) return [];
  return [...placed, undefined].map((below, at) => {
    const above = placed[at - 1];
    const before = above && !above.broken?.rest ? horizontal[above.index + 1] : undefined;
    const after = below && !below.broken?.isBegun ? horizontal[below.index] : undefined;
    const edges = (before ?? after ?? []).map((_, column) =>
      strongerEdge(before?.[column] ?? null, after?.[column] ?? null),
    );
    return { y: below?.y ?? (above ? above.y + above.height : 0), above, below, edges };
  });
}

function widest(edges: readonly (EdgeBorder | null | undefined)[]): number {
  return Math.max(0, ...edges.map((edge) => edge?.width ?? 0));
}

/** CSS 2 §17.6.2.1: `inset` and `outset` are lines as the others. */
const asLine: Readonly<Partial<Record<EdgeBorder['style'], EdgeBorder['style']>>> = {
  inset: 'ridge',
  outset: 'groove',
};

function edgeBox(
  base: ComputedStyle,
  { width, style: given, color }: EdgeBorder,
  { x, y }: Corner,
  length: number,
  side: 'top' | 'left',
): BoxFragment {
  const isTop = side === 'top';
  const style = asLine[given] ?? given;
  const own: ComputedStyle = isTop
    ? { ...base, borderTopWidth: width, borderTopStyle: style, borderTopColor: color }
    : { ...base, borderLeftWidth: width, borderLeftStyle: style, borderLeftColor: color };
  return {
    kind: 'box',
    x,
    y,
    width: isTop ? length : width,
    height: isTop ? width : length,
    style: own,
    element: null,
    border: isTop ? { ...none, top: width } : { ...none, left: width },
    padding: none,
    children: [],
    firstBaseline: null,
    lastBaseline: null,
    picture: null,
    frame: false,
  };
}
