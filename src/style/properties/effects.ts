/** css-backgrounds-3 §6 and css-text-decoration-4: shadows; css-ui-4 §5: outlines. */
import type { AuthorColor } from '../../color/index.ts';
import { customIdent, length, nonNegativeLength } from '../basic-types.ts';
import { color, type SpecifiedColor } from '../colors.ts';
import { anyOrder, commaList, custom, either, keyword, map, named } from '../combinators.ts';
import { pointsLength, type SpecifiedLength, zeroLength } from '../lengths.ts';
import type { Parser } from '../reader.ts';
import { each } from './backgrounds.ts';
import { computeLineWidth, lineStyle, lineWidth } from './borders.ts';
import { toColor, toPoints } from './compute.ts';
import { type ComputeContext, property, shorthand } from './property.ts';

/** Lengths in pt. `blur` is twice the deviation of the Gaussian (css-backgrounds-3 §6.1.2). */
export interface Shadow {
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  /** How far the shape grows before it is blurred; 0 for text. */
  readonly spread: number;
  readonly inset: boolean;
  readonly color: AuthorColor;
}

interface SpecifiedShadow {
  readonly lengths: readonly SpecifiedLength[];
  readonly inset: boolean;
  readonly color: SpecifiedColor;
}

/** `<x> <y> <blur>? <spread>?`. */
function shadowLengths(most: number): Parser<readonly SpecifiedLength[]> {
  return custom(`<length>{2} <length [0,∞]>? ${most > 3 ? '<length>?' : ''}`.trim(), (reader) => {
    const x = length.read(reader);
    const y = x && length.read(reader);
    if (!x || !y) return undefined;
    const blur = nonNegativeLength.read(reader);
    const spread = blur && most > 3 ? length.read(reader) : undefined;
    return [x, y, blur ?? zeroLength, spread ?? zeroLength];
  });
}

const boxShadow = map(
  anyOrder({ inset: keyword('inset', true), lengths: shadowLengths(4), color }),
  ({ inset = false, lengths, color: given = 'currentcolor' }): SpecifiedShadow | undefined =>
    lengths && { lengths, inset, color: given },
);

const textShadow = map(
  anyOrder({ lengths: shadowLengths(3), color }),
  ({ lengths, color: given = 'currentcolor' }): SpecifiedShadow | undefined =>
    lengths && { lengths, inset: false, color: given },
);

const noShadows: readonly SpecifiedShadow[] = [];

function computeShadow(shadow: SpecifiedShadow, context: ComputeContext): Shadow {
  const [x = 0, y = 0, blur = 0, spread = 0] = shadow.lengths.map((part) =>
    toPoints(part, context),
  );
  return { x, y, blur, spread, inset: shadow.inset, color: toColor(shadow.color, context) };
}

const shadowList = (parser: Parser<SpecifiedShadow>, syntax: string) =>
  named(`none | ${syntax}`, either(keyword('none', noShadows), commaList(parser)));

const outlineStyle = either(keyword('auto', 'solid'), lineStyle);
const outlineColor = either(
  keyword('auto', 'currentcolor'),
  keyword('invert', 'currentcolor'),
  color,
);

const noNames: readonly string[] = [];

export const effectProperties = {
  willChange: property({
    initial: noNames,
    inherited: false,
    parse: named(
      'auto | <custom-ident>#',
      either(keyword('auto', noNames), commaList(customIdent())),
    ),
    spec: 'css-will-change-1#will-change',
  }),
  boxShadow: property({
    initial: noShadows,
    inherited: false,
    parse: shadowList(boxShadow, '[inset? && <length>{2,4} && <color>?]#'),
    compute: each(computeShadow),
    spec: 'css-backgrounds-3#box-shadow',
  }),
  textShadow: property({
    initial: noShadows,
    inherited: true,
    parse: shadowList(textShadow, '[<length>{2,3} && <color>?]#'),
    compute: each(computeShadow),
    spec: 'css-text-decoration-4#text-shadow-property',
  }),
  outlineStyle: property({
    initial: 'none',
    inherited: false,
    parse: outlineStyle,
    spec: 'css-ui-4#outline-style',
  }),
  outlineWidth: property({
    initial: pointsLength(2.25),
    inherited: false,
    parse: lineWidth,
    compute: computeLineWidth('outlineStyle'),
    isInitialContextual: true,
    spec: 'css-ui-4#outline-width',
  }),
  outlineColor: property({
    initial: 'currentcolor',
    inherited: false,
    parse: outlineColor,
    compute: toColor,
    isInitialContextual: true,
    spec: 'css-ui-4#outline-color',
  }),
  outlineOffset: property({
    initial: zeroLength,
    inherited: false,
    parse: length,
    compute: toPoints,
    spec: 'css-ui-4#outline-offset',
  }),
};

export const effectShorthands = {
  outline: shorthand({
    longhands: ['outlineStyle', 'outlineWidth', 'outlineColor'],
    parse: anyOrder({
      outlineStyle,
      outlineWidth: lineWidth,
      outlineColor,
    }),
    spec: 'css-ui-4#outline',
  }),
};
