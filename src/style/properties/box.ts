/** css-box-4, and the logical names of css-logical-1 for writing from left to right. */
import { lengthPercentage, nonNegativeLengthPercentage } from '../basic-types.ts';
import { either, fourSides, keyword, pair } from '../combinators.ts';
import { zeroLength } from '../lengths.ts';
import { toLength, toPlainLength } from './compute.ts';
import { alias, logicalShorthands, property, spread } from './property.ts';

const marginValue = either(keyword('auto', 'auto'), lengthPercentage);

const margin = (anchor: string) =>
  property({
    initial: zeroLength,
    inherited: false,
    parse: marginValue,
    compute: toLength,
    spec: `css-box-4#${anchor}`,
  });

const padding = (anchor: string) =>
  property({
    initial: zeroLength,
    inherited: false,
    parse: nonNegativeLengthPercentage,
    compute: toPlainLength,
    spec: `css-box-4#${anchor}`,
  });

export const boxProperties = {
  marginTop: margin('propdef-margin-top'),
  marginRight: margin('propdef-margin-right'),
  marginBottom: margin('propdef-margin-bottom'),
  marginLeft: margin('propdef-margin-left'),
  paddingTop: padding('propdef-padding-top'),
  paddingRight: padding('propdef-padding-right'),
  paddingBottom: padding('propdef-padding-bottom'),
  paddingLeft: padding('propdef-padding-left'),
};

const marginSides = ['marginTop', 'marginRight', 'marginBottom', 'marginLeft'];
const paddingSides = ['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'];
const logical = 'css-logical-1#margin-properties';
const logicalPadding = 'css-logical-1#padding-properties';
const paddingValue = nonNegativeLengthPercentage;

export const boxShorthands = {
  margin: spread(marginSides, fourSides(marginValue), 'css-box-4#propdef-margin'),
  padding: spread(paddingSides, fourSides(paddingValue), 'css-box-4#propdef-padding'),
  ...logicalShorthands({
    marginInline: spread(['marginLeft', 'marginRight'], pair(marginValue), logical),
    marginBlock: spread(['marginTop', 'marginBottom'], pair(marginValue), logical),
    marginInlineStart: alias('marginLeft', marginValue, logical),
    marginInlineEnd: alias('marginRight', marginValue, logical),
    marginBlockStart: alias('marginTop', marginValue, logical),
    marginBlockEnd: alias('marginBottom', marginValue, logical),
    paddingInline: spread(['paddingLeft', 'paddingRight'], pair(paddingValue), logicalPadding),
    paddingBlock: spread(['paddingTop', 'paddingBottom'], pair(paddingValue), logicalPadding),
    paddingInlineStart: alias('paddingLeft', paddingValue, logicalPadding),
    paddingInlineEnd: alias('paddingRight', paddingValue, logicalPadding),
    paddingBlockStart: alias('paddingTop', paddingValue, logicalPadding),
    paddingBlockEnd: alias('paddingBottom', paddingValue, logicalPadding),
  }),
};
