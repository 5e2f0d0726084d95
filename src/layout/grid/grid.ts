/** Grid containers (css-grid-2): from items to their places. */
import type { ComputedStyle, TrackBreadth } from '../../style/index.ts';
import { alignOf } from '../alignment.ts';
import type { GridBox } from '../box.ts';
import { carryOutOfFlow } from '../box-fragment.ts';
import { layoutContainer } from '../container.ts';
import type { ContentBox, LaidItems } from '../items.ts';
import type { RunTables } from '../per-run.ts';
import { refersToParentHeight, widensByHeight } from '../percent-height.ts';
import { computeEdges } from '../sizing.ts';
import { epsilon, type Laid, type LayoutContext, type Space, type SubgridSpace } from '../space.ts';
import { columnShifts } from './column-baselines.ts';
import { sizeColumns } from './column-sizing.ts';
import { emptied } from './emptied.ts';
import { gridBaselines } from './grid-baselines.ts';
import { type ItemInArea, layoutInArea } from './grid-item.ts';
import { type PlacedItem, placeItem } from './place-item.ts';
import {
  type GridItem,
  type PlacedGrid,
  placeGrid,
  trackFunctions,
  withRowGap,
} from './placed-grid.ts';
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
    (content) => layoutContent(box, content, subgrid, context),
  );
}

function hasPercentRows({ gridTemplateRows, gridAutoRows, rowGap }: ComputedStyle): boolean {
  if (rowGap !== 'normal' && rowGap.percent !== 0) return true;
  const isPercent = (breadth: TrackBreadth) =>
    breadth.kind === 'length' && breadth.length.percent !== 0;
  const hasList = gridTemplateRows !== 'none' && 'tracks' in gridTemplateRows;
  const list = hasList ? gridTemplateRows.tracks : [];
  const sizes = list.flatMap((one) => (one.kind === 'repeat' ? one.tracks.tracks : [one]));
  return [...sizes, ...gridAutoRows].some(
    (one) =>
      (one.kind === 'minmax' && (isPercent(one.min) || isPercent(one.max))) ||
      (one.kind === 'fit-content' && one.limit.percent !== 0),
  );
}

/**
 * Percentages of rows follow from the height; and so do flexible rows, where a limit has changed it or they do not
 * take all of what they made it.
 */
function isSettledByHeight({ box, rows }: PlacedGrid, { height, length }: StandingRows): boolean {
  if (hasPercentRows(box.style)) return true;
  const flexible = trackFunctions(rows, null).filter(({ max }) => max === 'flex');
  if (flexible.length === 0) return false;
  const factors = flexible.reduce((sum, { flex }) => sum + flex, 0);
  return factors < 1 || Math.abs(height - length) >= epsilon;
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
  const { grid, columns, rows, height, length } = standingTracks(box, content, subgrid, context);
  const inAreaOf = (item: GridItem): ItemInArea => {
    const { size: width } = stretchOf(columns, item.column);
    const edges = computeEdges(item.box.style, width);
    return {
      box: item.box,
      container: box.style,
      width,
      height: stretchOf(rows.places, item.row).size,
      subgrid: subgridSpace(item, grid, columns, rows, edges),
    };
  };
  const shifts = columnShifts(
    grid,
    (item) => layoutInArea(inAreaOf(item), context).fragment.width,
    (item) => stretchOf(columns, item.column).size,
  );
  const placed = grid.items.map((item): PlacedItem => {
    const across = stretchOf(columns, item.column);
    const down = stretchOf(rows.places, item.row);
    const area = { x: across.start, y: down.start, width: across.size, height: down.size };
    const shift = shifts?.get(item) ?? 0;
    return placeItem(item, inAreaOf(item), area, rows.baselines, shift, context);
  });
  return {
    fragments: placed.map(({ fragment }) => fragment),
    outOfFlow: placed.flatMap(({ outOfFlow }, index) =>
      carryOutOfFlow(outOfFlow, { x: 0, y: 0 }, index),
    ),
    height,
    contentHeight: length,
    ...gridBaselines(grid, placed, rows.baselines.settled),
    areaOf: (child) => sidesOf(child, grid, columns, rows.places),
  };
}

interface StandingTracks {
  readonly grid: PlacedGrid;
  readonly columns: readonly TrackPlace[];
  readonly rows: StandingRows;
  /** Of the container's content, and of the tracks whatever height is set. */
  readonly height: number;
  readonly length: number;
}

/**
 * Columns, then rows. Both once more in the height that the grid has come to have, where widths follow
 * from the rows (§12.1, steps 3–4) or percentages of rows from that height (§7.2.1, §11.1).
 */
function standingTracks(
  box: GridBox,
  content: ContentBox,
  subgrid: SubgridSpace | null,
  context: LayoutContext,
): StandingTracks {
  const { width, minHeight, maxHeight } = content;
  const grid = placeGrid(
    box,
    {
      columns: { available: width, least: 0, most: Number.POSITIVE_INFINITY },
      rows: { available: content.height, least: minHeight, most: maxHeight },
    },
    { columns: subgrid?.columns ?? null, rows: subgrid?.rows ?? null },
    context,
  );
  const inherited = subgrid?.columns?.tracks;
  const columns = inherited ?? standingColumns(grid, content.width, null, context);
  const rows = standingRows(grid, columns, content, subgrid, context);
  const { height, length } = rows;
  const found = { grid, columns, rows, height, length };
  const isMoved = content.height === null && isSettledByHeight(grid, rows);
  const isFollowed = !inherited && followsRows(grid, context);
  if (!isMoved && !isFollowed) return found;
  const settled = { ...content, height };
  // As many tracks as were counted before the height was known.
  const again = isMoved ? withRowGap(grid, height) : grid;
  const wider = isFollowed ? standingColumns(again, content.width, rows.places, context) : columns;
  const isSame = wider.every(({ size }, index) => size === columns[index]?.size);
  if (isSame && !isMoved) return found;
  return {
    ...found,
    grid: again,
    columns: wider,
    rows: standingRows(again, wider, settled, subgrid, context),
  };
}

/** True where an item's width may follow from its row's height, by a ratio or lines across. */
export function followsRows({ items, box }: PlacedGrid, run: RunTables): boolean {
  return items.some(
    (item) =>
      widensByHeight(item.box, run) ||
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
