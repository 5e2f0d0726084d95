/** How opaque a gradient is at a point, for shapes that words keep clear of (css-shapes-1 §4). */
import type { Point, Size } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { Gradient } from '../style/index.ts';
import { gradientPaint } from './gradients.ts';
import type { GradientStop, Paint } from './item.ts';

/** The alpha, 0 to 1, of a gradient that fills a box of that size, from the box's top left. */
export function gradientAlpha(
  gradient: Gradient,
  { width, height }: Size,
): (point: Point) => number {
  const paint = gradientPaint(gradient, { x: 0, y: 0, width, height });
  if (paint.kind === 'solid') return () => paint.color.alpha;
  return (point) => alphaAt(paint.stops, offsetAt(paint, point));
}

/** Where on the gradient line a point's colour lies. */
function offsetAt(paint: Exclude<Paint<AuthorColor>, { kind: 'solid' }>, { x, y }: Point): number {
  if (paint.kind === 'radial') {
    const { center, radiusX, radiusY } = paint;
    return Math.hypot((x - center.x) / radiusX, (y - center.y) / radiusY);
  }
  if (paint.kind === 'conic') {
    const { center, fromDegrees } = paint;
    const degrees = (Math.atan2(x - center.x, center.y - y) * 180) / Math.PI - fromDegrees;
    return (((degrees % 360) + 360) % 360) / 360;
  }
  const { from, to } = paint;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  return length === 0 ? 1 : ((x - from.x) * dx + (y - from.y) * dy) / length;
}

function alphaAt(stops: readonly GradientStop<AuthorColor>[], offset: number): number {
  const after = stops.findIndex((stop) => stop.offset > offset);
  const [one, two] = [stops[after - 1], stops[after]];
  if (after < 0) return stops.at(-1)?.color.alpha ?? 0;
  if (!one || !two) return two?.color.alpha ?? 0;
  const share = (offset - one.offset) / (two.offset - one.offset);
  return one.color.alpha + (two.color.alpha - one.color.alpha) * share;
}
