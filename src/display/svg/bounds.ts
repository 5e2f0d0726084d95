/** The bounding box of what an element draws (SVG 2 §8.10), from its items. */
import { invert, type Matrix, type Rect } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { DisplayItem } from '../item.ts';
import { intersectRects, pathBounds, transformBounds, transformPath } from '../outline.ts';
import { type Visit, visibleBounds, walkItems } from '../walk.ts';

function unite(one: Rect, other: Rect): Rect {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

/** Strokes count for nothing unless they are asked for. */
function boundsOfItem(visit: Visit<AuthorColor>, isWithStroke: boolean): Rect | null {
  const { item, matrix, clip } = visit;
  if (item.kind !== 'stroke' || isWithStroke) return visibleBounds(visit);
  const bounds = pathBounds(transformPath(matrix, item.path));
  return bounds && clip ? intersectRects(bounds, clip) : bounds;
}

/** In the user units that `matrix` leads to the page from; null where nothing has an extent. */
export function itemBounds(
  items: readonly DisplayItem<AuthorColor>[],
  matrix: Matrix,
  isWithStroke = false,
): Rect | null {
  let all: Rect | null = null;
  walkItems(items, (visit) => {
    const bounds = boundsOfItem(visit, isWithStroke);
    if (bounds) all = all ? unite(all, bounds) : bounds;
  });
  const back = invert(matrix);
  return all && back ? transformBounds(back, all) : null;
}
