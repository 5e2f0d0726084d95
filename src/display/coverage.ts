/**
 * Outlines as coverage, and coverage blurred: what soft shadows are made of. Nothing but sums and
 * products of numbers, so that every machine makes the same bytes.
 */
import type { Path, Point, Rect } from '../base/index.ts';
import type { Coverage } from './item.ts';

/** Rows that each pixel is looked at in; across, coverage is exact. */
const rowsPerPixel = 4;
/** Lines that a curve is cut into: it will be blurred. */
const linesPerCurve = 8;
/** Pictures of shadows: fine enough that no pixel shows in print, coarser where all is smooth. */
const sharpDpi = 300;
const smoothDpi = 150;
/** A deviation from which on the coarser picture is smooth, in pt. */
const smoothDeviationPt = 1.5;
const mostPixels = 16e6;

interface Edge {
  readonly from: Point;
  readonly to: Point;
}

/** The closed outlines of a path as straight edges, scaled and moved to pixels. */
function edgesOf(path: Path, place: (point: Point) => Point): readonly Edge[] {
  const edges: Edge[] = [];
  let start: Point = { x: 0, y: 0 };
  let at = start;
  const lineTo = (to: Point) => {
    if (to.y !== at.y) edges.push({ from: at, to });
    at = to;
  };
  for (const segment of path) {
    if (segment.kind === 'close') lineTo(start);
    else if (segment.kind === 'move') {
      lineTo(start);
      start = place(segment);
      at = start;
    } else if (segment.kind === 'line') lineTo(place(segment));
    else {
      const from = at;
      const [a, b, to] = [
        place({ x: segment.x1, y: segment.y1 }),
        place({ x: segment.x2, y: segment.y2 }),
        place(segment),
      ];
      for (let step = 1; step <= linesPerCurve; step += 1) {
        const t = step / linesPerCurve;
        const u = 1 - t;
        const mix = (p: number, q: number, r: number, s: number) =>
          u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
        lineTo({ x: mix(from.x, a.x, b.x, to.x), y: mix(from.y, a.y, b.y, to.y) });
      }
    }
  }
  lineTo(start);
  return edges;
}

interface Crossing {
  readonly x: number;
  readonly winding: number;
}

/** Adds what lies between two places of a row to its pixels. */
function addSpan(row: Float64Array, from: number, to: number, weight: number): void {
  const start = Math.max(0, from);
  const end = Math.min(row.length, to);
  if (end <= start) return;
  const [first, last] = [Math.floor(start), Math.min(row.length - 1, Math.floor(end))];
  for (let x = first; x <= last; x += 1) {
    const covered = Math.min(end, x + 1) - Math.max(start, x);
    if (covered > 0) row[x] = (row[x] ?? 0) + covered * weight;
  }
}

/** Crossings of each row of samples, by row: each edge is looked at where it is. */
function crossingsOf(edges: readonly Edge[], rows: number): readonly Crossing[][] {
  const crossings: Crossing[][] = Array.from({ length: rows }, () => []);
  for (const { from, to } of edges) {
    const winding = to.y > from.y ? 1 : -1;
    const [top, bottom] = winding > 0 ? [from, to] : [to, from];
    const first = Math.max(0, Math.ceil(top.y * rowsPerPixel - 0.5));
    const slope = (bottom.x - top.x) / (bottom.y - top.y);
    for (let index = first; index < rows; index += 1) {
      const y = (index + 0.5) / rowsPerPixel;
      if (y >= bottom.y) break;
      crossings[index]?.push({ x: top.x + (y - top.y) * slope, winding });
    }
  }
  return crossings;
}

/** How much of each pixel a path covers (0–1), by the nonzero rule. */
function rasterize(
  path: Path,
  place: (point: Point) => Point,
  width: number,
  height: number,
): Float64Array {
  const pixels = new Float64Array(width * height);
  const crossings = crossingsOf(edgesOf(path, place), height * rowsPerPixel);
  crossings.forEach((row, index) => {
    if (row.length < 2) return;
    const y = Math.floor(index / rowsPerPixel);
    const line = pixels.subarray(y * width, (y + 1) * width);
    row.sort((one, other) => one.x - other.x);
    let winding = 0;
    row.forEach(({ x, winding: turn }, at) => {
      const next = row[at + 1];
      winding += turn;
      if (winding !== 0 && next) addSpan(line, x, next.x, 1 / rowsPerPixel);
    });
  });
  return pixels;
}

/** One pass of a box of `size` pixels along rows or columns; `shift` for even sizes. */
function boxBlur(
  source: Float64Array,
  target: Float64Array,
  length: number,
  lines: number,
  steps: { readonly along: number; readonly across: number },
  size: number,
  shift: number,
): void {
  const before = Math.floor(size / 2) - shift;
  for (let line = 0; line < lines; line += 1) {
    const start = line * steps.across;
    const at = (index: number) =>
      index < 0 || index >= length ? 0 : (source[start + index * steps.along] ?? 0);
    let sum = 0;
    for (let index = -before; index < size - before; index += 1) sum += at(index);
    for (let index = 0; index < length; index += 1) {
      target[start + index * steps.along] = sum / size;
      sum += at(index + size - before) - at(index - before);
    }
  }
}

/** Three boxes come within 3 % of a Gaussian (filter-effects-1 §9.6). */
function blur(
  pixels: Float64Array,
  width: number,
  height: number,
  deviation: number,
): Float64Array {
  const size = Math.floor((deviation * 3 * 2.5066282746310002) / 4 + 0.5);
  if (size < 2) return pixels;
  const isEven = size % 2 === 0;
  const passes = [
    { size, shift: 0 },
    { size, shift: isEven ? 1 : 0 },
    { size: isEven ? size + 1 : size, shift: 0 },
  ];
  let from: Float64Array = pixels;
  let to: Float64Array = new Float64Array(pixels.length);
  for (const pass of passes) {
    boxBlur(from, to, width, height, { along: 1, across: width }, pass.size, pass.shift);
    [from, to] = [to, from];
  }
  for (const pass of passes) {
    boxBlur(from, to, height, width, { along: width, across: 1 }, pass.size, pass.shift);
    [from, to] = [to, from];
  }
  return from;
}

export interface SoftShape {
  readonly rect: Rect;
  readonly coverage: Coverage;
}

/**
 * A path blurred by a deviation in pt, as coverage of the part of the page it reaches; null where
 * it has no extent. `bounds`: the path's.
 */
export function softShape(path: Path, bounds: Rect, deviationPt: number): SoftShape | null {
  const reach = deviationPt * 3;
  const wide = bounds.width + 2 * reach;
  const high = bounds.height + 2 * reach;
  if (!(wide > 0 && high > 0)) return null;
  const wanted = (deviationPt < smoothDeviationPt ? sharpDpi : smoothDpi) / 72;
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (wide * high)));
  const widthPx = Math.max(1, Math.ceil(wide * scale));
  const heightPx = Math.max(1, Math.ceil(high * scale));
  const origin = { x: bounds.x - reach, y: bounds.y - reach };
  const place = ({ x, y }: Point): Point => ({
    x: (x - origin.x) * scale,
    y: (y - origin.y) * scale,
  });
  const pixels = blur(
    rasterize(path, place, widthPx, heightPx),
    widthPx,
    heightPx,
    deviationPt * scale,
  );
  const bytes = new Uint8Array(pixels.length);
  pixels.forEach((share, index) => {
    bytes[index] = Math.round(Math.min(1, Math.max(0, share)) * 255);
  });
  return {
    rect: { ...origin, width: widthPx / scale, height: heightPx / scale },
    coverage: { widthPx, heightPx, bytes },
  };
}
