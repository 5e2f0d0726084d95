/** Columns of a grid: what its items, and those of its subgrids, ask of them. */
import { computeEdges } from '../sizing.ts';
import type { LayoutContext } from '../space.ts';
import { columnShims } from './column-baselines.ts';
import { type Contributions, widthContributions } from './contributions.ts';
import { isSubgrid, type PlacedGrid, trackFunctions, unknownRoom } from './placed-grid.ts';
import type { SizingItem } from './sizing-item.ts';
import { extrasOf, innerFrame, type SubgridFrame, wholeFrame } from './subgrid.ts';
import { type Constraint, sizeTracks } from './track-sizing.ts';
import { stretchOf, type Track, type TrackPlace, type TrackRange } from './tracks.ts';
import { placeSubgrid } from './turned-grid.ts';

/**
 * Sizes columns; `available` is null where the container's own width is wanted. `rows` are known
 * where columns are sized once more for items that are as wide as their height makes them.
 */
export function sizeColumns(
  grid: PlacedGrid,
  available: number | null,
  constraint: Constraint,
  rows: readonly TrackPlace[] | null,
  context: LayoutContext,
): readonly Track[] {
  const { columns, box } = grid;
  const { justifyContent } = box.style;
  const items: SizingItem[] = [];
  collectItems(grid, rows, wholeFrame(columns.gap), items, context);
  return sizeTracks({
    functions: trackFunctions(columns, available),
    collapsed: columns.collapsed,
    items,
    gap: columns.gap,
    constraint,
    available,
    least: 0,
    most: Number.POSITIVE_INFINITY,
    stretches: justifyContent === 'normal' || justifyContent === 'stretch',
  });
}

/** Items of a grid as items of the outermost one whose columns it shares. */
function collectItems(
  grid: PlacedGrid,
  rows: readonly TrackPlace[] | null,
  frame: SubgridFrame,
  into: SizingItem[],
  context: LayoutContext,
): void {
  const shims = columnShims(grid, context);
  for (const item of grid.items) {
    const { before, after } = extrasOf(item.column, grid.columns, frame);
    const range = {
      start: item.column.start + frame.offset,
      end: item.column.end + frame.offset,
    };
    if (isSubgrid(item.box, 'column')) {
      const { margin, border, padding } = computeEdges(item.box.style, 0);
      const own = {
        before: margin.left + border.left + padding.left,
        after: margin.right + border.right + padding.right,
      };
      const inner = innerFrame(frame, range.start, { before, after }, own);
      into.push(...edgeItems(range, inner, own));
      const placed = placeSubgrid(item, grid, unknownRoom, context);
      collectItems(placed, null, inner, into, context);
    } else {
      const inArea = rows && {
        box: item.box,
        container: grid.box.style,
        width: 0,
        height: stretchOf(rows, item.row).size,
        subgrid: null,
      };
      const own = widthContributions(item.box, inArea, context);
      into.push(sizingItem(range, own, before + after + (shims?.get(item) ?? 0)));
    }
  }
}

/** An item whose outer size has `extra` added to it. */
export function sizingItem(
  { start, end }: TrackRange,
  own: Contributions,
  extra: number,
): SizingItem {
  const add = (size: number) => Math.max(0, size + extra);
  return {
    start,
    end,
    minimum: (rule) => add(own.minimum({ ...rule, limit: rule.limit - extra })),
    minContent: () => add(own.minContent()),
    maxContent: () => add(own.maxContent()),
  };
}

/**
 * A subgrid's margin, border and padding need room even where no item stands (§9); `own` are those
 * of the subgrid itself, the frame's are with what is around it.
 */
export function edgeItems(
  { start, end }: TrackRange,
  { before, after }: Pick<SubgridFrame, 'before' | 'after'>,
  own: { readonly before: number; readonly after: number },
): readonly SizingItem[] {
  const ofSize = (range: TrackRange, size: number): readonly SizingItem[] => {
    const same = () => Math.max(0, size);
    return [{ ...range, minimum: same, minContent: same, maxContent: same }];
  };
  if (end - start === 1) {
    return own.before + own.after === 0 ? [] : ofSize({ start, end }, before + after);
  }
  return [
    ...(own.before === 0 ? [] : ofSize({ start, end: start + 1 }, before)),
    ...(own.after === 0 ? [] : ofSize({ start: end - 1, end }, after)),
  ];
}
