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
  const widthAt = (edge: EdgeBorder | null | undefined) => edge?.width ?? 0;
  const addSeam = (above: PlacedRow | undefined, below: PlacedRow | undefined) => {
    const y = below?.y ?? (above ? above.y + above.height : 0);
    const before = above ? horizontal[above.index + 1] : undefined;
    const after = below ? horizontal[below.index] : undefined;
    (before ?? after)?.forEach((_, column) => {
      const edge = strongerEdge(before?.[column] ?? null, after?.[column] ?? null);
      if (!edge) return;
      const sideOf = (row: PlacedRow | undefined, at: number) =>
        row ? widthAt(vertical[row.index]?.[at]) : 0;
      const reach = (at: number) => Math.max(sideOf(above, at), sideOf(below, at)) / 2;
      const left = (starts[column] ?? 0) - reach(column);
      const right = (starts[column + 1] ?? 0) + reach(column + 1);
      fragments.push(edgeBox(base, edge, { x: left, y: y - edge.width / 2 }, right - left, 'top'));
    });
  };
  for (const { index, y, height } of placed) {
    vertical[index]?.forEach((edge, column) => {
      if (edge)
        fragments.push(
          edgeBox(base, edge, { x: (starts[column] ?? 0) - edge.width / 2, y }, height, 'left'),
        );
    });
  }
  if (placed.length > 0)
    for (let at = 0; at <= placed.length; at++) addSeam(placed[at - 1], placed[at]);
  return fragments;
}

function edgeBox(
  base: ComputedStyle,
  { width, style, color }: EdgeBorder,
  { x, y }: Corner,
  length: number,
  side: 'top' | 'left',
): BoxFragment {
  const isTop = side === 'top';
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
