/** css-flexbox-1 and css-align-3: flexible boxes, alignment, gaps. */
import {
  nonNegativeLengthPercentage,
  nonNegativeNumber,
  sizePercentage,
  zeroPercent,
} from '../basic-types.ts';
import { anyOrder, custom, either, keyword, keywords, map, pair } from '../combinators.ts';
import type { SpecifiedLength } from '../lengths.ts';
import { isAtEnd, type Parser, type Reader } from '../reader.ts';
import { toLength } from './compute.ts';
import { alias, property, shorthand, spread } from './property.ts';

const direction = keywords('row', 'row-reverse', 'column', 'column-reverse');
const wrap = keywords('nowrap', 'wrap', 'wrap-reverse');
const basis = either(
  keywords('auto', 'content', 'min-content', 'max-content', 'fit-content', 'stretch'),
  sizePercentage,
);

/** `first baseline` is `baseline`; `last baseline` is a keyword of two words. */
const baseline: Parser<'baseline' | 'last baseline'> = custom(
  '[first | last]? baseline',
  (reader: Reader) => {
    const start = reader.index;
    const which = keywords('first', 'last').read(reader);
    if (keyword('baseline', true).read(reader))
      return which === 'last' ? 'last baseline' : 'baseline';
    reader.index = start;
    return undefined;
  },
  ['baseline'],
);

/** `safe` and `unsafe` say what becomes of a box that is larger than its room (css-align-3 §4.4). */
function positions<W extends string>(
  name: string,
  words: ReturnType<typeof keywords<W>>,
): Parser<W | `safe ${W}` | `unsafe ${W}`> {
  return custom(
    `[safe | unsafe]? ${name}`,
    (reader: Reader) => {
      const overflow = keywords('safe', 'unsafe').read(reader);
      const position = words.read(reader);
      return position && overflow ? (`${overflow} ${position}` as const) : position;
    },
    ['safe', 'unsafe', ...words.words],
  );
}

const contentPositions = keywords('start', 'end', 'center', 'flex-start', 'flex-end');
const selfPositions = keywords(
  ...(['start', 'end', 'center', 'flex-start', 'flex-end', 'self-start', 'self-end'] as const),
);
const sides = keywords('left', 'right');
const contentPosition = positions('<content-position>', contentPositions);
const selfPosition = positions('<self-position>', selfPositions);
const side = positions('[left | right]', sides);

/** css-align-3 §7.1: `legacy` hands a position down through older HTML; here it is that position. */
const legacy = custom(
  'legacy && [left | right | center]?',
  (reader: Reader): 'normal' | 'left' | 'right' | 'center' | undefined => {
    const where = keywords('left', 'right', 'center');
    const first = where.read(reader);
    if (!keywords('legacy').read(reader)) return undefined;
    return first ?? where.read(reader) ?? 'normal';
  },
  ['legacy'],
);
const distribution = keywords('space-between', 'space-around', 'space-evenly', 'stretch');
const normal = keyword('normal', 'normal');
const selfWords = keywords('stretch');

const justifyContent = either(normal, distribution, contentPosition, side);
const alignContent = either(normal, distribution, contentPosition, baseline);
const alignItems = either(normal, selfWords, selfPosition, baseline);
const justifyOne = either(normal, selfWords, selfPosition, side, baseline);
const justifyItems = either(legacy, justifyOne);
const auto = keyword('auto', 'auto');
const alignSelf = either(auto, alignItems);
const justifySelf = either(auto, justifyOne);
const gap = either(normal, nonNegativeLengthPercentage);

export const flexboxProperties = {
  flexDirection: property({
    initial: 'row',
    inherited: false,
    parse: direction,
    spec: 'css-flexbox-1#flex-direction-property',
  }),
  flexWrap: property({
    initial: 'nowrap',
    inherited: false,
    parse: wrap,
    spec: 'css-flexbox-1#flex-wrap-property',
  }),
  flexGrow: property({
    initial: 0,
    inherited: false,
    parse: nonNegativeNumber,
    spec: 'css-flexbox-1#flex-grow-property',
  }),
  flexShrink: property({
    initial: 1,
    inherited: false,
    parse: nonNegativeNumber,
    spec: 'css-flexbox-1#flex-shrink-property',
  }),
  flexBasis: property({
    initial: 'auto',
    inherited: false,
    parse: basis,
    compute: toLength,
    spec: 'css-flexbox-1#flex-basis-property',
  }),
  justifyContent: property({
    initial: 'normal',
    inherited: false,
    parse: justifyContent,
    spec: 'css-align-3#propdef-justify-content',
  }),
  alignContent: property({
    initial: 'normal',
    inherited: false,
    parse: alignContent,
    spec: 'css-align-3#propdef-align-content',
  }),
  alignItems: property({
    initial: 'normal',
    inherited: false,
    parse: alignItems,
    spec: 'css-align-3#propdef-align-items',
  }),
  alignSelf: property({
    initial: 'auto',
    inherited: false,
    parse: alignSelf,
    spec: 'css-align-3#propdef-align-self',
  }),
  justifyItems: property({
    initial: 'normal',
    inherited: false,
    parse: justifyItems,
    spec: 'css-align-3#propdef-justify-items',
  }),
  justifySelf: property({
    initial: 'auto',
    inherited: false,
    parse: justifySelf,
    spec: 'css-align-3#propdef-justify-self',
  }),
  rowGap: property({
    initial: 'normal',
    inherited: false,
    parse: gap,
    compute: toLength,
    spec: 'css-align-3#propdef-row-gap',
  }),
  columnGap: property({
    initial: 'normal',
    inherited: false,
    parse: gap,
    compute: toLength,
    spec: 'css-align-3#propdef-column-gap',
  }),
};

interface Flex {
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: string | SpecifiedLength;
}

/** css-flexbox-1 §7.1: a missing basis is 0 %, a missing shrink 1, a missing grow 1. */
function readFlex(reader: Reader): Flex | undefined {
  let grow: number | undefined;
  let shrink: number | undefined;
  let flexBasis: string | SpecifiedLength | undefined;
  while (!isAtEnd(reader)) {
    const factor = grow === undefined ? nonNegativeNumber.read(reader) : undefined;
    if (factor !== undefined) {
      grow = factor;
      shrink = nonNegativeNumber.read(reader);
      continue;
    }
    const given = flexBasis === undefined ? basis.read(reader) : undefined;
    if (given === undefined) return undefined;
    flexBasis = given;
  }
  if (grow === undefined && flexBasis === undefined) return undefined;
  return {
    flexGrow: grow ?? 1,
    flexShrink: shrink ?? 1,
    flexBasis: flexBasis ?? zeroPercent,
  };
}

const flexValue = either(
  keyword('none', { flexGrow: 0, flexShrink: 0, flexBasis: 'auto' }),
  keyword('initial', { flexGrow: 0, flexShrink: 1, flexBasis: 'auto' }),
  map(keyword('auto', true), () => ({ flexGrow: 1, flexShrink: 1, flexBasis: 'auto' })),
  custom('none | [<grow> <shrink>? || <basis>]', readFlex, basis.words),
);

/** Two properties from one or two values; the second is as the first where it can be. */
function place(
  first: Parser<unknown>,
  second: Parser<unknown>,
): Parser<readonly [unknown, unknown]> {
  return custom(`${first.syntax} [${second.syntax}]?`, (reader) => {
    const start = reader.index;
    const one = first.read(reader);
    if (one === undefined) return undefined;
    const middle = reader.index;
    if (isAtEnd(reader)) {
      reader.index = start;
      const same = second.read(reader);
      reader.index = middle;
      return [one, same ?? 'start'] as const;
    }
    const two = second.read(reader);
    return two === undefined ? undefined : ([one, two] as const);
  });
}

const align = 'css-align-3';
const gaps = spread(['rowGap', 'columnGap'], pair(gap), `${align}#gap-shorthand`);

export const flexboxShorthands = {
  flex: shorthand({
    longhands: ['flexGrow', 'flexShrink', 'flexBasis'],
    parse: flexValue as Parser<Readonly<Record<string, unknown>>>,
    spec: 'css-flexbox-1#flex-property',
  }),
  flexFlow: shorthand({
    longhands: ['flexDirection', 'flexWrap'],
    parse: anyOrder({ flexDirection: direction, flexWrap: wrap }),
    spec: 'css-flexbox-1#flex-flow-property',
  }),
  gap: gaps,
  gridGap: gaps,
  gridRowGap: alias('rowGap', gap, `${align}#gap-legacy`),
  gridColumnGap: alias('columnGap', gap, `${align}#gap-legacy`),
  placeContent: spread(
    ['alignContent', 'justifyContent'],
    place(alignContent, justifyContent),
    `${align}#place-content`,
  ),
  placeItems: spread(
    ['alignItems', 'justifyItems'],
    place(alignItems, justifyItems),
    `${align}#place-items-property`,
  ),
  placeSelf: spread(
    ['alignSelf', 'justifySelf'],
    place(alignSelf, justifySelf),
    `${align}#place-self-property`,
  ),
};
