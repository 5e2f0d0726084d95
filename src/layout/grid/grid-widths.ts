/** Widths of a grid container on its own (css-grid-2 §5.2). */
import type { LengthPercentage } from '../../style/index.ts';
import type { IntrinsicWidths } from '../../text/index.ts';
import type { GridBox } from '../box.ts';
import { computeEdges } from '../sizing.ts';
import type { LayoutContext } from '../space.ts';
import { sizeColumns } from './column-sizing.ts';
import { followsRows, standingRows } from './grid.ts';
import { inheritanceOf, placeGrid, unknownRoom } from './placed-grid.ts';
import { placeTracks } from './track-places.ts';
import { lengthOfTracks } from './tracks.ts';

export function measureGrid(
  box: GridBox,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const style = box.limits ?? box.style;
  const { horizontal } = computeEdges(style, 0);
  const inner = (value: unknown, otherwise: number) => {
    const length = lengthOf(value);
    if (length === null) return otherwise;
    return Math.max(0, length - (style.boxSizing === 'border-box' ? horizontal : 0));
  };
  const columns = {
    available: null,
    least: inner(style.minWidth, 0),
    most: inner(style.maxWidth, Number.POSITIVE_INFINITY),
  };
  const rows = { ...unknownRoom.rows, available: height };
  const grid = placeGrid(box, { columns, rows }, inheritanceOf(box, context), context);
  const { gap } = grid.columns;
  const widthUnder = (constraint: 'min-content' | 'max-content') => {
    const tracks = sizeColumns(grid, null, constraint, null, context);
    const width = lengthOfTracks(tracks, gap);
    if (!followsRows(grid, context)) return width;
    const content = { width, height, minHeight: 0, maxHeight: Number.POSITIVE_INFINITY };
    const standing = standingRows(
      grid,
      placeTracks(tracks, gap, 'start', width),
      content,
      null,
      context,
    );
    return lengthOfTracks(sizeColumns(grid, null, constraint, standing.places, context), gap);
  };
  return { minContentPt: widthUnder('min-content'), maxContentPt: widthUnder('max-content') };
}

/** A length without percentage; null for everything else. */
function lengthOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null;
  const { pt, percent } = value as LengthPercentage;
  return percent === 0 ? pt : null;
}
