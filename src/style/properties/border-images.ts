/** css-backgrounds-3 §6: pictures in place of a border's lines. */
import {
  nonNegativeLength,
  nonNegativeLengthPercentage,
  nonNegativeNumber,
  percentage,
} from '../basic-types.ts';
import {
  anyOrder,
  custom,
  either,
  fourSides,
  keyword,
  keywords,
  map,
  named,
  pair,
} from '../combinators.ts';
import { image } from '../images.ts';
import { computeLength, type SpecifiedLength } from '../lengths.ts';
import { type Parser, takeDelim } from '../reader.ts';
import type { LengthPercentage } from '../values.ts';
import { toImage, toPoints } from './compute.ts';
import { type ComputeContext, property, type Shorthand, shorthand } from './property.ts';

export type Four<T> = readonly [top: T, right: T, bottom: T, left: T];

/** Px of the picture, or a share of its side. */
export type SliceOffset = { readonly kind: 'px' | 'share'; readonly value: number };

export interface BorderImageSlice {
  readonly offsets: Four<SliceOffset>;
  /** True: the middle is painted too. */
  readonly fill: boolean;
}

/** A multiple of the border's width. */
interface Multiple {
  readonly multiple: number;
}

export type BorderImageWidth = 'auto' | Multiple | LengthPercentage;
/** Pt, or a multiple of the border's width. */
export type BorderImageOutset = number | Multiple;
export type BorderImageRepeat = 'stretch' | 'repeat' | 'round' | 'space';

const isMultiple = (value: object): value is Multiple => 'multiple' in value;

const offset: Parser<SliceOffset> = either(
  map(nonNegativeNumber, (value) => ({ kind: 'px', value }) as const),
  map(percentage, (value) => (value < 0 ? undefined : ({ kind: 'share', value } as const))),
);

export const slice: Parser<BorderImageSlice> = named(
  '[<number [0,∞]> | <percentage [0,∞]>]{1,4} && fill?',
  map(
    anyOrder({ offsets: fourSides(offset), fill: keyword('fill', true) }),
    ({ offsets, fill = false }) => offsets && { offsets, fill },
  ),
);

const multiple = map(nonNegativeNumber, (value): Multiple => ({ multiple: value }));

type SpecifiedWidth = 'auto' | Multiple | SpecifiedLength;
export type SpecifiedWidths = Four<SpecifiedWidth>;
export const width: Parser<SpecifiedWidths> = fourSides(
  either(keyword('auto', 'auto'), multiple, nonNegativeLengthPercentage),
);

type SpecifiedOutset = Multiple | SpecifiedLength;
export const outset: Parser<Four<SpecifiedOutset>> = fourSides(either(multiple, nonNegativeLength));

export const repeat = pair(keywords('stretch', 'repeat', 'round', 'space'));

const whole = { kind: 'share', value: 1 } as const;
const usualSlice: BorderImageSlice = { offsets: [whole, whole, whole, whole], fill: false };
const once: Multiple = { multiple: 1 };
const usualWidth: Four<SpecifiedWidth> = [once, once, once, once];
const none: Multiple = { multiple: 0 };
export const noOutset: Four<SpecifiedOutset> = [none, none, none, none];
export const stretched = ['stretch', 'stretch'] as const;

function each<S, C>([top, right, bottom, left]: Four<S>, change: (value: S) => C): Four<C> {
  return [change(top), change(right), change(bottom), change(left)];
}

export function computeWidths(
  values: Four<SpecifiedWidth>,
  context: ComputeContext,
): Four<BorderImageWidth> {
  return each(values, (value) =>
    value === 'auto' || isMultiple(value) ? value : computeLength(value, context),
  );
}

export function computeOutsets(
  values: Four<SpecifiedOutset>,
  context: ComputeContext,
): Four<BorderImageOutset> {
  return each(values, (value) => (isMultiple(value) ? value : toPoints(value, context)));
}

export const borderImageProperties = {
  borderImageSource: property({
    initial: 'none',
    inherited: false,
    parse: image,
    compute: toImage,
    spec: 'css-backgrounds-3#border-image-source',
  }),
  borderImageSlice: property({
    initial: usualSlice,
    inherited: false,
    parse: slice,
    spec: 'css-backgrounds-3#border-image-slice',
  }),
  borderImageWidth: property({
    initial: usualWidth,
    inherited: false,
    parse: width,
    compute: computeWidths,
    spec: 'css-backgrounds-3#border-image-width',
  }),
  borderImageOutset: property({
    initial: noOutset,
    inherited: false,
    parse: outset,
    compute: computeOutsets,
    spec: 'css-backgrounds-3#border-image-outset',
  }),
  borderImageRepeat: property({
    initial: stretched,
    inherited: false,
    parse: repeat,
    spec: 'css-backgrounds-3#border-image-repeat',
  }),
};

/** `<slice> [ / <width> | / <width>? / <outset> ]?`. */
export interface Slices {
  readonly slice: BorderImageSlice;
  readonly width?: Four<SpecifiedWidth>;
  readonly outset?: Four<SpecifiedOutset>;
}

export const slices = custom(
  '<slice> [ / <width> | / <width>? / <outset> ]?',
  (reader): Slices | undefined => {
    const given = slice.read(reader);
    if (!given) return undefined;
    if (!takeDelim(reader, '/')) return { slice: given };
    const wide = width.read(reader);
    if (!takeDelim(reader, '/')) return wide && { slice: given, width: wide };
    const out = outset.read(reader);
    return out && { slice: given, ...(wide ? { width: wide } : {}), outset: out };
  },
);

/** What `border` sets back (§3.4). */
export const borderImageReset: readonly string[] = Object.keys(borderImageProperties);

export const borderImageShorthands: Readonly<Record<string, Shorthand>> = {
  borderImage: shorthand({
    longhands: borderImageReset,
    parse: named(
      '<image> || <slice> [ / <width> | / <width>? / <outset> ]? || <repeat>',
      map(anyOrder({ source: image, slices, repeat }), (parts) => ({
        borderImageSource: parts.source,
        borderImageSlice: parts.slices?.slice,
        borderImageWidth: parts.slices?.width,
        borderImageOutset: parts.slices?.outset,
        borderImageRepeat: parts.repeat,
      })),
    ),
    spec: 'css-backgrounds-3#border-images',
  }),
};
