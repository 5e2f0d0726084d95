/**
 * Where the tiles of a background layer lie: their size (css-backgrounds-3 §2.9), position (§2.6)
 * and repetition (§2.4), in page coordinates.
 */
import { pointsPerPx, type Rect } from '../base/index.ts';
import type { Picture } from '../input/index.ts';
import {
  type BackgroundImage,
  type BackgroundRepeat,
  type BackgroundSize,
  type Position,
  resolveLength,
} from '../style/index.ts';
import type { BlendMode } from './item.ts';
import type { RoundedRect } from './rounded.ts';

/** One layer with everything that concerns it; lists that are too short repeat (§2.2.2). */
export interface Layer {
  readonly image: Exclude<BackgroundImage, 'none'>;
  readonly size: BackgroundSize;
  readonly position: Position;
  readonly repeat: BackgroundRepeat;
  /** The positioning area. */
  readonly area: Rect;
  /** The painting area. */
  readonly clip: RoundedRect;
  /** How it mixes with the layers below it. */
  readonly blend: BlendMode;
}

/** Intrinsic size in pt; sides and ratio are null where the picture has none. */
export interface Intrinsic {
  readonly width: number | null;
  readonly height: number | null;
  readonly ratio: number | null;
}

/** A picture's own size and ratio; all null for a gradient, which has none. */
export function intrinsicOf(picture: Picture | null, image: Layer['image']): Intrinsic {
  if (!picture) return { width: null, height: null, ratio: null };
  const { widthPx, heightPx } = picture;
  const pointsEach = pointsPerPx / ((image.kind === 'url' && image.density) || 1);
  const ownRatio = picture.kind === 'vector' ? picture.ratio : null;
  return {
    width: widthPx === null ? null : widthPx * pointsEach,
    height: heightPx === null ? null : heightPx * pointsEach,
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

/** Tiles along both axes. */
export interface Tiling {
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
export function tile(layer: Layer, intrinsic: Intrinsic): Tiling | null {
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

/** Every tile's rectangle, row by row. */
export function tileRects({ across, down }: Tiling): readonly Rect[] {
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
