/** css-images-4 §2.6: images laid over each other, each with its share of what is seen. */
import type { AuthorColor } from '../color/index.ts';
import type { Picture } from '../input/index.ts';
import type { SingleImage } from '../style/index.ts';
import type { Intrinsic } from './background-tiles.ts';
import { clipItems, isolate } from './boxes.ts';
import type { BlendMode, DisplayItem, GroupItem, Origin } from './item.ts';

type Items = readonly DisplayItem<AuthorColor>[];

export interface FadedImage {
  readonly items: Items;
  readonly share: number;
  /** True where nothing is to be seen through the image. */
  readonly isOpaque: boolean;
}

/** Whether an image is known to cover all that it is drawn on. */
export function isOpaqueImage(image: SingleImage, picture: Picture | null): boolean {
  if (image.kind === 'url') return picture?.kind === 'bitmap' && picture.format === 'jpeg';
  return image.stops.every(({ color }) => color.alpha === 1);
}

function faded(
  items: Items,
  opacity: number,
  origin: Origin,
  blend: BlendMode = 'normal',
): GroupItem<AuthorColor> {
  return { ...clipItems(items, null, origin), opacity, blend };
}

/** What covers all is mixed by its share among those below it; other images are added up. */
export function crossFade(images: readonly FadedImage[], origin: Origin): Items {
  const shown = images.filter(({ share, items }) => share > 0 && items.length > 0);
  const total = shown.reduce((sum, { share }) => sum + share, 0);
  if (!shown.every(({ isOpaque }) => isOpaque)) {
    const added = shown.map(({ items, share }, index) =>
      faded(items, share, origin, index === 0 ? 'normal' : 'plus-lighter'),
    );
    return added.length > 0 ? [isolate(added, origin)] : [];
  }
  let below = 0;
  const mixed = shown.map(({ items, share }) => {
    below += share;
    return faded(items, share / below, origin);
  });
  return total < 1 - 1e-9 ? [faded(mixed, total, origin)] : mixed;
}

/** §2.6.2: the sizes of the images that have one, by their shares. */
export function fadedSize(
  sizes: readonly { readonly size: Intrinsic; readonly share: number }[],
): Intrinsic {
  const known = sizes.filter(({ size, share }) => share > 0 && size.width && size.height);
  const total = known.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) return { width: null, height: null, ratio: null };
  const mean = (side: 'width' | 'height') =>
    known.reduce((sum, { size, share }) => sum + (size[side] ?? 0) * (share / total), 0);
  const [width, height] = [mean('width'), mean('height')];
  return { width, height, ratio: width / height };
}
