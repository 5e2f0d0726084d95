/** css-writing-modes-4: which way lines and words run. */
import { besides, either, keyword, keywords } from '../combinators.ts';
import { property } from './property.ts';

/** css-writing-modes-4 §3.1.1: the words of SVG 1.1. */
const olderModes = either(
  ...(['lr', 'lr-tb', 'rl', 'rl-tb'] as const).map((word) => keyword(word, 'horizontal-tb')),
  ...(['tb', 'tb-rl'] as const).map((word) => keyword(word, 'vertical-rl')),
);

export const writingProperties = {
  direction: property({
    initial: 'ltr',
    inherited: true,
    parse: keywords('ltr', 'rtl'),
    spec: 'css-writing-modes-4#direction',
  }),
  unicodeBidi: property({
    initial: 'normal',
    inherited: false,
    parse: besides(
      keywords('normal', 'embed', 'isolate', 'bidi-override', 'isolate-override', 'plaintext'),
      either(
        keyword('-webkit-isolate', 'isolate'),
        keyword('-webkit-isolate-override', 'isolate-override'),
        keyword('-webkit-plaintext', 'plaintext'),
      ),
    ),
    spec: 'css-writing-modes-4#unicode-bidi',
  }),
  writingMode: property({
    initial: 'horizontal-tb',
    inherited: true,
    parse: besides(
      keywords('horizontal-tb', 'vertical-rl', 'vertical-lr', 'sideways-rl', 'sideways-lr'),
      olderModes,
    ),
    spec: 'css-writing-modes-4#block-flow',
  }),
  textOrientation: property({
    initial: 'mixed',
    inherited: true,
    parse: besides(keywords('mixed', 'upright', 'sideways'), keyword('sideways-right', 'sideways')),
    spec: 'css-writing-modes-4#text-orientation',
  }),
  textCombineUpright: property({
    initial: 'none',
    inherited: true,
    parse: keywords('none', 'all'),
    spec: 'css-writing-modes-4#text-combine-upright',
  }),
};
