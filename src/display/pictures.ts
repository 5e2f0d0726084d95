/** Replaced content: a bitmap or vectors in the object's rectangle, within the content box. */
import { type Point, translateRect } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import { areasOf, clipItems, originOf } from './boxes.ts';
import type { DisplayItem } from './item.ts';
import { containsRect, isEmptyRect } from './outline.ts';
import { hasRoundCorner, roundedPath } from './rounded.ts';
import type { DrawVector } from './svg/draw-vector.ts';

/**
 * The picture of a box whose top left stands at `at`. Clipped to the content edge where
 * `object-fit` runs over it or its corners are round (css-backgrounds-3 §5.3).
 */
export function paintPicture(
  box: BoxFragment,
  at: Point,
  drawVector: DrawVector,
): readonly DisplayItem<AuthorColor>[] {
  if (!box.picture || box.style.visibility !== 'visible') return [];
  const { picture, objectRect } = box.picture;
  const rect = translateRect(objectRect, at);
  const { content } = areasOf(box, at);
  if (isEmptyRect(rect) || isEmptyRect(content.rect)) return [];
  const origin = originOf(box);
  const alt = box.element?.attributes.get('alt') ?? '';
  const items: readonly DisplayItem<AuthorColor>[] =
    picture.kind === 'bitmap'
      ? [{ ...origin, kind: 'picture', picture: picture.path, rect, alt }]
      : drawVector(picture, rect, origin, box);
  const isInside = containsRect(content.rect, rect, 0.001) && !hasRoundCorner(content.radii);
  return isInside || items.length === 0 ? items : [clipItems(items, roundedPath(content), origin)];
}
