/**
 * Flex and grid containers over columns and pages (css-flexbox-1 §10, css-grid-2 §12): laid out in
 * one piece, then cut between lines or rows, where no item stands on both sides. Items themselves
 * stay whole. Deviation: rows are not laid out anew for a page of another width.
 */
import type { FlexBox, GridBox } from './box.ts';
import { moveFragment, sliceEdges } from './box-fragment.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { noMargin } from './margin.ts';
import { restAt } from './rest.ts';
import { epsilon, type Laid, type LayoutContext, type Rest, type Space } from './space.ts';

/** The piece of a container that goes into this column or page. */
export function layoutSlice(box: FlexBox | GridBox, space: Space, context: LayoutContext): Laid {
  const whole = context.layoutChild(box, { ...space, fragmentainer: null, resume: null });
  const { fragment } = whole;
  const from = space.resume?.consumed ?? 0;
  const room = space.fragmentainer?.room ?? Number.POSITIVE_INFINITY;
  if (fragment.height - from <= room + epsilon)
    return from === 0 ? whole : pieceOf(whole, from, fragment.height, null);
  const to = lastCut(fragment, from, from + room);
  // Nothing can be parted: it goes on as a whole, or runs out of a page that is too short.
  if (to === null) return from === 0 ? whole : pieceOf(whole, from, fragment.height, null);
  return pieceOf(whole, from, to, { ...restAt(0, null, false), consumed: to });
}

function isItem(child: Fragment): boolean {
  return (
    child.kind === 'box' && child.style.position !== 'absolute' && child.style.position !== 'fixed'
  );
}

/** The lowest top of an item, within reach, that no other item stands across. */
function lastCut({ children }: BoxFragment, from: number, limit: number): number | null {
  const items = children.filter(isItem).toSorted((one, other) => one.y - other.y);
  let cut: number | null = null;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const isFree = bottom <= item.y + epsilon && item.y > from + epsilon;
    if (isFree && bottom <= limit + epsilon) cut = item.y;
    bottom = Math.max(bottom, item.y + item.height);
    if (item.y > limit) break;
  }
  return cut;
}

/** What of a container lies between two heights. */
function pieceOf(whole: Laid, from: number, to: number, rest: Rest | null): Laid {
  const { fragment } = whole;
  const [isFirst, isLast] = [from === 0, rest === null];
  const by = { x: 0, y: -from };
  const isHere = (y: number) => (isFirst || y > from - epsilon) && (isLast || y < to - epsilon);
  const children = fragment.children
    .filter(({ y }) => isHere(y))
    .map((child) => moveFragment(child, by));
  const bottom = Math.max(0, ...children.filter(isItem).map((child) => child.y + child.height));
  return {
    ...whole,
    rest,
    fragment: {
      ...fragment,
      children,
      height: isLast ? to - from : bottom,
      border: sliceEdges(fragment.border, isFirst, isLast),
      padding: sliceEdges(fragment.padding, isFirst, isLast),
      frame: fragment.frame && isFirst && isLast,
    },
    marginTop: isFirst ? whole.marginTop : noMargin,
    marginBottom: isLast ? whole.marginBottom : noMargin,
    outOfFlow: whole.outOfFlow
      .filter(({ position }) => isHere(position.y))
      .map((one) => ({
        ...one,
        position: { x: one.position.x, y: one.position.y - from },
        after: Math.min(one.after, children.length - 1),
      })),
  };
}
