/** A grid container with its items on its lines: all that can be known before tracks are sized. */
import { type ComputedStyle, type LengthPercentage, resolveLength } from '../../style/index.ts';
import type { Box, GridBox } from '../box.ts';
import { sortItems } from '../items.ts';
import { perRun, type RunTables } from '../per-run.ts';
import { noTurn, type Turn } from '../turn.ts';
import { inheritedLines, type NamedLines, reversedLines } from './grid-lines.ts';
import {
  type AxisRoom,
  type GridAxis,
  type GridTemplate,
  ownTemplate,
  sizeOfTrack,
  subgridTemplate,
} from './grid-template.ts';
import { type Area, placeOnLines } from './placement.ts';
import { resolveTrack, type TrackFunctions, type TrackRange } from './tracks.ts';

export interface GridItem extends Area {
  readonly box: Box;
}

/** One axis of a grid. */
export interface GridTracks {
  readonly template: GridTemplate;
  readonly count: number;
  /** Implicit tracks before the explicit ones. */
  readonly before: number;
  readonly gap: number;
  /** Tracks that are not there (`auto-fit`). */
  readonly collapsed: ReadonlySet<number>;
  /** The template's last track comes first: the grid is seen from one that is written the other way. */
  readonly isReversed: boolean;
}

export interface PlacedGrid {
  readonly box: GridBox;
  readonly items: readonly GridItem[];
  readonly columns: GridTracks;
  readonly rows: GridTracks;
}

/** What a subgrid knows of its parent's tracks before they are sized. */
export interface Inherited {
  readonly lines: NamedLines;
  readonly gap: number;
}

export interface InheritedAxes {
  readonly columns: Inherited | null;
  readonly rows: Inherited | null;
}

const nothingInherited: InheritedAxes = { columns: null, rows: null };

export interface GridRoom {
  readonly columns: AxisRoom;
  readonly rows: AxisRoom;
}

const openRoom: AxisRoom = { available: null, least: 0, most: Number.POSITIVE_INFINITY };

/** Room of which nothing is known. */
export const unknownRoom: GridRoom = { columns: openRoom, rows: openRoom };

/** Puts the items of a container on its lines. */
export function placeGrid(
  box: GridBox,
  room: GridRoom,
  inherited: InheritedAxes,
  run: RunTables,
): PlacedGrid {
  const { style } = box;
  const gaps = {
    column: gapAlong(style.columnGap, room.columns, inherited.columns),
    row: gapAlong(style.rowGap, room.rows, inherited.rows),
  };
  const columns = templateOf(style, 'column', room.columns, gaps.column, inherited.columns);
  const rows = templateOf(style, 'row', room.rows, gaps.row, inherited.rows);
  const boxes = sortItems(box.children);
  const placed = placeOnLines(boxes, style, rows, columns);
  const { areas, columnsBefore, rowsBefore } = placed;
  const items = boxes.flatMap((one, index) => {
    const area = areas[index];
    return area ? [{ box: one, ...area }] : [];
  });
  const collapsed = (template: GridTemplate, before: number, axis: GridAxis) =>
    emptyTracks(
      template.fitted,
      before,
      items.map((item) => item[axis]),
    );
  const grid: PlacedGrid = {
    box,
    items,
    columns: {
      template: columns,
      count: placed.columns,
      before: columnsBefore,
      gap: gaps.column,
      collapsed: collapsed(columns, columnsBefore, 'column'),
      isReversed: false,
    },
    rows: {
      template: rows,
      count: placed.rows,
      before: rowsBefore,
      gap: gaps.row,
      collapsed: collapsed(rows, rowsBefore, 'row'),
      isReversed: false,
    },
  };
  for (const item of items) {
    if (isSubgrid(item.box, 'row') || isSubgrid(item.box, 'column'))
      inheritance(run).set(
        item.box.children,
        turnInherited(inheritedBy(item, grid), item.box.turn ?? noTurn),
      );
  }
  return grid;
}

/** What subgrids inherit where they were placed last; by their items, which copies of a box share. */
const inheritance = perRun<readonly Box[], InheritedAxes>();

/** What a subgrid's items are placed on while its widths are measured. */
export function inheritanceOf({ children }: GridBox, run: RunTables): InheritedAxes {
  return inheritance(run).get(children) ?? nothingInherited;
}

function templateOf(
  style: ComputedStyle,
  axis: GridAxis,
  room: AxisRoom,
  gap: number,
  inherited: Inherited | null,
): GridTemplate {
  return inherited
    ? subgridTemplate(style, axis, inherited.lines)
    : ownTemplate(style, axis, room, gap);
}

function gapAlong(
  gap: LengthPercentage | 'normal',
  { available }: AxisRoom,
  inherited: Inherited | null,
): number {
  if (gap === 'normal') return inherited?.gap ?? 0;
  return Math.max(0, resolveLength(gap, available ?? 0));
}

/** The same grid once its height is known: percentages of gaps between rows refer to it. */
export function withRowGap(grid: PlacedGrid, height: number): PlacedGrid {
  const { rowGap } = grid.box.style;
  if (rowGap === 'normal' || rowGap.percent === 0) return grid;
  return { ...grid, rows: { ...grid.rows, gap: Math.max(0, resolveLength(rowGap, height)) } };
}

/** §7.2.3.2: repeated tracks in which nothing stands. */
function emptyTracks(
  { start, end }: TrackRange,
  before: number,
  ranges: readonly TrackRange[],
): ReadonlySet<number> {
  const empty = new Set<number>();
  for (let index = start; index < end; index += 1) empty.add(index + before);
  if (empty.size === 0) return empty;
  for (const range of ranges) {
    for (let index = range.start; index < range.end; index += 1) empty.delete(index);
  }
  return empty;
}

/** Sizing functions of all tracks in a container of that size. */
export function trackFunctions(
  { template, count, before, isReversed }: GridTracks,
  available: number | null,
): readonly TrackFunctions[] {
  const first = isReversed ? count - before - template.lines.tracks : before;
  const functions = Array.from({ length: count }, (_, index) =>
    resolveTrack(sizeOfTrack(template, index - first), available),
  );
  return isReversed ? functions.toReversed() : functions;
}

/**
 * True for a grid whose tracks along that axis of its parent are the parent's, if that is a grid. One whose layout
 * is kept inside has its own (§9).
 */
export function isSubgrid(box: Box, axis: GridAxis): box is GridBox {
  if (box.kind !== 'grid' || box.style.contain.layout || box.style.contain.inlineSize) return false;
  const { gridTemplateRows, gridTemplateColumns } = box.style;
  const isOfRows = (axis === 'row') !== (box.turn?.swaps === true);
  const template = isOfRows ? gridTemplateRows : gridTemplateColumns;
  return template !== 'none' && 'fill' in template;
}

/** What an item that is a subgrid knows of the grid around it, by the axes of that one. */
export function inheritedBy(item: GridItem, { columns, rows }: PlacedGrid): InheritedAxes {
  const along = (axis: GridAxis, tracks: GridTracks): Inherited | null => {
    if (!isSubgrid(item.box, axis)) return null;
    const { start, end } = item[axis];
    const range = { start: start - tracks.before, end: end - tracks.before };
    return { lines: inheritedLines(tracks.template.lines, range), gap: tracks.gap };
  };
  return { columns: along('column', columns), rows: along('row', rows) };
}

/** What a subgrid inherits, by its own axes and in its own order. */
export function turnInherited({ columns, rows }: InheritedAxes, turn: Turn): InheritedAxes {
  const across = columns && turn.flipsX ? reversed(columns) : columns;
  const down = rows && turn.flipsY ? reversed(rows) : rows;
  return turn.swaps ? { columns: down, rows: across } : { columns: across, rows: down };
}

function reversed({ lines, gap }: Inherited): Inherited {
  return { lines: reversedLines(lines), gap };
}
