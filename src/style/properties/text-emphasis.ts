/** css-text-decoration-4 §3: marks over or under each letter. */
import { string } from '../basic-types.ts';
import { color } from '../colors.ts';
import { anyOrder, either, keyword, keywords, map } from '../combinators.ts';
import { toColor } from './compute.ts';
import { property, shorthand } from './property.ts';

/** A mark that is drawn, or a letter of the text's own font. */
export type EmphasisMark =
  | {
      readonly kind: 'shape';
      readonly shape: 'dot' | 'circle' | 'double-circle' | 'triangle' | 'sesame';
      readonly isOpen: boolean;
    }
  | { readonly kind: 'text'; readonly text: string };

/** §3.1: a circle in horizontal writing where only the filling is said. */
const mark = either(
  map(string, (words): EmphasisMark => ({ kind: 'text', text: [...words][0] ?? '' })),
  map(
    anyOrder({
      fill: keywords('filled', 'open'),
      shape: keywords('dot', 'circle', 'double-circle', 'triangle', 'sesame'),
    }),
    ({ fill, shape = 'circle' }): EmphasisMark => ({
      kind: 'shape',
      shape,
      isOpen: fill === 'open',
    }),
  ),
);

const emphasisStyle = either(keyword('none', 'none'), mark);

export const textEmphasisProperties = {
  textEmphasisStyle: property({
    initial: 'none',
    inherited: true,
    parse: emphasisStyle,
    spec: 'css-text-decoration-4#text-emphasis-style-property',
    deviation: 'Marks make no line higher: give the text the line height that they need.',
  }),
  textEmphasisColor: property({
    initial: 'currentcolor',
    inherited: true,
    parse: color,
    compute: toColor,
    isInitialContextual: true,
    spec: 'css-text-decoration-4#text-emphasis-color-property',
  }),
  textEmphasisPosition: property({
    initial: 'over',
    inherited: true,
    parse: either(
      keyword('auto', 'over'),
      map(
        anyOrder({ block: keywords('over', 'under'), side: keywords('right', 'left') }),
        ({ block }) => block,
      ),
    ),
    spec: 'css-text-decoration-4#text-emphasis-position-property',
    deviation: '`right` and `left` are of vertical writing, and without effect.',
  }),
};

export const textEmphasisShorthands = {
  textEmphasis: shorthand({
    longhands: ['textEmphasisStyle', 'textEmphasisColor'],
    parse: anyOrder({ textEmphasisStyle: emphasisStyle, textEmphasisColor: color }),
    spec: 'css-text-decoration-4#text-emphasis-property',
  }),
};
