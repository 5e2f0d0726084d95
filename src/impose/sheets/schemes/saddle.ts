/**
 * Saddle stitch: sheets of four pages, one in the other. Sheet k (0 outermost) of N pages has
 * N − 2k and 1 + 2k in front, 2 + 2k and N − 1 − 2k behind. Inner sheets stand out at the fore
 * edge, where they are cut: their art moves towards the spine by k · creep, and where a cover that is
 * printed apart lies around them all, by that cover's creep as well.
 */
import type { Grid, GridCell, SheetScheme } from '../grid.ts';

export const saddle: SheetScheme = {
  id: 'saddle',
  name: { en: 'saddle stitch', da: 'rygstiftet hæfte' },
  cells: { columns: 2, rows: 1 },
  columnsBy: 2,
  rowsBy: 1,
  multipleOf: () => 4,
  backing: () => 'sheetwise',
  gaps: () => ({ columnGaps: [{ size: 0, isFold: true }], rowGaps: [] }),
  sheets(input) {
    const { pages, creep, coverCreep } = input;
    return Array.from({ length: pages / 4 }, (_, k): Grid => {
      const shift = coverCreep + k * creep;
      const left = (page: number): GridCell => ({ page, isTurned: false, shift });
      const right = (page: number): GridCell => ({ page, isTurned: false, shift: -shift });
      return {
        front: [[left(pages - 2 * k), right(1 + 2 * k)]],
        back: [[left(2 + 2 * k), right(pages - 1 - 2 * k)]],
        ...saddle.gaps(input),
        section: null,
      };
    });
  },
  source: 'bindery practice: the two pages of a side sum to N + 1',
};
