/**
 * Backgrounds (css-backgrounds-3 §2): colour, then the layers of pictures and gradients from the
 * last to the first, each positioned, sized, repeated and clipped.
 */
import { type Context, type Path, pointsPerPx, type Rect, rectPath } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { Picture } from '../input/index.ts';
import { type ComputedStyle, type Gradient, type Position, resolveLength } from '../style/index.ts';
import { type BoxAreas, clipItems, fillPath } from './boxes.ts';
import { gradientPaint } from './gradients.ts';
import type { DisplayItem, Origin } from './item.ts';
import { containsRect, intersectRects, isEmptyRect, translation } from './outline.ts';
import { tooManyTiles, unknownPicture } from './problems.ts';
import { type RoundedRect, roundedPath } from './rounded.ts';
import type { DrawVector } from './svg/draw-vector.ts';

/** What painting a background needs to know beside the style. */
export interface BackgroundScene {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly drawVector: DrawVector;
  readonly page: string;
  readonly origin: Origin;
  readonly context: Pick<Context, 'report'>;
}

type AreaName = 'border-box' | 'padding-box' | 'content-box';
type BackgroundSize = ComputedStyle['backgroundSize'][number];
type BackgroundRepeat = ComputedStyle['backgroundRepeat'][number];
type BackgroundImage = ComputedStyle['backgroundImage'][number];

/** One layer with everything that concerns it; lists that are too short repeat (§2.2.2). */
interface Layer {
  readonly image: Exclude<BackgroundImage, 'none'>;
  readonly size: BackgroundSize;
  readonly position: Position;
  readonly repeat: BackgroundRepeat;
  /** The positioning area. */
  readonly area: Rect;
  /** The painting area. */
  readonly clip: RoundedRect;
}

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

function layersOf(style: ComputedStyle, areas: BoxAreas): readonly Layer[] {
  return style.backgroundImage.flatMap((image, index): readonly Layer[] => {
    const size = at(style.backgroundSize, index);
    const position = at(style.backgroundPosition, index);
    const repeat = at(style.backgroundRepeat, index);
    const origin = at(style.backgroundOrigin, index);
    const clip = at(style.backgroundClip, index);
    if (image === 'none' || !size || !position || !repeat || !origin || !clip) return [];
    const area = areaOf(areas, origin).rect;
    return [{ image, size, position, repeat, area, clip: areaOf(areas, clip) }];
  });
}

/** Intrinsic size in pt; sides and ratio are null where the picture has none. */
interface Intrinsic {
  readonly width: number | null;
  readonly height: number | null;
  readonly ratio: number | null;
}

function intrinsicOf(picture: Picture | null): Intrinsic {
  if (!picture) return { width: null, height: null, ratio: null };
  const { widthPx, heightPx } = picture;
  const ownRatio = picture.kind === 'vector' ? picture.ratio : null;
  return {
    width: widthPx === null ? null : widthPx * pointsPerPx,
    height: heightPx === null ? null : heightPx * pointsPerPx,
    ratio: ownRatio ?? (widthPx && heightPx ? widthPx / heightPx : null),
  };
}

/** The largest (`contain`) or smallest (`cover`) size of a ratio that fits or fills the area. */
function fitRatio(ratio: number | null, area: Rect, cover: boolean) {
  if (ratio === null) return { width: area.width, height: area.height };
  const isByWidth = area.width / area.height < ratio !== cover;
  return isByWidth
    ? { width: area.width, height: area.width / ratio }
    : { width: area.height * ratio, height: area.height };
}

/** §2.9: the size of one tile. */
function tileSize(size: BackgroundSize, area: Rect, intrinsic: Intrinsic) {
  if (size === 'cover' || size === 'contain')
    return fitRatio(intrinsic.ratio, area, size === 'cover');
  const given = {
    width: size.width === 'auto' ? null : resolveLength(size.width, area.width),
    height: size.height === 'auto' ? null : resolveLength(size.height, area.height),
  };
  const { ratio } = intrinsic;
  if (given.width !== null && given.height !== null)
    return { width: given.width, height: given.height };
  if (given.width !== null)
    return {
      width: given.width,
      height: ratio ? given.width / ratio : (intrinsic.height ?? area.height),
    };
  if (given.height !== null)
    return {
      width: ratio ? given.height * ratio : (intrinsic.width ?? area.width),
      height: given.height,
    };
  // css-images-3 §5.3: without any size of its own, as large as the area allows.
  if (intrinsic.width === null && intrinsic.height === null) return fitRatio(ratio, area, false);
  const width =
    intrinsic.width ?? (ratio && intrinsic.height ? intrinsic.height * ratio : area.width);
  const height = intrinsic.height ?? (ratio ? width / ratio : area.height);
  return { width, height };
}

/** Tiles along one axis: where the first is, how long each is, how far apart, how many. */
interface Run {
  readonly start: number;
  readonly length: number;
  readonly step: number;
  readonly count: number;
}

type RepeatKind = BackgroundRepeat['x'];

/** §2.4 and §2.6 for one axis. `from`–`to` is what must be covered. */
function tileRun(
  kind: RepeatKind,
  tile: number,
  offset: number,
  area: { readonly start: number; readonly length: number },
  paint: { readonly from: number; readonly to: number },
): Run {
  const rest = Math.floor(area.length / tile + 1e-9);
  if (kind === 'no-repeat' || (kind === 'space' && rest < 1))
    return { start: area.start + offset, length: tile, step: tile, count: 1 };
  if (kind === 'space' && rest === 1)
    return { start: area.start + offset, length: tile, step: tile, count: 1 };
  const step = kind === 'space' ? tile + (area.length - rest * tile) / (rest - 1) : tile;
  const anchor = kind === 'space' ? area.start : area.start + offset;
  const first = Math.ceil((paint.from - anchor - tile) / step + 1e-6);
  const last = Math.floor((paint.to - anchor) / step - 1e-6);
  return { start: anchor + first * step, length: tile, step, count: Math.max(0, last - first + 1) };
}

/** §2.4 `round`: the tile that fits a whole number of times. */
function roundTile(kind: RepeatKind, tile: number, length: number): number {
  return kind === 'round' ? length / Math.max(1, Math.round(length / tile)) : tile;
}

interface Tiling {
  readonly across: Run;
  readonly down: Run;
}

/** Tile size after `round`; the other side follows the ratio where its size is `auto` (§2.9). */
function roundedSize(layer: Layer, intrinsic: Intrinsic) {
  const { size, repeat, area } = layer;
  const { width, height } = tileSize(size, area, intrinsic);
  const isAuto = (side: 'width' | 'height') => typeof size !== 'string' && size[side] === 'auto';
  const wide = roundTile(repeat.x, width, area.width);
  const high = roundTile(repeat.y, height, area.height);
  if (repeat.x === 'round' && repeat.y !== 'round' && isAuto('height'))
    return { width: wide, height: (height * wide) / width };
  if (repeat.y === 'round' && repeat.x !== 'round' && isAuto('width'))
    return { width: (width * high) / height, height: high };
  return { width: wide, height: high };
}

/** Where a layer's tiles lie; null where there is nothing to draw. */
function tile(layer: Layer, intrinsic: Intrinsic): Tiling | null {
  const { repeat, area, position, clip } = layer;
  const { width, height } = roundedSize(layer, intrinsic);
  if (!(width > 0 && height > 0)) return null;
  const { rect } = clip;
  return {
    across: tileRun(
      repeat.x,
      width,
      resolveLength(position.x, area.width - width),
      { start: area.x, length: area.width },
      { from: rect.x, to: rect.x + rect.width },
    ),
    down: tileRun(
      repeat.y,
      height,
      resolveLength(position.y, area.height - height),
      { start: area.y, length: area.height },
      { from: rect.y, to: rect.y + rect.height },
    ),
  };
}

function tileRects({ across, down }: Tiling): readonly Rect[] {
  const rects: Rect[] = [];
  for (let row = 0; row < down.count; row += 1)
    for (let column = 0; column < across.count; column += 1)
      rects.push({
        x: across.start + column * across.step,
        y: down.start + row * down.step,
        width: across.length,
        height: down.length,
      });
  return rects;
}

function gradientItem(
  gradient: Gradient,
  rect: Rect,
  path: Path,
  origin: Origin,
): DisplayItem<AuthorColor> {
  return { ...origin, kind: 'fill', path, rule: 'nonzero', paint: gradientPaint(gradient, rect) };
}

/** Items of a layer's tiles. Vectors are drawn once and moved into each place. */
function tileItems(
  { image }: Layer,
  picture: Picture | null,
  rects: readonly Rect[],
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] {
  const { origin } = scene;
  if (image.kind !== 'url')
    return rects.map((rect) => gradientItem(image, rect, rectPath(rect), origin));
  if (picture?.kind === 'bitmap')
    return rects.map((rect) => ({
      ...origin,
      kind: 'picture',
      picture: picture.path,
      rect,
      alt: '',
    }));
  const [first] = rects;
  if (!picture || !first) return [];
  const items = scene.drawVector(picture, first, origin, null);
  if (rects.length === 1) return items;
  return rects.map(({ x, y }) => ({
    ...origin,
    kind: 'group',
    items,
    transform: translation(x - first.x, y - first.y),
    clip: null,
    opacity: 1,
    blend: 'normal',
  }));
}

function pictureOf(layer: Layer, scene: BackgroundScene): Picture | null {
  if (layer.image.kind !== 'url') return null;
  const { path } = layer.image;
  const picture = scene.pictures.get(path);
  if (!picture)
    scene.context.report(unknownPicture(path, { page: scene.page, span: scene.origin.span }));
  return picture ?? null;
}

/** One layer; reports `display/too-many-tiles` and leaves it out where it repeats absurdly often. */
function paintLayer(layer: Layer, scene: BackgroundScene): readonly DisplayItem<AuthorColor>[] {
  const picture = pictureOf(layer, scene);
  if (layer.image.kind === 'url' && !picture) return [];
  const tiling = isEmptyRect(layer.clip.rect) ? null : tile(layer, intrinsicOf(picture));
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
    containsRect(only, layer.clip.rect)
  )
    return [gradientItem(layer.image, only, clip, scene.origin)];
  const items = tileItems(layer, picture, rects, scene);
  const isInside = clip.length === 5 && rects.every((rect) => containsRect(layer.clip.rect, rect));
  if (items.length === 0 || isInside) return items;
  return [clipItems(items, clip, scene.origin)];
}

/**
 * Items of a box's background, bottom first. Reports `display/unknown-picture` for a picture that
 * was not read and `display/too-many-tiles`.
 */
export function paintBackground(
  style: ComputedStyle,
  areas: BoxAreas,
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] {
  const items: DisplayItem<AuthorColor>[] = [];
  const bottomClip = style.backgroundClip.at(-1) ?? 'border-box';
  const base = areaOf(areas, bottomClip);
  if (style.backgroundColor.alpha > 0 && !isEmptyRect(base.rect))
    items.push(fillPath(roundedPath(base), style.backgroundColor, scene.origin));
  for (const layer of layersOf(style, areas).toReversed()) items.push(...paintLayer(layer, scene));
  return items;
}
