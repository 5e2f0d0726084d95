/**
 * Subgrids (css-grid-2 §9): where the tracks that a grid takes from its parent are in it, and what
 * stands between its items and those tracks.
 */
import type { BoxEdges } from '../sizing.ts';
import type { SubgridAxis, SubgridSpace } from '../space.ts';
import { type GridItem, type GridTracks, inheritedBy, type PlacedGrid } from './placed-grid.ts';
import type { RowBaselines } from './row-baselines.ts';
import type { TrackPlace, TrackRange } from './tracks.ts';

/** How a grid's tracks lie among those of the outermost grid that it shares them with. */
export interface SubgridFrame {
  /** Index of its first track there. */
  readonly offset: number;
  /** Edges between the outer track's edges and the content box. */
  readonly before: number;
  readonly after: number;
  /** The gap there. */
  readonly gap: number;
}

/** A grid that shares its tracks with none around it. */
export function wholeFrame(gap: number): SubgridFrame {
  return { offset: 0, before: 0, after: 0, gap };
}

/** What lies between an item and the outer tracks at both ends: edges, or half of a wider gap. */
export function extrasOf(
  { start, end }: TrackRange,
  { count, gap }: GridTracks,
  frame: SubgridFrame,
): { readonly before: number; readonly after: number } {
  const half = (gap - frame.gap) / 2;
  return {
    before: start === 0 ? frame.before : half,
    after: end === count ? frame.after : half,
  };
}

/** Tracks of the parent as seen from a subgrid's content edge. */
export function inheritedPlaces(
  places: readonly TrackPlace[],
  { start, end }: TrackRange,
  edges: { readonly before: number; readonly after: number },
  moreGap: number,
): readonly TrackPlace[] {
  const origin = (places[start]?.start ?? 0) + edges.before;
  return places.slice(start, end).map((place, index) => {
    const isFirst = index === 0;
    const isLast = index === end - start - 1;
    const from = isFirst ? 0 : place.start + moreGap / 2 - origin;
    const to = place.start + place.size - origin - (isLast ? edges.after : moreGap / 2);
    return { start: from, size: Math.max(0, to - from) };
  });
}

/** What an item that is a subgrid is told; `rows` is null while they are not sized. */
export function subgridSpace(
  item: GridItem,
  grid: PlacedGrid,
  columns: readonly TrackPlace[],
  rows: { readonly places: readonly TrackPlace[]; readonly baselines: RowBaselines } | null,
  { margin, border, padding }: BoxEdges,
): SubgridSpace | null {
  const inherited = inheritedBy(item, grid);
  if (!inherited.columns && !inherited.rows) return null;
  const { columnGap, rowGap } = item.box.style;
  const across = inherited.columns && {
    ...inherited.columns,
    tracks: inheritedPlaces(
      columns,
      item.column,
      {
        before: margin.left + border.left + padding.left,
        after: margin.right + border.right + padding.right,
      },
      differenceOf(columnGap, grid.columns.gap),
    ),
    baselines: { ascents: [], descents: [] },
  };
  const edges = {
    before: margin.top + border.top + padding.top,
    after: margin.bottom + border.bottom + padding.bottom,
  };
  const down: SubgridAxis | null =
    inherited.rows && rows
      ? withBaselines(
          inherited.rows,
          inheritedPlaces(rows.places, item.row, edges, differenceOf(rowGap, grid.rows.gap)),
          edges.before,
          item.row,
          rows,
        )
      : null;
  return { columns: across, rows: down, key: keyOf(across, down) };
}

function withBaselines(
  inherited: { readonly lines: SubgridAxis['lines']; readonly gap: number },
  tracks: readonly TrackPlace[],
  before: number,
  range: TrackRange,
  {
    places,
    baselines,
  }: { readonly places: readonly TrackPlace[]; readonly baselines: RowBaselines },
): SubgridAxis {
  const origin = (places[range.start]?.start ?? 0) + before;
  const ascents: number[] = [];
  const descents: number[] = [];
  tracks.forEach((track, index) => {
    const outer = places[range.start + index] ?? { start: 0, size: 0 };
    const above = origin + track.start - outer.start;
    const below = outer.start + outer.size - (origin + track.start + track.size);
    ascents.push((baselines.ascents[range.start + index] ?? 0) - above);
    descents.push((baselines.descents[range.start + index] ?? 0) - below);
  });
  return { ...inherited, tracks, baselines: { ascents, descents } };
}

/** How much wider a subgrid's own gap is. */
function differenceOf(gap: GridItem['box']['style']['columnGap'], parent: number): number {
  return gap === 'normal' ? 0 : gap.pt - parent;
}

function keyOf(columns: SubgridAxis | null, rows: SubgridAxis | null): string {
  const tracksOf = (axis: SubgridAxis | null) =>
    axis?.tracks.map(({ start, size }) => `${start}+${size}`).join(' ') ?? '';
  const { ascents = [], descents = [] } = rows?.baselines ?? {};
  return `${tracksOf(columns)}/${tracksOf(rows)}/${ascents.join(' ')}/${descents.join(' ')}`;
}
