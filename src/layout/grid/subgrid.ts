/**
 * Subgrids (css-grid-2 §9): where the tracks that a grid takes from its parent are in it, and what
 * stands between its items and those tracks.
 */
import { type LengthPercentage, resolveLength } from '../../style/index.ts';
import type { BoxEdges } from '../sizing.ts';
import type { SubgridAxis, SubgridSpace } from '../space.ts';
import { type GridItem, type GridTracks, inheritedBy, type PlacedGrid } from './placed-grid.ts';
import { noBaselines, type RowBaselines } from './row-baselines.ts';
import { stretchOf, type TrackPlace, type TrackRange } from './tracks.ts';

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

/** The frame of a subgrid in a grid; what lies around it, and its own edges. */
export function innerFrame(
  { gap }: SubgridFrame,
  offset: number,
  around: { readonly before: number; readonly after: number },
  own: { readonly before: number; readonly after: number },
): SubgridFrame {
  return { gap, offset, before: around.before + own.before, after: around.after + own.after };
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
  range: TrackRange,
  edges: { readonly before: number; readonly after: number },
  gap: LengthPercentage | 'normal',
): readonly TrackPlace[] {
  const { start, size } = stretchOf(places, range);
  const origin = start + edges.before;
  const inner = Math.max(0, size - edges.before - edges.after);
  const spanned = places.slice(range.start, range.end);
  // Half of what its own gap is wider than the gutter, which may have been widened by alignment.
  const inset = (before: TrackPlace, after: TrackPlace) =>
    gap === 'normal' ? 0 : (resolveLength(gap, inner) - after.start + endOf(before)) / 2;
  return spanned.map((place, index) => {
    const [before, after] = [spanned[index - 1], spanned[index + 1]];
    const from = before ? place.start + inset(before, place) - origin : 0;
    const to = after ? endOf(place) - inset(place, after) - origin : inner;
    // Less than nothing is left of a track that is narrower than the gap asks for.
    return { start: from, size: to - from };
  });
}

function endOf({ start, size }: TrackPlace): number {
  return start + size;
}

/** What an item that is a subgrid is told, by the axes of the grid around; `rows` is null while they are not sized. */
export function subgridSpace(
  item: GridItem,
  grid: PlacedGrid,
  columns: readonly TrackPlace[],
  rows: { readonly places: readonly TrackPlace[]; readonly baselines: RowBaselines } | null,
  { margin, border, padding }: BoxEdges,
): SubgridSpace | null {
  const inherited = inheritedBy(item, grid);
  if (!inherited.columns && !inherited.rows) return null;
  const { style, turn } = item.box;
  const [columnGap, rowGap] = turn?.swaps
    ? [style.rowGap, style.columnGap]
    : [style.columnGap, style.rowGap];
  const across = inherited.columns && {
    ...inherited.columns,
    tracks: inheritedPlaces(
      columns,
      item.column,
      {
        before: margin.left + border.left + padding.left,
        after: margin.right + border.right + padding.right,
      },
      columnGap,
    ),
    baselines: noBaselines,
  };
  const edges = {
    before: margin.top + border.top + padding.top,
    after: margin.bottom + border.bottom + padding.bottom,
  };
  const down: SubgridAxis | null =
    inherited.rows && rows
      ? withBaselines(
          inherited.rows,
          inheritedPlaces(rows.places, item.row, edges, rowGap),
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
  const settled = baselines.settled.slice(range.start, range.end);
  return { ...inherited, tracks, baselines: { ascents, descents, settled } };
}

function keyOf(columns: SubgridAxis | null, rows: SubgridAxis | null): string {
  const tracksOf = (axis: SubgridAxis | null) =>
    axis?.tracks.map(({ start, size }) => `${start}+${size}`).join(' ') ?? '';
  const { ascents = [], descents = [] } = rows?.baselines ?? {};
  return `${tracksOf(columns)}/${tracksOf(rows)}/${ascents.join(' ')}/${descents.join(' ')}`;
}
