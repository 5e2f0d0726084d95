/**
 * Matrices of space (css-transforms-2): sixteen numbers, column by column, x right, y down, z out of
 * the page. A page is flat: what is drawn is where each point is seen from in front.
 */
import type { Matrix, Point } from '../base/index.ts';

export type SpaceMatrix = readonly number[];

/** A matrix of the page in space. */
export function inSpace([a, b, c, d, e, f]: Matrix): SpaceMatrix {
  return [a, b, 0, 0, c, d, 0, 0, 0, 0, 1, 0, e, f, 0, 1];
}

export function multiplyInSpace(outer: SpaceMatrix, inner: SpaceMatrix): SpaceMatrix {
  return Array.from({ length: 16 }, (_, index) => {
    const [row, column] = [index % 4, index - (index % 4)];
    return [0, 1, 2, 3].reduce(
      (sum, step) => sum + (outer[step * 4 + row] ?? 0) * (inner[column + step] ?? 0),
      0,
    );
  });
}

function move(x: number, y: number, z: number): SpaceMatrix {
  return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];
}

/** `matrix` with `origin` for its fixed point. */
export function aboutPoint({ x, y }: Point, z: number, matrix: SpaceMatrix): SpaceMatrix {
  return multiplyInSpace(multiplyInSpace(move(x, y, z), matrix), move(-x, -y, -z));
}

/** Where a point of the box's plane is in space, before perspective: four numbers. */
function place(matrix: SpaceMatrix, { x, y }: Point): readonly number[] {
  return [0, 1, 2, 3].map(
    (row) => (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0),
  );
}

/** Where on the page a point of the plane is seen, and how far out of it. */
export function seenAt(matrix: SpaceMatrix, point: Point) {
  const [x = 0, y = 0, z = 0, w = 1] = place(matrix, point);
  return w > 0 ? { x: x / w, y: y / w, z: z / w } : { x, y, z };
}

/** A box's plane as it is seen on the page. */
export interface Flattened {
  /** Near `at`, exact everywhere unless foreshortened. */
  readonly matrix: Matrix;
  /** Parallels do not stay parallels: no matrix of the page can say it. */
  readonly isForeshortened: boolean;
  /** Behind the eye: nothing is seen. */
  readonly isBehind: boolean;
}

/** Laid flat on the page (css-transforms-2 §5): depth is left out. `at` is the middle of the box. */
export function flatten(matrix: SpaceMatrix, at: Point): Flattened {
  const [x = 0, y = 0, , w = 1] = place(matrix, at);
  if (w <= 1e-9) return { matrix: [0, 0, 0, 0, 0, 0], isForeshortened: false, isBehind: true };
  const part = (index: number) => matrix[index] ?? 0;
  // The slope of each coordinate where the middle is: x/w by the quotient rule.
  const slope = (row: number, column: number, value: number) =>
    (part(column * 4 + row) - (value / w) * part(column * 4 + 3)) / w;
  const [a, b] = [slope(0, 0, x), slope(1, 0, y)];
  const [c, d] = [slope(0, 1, x), slope(1, 1, y)];
  const [left, top] = [x / w, y / w];
  return {
    matrix: [a, b, c, d, left - a * at.x - c * at.y, top - b * at.x - d * at.y],
    isForeshortened: Math.abs(part(3)) + Math.abs(part(7)) > 1e-9,
    isBehind: false,
  };
}

/** True where the back of the plane is seen (css-transforms-2 §6). */
export function facesAway(matrix: SpaceMatrix): boolean {
  return (matrix[10] ?? 1) < 0;
}
