/**
 * Rows of a flex or grid container that was laid out in one piece: items that no straight cut parts
 * (css-flexbox-1 §10, css-grid-2 §12: breaks come between lines or rows), and a row that is itself
 * broken, each of its items going on beside the others.
 */
import { resolveLength } from '../style/index.ts';
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
  type Laid,
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
  /** With the margin above, which stays with it where the container is cut. */
  readonly top: number;
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
    const y = fragment.y - shift.y;
    return [{ box: item, fragment, y, top: y - marginAbove(item, whole.width) }];
  });
  const rows: { items: Item[]; top: number; bottom: number }[] = [];
  for (const item of items.toSorted((one, other) => one.y - other.y)) {
    const last = rows.at(-1);
    const bottom = item.y + item.fragment.height;
    if (!last || item.y >= last.bottom - epsilon)
      rows.push({ items: [item], top: item.top, bottom });
    else {
      last.items.push(item);
      last.top = Math.min(last.top, item.top);
      last.bottom = Math.max(last.bottom, bottom);
    }
  }
  return rows;
}

function marginAbove({ style: { marginTop } }: Box, width: number): number {
  return marginTop === 'auto' ? 0 : Math.max(0, resolveLength(marginTop, width));
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
  /** From this height of the piece on everything goes on whole; null: what is cut is cut at its end. */
  readonly pushedAt: number | null;
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

/** An item's piece of a row, where it has one. */
interface ItemPiece {
  readonly item: Item;
  /** Where it goes on here; null: nothing was left of it. */
  readonly from: Rest | null;
  /** In the piece of the row. */
  readonly top: number;
  /** Null where it has no room here. */
  readonly laid: Pick<Laid, 'fragment' | 'rest' | 'outOfFlow'> | null;
  /** How much it lacks where it is too high as a whole. */
  readonly missing: number;
}

/** A row's items as far as the column or page has room; `passed` is the row's height so far. */
export function breakRow(
  row: ContainerRow,
  resume: RowRest | null,
  passed: number,
  fragmentainer: Fragmentainer,
  contentWidth: number,
  context: LayoutContext,
): BrokenRow {
  const tried = row.items.map((item, index) => {
    const from = resume ? (resume[index] ?? null) : notBegun(0);
    const isNew = from !== null && isUntouched(from);
    const top = isNew ? Math.max(0, item.y - row.top - passed) : 0;
    return pieceOf(item, from, top, fragmentainer, contentWidth, context);
  });
  // Rows that an item reaches over are parted above the first that does not fit.
  const { kind } = fragmentainer;
  const pushed = tried.filter((one) => isWithoutRoom(one, kind));
  const pushedAt = Math.min(...pushed.map(({ top }) => top));
  const pieces = tried.map((one) =>
    one.top >= pushedAt - epsilon && one.from ? { ...one, laid: null } : one,
  );
  const rests = pieces.map(({ laid, from }) => (laid ? laid.rest : from));
  const rest = rests.some((one) => one !== null) ? rests : null;
  const height = Math.max(0, ...pieces.map(bottomOf));
  // What the row has grown by where all of it has ended.
  const growth = rest ? 0 : Math.max(0, height - (row.bottom - row.top - passed));
  const { fragments, held } = gather(pieces, row, growth);
  const shortages = tried.map(({ laid, missing }) =>
    Math.min(missing, laid?.rest?.shortage ?? missing),
  );
  return {
    fragments,
    held,
    height,
    rest,
    appeal: pieces.reduce<Appeal>(
      (least, one) => leastAppeal(least, appealOf(one, fragmentainer)),
      appeals.perfect,
    ),
    shortage: Math.min(...shortages),
    pushedAt: Number.isFinite(pushedAt) ? pushedAt : null,
  };
}

function pieceOf(
  item: Item,
  from: Rest | null,
  top: number,
  fragmentainer: Fragmentainer,
  contentWidth: number,
  context: LayoutContext,
): ItemPiece {
  const none = { item, from, top, laid: null, missing: Number.POSITIVE_INFINITY };
  const room = fragmentainer.room - top;
  if (!from || (top > 0 && room < epsilon)) return none;
  const atTop = fragmentainer.atTop && top <= epsilon;
  const resume = isUntouched(from) ? null : from;
  const own = { ...fragmentainer, room, atTop };
  const laid = layoutItem(item, own, resume, contentWidth, context);
  const missing = top + laid.fragment.height - fragmentainer.room;
  const isTooHigh = laid.rest === null && missing > epsilon;
  if (isTooHigh) return { ...none, laid: atTop ? laid : null, missing };
  return { ...none, laid };
}

/** True for an item below the row's top that nothing fits of, or that is not to be broken. */
function isWithoutRoom(
  { item, top, laid, missing }: ItemPiece,
  kind: Fragmentainer['kind'],
): boolean {
  if (top <= epsilon) return false;
  if (!laid) return Number.isFinite(missing);
  if (!laid.rest || laid.rest.forced) return false;
  return laid.rest.appeal === appeals.lastResort || isBreakInsideAvoided(item.box, kind);
}

/** Which rules the break in an item goes against. */
function appealOf({ item, from, top, laid, missing }: ItemPiece, { kind }: Fragmentainer): Appeal {
  if (!laid)
    return from && top <= epsilon && Number.isFinite(missing)
      ? appeals.lastResort
      : appeals.perfect;
  if (!laid.rest) return appeals.perfect;
  return isBreakInsideAvoided(item.box, kind) ? appeals.avoided : laid.rest.appeal;
}

function bottomOf({ top, laid }: ItemPiece): number {
  return laid ? top + laid.fragment.height : 0;
}

/** The fragments of a row's pieces, and what waits in them. */
function gather(pieces: readonly ItemPiece[], row: ContainerRow, growth: number) {
  const fragments: BoxFragment[] = [];
  const held: OutOfFlow[] = [];
  for (const piece of pieces) {
    const { item, top, laid } = piece;
    if (!laid) continue;
    const by = { x: item.fragment.x, y: top + item.fragment.y - item.y };
    fragments.push(moveFragment(stretched(laid.fragment, piece, row, growth), by));
    const waiting = laid.outOfFlow.filter(({ holder }) => holder);
    held.push(...carryOutOfFlow(waiting, by, fragments.length - 1));
  }
  return { fragments, held };
}

/** An item that was as high as its row is so again where the row ends. */
function stretched(
  fragment: BoxFragment,
  { item, from, laid }: ItemPiece,
  row: ContainerRow,
  growth: number,
): BoxFragment {
  if (laid?.rest || fragment.style.height !== 'auto' || !isAsHighAs(item, row)) return fragment;
  const left = item.fragment.height - (from?.consumed ?? 0) + growth;
  return { ...fragment, height: Math.max(fragment.height, left) };
}

function isAsHighAs({ fragment, y, top: own }: Item, { top, bottom }: ContainerRow): boolean {
  return own <= top + epsilon && y + fragment.height >= bottom - epsilon;
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
  const { height, maxHeight } = box.style;
  const isStretched = height === 'auto' && maxHeight === 'none' && natural < fragment.height;
  const isHeightLeast = fixedHeight !== null && isStretched && box.kind === 'block';
  return context.layoutChild(box, { ...space, fixedHeight, isHeightLeast, fragmentainer, resume });
}

function unmoved(fragment: BoxFragment): BoxFragment {
  return { ...fragment, x: 0, y: 0 };
}
