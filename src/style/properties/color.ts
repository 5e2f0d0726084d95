/** css-color-4 and compositing-2: colour, opacity, blending. */
import type { AuthorColor } from '../../color/index.ts';
import { pureBlack } from '../../color/index.ts';
import { numberOrPercentage } from '../basic-types.ts';
import { color as colorValue } from '../colors.ts';
import { either, keyword, keywords, map, named } from '../combinators.ts';
import { toColor } from './compute.ts';
import { property } from './property.ts';

/** Deviation: the initial colour is black in black ink alone, as print wants it. */
const initialColor: AuthorColor = pureBlack;

/** A number or percentage, kept between 0 and 1 (css-color-4 §4.2). */
export const opacityValue = named(
  '<number> | <percentage>',
  map(numberOrPercentage, (value) => Math.min(1, Math.max(0, value))),
);

/** compositing-2 §10: every mode, separable or not. */
export const blendMode = keywords(
  ...(['normal', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge'] as const),
  ...(['color-burn', 'hard-light', 'soft-light', 'difference', 'exclusion', 'hue'] as const),
  ...(['saturation', 'color', 'luminosity'] as const),
);

export const colorProperties = {
  color: property({
    initial: initialColor,
    inherited: true,
    parse: colorValue,
    compute: toColor,
    spec: 'css-color-4#the-color-property',
    deviation:
      'Initially black in black ink alone. `currentcolor` is resolved where it stands, also for what inherits it.',
  }),
  opacity: property({
    initial: 1,
    inherited: false,
    parse: opacityValue,
    spec: 'css-color-4#transparency',
  }),
  mixBlendMode: property({
    initial: 'normal',
    inherited: false,
    parse: either(blendMode, keyword('plus-lighter', 'plus-lighter')),
    spec: 'compositing-2#mix-blend-mode',
  }),
  isolation: property({
    initial: 'auto',
    inherited: false,
    parse: keywords('auto', 'isolate'),
    spec: 'compositing-2#isolation',
  }),
  overprint: property({
    initial: 'auto',
    inherited: true,
    name: '-trykklar-overprint',
    parse: keywords('auto', 'overprint', 'knockout'),
    spec: 'trykklar#overprint',
  }),
};
