/** Grid containers (css-grid-2): from items to their places. */
import type { ComputedStyle, TrackBreadth } from '../../style/index.ts';
import { alignOf } from '../alignment.ts';
import type { GridBox } from '../box.ts';
import { carryOutOfFlow } from '../box-fragment.ts';
import { layoutContainer } from '../container.ts';
import { type ContentBox, containerBaselines, type LaidItems } from '../items.ts';
import { refersToParentHeight } from '../percent-height.ts';
import { computeEdges } from '../sizing.ts';
import type { Laid, LayoutContext, Space, SubgridSpace } from '../space.ts';
import { sizeColumns } from './column-sizing.ts';
import { emptied } from './emptied.ts';
import { baselineItems } from './grid-baselines.ts';
import { type PlacedItem, placeItem } from './place-item.ts';
import { type PlacedGrid, placeGrid } from './placed-grid.ts';
import { sidesOf, staticHold } from './positioned-children.ts';
import type { RowBaselines } from './row-baselines.ts';
import { sizeRows } from './row-sizing.ts';
import { subgridSpace } from './subgrid.ts';
import { placeTracks } from './track-places.ts';
import { lengthOfTracks, stretchOf, type TrackPlace } from './tracks.ts';

/** Lays out a grid container. */
export function layoutGrid(box: GridBox, space: Space, context: LayoutContext): Laid {
  const subgrid = space.subgrid ?? null;
  const { contain, containIntrinsicHeight } = box.style;
  if (contain.size && containIntrinsicHeight === 'none' && box.children.length > 0) {
    const { height } = layoutGrid(emptied(box, context), space, context).fragment;
    if (space.fixedHeight === null)
      return layoutGrid(box, { ...space, fixedHeight: height }, context);
  }
  return layoutContainer(
    box,
    space,
    context,
    (child) => staticHold(box.style, child),
    (content) => {
      const first = layoutContent(box, content, subgrid, context);
      if (content.height !== null || !hasPercentRows(box.style)) return first;
      // §7.2.1, §11.1: of the height that the grid comes to have as if they were `auto`.
      const height = Math.max(content.minHeight, Math.min(first.height, content.maxHeight));
      return layoutContent(box, { ...content, height }, subgrid, context);
    },
  );
}

function hasPercentRows({ gridTemplateRows, gridAutoRows, rowGap }: ComputedStyle): boolean {
  if (rowGap !== 'normal' && rowGap.percent !== 0) return true;
  const isPercent = (breadth: TrackBreadth) =>
    breadth.kind === 'length' && breadth.length.percent !== 0;
  const hasList = gridTemplateRows !== 'none' && 'tracks' in gridTemplateRows;
  const list = hasList ? gridTemplateRows.tracks : [];
  return [...list, ...gridAutoRows].some(
    (one) =>
      (one.kind === 'minmax' && (isPercent(one.min) || isPercent(one.max))) ||
      (one.kind === 'fit-content' && one.limit.percent !== 0),
  );
}

/** Rows where they stand. */
interface StandingRows {
  readonly places: readonly TrackPlace[];
  readonly baselines: RowBaselines;
  readonly height: number;
  /** Of the tracks and gaps, whatever height is set. */
  readonly length: number;
}

function layoutContent(
  box: GridBox,
  content: ContentBox,
  subgrid: SubgridSpace | null,
  context: LayoutContext,
): LaidItems {
  const { width, height, minHeight, maxHeight } = content;
  const grid = placeGrid(
    box,
    {
      columns: { available: width, least: 0, most: Number.POSITIVE_INFINITY },
      rows: { available: height, least: minHeight, most: maxHeight },
    },
    { columns: subgrid?.columns ?? null, rows: subgrid?.rows ?? null },
    context,
  );
  const { columns, rows } = standingTracks(grid, content, subgrid, context);
  const placed = grid.items.map((item): PlacedItem => {
    const across = stretchOf(columns, item.column);
    const down = stretchOf(rows.places, item.row);
    const edges = computeEdges(item.box.style, across.size);
    const inArea = {
      box: item.box,
      container: box.style,
      width: across.size,
      height: down.size,
      subgrid: subgridSpace(item, grid, columns, rows, edges),
    };
    const area = { x: across.start, y: down.start, width: across.size, height: down.size };
    return placeItem(item, inArea, area, rows.baselines, context);
  });
  const { first, last } = baselineItems(grid);
  return {
    fragments: placed.map(({ fragment }) => fragment),
    outOfFlow: placed.flatMap(({ outOfFlow }, index) =>
      carryOutOfFlow(outOfFlow, { x: 0, y: 0 }, index),
    ),
    height: rows.height,
    contentHeight: rows.length,
    ...containerBaselines(
      { first: placed[first]?.fragment, last: placed[last]?.fragment },
      grid.box.style,
    ),
    areaOf: (child) => sidesOf(child, grid, columns, rows.places),
  };
}

/** Columns, then rows; once more where widths by ratio follow from the rows (§12.1, steps 3–4). */
function standingTracks(
  grid: PlacedGrid,
  content: ContentBox,
  subgrid: SubgridSpace | null,
  context: LayoutContext,
): { readonly columns: readonly TrackPlace[]; readonly rows: StandingRows } {
  const inherited = subgrid?.columns?.tracks;
  const columns = inherited ?? standingColumns(grid, content.width, null, context);
  const rows = standingRows(grid, columns, content, subgrid, context);
  if (inherited || !followsRows(grid)) return { columns, rows };
  const again = standingColumns(grid, content.width, rows.places, context);
  const isSame = again.every(({ size }, index) => size === columns[index]?.size);
  if (isSame) return { columns, rows };
  return { columns: again, rows: standingRows(grid, again, content, subgrid, context) };
}

/** True where an item's width may follow from its row's height, by a ratio or lines across. */
export function followsRows({ items, box }: PlacedGrid): boolean {
  return items.some(
    (item) =>
      item.box.style.aspectRatio !== 'auto' ||
      item.box.turn?.swaps === true ||
      refersToParentHeight(item.box) ||
      (item.box.kind === 'picture' && alignOf(item.box, box.style) === 'stretch'),
  );
}

function standingColumns(
  grid: PlacedGrid,
  width: number,
  rows: readonly TrackPlace[] | null,
  context: LayoutContext,
): readonly TrackPlace[] {
  const tracks = sizeColumns(grid, width, null, rows, context);
  return placeTracks(tracks, grid.columns.gap, grid.box.style.justifyContent, width);
}

/** Rows of a grid whose columns stand. */
export function standingRows(
  grid: PlacedGrid,
  columns: readonly TrackPlace[],
  content: ContentBox,
  subgrid: SubgridSpace | null,
  context: LayoutContext,
): StandingRows {
  if (subgrid?.rows) {
    const { tracks: places, baselines } = subgrid.rows;
    const { size: height } = stretchOf(places, { start: 0, end: places.length });
    return { places, baselines, height, length: height };
  }
  const { tracks, baselines } = sizeRows(grid, columns, content, context);
  const length = lengthOfTracks(tracks, grid.rows.gap);
  const height = content.height ?? Math.max(content.minHeight, Math.min(length, content.maxHeight));
  const places = placeTracks(tracks, grid.rows.gap, grid.box.style.alignContent, height);
  return { places, baselines, height, length };
}
