/** css-backgrounds-3 §2: backgrounds. Every layered property computes to a list, first on top. */
import { nonNegativeLengthPercentage } from '../basic-types.ts';
import { color, type SpecifiedColor, transparent } from '../colors.ts';
import {
  anyOrder,
  commaList,
  custom,
  either,
  keyword,
  keywords,
  map,
  named,
  spaceList,
} from '../combinators.ts';
import { image } from '../images.ts';
import { computeLength, percentLength, type SpecifiedLength } from '../lengths.ts';
import {
  horizontalPosition,
  position,
  type SpecifiedPosition,
  verticalPosition,
} from '../positions.ts';
import { type Parser, takeDelim } from '../reader.ts';
import type { LengthPercentageAuto } from '../values.ts';
import { blendMode } from './color.ts';
import { toColor, toImage } from './compute.ts';
import { type ComputeContext, property, shorthand } from './property.ts';

type Repeat = 'repeat' | 'no-repeat' | 'space' | 'round';
export interface BackgroundRepeat {
  readonly x: Repeat;
  readonly y: Repeat;
}

interface SizeOf<L> {
  readonly width: L | 'auto';
  readonly height: L | 'auto';
}
type SpecifiedSize = 'cover' | 'contain' | SizeOf<SpecifiedLength>;
export type BackgroundSize =
  | 'cover'
  | 'contain'
  | { readonly width: LengthPercentageAuto; readonly height: LengthPercentageAuto };

const repeatWord = keywords('repeat', 'no-repeat', 'space', 'round');
export const repeat: Parser<BackgroundRepeat> = either(
  keyword('repeat-x', { x: 'repeat', y: 'no-repeat' }),
  keyword('repeat-y', { x: 'no-repeat', y: 'repeat' }),
  map(spaceList(repeatWord, 1, 2), ([x = 'repeat', y = x]): BackgroundRepeat => ({ x, y })),
);

const sizePart = either(keyword('auto', 'auto'), nonNegativeLengthPercentage);
export const size = either(
  keywords('cover', 'contain'),
  map(
    spaceList(sizePart, 1, 2),
    ([width = 'auto', height = 'auto']): SizeOf<SpecifiedLength> => ({ width, height }),
  ),
);

export const box = keywords('border-box', 'padding-box', 'content-box');
const clipArea = keywords('border-box', 'padding-box', 'content-box', 'text');
const attachment = keywords('scroll', 'fixed', 'local');

export function computeSize(value: SpecifiedSize, context: ComputeContext): BackgroundSize {
  if (typeof value === 'string') return value;
  const part = (length: SpecifiedLength | 'auto'): LengthPercentageAuto =>
    length === 'auto' ? 'auto' : computeLength(length, context);
  return { width: part(value.width), height: part(value.height) };
}

/** A list computed part by part. */
export const each =
  <S, C>(compute: (value: S, context: ComputeContext) => C) =>
  (values: readonly S[], context: ComputeContext): readonly C[] =>
    values.map((value) => compute(value, context));

export const topLeft = { x: percentLength(0), y: percentLength(0) };
export const autoSize: SizeOf<SpecifiedLength> = { width: 'auto', height: 'auto' };
export const repeatBoth: BackgroundRepeat = { x: 'repeat', y: 'repeat' };
const noColor: SpecifiedColor = transparent;

const axis = (parse: Parser<SpecifiedLength>, name: string) =>
  property({
    initial: [percentLength(0)],
    inherited: false,
    parse: commaList(parse),
    compute: each(computeLength),
    spec: `css-backgrounds-4#background-position-${name}`,
  });

/** Positions as the two longhands have them. */
const splitPositions = (list: readonly SpecifiedPosition[]) => ({
  backgroundPositionX: list.map(({ x }) => x),
  backgroundPositionY: list.map(({ y }) => y),
});

export const backgroundProperties = {
  backgroundColor: property({
    initial: noColor,
    inherited: false,
    parse: color,
    compute: toColor,
    spec: 'css-backgrounds-3#background-color',
  }),
  backgroundImage: property({
    initial: ['none'],
    inherited: false,
    parse: commaList(image),
    compute: each(toImage),
    spec: 'css-backgrounds-3#background-image',
  }),
  backgroundPositionX: axis(horizontalPosition, 'x'),
  backgroundPositionY: axis(verticalPosition, 'y'),
  backgroundSize: property({
    initial: [autoSize],
    inherited: false,
    parse: commaList(size),
    compute: each(computeSize),
    spec: 'css-backgrounds-3#background-size',
  }),
  backgroundRepeat: property({
    initial: [repeatBoth],
    inherited: false,
    parse: commaList(repeat),
    spec: 'css-backgrounds-3#background-repeat',
  }),
  backgroundOrigin: property({
    initial: ['padding-box'],
    inherited: false,
    parse: commaList(box),
    spec: 'css-backgrounds-3#background-origin',
  }),
  backgroundClip: property({
    initial: ['border-box'],
    inherited: false,
    parse: commaList(clipArea),
    spec: 'css-backgrounds-4#background-clip',
  }),
  backgroundAttachment: property({
    initial: ['scroll'],
    inherited: false,
    parse: commaList(attachment),
    spec: 'css-backgrounds-3#background-attachment',
  }),
  backgroundBlendMode: property({
    initial: ['normal'],
    inherited: false,
    parse: commaList(blendMode),
    spec: 'compositing-2#background-blend-mode',
  }),
};

/** The longhands that `background` sets: blending is not among them. */
const shorthandLonghands = Object.keys(backgroundProperties).filter(
  (name) => name !== 'backgroundBlendMode',
);

/** `<position> [ / <size> ]?`. */
export const place = custom(
  '<position> [ / <bg-size> ]?',
  (reader) => {
    const at = position.read(reader);
    if (!at) return undefined;
    if (!takeDelim(reader, '/')) return { position: at, size: autoSize };
    const given = size.read(reader);
    return given && { position: at, size: given };
  },
  [...position.words, ...size.words],
);

const layer = anyOrder({ image, place, repeat, attachment, box, clip: clipArea, color });

/** The colour belongs to the last layer alone (css-backgrounds-3 §2.10). */
const layers = named(
  '[<image> || <position> [ / <size> ]? || <repeat> || <attachment> || <box> || <clip> || <color>]#',
  map(commaList(layer), (list) => {
    if (list.slice(0, -1).some((item) => item.color !== undefined)) return undefined;
    return {
      backgroundColor: list.at(-1)?.color ?? noColor,
      backgroundImage: list.map((item) => item.image ?? ('none' as const)),
      ...splitPositions(list.map((item) => item.place?.position ?? topLeft)),
      backgroundSize: list.map((item) => item.place?.size ?? autoSize),
      backgroundRepeat: list.map((item) => item.repeat ?? repeatBoth),
      backgroundOrigin: list.map((item) => item.box ?? 'padding-box'),
      backgroundClip: list.map((item) => item.clip ?? item.box ?? 'border-box'),
      backgroundAttachment: list.map((item) => item.attachment ?? 'scroll'),
    };
  }),
);

export const backgroundShorthands = {
  backgroundPosition: shorthand({
    longhands: ['backgroundPositionX', 'backgroundPositionY'],
    parse: named('[<position>]#', map(commaList(position), splitPositions)),
    spec: 'css-backgrounds-3#background-position',
  }),
  background: shorthand({
    longhands: shorthandLonghands,
    parse: layers,
    spec: 'css-backgrounds-3#the-background',
  }),
};
