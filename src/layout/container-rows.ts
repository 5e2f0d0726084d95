/**
 * Rows of a flex or grid container that was laid out in one piece: items that no straight cut parts
 * (css-flexbox-1 §10, css-grid-2 §12: breaks come between lines or rows), and a row that is itself
 * broken, each of its items going on beside the others.
 */
import type { Box } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import { type Appeal, appeals, leastAppeal } from './break-appeal.ts';
import { isBreakInsideAvoided, isMonolithic } from './break-rules.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import type { ContainerBox } from './items.ts';
import { sortItems } from './items.ts';
import {
  epsilon,
  type Fragmentainer,
  fixedSpace,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Rest,
} from './space.ts';

/** An item where it stands in the whole container. */
export interface Item {
  readonly box: Exclude<Box, { readonly kind: 'lines' }>;
  readonly fragment: BoxFragment;
  /** Without the shift of `position: relative`. */
  readonly y: number;
}

export interface ContainerRow {
  readonly items: readonly Item[];
  readonly top: number;
  readonly bottom: number;
}

function isInFlow(child: Fragment): child is BoxFragment {
  return (
    child.kind === 'box' && child.style.position !== 'absolute' && child.style.position !== 'fixed'
  );
}

/** The rows of a container, from the top. */
export function rowsOf(box: ContainerBox, whole: BoxFragment): readonly ContainerRow[] {
  const fragments = whole.children.filter(isInFlow);
  const items = sortItems(box.children).flatMap((item, index): readonly Item[] => {
    const fragment = fragments[index];
    if (!fragment || item.kind === 'lines') return [];
    const shift = relativeOffset(item.style, openSpace(whole.width, null));
    return [{ box: item, fragment, y: fragment.y - shift.y }];
  });
  const rows: { items: Item[]; top: number; bottom: number }[] = [];
  for (const item of items.toSorted((one, other) => one.y - other.y)) {
    const last = rows.at(-1);
    const bottom = item.y + item.fragment.height;
    if (!last || item.y >= last.bottom - epsilon) rows.push({ items: [item], top: item.y, bottom });
    else {
      last.items.push(item);
      last.bottom = Math.max(last.bottom, bottom);
    }
  }
  return rows;
}

/** Where the items of a broken row go on, in the row's order; null: nothing is left of the item. */
export type RowRest = readonly (Rest | null)[];

export interface BrokenRow {
  /** Items with their tops counted from the row's. */
  readonly fragments: readonly BoxFragment[];
  /** Positioned boxes that wait for all pieces of their containing blocks in the items. */
  readonly held: readonly OutOfFlow[];
  readonly height: number;
  /** Null where the whole row, or all that was left of it, stands here. */
  readonly rest: RowRest | null;
  readonly appeal: Appeal;
  readonly shortage: number;
}

const notBegun = (index: number): Rest => ({
  index,
  child: null,
  line: 0,
  consumed: 0,
  forced: false,
  side: null,
  appeal: appeals.perfect,
  shortage: Number.POSITIVE_INFINITY,
});

/** A row's items as far as the column or page has room; `passed` is the row's height so far. */
export function breakRow(
  row: ContainerRow,
  resume: RowRest | null,
  passed: number,
  fragmentainer: Fragmentainer,
  contentWidth: number,
  context: LayoutContext,
): BrokenRow {
  const fragments: BoxFragment[] = [];
  const held: OutOfFlow[] = [];
  const rests: (Rest | null)[] = [];
  let appeal: Appeal = appeals.perfect;
  let shortage = Number.POSITIVE_INFINITY;
  let height = 0;
  for (const [index, item] of row.items.entries()) {
    const from = resume ? resume[index] : notBegun(0);
    if (!from) {
      rests.push(null);
      continue;
    }
    const isNew = isUntouched(from);
    const top = isNew ? Math.max(0, item.y - row.top - passed) : 0;
    const room = fragmentainer.room - top;
    const isMoved = item.fragment.y - item.y;
    if (top > 0 && room < epsilon) {
      rests.push(from);
      continue;
    }
    const atTop = fragmentainer.atTop && top <= epsilon;
    const laid = layoutItem(
      item,
      { ...fragmentainer, room, atTop },
      isNew ? null : from,
      contentWidth,
      context,
    );
    const missing = top + laid.fragment.height - fragmentainer.room;
    const isTooHigh = laid.rest === null && missing > epsilon;
    if (isTooHigh) {
      shortage = Math.min(shortage, missing);
      if (!atTop) {
        appeal = leastAppeal(appeal, top > epsilon ? appeals.perfect : appeals.lastResort);
        rests.push(from);
        continue;
      }
    }
    const by = { x: item.fragment.x, y: top + isMoved };
    fragments.push(moveFragment(laid.fragment, by));
    const waiting = laid.outOfFlow.filter(({ holder }) => holder);
    held.push(...carryOutOfFlow(waiting, by, fragments.length - 1));
    height = Math.max(height, top + laid.fragment.height);
    rests.push(laid.rest);
    if (!laid.rest) continue;
    const isAvoided = isBreakInsideAvoided(item.box, fragmentainer.kind);
    appeal = leastAppeal(appeal, isAvoided ? appeals.avoided : laid.rest.appeal);
    shortage = Math.min(shortage, laid.rest.shortage);
  }
  const rest = rests.some((one) => one !== null) ? rests : null;
  const full = rest ? fragments : fragments.map((one) => stretched(one, row, height));
  return { fragments: full, held, height, rest, appeal, shortage };
}

/** An item that was as high as its row is so again where the row ends. */
function stretched(fragment: BoxFragment, row: ContainerRow, height: number): BoxFragment {
  const item = row.items.find(({ fragment: whole }) => whole.element === fragment.element);
  const isFull = item && fragment.style.height === 'auto' && isAsHighAs(item, row);
  return isFull
    ? { ...fragment, height: Math.max(fragment.height, height - fragment.y) }
    : fragment;
}

function isAsHighAs({ fragment, y }: Item, { top, bottom }: ContainerRow): boolean {
  return y <= top + epsilon && y + fragment.height >= bottom - epsilon;
}

function isUntouched(rest: Rest): boolean {
  return rest.index === 0 && rest.child === null && rest.line === 0 && rest.consumed === 0;
}

/** An item of its own width; one that was stretched keeps its height too. */
function layoutItem(
  { box, fragment }: Item,
  fragmentainer: Fragmentainer,
  resume: Rest | null,
  contentWidth: number,
  context: LayoutContext,
) {
  const space = fixedSpace(contentWidth, null, fragment.width, null);
  const natural = context.layoutChild(box, space).fragment.height;
  const isNatural = Math.abs(natural - fragment.height) < epsilon;
  if (isMonolithic(box, fragmentainer.kind))
    return { fragment: unmoved(fragment), rest: null, outOfFlow: [] };
  const fixedHeight = isNatural ? null : fragment.height;
  return context.layoutChild(box, { ...space, fixedHeight, fragmentainer, resume });
}

function unmoved(fragment: BoxFragment): BoxFragment {
  return { ...fragment, x: 0, y: 0 };
}
