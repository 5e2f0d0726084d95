/**
 * Single leaves, cut apart: n-up in reading order, step-and-repeat, cut-and-stack, and the two
 * ways to print both sides from one plate. A leaf is two pages, front and back, or one page.
 */
import type { Message } from '../../../base/index.ts';
import {
  equalGaps,
  type Grid,
  type GridCell,
  type GridSide,
  type SchemeInput,
  type SheetScheme,
} from '../grid.ts';

interface Leaf {
  readonly front: number;
  readonly back: number | null;
}

function leavesOf({ pages, isOneSided }: SchemeInput): readonly Leaf[] {
  const count = isOneSided ? pages : pages / 2;
  return Array.from({ length: count }, (_, index) =>
    isOneSided ? { front: index + 1, back: null } : { front: 2 * index + 1, back: 2 * index + 2 },
  );
}

function cutGaps({ columns, rows, cutGap }: SchemeInput) {
  const gap = { size: cutGap, isFold: false };
  return { columnGaps: equalGaps(columns - 1, gap), rowGaps: equalGaps(rows - 1, gap) };
}

const upright = (page: number | null | undefined): GridCell | null =>
  page ? { page, isTurned: false, shift: 0 } : null;

/** Rows of `columns` cells from a list in reading order. */
function inRows<T>(items: readonly T[], columns: number, rows: number): readonly (readonly T[])[] {
  return Array.from({ length: rows }, (_, row) => items.slice(row * columns, (row + 1) * columns));
}

function isBlank(side: GridSide): boolean {
  return side.every((row) => row.every((cell) => cell === null));
}

/** A sheet of leaves, cell by cell; backs mirrored, as the sheet is turned. */
function sheetOf(leaves: readonly (Leaf | undefined)[], input: SchemeInput): Grid {
  const { columns, rows } = input;
  const cells = Array.from({ length: columns * rows }, (_, index) => leaves[index]);
  const front = inRows(cells, columns, rows).map((row) => row.map((leaf) => upright(leaf?.front)));
  const back = inRows(cells, columns, rows).map((row) =>
    row.map((leaf) => upright(leaf?.back)).toReversed(),
  );
  return { front, back: isBlank(back) ? null : back, ...cutGaps(input), section: null };
}

function leafScheme(
  id: string,
  name: Message,
  arrange: (leaves: readonly Leaf[], places: number) => readonly (readonly (Leaf | undefined)[])[],
  source: string,
): SheetScheme {
  return {
    id,
    name,
    cells: null,
    columnsBy: 1,
    rowsBy: 1,
    multipleOf: (isOneSided) => (isOneSided ? 1 : 2),
    backing: (isOneSided) => (isOneSided ? 'one-sided' : 'sheetwise'),
    gaps: cutGaps,
    sheets: (input) =>
      arrange(leavesOf(input), input.columns * input.rows).map((leaves) => sheetOf(leaves, input)),
    source,
  };
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

export const nup = leafScheme(
  'nup',
  { en: 'n-up: leaves in reading order', da: 'flere på arket, i læseorden' },
  chunks,
  'trade practice',
);

export const step = leafScheme(
  'step',
  { en: 'step and repeat: copies of one leaf', da: 'samme blad gentaget på arket' },
  (leaves, places) => leaves.map((leaf) => Array.from({ length: places }, () => leaf)),
  'trade practice',
);

/** Position i of sheet s holds leaf s + i · S of S sheets: cut, and lay stack on stack. */
export const stack = leafScheme(
  'stack',
  { en: 'cut and stack: stacks lie in order', da: 'skær og stak: stakkene ligger i orden' },
  (leaves, places) => {
    const sheets = Math.ceil(leaves.length / places);
    return Array.from({ length: sheets }, (_, sheet) =>
      Array.from({ length: places }, (_, place) => leaves[sheet + place * sheets]),
    );
  },
  'trade practice',
);

const turned = (page: number | null | undefined): GridCell | null =>
  page ? { page, isTurned: true, shift: 0 } : null;

/** One plate for both sides: `lay` puts half a sheet's leaves on it. */
function onePlate(
  id: string,
  name: Message,
  axis: 'turn' | 'tumble',
  lay: (leaves: readonly (Leaf | undefined)[], input: SchemeInput) => GridSide,
): SheetScheme {
  return {
    id,
    name,
    cells: null,
    columnsBy: axis === 'turn' ? 2 : 1,
    rowsBy: axis === 'turn' ? 1 : 2,
    multipleOf: () => 2,
    backing: () => (axis === 'turn' ? 'work-and-turn' : 'work-and-tumble'),
    gaps: cutGaps,
    sheets(input) {
      const leaves = leavesOf({ ...input, isOneSided: false });
      return chunks(leaves, (input.columns * input.rows) / 2).map((part): Grid => {
        const plate = lay(part, input);
        return { front: plate, back: plate, ...cutGaps(input), section: null };
      });
    },
    source: 'trade practice; proved by turning the sheet',
  };
}

/** The left half holds fronts, the right half backs, mirrored: the same gripper edge twice. */
export const turn = onePlate(
  'turn',
  {
    en: 'work and turn: one plate, turned sideways',
    da: 'vend sidelæns: én plade til begge sider',
  },
  'turn',
  (leaves, { columns, rows }) =>
    Array.from({ length: rows }, (_, row) => {
      const half = leaves.slice((row * columns) / 2, ((row + 1) * columns) / 2);
      const places = Array.from({ length: columns / 2 }, (_, index) => half[index]);
      const backs = places.map((leaf) => upright(leaf?.back)).toReversed();
      return [...places.map((leaf) => upright(leaf?.front)), ...backs];
    }),
);

/**
 * The upper half holds fronts, the lower half backs on their heads: the sheet is tumbled head to
 * foot, and the gripper takes the other edge.
 */
export const tumble = onePlate(
  'tumble',
  {
    en: 'work and tumble: one plate, turned over its head',
    da: 'vend over hovedet: én plade til begge sider',
  },
  'tumble',
  (leaves, { columns, rows }) => {
    const upper = Array.from({ length: rows / 2 }, (_, row) =>
      Array.from({ length: columns }, (_, column) => leaves[row * columns + column]),
    );
    const fronts = upper.map((row) => row.map((leaf) => upright(leaf?.front)));
    const backs = upper.map((row) => row.map((leaf) => turned(leaf?.back))).toReversed();
    return [...fronts, ...backs];
  },
);
