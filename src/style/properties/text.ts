/** css-text-4: spacing, alignment, white space, hyphenation; one named extension of ours. */
import { integerFrom, length, lengthPercentage, percentage } from '../basic-types.ts';
import { either, keyword, keywords, map, named, spaceList } from '../combinators.ts';
import { zeroLength } from '../lengths.ts';
import { toPlainLength, toPoints } from './compute.ts';
import { property } from './property.ts';

/** Letters: of the shortest word that is hyphenated, before and after the hyphen. */
export interface HyphenateLimitChars {
  readonly word: number;
  readonly before: number;
  readonly after: number;
}

/** Word space as a multiple of the font's own: justified lines shrink to `min`, stretch to `max`. */
export interface WordSpaceLimits {
  readonly min: number;
  readonly max: number;
}

const spacing = either(keyword('normal', zeroLength), length);

/** css-text-4 §6.3.2; `auto` is 5 2 2, and one number leaves the others to the browser. */
const limitChars = named(
  '[auto | <integer>]{1,3}',
  map(
    spaceList(either(keyword('auto', 'auto'), integerFrom(1)), 1, 3),
    ([word = 'auto', before = 'auto', after = before]): HyphenateLimitChars => ({
      word: word === 'auto' ? 5 : word,
      before: before === 'auto' ? 2 : before,
      after: after === 'auto' ? 2 : after,
    }),
  ),
);

/** As most layout programs set it: 80 % to 133 % of the font's space. */
const defaultWordSpace: WordSpaceLimits = { min: 0.8, max: 1.33 };

const wordSpaceLimits = either(
  keyword('auto', defaultWordSpace),
  named(
    '<percentage>{2}',
    map(spaceList(percentage, 2, 2), ([min, max]): WordSpaceLimits | undefined =>
      min !== undefined && max !== undefined && min >= 0 && min <= 1 && max >= 1
        ? { min, max }
        : undefined,
    ),
  ),
);

export const textProperties = {
  letterSpacing: property({
    initial: zeroLength,
    inherited: true,
    parse: spacing,
    compute: toPoints,
    spec: 'css-text-4#letter-spacing-property',
  }),
  wordSpacing: property({
    initial: zeroLength,
    inherited: true,
    parse: spacing,
    compute: toPoints,
    spec: 'css-text-4#word-spacing-property',
  }),
  textAlign: property({
    initial: 'start',
    inherited: true,
    parse: keywords('start', 'end', 'left', 'right', 'center', 'justify'),
    spec: 'css-text-4#text-align-property',
  }),
  textAlignLast: property({
    initial: 'auto',
    inherited: true,
    parse: keywords('auto', 'start', 'end', 'left', 'right', 'center', 'justify'),
    spec: 'css-text-4#text-align-last-property',
  }),
  textIndent: property({
    initial: zeroLength,
    inherited: true,
    parse: lengthPercentage,
    compute: toPlainLength,
    spec: 'css-text-4#text-indent-property',
  }),
  textTransform: property({
    initial: 'none',
    inherited: true,
    parse: keywords('none', 'capitalize', 'uppercase', 'lowercase'),
    spec: 'css-text-4#text-transform-property',
  }),
  whiteSpace: property({
    initial: 'normal',
    inherited: true,
    parse: keywords('normal', 'pre', 'nowrap', 'pre-wrap', 'pre-line'),
    spec: 'css-text-4#white-space-property',
  }),
  textWrap: property({
    initial: 'wrap',
    inherited: true,
    parse: keywords('wrap', 'nowrap', 'balance', 'pretty', 'stable'),
    spec: 'css-text-4#text-wrap',
  }),
  hyphens: property({
    initial: 'manual',
    inherited: true,
    parse: keywords('none', 'manual', 'auto'),
    spec: 'css-text-4#hyphenation',
  }),
  hyphenateLimitChars: property({
    initial: { word: 5, before: 2, after: 2 },
    inherited: true,
    parse: limitChars,
    spec: 'css-text-4#hyphenate-char-limits',
  }),
  hyphenateLimitLines: property({
    initial: 'no-limit',
    inherited: true,
    parse: either(keyword('no-limit', 'no-limit'), integerFrom(0)),
    spec: 'css-text-4#hyphenate-line-limits',
  }),
  hyphenateLimitLast: property({
    initial: 'none',
    inherited: true,
    parse: keywords('none', 'always', 'column', 'page', 'spread'),
    spec: 'css-text-4#hyphenate-line-limits',
  }),
  wordSpaceLimits: property({
    initial: defaultWordSpace,
    inherited: true,
    parse: wordSpaceLimits,
    name: '-trykklar-word-space',
    spec: 'trykklar#word-space',
  }),
};
