/**
 * `mask` (css-masking-1 §7): layers of pictures and gradients that let a box through, placed as
 * backgrounds are.
 */
import type { AuthorColor } from '../color/index.ts';
import type { BackgroundImage, ComputedStyle } from '../style/index.ts';
import { type BackgroundScene, paintBackground } from './backgrounds.ts';
import type { BoxAreas } from './boxes.ts';
import type { DisplayItem, GroupMask } from './item.ts';
import { maskOf } from './mask-tones.ts';
import type { PageVectors } from './svg/draw-vector.ts';

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
  const layers: ComputedStyle = {
    ...style,
    backgroundColor: transparent,
    backgroundImage: images,
    backgroundPosition: style.maskPosition,
    backgroundSize: style.maskSize,
    backgroundRepeat: style.maskRepeat,
    backgroundOrigin: style.maskOrigin,
    backgroundClip: style.maskClip.map((box) => (box === 'no-clip' ? 'border-box' : box)),
    backgroundAttachment: ['scroll'],
    backgroundBlendMode: ['normal'],
  };
  const items: readonly DisplayItem<AuthorColor>[] = paintBackground(layers, areas, scene);
  return maskOf(items, style.maskMode.includes('luminance') ? 'luminance' : 'alpha');
}
