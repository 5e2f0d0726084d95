/**
 * Geometry as PDF operators (ISO 32000-1 §8.5). The display list has y down from the trim's top
 * left, PDF has y up from the page's bottom left: `PageSpace` is the one place that turns it.
 */
import type { Matrix, Path, PathSegment, Point, Rect } from '../../base/index.ts';
import { formatLength, formatNumber } from './number.ts';

/** Where the trim's top left lies on the page, in PDF's coordinates. */
export interface PageSpace {
  readonly left: number;
  readonly top: number;
}

export function pointOnPage(space: PageSpace, { x, y }: Point): Point {
  return { x: space.left + x, y: space.top - y };
}

/** A transform between drawing coordinates as one between page coordinates: flip · M · flip⁻¹. */
export function matrixOnPage({ left, top }: PageSpace, [a, b, c, d, e, f]: Matrix): Matrix {
  return [a, -b, -c, d, e + left - a * left + c * top, top - f + b * left - d * top];
}

/** Six numbers; the linear part with six decimals, since it is multiplied by whole pages. */
export function formatMatrix([a, b, c, d, e, f]: Matrix): string {
  const linear = [a, b, c, d].map((value) => formatNumber(value, 6));
  return `${linear.join(' ')} ${formatLength(e)} ${formatLength(f)}`;
}

/** How much a matrix enlarges lengths, on average over directions. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

function pair(space: PageSpace, x: number, y: number): string {
  return `${formatLength(space.left + x)} ${formatLength(space.top - y)}`;
}

function segmentOperator(space: PageSpace, segment: PathSegment): string {
  switch (segment.kind) {
    case 'move':
      return `${pair(space, segment.x, segment.y)} m`;
    case 'line':
      return `${pair(space, segment.x, segment.y)} l`;
    case 'cubic': {
      const { x1, y1, x2, y2, x, y } = segment;
      return `${pair(space, x1, y1)} ${pair(space, x2, y2)} ${pair(space, x, y)} c`;
    }
    case 'close':
      return 'h';
  }
}

/** The rectangle that an outline is, or null for any other outline. */
export function rectOfPath(path: Path): Rect | null {
  const [a, b, c, d, close] = path;
  if (path.length !== 5 || close?.kind !== 'close' || a?.kind !== 'move') return null;
  if (b?.kind !== 'line' || c?.kind !== 'line' || d?.kind !== 'line') return null;
  const isAcrossFirst = a.y === b.y && b.x === c.x && c.y === d.y && d.x === a.x;
  const isDownFirst = a.x === b.x && b.y === c.y && c.x === d.x && d.y === a.y;
  if (!isAcrossFirst && !isDownFirst) return null;
  const [x, y] = [Math.min(a.x, c.x), Math.min(a.y, c.y)];
  return { x, y, width: Math.abs(c.x - a.x), height: Math.abs(c.y - a.y) };
}

/** A rectangle as `re`, its edges rounded as edges are everywhere, so that neighbours meet. */
function rectOperator(space: PageSpace, { x, y, width, height }: Rect): string {
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const [left, right] = [round(space.left + x), round(space.left + x + width)];
  const [bottom, top] = [round(space.top - y - height), round(space.top - y)];
  return `${[left, bottom, right - left, top - bottom].map(formatLength).join(' ')} re`;
}

/** An outline as path construction operators, without painting it. */
export function pathOperators(space: PageSpace, path: Path): string {
  const rect = rectOfPath(path);
  if (rect) return rectOperator(space, rect);
  return path.map((segment) => segmentOperator(space, segment)).join('\n');
}

/** Smallest rectangle around an outline's points (control points included); null when empty. */
export function pathBounds(path: Path): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const segment of path) {
    if (segment.kind === 'close') continue;
    if (segment.kind === 'cubic') {
      include(segment.x1, segment.y1);
      include(segment.x2, segment.y2);
    }
    include(segment.x, segment.y);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Smallest rectangle around a transformed rectangle. */
export function transformedBounds([a, b, c, d, e, f]: Matrix, rect: Rect): Rect {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [rect.x, rect.x + rect.width])
    for (const y of [rect.y, rect.y + rect.height]) {
      xs.push(a * x + c * y + e);
      ys.push(b * x + d * y + f);
    }
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** What two rectangles share; null where they do not meet. */
export function intersectRects(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
