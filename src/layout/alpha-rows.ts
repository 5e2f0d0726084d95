/**
 * The opaque part of pictures that `shape-outside` names (css-shapes-1 §4): read before layout, since
 * reading pixels has to be waited for.
 */
import { type Point, pointsPerPx, type Size } from '../base/index.ts';
import { decodePicture } from '../color/index.ts';
import type { BitmapPicture, Pictures, VectorPicture } from '../input/index.ts';
import type { ComputedStyle, Gradient, LengthPercentage } from '../style/index.ts';
import type { Box } from './box.ts';
import { allBoxes } from './walk-boxes.ts';

/** Alpha of a picture, one byte a pixel, 255 opaque. */
export interface AlphaPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Null: opaque everywhere. */
  readonly alpha: Uint8Array | null;
}

/** A drawing's alpha at a size in px; null where it cannot be drawn. */
export type VectorAlpha = (drawing: VectorPicture, sizePx: Size) => Promise<AlphaPicture | null>;

/** The alpha, 0 to 1, of a gradient that fills a box of that size, from the box's top left. */
export type GradientAlpha = (gradient: Gradient, size: Size) => (point: Point) => number;

/** A gradient's alpha in a box, a pixel each CSS px (css-images-3: a gradient has no size of its own). */
export function alphaOfGradient(
  gradient: Gradient,
  size: Size,
  gradientAlpha: GradientAlpha,
): AlphaPicture {
  const pixels = (length: number) => Math.min(mostPixels, Math.max(1, Math.round(length / 0.75)));
  const [widthPx, heightPx] = [pixels(size.width), pixels(size.height)];
  const alpha = new Uint8Array(widthPx * heightPx);
  const alphaAt = gradientAlpha(gradient, size);
  for (let row = 0; row < heightPx; row++)
    for (let column = 0; column < widthPx; column++) {
      const x = ((column + 0.5) * size.width) / widthPx;
      const y = ((row + 0.5) * size.height) / heightPx;
      alpha[row * widthPx + column] = Math.round(255 * alphaAt({ x, y }));
    }
  return { widthPx, heightPx, alpha };
}

/** By path. */
export type AlphaPictures = ReadonlyMap<string, AlphaPicture>;

/** No contour needs more pixels: words do not follow what is finer. */
const mostPixels = 1000;

/** Alpha of each picture that a float's `shape-outside` names; those that cannot be read are left out. */
export async function readAlphaPictures(
  root: Box,
  pictures: Pictures,
  vectorAlpha: VectorAlpha | undefined,
): Promise<AlphaPictures> {
  const found = new Map<string, AlphaPicture>();
  for (const box of allBoxes(root)) {
    if (box.kind === 'lines' || box.style.float === 'none') continue;
    const { shapeOutside } = box.style;
    if (shapeOutside === 'none' || shapeOutside.kind !== 'picture') continue;
    const { path } = shapeOutside;
    const picture = pictures.get(path);
    if (!picture || found.has(path)) continue;
    const read =
      picture.kind === 'bitmap'
        ? await bitmapAlpha(picture)
        : ((await vectorAlpha?.(picture, drawnSize(picture, box.style))) ?? null);
    if (read) found.set(path, read);
  }
  return found;
}

async function bitmapAlpha({ bytes }: BitmapPicture) {
  const raw = await decodePicture(bytes, ({ width, height }) => {
    const scale = Math.min(1, mostPixels / Math.max(width, height));
    return {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    };
  });
  if (raw.kind !== 'raw') return null;
  const { widthPx, heightPx, alpha } = raw;
  return { widthPx, heightPx, alpha };
}

/** A drawing is drawn for the content box where that is set, which says where it stands in it. */
function drawnSize({ widthPx, heightPx, ratio }: VectorPicture, { width, height }: Sized): Size {
  const most = (size: number) => Math.min(mostPixels, Math.max(1, size));
  if (isLength(width) && isLength(height))
    return { width: most(width.pt / pointsPerPx), height: most(height.pt / pointsPerPx) };
  if (widthPx !== null && heightPx !== null)
    return { width: most(widthPx), height: most(heightPx) };
  const side = 400;
  return { width: side, height: most(side / (ratio ?? 1)) };
}

type Sized = Pick<ComputedStyle, 'width' | 'height'>;

function isLength(size: ComputedStyle['width']): size is LengthPercentage {
  return typeof size === 'object' && size.percent === 0;
}
