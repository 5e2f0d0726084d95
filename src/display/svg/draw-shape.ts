/** A shape's fill and stroke as items in page coordinates. */
import { type Matrix, multiply, type Path, type Size } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import type { DisplayItem, Origin, Paint } from '../item.ts';
import { invert, pathBounds, transformPath } from '../outline.ts';
import { type Painted, type PlacedPaint, placePaint } from './paint-server.ts';
import type { SvgStyle } from './presentation.ts';
import { textReader } from './presentation.ts';
import type { SvgScene } from './scene.ts';

type Item = DisplayItem<AuthorColor>;

export interface ShapeToDraw {
  readonly element: ElementNode;
  /** In user units. */
  readonly path: Path;
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

function fillItems(shape: ShapeToDraw, { paint, matrix }: PlacedPaint): readonly Item[] {
  const { origin, style } = shape;
  const fill = (path: Path): Item => ({
    ...origin,
    kind: 'fill',
    path,
    rule: style.fillRule,
    paint,
  });
  if (!matrix) return [fill(transformPath(shape.matrix, shape.path))];
  const back = invert(matrix);
  if (!back) return [];
  const path = transformPath(multiply(back, shape.matrix), shape.path);
  return [transformed([fill(path)], matrix, origin)];
}

/** The factor by which a matrix scales lengths; null where it is not the same in all directions. */
function uniformScale([a, b, c, d]: Matrix): number | null {
  const scale = Math.hypot(a, b);
  const tolerance = 1e-6 * scale;
  const isEven = Math.abs(Math.hypot(c, d) - scale) <= tolerance;
  const isSquare = Math.abs(a * c + b * d) <= tolerance * scale;
  return isEven && isSquare ? scale : null;
}

function strokeItem(
  { origin, style }: ShapeToDraw,
  path: Path,
  paint: Paint<AuthorColor>,
  scale: number,
): Item {
  return {
    ...origin,
    kind: 'stroke',
    path,
    paint,
    widthPt: style.strokeWidth * scale,
    cap: style.strokeLinecap,
    join: style.strokeLinejoin,
    miterLimit: Math.max(1, style.strokeMiterlimit),
    dashPt: style.strokeDasharray.map((dash) => dash * scale),
    dashOffsetPt: style.strokeDashoffset * scale,
  };
}

/** A stroke in page coordinates, or in a group where the matrix would draw its pen askew. */
function strokeItems(shape: ShapeToDraw, painted: Painted, scene: SvgScene): readonly Item[] {
  const placed = placePaint(shape.style.stroke, painted, scene);
  if (!placed || isInvisible(placed.paint)) return [];
  const scale = uniformScale(shape.matrix);
  if (scale !== null && !placed.matrix) {
    const path = transformPath(shape.matrix, shape.path);
    return [strokeItem(shape, path, placed.paint, scale)];
  }
  // The pen is the user's and the paint has to be told in the same coordinates.
  const inUser = placePaint(shape.style.stroke, { ...painted, matrix: [1, 0, 0, 1, 0, 0] }, scene);
  if (!inUser || inUser.matrix) return [];
  return [
    transformed([strokeItem(shape, shape.path, inUser.paint, 1)], shape.matrix, shape.origin),
  ];
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
      ? strokeItems(shape, { ...common, opacity: style.strokeOpacity }, scene)
      : [];
  const isStrokeFirst = textReader(element)('paint-order')?.trim().startsWith('stroke');
  return isStrokeFirst ? [...strokes, ...fills] : [...fills, ...strokes];
}
