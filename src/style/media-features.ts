/**
 * The features that `@media` may ask for (mediaqueries-5 §4–8), answered for a printed page: sizes
 * are those of the page box, and paper neither scrolls nor points nor changes.
 */
import type { Size } from '../base/index.ts';
import { length, nonNegativeNumber, ratio } from './basic-types.ts';
import { keywords } from './combinators.ts';
import type { ComponentValue } from './component-values.ts';
import { computeLength } from './lengths.ts';
import { createReader, type Parser, peek, type Reader, readAll } from './reader.ts';
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

interface RangeFeature {
  readonly parse: Parser<number>;
  readonly value: (place: MediaPlace) => number;
}

const range = (parse: Parser<number>, value: (place: MediaPlace) => number): RangeFeature => ({
  parse,
  value,
});

const width = range(lengthPt, ({ pageSize }) => pageSize.width);
const height = range(lengthPt, ({ pageSize }) => pageSize.height);
const shape = range(ratio, ({ pageSize }) => pageSize.width / pageSize.height);
/** Pictures for the press are 300 dpi, on screen two device pixels stand for one of CSS. */
const dots = range(resolution, ({ media }) => (media === 'press' ? 300 : 192));

/** Features with an order, which also take `min-`, `max-` and comparisons. */
const rangeFeatures: ReadonlyMap<string, RangeFeature> = new Map([
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

interface DiscreteFeature {
  readonly words: readonly string[];
  readonly value: (place: MediaPlace) => string;
}

const fixed = (value: string, ...others: readonly string[]): DiscreteFeature => ({
  words: [value, ...others],
  value: () => value,
});

const discreteFeatures: ReadonlyMap<string, DiscreteFeature> = new Map([
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

type Comparison = '<' | '<=' | '>' | '>=' | '=';

const compare: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b - tolerance,
  '<=': (a, b) => a <= b + tolerance,
  '>': (a, b) => a > b + tolerance,
  '>=': (a, b) => a >= b - tolerance,
  '=': (a, b) => Math.abs(a - b) <= tolerance,
};

/** In pt: millimetres that were inches once are still equal. */
const tolerance = 1e-6;

/** What stands in brackets: true, false, or undefined where it cannot be answered. */
export function answerFeature(
  values: readonly ComponentValue[],
  place: MediaPlace,
): boolean | undefined {
  const [first, second] = values;
  if (first?.kind === 'ident' && values.length === 1) return answerBoolean(first.word, place);
  if (first?.kind === 'ident' && second?.kind === 'delim' && second.text === ':')
    return answerPlain(first.word, values.slice(2), place);
  return answerRange(values, place);
}

/** `(color)`: there is some of it (mediaqueries-5 §2.4.2). */
function answerBoolean(name: string, place: MediaPlace): boolean | undefined {
  const ordered = rangeFeatures.get(name);
  if (ordered) return ordered.value(place) !== 0;
  const value = discreteFeatures.get(name)?.value(place);
  return value === undefined ? undefined : value !== 'none' && value !== 'no-preference';
}

/** `(name: value)`, `(min-name: value)`. */
function answerPlain(
  written: string,
  values: readonly ComponentValue[],
  place: MediaPlace,
): boolean | undefined {
  const discrete = discreteFeatures.get(written);
  if (discrete) {
    const word = readAll(createReader(values), keywords(...discrete.words));
    return word === undefined ? undefined : word === discrete.value(place);
  }
  const [, prefix, name = ''] = /^(min-|max-)?(.*)$/.exec(written) ?? [];
  const comparison = prefix === 'min-' ? '>=' : prefix === 'max-' ? '<=' : '=';
  return answerComparison(name, comparison, values, place);
}

function answerComparison(
  name: string,
  comparison: Comparison,
  values: readonly ComponentValue[],
  place: MediaPlace,
): boolean | undefined {
  const feature = rangeFeatures.get(name);
  const wanted = feature && readAll(createReader(values), feature.parse);
  return feature && wanted !== undefined
    ? compare[comparison](feature.value(place), wanted)
    : undefined;
}

const turned: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
};

/** `(100mm <= width < 200mm)`, `(width >= 100mm)` (§2.4.3). */
function answerRange(values: readonly ComponentValue[], place: MediaPlace): boolean | undefined {
  const { parts, signs } = splitAtSigns(values);
  const [left = [], middle = [], right] = parts;
  const [sign, other] = signs;
  if (sign === undefined || signs.length > 2) return undefined;
  const name = nameIn(left);
  if (!right) {
    if (name !== undefined) return answerComparison(name, sign, middle, place);
    return answerComparison(nameIn(middle) ?? '', turned[sign], left, place);
  }
  const between = nameIn(middle) ?? '';
  if (other === undefined || sign === '=' || other[0] !== sign[0]) return undefined;
  const lower = answerComparison(between, turned[sign], left, place);
  const upper = answerComparison(between, other, right, place);
  return lower === undefined || upper === undefined ? undefined : lower && upper;
}

function nameIn(values: readonly ComponentValue[]): string | undefined {
  const [only] = values;
  return values.length === 1 && only?.kind === 'ident' ? only.word : undefined;
}

function splitAtSigns(values: readonly ComponentValue[]): {
  readonly parts: readonly (readonly ComponentValue[])[];
  readonly signs: readonly Comparison[];
} {
  const parts: ComponentValue[][] = [[]];
  const signs: Comparison[] = [];
  let previous = '';
  for (const value of values) {
    const text = value.kind === 'delim' ? value.text : '';
    const last = signs.at(-1);
    if (text === '=' && (previous === '<' || previous === '>') && last) {
      signs[signs.length - 1] = previous === '<' ? '<=' : '>=';
    } else if (text === '<' || text === '>' || text === '=') {
      signs.push(text);
      parts.push([]);
    } else parts.at(-1)?.push(value);
    previous = text;
  }
  return { parts, signs };
}
