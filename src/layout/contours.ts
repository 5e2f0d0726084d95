/**
 * Contours of float areas (css-shapes-1): how far a shape reaches to the left and right between two
 * heights, and the same for the shape grown by a margin. Exact for rounded rectangles, ellipses
 * without margin, circles and polygons; coordinates are those of the formatting context.
 */
import type { Path, Point, Rect } from '../base/index.ts';

/** Leftmost and rightmost points of a shape in a stretch of heights. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

export interface Shape {
  /** Null where the shape is not there. */
  extent(top: number, bottom: number): Extent | null;
}

function join(one: Extent | null, left: number, right: number): Extent {
  if (!one) return { left, right };
  return { left: Math.min(one.left, left), right: Math.max(one.right, right) };
}

/** Half the width of a unit circle at a height from its middle. */
function chord(height: number): number {
  return Math.sqrt(Math.max(0, 1 - height * height));
}

export function ellipseShape(center: Point, radiusX: number, radiusY: number): Shape {
  return {
    extent: (top, bottom) => {
      const nearest = Math.min(Math.max(center.y, top), bottom) - center.y;
      if (radiusX <= 0 || radiusY <= 0 || Math.abs(nearest) >= radiusY) return null;
      const half = radiusX * chord(nearest / radiusY);
      return { left: center.x - half, right: center.x + half };
    },
  };
}

/** Half-axes of a rectangle's corners, from the top left clockwise. */
export type CornerRadii = readonly [Point, Point, Point, Point];

/** Where a corner cuts the rectangle's side at a height: 0 at its end, its half-axis at the top. */
function cornerInset({ x, y }: Point, fromEdge: number): number {
  if (y <= 0 || x <= 0 || fromEdge >= y) return 0;
  return x * (1 - chord((y - Math.max(0, fromEdge)) / y));
}

export function roundRectShape(
  rect: Rect,
  [topLeft, topRight, bottomRight, bottomLeft]: CornerRadii,
) {
  const end = rect.y + rect.height;
  const insetAt = (above: Point, below: Point, y: number) =>
    Math.max(cornerInset(above, y - rect.y), cornerInset(below, end - y));
  /** The least inset of a side between two heights: at the height nearest to its straight part. */
  const least = (above: Point, below: Point, top: number, bottom: number) => {
    const from = rect.y + above.y;
    const to = Math.max(from, end - below.y);
    const nearest = Math.min(Math.max(from, top), bottom);
    return bottom < from || top <= to ? insetAt(above, below, nearest) : insetAt(above, below, top);
  };
  return {
    extent: (top: number, bottom: number): Extent | null => {
      if (rect.width <= 0 || bottom <= rect.y || top >= end) return null;
      const [from, to] = [Math.max(top, rect.y), Math.min(bottom, end)];
      return {
        left: rect.x + least(topLeft, bottomLeft, from, to),
        right: rect.x + rect.width - least(topRight, bottomRight, from, to),
      };
    },
  } satisfies Shape;
}

/** A polygon grown by a margin: its edges moved outwards, with a disc about each corner. */
export function polygonShape(points: readonly Point[], margin: number): Shape {
  return {
    extent: (top, bottom) => {
      let extent: Extent | null = null;
      for (const [index, from] of points.entries()) {
        const to = points[(index + 1) % points.length] ?? from;
        for (const [a, b] of grownEdges(from, to, margin))
          extent = addEdge(extent, a, b, top, bottom);
        extent = addDisc(extent, from, margin, top, bottom);
      }
      return extent;
    },
  };
}

/** Enough lines that none is off by a hundredth of a point on a curve across a page. */
const curveSteps = 64;

/** The corners of each closed part of an outline, its curves as lines. */
function polygonsOf(path: Path): readonly (readonly Point[])[] {
  const polygons: Point[][] = [];
  for (const segment of path) {
    const last = polygons.at(-1);
    const from = last?.at(-1);
    if (segment.kind === 'move') polygons.push([{ x: segment.x, y: segment.y }]);
    else if (segment.kind === 'line') last?.push({ x: segment.x, y: segment.y });
    else if (segment.kind === 'cubic' && last && from)
      for (let step = 1; step <= curveSteps; step++)
        last.push(pointOnCurve(from, segment, step / curveSteps));
  }
  return polygons;
}

function pointOnCurve(
  from: Point,
  { x1, y1, x2, y2, x, y }: Extract<Path[number], { readonly kind: 'cubic' }>,
  share: number,
): Point {
  const rest = 1 - share;
  const along = (a: number, b: number, c: number, d: number) =>
    rest ** 3 * a + 3 * rest ** 2 * share * b + 3 * rest * share ** 2 * c + share ** 3 * d;
  return { x: along(from.x, x1, x2, x), y: along(from.y, y1, y2, y) };
}

/** Any outline grown by a margin; holes in it are part of it, since no words stand in them. */
export function outlineShape(path: Path, margin: number, place: (point: Point) => Point): Shape {
  const parts = polygonsOf(path).map((points) => polygonShape(points.map(place), margin));
  return {
    extent: (top, bottom) => {
      let all: Extent | null = null;
      for (const part of parts) {
        const extent = part.extent(top, bottom);
        if (extent) all = join(all, extent.left, extent.right);
      }
      return all;
    },
  };
}

/** The edge itself, and where it lies when moved by the margin to either side. */
function grownEdges(from: Point, to: Point, margin: number): readonly (readonly [Point, Point])[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (margin === 0 || length === 0) return [[from, to]];
  const by = { x: ((to.y - from.y) / length) * margin, y: ((from.x - to.x) / length) * margin };
  const moved = (sign: number, { x, y }: Point) => ({ x: x + sign * by.x, y: y + sign * by.y });
  return [
    [moved(1, from), moved(1, to)],
    [moved(-1, from), moved(-1, to)],
  ];
}

/** What of an edge lies between two heights. */
function addEdge(
  extent: Extent | null,
  from: Point,
  to: Point,
  top: number,
  bottom: number,
): Extent | null {
  const [high, low] = from.y <= to.y ? [from, to] : [to, from];
  if (low.y <= top || high.y >= bottom) return extent;
  const xAt = (y: number) =>
    low.y === high.y ? high.x : high.x + ((low.x - high.x) * (y - high.y)) / (low.y - high.y);
  const first = xAt(Math.max(top, high.y));
  const last = xAt(Math.min(bottom, low.y));
  return join(extent, Math.min(first, last), Math.max(first, last));
}

function addDisc(
  extent: Extent | null,
  { x, y }: Point,
  radius: number,
  top: number,
  bottom: number,
): Extent | null {
  const away = Math.max(0, top - y, y - bottom);
  if (radius <= 0 || away >= radius) return extent;
  const half = Math.sqrt(radius * radius - away * away);
  return join(extent, x - half, x + half);
}

/** Rows of one height, each with its leftmost and rightmost point or nothing, grown by a margin. */
export function rowsShape(
  top: number,
  rowHeight: number,
  rows: readonly (Extent | null)[],
  margin: number,
): Shape {
  return {
    extent: (from, to) => {
      let extent: Extent | null = null;
      const first = Math.max(0, Math.floor((from - margin - top) / rowHeight));
      const last = Math.min(rows.length - 1, Math.ceil((to + margin - top) / rowHeight));
      for (let index = first; index <= last; index++) {
        const row = rows[index];
        if (!row) continue;
        const rowTop = top + index * rowHeight;
        const away = Math.max(0, from - rowTop - rowHeight, rowTop - to);
        const isBeside = rowTop < to && rowTop + rowHeight > from;
        if (!isBeside && away >= margin) continue;
        const half = Math.sqrt(Math.max(0, margin * margin - away * away));
        extent = join(extent, row.left - half, row.right + half);
      }
      return extent;
    },
  };
}
