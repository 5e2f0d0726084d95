/** Columns of a grid: what its items, and those of its subgrids, ask of them. */
import { computeEdges } from '../sizing.ts';
import type { LayoutContext } from '../space.ts';
import { type Contributions, widthContributions } from './contributions.ts';
import type { Constraint } from './intrinsic-tracks.ts';
import {
  inheritedBy,
  isSubgrid,
  type PlacedGrid,
  placeGrid,
  trackFunctions,
  unknownRoom,
} from './placed-grid.ts';
import type { SizingItem } from './sizing-item.ts';
import { extrasOf, type SubgridFrame, wholeFrame } from './subgrid.ts';
import { sizeTracks } from './track-sizing.ts';
import type { Track, TrackRange } from './tracks.ts';

/** Sizes columns; `available` is null where the container's own width is wanted. */
export function sizeColumns(
  grid: PlacedGrid,
  available: number | null,
  constraint: Constraint,
  context: LayoutContext,
): readonly Track[] {
  const { columns, box } = grid;
  const { justifyContent } = box.style;
  const items: SizingItem[] = [];
  collectItems(grid, wholeFrame(columns.gap), items, context);
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
  frame: SubgridFrame,
  into: SizingItem[],
  context: LayoutContext,
): void {
  for (const item of grid.items) {
    const { before, after } = extrasOf(item.column, grid.columns, frame);
    const range = {
      start: item.column.start + frame.offset,
      end: item.column.end + frame.offset,
    };
    if (isSubgrid(item.box, 'column')) {
      const { margin, border, padding } = computeEdges(item.box.style, 0);
      const inner = {
        ...frame,
        offset: range.start,
        before: before + margin.left + border.left + padding.left,
        after: after + margin.right + border.right + padding.right,
      };
      into.push(...edgeItems(range, inner));
      collectItems(placeGrid(item.box, unknownRoom, inheritedBy(item, grid)), inner, into, context);
    } else {
      into.push(sizingItem(range, widthContributions(item.box, context), before + after));
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

/** A subgrid's margin, border and padding need room even where no item stands (§9). */
export function edgeItems(
  { start, end }: TrackRange,
  { before, after }: Pick<SubgridFrame, 'before' | 'after'>,
): readonly SizingItem[] {
  const ofSize = (range: TrackRange, size: number) => {
    const same = () => size;
    return { ...range, minimum: same, minContent: same, maxContent: same };
  };
  if (end - start === 1) return [ofSize({ start, end }, Math.max(0, before + after))];
  return [
    ofSize({ start, end: start + 1 }, Math.max(0, before)),
    ofSize({ start: end - 1, end }, Math.max(0, after)),
  ];
}
