/** css-text-4: spacing, alignment, indents; three named extensions of ours. */
import { lengthPercentage, percentage } from '../basic-types.ts';
import {
  anyOrder,
  besides,
  either,
  keyword,
  keywords,
  map,
  named,
  prefixed,
  spaceList,
} from '../combinators.ts';
import { computeLength, type SpecifiedLength, zeroLength } from '../lengths.ts';
import { type LengthPercentage, resolveLength } from '../values.ts';
import { type ComputeContext, property } from './property.ts';

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

const spacing = either(keyword('normal', zeroLength), lengthPercentage);

/** In pt; percentages are of the font size. */
function ofFontSize(value: SpecifiedLength, context: ComputeContext): number {
  return resolveLength(computeLength(value, context), context.fontSize);
}

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

/** css-text-4 §8.1. */
interface Indent<L> {
  readonly length: L;
  /** All lines but those that would be. */
  readonly hanging: boolean;
  /** Lines after a forced break too. */
  readonly eachLine: boolean;
}

export type TextIndent = Indent<LengthPercentage>;

/** No indent, computed. */
export const noTextIndent: TextIndent = {
  length: { pt: 0, percent: 0 },
  hanging: false,
  eachLine: false,
};

const noIndent: Indent<SpecifiedLength> = { length: zeroLength, hanging: false, eachLine: false };

const indent = map(
  anyOrder({
    length: lengthPercentage,
    hanging: keyword('hanging', true),
    eachLine: keyword('each-line', true),
  }),
  ({ length, hanging = false, eachLine = false }): Indent<SpecifiedLength> | undefined =>
    length && { length, hanging, eachLine },
);

/** Which punctuation stands outside its line: in full, whatever it weighs. */
export interface HangingPunctuation {
  /** Opening brackets and quotes at the start of the first line; closing ones at the end of the last. */
  readonly first: boolean;
  readonly last: boolean;
  /** Stops and commas at the end of each line, always or where there is no room for them. */
  readonly end: 'none' | 'allow' | 'force';
}

const noHanging: HangingPunctuation = { first: false, last: false, end: 'none' };

const ends = { 'force-end': 'force', 'allow-end': 'allow' } as const;

const hangingValue = either(
  keyword('none', noHanging),
  map(
    anyOrder({
      first: keyword('first', true),
      end: keywords('force-end', 'allow-end'),
      last: keyword('last', true),
    }),
    ({ first = false, end, last = false }): HangingPunctuation => ({
      first,
      last,
      end: end === undefined ? 'none' : ends[end],
    }),
  ),
);

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

/** What becomes of letters before they are set. */
export interface TextTransform {
  readonly letters: 'capitalize' | 'uppercase' | 'lowercase' | null;
  readonly isFullWidth: boolean;
  readonly isFullSizeKana: boolean;
}

const textTransform = either(
  keyword('none', 'none'),
  map(
    anyOrder({
      letters: keywords('capitalize', 'uppercase', 'lowercase'),
      width: keyword('full-width', true),
      kana: keyword('full-size-kana', true),
    }),
    ({ letters = null, width = false, kana = false }): TextTransform => ({
      letters,
      isFullWidth: width,
      isFullSizeKana: kana,
    }),
  ),
);

type Side = 'left' | 'right' | 'center' | 'justify' | 'justify-all';

/** css-text-4 §7.1: the parent's alignment, `start` and `end` being the sides that they are there. */
function matchParent(name: string, context: ComputeContext): Side | undefined {
  const align = context.parentKeywordOf(name) as Side | 'start' | 'end' | 'auto' | undefined;
  if (align === 'auto') return undefined;
  if (align !== undefined && align !== 'start' && align !== 'end') return align;
  const isTurned = context.parentKeywordOf('direction') === 'rtl';
  return isTurned === (align === 'end') ? 'left' : 'right';
}

/**
 * What a table has of itself: it goes where older HTML aligns boxes to, but its words do not, as in all
 * browsers (html §15.3.3 tells the alignment of boxes from that of words).
 */
function alignInTable(context: ComputeContext): Side | 'start' | 'end' {
  const align = context.parentKeywordOf('textAlign') as string | undefined;
  if (align === undefined || align.startsWith('-webkit-')) return 'start';
  return align as Side | 'start' | 'end';
}

export const textProperties = {
  letterSpacing: property({
    initial: zeroLength,
    inherited: true,
    parse: spacing,
    compute: ofFontSize,
    deviation:
      'A percentage is of the font size of the element that has it, and inherited as a length.',
    spec: 'css-text-4#letter-spacing-property',
  }),
  wordSpacing: property({
    initial: zeroLength,
    inherited: true,
    parse: spacing,
    compute: ofFontSize,
    deviation:
      'A percentage is of the font size of the element that has it, and inherited as a length.',
    spec: 'css-text-4#word-spacing-property',
  }),
  capitalSpacing: property({
    initial: zeroLength,
    inherited: true,
    parse: lengthPercentage,
    compute: ofFontSize,
    name: '-trykklar-capital-spacing',
    spec: 'trykklar#capital-spacing',
  }),
  textAlign: property({
    initial: 'start',
    inherited: true,
    // The older three are what `align` and `center` of older HTML mean: boxes follow them too.
    parse: besides(
      keywords('start', 'end', 'left', 'right', 'center', 'justify', 'justify-all', 'match-parent'),
      keywords('-webkit-left', '-webkit-right', '-webkit-center', '-trykklar-table'),
    ),
    compute: (value, context) => {
      if (value === 'match-parent') return matchParent('textAlign', context) ?? 'start';
      return value === '-trykklar-table' ? alignInTable(context) : value;
    },
    spec: 'css-text-4#text-align-property',
  }),
  textAlignLast: property({
    initial: 'auto',
    inherited: true,
    parse: keywords('auto', 'start', 'end', 'left', 'right', 'center', 'justify', 'match-parent'),
    compute: (value, context) =>
      value === 'match-parent' ? (matchParent('textAlignLast', context) ?? 'auto') : value,
    spec: 'css-text-4#text-align-last-property',
  }),
  textIndent: property({
    initial: noIndent,
    inherited: true,
    parse: indent,
    compute: ({ length, hanging, eachLine }, context): TextIndent => ({
      length: computeLength(length, context),
      hanging,
      eachLine,
    }),
    spec: 'css-text-4#text-indent-property',
  }),
  textTransform: property({
    initial: 'none',
    inherited: true,
    parse: textTransform,
    spec: 'css-text-4#text-transform-property',
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
  /** css-text-4 §8.2.1; punctuation that hangs does not count as part of its line. */
  hangingPunctuation: property({
    initial: noHanging,
    inherited: true,
    parse: hangingValue,
    spec: 'css-text-4#hanging-punctuation-property',
  }),
};
