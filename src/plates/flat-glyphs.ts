/**
 * Glyphs as straight edges in pixels, from their origin: a page shows each of them many times at
 * the same size, and its curves are cut into edges once.
 */
import type { Matrix } from '../base/index.ts';
import type { Outline } from '../preflight/index.ts';
import { flatten, transformOutline } from './flatten.ts';

export interface FlatGlyph {
  /** x, y, x, y … of all subpaths. */
  readonly points: Float64Array;
  /** Where each subpath ends among the points. */
  readonly ends: readonly number[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Known {
  readonly matrix: Matrix;
  readonly glyph: FlatGlyph;
}

const known = new WeakMap<Outline, Known[]>();

/** A glyph is rarely shown at more sizes in turns. */
const mostSizes = 8;

function isAlike([a, b, c, d]: Matrix, other: Matrix): boolean {
  return a === other[0] && b === other[1] && c === other[2] && d === other[3];
}

function flattenGlyph(outline: Outline, [a, b, c, d]: Matrix): FlatGlyph {
  const lines = flatten(transformOutline(outline, [a, b, c, d, 0, 0]));
  const points = Float64Array.from(lines.flatMap((line) => line.points));
  let end = 0;
  const ends = lines.map((line) => {
    end += line.points.length;
    return end;
  });
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] as number, points[at + 1] as number];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { points, ends, left, top, right, bottom };
}

/** An outline under a matrix without its translation. */
export function flatGlyph(outline: Outline, matrix: Matrix): FlatGlyph {
  const sizes = known.get(outline) ?? [];
  const found = sizes.find((size) => isAlike(size.matrix, matrix));
  if (found) return found.glyph;
  const glyph = flattenGlyph(outline, matrix);
  known.set(outline, [{ matrix, glyph }, ...sizes.slice(0, mostSizes - 1)]);
  return glyph;
}
