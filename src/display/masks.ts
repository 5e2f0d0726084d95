/**
 * `mask` (css-masking-1 §7): layers of pictures and gradients that let a box through, placed as
 * backgrounds are.
 */
import { insetRect, type Point, type Rect, rectPath } from '../base/index.ts';
import { type AuthorColor, type CmykColor, pureBlack } from '../color/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import type { BackgroundImage, ComputedStyle } from '../style/index.ts';
import { type BackgroundScene, paintBackground } from './backgrounds.ts';
import { paintNinePieces } from './border-images.ts';
import { type BoxAreas, clipItems, fillPath } from './boxes.ts';
import type { DisplayItem, GroupItem, GroupMask } from './item.ts';
import { mapItemColors } from './map-colors.ts';
import { maskOf } from './mask-tones.ts';
import type { PlacedBox } from './planes.ts';
import type { PageVectors } from './svg/draw-vector.ts';

type Items = readonly DisplayItem<AuthorColor>[];

const transparent: AuthorColor = { space: 'srgb', r: 0, g: 0, b: 0, alpha: 0 };

export function hasMask({ maskImage, maskBorderSource }: ComputedStyle): boolean {
  return maskBorderSource !== 'none' || maskImage.some((image) => image !== 'none');
}

function isReference(image: BackgroundImage): image is { kind: 'url'; path: string } {
  return image !== 'none' && image.kind === 'url' && image.path.startsWith('#');
}

/** What a mask is made for: the box, and where its pictures and `mask` elements come from. */
interface Masked {
  readonly style: ComputedStyle;
  readonly areas: BoxAreas;
  readonly vectors: PageVectors;
  readonly scene: BackgroundScene;
}

/** What a `mask` element lets through; §7.1: one that does not exist lets nothing through. */
function referencedMask(image: { path: string }, { areas, vectors, scene }: Masked): GroupMask {
  const mask = vectors.maskOf(image.path, areas.border.rect, scene.origin);
  return mask ?? maskOf([], 'alpha');
}

/** A box with its place, and the areas that pictures of its mask are placed in. */
export interface MaskedBox extends PlacedBox {
  readonly areas: BoxAreas;
}

/** Null where nothing masks the box; a mask that shows nothing hides it. */
export function paintMask(
  { box, at, areas }: MaskedBox,
  vectors: PageVectors,
  scene: BackgroundScene,
): GroupMask | null {
  const { style } = box;
  const border = borderMask(box, at, scene);
  const image = imageMask({ style, areas, vectors, scene });
  if (!border || !image) return border ?? image;
  const both = shownThrough(image, areas);
  return maskOf(both.length === 0 ? [] : [through(both, border)], 'alpha');
}

/** §8: `mask-border`; null where there is none, or its picture cannot be had. */
function borderMask(box: BoxFragment, at: Point, scene: BackgroundScene): GroupMask | null {
  const { style } = box;
  const pieces = {
    source: style.maskBorderSource,
    slice: style.maskBorderSlice,
    width: style.maskBorderWidth,
    outset: style.maskBorderOutset,
    repeat: style.maskBorderRepeat,
  };
  const items = paintNinePieces(pieces, box, at, scene);
  return items && maskOf(items, style.maskBorderMode);
}

function imageMask(masked: Masked): GroupMask | null {
  const { style, areas, scene } = masked;
  const [first, ...others] = style.maskImage;
  if (first === undefined || style.maskImage.every((image) => image === 'none')) return null;
  if (isReference(first) && others.length === 0) return referencedMask(first, masked);
  const isPlain =
    style.maskComposite.every((one) => one === 'add') &&
    new Set(style.maskMode).size === 1 &&
    !style.maskImage.some(isReference);
  const layers = style.maskImage.map((_, index) => index);
  if (!isPlain) return maskOf(composite(masked), 'alpha');
  const items = paintLayers(style, style.maskImage, layers, areas, scene);
  return maskOf(items, style.maskMode.includes('luminance') ? 'luminance' : 'alpha');
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** Some layers of a mask, drawn as backgrounds are. */
function paintLayers(
  style: ComputedStyle,
  images: ComputedStyle['maskImage'],
  indexes: readonly number[],
  areas: BoxAreas,
  scene: BackgroundScene,
): Items {
  const pick = <T>(list: readonly T[]): readonly T[] =>
    indexes.flatMap((index) => {
      const value = at(list, index);
      return value === undefined ? [] : [value];
    });
  const clips = pick(style.maskClip);
  const layers: ComputedStyle = {
    ...style,
    backgroundColor: transparent,
    backgroundImage: pick(images),
    backgroundPositionX: pick(style.maskPosition.map(({ x }) => x)),
    backgroundPositionY: pick(style.maskPosition.map(({ y }) => y)),
    backgroundSize: pick(style.maskSize),
    backgroundRepeat: pick(style.maskRepeat),
    backgroundOrigin: pick(style.maskOrigin),
    backgroundClip: clips.map((box) => (box === 'no-clip' ? 'border-box' : box)),
    backgroundAttachment: ['scroll'],
    backgroundBlendMode: ['normal'],
  };
  const unclipped = clips.includes('no-clip') ? everywhere(areas) : null;
  return paintBackground(layers, areas, scene, unclipped);
}

/** As far as anything of a box may hang out. */
const reach = 1000;

function everywhere({ border }: BoxAreas): Rect {
  return insetRect(border.rect, { top: -reach, right: -reach, bottom: -reach, left: -reach });
}

/** §7.9: layers put together from the last to the first, each its own way with those below. */
function composite(masked: Masked): Items {
  const { style, areas } = masked;
  let below: Items = [];
  for (let index = style.maskImage.length - 1; index >= 0; index -= 1) {
    const layer = layerOf(index, masked);
    // The last layer has nothing below it to be put together with.
    const way = index === style.maskImage.length - 1 ? 'add' : at(style.maskComposite, index);
    below = combine(layer, below, way ?? 'add', areas);
  }
  return below;
}

/** One layer, as opaque as it lets through. */
function layerOf(index: number, masked: Masked): Items {
  const { style, areas, scene } = masked;
  const image = style.maskImage[index];
  if (image && isReference(image)) return shownThrough(referencedMask(image, masked), areas);
  const items = paintLayers(style, style.maskImage, [index], areas, scene);
  const isLuminance = at(style.maskMode, index) === 'luminance';
  return isLuminance ? shownThrough(maskOf(items, 'luminance'), areas) : items;
}

function shownThrough(mask: GroupMask, areas: BoxAreas): Items {
  if (mask.items.length === 0) return [];
  return [through([fillPath(rectPath(everywhere(areas)), pureBlack, {})], mask)];
}

function combine(
  above: Items,
  below: Items,
  way: ComputedStyle['maskComposite'][number],
  areas: BoxAreas,
): Items {
  switch (way) {
    case 'add':
      return [...below, ...above];
    case 'intersect':
      return [through(above, maskOf(below, 'alpha'))];
    case 'subtract':
      return [through(above, inverse(below, areas))];
    case 'exclude':
      return [through(above, inverse(below, areas)), through(below, inverse(above, areas))];
  }
}

/** Lets through what the items leave open. */
function inverse(items: Items, areas: BoxAreas): GroupMask {
  const white = { space: 'cmyk', c: 0, m: 0, y: 0, k: 0, alpha: 1 } as const;
  const ground = fillPath(rectPath(everywhere(areas)), white, {});
  const black = mapItemColors(items, ({ alpha }): CmykColor => ({ ...pureBlack, alpha }));
  return maskOf([ground, ...black], 'luminance');
}

function through(items: Items, mask: GroupMask): GroupItem<AuthorColor> {
  return { ...clipItems(items, null), mask };
}
