/**
 * Turning outlines so that the nonzero rule gives what was meant: a clip is one path filled by
 * that rule, but it may stand for several shapes, or for one that the even-odd rule fills.
 */
import type { Path, PathSegment, Point } from '../../base/index.ts';

/** Beyond this many parts, holes are not looked for. */
const mostParts = 500;

/** The parts of an outline: from each move to the next. */
function subpathsOf(path: Path): readonly Path[] {
  const parts: PathSegment[][] = [];
  for (const segment of path) {
    if (segment.kind === 'move' || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(segment);
  }
  return parts;
}

/** The corners and control points: enough to tell inside from outside. */
function polygonOf(path: Path): readonly Point[] {
  return path.flatMap((segment): readonly Point[] => {
    if (segment.kind === 'close') return [];
    if (segment.kind !== 'cubic') return [segment];
    const { x1, y1, x2, y2 } = segment;
    return [{ x: x1, y: y1 }, { x: x2, y: y2 }, segment];
  });
}

/** Twice the area, positive where the outline runs clockwise as seen (y down). */
function signedArea(points: readonly Point[]): number {
  return points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
}

/** The same outline drawn backwards. */
function reversePath(path: Path): Path {
  return subpathsOf(path).flatMap((part): Path => {
    const ends = part.filter((segment) => segment.kind !== 'close');
    const last = ends.at(-1);
    if (!last) return part;
    const back: PathSegment[] = [{ kind: 'move', x: last.x, y: last.y }];
    for (let index = ends.length - 1; index > 0; index -= 1) {
      const [segment, before] = [ends[index], ends[index - 1]];
      if (!segment || !before) continue;
      const { x, y } = before;
      if (segment.kind === 'cubic') {
        const { x1, y1, x2, y2 } = segment;
        back.push({ kind: 'cubic', x1: x2, y1: y2, x2: x1, y2: y1, x, y });
      } else back.push({ kind: 'line', x, y });
    }
    return [...back, { kind: 'close' }];
  });
}

/** An outline that runs clockwise on the whole, so that outlines laid over each other add up. */
export function orientClockwise(path: Path): Path {
  const area = subpathsOf(path).reduce((sum, part) => sum + signedArea(polygonOf(part)), 0);
  return area < 0 ? reversePath(path) : path;
}

function isInside({ x, y }: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (let index = 0; index < polygon.length; index += 1) {
    const [one, two] = [polygon[index], polygon[(index + 1) % polygon.length]];
    if (!one || !two || one.y > y === two.y > y) continue;
    if (x < one.x + ((y - one.y) / (two.y - one.y)) * (two.x - one.x)) inside = !inside;
  }
  return inside;
}

/**
 * Parts that lie in an odd number of others run against the clock, so that the nonzero rule leaves
 * the holes that the even-odd rule would. Exact where parts do not cross.
 */
export function orientHoles(path: Path): Path {
  const parts = subpathsOf(path);
  if (parts.length < 2 || parts.length > mostParts) return path;
  const polygons = parts.map(polygonOf);
  return parts.flatMap((part, index) => {
    const polygon = polygons[index] ?? [];
    const [point] = polygon;
    if (!point) return part;
    const depth = polygons.filter((other, at) => at !== index && isInside(point, other)).length;
    const isClockwise = signedArea(polygon) >= 0;
    return isClockwise === (depth % 2 === 0) ? part : reversePath(part);
  });
}
