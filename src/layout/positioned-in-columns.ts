/**
 * Positioned boxes whose containing block is content that columns cut (css-multicol-1 §8,
 * css-break-3 §4): the pieces of the block count as one, as high as all of them together; a box in
 * it stands in the column that its place falls in, and is cut itself where that column ends.
 */
import type { Point, Rect } from '../base/index.ts';
import { placementOf } from './absolute.ts';
import type { Box } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import { isMonolithic } from './break-rules.ts';
import {
  type ColumnPlace,
  type ColumnRow,
  isBefore,
  isSameColumn,
  mostColumns,
  nextColumn,
  type PointInColumns,
  pointAt,
  roomIn,
  type Thread,
} from './column-thread.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { insertPieces, type Piece, type PlacedPiece } from './insert-pieces.ts';
import { isSamePoint } from './rest.ts';
import {
  epsilon,
  type Holder,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Rest,
  type Space,
} from './space.ts';

/** A piece of a containing block in a column. */
interface Slice {
  readonly column: ColumnPlace;
  /** Of its border box, in the column. */
  readonly at: Point;
  /** Without what `position: relative` moves it by. */
  readonly inFlow: Point;
  readonly fragment: BoxFragment;
}

interface Waiting {
  readonly column: ColumnPlace;
  readonly waiting: OutOfFlow;
  readonly holder: Holder;
}

export interface WithPositioned {
  /** Those that positioned boxes alone reach included. */
  readonly rows: readonly (readonly Laid[])[];
  /** Where the lowest positioned box ends in each column of the last row. */
  readonly bottoms: readonly number[];
  /** The least that would keep a positioned box from going on. */
  readonly shortage: number;
}

/**
 * Rows of columns with the boxes in place whose containing blocks they hold: those that were found
 * from row `from` on, then those inside these.
 */
export function placeInColumns(
  rows: readonly ColumnRow[],
  from: number,
  context: LayoutContext,
): WithPositioned {
  const bottoms: number[] = [];
  let shortage = Number.POSITIVE_INFINITY;
  let current = rows;
  for (;;) {
    const waiting = waitingIn(current, from);
    if (waiting.length === 0) break;
    const round = placeRound(current, waiting, bottoms, context);
    shortage = Math.min(shortage, round.shortage);
    current = round.rows;
  }
  const columns = current.map((row) => row.columns);
  return { rows: columns, bottoms: Array.from(bottoms, (y) => y ?? 0), shortage };
}

/** Places what waits; `bottoms` learns where it ends in the last row. */
function placeRound(
  rows: readonly ColumnRow[],
  waiting: readonly Waiting[],
  bottoms: number[],
  context: LayoutContext,
): { readonly rows: readonly ColumnRow[]; readonly shortage: number } {
  const slices = slicesOf(new Set(waiting.map(({ holder }) => holder.block)), rows);
  const placed: PlacedPiece[] = [];
  let shortage = Number.POSITIVE_INFINITY;
  for (const one of waiting) {
    const own = slices.get(one.holder.block) ?? [];
    const laid = layoutPieces(one, own, rows, context);
    shortage = Math.min(shortage, laid.shortage);
    for (const piece of laid.pieces) {
      const { column, fragment } = piece;
      const slice = own.find((other) => isSameColumn(other.column, column)) ?? null;
      placed.push({ piece, slice, after: one.holder.after });
      if (column.row < rows.length - 1) continue;
      const bottom = fragment.y + fragment.height;
      bottoms[column.index] = Math.max(bottoms[column.index] ?? 0, bottom);
    }
  }
  return { rows: insertPieces(rows, placed), shortage };
}

/** True for a box whose block these columns cut, and no others. */
export function isHeldHere({ holder }: OutOfFlow): boolean {
  return holder !== undefined && !holder.within;
}

function waitingIn(rows: readonly ColumnRow[], from: number): readonly Waiting[] {
  return rows.slice(from).flatMap(({ columns }, at) =>
    columns.flatMap(({ outOfFlow }, index) =>
      outOfFlow.flatMap((waiting): readonly Waiting[] => {
        const { holder } = waiting;
        return holder && !holder.within
          ? [{ column: { row: from + at, index }, waiting, holder }]
          : [];
      }),
    ),
  );
}

/** The pieces of each box in all columns. */
function slicesOf(
  blocks: ReadonlySet<Box>,
  rows: readonly ColumnRow[],
): ReadonlyMap<Box, readonly Slice[]> {
  const byElement = new Map([...blocks].map((block) => [block.element, block]));
  // An element's box and those made for its content have one element, but styles of their own.
  const blockOfFragment = ({ element, style }: BoxFragment) => {
    const block = byElement.get(element);
    return block?.style === style ? block : undefined;
  };
  const slices = new Map<Box, Slice[]>([...blocks].map((block) => [block, []]));
  const visit = (fragment: Fragment, from: Omit<Slice, 'fragment'>, width: number): void => {
    if (fragment.kind === 'text') return;
    const isBox = fragment.kind === 'box';
    const shift = isBox ? relativeOffset(fragment.style, openSpace(width, null)) : noPoint;
    const { x, y } = fragment;
    const at = { x: from.at.x + x, y: from.at.y + y };
    const inFlow = { x: from.inFlow.x + x - shift.x, y: from.inFlow.y + y - shift.y };
    const here = { column: from.column, at, inFlow };
    const block = isBox ? blockOfFragment(fragment) : undefined;
    if (isBox && block) slices.get(block)?.push({ ...here, fragment });
    for (const child of fragment.children) visit(child, here, fragment.width);
  };
  for (const [row, { columns }] of rows.entries())
    for (const [index, { fragment }] of columns.entries())
      visit(fragment, { column: { row, index }, at: noPoint, inFlow: noPoint }, fragment.width);
  return slices;
}

const noPoint: Point = { x: 0, y: 0 };

interface Pieces {
  readonly pieces: readonly Piece[];
  readonly shortage: number;
}

const noPieces: Pieces = { pieces: [], shortage: Number.POSITIVE_INFINITY };

function layoutPieces(
  { waiting, holder, column }: Waiting,
  slices: readonly Slice[],
  rows: readonly ColumnRow[],
  context: LayoutContext,
): Pieces {
  const { box } = waiting;
  const [first] = slices;
  const last = slices.at(-1);
  if (!first || !last) return noPieces;
  const above = slices
    .filter((slice) => isBefore(slice.column, column))
    .reduce((sum, { fragment }) => sum + fragment.height, 0);
  const position = { x: holder.position.x, y: holder.position.y + above };
  const block = waiting.area?.block === holder.block ? waiting.area.rect : blockOf(slices, first);
  const { space, at } = placementOf({ ...waiting, position }, block, context);
  const place = at(context.layoutChild(box, space).fragment);
  // Where nothing moves it, it is in the column that it was found in.
  const isStatic = box.style.top === 'auto' && box.style.bottom === 'auto';
  const here = isStatic ? slices.find((slice) => isSameColumn(slice.column, column)) : undefined;
  const thread: Thread = { rows, last: last.column.row };
  const start = here
    ? pointAt(thread, here.column, here.inFlow.y + place.y - above)
    : pointAt(thread, first.column, first.inFlow.y + place.y);
  const by = { x: first.at.x + place.x, y: first.at.y - first.inFlow.y };
  return cutBox(box, space, start, by, thread, context);
}

/** A positioned box from a point on, as far as columns go. */
function cutBox(
  box: Box,
  space: Space,
  start: PointInColumns,
  by: Point,
  thread: Thread,
  context: LayoutContext,
): Pieces {
  const kind = thread.rows[start.row]?.isPage ? 'page' : 'column';
  const isCut = !isMonolithic(box, kind);
  const pieces: Piece[] = [];
  let shortage = Number.POSITIVE_INFINITY;
  let rest: Rest | null = null;
  for (let column: ColumnPlace = start; ; column = nextColumn(thread, column)) {
    const y = rest ? 0 : start.y;
    const size = roomIn(thread, column);
    const isBreakable = isCut && Number.isFinite(size);
    const laid: Laid = context.layoutChild(box, {
      ...space,
      resume: rest,
      fragmentainer: isBreakable
        ? {
            ...{ kind, room: size - y, size, atTop: y <= epsilon, page: '' },
            holdsPositioned: true,
          }
        : null,
    });
    const at = { x: by.x, y: y + by.y };
    const outOfFlow = carryOutOfFlow(laid.outOfFlow, at, -1);
    pieces.push({ column, fragment: moveFragment(laid.fragment, at), outOfFlow });
    const isEnd = !laid.rest || isSamePoint(laid.rest, rest) || pieces.length >= mostColumns;
    if (isEnd) return { pieces, shortage };
    shortage = Math.min(shortage, laid.rest?.shortage ?? shortage);
    rest = laid.rest;
  }
}

/** The padding box of all pieces put together, from the first one's top left. */
function blockOf(slices: readonly Slice[], { fragment }: Slice): Rect {
  const height = slices.reduce((sum, one) => sum + one.fragment.height, 0);
  const bottom = slices.at(-1)?.fragment.border.bottom ?? 0;
  const { border, width } = fragment;
  return {
    x: border.left,
    y: border.top,
    width: width - border.left - border.right,
    height: height - border.top - bottom,
  };
}
