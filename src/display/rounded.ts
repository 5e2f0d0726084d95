/**
 * Rectangles with rounded corners (css-backgrounds-3 §5): used radii, overlapping curves made
 * smaller together, inner edges, and the outline as cubics.
 */
import {
  type Edges,
  insetRect,
  type Path,
  type PathSegment,
  type Rect,
  rectPath,
} from '../base/index.ts';
import { type LengthPercentage, resolveLength } from '../style/index.ts';

/** Half-axes of one corner's ellipse, in pt. Both are 0 for a square corner. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

export interface Radii {
  readonly topLeft: Corner;
  readonly topRight: Corner;
  readonly bottomRight: Corner;
  readonly bottomLeft: Corner;
}

export interface RoundedRect {
  readonly rect: Rect;
  readonly radii: Radii;
}

/** A corner as CSS states it; percentages are of the border box's width and height. */
export interface CornerStyle {
  readonly x: LengthPercentage;
  readonly y: LengthPercentage;
}

const square: Corner = { x: 0, y: 0 };

export const squareCorners: Radii = {
  topLeft: square,
  topRight: square,
  bottomRight: square,
  bottomLeft: square,
};

/** Distance of a cubic's handles from its ends that draws a quarter of a circle of radius 1. */
export const quarterHandle = 0.5522847498307936;

function mapRadii(radii: Radii, change: (corner: Corner, name: keyof Radii) => Corner): Radii {
  return {
    topLeft: change(radii.topLeft, 'topLeft'),
    topRight: change(radii.topRight, 'topRight'),
    bottomRight: change(radii.bottomRight, 'bottomRight'),
    bottomLeft: change(radii.bottomLeft, 'bottomLeft'),
  };
}

export function hasRoundCorner({ topLeft, topRight, bottomRight, bottomLeft }: Radii): boolean {
  return [topLeft, topRight, bottomRight, bottomLeft].some(({ x, y }) => x > 0 && y > 0);
}

/** §5.5: all radii by the same factor, so that no side's two curves overlap. */
function reduceOverlap(radii: Radii, { width, height }: Rect): Radii {
  const { topLeft, topRight, bottomRight, bottomLeft } = radii;
  const share = (length: number, sum: number) => (sum > 0 ? length / sum : 1);
  const factor = Math.min(
    1,
    share(width, topLeft.x + topRight.x),
    share(height, topRight.y + bottomRight.y),
    share(width, bottomLeft.x + bottomRight.x),
    share(height, topLeft.y + bottomLeft.y),
  );
  if (factor === 1) return radii;
  return mapRadii(radii, ({ x, y }) => ({ x: x * factor, y: y * factor }));
}

/** The border box with the radii that `style` gives it, reduced where they overlap. */
export function roundRect(
  rect: Rect,
  style: Readonly<Record<keyof Radii, CornerStyle>>,
): RoundedRect {
  const used = ({ x, y }: CornerStyle): Corner => {
    const radius = {
      x: Math.max(0, resolveLength(x, rect.width)),
      y: Math.max(0, resolveLength(y, rect.height)),
    };
    return radius.x > 0 && radius.y > 0 ? radius : square;
  };
  const radii = {
    topLeft: used(style.topLeft),
    topRight: used(style.topRight),
    bottomRight: used(style.bottomRight),
    bottomLeft: used(style.bottomLeft),
  };
  return { rect, radii: reduceOverlap(radii, rect) };
}

/** §5.2: an inner edge (padding or content edge); radii lose what the edges take, down to square. */
export function insetRounded({ rect, radii }: RoundedRect, edges: Edges): RoundedRect {
  const inner = insetRect(rect, edges);
  const size = { ...inner, width: Math.max(0, inner.width), height: Math.max(0, inner.height) };
  const reduced = mapRadii(radii, (corner, name) => {
    const x = corner.x - (name === 'topLeft' || name === 'bottomLeft' ? edges.left : edges.right);
    const y = corner.y - (name === 'topLeft' || name === 'topRight' ? edges.top : edges.bottom);
    return x > 0 && y > 0 && corner.x > 0 && corner.y > 0 ? { x, y } : square;
  });
  return { rect: size, radii: reduced };
}

/**
 * An outer edge: radii grow with it, so that curves stay parallel; square corners stay square, and
 * nearly square ones nearly so (css-backgrounds-3 §6.1.1). A negative amount shrinks.
 */
export function growRounded({ rect, radii }: RoundedRect, by: number): RoundedRect {
  if (by <= 0)
    return insetRounded({ rect, radii }, { top: -by, right: -by, bottom: -by, left: -by });
  const grow = (radius: number) => {
    if (radius === 0) return 0;
    const share = Math.min(1, radius / by) - 1;
    return radius + by * (1 + share * share * share);
  };
  const grown = mapRadii(radii, ({ x, y }) => ({ x: grow(x), y: grow(y) }));
  return { rect: insetRect(rect, { top: -by, right: -by, bottom: -by, left: -by }), radii: grown };
}

/** The outline, clockwise from the top left corner's end; `rectPath` where no corner is round. */
export function roundedPath({ rect, radii }: RoundedRect): Path {
  if (!hasRoundCorner(radii)) return rectPath(rect);
  const { topLeft, topRight, bottomRight, bottomLeft } = radii;
  const [left, top] = [rect.x, rect.y];
  const [right, bottom] = [left + rect.width, top + rect.height];
  const h = 1 - quarterHandle;
  const curve = (x1: number, y1: number, x2: number, y2: number, x: number, y: number) =>
    ({ kind: 'cubic', x1, y1, x2, y2, x, y }) satisfies PathSegment;
  const path: PathSegment[] = [
    { kind: 'move', x: left + topLeft.x, y: top },
    { kind: 'line', x: right - topRight.x, y: top },
  ];
  const tr = topRight;
  if (tr.x > 0) path.push(curve(right - tr.x * h, top, right, top + tr.y * h, right, top + tr.y));
  path.push({ kind: 'line', x: right, y: bottom - bottomRight.y });
  const br = bottomRight;
  if (br.x > 0)
    path.push(curve(right, bottom - br.y * h, right - br.x * h, bottom, right - br.x, bottom));
  path.push({ kind: 'line', x: left + bottomLeft.x, y: bottom });
  const bl = bottomLeft;
  if (bl.x > 0)
    path.push(curve(left + bl.x * h, bottom, left, bottom - bl.y * h, left, bottom - bl.y));
  path.push({ kind: 'line', x: left, y: top + topLeft.y });
  if (topLeft.x > 0)
    path.push(curve(left, top + topLeft.y * h, left + topLeft.x * h, top, left + topLeft.x, top));
  path.push({ kind: 'close' });
  return path;
}
