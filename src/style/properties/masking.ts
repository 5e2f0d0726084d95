/** css-masking-1: boxes cut by an outline, or let through by a picture. */
import { type BasicShape, basicShape, computeShape, type SpecifiedShape } from '../basic-shapes.ts';
import { length, url } from '../basic-types.ts';
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
} from '../combinators.ts';
import { image } from '../images.ts';
import type { SpecifiedLength } from '../lengths.ts';
import { position } from '../positions.ts';
import { type Parser, takeDelim } from '../reader.ts';
import {
  autoSize,
  box,
  computeSize,
  each,
  place,
  repeat,
  repeatBoth,
  size,
  topLeft,
} from './backgrounds.ts';
import { toImage, toPlainLength, toPoints, toPosition } from './compute.ts';
import { maskBorderReset } from './mask-borders.ts';
import { type ComputeContext, property, shorthand } from './property.ts';

/** Boxes of CSS stand for those of SVG where there is no SVG, and the other way round (§5.1). */
export type GeometryBox =
  | 'margin-box'
  | 'border-box'
  | 'padding-box'
  | 'content-box'
  | 'fill-box'
  | 'stroke-box'
  | 'view-box';

interface ClipOf<S> {
  readonly kind: 'shape';
  /** Null: the reference box itself, with the border's round corners. */
  readonly shape: S | null;
  readonly box: GeometryBox;
}

interface ClipReference {
  readonly kind: 'url';
  /** `#id` of a `clipPath` in the document. */
  readonly path: string;
}

export type ClipPathValue = 'none' | ClipReference | ClipOf<BasicShape>;
type SpecifiedClip = 'none' | ClipReference | ClipOf<SpecifiedShape>;

const geometryBox: Parser<GeometryBox> = keywords(
  ...(['margin-box', 'border-box', 'padding-box', 'content-box'] as const),
  ...(['fill-box', 'stroke-box', 'view-box'] as const),
);

const noClip: SpecifiedClip = 'none';

const clipValue: Parser<SpecifiedClip> = named(
  'none | <clip-source> | [<basic-shape> || <geometry-box>]',
  either(
    keyword('none', noClip),
    map(url, (path): SpecifiedClip => ({ kind: 'url', path })),
    map(
      anyOrder({ shape: basicShape, box: geometryBox }),
      ({ shape: given = null, box: reference = 'border-box' }): SpecifiedClip => ({
        kind: 'shape',
        shape: given,
        box: reference,
      }),
    ),
  ),
);

function computeClip(value: SpecifiedClip, context: ComputeContext): ClipPathValue {
  if (value === 'none' || value.kind === 'url') return value;
  const { shape: given } = value;
  if (given === null) return { ...value, shape: given };
  const computed = computeShape(
    given,
    (length) => toPlainLength(length, context),
    (point) => toPosition(point, context),
  );
  return { ...value, shape: computed };
}

/** Distances from the top and left of the border box; null: the box's own edge. */
export type LegacyClip = 'auto' | readonly (number | null)[];

function computeLegacyClip(
  value: 'auto' | readonly (SpecifiedLength | null)[],
  context: ComputeContext,
): LegacyClip {
  if (value === 'auto') return value;
  return value.map((edge) => (edge === null ? null : toPoints(edge, context)));
}

const maskMode = keywords('match-source', 'alpha', 'luminance');
const composite = keywords('add', 'subtract', 'intersect', 'exclude');

const clipEdge = either(keyword('auto', null), length);
const clipEdges = custom('<top>, <right>, <bottom>, <left>', (reader) => {
  const edges: (SpecifiedLength | null)[] = [];
  while (edges.length < 4) {
    const value = clipEdge.read(reader);
    if (value === undefined) return undefined;
    edges.push(value);
    if (edges.length < 4) takeDelim(reader, ',');
  }
  return edges;
});

const noBox = either(box, keyword('no-clip', 'no-clip'));

const list = <T>(initial: T, parse: Parser<T>, anchor: string) =>
  property({
    initial: [initial],
    inherited: false,
    parse: commaList(parse),
    spec: `css-masking-1#${anchor}`,
  });

export const maskingProperties = {
  clipPath: property({
    initial: noClip,
    inherited: false,
    parse: clipValue,
    compute: computeClip,
    spec: 'css-masking-1#the-clip-path',
  }),
  clip: property({
    initial: 'auto',
    inherited: false,
    parse: either(keyword('auto', 'auto'), call('rect', clipEdges)),
    compute: computeLegacyClip,
    spec: 'css-masking-1#clip-property',
  }),
  maskImage: property({
    initial: ['none'],
    inherited: false,
    parse: commaList(image),
    compute: each(toImage),
    spec: 'css-masking-1#the-mask-image',
  }),
  maskMode: list('match-source', maskMode, 'the-mask-mode'),
  maskRepeat: list(repeatBoth, repeat, 'the-mask-repeat'),
  maskPosition: property({
    initial: [topLeft],
    inherited: false,
    parse: commaList(position),
    compute: each(toPosition),
    spec: 'css-masking-1#the-mask-position',
  }),
  maskSize: property({
    initial: [autoSize],
    inherited: false,
    parse: commaList(size),
    compute: each(computeSize),
    spec: 'css-masking-1#the-mask-size',
  }),
  maskOrigin: list('border-box', box, 'the-mask-origin'),
  maskClip: list('border-box', noBox, 'the-mask-clip'),
  maskComposite: list('add', composite, 'the-mask-composite'),
};

const layer = anyOrder({
  image,
  place,
  repeat,
  box,
  clip: noBox,
  mode: maskMode,
  composite,
});

export const maskingShorthands = {
  mask: shorthand({
    longhands: [
      ...Object.keys(maskingProperties).filter((name) => !name.startsWith('clip')),
      ...maskBorderReset,
    ],
    parse: named(
      '[<mask-reference> || <position> [ / <size> ]? || <repeat> || <box> || <box> || <mode>]#',
      map(commaList(layer), (layers) => ({
        maskImage: layers.map((item) => item.image ?? ('none' as const)),
        maskMode: layers.map((item) => item.mode ?? 'match-source'),
        maskRepeat: layers.map((item) => item.repeat ?? repeatBoth),
        maskPosition: layers.map((item) => item.place?.position ?? topLeft),
        maskSize: layers.map((item) => item.place?.size ?? autoSize),
        maskOrigin: layers.map((item) => item.box ?? 'border-box'),
        maskClip: layers.map((item) => item.clip ?? item.box ?? 'border-box'),
        maskComposite: layers.map((item) => item.composite ?? 'add'),
      })),
    ),
    spec: 'css-masking-1#the-mask',
  }),
};
