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

/** Columns of that height with the boxes in place whose containing blocks they hold. */
export function placeInColumns(
  columns: readonly Laid[],
  height: number,
  context: LayoutContext,
): WithPositioned {
  const waiting = columns.flatMap(({ outOfFlow }, column): readonly Waiting[] =>
    outOfFlow.flatMap((one) => (one.holder ? [{ column, waiting: one, holder: one.holder }] : [])),
  );
  if (waiting.length === 0) return { columns, bottoms: [], shortage: Number.POSITIVE_INFINITY };
  const slices = slicesOf(new Set(waiting.map(({ holder }) => holder.block)), columns);
  const insertions: Insertions = { waiting: new Map(), inside: new Map(), beside: new Map() };
  const bottoms = columns.map(() => 0);
  let shortage = Number.POSITIVE_INFINITY;
  for (const one of waiting) {
    const own = slices.get(one.holder.block) ?? [];
    const laid = layoutPieces(one, own, height, context);
    shortage = Math.min(shortage, laid.shortage);
    for (const piece of laid.pieces) {
      const { column, fragment } = piece;
      bottoms[column] = Math.max(bottoms[column] ?? 0, fragment.y + fragment.height);
      addPiece(insertions, piece, own, one.holder.after);
    }
  }
  return { columns: withPieces(columns, insertions), bottoms, shortage };
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
  height: number,
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
  const start = columnAt(first, place.y, height);
  const left = first.at.x + place.x;
  const down = first.at.y - first.inFlow.y;
  const isBreakable = Number.isFinite(height) && !isMonolithic(box, 'column');
  const pieces: Piece[] = [];
  let shortage = Number.POSITIVE_INFINITY;
  let rest: Rest | null = null;
  for (let index = start.column; ; index++) {
    const y = rest ? 0 : start.y;
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

/** The column, and the place in it, that lies so far below the block's first top: all columns are one. */
function columnAt({ column, inFlow }: Slice, offset: number, height: number) {
  if (!Number.isFinite(height)) return { column, y: inFlow.y + offset };
  const thread = column * height + inFlow.y + offset;
  const index = Math.max(0, Math.floor((thread + epsilon) / height));
  // So far away no column is wanted: it stands where it would without them.
  if (index > mostColumns) return { column, y: inFlow.y + offset };
  return { column: index, y: thread - index * height };
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
