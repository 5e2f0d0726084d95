/** How an SVG element is moved against what it stands in (css-transforms-2 §5, SVG 2 §8.5). */
import {
  identity,
  type Matrix,
  multiply,
  pointsPerPx,
  type Rect,
  type Size,
} from '../../base/index.ts';
import type { ElementNode } from '../../input/index.ts';
import {
  type ComputedStyle,
  type LengthPercentage,
  resolveLength,
  type TransformFunction,
} from '../../style/index.ts';
import { about, translation } from '../outline.ts';
import { invalidSvgValue } from '../problems-svg.ts';
import type { SvgScene } from './scene.ts';
import { parseTransform } from './transform.ts';

/** What the reference boxes of an element are (css-transforms-1 §4), in user units. */
export interface ReferenceBoxes {
  readonly viewport: Size;
  /** With or without its stroke; null where it has no extent. Asked for only where it is meant. */
  boundsOf(isWithStroke: boolean): Rect | null;
}

/** Boxes of CSS stand for those of SVG where there are none. */
function referenceBox(
  { transformBox }: ComputedStyle,
  { viewport, boundsOf }: ReferenceBoxes,
): Rect {
  const { width, height } = viewport;
  const isView = transformBox === 'view-box';
  const isWithStroke = transformBox === 'stroke-box' || transformBox === 'border-box';
  const bounds = isView ? null : boundsOf(isWithStroke);
  return bounds ?? { x: 0, y: 0, width, height };
}

const user = (length: LengthPercentage, base: number) =>
  resolveLength(length, base * pointsPerPx) / pointsPerPx;

/** A step of CSS, in pt, as a matrix in user units; in space, what is left of it on the plane. */
function stepMatrix(step: TransformFunction, { width, height }: Rect): Matrix {
  if (step.kind === 'translate') return translation(user(step.x, width), user(step.y, height));
  const { matrix } = step;
  const [a, b, c, d, e, f] =
    step.kind === 'matrix'
      ? step.matrix
      : [matrix[0], matrix[1], matrix[4], matrix[5], matrix[12], matrix[13]];
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, (e ?? 0) / pointsPerPx, (f ?? 0) / pointsPerPx];
}

/** The attribute, which is in user units; null where it cannot be read. */
function attributeMatrix(element: ElementNode, scene: SvgScene): Matrix | null {
  const text = element.attributes.get('transform');
  if (text === undefined) return identity;
  const matrix = parseTransform(text);
  if (!matrix) scene.report((place) => invalidSvgValue('transform', text, place), element);
  return matrix;
}

/**
 * An element's own transform: `translate`, `rotate`, `scale`, then the property `transform`, else the
 * attribute, all about an origin that is 0,0 unless it is given. Reports `display/svg-invalid` and
 * returns null where the attribute cannot be read.
 */
export function resolveTransform(
  element: ElementNode,
  boxes: ReferenceBoxes,
  scene: SvgScene,
): Matrix | null {
  const { styles } = scene;
  const style = styles.styleOf(element);
  const { translate, rotate, scale, transform, transformOrigin } = style;
  const isDeclared = styles.declarationOf(element, 'transform') !== undefined;
  const written = isDeclared ? identity : attributeMatrix(element, scene);
  if (!written) return null;
  const steps = [...translate, ...rotate, ...scale, ...(isDeclared ? transform : [])];
  if (steps.length === 0 && written === identity) return identity;
  const box = referenceBox(style, boxes);
  const moved = steps.reduce<Matrix>(
    (outer, step) => multiply(outer, stepMatrix(step, box)),
    identity,
  );
  const isPlaced = styles.declarationOf(element, 'transformOrigin') !== undefined;
  const origin = isPlaced
    ? { x: user(transformOrigin.x, box.width), y: user(transformOrigin.y, box.height) }
    : { x: 0, y: 0 };
  return about({ x: box.x + origin.x, y: box.y + origin.y }, multiply(moved, written));
}
