/** A drawing without the pictures that could not be read. */
import type { DisplayItem, DisplayList } from './item.ts';

function kept<C>(
  items: readonly DisplayItem<C>[],
  isThere: (picture: string) => boolean,
): readonly DisplayItem<C>[] {
  return items.flatMap((item): readonly DisplayItem<C>[] => {
    if (item.kind === 'picture') return isThere(item.picture) ? [item] : [];
    if (item.kind !== 'group') return [item];
    const inside = { ...item, items: kept(item.items, isThere) };
    const { mask } = item;
    return [mask ? { ...inside, mask: { ...mask, items: kept(mask.items, isThere) } } : inside];
  });
}

/** The list without pictures that are not there, in groups and masks too. */
export function withoutPictures<C>(
  list: DisplayList<C>,
  isThere: (picture: string) => boolean,
): DisplayList<C> {
  return list.map((page) => ({ ...page, items: kept(page.items, isThere) }));
}
