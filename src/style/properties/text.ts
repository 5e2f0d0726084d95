/** css-text-4: spacing, alignment, white space, hyphenation; one named extension of ours. */
import { integerFrom, length, lengthPercentage, percentage } from '../basic-types.ts';
import {
  anyOrder,
  either,
  keyword,
  keywords,
  map,
  named,
  prefixed,
  spaceList,
} from '../combinators.ts';
import { zeroLength } from '../lengths.ts';
import { toPlainLength, toPoints } from './compute.ts';
import { property } from './property.ts';

/** Letters: of the shortest word that is hyphenated, before and after the hyphen. */
export interface HyphenateLimitChars {
  readonly word: number;
  readonly before: number;
  readonly after: number;
}

/** Least and most; the measure's own size lies between. */
export interface JustifyRange {
  readonly min: number;
  readonly max: number;
}

/** What justified lines may be stretched and shrunk by. */
export interface JustifyLimits {
  /** Word space, as a multiple of the font's own (with `word-spacing`). */
  readonly word: JustifyRange;
  /** Added between letters, in em. */
  readonly letter: JustifyRange;
  /** Width of the glyphs, as a multiple of their own. */
  readonly glyph: JustifyRange;
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

/** For narrow columns: spaces stay near the font's own, letters and glyphs change by less than is seen. */
const defaultJustify: JustifyLimits = {
  word: { min: 0.85, max: 1.25 },
  letter: { min: -0.01, max: 0.02 },
  glyph: { min: 0.98, max: 1.02 },
};

/** Two percentages with `own` between them. */
function range(own: number) {
  return named(
    '<percentage>{2}',
    map(spaceList(percentage, 2, 2), ([min, max]): JustifyRange | undefined =>
      min !== undefined && max !== undefined && min <= own && max >= own && min >= own - 1
        ? { min, max }
        : undefined,
    ),
  );
}

const justifyLimits = either(
  keyword('auto', defaultJustify),
  map(
    anyOrder({
      word: prefixed('word', range(1)),
      letter: prefixed('letter', range(0)),
      glyph: prefixed('glyph', range(1)),
    }),
    (limits): JustifyLimits => ({ ...defaultJustify, ...limits }),
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
  /** Deviation: inherited, which comes to the same inside an inline box. */
  wrapInside: property({
    initial: 'auto',
    inherited: true,
    parse: keywords('auto', 'avoid'),
    spec: 'css-text-4#wrap-inside',
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
  hyphenateLimitZone: property({
    initial: zeroLength,
    inherited: true,
    parse: lengthPercentage,
    compute: toPlainLength,
    spec: 'css-text-4#hyphenate-size-limits',
  }),
  textJustify: property({
    initial: 'auto',
    inherited: true,
    parse: keywords('auto', 'none', 'inter-word'),
    spec: 'css-text-4#text-justify-property',
  }),
  justifyLimits: property({
    initial: defaultJustify,
    inherited: true,
    parse: justifyLimits,
    name: '-trykklar-justify',
    spec: 'trykklar#justify',
  }),
  marginKerning: property({
    initial: 'auto',
    inherited: true,
    parse: keywords('auto', 'none', 'optical'),
    name: '-trykklar-margin-kerning',
    spec: 'trykklar#margin-kerning',
  }),
};
