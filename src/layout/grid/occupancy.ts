/** Which cells of a grid are taken. */
import type { TrackRange } from './tracks.ts';

interface Area {
  readonly row: TrackRange;
  readonly column: TrackRange;
}

/** Grows as areas are added; all beyond them is free. */
export class Occupancy {
  readonly #rows: (boolean | undefined)[][] = [];

  add({ row, column }: Area): void {
    for (let y = row.start; y < row.end; y += 1) {
      const cells = this.#rows[y] ?? [];
      this.#rows[y] = cells;
      for (let x = column.start; x < column.end; x += 1) cells[x] = true;
    }
  }

  isFree(row: TrackRange, column: TrackRange): boolean {
    for (let y = row.start; y < row.end; y += 1) {
      const cells = this.#rows[y];
      if (!cells) continue;
      for (let x = column.start; x < column.end; x += 1) if (cells[x]) return false;
    }
    return true;
  }
}
