/** `transform`, its companions and `perspective` of a box as one matrix in page coordinates. */
import {
  identity,
  insetRect,
  type Matrix,
  multiply,
  type Point,
  type Rect,
} from '../base/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import {
  type ComputedStyle,
  perspectiveMatrix,
  resolveLength,
  type TransformFunction,
} from '../style/index.ts';
import { about, addEdges, translation } from './outline.ts';
import { aboutPoint, inSpace, multiplyInSpace, type SpaceMatrix } from './space.ts';

type Transformed = Pick<
  ComputedStyle,
  'transform' | 'translate' | 'rotate' | 'scale' | 'transformOrigin'
>;

type TransformedBox = Pick<BoxFragment, 'style' | 'border' | 'padding'>;

/** True where any of the properties that move a box is given. */
export function isTransformed({ transform, translate, rotate, scale }: Transformed): boolean {
  return transform.length + translate.length + rotate.length + scale.length > 0;
}

/** css-transforms-2 §8: moved, turned, scaled, then `transform`, each in the space of the one before. */
function stepsOf({
  translate,
  rotate,
  scale,
  transform,
}: Transformed): readonly TransformFunction[] {
  return [...translate, ...rotate, ...scale, ...transform];
}

function isFlatStep(step: TransformFunction): boolean {
  return step.kind === 'translate' ? !step.z : step.kind === 'matrix';
}

/** True where a box moves on the page alone. */
export function isFlat(style: Transformed): boolean {
  return stepsOf(style).every(isFlatStep);
}

/** css-transforms-1 §4: boxes of SVG stand for these where there is no SVG. */
function baseOf({ style, border, padding }: TransformedBox, rect: Rect): Rect {
  return style.transformBox === 'content-box' ? insetRect(rect, addEdges(border, padding)) : rect;
}

function pointIn(base: Rect, { x, y }: ComputedStyle['perspectiveOrigin']): Point {
  return { x: base.x + resolveLength(x, base.width), y: base.y + resolveLength(y, base.height) };
}

function flatMatrix(step: TransformFunction, base: Rect): Matrix {
  if (step.kind === 'matrix') return step.matrix;
  if (step.kind === 'matrix3d') return identity;
  return translation(resolveLength(step.x, base.width), resolveLength(step.y, base.height));
}

/** The matrix of a box that `isFlat`, whose border box is `rect`. */
export function transformOf(box: TransformedBox, rect: Rect): Matrix {
  const { style } = box;
  const base = baseOf(box, rect);
  const matrix = stepsOf(style)
    .map((step) => flatMatrix(step, base))
    .reduce(multiply, identity);
  return about(pointIn(base, style.transformOrigin), matrix);
}

/** The same in space, for any box. */
export function spaceTransformOf(box: TransformedBox, rect: Rect): SpaceMatrix {
  const { style } = box;
  const base = baseOf(box, rect);
  const inner = stepsOf(style)
    .map((step): SpaceMatrix => {
      if (step.kind === 'matrix3d') return step.matrix;
      const flat = inSpace(flatMatrix(step, base));
      return step.kind === 'translate' && step.z ? [...flat.slice(0, 14), step.z, 1] : flat;
    })
    .reduce(multiplyInSpace, inSpace(identity));
  return aboutPoint(pointIn(base, style.transformOrigin), style.transformOrigin.z, inner);
}

/** What a box's `perspective` does to its children; null where it has none. */
export function perspectiveOf(style: ComputedStyle, rect: Rect): SpaceMatrix | null {
  if (style.perspective === 'none') return null;
  return aboutPoint(
    pointIn(rect, style.perspectiveOrigin),
    0,
    perspectiveMatrix(style.perspective),
  );
}
