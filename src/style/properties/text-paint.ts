/** What letters are filled and stroked with (Compatibility Standard §5.5). */
import { color } from '../colors.ts';
import { anyOrder } from '../combinators.ts';
import { zeroLength } from '../lengths.ts';
import { lineWidth } from './borders.ts';
import { toColor, toPoints } from './compute.ts';
import { property, shorthand } from './property.ts';

const colored = (name: string, anchor: string) =>
  property({
    initial: 'currentcolor',
    inherited: true,
    name,
    parse: color,
    compute: toColor,
    isInitialContextual: true,
    spec: `compat#${anchor}`,
  });

export const textPaintProperties = {
  textFillColor: colored('-webkit-text-fill-color', 'the-webkit-text-fill-color'),
  textStrokeColor: colored('-webkit-text-stroke-color', 'the-webkit-text-stroke-color'),
  /** In pt, half of it on each side of a letter's edge. */
  textStrokeWidth: property({
    initial: zeroLength,
    inherited: true,
    name: '-webkit-text-stroke-width',
    parse: lineWidth,
    compute: toPoints,
    spec: 'compat#the-webkit-text-stroke-width',
  }),
};

export const textPaintShorthands = {
  WebkitTextStroke: shorthand({
    longhands: ['textStrokeWidth', 'textStrokeColor'],
    parse: anyOrder({ textStrokeWidth: lineWidth, textStrokeColor: color }),
    spec: 'compat#the-webkit-text-stroke',
  }),
};
