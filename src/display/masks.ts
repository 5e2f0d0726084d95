/**
 * `mask` (css-masking-1 §7): layers of pictures and gradients that let a box through, placed as
 * backgrounds are.
 */
import { insetRect, type Rect, rectPath } from '../base/index.ts';
import { type AuthorColor, type CmykColor, pureBlack } from '../color/index.ts';
import type { BackgroundImage, ComputedStyle } from '../style/index.ts';
import { type BackgroundScene, paintBackground } from './backgrounds.ts';
import { type BoxAreas, clipItems, fillPath } from './boxes.ts';
import type { DisplayItem, GroupItem, GroupMask } from './item.ts';
import { mapItemColors } from './map-colors.ts';
import { maskOf } from './mask-tones.ts';
import type { PageVectors } from './svg/draw-vector.ts';

type Items = readonly DisplayItem<AuthorColor>[];

const transparent: AuthorColor = { space: 'srgb', r: 0, g: 0, b: 0, alpha: 0 };

export function hasMask({ maskImage }: ComputedStyle): boolean {
  return maskImage.some((image) => image !== 'none');
}

function isReference(image: BackgroundImage): image is { kind: 'url'; path: string } {
  return image !== 'none' && image.kind === 'url' && image.path.startsWith('#');
}

/** The `mask` element of the first layer that names one. */
function referencedMask(
  style: ComputedStyle,
  { border }: BoxAreas,
  vectors: PageVectors,
  scene: BackgroundScene,
): GroupMask | null {
  const reference = style.maskImage.find(isReference);
  return reference ? vectors.maskOf(reference.path, border.rect, scene.origin) : null;
}

/** Null where nothing masks the box; a mask that shows nothing hides it. */
export function paintMask(
  style: ComputedStyle,
  areas: BoxAreas,
  vectors: PageVectors,
  scene: BackgroundScene,
): GroupMask | null {
  const referenced = referencedMask(style, areas, vectors, scene);
  if (referenced) return referenced;
  const images = style.maskImage.map((image) => (isReference(image) ? 'none' : image));
  if (images.every((image) => image === 'none')) return null;
  const isPlain =
    style.maskComposite.every((one) => one === 'add') && new Set(style.maskMode).size === 1;
  const layers = images.map((_, index) => index);
  if (!isPlain) return maskOf(composite(style, images, areas, scene), 'alpha');
  const items = paintLayers(style, images, layers, areas, scene);
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
function composite(
  style: ComputedStyle,
  images: ComputedStyle['maskImage'],
  areas: BoxAreas,
  scene: BackgroundScene,
): Items {
  let below: Items = [];
  for (let index = images.length - 1; index >= 0; index -= 1) {
    const layer = alphaOf(
      paintLayers(style, images, [index], areas, scene),
      at(style.maskMode, index) === 'luminance',
      areas,
    );
    // The last layer has nothing below it to be put together with.
    const way = index === images.length - 1 ? 'add' : at(style.maskComposite, index);
    below = combine(layer, below, way ?? 'add', areas);
  }
  return below;
}

/** A layer that lets through where it is light, as one that does where it is opaque. */
function alphaOf(items: Items, isLuminance: boolean, areas: BoxAreas): Items {
  if (!isLuminance) return items;
  const cover = fillPath(rectPath(everywhere(areas)), pureBlack, {});
  return [through([cover], maskOf(items, 'luminance'))];
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
