/** `viewBox` and `preserveAspectRatio` (SVG 2 §8.6–8.8): user space fitted into a rectangle. */
import { type Matrix, multiply, type Rect } from '../../base/index.ts';
import { translation } from '../outline.ts';
import { parseNumbers } from './numbers.ts';

/** The four numbers; null where there are none, or the box has no area. */
export function parseViewBox(text: string | undefined): Rect | null {
  const [x, y, width, height, more] = (text === undefined ? null : parseNumbers(text)) ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return null;
  return more === undefined && width > 0 && height > 0 ? { x, y, width, height } : null;
}

const alignPattern = /^\s*(?:(none)|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\s*$/;
const shares: ReadonlyMap<string, number> = new Map([
  ['Min', 0],
  ['Mid', 0.5],
  ['Max', 1],
]);

/** The matrix from the view box to `target`, in the same unit as `target`. */
export function fitViewBox(viewBox: Rect, target: Rect, aspect: string | undefined): Matrix {
  const match = alignPattern.exec(aspect ?? '');
  const scaleX = target.width / viewBox.width;
  const scaleY = target.height / viewBox.height;
  const isStretched = match?.[1] === 'none';
  const uniform = match?.[4] === 'slice' ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
  const [x, y] = isStretched ? [scaleX, scaleY] : [uniform, uniform];
  const spareX = (target.width - viewBox.width * x) * (shares.get(match?.[2] ?? 'Mid') ?? 0.5);
  const spareY = (target.height - viewBox.height * y) * (shares.get(match?.[3] ?? 'Mid') ?? 0.5);
  return multiply(
    [x, 0, 0, y, target.x + spareX, target.y + spareY],
    translation(-viewBox.x, -viewBox.y),
  );
}
