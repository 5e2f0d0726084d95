/** Rows of a grid: what its items, and those of its subgrids, ask of them. */

import type { ContentBox } from '../items.ts';
import { refersToParentHeight } from '../percent-height.ts';
import { computeEdges } from '../sizing.ts';
import type { LayoutContext } from '../space.ts';
import { edgeItems, sizeColumns, sizingItem } from './column-sizing.ts';
import { heightContributions } from './contributions.ts';
import { type ItemInArea, layoutNatural, usedItemWidth } from './grid-item.ts';
import {
  type GridItem,
  isSubgrid,
  type PlacedGrid,
  trackFunctions,
  unknownRoom,
} from './placed-grid.ts';
import { baselineDistance, baselineKind, mayShare, type RowBaselines } from './row-baselines.ts';
import type { SizingItem } from './sizing-item.ts';
import { extrasOf, innerFrame, type SubgridFrame, subgridSpace, wholeFrame } from './subgrid.ts';
import { placeTracks } from './track-places.ts';
import { sizeTracks } from './track-sizing.ts';
import {
  stretchOf,
  type Track,
  type TrackFunctions,
  type TrackPlace,
  type TrackRange,
} from './tracks.ts';
import { placeSubgrid } from './turned-grid.ts';

export interface SizedRows {
  readonly tracks: readonly Track[];
  readonly baselines: RowBaselines;
}

/** Sizes rows, once columns stand. */
export function sizeRows(
  grid: PlacedGrid,
  columns: readonly TrackPlace[],
  { height, minHeight, maxHeight }: ContentBox,
  context: LayoutContext,
): SizedRows {
  const { rows, box } = grid;
  const { alignContent } = box.style;
  const functions = trackFunctions(rows, height);
  const settled = functions.map(({ min, max }) => typeof min === 'number' && min === max);
  const found: Found = { entries: [], edges: [], functions, settled, gap: rows.gap };
  collectEntries(grid, columns, wholeFrame(rows.gap), found, context);
  const { items, baselines } = alignBaselines(found);
  const tracks = sizeTracks({
    functions,
    collapsed: rows.collapsed,
    items: [...items, ...found.edges],
    gap: rows.gap,
    constraint: null,
    available: height,
    least: minHeight,
    most: maxHeight,
    stretches: alignContent === 'normal' || alignContent === 'stretch',
  });
  return { tracks, baselines };
}

interface Found {
  readonly entries: RowEntry[];
  readonly edges: SizingItem[];
  /** Of the outermost grid's rows. */
  readonly functions: readonly TrackFunctions[];
  readonly settled: readonly boolean[];
  readonly gap: number;
}

/** The height of rows whose sizes are given; null for others. */
function givenHeight(
  { start, end }: TrackRange,
  { functions, settled, gap }: Found,
): number | null {
  if (!settled.slice(start, end).every(Boolean)) return null;
  return functions
    .slice(start, end)
    .reduce((sum, { min }) => sum + (typeof min === 'number' ? min : 0), gap * (end - start - 1));
}

/** An item on the rows of the outermost grid that it shares them with. */
interface RowEntry {
  readonly range: TrackRange;
  readonly item: ItemInArea;
  readonly before: number;
  readonly after: number;
  readonly baseline: { readonly kind: 'first' | 'last'; readonly distance: number } | null;
  readonly context: LayoutContext;
}

function collectEntries(
  grid: PlacedGrid,
  columns: readonly TrackPlace[],
  frame: SubgridFrame,
  found: Found,
  context: LayoutContext,
): void {
  for (const item of grid.items) {
    const { before, after } = extrasOf(item.row, grid.rows, frame);
    const range = { start: item.row.start + frame.offset, end: item.row.end + frame.offset };
    const { size: width } = stretchOf(columns, item.column);
    const edges = computeEdges(item.box.style, width);
    const subgrid = subgridSpace(item, grid, columns, null, edges);
    const inArea = { box: item.box, container: grid.box.style, width, height: null, subgrid };
    if (isSubgrid(item.box, 'row')) {
      const { margin, border, padding } = edges;
      const own = {
        before: margin.top + border.top + padding.top,
        after: margin.bottom + border.bottom + padding.bottom,
      };
      const inner = innerFrame(frame, range.start, { before, after }, own);
      found.edges.push(...edgeItems(range, inner, own));
      const { grid: innerGrid, columns: innerColumns } = innerColumnsOf(
        item,
        grid,
        inArea,
        context,
      );
      collectEntries(innerGrid, innerColumns, inner, found, context);
      continue;
    }
    const baseline = entryBaseline(inArea, range, { before, after }, found, context);
    found.entries.push({ range, item: inArea, before, after, baseline, context });
  }
}

/** The baseline by which an item is aligned, from the edges of the outermost rows; null for none. */
function entryBaseline(
  item: ItemInArea,
  range: TrackRange,
  { before, after }: { readonly before: number; readonly after: number },
  found: Found,
  context: LayoutContext,
): RowEntry['baseline'] {
  const { box, container, width } = item;
  const kind = baselineKind(box, container);
  if (kind === null) return null;
  const isAcross = box.turn?.swaps === true;
  const given = refersToParentHeight(box) || isAcross ? givenHeight(range, found) : null;
  // Deviation of browsers: lines across are as short as they can be where rows follow from them.
  const isShort = isAcross && kind === 'first';
  const height = given ?? (isShort ? heightContributions(item, context).minContent() : null);
  const { fragment } = layoutNatural({ ...item, height }, context);
  if (!mayShare(fragment, range, found.settled)) return null;
  const { margin } = computeEdges(box.style, width);
  const own = baselineDistance(fragment, kind, margin, container);
  return { kind, distance: own + (kind === 'first' ? before : after) };
}

/** A subgrid of rows with its columns: the parent's too, or its own. */
function innerColumnsOf(
  item: GridItem,
  grid: PlacedGrid,
  inArea: ItemInArea,
  context: LayoutContext,
): { readonly grid: PlacedGrid; readonly columns: readonly TrackPlace[] } {
  const edges = computeEdges(item.box.style, inArea.width);
  const width = usedItemWidth(inArea, edges, context) ?? inArea.width;
  const available = Math.max(0, width - edges.horizontal);
  const room = { ...unknownRoom, columns: { ...unknownRoom.columns, available } };
  const inner = placeSubgrid(item, grid, room, context);
  const columns =
    inArea.subgrid?.columns?.tracks ??
    placeTracks(
      sizeColumns(inner, available, null, null, context),
      inner.columns.gap,
      inner.box.style.justifyContent,
      available,
    );
  return { grid: inner, columns };
}

/** Items of a row are moved so that baselines meet: what that takes is added to what they ask for. */
function alignBaselines({ entries, settled }: Found): {
  readonly items: readonly SizingItem[];
  readonly baselines: RowBaselines;
} {
  const ascents: number[] = [];
  const descents: number[] = [];
  for (const { baseline, range } of entries) {
    if (!baseline) continue;
    const [list, index] =
      baseline.kind === 'first' ? [ascents, range.start] : [descents, range.end - 1];
    list[index] = Math.max(list[index] ?? baseline.distance, baseline.distance);
  }
  const items = entries.map(({ range, item, before, after, baseline, context }) => {
    const most = baseline?.kind === 'first' ? ascents[range.start] : descents[range.end - 1];
    const shim = baseline ? (most ?? 0) - baseline.distance : 0;
    const own = heightContributions(item, context);
    const isShort = baseline?.kind === 'first' && item.box.turn?.swaps === true;
    const asked = isShort ? { ...own, maxContent: own.minContent } : own;
    return sizingItem(range, asked, before + after + shim);
  });
  return { items, baselines: { ascents, descents, settled } };
}
