/** css-masking-1 §8: boxes let through by a picture that is cut and placed as a border image is. */
import { anyOrder, keywords, map, named } from '../combinators.ts';
import { image, type SpecifiedImage } from '../images.ts';
import {
  type BorderImageRepeat,
  type BorderImageSlice,
  computeOutsets,
  computeWidths,
  noOutset,
  outset,
  repeat,
  type Slices,
  type SpecifiedWidths,
  slice,
  slices,
  stretched,
  width,
} from './border-images.ts';
import { toImage } from './compute.ts';
import { property, type Shorthand, shorthand } from './property.ts';

const none = { kind: 'px', value: 0 } as const;
const noSlice: BorderImageSlice = { offsets: [none, none, none, none], fill: false };
const asSliced: SpecifiedWidths = ['auto', 'auto', 'auto', 'auto'];
const mode = keywords('alpha', 'luminance');

export const maskBorderProperties = {
  maskBorderSource: property({
    initial: 'none',
    inherited: false,
    parse: image,
    compute: toImage,
    spec: 'css-masking-1#the-mask-border-source',
  }),
  maskBorderSlice: property({
    initial: noSlice,
    inherited: false,
    parse: slice,
    spec: 'css-masking-1#the-mask-border-slice',
  }),
  maskBorderWidth: property({
    initial: asSliced,
    inherited: false,
    parse: width,
    compute: computeWidths,
    spec: 'css-masking-1#the-mask-border-width',
  }),
  maskBorderOutset: property({
    initial: noOutset,
    inherited: false,
    parse: outset,
    compute: computeOutsets,
    spec: 'css-masking-1#the-mask-border-outset',
  }),
  maskBorderRepeat: property({
    initial: stretched,
    inherited: false,
    parse: repeat,
    spec: 'css-masking-1#the-mask-border-repeat',
  }),
  maskBorderMode: property({
    initial: 'alpha',
    inherited: false,
    parse: mode,
    spec: 'css-masking-1#the-mask-border-mode',
  }),
};

/** What `mask` sets back (§7.11). */
export const maskBorderReset: readonly string[] = Object.keys(maskBorderProperties);

type Layer = Readonly<{
  source?: SpecifiedImage;
  slices?: Slices;
  repeat?: readonly [BorderImageRepeat, BorderImageRepeat];
  mode?: 'alpha' | 'luminance';
}>;

function longhandsOf({ source, slices: given, repeat: tiling, mode: by }: Layer) {
  return {
    maskBorderSource: source,
    maskBorderSlice: given?.slice,
    maskBorderWidth: given?.width,
    maskBorderOutset: given?.outset,
    maskBorderRepeat: tiling,
    maskBorderMode: by,
  };
}

const filled = ({ offsets }: BorderImageSlice): BorderImageSlice => ({ offsets, fill: true });

export const maskBorderShorthands: Readonly<Record<string, Shorthand>> = {
  maskBorder: shorthand({
    longhands: maskBorderReset,
    parse: named(
      '<image> || <slice> [ / <width>? [ / <outset> ]? ]? || <repeat> || <mode>',
      map(anyOrder({ source: image, slices, repeat, mode }), longhandsOf),
    ),
    spec: 'css-masking-1#the-mask-border',
  }),
  /** The older name has always shown what is in the middle. */
  WebkitMaskBoxImage: shorthand({
    longhands: maskBorderReset,
    parse: named(
      '<image> || <slice> [ / <width>? [ / <outset> ]? ]? || <repeat>',
      map(anyOrder({ source: image, slices, repeat }), (parts) => ({
        ...longhandsOf(parts),
        maskBorderSlice: filled(parts.slices?.slice ?? noSlice),
      })),
    ),
    spec: 'css-masking-1#the-mask-border',
  }),
};
