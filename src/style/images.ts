/**
 * Pictures and gradients (css-images-3). A gradient's colours keep their space: two CMYK stops
 * make a CMYK gradient.
 */
import type { AuthorColor } from '../color/index.ts';
import {
  angle,
  lengthPercentage,
  nonNegativeLengthPercentage,
  numberOrPercentage,
  percentage,
  string,
  url,
} from './basic-types.ts';
import { interpolationMethod } from './color-functions.ts';
import type { MixMethod } from './color-mix.ts';
import { color, type SpecifiedColor } from './colors.ts';
import {
  anyOrder,
  call,
  commaList,
  custom,
  either,
  keyword,
  keywords,
  map,
  named,
} from './combinators.ts';
import { percentLength, type SpecifiedLength } from './lengths.ts';
import { position, type SpecifiedPosition } from './positions.ts';
import { complain, isAtEnd, type Parser, peek, type Reader, takeDelim } from './reader.ts';
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

/** A picture by its path in the project. */
export interface UrlImage {
  readonly kind: 'url';
  readonly path: string;
  /** Of its pixels to a CSS px, where a set of pictures says so; absent: 1. */
  readonly density?: number;
}

/** Images laid over each other, each with its share of what is seen (css-images-4 §2.6). */
export interface CrossFadeOf<I> {
  readonly kind: 'cross-fade';
  /** Shares of 0–1, together at most 1. */
  readonly parts: readonly { readonly image: I; readonly share: number }[];
}

type SpecifiedSingle = UrlImage | SpecifiedGradient;
export type SpecifiedImage = 'none' | SpecifiedSingle | CrossFadeOf<SpecifiedSingle>;

export type ColorStop = ColorStopOf<AuthorColor, LengthPercentage>;
export type LinearGradient = LinearGradientOf<AuthorColor, LengthPercentage>;
export type RadialGradient = RadialGradientOf<AuthorColor, LengthPercentage, Position>;
export type ConicGradient = ConicGradientOf<AuthorColor, LengthPercentage, Position>;
export type Gradient = LinearGradient | RadialGradient | ConicGradient;

/** A layer of `background-image`. */
export type SingleImage = UrlImage | Gradient;
export type CrossFade = CrossFadeOf<SingleImage>;
export type BackgroundImage = 'none' | SingleImage | CrossFade;

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

const unsupportedImages = new Set(['element', 'paint', 'image']);

/** Complains about pictures CSS has and we have not. */
const unsupportedImage: Parser<never> = custom<never>('', (reader) => {
  const value = peek(reader);
  return value?.kind === 'function' && unsupportedImages.has(value.name)
    ? complain(reader, { kind: 'unsupported-function', name: value.name, value })
    : undefined;
});

const urlImage: Parser<UrlImage> = {
  ...url,
  read: (reader) => {
    const path = url.read(reader);
    return path === undefined ? undefined : { kind: 'url', path };
  },
};

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

/** A picture that is not made of others. */
const singleImage: Parser<SpecifiedSingle> = either(urlImage, gradient, unsupportedImage);

/** A colour in the place of an image. */
const plainImage: Parser<SpecifiedGradient> = map(color, (plain) => ({
  kind: 'linear-gradient',
  direction: { kind: 'angle', degrees: 180 },
  repeating: false,
  stops: [{ color: plain, position: null }],
}));

interface FadePart {
  readonly image: SpecifiedSingle;
  /** Absent: an equal part of what others leave. */
  readonly share?: number | undefined;
}

/** css-images-4 §2.6.1: what shares come to. */
function crossFadeOf(parts: readonly FadePart[]): CrossFadeOf<SpecifiedSingle> {
  const given = parts.reduce((sum, { share = 0 }) => sum + share, 0);
  const open = parts.filter(({ share }) => share === undefined).length;
  const rest = open > 0 ? Math.max(0, 1 - given) / open : 0;
  const scale = Math.max(1, given + rest * open);
  return {
    kind: 'cross-fade',
    parts: parts.map(({ image: one, share = rest }) => ({ image: one, share: share / scale })),
  };
}

const fadeShare = map(percentage, (value) => (value < 0 || value > 1 ? undefined : value));

const crossFade: Parser<CrossFadeOf<SpecifiedSingle>> = call(
  'cross-fade',
  map(
    commaList(anyOrder({ image: either(singleImage, plainImage), share: fadeShare })),
    (parts) => {
      const whole = parts.flatMap(({ image: one, share }) => (one ? [{ image: one, share }] : []));
      return whole.length === parts.length ? crossFadeOf(whole) : undefined;
    },
  ),
);

/** `-webkit-cross-fade(<image>, <image>, <share of the second>)`. */
const oldCrossFade: Parser<CrossFadeOf<SpecifiedSingle>> = call(
  '-webkit-cross-fade',
  custom('<image>, <image>, <share>', (reader) => {
    const first = singleImage.read(reader);
    const second = first && takeDelim(reader, ',') ? singleImage.read(reader) : undefined;
    if (!first || !second || !takeDelim(reader, ',')) return undefined;
    const given = numberOrPercentage.read(reader);
    if (given === undefined) return undefined;
    const share = Math.min(1, Math.max(0, given));
    return crossFadeOf([
      { image: first, share: 1 - share },
      { image: second, share },
    ]);
  }),
);

const typeFunction = call('type', string);
const knownTypes = /^image\/(?:png|jpe?g|webp|avif|gif|tiff|svg\+xml)$/i;

/** Dots in each CSS px. */
const density = custom('<resolution>', (reader) => {
  const value = peek(reader);
  const dots = value?.kind === 'dimension' ? densities.get(value.unit) : undefined;
  if (value?.kind !== 'dimension' || dots === undefined) return undefined;
  reader.index += 1;
  return value.value * dots;
});

const densities: ReadonlyMap<string, number> = new Map([
  ['x', 1],
  ['dppx', 1],
  ['dpi', 1 / 96],
  ['dpcm', 2.54 / 96],
]);

interface Candidate {
  readonly image: SpecifiedImage;
  readonly density: number;
  readonly isKnown: boolean;
}

function readCandidate(reader: Reader): Candidate | undefined {
  const given = singleImage.read(reader);
  const extras = anyOrder({ density, type: typeFunction }).read(reader);
  if (!given) return undefined;
  const isKnown = extras?.type === undefined || knownTypes.test(extras.type);
  return { image: given, density: extras?.density ?? 1, isKnown };
}

/** §2.4: a picture of two dots for each px is half as large. */
function withDensity({ image, density: dots }: Candidate): SpecifiedImage {
  return image !== 'none' && image.kind === 'url' && dots !== 1
    ? { ...image, density: dots }
    : image;
}

/** What the press shows: 300 pixels to the inch, in dots for each CSS px. */
const pressDensity = 300 / 96;

/**
 * css-images-4 §2.4: the candidate as fine as the press, or the nearest finer one; else the finest. They
 * are all equally large.
 */
const imageSet = custom(
  'image-set([[<image> | <string>] [<resolution> || type(<string>)]?]#)',
  (reader): SpecifiedImage | undefined => {
    const candidates: Candidate[] = [];
    do {
      const candidate = readCandidate(reader);
      if (!candidate) return undefined;
      candidates.push(candidate);
    } while (takeDelim(reader, ','));
    const known = candidates.filter(({ isKnown, density: dots }) => isKnown && dots > 0);
    const sorted = known.toSorted((one, other) => one.density - other.density);
    const chosen = sorted.find(({ density: dots }) => dots >= pressDensity) ?? sorted.at(-1);
    return chosen ? withDensity(chosen) : 'none';
  },
);

/** `<image> | none`. */
export const image: Parser<SpecifiedImage> = named(
  'none | <url> | <gradient> | image-set() | cross-fade()',
  either(
    keyword('none', 'none'),
    singleImage,
    call('image-set', imageSet),
    call('-webkit-image-set', imageSet),
    crossFade,
    oldCrossFade,
  ),
);
