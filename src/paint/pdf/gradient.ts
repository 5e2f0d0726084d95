/**
 * Gradients as axial and radial shadings (ISO 32000-1 §8.7.4.5) in the edition's own colours.
 * CSS mixes colours premultiplied by their opacity (css-images-4 §3.4.3); PDF shades colour and
 * opacity apart. Where opacity changes, stops are added so that both give the same picture.
 */
import type { Matrix } from '../../base/index.ts';
import { isWhite, processInks } from '../../color/index.ts';
import type { GradientStop, Paint } from '../../display/index.ts';
import { type Color, colorSpaceValue, componentsOf } from './colors.ts';
import { type PageSpace, pointOnPage } from './operators.ts';
import type { PdfDictionary, PdfValue } from './pdfkit.ts';
import type { ResourcePool } from './resources.ts';

export type GradientPaint = Exclude<Paint<Color>, { kind: 'solid' }>;

/** A gradient ready to be written. */
export interface Gradient {
  readonly color: PdfDictionary;
  /** In DeviceGray, 1 is opaque; null where the whole gradient has one opacity: `opacity`. */
  readonly alpha: PdfDictionary | null;
  readonly opacity: number;
  /** From the shading's coordinates to those of the page. */
  readonly matrix: Matrix;
}

type Stop = GradientStop<Color>;

/** Steps between two stops that differ in both colour and opacity. */
const mixedSteps = 16;

/** Offsets between 0 and 1 that never go back, with stops at both ends. */
function orderStops(stops: readonly Stop[]): readonly Stop[] {
  let last = 0;
  const ordered = stops.map(({ offset, color }) => {
    last = Math.max(last, Math.min(1, Math.max(0, offset)));
    return { offset: last, color };
  });
  const [first] = ordered;
  const end = ordered.at(-1);
  return first && end ? [{ ...first, offset: 0 }, ...ordered, { ...end, offset: 1 }] : [];
}

/**
 * All stops in one colour space, as a shading has but one. White and nothing are no ink of any
 * plate. Deviation: a gradient between different spots, or between a spot and process colours, is
 * written in the spots' process alternates.
 */
function unifySpace(stops: readonly Stop[]): readonly Stop[] {
  const spot = stops.map((stop) => stop.color).find((color) => color.space === 'spot');
  if (spot?.space !== 'spot') return stops;
  const isNothing = (color: Color) =>
    color.alpha === 0 || (color.space !== 'srgb' && isWhite(color));
  const isOneSpot = stops.every(
    ({ color }) => isNothing(color) || (color.space === 'spot' && color.name === spot.name),
  );
  return stops.map(({ offset, color }) => {
    if (color.space === 'srgb') return { offset, color };
    if (!isOneSpot) return { offset, color: processInks(color) };
    const tint = color.space === 'spot' ? color.tint : 0;
    return { offset, color: { ...spot, tint, alpha: color.alpha } };
  });
}

/** From one offset to the next, changing evenly; the next piece may begin with other values. */
interface Piece {
  readonly end: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function interpolate(from: readonly number[], to: readonly number[], share: number) {
  return from.map((value, index) => value + ((to[index] ?? 0) - value) * share);
}

/** The colour between two stops: mixed premultiplied, then divided by the opacity again. */
function mixColors(from: Color, to: Color, share: number): readonly number[] {
  const [before, after] = [from.alpha * (1 - share), to.alpha * share];
  return interpolate(componentsOf(from), componentsOf(to), after / (before + after));
}

/** An end without opacity brings no colour in: the stretch has the colour of the other end. */
function colorPieces({ color: from, offset: start }: Stop, { color: to, offset: end }: Stop) {
  const [first, last] = [componentsOf(from), componentsOf(to)];
  if (from.alpha === 0) return [{ end, from: last, to: last }];
  if (to.alpha === 0) return [{ end, from: first, to: first }];
  if (from.alpha === to.alpha) return [{ end, from: first, to: last }];
  return Array.from({ length: mixedSteps }, (_, step): Piece => {
    const [before, after] = [step / mixedSteps, (step + 1) / mixedSteps];
    return {
      end: start + (end - start) * after,
      from: mixColors(from, to, before),
      to: mixColors(from, to, after),
    };
  });
}

function alphaPieces({ color: from }: Stop, { color: to, offset: end }: Stop): readonly Piece[] {
  return [{ end, from: [from.alpha], to: [to.alpha] }];
}

/** Type 2 functions, joined by a type 3 function where there are several (§7.10.3, §7.10.4). */
function shadingFunction(pieces: readonly Piece[]): PdfDictionary {
  const functions = pieces.map(({ from, to }) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: from,
    C1: to,
    N: 1,
  }));
  const [only] = functions;
  if (only && functions.length === 1) return only;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: functions,
    Bounds: pieces.slice(0, -1).map((piece) => piece.end),
    Encode: pieces.flatMap(() => [0, 1]),
  };
}

/** Coordinates of the shading, and what turns its circle into an ellipse. */
function geometryOf(paint: GradientPaint, space: PageSpace) {
  if (paint.kind === 'linear') {
    const [from, to] = [pointOnPage(space, paint.from), pointOnPage(space, paint.to)];
    const matrix: Matrix = [1, 0, 0, 1, 0, 0];
    return { type: 2, coordinates: [from.x, from.y, to.x, to.y], matrix };
  }
  const { x, y } = pointOnPage(space, paint.center);
  const flatness = paint.radiusY / paint.radiusX;
  const matrix: Matrix = [1, 0, 0, flatness, 0, y - flatness * y];
  return { type: 3, coordinates: [x, y, 0, x, y, paint.radiusX], matrix };
}

/** True where a gradient has no length: css-images-4 paints its last colour alone. */
function isDegenerate(paint: GradientPaint): boolean {
  if (paint.kind === 'radial') return !(paint.radiusX > 0 && paint.radiusY > 0);
  return paint.from.x === paint.to.x && paint.from.y === paint.to.y;
}

/**
 * The one colour a gradient amounts to where it has no length or only one colour; null for a real
 * gradient, `undefined` for one without stops.
 */
export function flatColorOf(paint: GradientPaint): Color | null | undefined {
  const last = paint.stops.at(-1)?.color;
  if (!last || isDegenerate(paint) || paint.stops.length === 1) return last;
  return null;
}

/** A gradient that `flatColorOf` does not answer for. */
export function buildGradient(
  paint: GradientPaint,
  space: PageSpace,
  pool: ResourcePool,
): Gradient {
  const stops = unifySpace(orderStops(paint.stops));
  const { type, coordinates, matrix } = geometryOf(paint, space);
  const shading = (
    colorSpace: PdfValue,
    piecesOf: (from: Stop, to: Stop) => readonly Piece[],
  ): PdfDictionary => {
    // A stretch without length is where the colour jumps.
    const pieces = stops.slice(1).flatMap((to, index) => {
      const from = stops[index];
      return from && to.offset > from.offset ? piecesOf(from, to) : [];
    });
    return {
      ShadingType: type,
      ColorSpace: colorSpace,
      Coords: coordinates,
      Function: shadingFunction(pieces),
      Extend: [true, true],
    };
  };
  const [first] = stops;
  const opacity = first?.color.alpha ?? 1;
  const isUniform = stops.every((stop) => stop.color.alpha === opacity);
  return {
    color: shading(first ? colorSpaceValue(first.color, pool) : 'DeviceGray', colorPieces),
    alpha: isUniform ? null : shading('DeviceGray', alphaPieces),
    opacity: isUniform ? opacity : 1,
    matrix,
  };
}
