/** Basic shapes (css-shapes-1 §3) as outlines in page coordinates: what `clip-path` cuts along. */
import { insetRect, type Path, type PathSegment, type Rect } from '../base/index.ts';
import {
  type BasicShape,
  type ClipPathValue,
  type LengthPercentage,
  type Position,
  resolveLength,
  type ShapeRadius,
  shapeOutline,
} from '../style/index.ts';
import { type RoundedRect, roundedPath, roundRect } from './rounded.ts';
import { orientHoles } from './svg/orientation.ts';
import { ellipsePath } from './svg/shapes.ts';

export type ClipShape = Extract<ClipPathValue, { kind: 'shape' }>;

function placeIn({ x, y }: Position, box: Rect) {
  return {
    x: box.x + resolveLength(x, box.width),
    y: box.y + resolveLength(y, box.height),
  };
}

type CircleOrEllipse = Extract<BasicShape, { kind: 'circle' | 'ellipse' }>;

/** §3.2: a radius along one axis; `base` is what its percentages are of. */
function radiusOf(
  radius: ShapeRadius<LengthPercentage>,
  distances: readonly number[],
  base: number,
): number {
  if (radius === 'closest-side') return Math.min(...distances);
  if (radius === 'farthest-side') return Math.max(...distances);
  return Math.max(0, resolveLength(radius, base));
}

function roundShape(shape: CircleOrEllipse, box: Rect): Path {
  const center = placeIn(shape.center, box);
  const across = [Math.abs(center.x - box.x), Math.abs(box.x + box.width - center.x)];
  const down = [Math.abs(center.y - box.y), Math.abs(box.y + box.height - center.y)];
  if (shape.kind === 'circle') {
    const { width, height } = box;
    const diagonal = Math.sqrt((width * width + height * height) / 2);
    const radius = radiusOf(shape.radius, [...across, ...down], diagonal);
    return radius > 0 ? ellipsePath(center.x, center.y, radius, radius) : [];
  }
  const radiusX = radiusOf(shape.radiusX, across, box.width);
  const radiusY = radiusOf(shape.radiusY, down, box.height);
  return radiusX > 0 && radiusY > 0 ? ellipsePath(center.x, center.y, radiusX, radiusY) : [];
}

function insetShape(shape: Extract<BasicShape, { kind: 'inset' }>, box: Rect): Path {
  const [top, right, bottom, left] = shape.sides;
  const rect = insetRect(box, {
    top: resolveLength(top, box.height),
    right: resolveLength(right, box.width),
    bottom: resolveLength(bottom, box.height),
    left: resolveLength(left, box.width),
  });
  if (!(rect.width > 0 && rect.height > 0)) return [];
  // Percentages of radii are of the reference box, not of what is left of it.
  const points = (value: LengthPercentage, base: number) => ({
    pt: resolveLength(value, base),
    percent: 0,
  });
  const corner = (index: 0 | 1 | 2 | 3) => ({
    x: points(shape.radiiX[index], box.width),
    y: points(shape.radiiY[index], box.height),
  });
  const radii = {
    topLeft: corner(0),
    topRight: corner(1),
    bottomRight: corner(2),
    bottomLeft: corner(3),
  };
  return roundedPath(roundRect(rect, radii));
}

function polygonShape(shape: Extract<BasicShape, { kind: 'polygon' }>, box: Rect): Path {
  const points = shape.points.map((point) => placeIn(point, box));
  const path: readonly PathSegment[] = points.map(({ x, y }, index) => ({
    kind: index === 0 ? 'move' : 'line',
    x,
    y,
  }));
  const closed: Path = path.length > 0 ? [...path, { kind: 'close' }] : [];
  return shape.rule === 'evenodd' ? orientHoles(closed) : closed;
}

type OutlineShape = Extract<BasicShape, { kind: 'path' | 'shape' }>;

function toldShape(shape: OutlineShape, box: Rect): Path {
  const path = shapeOutline(shape, box);
  return shape.rule === 'evenodd' ? orientHoles(path) : path;
}

/** The rule that what the outline encloses is told by: crossing lines may leave holes. */
export function clipRuleOf(value: ClipPathValue): 'nonzero' | 'evenodd' {
  if (value === 'none' || value.kind === 'url') return 'nonzero';
  const { shape } = value;
  return shape && 'rule' in shape ? shape.rule : 'nonzero';
}

/** The outline of a shape in its reference box; empty where nothing of the box is left. */
export function clipShapePath({ shape }: ClipShape, reference: RoundedRect): Path {
  if (!shape) return roundedPath(reference);
  const { rect } = reference;
  switch (shape.kind) {
    case 'circle':
    case 'ellipse':
      return roundShape(shape, rect);
    case 'inset':
      return insetShape(shape, rect);
    case 'polygon':
      return polygonShape(shape, rect);
    case 'path':
    case 'shape':
      return toldShape(shape, rect);
  }
}
