/** css-text-decoration-4: lines under, over and through the text. */
import { lengthPercentage } from '../basic-types.ts';
import { color } from '../colors.ts';
import { anyOrder, either, keyword, keywords, map, named } from '../combinators.ts';
import { computeLength, type SpecifiedLength } from '../lengths.ts';
import { resolveLength } from '../values.ts';
import { toColor } from './compute.ts';
import { alias, type ComputeContext, property, shorthand } from './property.ts';

export type DecorationLine = 'underline' | 'overline' | 'line-through';

const noLines: readonly DecorationLine[] = [];

const lineValue = named(
  'none | underline || overline || line-through',
  either(
    keyword('none', noLines),
    map(
      anyOrder({
        underline: keyword('underline', 'underline'),
        overline: keyword('overline', 'overline'),
        through: keyword('line-through', 'line-through'),
      }),
      ({ underline, overline, through }): readonly DecorationLine[] =>
        [underline, overline, through].flatMap((line) => (line === undefined ? [] : [line])),
    ),
  ),
);

const styleValue = keywords('solid', 'double', 'dotted', 'dashed', 'wavy');
const thicknessValue = either(keywords('auto', 'from-font'), lengthPercentage);

/** `under` clears what hangs below the letters; the sides are of vertical writing. */
const underlinePosition = map(
  either(
    keyword('auto', 'auto'),
    anyOrder({
      place: keywords('from-font', 'under'),
      side: keywords('left', 'right'),
    }),
  ),
  (value): 'auto' | 'from-font' | 'under' => (value === 'auto' ? value : (value.place ?? 'auto')),
);

/** In pt; percentages are of the font size. */
function ofFontSize<K extends string>(
  value: K | SpecifiedLength,
  context: ComputeContext,
): K | number {
  if (typeof value === 'string') return value;
  return resolveLength(computeLength(value, context), context.fontSize);
}

export const textDecorationProperties = {
  textDecorationLine: property({
    initial: noLines,
    inherited: false,
    parse: lineValue,
    spec: 'css-text-decoration-4#text-decoration-line-property',
  }),
  textDecorationStyle: property({
    initial: 'solid',
    inherited: false,
    parse: styleValue,
    spec: 'css-text-decoration-4#text-decoration-style-property',
  }),
  textDecorationColor: property({
    initial: 'currentcolor',
    inherited: false,
    parse: color,
    compute: toColor,
    isInitialContextual: true,
    spec: 'css-text-decoration-4#text-decoration-color-property',
  }),
  textDecorationThickness: property({
    initial: 'auto',
    inherited: false,
    parse: thicknessValue,
    compute: ofFontSize,
    spec: 'css-text-decoration-4#text-decoration-width-property',
  }),
  textDecorationSkipInk: property({
    initial: 'auto',
    inherited: true,
    parse: keywords('auto', 'none', 'all'),
    spec: 'css-text-decoration-4#text-decoration-skip-ink-property',
  }),
  textUnderlinePosition: property({
    initial: 'auto',
    inherited: true,
    parse: underlinePosition,
    spec: 'css-text-decoration-4#text-underline-position-property',
    deviation: '`left` and `right` are of vertical writing, and without effect.',
  }),
  textUnderlineOffset: property({
    initial: 'auto',
    inherited: true,
    parse: either(keyword('auto', 'auto'), lengthPercentage),
    compute: ofFontSize,
    spec: 'css-text-decoration-4#underline-offset',
  }),
};

export const textDecorationShorthands = {
  /** Of what css-text-decoration-3 has lines skip, only ink is left. */
  textDecorationSkip: alias(
    'textDecorationSkipInk',
    either(keyword('none', 'none'), keyword('auto', 'auto'), keyword('ink', 'auto')),
    'css-text-decoration-4#text-decoration-skip-property',
  ),
  textDecoration: shorthand({
    longhands: [
      'textDecorationLine',
      'textDecorationStyle',
      'textDecorationColor',
      'textDecorationThickness',
    ],
    parse: anyOrder({
      textDecorationLine: lineValue,
      textDecorationStyle: styleValue,
      textDecorationColor: color,
      textDecorationThickness: thicknessValue,
    }),
    spec: 'css-text-decoration-4#text-decoration-property',
  }),
};
