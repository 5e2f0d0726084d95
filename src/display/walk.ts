/**
 * Reading a display list: every item with the matrix to page coordinates and the part of the page
 * that its enclosing clips leave visible. The checks and reports are loops over this.
 */
import { identity, type Matrix, multiply, type Rect } from '../base/index.ts';
import type { CmykColor } from '../color/index.ts';
import type { DisplayItem, GlyphsItem, GroupItem } from './item.ts';
import { growRect, intersectRects, pathBounds, transformBounds, transformPath } from './outline.ts';

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

/** The same, with the items of masks before those they let through: what has to be in a file. */
export function walkAll<C>(
  items: readonly DisplayItem<C>[],
  visit: (visit: Visit<C | CmykColor>) => void,
): void {
  const enter = (inner: readonly DisplayItem<C | CmykColor>[], matrix: Matrix): void => {
    for (const item of inner) {
      if (item.kind !== 'group') visit({ item, matrix, clip: null, opacity: 1 });
      else {
        const within = multiply(matrix, item.transform);
        if (item.mask) enter(item.mask.items, within);
        enter(item.items, within);
      }
    }
  };
  enter(items, identity);
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
      const own = item.clip && pathBounds(transformPath(inner, item.clip));
      const both = own && clip ? intersectRects(own, clip) : (own ?? clip);
      walkItems(item.items, visit, inner, both, opacity * item.opacity);
    }
  }
}

function glyphBounds<C>({ x, y, sizePt, font, glyphs }: GlyphsItem<C>): Rect {
  const width = glyphs.widthPt();
  const { capHeightEm, descentEm } = font.metrics;
  return { x, y: y - capHeightEm * sizePt, width, height: (capHeightEm + descentEm) * sizePt };
}

/** Bounds of an item's ink in page coordinates; null where it paints nothing. */
function itemBounds<C>(item: LeafItem<C>, matrix: Matrix): Rect | null {
  switch (item.kind) {
    case 'fill':
      return pathBounds(transformPath(matrix, item.path));
    case 'stroke': {
      const bounds = pathBounds(item.path);
      return bounds && transformBounds(matrix, growRect(bounds, item.widthPt / 2));
    }
    case 'picture':
    case 'shade':
      return transformBounds(matrix, item.rect);
    case 'glyphs':
      return transformBounds(matrix, glyphBounds(item));
    case 'link':
      return null;
  }
}

/**
 * Bounds of what an item shows on the page, clips applied, in page coordinates; null when nothing
 * shows. Letters count from cap height to descender.
 */
export function visibleBounds<C>({ item, matrix, clip }: Visit<C>): Rect | null {
  const bounds = itemBounds(item, matrix);
  return bounds && clip ? intersectRects(bounds, clip) : bounds;
}
