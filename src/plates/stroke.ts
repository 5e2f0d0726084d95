/**
 * Strokes as areas (ISO 32000-1 §8.4.3, §8.5.3.2): a quadrilateral for each edge, a wedge for each
 * join, a cap for each end. All turn the same way round, so that they can be filled together.
 */
import type { Polyline } from './flatten.ts';

export interface Pen {
  readonly width: number;
  readonly cap: number;
  readonly join: number;
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashPhase: number;
}

/** A convex area as x, y, x, y …. */
export type Area = readonly number[];

/** Edges shorter than this have no direction. */
const shortest = 1e-9;
/** More dashes than any page can show. */
const mostDashes = 100_000;

/** Turned so that its signed area is positive. */
function oriented(points: Area): Area {
  let twice = 0;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    twice +=
      (points[at] ?? 0) * (points[next + 1] ?? 0) - (points[next] ?? 0) * (points[at + 1] ?? 0);
  }
  if (twice >= 0) return points;
  const turned: number[] = [];
  for (let at = points.length - 2; at >= 0; at -= 2)
    turned.push(points[at] ?? 0, points[at + 1] ?? 0);
  return turned;
}

interface Edge {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  /** Unit direction. */
  readonly dx: number;
  readonly dy: number;
}

function edgesOf({ points, isClosed }: Polyline): readonly Edge[] {
  const edges: Edge[] = [];
  const count = points.length / 2;
  const last = isClosed ? count : count - 1;
  for (let index = 0; index < last; index += 1) {
    const next = (index + 1) % count;
    const [ax = 0, ay = 0] = [points[index * 2], points[index * 2 + 1]];
    const [bx = 0, by = 0] = [points[next * 2], points[next * 2 + 1]];
    const length = Math.hypot(bx - ax, by - ay);
    if (length > shortest)
      edges.push({ ax, ay, bx, by, dx: (bx - ax) / length, dy: (by - ay) / length });
  }
  return edges;
}

/** A circle as a polygon; `scale` says how many pixels a unit is. */
function disc(x: number, y: number, radius: number, scale: number): Area {
  const count = Math.min(
    200,
    Math.max(8, Math.ceil(Math.PI / Math.sqrt(0.08 / Math.max(0.1, radius * scale)))),
  );
  return Array.from({ length: count * 2 }, (_, at) => {
    const angle = (Math.floor(at / 2) * 2 * Math.PI) / count;
    return at % 2 === 0 ? x + radius * Math.cos(angle) : y + radius * Math.sin(angle);
  });
}

function body({ ax, ay, bx, by, dx, dy }: Edge, half: number): Area {
  const [nx, ny] = [-dy * half, dx * half];
  return [ax + nx, ay + ny, ax - nx, ay - ny, bx - nx, by - ny, bx + nx, by + ny];
}

/** What fills the gap on the outer side where two edges meet. */
function joinAreas(from: Edge, to: Edge, pen: Pen, scale: number): readonly Area[] {
  const half = pen.width / 2;
  const cross = from.dx * to.dy - from.dy * to.dx;
  const cosine = from.dx * to.dx + from.dy * to.dy;
  if (Math.abs(cross) < 1e-6 && cosine > 0) return [];
  const [x, y] = [to.ax, to.ay];
  if (pen.join === 1) return [disc(x, y, half, scale)];
  const side = cross > 0 ? -1 : 1;
  const [px, py] = [x - from.dy * half * side, y + from.dx * half * side];
  const [qx, qy] = [x - to.dy * half * side, y + to.dx * half * side];
  const bevel = [x, y, px, py, qx, qy];
  // The miter's length over the line's width is 1 / sin(angle / 2).
  const sine = Math.sqrt((1 + cosine) / 2);
  if (pen.join !== 0 || sine <= 0 || 1 / sine > pen.miterLimit) return [bevel];
  const reach = half / sine;
  const [mx, my] = [px + qx - 2 * x, py + qy - 2 * y];
  const length = Math.hypot(mx, my);
  if (length < shortest) return [bevel];
  return [[x, y, px, py, x + (mx / length) * reach, y + (my / length) * reach, qx, qy]];
}

/** A cap at a point, the line coming from the direction (dx, dy). */
function capAreas(x: number, y: number, dx: number, dy: number, pen: Pen, scale: number) {
  const half = pen.width / 2;
  if (pen.cap === 1) return [disc(x, y, half, scale)];
  if (pen.cap !== 2) return [];
  const edge = { ax: x, ay: y, bx: x + dx * half, by: y + dy * half, dx, dy };
  return [body(edge, half)];
}

/** A subpath without length: a dot for round and square caps (§8.5.3.2). */
function dotAreas({ points, isClosed }: Polyline, pen: Pen, scale: number): readonly Area[] {
  const [x = 0, y = 0] = points;
  if (points.length === 2 && !isClosed) return [];
  const half = pen.width / 2;
  if (pen.cap === 1) return [disc(x, y, half, scale)];
  if (pen.cap === 2)
    return [[x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half]];
  return [];
}

function strokeLine(line: Polyline, pen: Pen, scale: number): readonly Area[] {
  const edges = edgesOf(line);
  const [first] = edges;
  const last = edges.at(-1);
  if (!first || !last) return dotAreas(line, pen, scale);
  const areas: Area[] = [];
  edges.forEach((edge, index) => {
    areas.push(body(edge, pen.width / 2));
    const next = edges[index + 1] ?? (line.isClosed ? first : undefined);
    if (next) areas.push(...joinAreas(edge, next, pen, scale));
  });
  if (!line.isClosed) {
    areas.push(...capAreas(first.ax, first.ay, -first.dx, -first.dy, pen, scale));
    areas.push(...capAreas(last.bx, last.by, last.dx, last.dy, pen, scale));
  }
  return areas;
}

/** A line cut into its dashes (§8.4.3.6). */
function dashLine(line: Polyline, { dash, dashPhase }: Pen): readonly Polyline[] {
  const period = dash.reduce((sum, length) => sum + length, 0);
  if (!(period > 0) || dash.some((length) => length < 0)) return [line];
  let index = 0;
  let rest = dashPhase % (dash.length % 2 === 0 ? period : period * 2);
  if (rest < 0) rest += period * 2;
  const lengthAt = (step: number) => dash[step % dash.length] ?? 0;
  while (rest >= lengthAt(index)) {
    rest -= lengthAt(index);
    index += 1;
  }
  let left = lengthAt(index) - rest;
  const dashes: Polyline[] = [];
  let points: number[] = [];
  for (const { ax, ay, bx, by, dx, dy } of edgesOf(line)) {
    const length = Math.hypot(bx - ax, by - ay);
    let done = 0;
    if (index % 2 === 0 && points.length === 0) points = [ax, ay];
    while (length - done > left && dashes.length < mostDashes) {
      done += left;
      const [x, y] = [ax + dx * done, ay + dy * done];
      if (index % 2 === 0) {
        dashes.push({ points: [...points, x, y], isClosed: false });
        points = [];
      } else points = [x, y];
      index += 1;
      left = lengthAt(index);
    }
    left -= length - done;
    if (index % 2 === 0) points.push(bx, by);
  }
  if (points.length > 2) dashes.push({ points, isClosed: false });
  return dashes;
}

/** The areas that a pen covers along some lines. `scale`: pixels to a unit of the lines. */
export function strokeAreas(lines: readonly Polyline[], pen: Pen, scale: number): readonly Area[] {
  const parts = pen.dash.length > 0 ? lines.flatMap((line) => dashLine(line, pen)) : lines;
  return parts.flatMap((line) => strokeLine(line, pen, scale)).map(oriented);
}
