/**
 * Breaks that are forced inside a box (css-break-3 §3.1): the items of a row and the cells of a table
 * go on beside each other where one of them asks for it, though all would fit.
 */
import { type Box, isInFlow } from './box.ts';
import { isBreakForced, isMonolithic } from './break-rules.ts';
import { sortItems } from './items.ts';
import type { Fragmentainer } from './space.ts';

type Kind = Fragmentainer['kind'];

const known: Readonly<Record<Kind, WeakMap<Box, boolean>>> = {
  column: new WeakMap(),
  page: new WeakMap(),
};

/** True where two boxes in flow in it force a break between them. */
export function isForcedInside(box: Box, kind: Kind): boolean {
  if (box.kind === 'lines' || isMonolithic(box, kind)) return false;
  // What asks for a column in columns asks for one of theirs.
  if (box.kind === 'columns' && kind === 'column') return false;
  const found = known[kind].get(box) ?? findInside(box, kind);
  known[kind].set(box, found);
  return found;
}

function findInside(box: Box, kind: Kind): boolean {
  if (box.kind === 'table') return isForcedInTable(box, kind);
  if (!('children' in box)) return false;
  const isContainer = box.kind === 'flex' || box.kind === 'grid';
  const children = (isContainer ? sortItems(box.children) : box.children).filter(isInFlow);
  // Rows of items are parted where their container is cut.
  if (!isContainer && isForcedAmong(children, kind)) return true;
  return children.some((child) => isForcedInside(child, kind));
}

function isForcedAmong(children: readonly Box[], kind: Kind): boolean {
  return children.some((child, index) => {
    const before = children[index - 1];
    return before !== undefined && isBreakForced(before, child, kind, '');
  });
}

function isForcedInTable(table: Extract<Box, { readonly kind: 'table' }>, kind: Kind): boolean {
  return table.children.some((child) => isForcedInside(child, kind));
}
