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
import type { Column } from './column-row.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { isSamePoint } from './rest.ts';
import {
  epsilon,
  type Holder,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Rest,
} from './space.ts';

/** A piece of a containing block in a column. */
interface Slice {
  readonly column: number;
  /** Of its border box, in the column. */
  readonly at: Point;
  /** Without what `position: relative` moves it by. */
  readonly inFlow: Point;
  readonly fragment: BoxFragment;
}

interface Waiting {
  readonly column: number;
  readonly waiting: OutOfFlow;
  readonly holder: Holder;
}

/** A piece of a positioned box, in a column's coordinates. */
interface Piece {
  readonly column: number;
  readonly fragment: BoxFragment;
  /** For the page: fixed boxes inside. */
  readonly outOfFlow: readonly OutOfFlow[];
}

export interface WithPositioned {
  /** Those that positioned boxes alone reach included. */
  readonly columns: readonly Laid[];
  /** Where the lowest positioned box ends in each column. */
  readonly bottoms: readonly number[];
  /** The least that would keep a positioned box from going on. */
  readonly shortage: number;
}

/**
 * Columns with the boxes in place whose containing blocks they hold: those that were found from
 * column `from` on.
 */
export function placeInColumns(
  columns: readonly Column[],
  from: number,
  context: LayoutContext,
): WithPositioned {
  const waiting = columns.flatMap(({ laid }, column): readonly Waiting[] =>
    laid.outOfFlow.flatMap((one) =>
      one.holder && column >= from ? [{ column, waiting: one, holder: one.holder }] : [],
    ),
  );
  const all = columns.map(({ laid }) => laid);
  if (waiting.length === 0)
    return { columns: all, bottoms: [], shortage: Number.POSITIVE_INFINITY };
  const slices = slicesOf(new Set(waiting.map(({ holder }) => holder.block)), all);
  const insertions: Insertions = { waiting: new Map(), inside: new Map(), beside: new Map() };
  const bottoms = columns.map(() => 0);
  const heights = columns.map(({ height }) => height);
  let shortage = Number.POSITIVE_INFINITY;
  for (const one of waiting) {
    const own = slices.get(one.holder.block) ?? [];
    const laid = layoutPieces(one, own, heights, context);
    shortage = Math.min(shortage, laid.shortage);
    for (const piece of laid.pieces) {
      const { column, fragment } = piece;
      bottoms[column] = Math.max(bottoms[column] ?? 0, fragment.y + fragment.height);
      addPiece(insertions, piece, own, one.holder.after);
    }
  }
  return { columns: withPieces(all, insertions), bottoms, shortage };
}

/** The pieces of each box in all columns. */
function slicesOf(
  blocks: ReadonlySet<Box>,
  columns: readonly Laid[],
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
  for (const [column, { fragment }] of columns.entries())
    visit(fragment, { column, at: noPoint, inFlow: noPoint }, fragment.width);
  return slices;
}

const noPoint: Point = { x: 0, y: 0 };

/** Positioned boxes make no more columns than that. */
const mostColumns = 1000;

interface Pieces {
  readonly pieces: readonly Piece[];
  readonly shortage: number;
}

const noPieces: Pieces = { pieces: [], shortage: Number.POSITIVE_INFINITY };

function layoutPieces(
  { waiting, holder, column }: Waiting,
  slices: readonly Slice[],
  heights: readonly number[],
  context: LayoutContext,
): Pieces {
  const { box } = waiting;
  const [first] = slices;
  if (!first) return noPieces;
  const above = slices
    .filter((slice) => slice.column < column)
    .reduce((sum, { fragment }) => sum + fragment.height, 0);
  const position = { x: holder.position.x, y: holder.position.y + above };
  const block = waiting.area?.block === holder.block ? waiting.area.rect : blockOf(slices, first);
  const { space, at } = placementOf({ ...waiting, position }, block, context);
  const place = at(context.layoutChild(box, space).fragment);
  // Where nothing moves it, it is in the column that it was found in.
  const isStatic = box.style.top === 'auto' && box.style.bottom === 'auto';
  const here = isStatic ? slices.find((slice) => slice.column === column) : undefined;
  const start = here ? columnAt(here, place.y - above, heights) : columnAt(first, place.y, heights);
  const left = first.at.x + place.x;
  const down = first.at.y - first.inFlow.y;
  const isCut = !isMonolithic(box, 'column');
  const pieces: Piece[] = [];
  let shortage = Number.POSITIVE_INFINITY;
  let rest: Rest | null = null;
  for (let index = start.column; ; index++) {
    const y = rest ? 0 : start.y;
    const height = heightOf(heights, index);
    const isBreakable = isCut && Number.isFinite(height);
    const laid: Laid = context.layoutChild(box, {
      ...space,
      resume: rest,
      fragmentainer: isBreakable
        ? { kind: 'column', room: height - y, size: height, atTop: y <= epsilon, page: '' }
        : null,
    });
    const by = { x: left, y: y + down };
    const outOfFlow = carryOutOfFlow(laid.outOfFlow, by, -1);
    pieces.push({ column: index, fragment: moveFragment(laid.fragment, by), outOfFlow });
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

/** Of a column; those past the last are as high as that. */
function heightOf(heights: readonly number[], index: number): number {
  return heights[index] ?? heights.at(-1) ?? Number.POSITIVE_INFINITY;
}

/** The column, and the place in it, that lies so far below the block's first top: all columns are one. */
function columnAt({ column, inFlow }: Slice, offset: number, heights: readonly number[]) {
  let index = column;
  let y = inFlow.y + offset;
  while (y < -epsilon && index > 0 && Number.isFinite(heightOf(heights, index - 1))) {
    index -= 1;
    y += heightOf(heights, index);
  }
  while (y >= heightOf(heights, index) - epsilon && index <= mostColumns) {
    y -= heightOf(heights, index);
    index += 1;
  }
  // So far away no column is wanted: it stands where it would without them.
  if (index > mostColumns) return { column, y: inFlow.y + offset };
  return { column: index, y };
}

interface Insertion {
  readonly fragment: BoxFragment;
  /** Index of the child it comes after. */
  readonly after: number;
}

interface Insertions {
  /** Boxes for the page, by column. */
  readonly waiting: Map<number, readonly OutOfFlow[]>;
  /** By the piece of the containing block that they stand in. */
  readonly inside: Map<BoxFragment, Insertion[]>;
  /** By the column, where it has no such piece. */
  readonly beside: Map<number, Piece[]>;
}

function addPiece(
  { waiting, inside, beside }: Insertions,
  piece: Piece,
  slices: readonly Slice[],
  after: number,
): void {
  waiting.set(piece.column, [...(waiting.get(piece.column) ?? []), ...piece.outOfFlow]);
  const slice = slices.find(({ column }) => column === piece.column);
  if (!slice) {
    beside.set(piece.column, [...(beside.get(piece.column) ?? []), piece]);
    return;
  }
  const fragment = moveFragment(piece.fragment, { x: -slice.at.x, y: -slice.at.y });
  const own = inside.get(slice.fragment) ?? [];
  inside.set(slice.fragment, [...own, { fragment, after }]);
}

function withPieces(columns: readonly Laid[], insertions: Insertions): readonly Laid[] {
  const count = Math.max(
    columns.length,
    ...[...insertions.beside.keys()].map((index) => index + 1),
  );
  return Array.from({ length: count }, (_, index): Laid => {
    const laid = columns[index] ?? emptyColumn(columns[0] as Laid);
    const beside = insertions.beside.get(index) ?? [];
    const own = withInserted(laid.fragment, insertions.inside);
    return {
      ...laid,
      fragment: { ...own, children: [...own.children, ...beside.map(({ fragment }) => fragment)] },
      outOfFlow: [
        ...laid.outOfFlow.filter(({ holder }) => !holder),
        ...(insertions.waiting.get(index) ?? []),
      ],
    };
  });
}

/** A column without content of its own. */
function emptyColumn(one: Laid): Laid {
  return {
    ...one,
    fragment: { ...one.fragment, children: [], height: 0 },
    outOfFlow: [],
    rest: null,
  };
}

function withInserted(fragment: BoxFragment, inside: Insertions['inside']): BoxFragment {
  const own = inside.get(fragment) ?? [];
  let isChanged = own.length > 0;
  const children = fragment.children.map((child) => {
    const changed = child.kind === 'box' ? withInserted(child, inside) : child;
    isChanged ||= changed !== child;
    return changed;
  });
  if (!isChanged) return fragment;
  const at = (index: number) =>
    own.filter(({ after }) => Math.min(after, children.length - 1) === index);
  const fragmentsAt = (index: number) => at(index).map((one) => one.fragment);
  return {
    ...fragment,
    children: [
      ...fragmentsAt(-1),
      ...children.flatMap((child, index) => [child, ...fragmentsAt(index)]),
    ],
  };
}
