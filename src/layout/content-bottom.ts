/** How far down the content of a fragment reaches. */
import { relativeOffset } from './box-fragment.ts';
import type { BoxFragment } from './fragment.ts';
import { openSpace } from './space.ts';

/** From the fragment's top, what runs out of boxes of set height included. */
export function contentBottom({ children }: BoxFragment): number {
  return children.reduce((most, child) => {
    if (child.kind !== 'box') return Math.max(most, child.y + child.height);
    const { overflowX, overflowY } = child.style;
    const isOpen = overflowY === 'visible' && overflowX !== 'hidden';
    const inside = isOpen ? contentBottom(child) : 0;
    const y = child.y - relativeOffset(child.style, noHeight).y;
    return Math.max(most, y + Math.max(child.height, inside));
  }, 0);
}

/** Percentages of it do not move a box. */
const noHeight = openSpace(0, null);
