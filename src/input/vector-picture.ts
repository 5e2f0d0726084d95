/** The size that an `<svg>` element gives itself (SVG 2 §8.2 and css-images-3 §5.1). */
import { pointsPerPx, pointsPerUnit } from '../base/index.ts';
import type { ElementNode } from './document.ts';
import type { VectorPicture } from './picture.ts';

/** A length in CSS px; null for a percentage, `auto` or nothing. */
function parsePx(value: string | undefined): number | null {
  const match = /^\s*\+?(\d*\.?\d+(?:[eE][-+]?\d+)?)\s*([a-zA-Z]*)\s*$/.exec(value ?? '');
  if (!match) return null;
  const unit = (match[2] ?? '').toLowerCase();
  const points =
    unit === '' ? pointsPerPx : Object.hasOwn(pointsPerUnit, unit) ? pointsPerUnit[unit] : null;
  if (points === null || points === undefined) return null;
  const px = (Number(match[1]) * points) / pointsPerPx;
  return Number.isFinite(px) && px > 0 ? px : null;
}

/** Width by height of a `viewBox`; null where it has none or an empty one. */
function viewBoxRatio(value: string | undefined): number | null {
  const numbers = (value ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && width > 0 && height > 0 ? width / height : null;
}

/** The picture that an `svg` element is, under a key of `Pictures`. */
export function createVectorPicture(root: ElementNode, path: string): VectorPicture {
  const widthPx = parsePx(root.attributes.get('width'));
  const heightPx = parsePx(root.attributes.get('height'));
  // svg2 §8.12: the view box tells the ratio where the sizes do not.
  const isSized = widthPx !== null && heightPx !== null;
  const ratio = isSized ? widthPx / heightPx : viewBoxRatio(root.attributes.get('viewBox'));
  return { kind: 'vector', path, widthPx, heightPx, ratio, root };
}
