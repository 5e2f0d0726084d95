/** Which items give a grid container its own baselines (css-grid-2 §11.6). */
import { type BaselineItem, containerBaselines, type LaidItems } from '../items.ts';
import type { PlacedItem } from './place-item.ts';
import type { GridItem, PlacedGrid } from './placed-grid.ts';
import { baselineKind, mayShare } from './row-baselines.ts';

type Kind = BaselineItem['kind'];

/** The container's baselines: those that items of its first and last rows share, or one of them has. */
export function gridBaselines(
  { items, box }: PlacedGrid,
  placed: readonly PlacedItem[],
  settled: readonly boolean[],
): Pick<LaidItems, 'firstBaseline' | 'lastBaseline'> {
  let top = Number.POSITIVE_INFINITY;
  let bottom = 0;
  for (const { row } of items) {
    top = Math.min(top, row.start);
    bottom = Math.max(bottom, row.end);
  }
  const find = (kind: Kind, isThere: (item: GridItem) => boolean) => {
    let best: (BaselineItem & { readonly rank: Rank }) | null = null;
    items.forEach((item, index) => {
      const one = placed[index];
      if (!one || !isThere(item)) return;
      const isShared = mayShare(one.fragment, item.row, settled);
      const shared = isShared ? baselineKind(item.box, box.style) : null;
      const rank = rankOf(item, kind, shared);
      if (best && !isBefore(rank, best.rank)) return;
      best = { fragment: one.fragment, shift: one.shift, kind: shared ?? kind, rank };
    });
    return best;
  };
  return containerBaselines(
    find('first', ({ row }) => row.start === top),
    find('last', ({ row }) => row.end === bottom),
    box.style,
  );
}

type Rank = readonly [number, number];

/** Items that share the baseline asked for come first, then those that share the other; then by place. */
function rankOf({ column }: GridItem, kind: Kind, shared: Kind | null): Rank {
  const order = shared === kind ? 0 : shared === null ? 2 : 1;
  return [order, kind === 'first' ? column.start : -column.end];
}

function isBefore(one: Rank, other: Rank): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}
