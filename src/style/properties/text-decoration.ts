/** css-text-decoration-4: lines under, over and through the text. */
import { lengthPercentage } from '../basic-types.ts';
import { color } from '../colors.ts';
import { anyOrder, either, keyword, keywords, map, named } from '../combinators.ts';
import { computeLength, type SpecifiedLength } from '../lengths.ts';
import { resolveLength } from '../values.ts';
import { toColor } from './compute.ts';
import { type ComputeContext, property, shorthand } from './property.ts';

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
  textUnderlineOffset: property({
    initial: 'auto',
    inherited: true,
    parse: either(keyword('auto', 'auto'), lengthPercentage),
    compute: ofFontSize,
    spec: 'css-text-decoration-4#underline-offset',
  }),
};

export const textDecorationShorthands = {
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
