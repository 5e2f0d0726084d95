/** Outlines as straight edges: subpaths of points, curves cut so finely that no pixel shows it. */
import type { Matrix, Path } from '../base/index.ts';
import { type Outline, outlineLengths, outlineOps } from '../preflight/index.ts';

/** Points as x, y, x, y …, and whether the path closes where it began. */
export interface Polyline {
  readonly points: readonly number[];
  readonly isClosed: boolean;
}

/** How far an edge may lie off its curve, in pixels. */
const tolerance = 0.04;
const mostSteps = 200;

function addCurve(points: number[], steps: number, control: readonly number[]): void {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = control;
  for (let step = 1; step <= steps; step += 1) {
    const t = step / steps;
    const u = 1 - t;
    const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push(ax * p + bx * q + cx * r + dx * s, ay * p + by * q + cy * r + dy * s);
  }
}

/** Steps that keep within the tolerance: the second differences bound how far a curve bends. */
function stepsOf([
  ax = 0,
  ay = 0,
  bx = 0,
  by = 0,
  cx = 0,
  cy = 0,
  dx = 0,
  dy = 0,
]: readonly number[]) {
  const bend = Math.max(
    Math.hypot(ax - 2 * bx + cx, ay - 2 * by + cy),
    Math.hypot(bx - 2 * cx + dx, by - 2 * cy + dy),
  );
  return Math.min(mostSteps, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerance))));
}

/** An outline's subpaths. `scale`: pixels to a unit of the outline. */
export function flatten(outline: Outline, scale = 1): readonly Polyline[] {
  const lines: Polyline[] = [];
  let points: number[] = [];
  let start: readonly [number, number] = [0, 0];
  const finish = (isClosed: boolean) => {
    if (points.length > 0) lines.push({ points, isClosed });
    points = [];
  };
  for (let at = 0; at < outline.length; ) {
    const operator = outline[at] ?? outlineOps.close;
    const count = outlineLengths[operator] ?? 0;
    const values = outline.slice(at + 1, at + 1 + count);
    at += 1 + count;
    if (operator === outlineOps.close) {
      finish(true);
      continue;
    }
    const [x = 0, y = 0] = values;
    if (operator === outlineOps.move) {
      finish(false);
      start = [x, y];
      points = [x, y];
      continue;
    }
    // After `h`, a path goes on from where its subpath began.
    if (points.length === 0) points = [...start];
    if (operator === outlineOps.line) points.push(x, y);
    else {
      const control = [...points.slice(-2), ...values];
      addCurve(points, stepsOf(control.map((value) => value * scale)), control);
    }
  }
  finish(false);
  return lines;
}

/** An outline under a matrix. */
export function transformOutline(outline: Outline, [a, b, c, d, e, f]: Matrix): Outline {
  const result: number[] = [];
  for (let at = 0; at < outline.length; ) {
    const operator = outline[at] ?? outlineOps.close;
    const end = at + 1 + (outlineLengths[operator] ?? 0);
    result.push(operator);
    for (at += 1; at < end; at += 2) {
      const [x, y] = [outline[at] ?? 0, outline[at + 1] ?? 0];
      result.push(a * x + c * y + e, b * x + d * y + f);
    }
  }
  return result;
}

/** A path of base geometry as an outline. */
export function outlineOfPath(path: Path): Outline {
  return path.flatMap((step): number[] => {
    if (step.kind === 'close') return [outlineOps.close];
    if (step.kind === 'move') return [outlineOps.move, step.x, step.y];
    if (step.kind === 'line') return [outlineOps.line, step.x, step.y];
    return [outlineOps.curve, step.x1, step.y1, step.x2, step.y2, step.x, step.y];
  });
}
