/** Outlines into coverage: straight from the list of numbers to edges, since pages have many. */
import type { Matrix } from '../base/index.ts';
import { type Outline, outlineOps } from '../preflight/index.ts';
import {
  type Coverage,
  CoverageBuilder,
  intersectBoxes,
  isEmptyBox,
  type PixelBox,
} from './coverage.ts';
import type { FlatGlyph } from './flat-glyphs.ts';
import type { Area } from './stroke.ts';
import type { UprightRect } from './upright.ts';

/** How far an edge may lie off its curve, in pixels. */
const tolerance = 0.04;

const lengths = [2, 2, 6, 0];

/** The pixels that an outline under a matrix can touch: its control points' bounds. */
export function pixelBounds(outline: Outline, [a, b, c, d, e, f]: Matrix): PixelBox {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < outline.length; ) {
    const end = at + 1 + (lengths[outline[at] ?? 3] ?? 0);
    for (at += 1; at < end; at += 2) {
      const [px, py] = [outline[at] ?? 0, outline[at + 1] ?? 0];
      const x = a * px + c * py + e;
      const y = b * px + d * py + f;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return boxAround(left, top, right, bottom);
}

/** Whole pixels around an area; none for one that is nowhere or beyond all measure. */
export function boxAround(left: number, top: number, right: number, bottom: number): PixelBox {
  if (!(left <= right && top <= bottom)) return { x0: 0, y0: 0, x1: 0, y1: 0 };
  const limit = (value: number) => Math.min(1e7, Math.max(-1e7, value));
  return {
    x0: Math.floor(limit(left)),
    y0: Math.floor(limit(top)),
    x1: Math.ceil(limit(right)),
    y1: Math.ceil(limit(bottom)),
  };
}

/** Adds an outline's edges; open subpaths are closed, as filling does. */
function addOutline(builder: CoverageBuilder, outline: Outline, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const close = () => {
    builder.line(x, y, startX, startY);
    [x, y] = [startX, startY];
  };
  const at = (index: number) => outline[index] ?? 0;
  const tx = (index: number) => a * at(index) + c * at(index + 1) + e;
  const ty = (index: number) => b * at(index) + d * at(index + 1) + f;
  for (let index = 0; index < outline.length; ) {
    const operator = at(index);
    index += 1;
    if (operator === outlineOps.close) close();
    else if (operator === outlineOps.move) {
      close();
      startX = x = tx(index);
      startY = y = ty(index);
    } else if (operator === outlineOps.line) {
      const [nextX, nextY] = [tx(index), ty(index)];
      builder.line(x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    } else {
      const [x3, y3] = [tx(index + 4), ty(index + 4)];
      addCurve(builder, x, y, tx(index), ty(index), tx(index + 2), ty(index + 2), x3, y3);
      x = x3;
      y = y3;
    }
    index += lengths[operator] ?? 0;
  }
  close();
}

function addCurve(
  builder: CoverageBuilder,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
): void {
  const [ax, ay] = [x0 - 2 * x1 + x2, y0 - 2 * y1 + y2];
  const [bx, by] = [x1 - 2 * x2 + x3, y1 - 2 * y2 + y3];
  const bend = Math.sqrt(Math.max(ax * ax + ay * ay, bx * bx + by * by));
  const steps = Math.min(200, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerance))));
  let [x, y] = [x0, y0];
  for (let step = 1; step <= steps; step += 1) {
    const t = step / steps;
    const u = 1 - t;
    const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    const nextX = x0 * p + x1 * q + x2 * r + x3 * s;
    const nextY = y0 * p + y1 * q + y2 * r + y3 * s;
    builder.line(x, y, nextX, nextY);
    x = nextX;
    y = nextY;
  }
}

/** One builder for all: nothing is painted while something else is. */
const builder = new CoverageBuilder();

/**
 * The coverage of outlines, within some pixels; null where nothing falls there. Good until the next
 * call of this or of `coverAreas`.
 */
export function coverOutlines(
  outlines: readonly { readonly outline: Outline; readonly matrix: Matrix }[],
  isEvenOdd: boolean,
  within: PixelBox,
): Coverage | null {
  let bounds: PixelBox | null = null;
  for (const { outline, matrix } of outlines) {
    const box = pixelBounds(outline, matrix);
    if (isEmptyBox(box)) continue;
    bounds = bounds
      ? {
          x0: Math.min(bounds.x0, box.x0),
          y0: Math.min(bounds.y0, box.y0),
          x1: Math.max(bounds.x1, box.x1),
          y1: Math.max(bounds.y1, box.y1),
        }
      : box;
  }
  const box = bounds && intersectBoxes(bounds, within);
  if (!box || isEmptyBox(box)) return null;
  builder.begin(box);
  for (const { outline, matrix } of outlines) addOutline(builder, outline, matrix);
  return builder.end(isEvenOdd);
}

/** The coverage of a glyph whose origin stands at `x`, `y`; good until the next call. */
export function coverGlyph(
  { points, ends, left, top, right, bottom }: FlatGlyph,
  x: number,
  y: number,
  within: PixelBox,
): Coverage | null {
  const box = boxAround(left + x, top + y, right + x, bottom + y);
  const seen = intersectBoxes(box, within);
  if (isEmptyBox(seen)) return null;
  builder.begin(seen);
  let from = 0;
  for (const end of ends) {
    // Every subpath is closed, as filling does.
    let ax = (points[end - 2] as number) + x;
    let ay = (points[end - 1] as number) + y;
    for (; from < end; from += 2) {
      const bx = (points[from] as number) + x;
      const by = (points[from + 1] as number) + y;
      builder.line(ax, ay, bx, by);
      ax = bx;
      ay = by;
    }
  }
  return builder.end(false);
}

/** The coverage of an upright rectangle; good until the next call of any of these. */
export function coverRect(
  { left, top, right, bottom }: UprightRect,
  within: PixelBox,
): Coverage | null {
  const box = intersectBoxes(boxAround(left, top, right, bottom), within);
  return isEmptyBox(box) ? null : builder.rect(box, left, top, right, bottom);
}

/** The coverage of convex areas under a matrix, filled together; good until the next call. */
export function coverAreas(
  areas: readonly Area[],
  [a, b, c, d, e, f]: Matrix,
  within: PixelBox,
): Coverage | null {
  // A matrix that mirrors turns every area the other way round: together they still agree.
  const placed = areas.map((area) =>
    Array.from(area, (value, index) => {
      const [x, y] =
        index % 2 === 0 ? [value, area[index + 1] ?? 0] : [area[index - 1] ?? 0, value];
      return index % 2 === 0 ? a * x + c * y + e : b * x + d * y + f;
    }),
  );
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const area of placed)
    for (let at = 0; at < area.length; at += 2) {
      left = Math.min(left, area[at] ?? 0);
      right = Math.max(right, area[at] ?? 0);
      top = Math.min(top, area[at + 1] ?? 0);
      bottom = Math.max(bottom, area[at + 1] ?? 0);
    }
  const box = intersectBoxes(boxAround(left, top, right, bottom), within);
  if (isEmptyBox(box)) return null;
  builder.begin(box);
  for (const area of placed)
    for (let at = 0; at < area.length; at += 2) {
      const next = (at + 2) % area.length;
      builder.line(area[at] ?? 0, area[at + 1] ?? 0, area[next] ?? 0, area[next + 1] ?? 0);
    }
  return builder.end(false);
}
