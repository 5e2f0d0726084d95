/**
 * Arithmetic of outlines: bounds, transforms, recognising rectangles. Pure geometry in the
 * coordinates it is given; nothing here knows of boxes or colours.
 */
import {
  type Edges,
  insetRect,
  type Matrix,
  multiply,
  type Path,
  type PathSegment,
  type Point,
  type Rect,
  transformPoint,
} from '../base/index.ts';

/** The matrix that moves by `x`, `y`. */
export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

/** `matrix` applied about `origin` instead of about 0, 0. */
export function about(origin: Point, matrix: Matrix): Matrix {
  return multiply(
    multiply(translation(origin.x, origin.y), matrix),
    translation(-origin.x, -origin.y),
  );
}

/** True for the matrix that changes nothing. */
export function isIdentity([a, b, c, d, e, f]: Matrix): boolean {
  return a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0;
}

/** Each outline of a path the other way round: what it covered, it now takes away. */
export function reversePath(path: Path): Path {
  const reversed: PathSegment[] = [];
  let part: Exclude<PathSegment, { kind: 'close' }>[] = [];
  const flush = () => {
    const last = part.at(-1);
    if (!last) return;
    reversed.push({ kind: 'move', x: last.x, y: last.y });
    for (let index = part.length - 1; index > 0; index -= 1) {
      const [segment, before] = [part[index], part[index - 1]];
      if (!segment || !before) continue;
      const { x, y } = before;
      if (segment.kind !== 'cubic') reversed.push({ kind: 'line', x, y });
      else {
        const { x1, y1, x2, y2 } = segment;
        reversed.push({ kind: 'cubic', x1: x2, y1: y2, x2: x1, y2: y1, x, y });
      }
    }
    reversed.push({ kind: 'close' });
    part = [];
  };
  for (const segment of path) {
    if (segment.kind === 'move') flush();
    if (segment.kind !== 'close') part.push(segment);
  }
  flush();
  return reversed;
}

/** An outline under a matrix. */
export function transformPath(matrix: Matrix, path: Path): Path {
  if (isIdentity(matrix)) return path;
  return path.map((segment): PathSegment => {
    if (segment.kind === 'close') return segment;
    const { x, y } = transformPoint(matrix, segment);
    if (segment.kind !== 'cubic') return { kind: segment.kind, x, y };
    const first = transformPoint(matrix, { x: segment.x1, y: segment.y1 });
    const second = transformPoint(matrix, { x: segment.x2, y: segment.y2 });
    return { kind: 'cubic', x1: first.x, y1: first.y, x2: second.x, y2: second.y, x, y };
  });
}

/** Values of t in (0, 1) where one coordinate of a cubic turns. */
function turningPoints(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const inside = (t: number) => t > 0 && t < 1;
  if (Math.abs(a) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-c / b].filter(inside);
  const root = b * b - 4 * a * c;
  if (root < 0) return [];
  const square = Math.sqrt(root);
  return [(-b + square) / (2 * a), (-b - square) / (2 * a)].filter(inside);
}

function cubicAt(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const s = 1 - t;
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
}

/** Tight bounds, curves' bulges included; null for an outline without points. */
export function pathBounds(path: Path): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let at: Point = { x: 0, y: 0 };
  let start: Point = at;
  const addX = (x: number) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
  };
  const addY = (y: number) => {
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const segment of path) {
    if (segment.kind === 'close') {
      at = start;
      continue;
    }
    if (segment.kind === 'cubic') {
      const { x1, y1, x2, y2, x, y } = segment;
      for (const t of turningPoints(at.x, x1, x2, x)) addX(cubicAt(at.x, x1, x2, x, t));
      for (const t of turningPoints(at.y, y1, y2, y)) addY(cubicAt(at.y, y1, y2, y, t));
    }
    addX(segment.x);
    addY(segment.y);
    at = segment;
    if (segment.kind === 'move') start = segment;
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** A rectangle made larger by the same amount on each side. */
export function growRect(rect: Rect, by: number): Rect {
  return insetRect(rect, { top: -by, right: -by, bottom: -by, left: -by });
}

/** Bounds of a rectangle under a matrix. */
export function transformBounds(matrix: Matrix, { x, y, width, height }: Rect): Rect {
  if (isIdentity(matrix)) return { x, y, width, height };
  const corners = [
    transformPoint(matrix, { x, y }),
    transformPoint(matrix, { x: x + width, y }),
    transformPoint(matrix, { x, y: y + height }),
    transformPoint(matrix, { x: x + width, y: y + height }),
  ];
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The rectangle common to both; null where they do not overlap. */
export function intersectRects(one: Rect, other: Rect): Rect | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width < 0 || height < 0 ? null : { x, y, width, height };
}

/** True where `inner` lies within `outer`, give or take `tolerance`. */
export function containsRect(outer: Rect, inner: Rect, tolerance = 1e-6): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.width <= outer.x + outer.width + tolerance &&
    inner.y + inner.height <= outer.y + outer.height + tolerance
  );
}

/** The rectangle that an outline made by `rectPath` stands for; null for any other outline. */
export function asRect(path: Path): Rect | null {
  const [a, b, c, d, end] = path;
  if (path.length !== 5 || a?.kind !== 'move' || end?.kind !== 'close') return null;
  if (b?.kind !== 'line' || c?.kind !== 'line' || d?.kind !== 'line') return null;
  const isRect = a.y === b.y && b.x === c.x && c.y === d.y && d.x === a.x;
  return isRect ? { x: a.x, y: a.y, width: b.x - a.x, height: c.y - a.y } : null;
}

/** True where an area has no extent to paint. */
export function isEmptyRect({ width, height }: Rect): boolean {
  return !(width > 0 && height > 0);
}

/** Sum of two sets of edges, side by side. */
export function addEdges(one: Edges, other: Edges): Edges {
  return {
    top: one.top + other.top,
    right: one.right + other.right,
    bottom: one.bottom + other.bottom,
    left: one.left + other.left,
  };
}

/** Pieces that a curve is cut into to measure its length. */
const lengthSteps = 16;

/** Length of an outline, closing lines included; curves to about a thousandth. */
export function pathLength(path: Path): number {
  let length = 0;
  let at: Point = { x: 0, y: 0 };
  let start = at;
  const lineTo = (to: Point) => {
    length += Math.hypot(to.x - at.x, to.y - at.y);
    at = to;
  };
  for (const segment of path) {
    if (segment.kind === 'move') {
      at = segment;
      start = segment;
    } else if (segment.kind === 'line') lineTo(segment);
    else if (segment.kind === 'close') lineTo(start);
    else {
      const { x1, y1, x2, y2, x, y } = segment;
      const from = at;
      for (let step = 1; step <= lengthSteps; step += 1) {
        const t = step / lengthSteps;
        lineTo({ x: cubicAt(from.x, x1, x2, x, t), y: cubicAt(from.y, y1, y2, y, t) });
      }
    }
  }
  return length;
}
