/** Pictures: files, gradients, sets of files, and images laid over each other (css-images-4). */

import { numberOrPercentage, percentage, string, url } from './basic-types.ts';
import { color } from './colors.ts';
import { anyOrder, call, commaList, custom, either, keyword, map, named } from './combinators.ts';
import { type Gradient, gradient, type SpecifiedGradient } from './gradients.ts';
import { complain, type Parser, peek, type Reader, takeDelim } from './reader.ts';

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

/** A layer of `background-image`. */
export type SingleImage = UrlImage | Gradient;
export type CrossFade = CrossFadeOf<SingleImage>;
export type BackgroundImage = 'none' | SingleImage | CrossFade;

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
