/**
 * Reading a display list: every item with the matrix to page coordinates and the part of the page
 * that its enclosing clips leave visible. The checks and reports are loops over this.
 */
import { identity, type Matrix, multiply, type Rect } from '../base/index.ts';
import type { DisplayItem, GroupItem } from './item.ts';
import { growRect, intersectRects, pathBounds, transformBounds } from './outline.ts';

export type LeafItem<C> = Exclude<DisplayItem<C>, GroupItem<C>>;

export interface Visit<C> {
  readonly item: LeafItem<C>;
  /** From the item's coordinates to the page's. */
  readonly matrix: Matrix;
  /** Bounds of what the enclosing clips let through, in page coordinates; null: everything. */
  readonly clip: Rect | null;
  /** Product of the enclosing groups' opacities. */
  readonly opacity: number;
}

/** Calls `visit` for each item that is not a group, in painting order. */
export function walkItems<C>(
  items: readonly DisplayItem<C>[],
  visit: (visit: Visit<C>) => void,
  matrix: Matrix = identity,
  clip: Rect | null = null,
  opacity = 1,
): void {
  for (const item of items) {
    if (item.kind !== 'group') visit({ item, matrix, clip, opacity });
    else {
      const inner = multiply(matrix, item.transform);
      const bounds = item.clip && pathBounds(item.clip);
      const own = bounds && transformBounds(inner, bounds);
      const both = own && clip ? intersectRects(own, clip) : (own ?? clip);
      walkItems(item.items, visit, inner, both, opacity * item.opacity);
    }
  }
}

/** Bounds of an item's ink in its own coordinates; null where it paints nothing. */
function itemBounds<C>(item: LeafItem<C>): Rect | null {
  switch (item.kind) {
    case 'fill':
      return pathBounds(item.path);
    case 'stroke': {
      const bounds = pathBounds(item.path);
      const half = item.widthPt / 2;
      return bounds && growRect(bounds, half);
    }
    case 'picture':
      return item.rect;
    case 'glyphs': {
      const width = item.glyphs.reduce((sum, glyph) => sum + glyph.advancePt, 0);
      const { capHeightEm, descentEm } = item.font.metrics;
      return {
        x: item.x,
        y: item.y - capHeightEm * item.sizePt,
        width,
        height: (capHeightEm + descentEm) * item.sizePt,
      };
    }
    case 'link':
      return null;
  }
}

/**
 * Bounds of what an item shows on the page, clips applied, in page coordinates; null when nothing
 * shows. Letters count from cap height to descender.
 */
export function visibleBounds<C>({ item, matrix, clip }: Visit<C>): Rect | null {
  const bounds = itemBounds(item);
  if (!bounds) return null;
  const onPage = transformBounds(matrix, bounds);
  return clip ? intersectRects(onPage, clip) : onPage;
}
