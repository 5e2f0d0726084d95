/** css-text-4: white space, where lines may and may not be broken, hyphenation. */
import {
  integerFrom,
  lengthPercentage,
  nonNegativeLength,
  nonNegativeNumber,
  string,
} from '../basic-types.ts';
import { anyOrder, either, keyword, keywords, map, named, spaceList } from '../combinators.ts';
import { type SpecifiedLength, zeroLength } from '../lengths.ts';
import { toPlainLength, toPoints } from './compute.ts';
import { alias, type ComputeContext, property, shorthand } from './property.ts';

/** Letters: of the shortest word that is hyphenated, before and after the hyphen. */
export interface HyphenateLimitChars {
  readonly word: number;
  readonly before: number;
  readonly after: number;
}

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

/** How far apart tab stops are: in spaces, or in pt. */
export type TabSize = { readonly spaces: number } | { readonly pt: number };

function toTabSize(value: number | SpecifiedLength, context: ComputeContext): TabSize {
  return typeof value === 'number' ? { spaces: value } : { pt: toPoints(value, context) };
}

const collapse = keywords(
  'collapse',
  'preserve',
  'preserve-breaks',
  'preserve-spaces',
  'break-spaces',
);
const wrapMode = keywords('wrap', 'nowrap');
const wrapStyle = keywords('auto', 'balance', 'stable', 'pretty', 'avoid-orphans');
const overflowWrap = keywords('normal', 'break-word', 'anywhere');

export const textWrappingProperties = {
  whiteSpaceCollapse: property({
    initial: 'collapse',
    inherited: true,
    parse: collapse,
    spec: 'css-text-4#white-space-collapsing',
  }),
  textWrapMode: property({
    initial: 'wrap',
    inherited: true,
    parse: wrapMode,
    spec: 'css-text-4#text-wrap-mode',
  }),
  textWrapStyle: property({
    initial: 'auto',
    inherited: true,
    parse: wrapStyle,
    deviation:
      '`auto`, `pretty` and `avoid-orphans` are all set with total fit; `render` takes `auto` for `stable` where lines are ragged, as browsers do.',
    spec: 'css-text-4#text-wrap-style',
  }),
  tabSize: property({
    initial: 8,
    inherited: true,
    parse: either(nonNegativeNumber, nonNegativeLength),
    compute: toTabSize,
    spec: 'css-text-4#tab-size-property',
  }),
  wordBreak: property({
    initial: 'normal',
    inherited: true,
    parse: keywords('normal', 'break-all', 'keep-all', 'break-word'),
    spec: 'css-text-4#word-break-property',
  }),
  lineBreak: property({
    initial: 'auto',
    inherited: true,
    parse: keywords('auto', 'loose', 'normal', 'strict', 'anywhere'),
    deviation:
      '`loose`, `normal` and `strict` tell Chinese and Japanese apart: here they are `auto`.',
    spec: 'css-text-4#line-break-property',
  }),
  overflowWrap: property({
    initial: 'normal',
    inherited: true,
    parse: overflowWrap,
    spec: 'css-text-4#overflow-wrap-property',
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
  hyphenateCharacter: property({
    initial: null,
    inherited: true,
    parse: either(keyword('auto', null), string),
    spec: 'css-text-4#hyphenate-character',
  }),
};

/** What the old keywords stand for (css-text-4 §3). */
const whiteSpaces = {
  normal: { whiteSpaceCollapse: 'collapse', textWrapMode: 'wrap' },
  pre: { whiteSpaceCollapse: 'preserve', textWrapMode: 'nowrap' },
  'pre-wrap': { whiteSpaceCollapse: 'preserve', textWrapMode: 'wrap' },
  'pre-line': { whiteSpaceCollapse: 'preserve-breaks', textWrapMode: 'wrap' },
} as const;

export const textWrappingShorthands = {
  whiteSpace: shorthand({
    longhands: ['whiteSpaceCollapse', 'textWrapMode'],
    parse: either(
      map(
        keywords('normal', 'pre', 'pre-wrap', 'pre-line'),
        (word): Readonly<Record<string, unknown>> => whiteSpaces[word],
      ),
      anyOrder({ whiteSpaceCollapse: collapse, textWrapMode: wrapMode }),
    ),
    spec: 'css-text-4#white-space-property',
  }),
  textWrap: shorthand({
    longhands: ['textWrapMode', 'textWrapStyle'],
    parse: anyOrder({ textWrapMode: wrapMode, textWrapStyle: wrapStyle }),
    spec: 'css-text-4#text-wrap-shorthand',
  }),
  wordWrap: alias('overflowWrap', overflowWrap, 'css-text-4#overflow-wrap-property'),
};
