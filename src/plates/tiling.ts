/** Where the cells of a tiling pattern lie (ISO 32000-1 §8.7.3). */
import { invert, type Matrix, multiply } from '../base/index.ts';
import { numberOf, type PdfDictionary, type PdfFile, readRectangle } from '../pdf/index.ts';
import type { PixelBox } from './coverage.ts';

/** More cells of a pattern than any page shows. */
const mostCells = 20_000;

/** A box's corners in the space that a matrix leads from. */
function cornersIn([a, b, c, d, e, f]: Matrix, { x0, y0, x1, y1 }: PixelBox) {
  const corners = [x0, x1].flatMap((x) => [y0, y1].map((y) => [x, y] as const));
  return {
    xs: corners.map(([x, y]) => a * x + c * y + e),
    ys: corners.map(([x, y]) => b * x + d * y + f),
  };
}

/**
 * A matrix for each cell that can touch the box, row by row. Null for a pattern that has no cells.
 */
export function cellPlaces(
  file: PdfFile,
  { entries }: PdfDictionary,
  matrix: Matrix,
  box: PixelBox,
): readonly Matrix[] | 'too-many' | null {
  const number = (key: string) => Math.abs(numberOf(file.resolve(entries.get(key))) ?? 0);
  const [stepX, stepY] = [number('XStep'), number('YStep')];
  const bounds = readRectangle(file, entries.get('BBox'));
  const inverse = invert(matrix);
  if (!bounds || !inverse || !(stepX > 0 && stepY > 0)) return null;
  const { xs, ys } = cornersIn(inverse, box);
  const firstX = Math.floor((Math.min(...xs) - bounds.x - bounds.width) / stepX);
  const lastX = Math.ceil((Math.max(...xs) - bounds.x) / stepX);
  const firstY = Math.floor((Math.min(...ys) - bounds.y - bounds.height) / stepY);
  const lastY = Math.ceil((Math.max(...ys) - bounds.y) / stepY);
  const [columns, rows] = [lastX - firstX + 1, lastY - firstY + 1];
  if (columns * rows > mostCells) return 'too-many';
  return Array.from({ length: Math.max(0, columns * rows) }, (_, index) => {
    const column = firstX + (index % columns);
    const row = firstY + Math.floor(index / columns);
    return multiply(matrix, [1, 0, 0, 1, column * stepX, row * stepY]);
  });
}
