/**
 * Backgrounds (css-backgrounds-3 §2): colour, then the layers of pictures and gradients from the
 * last to the first, each positioned, sized, repeated and clipped.
 */
import { type Context, identity, type Path, type Rect, rectPath } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { Picture } from '../input/index.ts';
import type { ComputedStyle, Gradient } from '../style/index.ts';
import { type Intrinsic, intrinsicOf, type Layer, tile, tileRects } from './background-tiles.ts';
import { type BoxAreas, clipItems, fillPath, isolate } from './boxes.ts';
import { crossFade, fadedSize, isOpaqueImage } from './cross-fades.ts';
import { gradientPaint } from './gradients.ts';
import type { BlendMode, DisplayItem, Origin } from './item.ts';
import { containsRect, intersectRects, isEmptyRect, translation } from './outline.ts';
import { tooManyTiles, unknownPicture } from './problems.ts';
import { type RoundedRect, roundedPath, squareCorners } from './rounded.ts';
import type { DrawVector } from './svg/draw-vector.ts';

/** What painting a background needs to know beside the style. */
export interface BackgroundScene {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly drawVector: DrawVector;
  readonly page: string;
  /** What `background-attachment: fixed` is placed against: the page's trim. */
  readonly pageArea: Rect;
  readonly origin: Origin;
  readonly context: Pick<Context, 'report'>;
}

type AreaName = 'border-box' | 'padding-box' | 'content-box';

/** A background of more tiles than this is a pattern nobody meant; it would make files huge. */
const mostTiles = 10_000;

function areaOf(areas: BoxAreas, name: AreaName): RoundedRect {
  if (name === 'border-box') return areas.border;
  return name === 'padding-box' ? areas.padding : areas.content;
}

function at<T>(list: readonly T[], index: number): T | undefined {
  return list[index % list.length];
}

/** True where a style paints any background. */
export function hasBackground(style: ComputedStyle): boolean {
  return style.backgroundColor.alpha > 0 || style.backgroundImage.some((image) => image !== 'none');
}

/** The colour's and each layer's area; text is painted in by what calls. */
function clipAreaOf(areas: BoxAreas, name: AreaName | 'text'): RoundedRect {
  return areaOf(areas, name === 'text' ? 'border-box' : name);
}

function layersOf(
  style: ComputedStyle,
  areas: BoxAreas,
  page: Rect,
  unclipped: Rect | null,
  placing: BoxAreas,
): readonly Layer[] {
  const shown = unclipped && { rect: unclipped, radii: squareCorners };
  return style.backgroundImage.flatMap((image, index): readonly Layer[] => {
    const size = at(style.backgroundSize, index);
    const x = at(style.backgroundPositionX, index);
    const y = at(style.backgroundPositionY, index);
    const repeat = at(style.backgroundRepeat, index);
    const origin = at(style.backgroundOrigin, index);
    const clip = at(style.backgroundClip, index);
    if (image === 'none' || !size || !x || !y || !repeat || !origin || !clip) return [];
    const position = { x, y };
    const isFixed = at(style.backgroundAttachment, index) === 'fixed';
    const area = isFixed ? page : areaOf(placing, origin).rect;
    const blend = at(style.backgroundBlendMode, index) ?? 'normal';
    return [{ image, size, position, repeat, area, clip: shown ?? clipAreaOf(areas, clip), blend }];
  });
}

function gradientItem(
  gradient: Gradient,
  rect: Rect,
  path: Path,
  origin: Origin,
): DisplayItem<AuthorColor> {
  return { ...origin, kind: 'fill', path, rule: 'nonzero', paint: gradientPaint(gradient, rect) };
}

/** A picture or gradient drawn once into a rectangle. */
export function imageItems(
  image: Layer['image'],
  picture: Picture | null,
  rect: Rect,
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] {
  const { origin, drawVector } = scene;
  if (image.kind === 'cross-fade') {
    const parts = image.parts.map(({ image: one, share }) => {
      const own = pictureAt(one, scene);
      const isMissing = one.kind === 'url' && !own;
      const items = isMissing ? [] : imageItems(one, own, rect, scene);
      return { items, share, isOpaque: isOpaqueImage(one, own) };
    });
    return crossFade(parts, origin);
  }
  if (image.kind !== 'url') return [gradientItem(image, rect, rectPath(rect), origin)];
  if (picture?.kind === 'bitmap')
    return [{ ...origin, kind: 'picture', picture: picture.path, rect, alt: '' }];
  return picture ? drawVector(picture, rect, origin, null) : [];
}

/** Items of a layer's tiles. Vectors are drawn once and moved into each place. */
function tileItems(
  { image }: Layer,
  picture: Picture | null,
  rects: readonly Rect[],
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] {
  const [first] = rects;
  if (picture?.kind !== 'vector' || rects.length === 1 || !first)
    return rects.flatMap((rect) => imageItems(image, picture, rect, scene));
  const items = imageItems(image, picture, first, scene);
  return rects.map(({ x, y }) => ({
    ...scene.origin,
    kind: 'group',
    items,
    transform: translation(x - first.x, y - first.y),
    clip: null,
    opacity: 1,
    blend: 'normal',
  }));
}

/** The picture of an address, reported where it was not read; null for a gradient too. */
export function pictureAt(image: Layer['image'], scene: BackgroundScene): Picture | null {
  if (image.kind !== 'url') return null;
  const { path } = image;
  const picture = scene.pictures.get(path);
  if (!picture)
    scene.context.report(unknownPicture(path, { page: scene.page, span: scene.origin.span }));
  return picture ?? null;
}

/** An image's own size. */
export function sizeOfImage(
  image: Layer['image'],
  picture: Picture | null,
  scene: BackgroundScene,
): Intrinsic {
  if (image.kind !== 'cross-fade') return intrinsicOf(picture, image);
  return fadedSize(
    image.parts.map(({ image: one, share }) => ({
      size: intrinsicOf(pictureAt(one, scene), one),
      share,
    })),
  );
}

/** One layer; reports `display/too-many-tiles` and leaves it out where it repeats absurdly often. */
function paintLayer(layer: Layer, scene: BackgroundScene): readonly DisplayItem<AuthorColor>[] {
  const picture = pictureAt(layer.image, scene);
  if (layer.image.kind === 'url' && !picture) return [];
  const tiling = isEmptyRect(layer.clip.rect)
    ? null
    : tile(layer, sizeOfImage(layer.image, picture, scene));
  if (!tiling) return [];
  const count = tiling.across.count * tiling.down.count;
  if (count > mostTiles) {
    const place = { page: scene.page, span: scene.origin.span };
    scene.context.report(tooManyTiles(count, mostTiles, place));
    return [];
  }
  const rects = tileRects(tiling).filter((rect) => intersectRects(rect, layer.clip.rect));
  const clip = roundedPath(layer.clip);
  const [only] = rects;
  // A gradient that fills the painting area needs no clip: the outline itself is painted.
  if (
    rects.length === 1 &&
    only &&
    layer.image.kind !== 'url' &&
    layer.image.kind !== 'cross-fade' &&
    containsRect(only, layer.clip.rect)
  )
    return [gradientItem(layer.image, only, clip, scene.origin)];
  const items = tileItems(layer, picture, rects, scene);
  const isInside = clip.length === 5 && rects.every((rect) => containsRect(layer.clip.rect, rect));
  if (items.length === 0 || isInside) return items;
  return [clipItems(items, clip, scene.origin)];
}

function blended(
  items: readonly DisplayItem<AuthorColor>[],
  blend: BlendMode,
  origin: Origin,
): readonly DisplayItem<AuthorColor>[] {
  if (blend === 'normal' || items.length === 0) return items;
  const transform = identity;
  return [{ ...origin, kind: 'group', items, transform, clip: null, opacity: 1, blend }];
}

/**
 * Items of a box's background, bottom first. Reports `display/unknown-picture` for a picture that
 * was not read and `display/too-many-tiles`. `unclipped` is painted in the place of the areas: of the
 * canvas, and where a mask has no clip.
 */
export function paintBackground(
  style: ComputedStyle,
  areas: BoxAreas,
  scene: BackgroundScene,
  unclipped: Rect | null = null,
  placing: BoxAreas = areas,
): readonly DisplayItem<AuthorColor>[] {
  const items: DisplayItem<AuthorColor>[] = [];
  const bottomClip = at(style.backgroundClip, style.backgroundImage.length - 1) ?? 'border-box';
  const base = unclipped
    ? { rect: unclipped, radii: squareCorners }
    : clipAreaOf(areas, bottomClip);
  if (style.backgroundColor.alpha > 0 && !isEmptyRect(base.rect))
    items.push(fillPath(roundedPath(base), style.backgroundColor, scene.origin));
  const layers = layersOf(style, areas, scene.pageArea, unclipped, placing);
  for (const layer of layers.toReversed())
    items.push(...blended(paintLayer(layer, scene), layer.blend, scene.origin));
  // compositing-2 §8: layers blend with each other, never with what lies below the box.
  return layers.some(({ blend }) => blend !== 'normal') ? [isolate(items, scene.origin)] : items;
}
