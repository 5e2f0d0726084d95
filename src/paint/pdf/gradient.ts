/**
 * Gradients as axial and radial shadings and meshes (ISO 32000-1 §8.7.4.5) in the edition's own
 * colours.
 * CSS mixes colours premultiplied by their opacity (css-images-4 §3.4.3); PDF shades colour and
 * opacity apart, as SVG does. Where opacity changes, stops are added for CSS so that both give the
 * same picture.
 */
import { identity, type Matrix, type Point, type Rect } from '../../base/index.ts';
import type { GradientStop, Paint } from '../../display/index.ts';
import type { BlendingSpace, Color } from './colors.ts';
import { conicMesh } from './conic.ts';
import { type PageSpace, pointOnPage } from './operators.ts';
import type { PdfDictionary, PdfFile, PdfReference, PdfValue } from './pdfkit.ts';
import type { ResourcePool } from './resources.ts';
import { type ShadingSpace, shadingSpace } from './shading-space.ts';

export type GradientPaint = Exclude<Paint<Color>, { kind: 'solid' }>;
type ConicPaint = Extract<GradientPaint, { kind: 'conic' }>;
type StraightPaint = Exclude<GradientPaint, ConicPaint>;

/** A gradient ready to be written. */
export interface Gradient {
  readonly color: PdfDictionary | PdfReference;
  /** In DeviceGray, 1 is opaque; null where the whole gradient has one opacity: `opacity`. */
  readonly alpha: PdfDictionary | PdfReference | null;
  readonly opacity: number;
  /** From the shading's coordinates to those of the page. */
  readonly matrix: Matrix;
}

type Stop = GradientStop<Color>;

/** Stretches of the gradient line shorter than this are jumps, or rounding errors of repeats. */
export const shortestStretch = 1e-9;

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

/** From one offset to the next, changing evenly; the next piece may begin with other values. */
interface Piece {
  readonly end: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function interpolate(from: readonly number[], to: readonly number[], share: number) {
  return from.map((value, index) => value + ((to[index] ?? 0) - value) * share);
}

/** Colours that mix as if there were no opacity. */
function straightPieces(
  { color: from }: Stop,
  { color: to, offset: end }: Stop,
  { componentsOf }: ShadingSpace,
): readonly Piece[] {
  return [{ end, from: componentsOf(from), to: componentsOf(to) }];
}

/** An end without opacity brings no colour in: the stretch has the colour of the other end. */
function weighedPieces(
  { color: from, offset: start }: Stop,
  { color: to, offset: end }: Stop,
  { componentsOf }: ShadingSpace,
): readonly Piece[] {
  const [first, last] = [componentsOf(from), componentsOf(to)];
  // Mixed premultiplied, then divided by the opacity again.
  const mixed = (share: number) => {
    const [before, after] = [from.alpha * (1 - share), to.alpha * share];
    return interpolate(first, last, after / (before + after));
  };
  if (from.alpha === 0) return [{ end, from: last, to: last }];
  if (to.alpha === 0) return [{ end, from: first, to: first }];
  if (from.alpha === to.alpha) return [{ end, from: first, to: last }];
  return Array.from({ length: mixedSteps }, (_, step): Piece => {
    const [before, after] = [step / mixedSteps, (step + 1) / mixedSteps];
    return {
      end: start + (end - start) * after,
      from: mixed(before),
      to: mixed(after),
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
function geometryOf(paint: StraightPaint, space: PageSpace) {
  if (paint.kind === 'linear') {
    const [from, to] = [pointOnPage(space, paint.from), pointOnPage(space, paint.to)];
    const matrix: Matrix = [1, 0, 0, 1, 0, 0];
    return { type: 2, coordinates: [from.x, from.y, to.x, to.y], matrix };
  }
  const { x, y } = pointOnPage(space, paint.center);
  const flatness = paint.radiusY / paint.radiusX;
  const matrix: Matrix = [1, 0, 0, flatness, 0, y - flatness * y];
  const focus = paint.focus ? pointOnPage(space, paint.focus) : { x, y };
  return { type: 3, coordinates: [focus.x, focus.y, 0, x, y, paint.radiusX], matrix };
}

/** True where a gradient has no length: css-images-4 paints its last colour alone. */
function isDegenerate(paint: GradientPaint): boolean {
  if (paint.kind === 'conic') return false;
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

/** Each stretch between two stops as pieces. One without length is where the colour jumps. */
function piecesOf(
  stops: readonly Stop[],
  make: (from: Stop, to: Stop) => readonly Piece[],
): readonly Piece[] {
  return stops.slice(1).flatMap((to, index) => {
    const from = stops[index];
    return from && to.offset - from.offset > shortestStretch ? make(from, to) : [];
  });
}

type WriteShading = (space: PdfValue, pieces: readonly Piece[]) => PdfDictionary | PdfReference;

/** Axial and radial shadings are dictionaries, put where they are used. */
function straightShading(paint: StraightPaint, space: PageSpace) {
  const { type, coordinates, matrix } = geometryOf(paint, space);
  const write: WriteShading = (colorSpace, pieces) => ({
    ShadingType: type,
    ColorSpace: colorSpace,
    Coords: coordinates,
    Function: shadingFunction(pieces),
    Extend: [true, true],
  });
  return { matrix, write };
}

/** How far from a point a rectangle reaches. */
function reachOf({ x, y }: Point, area: Rect): number {
  const dx = Math.max(Math.abs(area.x - x), Math.abs(area.x + area.width - x));
  const dy = Math.max(Math.abs(area.y - y), Math.abs(area.y + area.height - y));
  return Math.sqrt(dx * dx + dy * dy);
}

/** A conic gradient is a mesh as large as what is painted: a stream of its own. */
function conicShading(paint: ConicPaint, space: PageSpace, area: Rect, file: PdfFile) {
  const center = pointOnPage(space, paint.center);
  const radius = reachOf(center, area);
  const write: WriteShading = (colorSpace, pieces) => {
    const sweeps = pieces.map(({ from, to, end }, index) => ({
      from: pieces[index - 1]?.end ?? 0,
      to: end,
      first: from,
      last: to,
    }));
    const { dictionary, bytes } = conicMesh(center, paint.fromDegrees, radius, sweeps);
    return file.stream({ ...dictionary, ColorSpace: colorSpace }, bytes);
  };
  return { matrix: identity, write };
}

/** Where a gradient is written to, and what of the page it has to cover, y up. */
export interface GradientPlace {
  readonly space: PageSpace;
  readonly area: Rect;
  readonly file: PdfFile;
  readonly pool: ResourcePool;
  readonly blending: BlendingSpace;
}

/** A gradient that `flatColorOf` does not answer for. */
export function buildGradient(paint: GradientPaint, place: GradientPlace): Gradient {
  const { space, area, file, pool, blending } = place;
  const stops = orderStops(paint.stops);
  const { matrix, write } =
    paint.kind === 'conic' ? conicShading(paint, space, area, file) : straightShading(paint, space);
  const colors = shadingSpace(
    stops.map(({ color }) => color),
    blending,
    pool,
  );
  const mix = paint.mixing === 'straight' ? straightPieces : weighedPieces;
  const [first] = stops;
  const opacity = first?.color.alpha ?? 1;
  const isUniform = stops.every((stop) => stop.color.alpha === opacity);
  return {
    color: write(
      colors.value,
      piecesOf(stops, (from, to) => mix(from, to, colors)),
    ),
    alpha: isUniform ? null : write('DeviceGray', piecesOf(stops, alphaPieces)),
    opacity: isUniform ? opacity : 1,
    matrix,
  };
}
