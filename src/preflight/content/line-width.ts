/**
 * Filled shapes that are lines to the eye, and how thick they are: rectangles much longer than wide,
 * frames, and bands around one corner or two, as borders are painted.
 */
import type { Point, Rect } from '../../base/index.ts';
import { boundsOf } from './state.ts';

/** A rectangle at least so many times longer than wide is a line. */
const lineRatio = 4;
/** How far a corner may lie off its rectangle, pt. */
const cornerTolerance = 0.01;
/** Shapes of more parts are drawings. */
const mostParts = 4;
/** A rectangle's outline with rounded corners has four lines and four curves. */
const mostPoints = 18;

const near = (one: number, other: number) => Math.abs(one - other) < cornerTolerance;

interface Part {
  readonly points: readonly Point[];
  readonly bounds: Rect;
}

function isOnEdge({ x, y }: Point, { bounds }: Part): boolean {
  return (
    near(x, bounds.x) ||
    near(x, bounds.x + bounds.width) ||
    near(y, bounds.y) ||
    near(y, bounds.y + bounds.height)
  );
}

/** A rectangle, whose corners may be round: handles of quarter curves lie on its sides too. */
function isBox(part: Part): boolean {
  const { length } = part.points;
  return length >= 4 && length <= mostPoints && part.points.every((point) => isOnEdge(point, part));
}

function isCorner({ x, y }: Point, { bounds }: Part): boolean {
  return (
    (near(x, bounds.x) || near(x, bounds.x + bounds.width)) &&
    (near(y, bounds.y) || near(y, bounds.y + bounds.height))
  );
}

function longest({ bounds: { width, height } }: Part): number {
  return Math.max(width, height);
}

function ruleWidth(part: Part): number | null {
  const { points, bounds } = part;
  if (points.length > 5 || !points.every((point) => isCorner(point, part))) return null;
  const short = Math.min(bounds.width, bounds.height);
  return longest(part) >= short * lineRatio ? short : null;
}

/** Of a band around corners, all whose sides are upright or level: the least way across it. */
function bandWidth({ points, bounds }: Part): number | null {
  const corners = points.filter(
    (point, index) =>
      index === 0 ||
      !near(point.x, points[index - 1]?.x ?? NaN) ||
      !near(point.y, points[index - 1]?.y ?? NaN),
  );
  const [first] = corners;
  const last = corners.at(-1);
  const isClosed = first && last && near(first.x, last.x) && near(first.y, last.y);
  const around = isClosed ? corners.slice(0, -1) : corners;
  const isSquare = around.every((point, index) => {
    const next = around[(index + 1) % around.length];
    return next && (near(point.x, next.x) || near(point.y, next.y));
  });
  if (!isSquare || (around.length !== 6 && around.length !== 8)) return null;
  const least = Math.min(leastStep(around.map(({ x }) => x)), leastStep(around.map(({ y }) => y)));
  return Math.max(bounds.width, bounds.height) >= least * lineRatio ? least : null;
}

/** The least difference between neighbours among numbers that differ. */
function leastStep(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const steps = sorted.map((value, index) => value - (sorted[index - 1] ?? value));
  return Math.min(...steps.filter((step) => step > cornerTolerance));
}

/** What stands between a box and a box within it, where the sides are apart. */
function frameWidth(outer: Part, inner: Part): number | null {
  if (!isBox(outer) || !isBox(inner)) return null;
  const [out, within] = [outer.bounds, inner.bounds];
  const gaps = [
    within.x - out.x,
    within.y - out.y,
    out.x + out.width - within.x - within.width,
    out.y + out.height - within.y - within.height,
  ];
  if (gaps.some((gap) => gap < -cornerTolerance)) return null;
  const seen = gaps.filter((gap) => gap > cornerTolerance);
  const least = Math.min(...seen);
  return seen.length > 0 && longest(outer) >= least * lineRatio ? least : null;
}

/** A filled path, part by part: its points and where each part begins among them. */
export interface FilledPath {
  readonly points: readonly Point[];
  readonly starts: readonly number[];
  readonly hasCurves: boolean;
}

function partsOf({ points, starts }: FilledPath): readonly Part[] {
  return starts.flatMap((start, index) => {
    const own = points.slice(start, starts[index + 1]);
    const bounds = boundsOf(own);
    return bounds ? [{ points: own, bounds }] : [];
  });
}

/** How thick the thinnest line is that a filled path is, pt; null where it is none. */
export function lineWidthOf(path: FilledPath, isEvenOdd: boolean): number | null {
  if (path.starts.length > mostParts) return null;
  const parts = partsOf(path);
  const [one, two] = parts;
  if (isEvenOdd && one && two && parts.length === 2) {
    const frame = frameWidth(one, two);
    if (frame !== null) return frame;
  }
  if (path.hasCurves) return null;
  const widths = parts.flatMap((part) => ruleWidth(part) ?? bandWidth(part) ?? []);
  return widths.length > 0 ? Math.min(...widths) : null;
}
