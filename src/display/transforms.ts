/** `transform` and `transform-origin` of a box as one matrix in page coordinates. */
import { identity, type Matrix, multiply, type Rect } from '../base/index.ts';
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import { about, translation } from './outline.ts';

type Transformed = Pick<
  ComputedStyle,
  'transform' | 'translate' | 'rotate' | 'scale' | 'transformOrigin'
>;

/** True where any of the properties that move a box is given. */
export function isTransformed({ transform, translate, rotate, scale }: Transformed): boolean {
  return transform.length + translate.length + rotate.length + scale.length > 0;
}

/** The matrix of a box whose border box is `rect`; `identity` where nothing is transformed. */
export function transformOf(style: Transformed, rect: Rect): Matrix {
  if (!isTransformed(style)) return identity;
  const { transformOrigin } = style;
  // css-transforms-2 §8: moved, turned, scaled, then `transform`, each in the space of the one before.
  const transform = [...style.translate, ...style.rotate, ...style.scale, ...style.transform];
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
