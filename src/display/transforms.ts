/** `transform` and `transform-origin` of a box as one matrix in page coordinates. */
import { identity, type Matrix, multiply, type Rect } from '../base/index.ts';
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import { about, translation } from './outline.ts';

/** The matrix of a box whose border box is `rect`; `identity` where nothing is transformed. */
export function transformOf(
  { transform, transformOrigin }: Pick<ComputedStyle, 'transform' | 'transformOrigin'>,
  rect: Rect,
): Matrix {
  if (transform.length === 0) return identity;
  const origin = {
    x: rect.x + resolveLength(transformOrigin.x, rect.width),
    y: rect.y + resolveLength(transformOrigin.y, rect.height),
  };
  const matrix = transform.reduce<Matrix>((outer, step) => {
    if (step.kind === 'matrix') return multiply(outer, step.matrix);
    const x = resolveLength(step.x, rect.width);
    const y = resolveLength(step.y, rect.height);
    return multiply(outer, translation(x, y));
  }, identity);
  return about(origin, matrix);
}
