/**
 * From computed style to what the paragraph engine takes: plain values, resolved once. Below this
 * point nobody asks the cascade.
 */
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import {
  type Feature,
  type Font,
  fontHasFeature,
  type HyphenationLimits,
  type JustificationLimits,
  type ParagraphStyle,
  type TextAlign,
  type TextStyle,
} from '../text/index.ts';
import type { LinesBox } from './box.ts';
import { perRun } from './per-run.ts';
import type { LayoutContext } from './space.ts';
import { collapsesSpaces } from './white-space.ts';

/** OpenType features of `font-variant-*` (css-fonts-4 §6). */
const variantFeatures: Readonly<Record<string, readonly Feature[]>> = {
  'lining-nums': [{ tag: 'lnum', value: 1 }],
  'oldstyle-nums': [{ tag: 'onum', value: 1 }],
  'proportional-nums': [{ tag: 'pnum', value: 1 }],
  'tabular-nums': [{ tag: 'tnum', value: 1 }],
  'diagonal-fractions': [{ tag: 'frac', value: 1 }],
  'stacked-fractions': [{ tag: 'afrc', value: 1 }],
  ordinal: [{ tag: 'ordn', value: 1 }],
  'slashed-zero': [{ tag: 'zero', value: 1 }],
  'discretionary-ligatures': [{ tag: 'dlig', value: 1 }],
  'historical-ligatures': [{ tag: 'hlig', value: 1 }],
  'no-contextual': [{ tag: 'calt', value: 0 }],
  'small-caps': [{ tag: 'smcp', value: 1 }],
  'all-small-caps': [
    { tag: 'smcp', value: 1 },
    { tag: 'c2sc', value: 1 },
  ],
  'petite-caps': [{ tag: 'pcap', value: 1 }],
  'all-petite-caps': [
    { tag: 'pcap', value: 1 },
    { tag: 'c2pc', value: 1 },
  ],
  unicase: [{ tag: 'unic', value: 1 }],
  'titling-caps': [{ tag: 'titl', value: 1 }],
  sub: [{ tag: 'subs', value: 1 }],
  super: [{ tag: 'sups', value: 1 }],
};

/** Features of a style; `font-feature-settings` comes last and wins (css-fonts-4 §7.2). */
function featuresOf(style: ComputedStyle): readonly Feature[] {
  const words = [
    ...style.fontVariantNumeric,
    ...style.fontVariantLigatures,
    style.fontVariantCaps,
    style.fontVariantPosition,
  ];
  const features = words.flatMap((word) => variantFeatures[word] ?? []);
  return [...features, ...style.fontFeatureSettings];
}

/** css-text-4 §8.2: letters set apart have no ligatures. */
function hasLigatures(style: ComputedStyle): boolean {
  const words = style.fontVariantLigatures;
  return (
    style.letterSpacing === 0 && !words.includes('none') && !words.includes('no-common-ligatures')
  );
}

const stylesByLanguage = perRun<ComputedStyle, Map<string, TextStyle>>();

/** The style of a stretch of text in a language (BCP 47). */
export function textStyleOf(
  style: ComputedStyle,
  language: string,
  context: LayoutContext,
): TextStyle {
  const cache = stylesByLanguage(context);
  const byLanguage = cache.get(style) ?? new Map<string, TextStyle>();
  cache.set(style, byLanguage);
  const cached = byLanguage.get(language);
  if (cached) return cached;
  const fonts = context.fonts.fontsFor(style);
  const made: TextStyle = {
    fonts,
    sizePt: style.fontSize,
    letterSpacingPt: style.letterSpacing,
    wordSpacingPt: style.wordSpacing,
    language,
    features: featuresOf(style),
    kerning: style.fontKerning !== 'none',
    ligatures: hasLigatures(style),
    hyphens: style.lineBreak === 'anywhere' ? 'none' : style.hyphens,
    ownWords: context.ownWords,
    wrap: style.textWrapMode === 'wrap',
    avoidBreaks: style.wrapInside === 'avoid',
    ...wrappingOf(style),
    ...madeCapitalsOf(style, fonts),
    ...uprightOf(style),
    ...(style.capitalSpacing === 0 ? {} : { capitalSpacingPt: style.capitalSpacing }),
  };
  byLanguage.set(language, made);
  return made;
}

const smallCapitals = /^(all-)?(?:small|petite)-caps$/;

/** css-fonts-4 §6.5: small capitals that the font does not have are made of its capitals. */
function madeCapitalsOf(
  { fontVariantCaps }: ComputedStyle,
  [font]: readonly Font[],
): Pick<TextStyle, 'madeCapitals'> {
  const found = smallCapitals.exec(fontVariantCaps);
  if (!found || !font || fontHasFeature(font, 'smcp')) return {};
  return { madeCapitals: found[1] ? 'all' : 'small' };
}

/** css-writing-modes-4 §5.1: only lines of vertical writing have upright letters. */
function uprightOf({ writingMode, textOrientation }: ComputedStyle): Pick<TextStyle, 'upright'> {
  const isVertical = writingMode === 'vertical-rl' || writingMode === 'vertical-lr';
  if (!isVertical || textOrientation === 'sideways') return {};
  return { upright: textOrientation === 'upright' ? 'all' : 'by-script' };
}

/** css-text-4 §5.2: `break-word` is `overflow-wrap: anywhere` by another name. */
function wrappingOf(style: ComputedStyle): Pick<TextStyle, 'wrapping'> {
  const { wordBreak, lineBreak, overflowWrap, whiteSpaceCollapse, hyphenateCharacter } = style;
  const keepsSpaces = !collapsesSpaces(whiteSpaceCollapse);
  const isUsual =
    wordBreak === 'normal' &&
    lineBreak !== 'anywhere' &&
    overflowWrap === 'normal' &&
    hyphenateCharacter === null &&
    !keepsSpaces;
  if (isUsual) return {};
  const isBreakWord = wordBreak === 'break-word';
  const words = lineBreak === 'anywhere' ? 'anywhere' : isBreakWord ? 'normal' : wordBreak;
  const overflow = isBreakWord ? 'anywhere' : overflowWrap;
  const spaces = whiteSpaceCollapse === 'break-spaces' ? 'break' : 'hang';
  return { wrapping: { words, overflow, spaces, hyphen: hyphenateCharacter, tab: style.tabSize } };
}

function alignOf(value: ComputedStyle['textAlign']): TextAlign {
  if (value === '-webkit-center') return 'center';
  if (value === 'start' || value === '-webkit-left') return 'left';
  if (value === '-webkit-right') return 'right';
  if (value === 'justify-all') return 'justify';
  return value === 'end' ? 'right' : value;
}

/** css-text-4 §7.3: a justified paragraph's last line begins at the start. */
function alignLastOf(style: ComputedStyle): TextAlign {
  if (style.textAlignLast !== 'auto') return alignOf(style.textAlignLast);
  return style.textAlign === 'justify' ? 'left' : alignOf(style.textAlign);
}

/**
 * css-text-4 §6.4, which leaves `auto` open. Here it is total fit, as `pretty` is; pages that stand
 * where a browser has them have their ragged lines as full as they go. `stable` is first fit.
 */
const wrapStyles: Readonly<
  Record<Exclude<ComputedStyle['textWrapStyle'], 'auto'>, ParagraphStyle['wrap']>
> = {
  pretty: 'total-fit',
  'avoid-orphans': 'total-fit',
  balance: 'balance',
  stable: 'greedy',
};

/** Text that is not wrapped is broken where it says so alone; kept spaces go from edge to edge. */
function wrapOf(
  { textWrapMode, textWrapStyle, textAlign, whiteSpaceCollapse }: ComputedStyle,
  { lineMetrics }: Wrapping,
) {
  if (textWrapMode === 'nowrap' || !collapsesSpaces(whiteSpaceCollapse)) return 'greedy';
  if (textWrapStyle !== 'auto') return wrapStyles[textWrapStyle];
  return lineMetrics === 'css-px' && textAlign !== 'justify' ? 'greedy' : 'total-fit';
}

/** Whether pages stand as in a browser. */
type Wrapping = Pick<LayoutContext, 'lineMetrics'>;

/** Indents of the first line, of those after forced breaks, and of all others (css-text-4 §8.1). */
function indentsOf({ textIndent }: ComputedStyle, width: number) {
  const { hanging, eachLine } = textIndent;
  const pt = resolveLength(textIndent.length, width);
  const [begun, others] = hanging ? [0, pt] : [pt, 0];
  if (!hanging && !eachLine) return { indentPt: begun };
  const afterBreakPt = eachLine ? begun : others;
  return { indentPt: begun, laterIndents: { afterBreakPt, othersPt: others } };
}

/** The style of a paragraph from its first line on, which may be known to end somewhere. */
export function styleFromStart(style: ParagraphStyle, { firstLineEnd }: LinesBox): ParagraphStyle {
  return firstLineEnd === undefined ? style : { ...style, firstLineEnd };
}

/** The style of a paragraph's rest, which begins with any of its lines. */
export function styleOfRest(style: ParagraphStyle): ParagraphStyle {
  const { hangingPunctuation, ...others } = style;
  const outside = hangingPunctuation && { ...hangingPunctuation, first: false };
  return {
    ...others,
    indentPt: style.laterIndents?.othersPt ?? 0,
    ...(outside ? { hangingPunctuation: outside } : {}),
  };
}

/** `text-justify: inter-word`: nothing but the word spaces changes (css-text-4 §7.4). */
function justificationOf({ textJustify, justifyLimits }: ComputedStyle): JustificationLimits {
  if (textJustify !== 'inter-word') return justifyLimits;
  return { word: justifyLimits.word, letter: { min: 0, max: 0 }, glyph: { min: 1, max: 1 } };
}

const lastHyphens: Readonly<
  Record<ComputedStyle['hyphenateLimitLast'], HyphenationLimits['last']>
> = { none: 'none', always: 'always', column: 'column', page: 'column', spread: 'column' };

/** Few paragraphs ask for their width, and those of one kind mostly have one: the last one is kept. */
const lastStyles = new WeakMap<
  ComputedStyle,
  { readonly width: number; readonly made: ParagraphStyle }
>();

/** How a paragraph is broken; `width` of its containing block, in pt. */
export function paragraphStyleOf(box: LinesBox, width: number, wrapping: Wrapping): ParagraphStyle {
  const { style } = box;
  const own = asksWidth(style) ? width : 0;
  const last = lastStyles.get(style);
  if (last?.width === own) return last.made;
  const made = makeParagraphStyle(style, own, wrapping);
  lastStyles.set(style, { width: own, made });
  return made;
}

/** css-text-4 §7.1: lines of plain text begin where their words do. */
function plainAlignment(style: ComputedStyle): Pick<ParagraphStyle, 'plain'> {
  const { unicodeBidi, direction, textAlign, textAlignLast } = style;
  if (unicodeBidi !== 'plaintext') return {};
  const turned = <A extends string>(align: A) =>
    align === 'start' ? ('end' as const) : align === 'end' ? ('start' as const) : align;
  const isJustified = textAlign === 'justify' && textAlignLast === 'auto';
  const other = {
    ...style,
    textAlign: turned(textAlign),
    textAlignLast: isJustified ? ('end' as const) : turned(textAlignLast),
  };
  const align = alignOf(other.textAlign);
  return { plain: { direction, align, alignLast: alignLastOf(other) } };
}

function asksWidth({ textIndent, hyphenateLimitZone }: ComputedStyle): boolean {
  return textIndent.length.percent !== 0 || hyphenateLimitZone.percent !== 0;
}

/** Do lines' edges look straight, punctuation hanging over them? */
export function hasOpticalMargins({
  marginKerning,
  textAlign,
  textJustify,
}: ComputedStyle): boolean {
  const isJustified = alignOf(textAlign) === 'justify' && textJustify !== 'none';
  return marginKerning === 'optical' || (marginKerning === 'auto' && isJustified);
}

function makeParagraphStyle(
  style: ComputedStyle,
  width: number,
  wrapping: Wrapping,
): ParagraphStyle {
  const { hyphenateLimitLines: lines } = style;
  const { first, last, end } = style.hangingPunctuation;
  const align = alignOf(style.textAlign);
  const isJustified = align === 'justify' && style.textJustify !== 'none';
  return {
    align: align === 'justify' && !isJustified ? 'left' : align,
    alignLast: alignLastOf(style),
    ...plainAlignment(style),
    ...indentsOf(style, width),
    wrap: wrapOf(style, wrapping),
    justification: justificationOf(style),
    hyphenation: {
      ...style.hyphenateLimitChars,
      lines: lines === 'no-limit' ? Number.POSITIVE_INFINITY : lines,
      last: lastHyphens[style.hyphenateLimitLast],
      zonePt: resolveLength(style.hyphenateLimitZone, width),
    },
    ...(first || last || end !== 'none' ? { hangingPunctuation: style.hangingPunctuation } : {}),
    opticalMargins: hasOpticalMargins(style),
  };
}
