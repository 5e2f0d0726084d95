/**
 * Pictures and gradients (css-images-3). A gradient's colours keep their space: two CMYK stops
 * make a CMYK gradient.
 */
import type { AuthorColor } from '../color/index.ts';
import {
  angle,
  lengthPercentage,
  nonNegativeLengthPercentage,
  percentage,
  url,
} from './basic-types.ts';
import { color, type SpecifiedColor } from './colors.ts';
import { call, custom, either, keyword, keywords, map, named } from './combinators.ts';
import { percentLength, type SpecifiedLength } from './lengths.ts';
import { position, type SpecifiedPosition } from './positions.ts';
import { complain, isAtEnd, type Parser, peek, type Reader, takeDelim } from './reader.ts';
import type { LengthPercentage, Position } from './values.ts';

/** `C` the colour's type, `L` the length's; a stop without a position is placed by layout. */
export interface ColorStopOf<C, L> {
  readonly color: C;
  readonly position: L | null;
}

export type Corner = { readonly x: 'left' | 'right'; readonly y: 'top' | 'bottom' };

export interface LinearGradientOf<C, L> {
  readonly kind: 'linear-gradient';
  /** Degrees: 0 is up, 90 to the right; or towards a corner (css-images-3 §3.1.1). */
  readonly direction:
    | { readonly kind: 'angle'; readonly degrees: number }
    | { readonly kind: 'corner'; readonly corner: Corner };
  readonly repeating: boolean;
  readonly stops: readonly ColorStopOf<C, L>[];
}

export type RadialExtent = 'closest-side' | 'closest-corner' | 'farthest-side' | 'farthest-corner';

export interface RadialGradientOf<C, L, P> {
  readonly kind: 'radial-gradient';
  readonly shape: 'circle' | 'ellipse';
  readonly size: RadialExtent | { readonly x: L; readonly y: L };
  readonly position: P;
  readonly repeating: boolean;
  readonly stops: readonly ColorStopOf<C, L>[];
}

export interface ConicGradientOf<C, L, P> {
  readonly kind: 'conic-gradient';
  /** Clockwise from straight up. */
  readonly fromDegrees: number;
  readonly position: P;
  readonly repeating: boolean;
  /** Positions are shares of a full turn. */
  readonly stops: readonly ColorStopOf<C, L>[];
}

export type SpecifiedGradient =
  | LinearGradientOf<SpecifiedColor, SpecifiedLength>
  | RadialGradientOf<SpecifiedColor, SpecifiedLength, SpecifiedPosition>
  | ConicGradientOf<SpecifiedColor, SpecifiedLength, SpecifiedPosition>;

export type SpecifiedImage =
  | 'none'
  | { readonly kind: 'url'; readonly path: string }
  | SpecifiedGradient;

export type ColorStop = ColorStopOf<AuthorColor, LengthPercentage>;
export type LinearGradient = LinearGradientOf<AuthorColor, LengthPercentage>;
export type RadialGradient = RadialGradientOf<AuthorColor, LengthPercentage, Position>;
export type ConicGradient = ConicGradientOf<AuthorColor, LengthPercentage, Position>;
export type Gradient = LinearGradient | RadialGradient | ConicGradient;

/** A layer of `background-image`. The path is in the project. */
export type BackgroundImage = 'none' | { readonly kind: 'url'; readonly path: string } | Gradient;

type Stop = ColorStopOf<SpecifiedColor, SpecifiedLength>;

/** `<color> <position>{0,2}`, at least two; two positions make two stops (css-images-4 §3.5.1). */
function readStops(
  reader: Reader,
  place: Parser<SpecifiedLength> = lengthPercentage,
): readonly Stop[] | undefined {
  const stops: Stop[] = [];
  do {
    const stopColor = color.read(reader);
    if (!stopColor) return undefined;
    const first = place.read(reader);
    stops.push({ color: stopColor, position: first ?? null });
    const second = first && place.read(reader);
    if (second) stops.push({ color: stopColor, position: second });
  } while (takeDelim(reader, ','));
  return stops.length >= 2 && isAtEnd(reader) ? stops : undefined;
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
    const given = readDirection(reader);
    if (given && !takeDelim(reader, ',')) return undefined;
    const stops = readStops(reader);
    const direction = given ?? { kind: 'angle', degrees: 180 };
    return stops && { kind: 'linear-gradient', direction, repeating, stops };
  };
  return call(name, custom('[<angle> | to <side>]?, <color-stop-list>', read));
}

const shape = keywords('circle', 'ellipse');
const extent = keywords('closest-side', 'closest-corner', 'farthest-side', 'farthest-corner');

type RadialHead = Pick<
  RadialGradientOf<SpecifiedColor, SpecifiedLength, SpecifiedPosition>,
  'shape' | 'size' | 'position'
>;

const centre: SpecifiedPosition = { x: percentLength(0.5), y: percentLength(0.5) };

function readRadialHead(reader: Reader): { head: RadialHead; isGiven: boolean } | undefined {
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
  return { head, isGiven: Boolean(givenShape || size || at) };
}

const isOne = (size: RadialHead['size']): boolean => typeof size !== 'string' && size.x === size.y;

/** One radius for a circle, two for an ellipse. */
function readRadii(reader: Reader) {
  const x = nonNegativeLengthPercentage.read(reader);
  return x && { x, y: nonNegativeLengthPercentage.read(reader) ?? x };
}

function radialGradient(name: string, repeating: boolean): Parser<SpecifiedGradient> {
  const read = (reader: Reader): SpecifiedGradient | undefined => {
    const start = readRadialHead(reader);
    if (!start || (start.isGiven && !takeDelim(reader, ','))) return undefined;
    const stops = readStops(reader);
    return stops && { kind: 'radial-gradient', ...start.head, repeating, stops };
  };
  return call(name, custom('[<shape> || <size>]? [at <position>]?, <color-stop-list>', read));
}

/** An angle or a percentage, as a share of the full turn. */
const turnShare: Parser<SpecifiedLength> = either(
  map(angle, (degrees): SpecifiedLength => percentLength(degrees / 360)),
  map(percentage, (share): SpecifiedLength => percentLength(share)),
);

function conicGradient(name: string, repeating: boolean): Parser<SpecifiedGradient> {
  const read = (reader: Reader): SpecifiedGradient | undefined => {
    const from = keyword('from', true).read(reader);
    const degrees = from ? angle.read(reader) : 0;
    const at = keyword('at', true).read(reader);
    const place = at ? position.read(reader) : centre;
    if (degrees === undefined || !place) return undefined;
    if ((from || at) && !takeDelim(reader, ',')) return undefined;
    const stops = readStops(reader, turnShare);
    return (
      stops && {
        kind: 'conic-gradient',
        fromDegrees: degrees,
        position: place,
        repeating,
        stops,
      }
    );
  };
  return call(name, custom('[from <angle>]? [at <position>]?, <color-stop-list>', read));
}

const unsupportedImages = new Set(['image-set', 'cross-fade', 'element', 'paint']);

/** Complains about pictures CSS has and we have not. */
const unsupportedImage: Parser<never> = custom<never>('', (reader) => {
  const value = peek(reader);
  return value?.kind === 'function' && unsupportedImages.has(value.name)
    ? complain(reader, { kind: 'unsupported-function', name: value.name, value })
    : undefined;
});

const urlImage: Parser<SpecifiedImage> = {
  ...url,
  read: (reader) => {
    const path = url.read(reader);
    return path === undefined ? undefined : { kind: 'url', path };
  },
};

/** `<image> | none`. */
export const image: Parser<SpecifiedImage> = named(
  'none | <url> | <gradient>',
  either(
    keyword('none', 'none'),
    urlImage,
    linearGradient('linear-gradient', false),
    linearGradient('repeating-linear-gradient', true),
    radialGradient('radial-gradient', false),
    radialGradient('repeating-radial-gradient', true),
    conicGradient('conic-gradient', false),
    conicGradient('repeating-conic-gradient', true),
    unsupportedImage,
  ),
);
