/**
 * svg2: how shapes are filled and stroked. One user unit is one CSS px, thus 0.75 pt: whoever
 * draws divides by 0.75 to come back to the shape's own units.
 */
import type { AuthorColor } from '../../color/index.ts';
import { pureBlack } from '../../color/index.ts';
import {
  lengthPercentage,
  nonNegativeLengthPercentage,
  nonNegativeNumber,
  number,
  numberBetween,
  url,
} from '../basic-types.ts';
import { color, type SpecifiedColor } from '../colors.ts';
import { custom, either, keyword, keywords, map, named, spaceList } from '../combinators.ts';
import { computeLength, pointsLength, type SpecifiedLength, zeroLength } from '../lengths.ts';
import { isAtEnd, type Parser, takeDelim } from '../reader.ts';
import type { LengthPercentage } from '../values.ts';
import { opacityValue } from './color.ts';
import { toColor } from './compute.ts';
import { type ComputeContext, property, shorthand } from './property.ts';

/** What a shape is painted with; `url` names a gradient of the same file (`#id`). */
export type SvgPaint =
  | 'none'
  | AuthorColor
  | { readonly kind: 'url'; readonly path: string; readonly fallback: 'none' | AuthorColor };

/** Of what a marker or a `use` element is drawn for (SVG 2 §13.2). */
export type ContextPaint = 'context-fill' | 'context-stroke';

type SpecifiedPaint =
  | 'none'
  | ContextPaint
  | SpecifiedColor
  | { readonly kind: 'url'; readonly path: string; readonly fallback: 'none' | SpecifiedColor };

type Painting = 'fill' | 'stroke' | 'markers';

const usualOrder: readonly Painting[] = ['fill', 'stroke', 'markers'];

/** SVG 2 §13.5: what is not named comes after, in the usual order. */
const order = map(
  spaceList(keywords('fill', 'stroke', 'markers'), 1, 3),
  (named): readonly Painting[] | undefined =>
    new Set(named).size === named.length
      ? [...named, ...usualOrder.filter((one) => !named.includes(one))]
      : undefined,
);

const none = keyword('none', 'none');

const paintServer = custom('<url> [none | <color>]?', (reader): SpecifiedPaint | undefined => {
  const path = url.read(reader);
  if (path === undefined) return undefined;
  const fallback = isAtEnd(reader) ? 'none' : (none.read(reader) ?? color.read(reader));
  return fallback && { kind: 'url', path, fallback };
});

const paint = either(none, keywords('context-fill', 'context-stroke'), color, paintServer);

const isContext = (value: SpecifiedPaint): value is ContextPaint =>
  value === 'context-fill' || value === 'context-stroke';

function computePaint(value: SpecifiedPaint, context: ComputeContext): SvgPaint | ContextPaint {
  if (value === 'none' || isContext(value)) return value;
  if (typeof value === 'string' || 'space' in value) return toColor(value, context);
  const { fallback } = value;
  return { ...value, fallback: fallback === 'none' ? 'none' : toColor(fallback, context) };
}

/** A plain number counts user units. */
const userLength = (
  parser: Parser<SpecifiedLength>,
  plain: Parser<number>,
): Parser<SpecifiedLength> =>
  named(
    `${plain.syntax} | ${parser.syntax}`,
    either(
      map(plain, (value): SpecifiedLength => pointsLength(value * 0.75)),
      parser,
    ),
  );

/** A marker at the corners of a line: `#id` of the same document. */
export type SvgMarker = 'none' | { readonly kind: 'url'; readonly path: string };

const noMarker: SvgMarker = 'none';
const markerValue = either(
  keyword('none', noMarker),
  map(url, (path): SvgMarker => ({ kind: 'url', path })),
);

const marker = () =>
  property({
    initial: noMarker,
    inherited: true,
    parse: markerValue,
    spec: 'svg2#VertexMarkerProperties',
  });

const positiveLength = userLength(nonNegativeLengthPercentage, nonNegativeNumber);

/** Values separated by commas or spaces. */
const dashes = custom('<dasharray>', (reader) => {
  const list: SpecifiedLength[] = [];
  while (!isAtEnd(reader)) {
    const value = positiveLength.read(reader);
    if (!value) return undefined;
    list.push(value);
    takeDelim(reader, ',');
  }
  return list.length > 0 ? (list as readonly SpecifiedLength[]) : undefined;
});

const noDashes: readonly SpecifiedLength[] = [];
const black: SpecifiedPaint = pureBlack;
const blackColor: SpecifiedColor = pureBlack;
const rule = keywords('nonzero', 'evenodd');

const opacity = (inherited: boolean, anchor: string) =>
  property({ initial: 1, inherited, parse: opacityValue, spec: `svg2#${anchor}` });

export const svgProperties = {
  fill: property({
    initial: black,
    inherited: true,
    parse: paint,
    compute: computePaint,
    spec: 'svg2#FillProperty',
  }),
  fillRule: property({
    initial: 'nonzero',
    inherited: true,
    parse: rule,
    spec: 'svg2#FillRuleProperty',
  }),
  fillOpacity: opacity(true, 'FillOpacityProperty'),
  stroke: property({
    initial: 'none',
    inherited: true,
    parse: paint,
    compute: computePaint,
    spec: 'svg2#StrokeProperty',
  }),
  strokeOpacity: opacity(true, 'StrokeOpacityProperty'),
  strokeWidth: property({
    initial: pointsLength(0.75),
    inherited: true,
    parse: positiveLength,
    compute: computeLength,
    spec: 'svg2#StrokeWidthProperty',
  }),
  strokeLinecap: property({
    initial: 'butt',
    inherited: true,
    parse: keywords('butt', 'round', 'square'),
    spec: 'svg2#StrokeLinecapProperty',
  }),
  strokeLinejoin: property({
    initial: 'miter',
    inherited: true,
    parse: keywords('miter', 'round', 'bevel'),
    spec: 'svg2#StrokeLinejoinProperty',
  }),
  vectorEffect: property({
    initial: 'none',
    inherited: false,
    parse: keywords('none', 'non-scaling-stroke'),
    spec: 'svg2#VectorEffectProperty',
  }),
  paintOrder: property({
    initial: usualOrder,
    inherited: true,
    parse: named(
      'normal | [fill || stroke || markers]',
      either(keyword('normal', usualOrder), order),
    ),
    spec: 'svg2#PaintOrderProperty',
    deviation: 'Of drawings alone, not of words with `-webkit-text-stroke`.',
  }),
  strokeMiterlimit: property({
    initial: 4,
    inherited: true,
    parse: numberBetween(1, 1e6),
    spec: 'svg2#StrokeMiterlimitProperty',
  }),
  strokeDasharray: property({
    initial: noDashes,
    inherited: true,
    parse: either(keyword('none', noDashes), dashes),
    compute: (value, context): readonly LengthPercentage[] =>
      value.map((dash) => computeLength(dash, context)),
    spec: 'svg2#StrokeDasharrayProperty',
  }),
  strokeDashoffset: property({
    initial: zeroLength,
    inherited: true,
    parse: userLength(lengthPercentage, number),
    compute: computeLength,
    spec: 'svg2#StrokeDashoffsetProperty',
  }),
  stopColor: property({
    initial: blackColor,
    inherited: false,
    parse: color,
    compute: toColor,
    spec: 'svg2#StopColorProperty',
  }),
  stopOpacity: opacity(false, 'StopOpacityProperty'),
  markerStart: marker(),
  markerMid: marker(),
  markerEnd: marker(),
  textAnchor: property({
    initial: 'start',
    inherited: true,
    parse: keywords('start', 'middle', 'end'),
    spec: 'svg2#TextAnchorProperty',
  }),
  clipRule: property({
    initial: 'nonzero',
    inherited: true,
    parse: rule,
    spec: 'css-masking-1#the-clip-rule',
  }),
};

const markers = ['markerStart', 'markerMid', 'markerEnd'];

export const svgShorthands = {
  marker: shorthand({
    longhands: markers,
    parse: map(markerValue, (value) => Object.fromEntries(markers.map((name) => [name, value]))),
    spec: 'svg2#MarkerShorthand',
  }),
};
