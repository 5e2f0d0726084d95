/**
 * Which items reach what lies below them. In CSS a stacking context is always mixed on its own
 * (compositing-2 §3.2); a PDF group only where it is said, so it is said where it makes a
 * difference.
 */
import type { BlendMode, DisplayItem, GroupItem } from './item.ts';

/** True for a group that is mixed as a whole before it meets what lies below. */
function isMixed({ opacity, blend, isolated, mask }: GroupItem<unknown>): boolean {
  return opacity < 1 || blend !== 'normal' || isolated === true || mask !== undefined;
}

function reachesBelow(
  items: readonly DisplayItem<unknown>[],
  matters: (blend: BlendMode) => boolean,
): boolean {
  return items.some((item) => {
    if (item.kind !== 'group') return false;
    if (item.blend !== 'normal') return matters(item.blend);
    return !isMixed(item) && reachesBelow(item.items, matters);
  });
}

/** True where an item blends with what lies below the items as a whole. */
export function blendsWithin(items: readonly DisplayItem<unknown>[]): boolean {
  return reachesBelow(items, () => true);
}

/**
 * The same for a page, under which lies paper: multiplied or darkened with white, a colour is what
 * it was.
 */
export function blendsWithPaper(items: readonly DisplayItem<unknown>[]): boolean {
  return reachesBelow(items, (blend) => blend !== 'multiply' && blend !== 'darken');
}
