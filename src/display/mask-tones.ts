/** Colours in a mask: only how opaque or how light they are counts. */
import { type AuthorColor, type CmykColor, processInks } from '../color/index.ts';
import type { DisplayItem, GroupMask } from './item.ts';
import { mapItemColors } from './map-colors.ts';

/** css-masking-1 §7.10: the weights of linear light, on the values as they are. */
function luminanceOf(color: AuthorColor): number {
  if (color.space === 'srgb') return 0.2126 * color.r + 0.7152 * color.g + 0.0722 * color.b;
  const { c, m, y, k } = processInks(color);
  return (1 - k) * (0.2126 * (1 - c) + 0.7152 * (1 - m) + 0.0722 * (1 - y));
}

function tone(k: number, alpha: number): CmykColor {
  return { space: 'cmyk', c: 0, m: 0, y: 0, k, alpha };
}

/** Items as a mask. */
export function maskOf(items: readonly DisplayItem<AuthorColor>[], by: GroupMask['by']): GroupMask {
  const toTone = (color: AuthorColor) =>
    tone(by === 'alpha' ? 1 : 1 - luminanceOf(color), color.alpha);
  return { by, items: mapItemColors(items, toTone) };
}
