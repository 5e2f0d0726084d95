/**
 * Boxes that span all columns (css-multicol-1 §6). They stand in the flow of the column container's
 * content, which stops at each as at a forced break, boxes around it cut in two; the columns go on
 * below it.
 */
import { type Box, isInFlow } from './box.ts';
import { holdsPositioned } from './holds-positioned.ts';
import { isIndependent } from './peek-margin.ts';
import type { Rest } from './space.ts';

/**
 * The children of a column container with those marked that span it: only what shares its formatting
 * context does (§6). As in all browsers nothing spans out of a box that holds fixed boxes.
 */
export function markSpanners(children: readonly Box[]): readonly Box[] {
  let isChanged = false;
  const marked = children.map((child) => {
    const own = marking(child);
    isChanged ||= own !== child;
    return own;
  });
  return isChanged ? marked : children;
}

function marking(child: Box): Box {
  if (child.kind === 'lines') return child;
  if (child.style.columnSpan === 'all' && isInFlow(child)) return { ...child, spansColumns: true };
  if (child.kind !== 'block' || isIndependent(child) || holdsPositioned(child.style)) return child;
  const children = markSpanners(child.children);
  return children === child.children ? child : { ...child, children };
}

/** All that span the columns which a box is the content of. */
export function spannersIn(box: Box): readonly Box[] {
  if (box.spansColumns) return [box];
  return box.kind === 'block' ? box.children.flatMap(spannersIn) : [];
}

/** The spanning box at which a flow has stopped; null where something else has to go on first. */
export function spannerAt(box: Box, rest: Rest | null): Box | null {
  let at: Box | undefined = box;
  let place = rest;
  while (at?.kind === 'block' && place) {
    if (place.parallel && place.parallel.length > 0) return null;
    const child: Box | undefined = at.children[place.index];
    if (!place.child) return place.line === 0 && child?.spansColumns ? child : null;
    at = child;
    place = place.child;
  }
  return null;
}

/** True where a flow has stopped at a spanning box, whatever else goes on beside it. */
export function stopsAtSpanner(box: Box, rest: Rest): boolean {
  let at: Box | undefined = box;
  let place: Rest = rest;
  while (at?.kind === 'block' && place.child) {
    at = at.children[place.index];
    place = place.child;
  }
  return at?.kind === 'block' && at.children[place.index]?.spansColumns === true;
}

/** Past the spanning box that a flow has stopped at. */
export function pastSpanner(rest: Rest): Rest {
  if (rest.child) return { ...rest, child: pastSpanner(rest.child) };
  return { ...rest, index: rest.index + 1 };
}
