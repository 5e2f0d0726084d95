/** Replaced content: a bitmap or vectors in the object's rectangle, within the content box. */
import { type Point, translateRect } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import { areasOf, clipItems, originOf } from './boxes.ts';
import type { DisplayItem } from './item.ts';
import { containsRect, isEmptyRect } from './outline.ts';
import { clipEdge } from './overflow.ts';
import { hasRoundCorner, type RoundedRect, roundedPath } from './rounded.ts';
import type { DrawVector } from './svg/draw-vector.ts';

/** css-overflow-4 §3: a picture that is let out on both axes is not cut. */
function isOpen({ element, style }: BoxFragment): boolean {
  return element?.tag === 'img' && style.overflowX === 'visible' && style.overflowY === 'visible';
}

/** The content edge, or what `overflow-clip-margin` makes of it. */
function edgeOf(box: BoxFragment, at: Point): RoundedRect {
  const { overflowX, overflowY } = box.style;
  const isClip = overflowX === 'clip' && overflowY === 'clip';
  return isClip ? clipEdge(box, at) : areasOf(box, at).content;
}

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
  const edge = isOpen(box) ? null : edgeOf(box, at);
  const isInside = !edge || (containsRect(edge.rect, rect, 0.001) && !hasRoundCorner(edge.radii));
  return isInside || items.length === 0 ? items : [clipItems(items, roundedPath(edge), origin)];
}
