/** Flex containers (css-flexbox-1): styles for Taffy, lines of items, static positions. */
import type { ComputedStyle } from '../style/index.ts';
import type { Box, FlexBox } from './box.ts';
import { layoutContainer } from './container.ts';
import { alignSelfValue, containerAlignment, dimension } from './item-style.ts';
import { type ContainerStyle, type ContentBox, layoutItems } from './items.ts';
import type { Laid, LayoutContext, Space } from './space.ts';
import type { Taffy, TaffyResult, TaffyStyle } from './taffy.ts';

/** Lays out a flex container. */
export function layoutFlex(box: FlexBox, space: Space, context: LayoutContext, taffy: Taffy): Laid {
  return layoutContainer(
    box,
    space,
    context,
    (child) => staticHold(box.style, child),
    (content) => layoutItems(box, flexStyle(box, content, context, taffy), content, context, taffy),
  );
}

function isColumn(style: ComputedStyle): boolean {
  return style.flexDirection.startsWith('column');
}

function flexStyle(
  box: FlexBox,
  content: ContentBox,
  context: LayoutContext,
  { enums }: Taffy,
): ContainerStyle {
  const { style } = box;
  const directions = {
    row: enums.FlexDirection.Row,
    'row-reverse': enums.FlexDirection.RowReverse,
    column: enums.FlexDirection.Column,
    'column-reverse': enums.FlexDirection.ColumnReverse,
  };
  const wraps = {
    nowrap: enums.FlexWrap.NoWrap,
    wrap: enums.FlexWrap.Wrap,
    'wrap-reverse': enums.FlexWrap.WrapReverse,
  };
  return {
    container: {
      display: enums.Display.Flex,
      ...containerAlignment(style, content, enums),
      flexDirection: directions[style.flexDirection],
      flexWrap: wraps[style.flexWrap],
    },
    item: (item) => flexItem(item, style, content, context, enums),
    baselineGroup: (index, result) => (isColumn(style) ? null : lineOf(index, result, style)),
    areaOf: () => ({ x: 0, y: 0, width: content.width, height: content.height ?? 0 }),
  };
}

function flexItem(
  item: Box,
  container: ComputedStyle,
  content: ContentBox,
  context: LayoutContext,
  enums: Taffy['enums'],
): TaffyStyle {
  const { style } = item;
  const alignSelf = alignSelfValue(style.alignSelf, enums);
  return {
    flexGrow: style.flexGrow,
    flexShrink: style.flexShrink,
    flexBasis: basisOf(item, container, content, context),
    ...(alignSelf === undefined ? {} : { alignSelf }),
  };
}

/** css-flexbox-1 §7.2. Deviation: `content` is taken for `auto`. */
function basisOf(item: Box, container: ComputedStyle, content: ContentBox, context: LayoutContext) {
  const { flexBasis } = item.style;
  if (typeof flexBasis === 'object') {
    return dimension(flexBasis, isColumn(container) ? content.height : content.width, 'flex');
  }
  if (isColumn(container) || flexBasis === 'auto' || flexBasis === 'content') return 'auto';
  const { minContentPt, maxContentPt } = context.measureChild(item);
  if (flexBasis === 'min-content') return minContentPt;
  return flexBasis === 'max-content' ? maxContentPt : 'auto';
}

/** Which line of a wrapping row an item is on: a line ends where the next item does not go on. */
function lineOf(index: number, { items }: TaffyResult, style: ComputedStyle): number {
  if (style.flexWrap === 'nowrap') return 0;
  const isReversed = style.flexDirection === 'row-reverse';
  let line = 0;
  for (let at = 1; at <= index; at++) {
    const before = items[at - 1]?.x ?? 0;
    const here = items[at]?.x ?? 0;
    const goesOn = isReversed ? here < before : here > before;
    if (!goesOn) line++;
  }
  return line;
}

type Side = 'start' | 'center' | 'end';

/** A positioned child stands as if it were the only item (css-flexbox-1 §4.1). */
function staticHold(style: ComputedStyle, child: Box): { readonly x: number; readonly y: number } {
  const isReversed = style.flexDirection.endsWith('reverse');
  const main = fraction(mainSide(style.justifyContent), isReversed);
  const align = child.style.alignSelf === 'auto' ? style.alignItems : child.style.alignSelf;
  const cross = fraction(crossSide(align), style.flexWrap === 'wrap-reverse');
  return isColumn(style) ? { x: cross, y: main } : { x: main, y: cross };
}

function fraction(side: Side, isReversed: boolean): number {
  if (side === 'center') return 0.5;
  return (side === 'end') !== isReversed ? 1 : 0;
}

function mainSide(value: ComputedStyle['justifyContent']): Side {
  if (value === 'center' || value === 'space-around' || value === 'space-evenly') return 'center';
  return value === 'end' || value === 'flex-end' || value === 'right' ? 'end' : 'start';
}

function crossSide(value: ComputedStyle['alignSelf']): Side {
  if (value === 'center') return 'center';
  return value === 'end' || value === 'flex-end' || value === 'self-end' ? 'end' : 'start';
}
