/**
 * Gradients (css-images-4 §3). Their colours keep their space: two CMYK stops make a CMYK gradient.
 */

import type { AuthorColor } from '../color/index.ts';
import { angle, lengthPercentage, nonNegativeLengthPercentage, percentage } from './basic-types.ts';
import { interpolationMethod } from './color-functions.ts';
import type { MixMethod } from './color-mix.ts';
import { color, type SpecifiedColor } from './colors.ts';
import { call, custom, either, keyword, keywords, map } from './combinators.ts';
import { percentLength, type SpecifiedLength } from './lengths.ts';
import { position, type SpecifiedPosition } from './positions.ts';
import { isAtEnd, type Parser, type Reader, takeDelim } from './reader.ts';
import type { LengthPercentage, Position } from './values.ts';

/** `C` the colour's type, `L` the length's; a stop without a position is placed by layout. */
export interface ColorStopOf<C, L> {
  readonly color: C;
  readonly position: L | null;
  /** Where the middle colour towards the next stop lies (css-images-3 §3.4.1); absent: half way. */
  readonly hint?: L;
}

export type Corner = { readonly x: 'left' | 'right'; readonly y: 'top' | 'bottom' };

export interface LinearGradientOf<C, L> {
  readonly kind: 'linear-gradient';
  /** Degrees: 0 is up, 90 to the right; or towards a corner (css-images-3 §3.1.1). */
  readonly direction:
    | { readonly kind: 'angle'; readonly degrees: number }
    | { readonly kind: 'corner'; readonly corner: Corner };
  readonly repeating: boolean;
  /** The colour space that is asked for (css-images-4 §3.1); absent: the colours' own. */
  readonly method?: MixMethod;
  readonly stops: readonly ColorStopOf<C, L>[];
}

export type RadialExtent = 'closest-side' | 'closest-corner' | 'farthest-side' | 'farthest-corner';

export interface RadialGradientOf<C, L, P> {
  readonly kind: 'radial-gradient';
  readonly shape: 'circle' | 'ellipse';
  readonly size: RadialExtent | { readonly x: L; readonly y: L };
  readonly position: P;
  readonly repeating: boolean;
  /** The colour space that is asked for (css-images-4 §3.1); absent: the colours' own. */
  readonly method?: MixMethod;
  readonly stops: readonly ColorStopOf<C, L>[];
}

export interface ConicGradientOf<C, L, P> {
  readonly kind: 'conic-gradient';
  /** Clockwise from straight up. */
  readonly fromDegrees: number;
  readonly position: P;
  readonly repeating: boolean;
  readonly method?: MixMethod;
  /** Positions are shares of a full turn. */
  readonly stops: readonly ColorStopOf<C, L>[];
}

export type SpecifiedGradient =
  | LinearGradientOf<SpecifiedColor, SpecifiedLength>
  | RadialGradientOf<SpecifiedColor, SpecifiedLength, SpecifiedPosition>
  | ConicGradientOf<SpecifiedColor, SpecifiedLength, SpecifiedPosition>;

export type ColorStop = ColorStopOf<AuthorColor, LengthPercentage>;
export type LinearGradient = LinearGradientOf<AuthorColor, LengthPercentage>;
export type RadialGradient = RadialGradientOf<AuthorColor, LengthPercentage, Position>;
export type ConicGradient = ConicGradientOf<AuthorColor, LengthPercentage, Position>;
export type Gradient = LinearGradient | RadialGradient | ConicGradient;

type Stop = ColorStopOf<SpecifiedColor, SpecifiedLength>;

/** `<color> && <position>{0,2}`; two positions make two stops (css-images-4 §3.5.1). */
function readStop(reader: Reader, place: Parser<SpecifiedLength>): readonly Stop[] | undefined {
  const before = color.read(reader);
  const first = place.read(reader);
  const second = first && place.read(reader);
  const stopColor = before ?? color.read(reader);
  if (!stopColor) return undefined;
  const stop = { color: stopColor, position: first ?? null };
  return second ? [stop, { color: stopColor, position: second }] : [stop];
}

/** A position on its own between two stops; the reader stays where there is none. */
function readHint(reader: Reader, place: Parser<SpecifiedLength>): SpecifiedLength | undefined {
  const start = reader.index;
  const hint = place.read(reader);
  if (hint && takeDelim(reader, ',')) return hint;
  reader.index = start;
  return undefined;
}

/** Stops, with hints between them; one alone is a plain colour (css-images-4 §3.5.1). */
function readStops(
  reader: Reader,
  place: Parser<SpecifiedLength> = lengthPercentage,
): readonly Stop[] | undefined {
  const stops: Stop[] = [];
  do {
    const hint = stops.length > 0 ? readHint(reader, place) : undefined;
    const last = stops.at(-1);
    if (last && hint) stops[stops.length - 1] = { ...last, hint };
    const next = readStop(reader, place);
    if (!next) return undefined;
    stops.push(...next);
  } while (takeDelim(reader, ','));
  return isAtEnd(reader) ? stops : undefined;
}

/** What stands before the stops, with `in <space>` before or after it. */
function readHead<T>(
  reader: Reader,
  readShape: (reader: Reader) => T | undefined,
): { readonly shape: T | undefined; readonly method: { readonly method?: MixMethod } } | undefined {
  const first = interpolationMethod.read(reader);
  const shape = readShape(reader);
  const method = first ?? interpolationMethod.read(reader) ?? null;
  if ((method || shape) && !takeDelim(reader, ',')) return undefined;
  return { shape, method: method ? { method } : {} };
}

const horizontal = keywords('left', 'right');
const vertical = keywords('top', 'bottom');
const to = keyword('to', true);
const sideDegrees = { top: 0, right: 90, bottom: 180, left: 270 };

type Direction = LinearGradient['direction'];

function readDirection(reader: Reader): Direction | undefined {
  const degrees = angle.read(reader);
  if (degrees !== undefined) return { kind: 'angle', degrees };
  if (!to.read(reader)) return undefined;
  const before = vertical.read(reader);
  const x = horizontal.read(reader);
  const y = before ?? vertical.read(reader);
  if (x && y) return { kind: 'corner', corner: { x, y } };
  const side = x ?? y;
  return side && { kind: 'angle', degrees: sideDegrees[side] };
}

function linearGradient(name: string, repeating: boolean): Parser<SpecifiedGradient> {
  const read = (reader: Reader): SpecifiedGradient | undefined => {
    const head = readHead(reader, readDirection);
    const stops = head && readStops(reader);
    const direction = head?.shape ?? { kind: 'angle', degrees: 180 };
    return stops && { kind: 'linear-gradient', direction, repeating, ...head.method, stops };
  };
  return call(name, custom('[[<angle> | to <side>] || in <space>]?, <color-stop-list>', read));
}

const shape = keywords('circle', 'ellipse');
const extent = keywords('closest-side', 'closest-corner', 'farthest-side', 'farthest-corner');

type RadialHead = Pick<
  RadialGradientOf<SpecifiedColor, SpecifiedLength, SpecifiedPosition>,
  'shape' | 'size' | 'position'
>;

const centre: SpecifiedPosition = { x: percentLength(0.5), y: percentLength(0.5) };

const usualRadial: RadialHead = { shape: 'ellipse', size: 'farthest-corner', position: centre };

/** Undefined where there is none. */
function readRadialHead(reader: Reader): RadialHead | undefined {
  const before = shape.read(reader);
  const size = extent.read(reader) ?? readRadii(reader);
  const givenShape = before ?? shape.read(reader);
  const at = keyword('at', true).read(reader);
  const place = at ? position.read(reader) : centre;
  if (!place) return undefined;
  const isCircle = givenShape === 'circle' || (size !== undefined && size !== null && isOne(size));
  const head: RadialHead = {
    shape: isCircle ? 'circle' : 'ellipse',
    size: size ?? 'farthest-corner',
    position: place,
  };
  return givenShape || size || at ? head : undefined;
}

const isOne = (size: RadialHead['size']): boolean => typeof size !== 'string' && size.x === size.y;

/** One radius for a circle, two for an ellipse. */
function readRadii(reader: Reader) {
  const x = nonNegativeLengthPercentage.read(reader);
  return x && { x, y: nonNegativeLengthPercentage.read(reader) ?? x };
}

function radialGradient(name: string, repeating: boolean): Parser<SpecifiedGradient> {
  const read = (reader: Reader): SpecifiedGradient | undefined => {
    const head = readHead(reader, readRadialHead);
    const stops = head && readStops(reader);
    const shape = head?.shape ?? usualRadial;
    return stops && { kind: 'radial-gradient', ...shape, repeating, ...head.method, stops };
  };
  return call(
    name,
    custom('[[<shape> || <size>]? [at <position>]? || in <space>]?, <color-stop-list>', read),
  );
}

/** An angle or a percentage, as a share of the full turn. */
const turnShare: Parser<SpecifiedLength> = either(
  map(angle, (degrees): SpecifiedLength => percentLength(degrees / 360)),
  map(percentage, (share): SpecifiedLength => percentLength(share)),
);

function readConicHead(reader: Reader) {
  const from = keyword('from', true).read(reader);
  const fromDegrees = from ? angle.read(reader) : 0;
  const at = keyword('at', true).read(reader);
  const place = at ? position.read(reader) : centre;
  if (fromDegrees === undefined || !place || !(from || at)) return undefined;
  return { fromDegrees, position: place };
}

function conicGradient(name: string, repeating: boolean): Parser<SpecifiedGradient> {
  const read = (reader: Reader): SpecifiedGradient | undefined => {
    const head = readHead(reader, readConicHead);
    const stops = head && readStops(reader, turnShare);
    const shape = head?.shape ?? { fromDegrees: 0, position: centre };
    return stops && { kind: 'conic-gradient', ...shape, repeating, ...head.method, stops };
  };
  return call(
    name,
    custom('[[from <angle>]? [at <position>]? || in <space>]?, <color-stop-list>', read),
  );
}

/** Degrees of the sides where the older function begins: it ends on the other side. */
const startDegrees = { top: 180, right: 270, bottom: 0, left: 90 };

/** `-webkit-linear-gradient(left, …)`: sides are where it begins, angles run the other way. */
function readOldDirection(reader: Reader): Direction | undefined {
  const degrees = angle.read(reader);
  if (degrees !== undefined) return { kind: 'angle', degrees: 90 - degrees };
  const before = vertical.read(reader);
  const x = horizontal.read(reader);
  const y = before ?? vertical.read(reader);
  if (x && y) {
    const corner = {
      x: x === 'left' ? 'right' : 'left',
      y: y === 'top' ? 'bottom' : 'top',
    } as const;
    return { kind: 'corner', corner };
  }
  const side = x ?? y;
  return side && { kind: 'angle', degrees: startDegrees[side] };
}

function oldLinearGradient(name: string, repeating: boolean): Parser<SpecifiedGradient> {
  const read = (reader: Reader): SpecifiedGradient | undefined => {
    const given = readOldDirection(reader);
    if (given && !takeDelim(reader, ',')) return undefined;
    const stops = readStops(reader);
    const direction = given ?? { kind: 'angle', degrees: 180 };
    return stops && { kind: 'linear-gradient', direction, repeating, stops };
  };
  return call(name, custom('[<angle> | <side>]?, <color-stop-list>', read));
}

/** `<gradient>`. */
export const gradient: Parser<SpecifiedGradient> = either(
  linearGradient('linear-gradient', false),
  linearGradient('repeating-linear-gradient', true),
  radialGradient('radial-gradient', false),
  radialGradient('repeating-radial-gradient', true),
  conicGradient('conic-gradient', false),
  conicGradient('repeating-conic-gradient', true),
  oldLinearGradient('-webkit-linear-gradient', false),
  oldLinearGradient('-webkit-repeating-linear-gradient', true),
);
