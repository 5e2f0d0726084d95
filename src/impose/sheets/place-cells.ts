/** A grid on its paper: each page's trim and what of its art is printed, folds, both sides as seen. */
import type { Edges, Rect } from '../../base/index.ts';
import { extent, type Layout, type Paper, room } from './fit-sheet.ts';
import { equalGaps, type Gap, type Grid, type GridCell, type GridSide } from './grid.ts';
import type { PressSheet, SheetCell, SheetRequest, SheetSide } from './sheet-plan.ts';

/** See `fold.ts`: two clips that share an edge leave a pale seam where a renderer smooths them. */
const underlapPt = 0.3;

/** Where columns or rows begin, and the middle of the gaps that are folded. */
function positions(count: number, size: number, gaps: readonly Gap[], start: number) {
  const starts: number[] = [];
  const folds: number[] = [];
  const spines: number[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    starts.push(at);
    const gap = gaps[index] ?? equalGaps(1, { size: 0, isFold: false })[0];
    at += size;
    if (gap?.isFold) folds.push(at + gap.size / 2);
    if (gap?.isFold && gap.size === 0) spines.push(at);
    at += gap?.size ?? 0;
  }
  return { starts, folds, spines };
}

function turnEdges({ top, right, bottom, left }: Edges): Edges {
  return { top: bottom, right: left, bottom: top, left: right };
}

function placeCell(
  cell: GridCell,
  slot: Rect,
  bleed: Edges,
  /** Half the gap to the neighbour on each side; infinite at the grid's own edges. */
  reach: Edges,
): Pick<SheetCell, 'trim' | 'clip'> {
  const trim = { ...slot, x: slot.x + cell.shift };
  const edges = cell.isTurned ? turnEdges(bleed) : bleed;
  const left = Math.max(trim.x - edges.left, slot.x - reach.left);
  const right = Math.min(trim.x + trim.width + edges.right, slot.x + slot.width + reach.right);
  const top = Math.max(trim.y - edges.top, slot.y - reach.top);
  const bottom = Math.min(trim.y + trim.height + edges.bottom, slot.y + slot.height + reach.bottom);
  return { trim, clip: { x: left, y: top, width: right - left, height: bottom - top } };
}

function placeSide(
  side: GridSide,
  request: SheetRequest,
  { columns, rows, columnGaps, rowGaps }: Layout,
  origin: { readonly x: number; readonly y: number },
): SheetSide {
  const { trim, bleed } = request;
  const across = positions(columns, trim.width, columnGaps, origin.x);
  const down = positions(rows, trim.height, rowGaps, origin.y);
  const half = (gaps: readonly Gap[], index: number) =>
    (gaps[index]?.size ?? Number.POSITIVE_INFINITY) / 2;
  const cells = side.flatMap((line, row) =>
    line.flatMap((cell, column): SheetCell[] => {
      if (!cell) return [];
      const slot = { x: across.starts[column] ?? 0, y: down.starts[row] ?? 0, ...trim };
      const reach = {
        left: half(columnGaps, column - 1),
        // At a fold without a gap the right neighbour paints over what runs under it.
        right: half(columnGaps, column) || underlapPt,
        top: half(rowGaps, row - 1),
        bottom: half(rowGaps, row),
      };
      const { page, isTurned } = cell;
      return [{ page, isTurned, column, row, ...placeCell(cell, slot, bleed, reach) }];
    }),
  );
  const within = cells.flatMap(({ page, isTurned, trim: { x, width } }) =>
    (request.foldsOf?.(page) ?? []).map((fold) => (isTurned ? x + width - fold : x + fold)),
  );
  return {
    cells,
    foldsX: [...across.folds, ...new Set(within)],
    foldsY: down.folds,
    spinesX: across.spines,
  };
}

export function placeSheet(
  grid: Grid,
  request: SheetRequest,
  layout: Layout,
  paper: Paper,
): PressSheet {
  const { size, margins } = paper;
  const needs = extent(request, layout);
  const available = room(paper);
  const { bleed } = request;
  const origin = {
    x: margins.left + (available.width - needs.width) / 2 + bleed.left,
    y: margins.top + (available.height - needs.height) / 2 + bleed.top,
  };
  const width = needs.width - bleed.left - bleed.right;
  const isSamePlate = grid.back === grid.front;
  // Turned about its vertical axis, what lay at x lies at W − x.
  const mirrored = isSamePlate ? origin : { ...origin, x: size.width - origin.x - width };
  const backLayout = isSamePlate
    ? layout
    : { ...layout, columnGaps: layout.columnGaps.toReversed() };
  return {
    front: placeSide(grid.front, request, layout, origin),
    back: grid.back && placeSide(grid.back, request, backLayout, mirrored),
    section: grid.section,
  };
}
