/** Contours of floats (css-shapes-1): what lines keep clear of instead of the margin box. */
import type { Edges, Rect } from '../base/index.ts';
import type { Box } from './box.ts';
import type { Contour } from './exclusions.ts';
import type { BoxFragment } from './fragment.ts';
import type { LayoutContext } from './space.ts';

/** The contour of a float whose margin box is known; null: the margin box itself. */
export function contourOf(
  _box: Box,
  _marginBox: Rect,
  _fragment: BoxFragment,
  _margin: Edges,
  _width: number,
  _context: LayoutContext,
): Contour | null {
  return null;
}
