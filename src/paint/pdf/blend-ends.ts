/**
 * Dodging with full light and burning with none. compositing-2 §10.1 leaves black black and white
 * white under them; ISO 32000-1 §11.3.5.2 does not, and what shows files goes by either. A step away
 * from the end both say the same, and no eye sees the step.
 */
import { type BlendMode, type DisplayItem, mapItemColors } from '../../display/index.ts';
import type { Color } from './colors.ts';

/** One of the 255 steps of a screen colour. */
const step = 1 / 255;

const limits: Partial<Record<BlendMode, (value: number) => number>> = {
  'color-dodge': (value) => Math.min(value, 1 - step),
  'color-burn': (value) => Math.max(value, step),
};

/** The items of a group on a screen, a step away from where the standards part. */
export function awayFromEnds(
  items: readonly DisplayItem<Color>[],
  blend: BlendMode,
): readonly DisplayItem<Color>[] {
  const limit = limits[blend];
  if (!limit) return items;
  return mapItemColors(items, (color): Color => {
    if (color.space !== 'srgb') return color;
    return { ...color, r: limit(color.r), g: limit(color.g), b: limit(color.b) };
  });
}
