/**
 * The graphics state while a page is read (ISO 32000-1 §8.4.1, tables 52, 53, and §9.3), in so far
 * as any rule asks for it. Operators change it in place; `q` puts a copy aside. What it holds
 * (matrices, colours, rectangles) is never changed.
 */
import { type Matrix, type Rect, transformPoint } from '../../base/index.ts';
import type { PdfDictionary } from '../../pdf/index.ts';
import { type ContentColor, deviceGray } from './color-space.ts';
import type { ClipPath } from './device.ts';
import type { ContentFont } from './font.ts';

/** A soft mask (§11.6.5.2) and the user space it was set in. */
export interface SetSoftMask {
  readonly dictionary: PdfDictionary;
  readonly matrix: Matrix;
}

export interface GraphicsState {
  matrix: Matrix;
  /** Bounding box of the clip, in page space; null: nothing is left. */
  clip: Rect | null;
  /** The clip itself; kept for devices alone. */
  clipPath: ClipPath | null;
  fill: ContentColor;
  stroke: ContentColor;
  lineWidth: number;
  lineCap: number;
  lineJoin: number;
  miterLimit: number;
  dash: readonly number[];
  dashPhase: number;
  fillOverprints: boolean;
  strokeOverprints: boolean;
  overprintMode: number;
  fillAlpha: number;
  strokeAlpha: number;
  blend: string;
  softMask: SetSoftMask | null;
  font: ContentFont | null;
  fontSize: number;
  characterSpace: number;
  wordSpace: number;
  /** `Tz` / 100. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
}

const initialBlack: ContentColor = { space: deviceGray, values: [0], pattern: null };

/** The state a page or an isolated form begins with. `matrix`: user space to page space. */
export function initialState(matrix: Matrix, clip: Rect): GraphicsState {
  return {
    matrix,
    clip,
    clipPath: null,
    fill: initialBlack,
    stroke: initialBlack,
    lineWidth: 1,
    lineCap: 0,
    lineJoin: 0,
    miterLimit: 10,
    dash: [],
    dashPhase: 0,
    fillOverprints: false,
    strokeOverprints: false,
    overprintMode: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    blend: 'Normal',
    softMask: null,
    font: null,
    fontSize: 0,
    characterSpace: 0,
    wordSpace: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
  };
}

/** Smallest rectangle around some points; null for none. */
export function boundsOf(
  points: readonly { readonly x: number; readonly y: number }[],
): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** What two rectangles share; null where they do not meet. A line has no area but does meet. */
export function intersect(a: Rect | null, b: Rect | null): Rect | null {
  if (!a || !b) return null;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const right = Math.min(a.x + a.width, b.x + b.width);
  const bottom = Math.min(a.y + a.height, b.y + b.height);
  return right >= x && bottom >= y ? { x, y, width: right - x, height: bottom - y } : null;
}

/** A rectangle grown by `by` on every side. */
export function grow(rect: Rect | null, by: number): Rect | null {
  return (
    rect && {
      x: rect.x - by,
      y: rect.y - by,
      width: rect.width + 2 * by,
      height: rect.height + 2 * by,
    }
  );
}

/** Bounding box of a rectangle under a matrix. */
export function transformRect(matrix: Matrix, { x, y, width, height }: Rect): Rect | null {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
  return boundsOf(corners.map((corner) => transformPoint(matrix, corner)));
}

/** How much a matrix makes areas larger, as a length. */
export function meanScale([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
