/**
 * Perfect-bound sections: cross folds of 8 and 16 pages, gathered, milled at the spine and trimmed
 * on the other three sides. The top row stands on its head; heads meet at the cross fold.
 */
import type { Gap, Grid, GridSide, SchemeInput, SheetScheme } from '../grid.ts';

/** Page numbers of one section, top row first. */
interface Signature {
  readonly front: readonly (readonly number[])[];
  readonly back: readonly (readonly number[])[];
}

/** Folded: top half backwards, then left half backwards. */
const eight: Signature = {
  front: [
    [5, 4],
    [8, 1],
  ],
  back: [
    [3, 6],
    [2, 7],
  ],
};

/** Folded: left half backwards, top half backwards, left half backwards. */
const sixteen: Signature = {
  front: [
    [5, 12, 9, 8],
    [4, 13, 16, 1],
  ],
  back: [
    [7, 10, 11, 6],
    [2, 15, 14, 3],
  ],
};

function sideOf(numbers: Signature['front'], first: number): GridSide {
  return numbers.map((row, index) =>
    row.map((page) => ({ page: first + page, isTurned: index === 0, shift: 0 })),
  );
}

function sections(id: string, signature: Signature, da: string): SheetScheme {
  const columns = signature.front[0]?.length ?? 0;
  const size = columns * 4;
  const gaps = ({ milling, foreTrim, headTrim }: SchemeInput) => {
    const spine: Gap = { size: 2 * milling, isFold: true };
    const fore: Gap = { size: 2 * foreTrim, isFold: true };
    return {
      columnGaps: columns === 2 ? [spine] : [spine, fore, spine],
      rowGaps: [{ size: 2 * headTrim, isFold: true }],
    };
  };
  return {
    id,
    name: { en: `perfect binding, sections of ${size}`, da },
    cells: { columns, rows: 2 },
    columnsBy: columns,
    rowsBy: 2,
    multipleOf: () => size,
    backing: () => 'sheetwise',
    gaps,
    sheets: (input) =>
      Array.from(
        { length: input.pages / size },
        (_, section): Grid => ({
          front: sideOf(signature.front, section * size),
          back: sideOf(signature.back, section * size),
          ...gaps(input),
          section,
        }),
      ),
    source: 'cross fold (krydsfals): geometry as folded',
  };
}

export const perfect8 = sections('perfect8', eight, 'limbinding, læg på 8 sider');
export const perfect16 = sections('perfect16', sixteen, 'limbinding, læg på 16 sider');
