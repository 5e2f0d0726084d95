/** `transform` and `transform-origin` of a box as one matrix in page coordinates. */
import { identity, insetRect, type Matrix, multiply, type Rect } from '../base/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import { about, addEdges, translation } from './outline.ts';

type Transformed = Pick<
  ComputedStyle,
  'transform' | 'translate' | 'rotate' | 'scale' | 'transformOrigin'
>;

/** A matrix of space as CSS writes it: sixteen numbers, column by column. */
type SpaceMatrix = readonly number[];

function inSpace([a, b, c, d, e, f]: Matrix): SpaceMatrix {
  return [a, b, 0, 0, c, d, 0, 0, 0, 0, 1, 0, e, f, 0, 1];
}

function multiplyInSpace(outer: SpaceMatrix, inner: SpaceMatrix): SpaceMatrix {
  return Array.from({ length: 16 }, (_, index) => {
    const [row, column] = [index % 4, index - (index % 4)];
    return [0, 1, 2, 3].reduce(
      (sum, step) => sum + (outer[step * 4 + row] ?? 0) * (inner[column + step] ?? 0),
      0,
    );
  });
}

/** Laid flat on the page (css-transforms-2 §5): depth is left out. */
function flatten(matrix: SpaceMatrix): Matrix {
  const at = (index: number) => matrix[index] ?? 0;
  const depth = at(15) || 1;
  const parts = [at(0), at(1), at(4), at(5), at(12), at(13)].map((part) => part / depth);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = parts;
  return [a, b, c, d, e, f];
}

/** True where any of the properties that move a box is given. */
export function isTransformed({ transform, translate, rotate, scale }: Transformed): boolean {
  return transform.length + translate.length + rotate.length + scale.length > 0;
}

/** The matrix of a box whose border box is `rect`; `identity` where nothing is transformed. */
export function transformOf(
  box: Pick<BoxFragment, 'style' | 'border' | 'padding'>,
  rect: Rect,
): Matrix {
  const { style } = box;
  if (!isTransformed(style)) return identity;
  const { transformOrigin } = style;
  // css-transforms-2 §8: moved, turned, scaled, then `transform`, each in the space of the one before.
  const transform = [...style.translate, ...style.rotate, ...style.scale, ...style.transform];
  // css-transforms-1 §4: boxes of SVG stand for these where there is no SVG.
  const base =
    style.transformBox === 'content-box'
      ? insetRect(rect, addEdges(box.border, box.padding))
      : rect;
  const origin = {
    x: base.x + resolveLength(transformOrigin.x, base.width),
    y: base.y + resolveLength(transformOrigin.y, base.height),
  };
  const flat = (step: Exclude<(typeof transform)[number], { kind: 'matrix3d' }>): Matrix => {
    if (step.kind === 'matrix') return step.matrix;
    return translation(resolveLength(step.x, base.width), resolveLength(step.y, base.height));
  };
  const isFlat = transform.every(({ kind }) => kind !== 'matrix3d');
  const matrix = isFlat
    ? transform.reduce<Matrix>(
        (outer, step) => (step.kind === 'matrix3d' ? outer : multiply(outer, flat(step))),
        identity,
      )
    : flatten(
        transform
          .map((step) => (step.kind === 'matrix3d' ? step.matrix : inSpace(flat(step))))
          .reduce(multiplyInSpace),
      );
  return about(origin, matrix);
}
