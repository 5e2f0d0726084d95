/** `-trykklar-overprint` on what a box paints: whether its inks are laid over those below. */
import type { AuthorColor } from '../color/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { DisplayItem, Overprint } from './item.ts';

type Item = DisplayItem<AuthorColor>;

function marked(item: Item, overprint: Overprint): Item {
  switch (item.kind) {
    case 'fill':
    case 'stroke':
    case 'glyphs':
    case 'shade':
      return { ...item, overprint };
    case 'group':
      return { ...item, items: item.items.map((inner) => marked(inner, overprint)) };
    default:
      return item;
  }
}

/** The items as the style asks for; the same items where it leaves the rules to decide. */
export function withOverprint(
  items: readonly Item[],
  { overprint }: Pick<ComputedStyle, 'overprint'>,
): readonly Item[] {
  if (overprint === 'auto' || items.length === 0) return items;
  return items.map((item) => marked(item, overprint === 'overprint' ? 'on' : 'off'));
}
