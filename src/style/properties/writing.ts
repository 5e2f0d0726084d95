/** css-writing-modes-4: which way lines and words run. */
import { keywords } from '../combinators.ts';
import { property } from './property.ts';

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
    parse: keywords('normal', 'embed', 'isolate', 'bidi-override', 'isolate-override', 'plaintext'),
    spec: 'css-writing-modes-4#unicode-bidi',
  }),
  writingMode: property({
    initial: 'horizontal-tb',
    inherited: true,
    parse: keywords('horizontal-tb', 'vertical-rl', 'vertical-lr', 'sideways-rl', 'sideways-lr'),
    spec: 'css-writing-modes-4#block-flow',
    deviation: 'Lines and boxes stand as in a browser; all letters lie on their side.',
  }),
  textOrientation: property({
    initial: 'mixed',
    inherited: true,
    parse: keywords('mixed', 'sideways'),
    spec: 'css-writing-modes-4#text-orientation',
    deviation:
      'Says which baseline the boxes of a vertical line share: their middles, or the feet of their letters. All letters lie on their side; there is no `upright`.',
  }),
};
