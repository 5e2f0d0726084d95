/** Pieces of positioned boxes put into columns: into the pieces of their containing blocks, or beside them. */
import { noEdges, type Point } from '../base/index.ts';
import { anonymousStyle } from '../style/index.ts';
import { moveFragment } from './box-fragment.ts';
import { type ColumnPlace, type ColumnRow, isSameColumn } from './column-thread.ts';
import { derivedStyle } from './derived-style.ts';
import type { BoxFragment } from './fragment.ts';
import type { Laid, OutOfFlow } from './space.ts';

/** A piece of a positioned box, in a column's coordinates. */
export interface Piece {
  readonly column: ColumnPlace;
  readonly fragment: BoxFragment;
  /** Positioned boxes inside that wait for all its pieces, and fixed boxes. */
  readonly outOfFlow: readonly OutOfFlow[];
}

export interface PlacedPiece {
  readonly piece: Piece;
  /** The piece of the containing block that it stands in; null: beside it, in the column alone. */
  readonly slice: { readonly fragment: BoxFragment; readonly at: Point } | null;
  /** Index of the child of that which it comes after. */
  readonly after: number;
}

interface Insertion {
  readonly fragment: BoxFragment;
  /** Index of the child it comes after. */
  readonly after: number;
}

type Insertions = ReadonlyMap<BoxFragment, readonly Insertion[]>;

/** Rows of columns with the pieces in them; with more columns where pieces ask for them. */
export function insertPieces(
  rows: readonly ColumnRow[],
  placed: readonly PlacedPiece[],
): readonly ColumnRow[] {
  const inside = insertionsOf(placed);
  const [empty] = rows.flatMap(({ columns }) => columns.map(emptyColumn));
  return rows.map(({ columns, room, isPage }, row) => {
    const reached = placed.map(({ piece }) =>
      piece.column.row === row ? piece.column.index + 1 : 0,
    );
    const count = Math.max(columns.length, ...reached);
    const filled = Array.from({ length: count }, (_, index) => {
      const laid = columns[index] ?? empty;
      return laid ? withPieces(laid, { row, index }, placed, inside) : [];
    });
    return { columns: filled.flat(), room, isPage };
  });
}

function insertionsOf(placed: readonly PlacedPiece[]): Insertions {
  const inside = new Map<BoxFragment, Insertion[]>();
  for (const { piece, slice, after } of placed) {
    if (!slice) continue;
    const fragment = moveFragment(piece.fragment, { x: -slice.at.x, y: -slice.at.y });
    inside.set(slice.fragment, [...(inside.get(slice.fragment) ?? []), { fragment, after }]);
  }
  return inside;
}

function withPieces(
  laid: Laid,
  column: ColumnPlace,
  placed: readonly PlacedPiece[],
  inside: Insertions,
): Laid {
  const here = placed.filter(({ piece }) => isSameColumn(piece.column, column));
  const beside = here.flatMap(({ piece, slice }) => (slice ? [] : [piece.fragment]));
  const own = withInserted(laid.fragment, inside);
  const more = beside.length > 0 ? [holderOf(own, beside)] : [];
  const fragment = { ...own, children: [...own.children, ...more] };
  const waiting = laid.outOfFlow.filter(({ holder }) => !holder || holder.within);
  return {
    ...laid,
    fragment,
    outOfFlow: [...waiting, ...here.flatMap(({ piece }) => piece.outOfFlow)],
  };
}

const positionedStyle = derivedStyle(() => ({ position: 'relative' as const }));

/** A box for what stands in a column without its containing block: the column's clips are its own. */
function holderOf({ style, width }: BoxFragment, children: readonly BoxFragment[]): BoxFragment {
  return {
    kind: 'box',
    x: 0,
    y: 0,
    width,
    height: 0,
    style: positionedStyle(anonymousStyle(style)),
    element: null,
    border: noEdges,
    padding: noEdges,
    children,
    firstBaseline: null,
    lastBaseline: null,
    picture: null,
    frame: false,
  };
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

function withInserted(fragment: BoxFragment, inside: Insertions): BoxFragment {
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
