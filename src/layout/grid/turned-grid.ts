/**
 * Subgrids whose writing is not that of the grid around them (css-grid-2 §9): what they inherit, in
 * their own coordinates, and their items on the parent's lines, as the parent sees them.
 */
import type { ComputedStyle } from '../../style/index.ts';
import type { Box } from '../box.ts';
import { derivedStyle } from '../derived-style.ts';
import { perRun, type RunTables } from '../per-run.ts';
import type { SubgridAxis, SubgridSpace } from '../space.ts';
import { isNoTurn, joinTurns, noTurn, type Turn, turnBack, turnStyle } from '../turn.ts';
import { reversedLines } from './grid-lines.ts';
import {
  type GridItem,
  type GridRoom,
  type GridTracks,
  inheritedBy,
  type PlacedGrid,
  placeGrid,
  turnInherited,
} from './placed-grid.ts';
import { noBaselines } from './row-baselines.ts';
import type { TrackPlace, TrackRange } from './tracks.ts';

/** An item that is a subgrid with its own items on their lines, in the coordinates of the grid around. */
export function placeSubgrid(
  item: GridItem,
  around: PlacedGrid,
  room: GridRoom,
  run: RunTables,
): PlacedGrid {
  const { box } = item;
  if (box.kind !== 'grid') return around;
  const inherited = inheritedBy(item, around);
  const { turn } = box;
  if (!turn) return placeGrid(box, room, inherited, run);
  const own = turn.swaps ? { columns: room.rows, rows: room.columns } : room;
  return seenFromAround(placeGrid(box, own, turnInherited(inherited, turn), run), turn, run);
}

function seenFromAround(grid: PlacedGrid, turn: Turn, run: RunTables): PlacedGrid {
  const [across, down] = turn.swaps ? [grid.rows, grid.columns] : [grid.columns, grid.rows];
  const rangeIn = (range: TrackRange, { count }: GridTracks, isFlipped: boolean): TrackRange =>
    isFlipped ? { start: count - range.end, end: count - range.start } : range;
  const items = grid.items.map(({ box, row, column }): GridItem => {
    const [x, y] = turn.swaps ? [row, column] : [column, row];
    return {
      box: boxFromAround(box, turn, run),
      column: rangeIn(x, across, turn.flipsX),
      row: rangeIn(y, down, turn.flipsY),
    };
  });
  const style = turn.swaps ? withSwappedAlignment(grid.box.style) : grid.box.style;
  return {
    box: { ...grid.box, style },
    items,
    columns: turn.flipsX ? reversedTracks(across) : across,
    rows: turn.flipsY ? reversedTracks(down) : down,
  };
}

function reversedTracks(tracks: GridTracks): GridTracks {
  const { template, count, before, gap, collapsed, isReversed } = tracks;
  const lines = reversedLines(template.lines);
  return {
    template: { ...template, lines },
    count,
    before: count - before - lines.tracks,
    gap,
    collapsed: new Set([...collapsed].map((index) => count - 1 - index)),
    isReversed: !isReversed,
  };
}

const seenBoxes = perRun<Box, Box>();

/** An item of a turned box, as the box around that one sees it. */
function boxFromAround(box: Box, turn: Turn, run: RunTables): Box {
  const table = seenBoxes(run);
  const known = table.get(box);
  if (known) return known;
  const joined = joinTurns(turn, box.turn ?? noTurn);
  const { turn: _, ...rest } = box;
  const style = turnStyle(turn.swaps ? withSwappedAlignment(box.style) : box.style, turn);
  const made = (isNoTurn(joined) ? { ...rest, style } : { ...rest, style, turn: joined }) as Box;
  table.set(box, made);
  return made;
}

/** Alignment along the other axis. */
const withSwappedAlignment = derivedStyle((style) => ({
  alignSelf: style.justifySelf as ComputedStyle['alignSelf'],
  justifySelf: style.alignSelf,
  alignItems: style.justifyItems as ComputedStyle['alignItems'],
  justifyItems: style.alignItems,
  alignContent: style.justifyContent as ComputedStyle['alignContent'],
  justifyContent: style.alignContent as ComputedStyle['justifyContent'],
}));

/** Tracks that a subgrid takes from its parent, from the parent's coordinates to its own. */
export function turnSubgridSpace(space: SubgridSpace, turn: Turn): SubgridSpace {
  const { swaps, flipsX, flipsY } = turnBack(turn);
  const [columns, rows] = swaps ? [space.rows, space.columns] : [space.columns, space.rows];
  const along = (axis: SubgridAxis | null, isFlipped: boolean): SubgridAxis | null =>
    axis && isFlipped ? reversedAxis(axis) : axis;
  const across = along(columns, flipsX);
  const down = along(rows, flipsY);
  // Baselines are of lines that run as the parent's do.
  const isAcross = swaps || flipsY;
  return {
    columns: across,
    rows: down && isAcross ? { ...down, baselines: noBaselines } : down,
    key: space.key,
  };
}

function reversedAxis({ lines, gap, tracks, baselines }: SubgridAxis): SubgridAxis {
  const last = tracks.at(-1);
  const length = last ? last.start + last.size : 0;
  const mirrored = tracks.map(
    ({ start, size }): TrackPlace => ({ start: length - start - size, size }),
  );
  return { lines: reversedLines(lines), gap, tracks: mirrored.toReversed(), baselines };
}
