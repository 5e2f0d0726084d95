/** A shape's fill and stroke as items in page coordinates. */
import {
  axisScales,
  identity,
  invert,
  type Matrix,
  multiply,
  type Path,
  pointsPerPx,
  type Size,
} from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import type { DisplayItem, Letters, Origin, Paint } from '../item.ts';
import { pathBounds, pathLength, transformPath } from '../outline.ts';
import { type Painted, type PlacedPaint, placePaint } from './paint-server.ts';
import type { SvgStyle } from './presentation.ts';
import type { SvgScene } from './scene.ts';

type Item = DisplayItem<AuthorColor>;

export interface ShapeToDraw {
  readonly element: ElementNode;
  /** In user units. */
  readonly path: Path;
  /** What the path spells, at its size in user units. */
  readonly letters?: Omit<Letters, 'isEdge'>;
  readonly style: SvgStyle;
  readonly viewport: Size;
  /** From user units to the page. */
  readonly matrix: Matrix;
  readonly origin: Origin;
}

function isInvisible(paint: Paint<AuthorColor>): boolean {
  return paint.kind === 'solid'
    ? paint.color.alpha === 0
    : paint.stops.every(({ color }) => color.alpha === 0);
}

/** Items in coordinates of their own. */
function transformed(items: readonly Item[], transform: Matrix, origin: Origin): Item {
  return { ...origin, kind: 'group', items, transform, clip: null, opacity: 1, blend: 'normal' };
}

/** What an item whose coordinates `matrix` leads to spells. */
function lettersOf(
  { letters }: ShapeToDraw,
  matrix: Matrix,
  isEdge: boolean,
): { readonly letters?: Letters } {
  if (!letters) return {};
  return { letters: { ...letters, sizePt: letters.sizePt * axisScales(matrix).y, isEdge } };
}

function fillItems(shape: ShapeToDraw, { paint, matrix }: PlacedPaint): readonly Item[] {
  const { origin, style } = shape;
  const fill = (toItem: Matrix): Item => ({
    ...origin,
    ...lettersOf(shape, toItem, false),
    kind: 'fill',
    path: transformPath(toItem, shape.path),
    rule: style.fillRule,
    paint,
  });
  if (!matrix) return [fill(shape.matrix)];
  const back = invert(matrix);
  if (!back) return [];
  return [transformed([fill(multiply(back, shape.matrix))], matrix, origin)];
}

/** The factor by which a matrix scales lengths; null where it is not the same in all directions. */
function uniformScale([a, b, c, d]: Matrix): number | null {
  const scale = Math.hypot(a, b);
  const tolerance = 1e-6 * scale;
  const isEven = Math.abs(Math.hypot(c, d) - scale) <= tolerance;
  const isSquare = Math.abs(a * c + b * d) <= tolerance * scale;
  return isEven && isSquare ? scale : null;
}

/** SVG 2 §9.6.1: dashes are told in parts of what `pathLength` says the outline is long. */
function dashUnit({ element, path, style }: ShapeToDraw): number {
  const told = Number.parseFloat(element.attributes.get('pathLength') ?? '');
  return told > 0 && style.strokeDasharray.length > 0 ? pathLength(path) / told : 1;
}

function strokeItem(
  shape: ShapeToDraw,
  toItem: Matrix,
  { paint, scale, isEdge }: { paint: Paint<AuthorColor>; scale: number; isEdge: boolean },
): Item {
  const { origin, style } = shape;
  const dashScale = scale * dashUnit(shape);
  return {
    ...origin,
    ...lettersOf(shape, toItem, isEdge),
    kind: 'stroke',
    path: transformPath(toItem, shape.path),
    paint,
    widthPt: style.strokeWidth * scale,
    cap: style.strokeLinecap,
    join: style.strokeLinejoin,
    miterLimit: Math.max(1, style.strokeMiterlimit),
    dashPt: style.strokeDasharray.map((dash) => dash * dashScale),
    dashOffsetPt: style.strokeDashoffset * dashScale,
  };
}

/** A stroke in page coordinates, or in a group where the matrix would draw its pen askew. */
function strokeItems(
  shape: ShapeToDraw,
  painted: Painted,
  isEdge: boolean,
  scene: SvgScene,
): readonly Item[] {
  const placed = placePaint(shape.style.stroke, painted, scene);
  if (!placed || isInvisible(placed.paint)) return [];
  const isFixed = scene.styles.styleOf(shape.element).vectorEffect === 'non-scaling-stroke';
  const scale = isFixed ? pointsPerPx : uniformScale(shape.matrix);
  if (scale !== null && !placed.matrix)
    return [strokeItem(shape, shape.matrix, { paint: placed.paint, scale, isEdge })];
  // The pen is the user's and the paint has to be told in the same coordinates.
  const inUser = placePaint(shape.style.stroke, { ...painted, matrix: identity }, scene);
  if (!inUser || inUser.matrix) return [];
  const item = strokeItem(shape, identity, { paint: inUser.paint, scale: 1, isEdge });
  return [transformed([item], shape.matrix, shape.origin)];
}

/** Fill, then stroke (SVG 2 §13.1), the other way round where `paint-order` asks for it. */
export function drawShape(shape: ShapeToDraw, scene: SvgScene): readonly Item[] {
  const { element, path, style, viewport, matrix } = shape;
  if (!style.visible || path.length === 0) return [];
  const common = { bounds: pathBounds(path), viewport, matrix, color: style.color, element };
  const fill = placePaint(style.fill, { ...common, opacity: style.fillOpacity }, scene);
  const fills = fill && !isInvisible(fill.paint) && path.length > 2 ? fillItems(shape, fill) : [];
  const strokes =
    style.stroke !== 'none' && style.strokeWidth > 0
      ? strokeItems(shape, { ...common, opacity: style.strokeOpacity }, fills.length > 0, scene)
      : [];
  const { paintOrder } = style;
  const isStrokeFirst = paintOrder.indexOf('stroke') < paintOrder.indexOf('fill');
  return isStrokeFirst ? [...strokes, ...fills] : [...fills, ...strokes];
}
