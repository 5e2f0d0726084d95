/** css-fonts-4: family, size, weight and OpenType features; css-inline-3: line height. */
import type { Feature } from '../../text/index.ts';
import {
  customIdent,
  integerFrom,
  nonNegativeLengthPercentage,
  nonNegativeNumber,
  numberBetween,
  string,
} from '../basic-types.ts';
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
import {
  computeLength,
  type FontMeasures,
  pointsLength,
  type SpecifiedLength,
} from '../lengths.ts';
import { isAtEnd, type Reader, takeDelim } from '../reader.ts';
import { resolveLength } from '../values.ts';
import { type ComputeContext, property, shorthand } from './property.ts';

/** `normal`, a multiple of the font size, or pt. */
export type LineHeight =
  | 'normal'
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'length'; readonly pt: number };

/** A name in quotes, or words that make one (css-fonts-4 §2.1.1). */
const familyName = named(
  '<family-name>',
  either(
    string,
    map(spaceList(customIdent()), (words) => words.join(' ')),
  ),
);

export const familyList = commaList(familyName);

/** Absolute sizes (css-fonts-4 §2.5.1) as all browsers have them: 9, 10, 13, 16, 18, 24, 32 and 48 px. */
const sizeWords = either(
  keyword('xx-small', pointsLength(6.75)),
  keyword('x-small', pointsLength(7.5)),
  keyword('small', pointsLength(9.75)),
  keyword('medium', pointsLength(12)),
  keyword('large', pointsLength(13.5)),
  keyword('x-large', pointsLength(18)),
  keyword('xx-large', pointsLength(24)),
  keyword('xxx-large', pointsLength(36)),
);

const sizeValue = either(sizeWords, keywords('larger', 'smaller'), nonNegativeLengthPercentage);

function computeSize(
  value: SpecifiedLength | 'larger' | 'smaller',
  context: ComputeContext,
): number {
  const { parentFontSize, parentLineHeight } = context;
  if (value === 'larger') return parentFontSize * 1.2;
  if (value === 'smaller') return parentFontSize / 1.2;
  const measures: FontMeasures = {
    fontSize: parentFontSize,
    lineHeight: parentLineHeight,
    rootFontSize: context.rootFontSize,
    rootLineHeight: context.rootLineHeight,
    unitPt: context.parentUnitPt,
  };
  return resolveLength(computeLength(value, measures), parentFontSize);
}

const weightValue = either(
  keyword('normal', 400),
  keyword('bold', 700),
  keywords('bolder', 'lighter'),
  numberBetween(1, 1000),
);

/** css-fonts-4 §2.2.1. */
function computeWeight(value: number | 'bolder' | 'lighter', context: ComputeContext): number {
  const parent = context.parentFontWeight;
  if (value === 'bolder') {
    if (parent < 350) return 400;
    return parent < 550 ? 700 : Math.max(parent, 900);
  }
  if (value === 'lighter') {
    if (parent < 550) return Math.min(parent, 100);
    return parent < 750 ? 400 : 700;
  }
  return value;
}

type SpecifiedLineHeight = 'normal' | number | SpecifiedLength;
const lineHeightValue = either(
  keyword('normal', 'normal'),
  nonNegativeNumber,
  nonNegativeLengthPercentage,
);

/** A percentage is of the font size. `lh` refers to the parent's line (css-values-4 §6.1.2). */
function computeLineHeight(value: SpecifiedLineHeight, context: ComputeContext): LineHeight {
  if (value === 'normal') return 'normal';
  if (typeof value === 'number') return { kind: 'number', value };
  const { fontSize, rootFontSize, rootLineHeight, unitPt, parentLineHeight: lineHeight } = context;
  const measures: FontMeasures = { fontSize, rootFontSize, lineHeight, rootLineHeight, unitPt };
  return { kind: 'length', pt: resolveLength(computeLength(value, measures), fontSize) };
}

const styleValue = named(
  'normal | italic | oblique',
  either(keywords('normal', 'italic'), keyword('oblique', 'italic')),
);

const onOff = either(keyword('on', 1), keyword('off', 0), integerFrom(0));

const featureTag = custom('<string>', (reader) => {
  const start = reader.index;
  const tag = string.read(reader);
  if (tag !== undefined && /^[\x20-\x7e]{4}$/.test(tag)) return tag;
  reader.index = start;
  return undefined;
});

const feature = custom('<opentype-tag> [<integer> | on | off]?', (reader): Feature | undefined => {
  const tag = featureTag.read(reader);
  return tag === undefined ? undefined : { tag, value: onOff.read(reader) ?? 1 };
});

const noFeatures: readonly Feature[] = [];

/** Words of one group exclude each other (css-fonts-4 §6). */
function variants(groups: Readonly<Record<string, readonly string[]>>) {
  const parts = Object.fromEntries(
    Object.entries(groups).map(([name, words]) => [name, keywords(...words)]),
  );
  return either(
    keyword('normal', noVariants),
    map(anyOrder(parts), (found): readonly string[] =>
      Object.values(found).flatMap((word) => (word === undefined ? [] : [word])),
    ),
  );
}

const noVariants: readonly string[] = [];

const numericValue = variants({
  figures: ['lining-nums', 'oldstyle-nums'],
  spacing: ['proportional-nums', 'tabular-nums'],
  fractions: ['diagonal-fractions', 'stacked-fractions'],
  ordinal: ['ordinal'],
  zero: ['slashed-zero'],
});

const ligaturesValue = either(
  keyword('none', ['none'] as readonly string[]),
  variants({
    common: ['common-ligatures', 'no-common-ligatures'],
    discretionary: ['discretionary-ligatures', 'no-discretionary-ligatures'],
    historical: ['historical-ligatures', 'no-historical-ligatures'],
    contextual: ['contextual', 'no-contextual'],
  }),
);

const capsValue = keywords(
  ...(['normal', 'small-caps', 'all-small-caps', 'petite-caps'] as const),
  ...(['all-petite-caps', 'unicase', 'titling-caps'] as const),
);

const serif: readonly string[] = ['serif'];

export const fontProperties = {
  fontFamily: property({
    initial: serif,
    inherited: true,
    parse: familyList,
    spec: 'css-fonts-4#font-family-prop',
  }),
  fontSize: property({
    initial: pointsLength(12),
    inherited: true,
    parse: sizeValue,
    compute: computeSize,
    spec: 'css-fonts-4#font-size-prop',
  }),
  fontWeight: property({
    initial: 400,
    inherited: true,
    parse: weightValue,
    compute: computeWeight,
    spec: 'css-fonts-4#font-weight-prop',
  }),
  fontStyle: property({
    initial: 'normal',
    inherited: true,
    parse: styleValue,
    spec: 'css-fonts-4#font-style-prop',
  }),
  lineHeight: property({
    initial: 'normal',
    inherited: true,
    parse: lineHeightValue,
    compute: computeLineHeight,
    spec: 'css-inline-3#line-height-property',
    deviation: '`normal` counts as 1.2 for the unit `lh`; lines themselves ask the font.',
  }),
  fontKerning: property({
    initial: 'auto',
    inherited: true,
    parse: keywords('auto', 'normal', 'none'),
    spec: 'css-fonts-4#font-kerning-prop',
  }),
  fontFeatureSettings: property({
    initial: noFeatures,
    inherited: true,
    parse: either(keyword('normal', noFeatures), commaList(feature)),
    spec: 'css-fonts-4#font-feature-settings-prop',
  }),
  fontVariantNumeric: property({
    initial: noVariants,
    inherited: true,
    parse: numericValue,
    spec: 'css-fonts-4#font-variant-numeric-prop',
  }),
  fontVariantCaps: property({
    initial: 'normal',
    inherited: true,
    parse: capsValue,
    spec: 'css-fonts-4#font-variant-caps-prop',
  }),
  fontVariantLigatures: property({
    initial: noVariants,
    inherited: true,
    parse: ligaturesValue,
    spec: 'css-fonts-4#font-variant-ligatures-prop',
  }),
  fontVariantPosition: property({
    initial: 'normal',
    inherited: true,
    parse: keywords('normal', 'sub', 'super'),
    spec: 'css-fonts-4#font-variant-position-prop',
  }),
};

const fontStart = anyOrder({
  normal: keyword('normal', true),
  style: either(keyword('italic', 'italic'), keyword('oblique', 'italic')),
  caps: keyword('small-caps', 'small-caps'),
  weight: either(keyword('bold', 700), keywords('bolder', 'lighter'), numberBetween(1, 1000)),
});

/** `[<style> || <small-caps> || <weight>]? <size> [ / <line-height> ]? <family>#`. */
function readFont(reader: Reader): Readonly<Record<string, unknown>> | undefined {
  const { style, caps, weight } = fontStart.read(reader) ?? {};
  const fontSize = sizeValue.read(reader);
  if (fontSize === undefined) return undefined;
  const lineHeight = takeDelim(reader, '/') ? lineHeightValue.read(reader) : 'normal';
  const fontFamily = lineHeight === undefined ? undefined : familyList.read(reader);
  if (!fontFamily || !isAtEnd(reader)) return undefined;
  return {
    fontStyle: style ?? 'normal',
    fontVariantCaps: caps ?? 'normal',
    fontWeight: weight ?? 400,
    fontSize,
    lineHeight,
    fontFamily,
  };
}

const variantParts = either(
  keyword('normal', {}),
  keyword('none', { fontVariantLigatures: ['none'] }),
  anyOrder({
    fontVariantNumeric: numericValue,
    fontVariantCaps: capsValue,
    fontVariantLigatures: ligaturesValue,
    fontVariantPosition: keywords('sub', 'super'),
  }),
);

export const fontShorthands = {
  font: shorthand({
    longhands: Object.keys(fontProperties),
    parse: custom(
      '[<style> || small-caps || <weight>]? <size> [ / <line-height> ]? <family>#',
      readFont,
    ),
    spec: 'css-fonts-4#font-prop',
  }),
  fontVariant: shorthand({
    longhands: [
      'fontVariantNumeric',
      'fontVariantCaps',
      'fontVariantLigatures',
      'fontVariantPosition',
    ],
    parse: variantParts,
    spec: 'css-fonts-4#font-variant-prop',
  }),
};
