/** Positioned children of a grid: the lines they name, and where they stand without insets (§10). */
import type { ComputedStyle } from '../../style/index.ts';
import { alignOf, justifyOf, selfFraction } from '../alignment.ts';
import type { Box } from '../box.ts';
import type { AreaSides } from '../items.ts';

import { lineIndex, type Placement, placementAlong } from './grid-lines.ts';
import type { GridTracks, PlacedGrid } from './placed-grid.ts';
import type { TrackPlace } from './tracks.ts';

/** Where the lines are that a positioned child names; null for those that the grid does not have. */
export function sidesOf(
  { style }: Box,
  { columns, rows }: PlacedGrid,
  columnPlaces: readonly TrackPlace[],
  rowPlaces: readonly TrackPlace[],
): AreaSides {
  const { gridColumnStart, gridColumnEnd, gridRowStart, gridRowEnd } = style;
  const across = placementAlong(gridColumnStart, gridColumnEnd, columns.template.lines);
  const down = placementAlong(gridRowStart, gridRowEnd, rows.template.lines);
  const [left, right] = between(across, columns, columnPlaces);
  const [top, bottom] = between(down, rows, rowPlaces);
  return { left, right, top, bottom };
}

function between(
  { start, end }: { readonly start: Placement; readonly end: Placement },
  tracks: GridTracks,
  places: readonly TrackPlace[],
): readonly [number | null, number | null] {
  const from = indexOf(start, tracks);
  const to = indexOf(end, tracks);
  const first = from ?? (to !== null && typeof start === 'object' ? to - start.span : null);
  const after = to ?? (from !== null && typeof end === 'object' ? from + end.span : null);
  if (first !== null && after !== null && first > after)
    return [startOf(after, places), endOf(first, places)];
  const isEmpty = first !== null && first === after;
  return [startOf(first, places), isEmpty ? endOf(first + 1, places) : endOf(after, places)];
}

/** Index of a line among all, implicit ones included. */
function indexOf(line: Placement, { template, before }: GridTracks): number | null {
  return typeof line === 'number' ? lineIndex(line, template.lines) + before : null;
}

function startOf(line: number | null, places: readonly TrackPlace[]): number | null {
  if (line === null || line < 0 || line > places.length || places.length === 0) return null;
  const last = places[line - 1];
  return places[line]?.start ?? (last ? last.start + last.size : null);
}

function endOf(line: number | null, places: readonly TrackPlace[]): number | null {
  if (line === null || line < 0 || line > places.length || places.length === 0) return null;
  const before = places[line - 1];
  return before ? before.start + before.size : (places[0]?.start ?? null);
}

/** Without insets a child is aligned as the only item of its area would be (§10.2). */
export function staticHold(
  style: ComputedStyle,
  child: Box,
): { readonly x: number; readonly y: number } {
  return {
    x: selfFraction(justifyOf(child, style), 0),
    y: selfFraction(alignOf(child, style), 0),
  };
}
