/**
 * Boxes that are painted as one whole with all that is in them, positioned boxes too whose containing
 * block is further out (css-color-4 §4.2, compositing-2 §3.1, css-masking-1 §5): such a positioned
 * box's fragment hangs from theirs.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { Box } from './box.ts';
import type { BoxFragment, Fragment, LineFragment } from './fragment.ts';
import type { Laid } from './space.ts';

function isPaintedAsWhole(style: ComputedStyle): boolean {
  const { opacity, mixBlendMode, isolation, clipPath, maskImage, overflowX } = style;
  // What clips its content would clip what does not stand in it too.
  if (overflowX !== 'visible') return false;
  const isMasked = maskImage.some((image) => image !== 'none');
  const isMixed = opacity < 1 || mixBlendMode !== 'normal' || isolation === 'isolate';
  return isMixed || clipPath !== 'none' || isMasked;
}

/** What still waits remembers the box, unless one inside it comes first. */
export function rememberWhole(box: Box, laid: Laid): Laid {
  if (laid.outOfFlow.length === 0 || box.kind === 'lines' || !isPaintedAsWhole(box.style))
    return laid;
  const outOfFlow = laid.outOfFlow.map((one) => (one.paintedIn ? one : { ...one, paintedIn: box }));
  return { ...laid, outOfFlow };
}

/** The fragment with a child in the fragment of `box` that is inside it; null where there is none. */
export function insertedIn<F extends BoxFragment | LineFragment>(
  fragment: F,
  box: Box,
  child: BoxFragment,
): F | null {
  for (const [index, one] of fragment.children.entries()) {
    if (one.kind === 'text') continue;
    const own = { ...child, x: child.x - one.x, y: child.y - one.y };
    const isIt = one.kind === 'box' && one.style === box.style && one.element === box.element;
    const changed: Fragment | null = isIt
      ? { ...one, children: [...one.children, own] }
      : insertedIn(one, box, own);
    if (!changed) continue;
    const children = fragment.children.map((other, at) => (at === index ? changed : other));
    return { ...fragment, children };
  }
  return null;
}
