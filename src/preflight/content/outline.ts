/**
 * Paths as flat lists of numbers, for renderers: an operator, then its coordinates in page space.
 * `0 x y` begins a subpath, `1 x y` is a line, `2 x1 y1 x2 y2 x y` a Bézier curve, `3` closes.
 */
import type { Matrix, Rect } from '../../base/index.ts';

export type Outline = readonly number[];

export const outlineOps = { move: 0, line: 1, curve: 2, close: 3 } as const;

/** How many numbers follow each operator. */
export const outlineLengths: readonly number[] = [2, 2, 6, 0];

/** A rectangle under a matrix, as a closed outline. */
export function boxOutline([a, b, c, d, e, f]: Matrix, { x, y, width, height }: Rect): Outline {
  const at = (px: number, py: number) => [a * px + c * py + e, b * px + d * py + f];
  const [x2, y2] = [x + width, y + height];
  return [0, ...at(x, y), 1, ...at(x2, y), 1, ...at(x2, y2), 1, ...at(x, y2), 3];
}
