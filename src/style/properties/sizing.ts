/** css-sizing-4: widths and heights; css-images-3 §5: how a picture fills its box. */
import { ratio, sizePercentage } from '../basic-types.ts';
import { anyOrder, besides, either, keyword, keywords, map, named } from '../combinators.ts';
import { percentLength } from '../lengths.ts';
import { position } from '../positions.ts';
import type { AspectRatio } from '../values.ts';
import { toLength, toPosition } from './compute.ts';
import { alias, logicalShorthands, property } from './property.ts';

const content = besides(
  keywords('min-content', 'max-content', 'fit-content', 'stretch'),
  either(
    keyword('-webkit-fill-available', 'stretch'),
    keyword('-moz-available', 'stretch'),
    keyword('-webkit-min-content', 'min-content'),
    keyword('-webkit-max-content', 'max-content'),
    keyword('-webkit-fit-content', 'fit-content'),
    keyword('-moz-min-content', 'min-content'),
    keyword('-moz-max-content', 'max-content'),
    keyword('-moz-fit-content', 'fit-content'),
  ),
);
const sizeValue = either(keyword('auto', 'auto'), content, sizePercentage);
const maxValue = either(keyword('none', 'none'), content, sizePercentage);

const size = (anchor: string) =>
  property({
    initial: 'auto',
    inherited: false,
    parse: sizeValue,
    compute: toLength,
    spec: `css-sizing-4#${anchor}`,
  });

const maxSize = (anchor: string) =>
  property({
    initial: 'none',
    inherited: false,
    parse: maxValue,
    compute: toLength,
    spec: `css-sizing-4#${anchor}`,
  });

/** `auto || <ratio>`; with both, the ratio is for boxes without one of their own. */
const aspectRatioValue = named(
  'auto || <ratio>',
  map(
    anyOrder({ auto: keyword('auto', true), ratio }),
    ({ ratio: own, auto }): 'auto' | AspectRatio =>
      own === undefined ? 'auto' : { ratio: own, isAuto: auto === true },
  ),
);

export const sizingProperties = {
  width: size('propdef-width'),
  height: size('propdef-height'),
  minWidth: size('propdef-min-width'),
  minHeight: size('propdef-min-height'),
  maxWidth: maxSize('propdef-max-width'),
  maxHeight: maxSize('propdef-max-height'),
  boxSizing: property({
    initial: 'content-box',
    inherited: false,
    parse: keywords('content-box', 'border-box'),
    spec: 'css-sizing-4#propdef-box-sizing',
  }),
  aspectRatio: property({
    initial: 'auto',
    inherited: false,
    parse: aspectRatioValue,
    spec: 'css-sizing-4#aspect-ratio',
  }),
  objectFit: property({
    initial: 'fill',
    inherited: false,
    parse: keywords('fill', 'contain', 'cover', 'none', 'scale-down'),
    spec: 'css-images-3#the-object-fit',
  }),
  objectPosition: property({
    initial: { x: percentLength(0.5), y: percentLength(0.5) },
    inherited: false,
    parse: position,
    compute: toPosition,
    spec: 'css-images-3#the-object-position',
  }),
};

const logical = 'css-logical-1#dimension-properties';

export const sizingShorthands = {
  ...logicalShorthands({
    inlineSize: alias('width', sizeValue, logical),
    blockSize: alias('height', sizeValue, logical),
    minInlineSize: alias('minWidth', sizeValue, logical),
    minBlockSize: alias('minHeight', sizeValue, logical),
    maxInlineSize: alias('maxWidth', maxValue, logical),
    maxBlockSize: alias('maxHeight', maxValue, logical),
  }),
};
