/** css-display-4, css-position-3, css-overflow-3: what kind of box, where, and what shows of it. */
import { customIdent, integer, lengthPercentage, nonNegativeLength } from '../basic-types.ts';
import {
  anyOrder,
  besides,
  call,
  custom,
  either,
  fourSides,
  keyword,
  keywords,
  map,
  named,
  pair,
  spaceList,
} from '../combinators.ts';
import type { SpecifiedLength } from '../lengths.ts';
import type { Reader } from '../reader.ts';
import { toLength, toPoints, toPointsOrKeyword } from './compute.ts';
import { alias, type ComputeContext, logicalShorthands, property, spread } from './property.ts';

const insideDisplays = {
  flow: ['block', 'inline'],
  'flow-root': ['flow-root', 'inline-block'],
  table: ['table', 'inline-table'],
  flex: ['flex', 'inline-flex'],
  grid: ['grid', 'inline-grid'],
} as const;

/** css-display-4 §2: outside and inside in two words, which one stands for. */
const twoDisplays = named(
  '[block | inline] && [flow | flow-root | table | flex | grid]',
  map(
    anyOrder({
      outside: keywords('block', 'inline'),
      inside: keywords('flow', 'flow-root', 'table', 'flex', 'grid'),
    }),
    ({ outside, inside }) =>
      outside && inside ? insideDisplays[inside][outside === 'block' ? 0 : 1] : undefined,
  ),
);

const displayValue = either(
  twoDisplays,
  keywords('block', 'inline', 'inline-block', 'flex', 'inline-flex', 'grid', 'inline-grid'),
  keyword('flow', 'block'),
  keyword('-webkit-flex', 'flex'),
  keyword('-webkit-inline-flex', 'inline-flex'),
  keywords('flow-root', 'list-item', 'none', 'contents'),
  keywords('table', 'inline-table', 'table-caption', 'table-cell', 'table-row'),
  keywords('table-row-group', 'table-header-group', 'table-footer-group'),
  keywords('table-column', 'table-column-group'),
);

type Display = Exclude<ReturnType<typeof displayValue.read>, undefined>;

const blockEquivalents: Readonly<Partial<Record<Display, Display>>> = {
  inline: 'block',
  'inline-block': 'flow-root',
  'inline-flex': 'flex',
  'inline-grid': 'grid',
  'inline-table': 'table',
  'table-caption': 'block',
  'table-cell': 'block',
  'table-row': 'block',
  'table-row-group': 'block',
  'table-header-group': 'block',
  'table-footer-group': 'block',
  'table-column': 'block',
  'table-column-group': 'block',
};

/** The display of a box that has to be a block (css-display-4 §2.7). */
export function blockified(value: Display): Display {
  return blockEquivalents[value] ?? value;
}

/**
 * css-display-4 §2.7: the root, floats and items of flex and grid are blocks. Positioned boxes are
 * too, but where they would have stood depends on what they were: layout makes them blocks.
 */
function computeDisplay(value: Display, context: ComputeContext): Display {
  const place = context.keywordOf('position');
  const isOutOfFlow = place === 'absolute' || place === 'fixed';
  const isFloat = context.keywordOf('float') !== 'none';
  if (!context.isBlockified && (isOutOfFlow || !isFloat)) return value;
  return blockified(value);
}

/** `running(<custom-ident>)` (css-gcpm-3 §2.1): out of the flow, for the page's margin boxes. */
export type Running = `running ${string}`;

const running = call(
  'running',
  map(customIdent(), (name): Running => `running ${name}`),
);

const insetValue = either(keyword('auto', 'auto'), lengthPercentage);

const inset = (side: string) =>
  property({
    initial: 'auto',
    inherited: false,
    parse: insetValue,
    compute: toLength,
    spec: `css-position-3#propdef-${side}`,
  });

type Overflow = 'visible' | 'hidden' | 'clip';

/** css-overflow-3 §3.1. Nothing scrolls on paper: what would is clipped. */
const overflowValue = map(
  besides(keywords('visible', 'hidden', 'clip', 'auto', 'scroll'), keyword('overlay', 'auto')),
  (word): Overflow => (word === 'auto' || word === 'scroll' ? 'hidden' : word),
);

/** What scrolls one way scrolls both: one that is `hidden` makes the other so too. */
function computeOverflowX(value: Overflow, context: ComputeContext): Overflow {
  return context.keywordOf('overflowY') === 'hidden' ? 'hidden' : value;
}

/** css-overflow-4 §3.2: how far beyond which edge `overflow: clip` cuts. */
const overflowClipMargin = map(
  anyOrder({ box: keywords('content-box', 'padding-box', 'border-box'), by: nonNegativeLength }),
  ({ box = 'padding-box', by = null }) => ({ box, by }),
);

/** What `contain` keeps inside a box; one that keeps paint inside keeps layout inside too. */
export interface Containment {
  readonly size: boolean;
  readonly inlineSize: boolean;
  readonly layout: boolean;
  readonly paint: boolean;
  /** Its floats and margins stay inside: a formatting context of its own. */
  readonly flow: boolean;
}

const containWords = keywords('size', 'inline-size', 'layout', 'paint', 'style');

function containmentOf(words: readonly string[]): Containment {
  const has = (...names: readonly string[]) => names.some((name) => words.includes(name));
  const size = has('size');
  return {
    size,
    inlineSize: size || has('inline-size'),
    layout: has('layout', 'paint'),
    paint: has('paint'),
    flow: has('layout', 'paint'),
  };
}

/** A query container's size does not follow from what is in it (css-conditional-5 §4.1). */
function computeContain(value: Containment, { keywordOf }: ComputeContext): Containment {
  const type = keywordOf('containerType');
  if (type === 'normal') return value;
  const size = value.size || type === 'size';
  return { ...value, size, inlineSize: true, flow: true };
}

const nothingContained = containmentOf([]);

const containValue = either(
  keyword('none', nothingContained),
  keyword('strict', containmentOf(['size', 'layout', 'paint'])),
  keyword('content', containmentOf(['layout', 'paint'])),
  map(spaceList(containWords, 1, 5), containmentOf),
);

/** `auto` remembers the last size on a screen; on paper there is none but the length. */
const containedLength = custom(
  'none | auto? [none | <length [0,∞]>]',
  (reader: Reader): 'none' | SpecifiedLength | undefined => {
    keyword('auto', true).read(reader);
    return either(keyword('none', 'none'), nonNegativeLength).read(reader);
  },
  ['none', 'auto'],
);

/** What stands for the content of a box that `contain` keeps from its size. */
function containedSize(side: 'width' | 'height') {
  return property({
    initial: 'none',
    inherited: false,
    parse: containedLength,
    compute: toPointsOrKeyword,
    spec: `css-sizing-4#propdef-contain-intrinsic-${side}`,
  });
}

const overflowSide = 'css-overflow-3#propdef-overflow-x';

export const displayProperties = {
  display: property({
    initial: 'inline',
    inherited: false,
    parse: displayValue,
    compute: computeDisplay,
    isInitialContextual: true,
    spec: 'css-display-4#the-display-properties',
  }),
  visibility: property({
    initial: 'visible',
    inherited: true,
    parse: keywords('visible', 'hidden', 'collapse'),
    spec: 'css-display-4#visibility',
  }),
  order: property({
    initial: 0,
    inherited: false,
    parse: integer,
    spec: 'css-display-4#order-property',
  }),
  position: property({
    initial: 'static',
    inherited: false,
    parse: either(
      besides(
        keywords('static', 'relative', 'sticky', 'absolute', 'fixed'),
        keyword('-webkit-sticky', 'sticky'),
      ),
      running,
    ),
    spec: 'css-position-3#position-property',
  }),
  top: inset('top'),
  right: inset('right'),
  bottom: inset('bottom'),
  left: inset('left'),
  zIndex: property({
    initial: 'auto',
    inherited: false,
    parse: either(keyword('auto', 'auto'), integer),
    spec: 'css2#z-index',
  }),
  float: property({
    initial: 'none',
    inherited: false,
    parse: keywords('none', 'left', 'right', 'inline-start', 'inline-end', 'footnote'),
    spec: 'css2#float-position',
  }),
  clear: property({
    initial: 'none',
    inherited: false,
    parse: keywords('none', 'left', 'right', 'both', 'inline-start', 'inline-end'),
    spec: 'css2#flow-control',
  }),
  contain: property({
    initial: nothingContained,
    inherited: false,
    parse: containValue,
    compute: computeContain,
    isInitialContextual: true,
    spec: 'css-contain-2#contain-property',
  }),
  containIntrinsicWidth: containedSize('width'),
  containIntrinsicHeight: containedSize('height'),
  overflowY: property({
    initial: 'visible',
    inherited: false,
    parse: overflowValue,
    spec: overflowSide,
  }),
  /** After `overflowY`: it is `hidden` where either of them is. */
  overflowX: property({
    initial: 'visible',
    inherited: false,
    parse: overflowValue,
    compute: computeOverflowX,
    isInitialContextual: true,
    spec: overflowSide,
  }),
  overflowClipMargin: property({
    initial: { box: 'padding-box', by: null },
    inherited: false,
    parse: overflowClipMargin,
    compute: ({ box, by }, context) => ({ box, byPt: by ? toPoints(by, context) : 0 }),
    spec: 'css-overflow-4#overflow-clip-margin',
  }),
};

const logical = 'css-logical-1#inset-properties';
const containedSide = 'css-sizing-4#propdef-contain-intrinsic-size';

export const displayShorthands = {
  overflow: spread(
    ['overflowX', 'overflowY'],
    pair(overflowValue),
    'css-overflow-3#propdef-overflow',
  ),
  inset: spread(
    ['top', 'right', 'bottom', 'left'],
    fourSides(insetValue),
    'css-position-3#propdef-inset',
  ),
  containIntrinsicSize: spread(
    ['containIntrinsicWidth', 'containIntrinsicHeight'],
    pair(containedLength),
    containedSide,
  ),
  ...logicalShorthands({
    containIntrinsicInlineSize: alias('containIntrinsicWidth', containedLength, containedSide),
    containIntrinsicBlockSize: alias('containIntrinsicHeight', containedLength, containedSide),
    insetInline: spread(['left', 'right'], pair(insetValue), logical),
    insetBlock: spread(['top', 'bottom'], pair(insetValue), logical),
    insetInlineStart: alias('left', insetValue, logical),
    insetInlineEnd: alias('right', insetValue, logical),
    insetBlockStart: alias('top', insetValue, logical),
    insetBlockEnd: alias('bottom', insetValue, logical),
    overflowInline: alias('overflowX', overflowValue, overflowSide),
    overflowBlock: alias('overflowY', overflowValue, overflowSide),
  }),
};
