/** An item in its grid area: how large, and where (css-grid-2 §6.2, §11). */
import type { Rect } from '../../base/index.ts';
import { alignOf, justifyOf, selfFraction } from '../alignment.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from '../box-fragment.ts';
import type { BoxFragment } from '../fragment.ts';
import { computeEdges } from '../sizing.ts';
import { fixedSpace, type LayoutContext, type OutOfFlow } from '../space.ts';
import { type ItemInArea, layoutInArea } from './grid-item.ts';
import type { GridItem } from './placed-grid.ts';
import { baselineDistance, baselineKind, mayShare, type RowBaselines } from './row-baselines.ts';

export interface PlacedItem {
  readonly fragment: BoxFragment;
  /** How far `position: relative` has moved it down. */
  readonly shift: number;
  readonly outOfFlow: readonly OutOfFlow[];
}

/** Lays out an item and puts it where its area and alignment say; `shiftRight` for a column's baseline. */
export function placeItem(
  { row }: GridItem,
  item: ItemInArea,
  area: Rect,
  baselines: RowBaselines,
  shiftRight: number,
  context: LayoutContext,
): PlacedItem {
  const { box, container } = item;
  const { style } = box;
  const { margin } = computeEdges(style, area.width);
  const laid = layoutInArea(item, context);
  const { width, height } = laid.fragment;
  const across = area.width - width - margin.left - margin.right;
  const down = area.height - height - margin.top - margin.bottom;
  const isShared = !item.subgrid?.rows && mayShare(laid.fragment, row, baselines.settled);
  const kind = isShared ? baselineKind(box, container) : null;
  const x = offsetIn(across, justifyOf(box, container), style.marginLeft, style.marginRight);
  const y =
    kind === null
      ? offsetIn(down, alignOf(box, container), style.marginTop, style.marginBottom)
      : baselineOffset(
          kind,
          baselineDistance(laid.fragment, kind, margin, container),
          down,
          row,
          baselines,
        );
  const shift = relativeOffset(style, fixedSpace(area.width, area.height, null, null));
  const by = {
    x: area.x + margin.left + x + shiftRight + shift.x,
    y: area.y + margin.top + y + shift.y,
  };
  return {
    fragment: moveFragment(laid.fragment, by),
    shift: shift.y,
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
  };
}

/** The part of the free room before the margin box; `auto` margins take all there is. */
function offsetIn(
  free: number,
  align: Parameters<typeof selfFraction>[0],
  before: unknown,
  after: unknown,
): number {
  const isBefore = before === 'auto';
  if (isBefore || after === 'auto') {
    if (!isBefore || free < 0) return 0;
    return after === 'auto' ? free / 2 : free;
  }
  return free * selfFraction(align, free);
}

function baselineOffset(
  kind: 'first' | 'last',
  distance: number,
  free: number,
  { start, end }: GridItem['row'],
  { ascents, descents }: RowBaselines,
): number {
  // Lines across may have grown with their rows.
  if (kind === 'first') return Math.max(0, (ascents[start] ?? distance) - distance);
  return free - ((descents[end - 1] ?? distance) - distance);
}
