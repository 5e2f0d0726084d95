import type { Matrix, Rect } from '../base/index.ts';

/** A rectangle under a matrix of quarter turns, scales and mirrors. */
export function uprightBounds({ x, y, width, height }: Rect, [a, b, c, d, e, f]: Matrix): Rect {
  const [x1, y1] = [a * x + c * y + e, b * x + d * y + f];
  const [x2, y2] = [x1 + a * width + c * height, y1 + b * width + d * height];
  return {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
}
