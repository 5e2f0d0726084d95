/** Basic shapes (SVG 2 §10) as outlines in user units. */
import { type Path, type PathSegment, parsePathData, type Size } from '../../base/index.ts';
import { quarterHandle, roundedPath } from '../rounded.ts';
import { parseLength, parseNumbers } from './numbers.ts';

/** Reads one attribute of the shape, or the CSS property that overrides it. */
export type ReadAttribute = (name: string) => string | undefined;

export interface Shape {
  readonly path: Path;
  /** Name of an attribute that could not be read to its end; null when all is well. */
  readonly faultyAttribute: string | null;
}

const nothing: Shape = { path: [], faultyAttribute: null };

function shape(path: Path): Shape {
  return { path, faultyAttribute: null };
}

/** A full ellipse, clockwise from the right. */
export function ellipsePath(cx: number, cy: number, rx: number, ry: number): Path {
  const [hx, hy] = [rx * quarterHandle, ry * quarterHandle];
  const curve = (x1: number, y1: number, x2: number, y2: number, x: number, y: number) =>
    ({ kind: 'cubic', x1, y1, x2, y2, x, y }) satisfies PathSegment;
  return [
    { kind: 'move', x: cx + rx, y: cy },
    curve(cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry),
    curve(cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy),
    curve(cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry),
    curve(cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy),
    { kind: 'close' },
  ];
}

/** Percentages of radii without a direction are of this (SVG 2 §8.9). */
export function diagonalOf({ width, height }: Size): number {
  return Math.sqrt((width * width + height * height) / 2);
}

interface Lengths {
  x(name: string): number | null;
  y(name: string): number | null;
  other(name: string): number | null;
}

function lengthsOf(read: ReadAttribute, viewport: Size): Lengths {
  const length = (name: string, base: number): number | null => {
    const text = read(name);
    return text === undefined || text.trim() === 'auto' ? null : parseLength(text, base);
  };
  return {
    x: (name) => length(name, viewport.width),
    y: (name) => length(name, viewport.height),
    other: (name) => length(name, diagonalOf(viewport)),
  };
}

function rectangle({ x, y }: Lengths): Shape {
  const width = x('width') ?? 0;
  const height = y('height') ?? 0;
  if (!(width > 0 && height > 0)) return nothing;
  // §10.2: a radius that is not given is the other one; each is at most half the side.
  const rx = Math.min(Math.max(0, x('rx') ?? y('ry') ?? 0), width / 2);
  const ry = Math.min(Math.max(0, y('ry') ?? x('rx') ?? 0), height / 2);
  const corner = rx > 0 && ry > 0 ? { x: rx, y: ry } : { x: 0, y: 0 };
  const radii = { topLeft: corner, topRight: corner, bottomRight: corner, bottomLeft: corner };
  return shape(roundedPath({ rect: { x: x('x') ?? 0, y: y('y') ?? 0, width, height }, radii }));
}

function circle({ x, y, other }: Lengths): Shape {
  const radius = other('r') ?? 0;
  return radius > 0 ? shape(ellipsePath(x('cx') ?? 0, y('cy') ?? 0, radius, radius)) : nothing;
}

function ellipse({ x, y }: Lengths): Shape {
  const rx = x('rx') ?? y('ry') ?? 0;
  const ry = y('ry') ?? x('rx') ?? 0;
  return rx > 0 && ry > 0 ? shape(ellipsePath(x('cx') ?? 0, y('cy') ?? 0, rx, ry)) : nothing;
}

function line({ x, y }: Lengths): Shape {
  return shape([
    { kind: 'move', x: x('x1') ?? 0, y: y('y1') ?? 0 },
    { kind: 'line', x: x('x2') ?? 0, y: y('y2') ?? 0 },
  ]);
}

/** Points in pairs; an odd last number is a fault and is left out (§10.6). */
function polyline(read: ReadAttribute, closed: boolean): Shape {
  const text = read('points');
  if (text === undefined) return nothing;
  const values = parseNumbers(text);
  const numbers = values ?? [];
  const path: PathSegment[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [x = 0, y = 0] = [numbers[index], numbers[index + 1]];
    path.push({ kind: index === 0 ? 'move' : 'line', x, y });
  }
  if (closed && path.length > 0) path.push({ kind: 'close' });
  const isFaulty = values === null || numbers.length % 2 === 1;
  return { path, faultyAttribute: isFaulty ? 'points' : null };
}

function pathElement(read: ReadAttribute): Shape {
  const { path, faultAt } = parsePathData(read('d') ?? '');
  return { path, faultyAttribute: faultAt === null ? null : 'd' };
}

const shapeTags: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
]);

export function isShape(tag: string): boolean {
  return shapeTags.has(tag);
}

/** The outline of a shape element; percentages are of `viewport`, in user units. */
export function buildShape(tag: string, read: ReadAttribute, viewport: Size): Shape {
  const lengths = lengthsOf(read, viewport);
  switch (tag) {
    case 'rect':
      return rectangle(lengths);
    case 'circle':
      return circle(lengths);
    case 'ellipse':
      return ellipse(lengths);
    case 'line':
      return line(lengths);
    case 'polyline':
      return polyline(read, false);
    case 'polygon':
      return polyline(read, true);
    default:
      return pathElement(read);
  }
}
