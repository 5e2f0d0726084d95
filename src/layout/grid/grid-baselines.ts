/** Which items give a grid container its own baselines (css-grid-2 §11.6). */
import type { Box } from '../box.ts';
import type { GridItem, PlacedGrid } from './placed-grid.ts';
import { baselineKind } from './row-baselines.ts';

/** Indices of the items; -1 without items. */
export function baselineItems({ items, box }: PlacedGrid): {
  readonly first: number;
  readonly last: number;
} {
  let top = Number.POSITIVE_INFINITY;
  let bottom = 0;
  for (const { row } of items) {
    top = Math.min(top, row.start);
    bottom = Math.max(bottom, row.end);
  }
  const first = pick(
    items,
    ({ row }) => row.start === top,
    (item) => rank(item, 'first', box),
  );
  const last = pick(
    items,
    ({ row }) => row.end === bottom,
    (item) => rank(item, 'last', box),
  );
  return { first, last };
}

/** Items that share a baseline come first; then the first in the row, or the last. */
function rank(item: GridItem, kind: 'first' | 'last', container: Box): readonly [number, number] {
  const shares = baselineKind(item.box, container.style) === kind;
  return [shares ? 0 : 1, kind === 'first' ? item.column.start : -item.column.end];
}

function pick(
  items: readonly GridItem[],
  isThere: (item: GridItem) => boolean,
  rankOf: (item: GridItem) => readonly [number, number],
): number {
  let best = -1;
  let least: readonly [number, number] = [2, 0];
  items.forEach((item, index) => {
    if (!isThere(item)) return;
    const own = rankOf(item);
    if (own[0] > least[0] || (own[0] === least[0] && own[1] >= least[1])) return;
    best = index;
    least = own;
  });
  return best;
}
