/**
 * The features that `@media` may ask for (mediaqueries-5 §4–8), answered for a printed page: sizes
 * are those of the page box, and paper neither scrolls nor points nor changes.
 */
import type { Size } from '../base/index.ts';
import { length, nonNegativeNumber, ratio } from './basic-types.ts';
import type { ComponentValue } from './component-values.ts';
import {
  answerFeature,
  type DiscreteFeature,
  type Features,
  type RangeFeature,
} from './features.ts';
import { computeLength } from './lengths.ts';
import { type Parser, peek, type Reader } from './reader.ts';
import { usualMeasures } from './unit-measures.ts';

/** What an answer depends on. */
export interface MediaPlace {
  readonly media: 'press' | 'screen';
  /** The page's size in pt, looked up when it is asked for. */
  readonly pageSize: Size;
}

/** css-values-4 §6.1: relative units in a query refer to initial values. */
const initialMeasures = {
  fontSize: 12,
  rootFontSize: 12,
  lineHeight: 14.4,
  rootLineHeight: 14.4,
  unitPt: (unit: Parameters<typeof usualMeasures.unitPt>[0]) =>
    usualMeasures.unitPt(
      unit,
      { fontFamily: [], fontSize: 12, fontWeight: 400, fontStyle: 'normal' },
      null,
    ),
};

const lengthPt: Parser<number> = {
  ...length,
  read: (reader) => {
    const value = length.read(reader);
    return value && computeLength(value, initialMeasures).pt;
  },
};

const dotsPerInch: Readonly<Record<string, number>> = { dpi: 1, dpcm: 2.54, dppx: 96, x: 96 };

const resolution: Parser<number> = {
  syntax: '<resolution>',
  words: [],
  read: (reader: Reader) => {
    const value = peek(reader);
    const factor = value?.kind === 'dimension' ? dotsPerInch[value.unit] : undefined;
    if (value?.kind !== 'dimension' || factor === undefined) return undefined;
    reader.index += 1;
    return value.value * factor;
  },
};

type MediaRange = RangeFeature<MediaPlace>;

const range = (parse: Parser<number>, value: (place: MediaPlace) => number): MediaRange => ({
  parserFor: () => parse,
  value,
});

const width = range(lengthPt, ({ pageSize }) => pageSize.width);
const height = range(lengthPt, ({ pageSize }) => pageSize.height);
const shape = range(ratio, ({ pageSize }) => pageSize.width / pageSize.height);
/** Pictures for the press are 300 dpi, on screen two device pixels stand for one of CSS. */
const dots = range(resolution, ({ media }) => (media === 'press' ? 300 : 192));

/** Features with an order, which also take `min-`, `max-` and comparisons. */
const rangeFeatures: ReadonlyMap<string, MediaRange> = new Map([
  ['width', width],
  ['height', height],
  ['device-width', width],
  ['device-height', height],
  ['aspect-ratio', shape],
  ['device-aspect-ratio', shape],
  ['resolution', dots],
  ['color', range(nonNegativeNumber, () => 8)],
  ['color-index', range(nonNegativeNumber, () => 0)],
  ['monochrome', range(nonNegativeNumber, () => 0)],
  ['grid', range(nonNegativeNumber, () => 0)],
]);

type MediaWord = DiscreteFeature<MediaPlace>;

const fixed = (value: string, ...others: readonly string[]): MediaWord => ({
  words: [value, ...others],
  value: () => value,
});

const discreteFeatures: ReadonlyMap<string, MediaWord> = new Map([
  [
    'orientation',
    {
      words: ['portrait', 'landscape'],
      value: ({ pageSize }: MediaPlace) =>
        pageSize.height >= pageSize.width ? 'portrait' : 'landscape',
    },
  ],
  ['scan', fixed('progressive', 'interlace')],
  ['update', fixed('none', 'slow', 'fast')],
  ['overflow-block', fixed('paged', 'none', 'scroll', 'optional-paged')],
  ['overflow-inline', fixed('none', 'scroll')],
  ['color-gamut', fixed('srgb', 'p3', 'rec2020')],
  ['dynamic-range', fixed('standard', 'high')],
  ['video-dynamic-range', fixed('standard', 'high')],
  ['pointer', fixed('none', 'coarse', 'fine')],
  ['any-pointer', fixed('none', 'coarse', 'fine')],
  ['hover', fixed('none', 'hover')],
  ['any-hover', fixed('none', 'hover')],
  ['scripting', fixed('none', 'initial-only', 'enabled')],
  ['inverted-colors', fixed('none', 'inverted')],
  ['forced-colors', fixed('none', 'active')],
  ['prefers-color-scheme', fixed('light', 'dark')],
  ['prefers-contrast', fixed('no-preference', 'more', 'less', 'custom')],
  ['prefers-reduced-motion', fixed('no-preference', 'reduce')],
  ['prefers-reduced-transparency', fixed('no-preference', 'reduce')],
  ['prefers-reduced-data', fixed('no-preference', 'reduce')],
  ['display-mode', fixed('browser', 'fullscreen', 'standalone', 'minimal-ui')],
]);

/** Every feature one may ask for, for "did you mean". */
export const mediaFeatureNames: readonly string[] = [
  ...rangeFeatures.keys(),
  ...discreteFeatures.keys(),
];

const mediaFeatures: Features<MediaPlace> = { ranges: rangeFeatures, words: discreteFeatures };

/** What stands in brackets: true, false, or undefined where it cannot be answered. */
export function answerMediaFeature(
  values: readonly ComponentValue[],
  place: MediaPlace,
): boolean | undefined {
  return answerFeature(values, place, mediaFeatures);
}
