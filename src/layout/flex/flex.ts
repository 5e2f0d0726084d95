/** Flex containers (css-flexbox-1 §9): the algorithm from items to their places. */
import { type ComputedStyle, resolveLength } from '../../style/index.ts';
import { alignOf, distribute, selfFraction, withoutBaseline } from '../alignment.ts';
import type { Box, FlexBox } from '../box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from '../box-fragment.ts';
import { layoutContainer } from '../container.ts';
import type { BoxFragment } from '../fragment.ts';
import {
  type BaselineItem,
  type ContentBox,
  containerBaselines,
  type LaidItems,
  sortItems,
} from '../items.ts';
import { fixedSpace, type Laid, type LayoutContext, type OutOfFlow, type Space } from '../space.ts';
import { type FlexFrame, type FlexItem, measureFlexItem } from './flex-item.ts';
import { flexLine } from './flex-lengths.ts';
import {
  collectLines,
  type FlexLine,
  layoutPlaced,
  measureLine,
  type SizedItem,
  sizeAcross,
  stackLines,
  usedCross,
} from './flex-lines.ts';

/** Lays out a flex container. */
export function layoutFlex(box: FlexBox, space: Space, context: LayoutContext): Laid {
  return layoutContainer(
    box,
    space,
    context,
    (child) => staticHold(box.style, child),
    (content) => layoutItems(createFrame(box, content, context)),
  );
}

export function createFrame(box: FlexBox, content: ContentBox, context: LayoutContext): FlexFrame {
  const { flexDirection, flexWrap } = box.style;
  const isColumn = flexDirection.startsWith('column');
  return { box, content, isColumn, isWrapping: flexWrap !== 'nowrap', context };
}

interface Gaps {
  /** Between items of a line. */
  readonly main: number;
  /** Between lines. */
  readonly cross: number;
}

function gapsOf({ box, content, isColumn }: FlexFrame): Gaps {
  const { rowGap, columnGap } = box.style;
  const row = rowGap === 'normal' ? 0 : resolveLength(rowGap, content.height ?? 0);
  const column = columnGap === 'normal' ? 0 : resolveLength(columnGap, content.width);
  return isColumn ? { main: row, cross: column } : { main: column, cross: row };
}

/** A line whose items have their main sizes. */
interface FlexedLine {
  readonly line: FlexLine;
  /** What the items leave of the container's main size. */
  readonly free: number;
}

function layoutItems(frame: FlexFrame): LaidItems {
  const { box, content, isColumn, isWrapping } = frame;
  const gaps = gapsOf(frame);
  const items = sortItems(box.children).map((item) => measureFlexItem(item, frame));
  const limit = isColumn ? (content.height ?? content.maxHeight) : content.width;
  const rows = collectLines(items, limit, gaps.main, isWrapping);
  const main = isColumn ? columnHeight(rows, gaps.main, content) : content.width;
  const flexed = rows.map((row) => flexRow(row, main, gaps.main, frame));
  const lines = fitOnlyLine(flexed, frame);
  const across = acrossOf(lines, gaps.cross, frame);
  const stacked = stackLines(
    lines.map(({ line }) => line),
    across,
    gaps.cross,
    frame,
  );
  const placed = stacked.flatMap(({ line, start }, index) =>
    placeLine(line, start, lines[index]?.free ?? 0, main, across, gaps.main, frame),
  );
  return {
    fragments: placed.map(({ fragment }) => fragment),
    outOfFlow: placed.flatMap(({ outOfFlow }, index) =>
      carryOutOfFlow(outOfFlow, { x: 0, y: 0 }, index),
    ),
    height: isColumn ? main : across,
    contentHeight: contentHeight(rows, flexed, gaps, frame),
    ...flexBaselines(
      placed,
      stacked.map(({ line }) => line),
      frame,
    ),
  };
}

/** Width of a column container's lines, each as wide as its items would like to be. */
export function widthOfColumns(frame: FlexFrame): number {
  const { box, content } = frame;
  const gaps = gapsOf({ ...frame, content: { ...content, width: 0 } });
  const items = sortItems(box.children).map((item) => measureFlexItem(item, frame));
  const rows = collectLines(items, content.height ?? content.maxHeight, gaps.main, true);
  const lines = rows.map((row) => flexRow(row, content.height ?? 0, gaps.main, frame).line.cross);
  return lines.reduce((sum, cross) => sum + cross, gaps.cross * Math.max(0, lines.length - 1));
}

/** §9.2, step 4: a column is as high as it is set, else as its longest line within the limits. */
function columnHeight(
  lines: readonly (readonly FlexItem[])[],
  gap: number,
  { height, minHeight, maxHeight }: ContentBox,
): number {
  if (height !== null) return height;
  const longest = Math.max(0, ...lines.map((line) => lengthOf(line, gap)));
  return Math.max(minHeight, Math.min(longest, maxHeight));
}

function lengthOf(line: readonly FlexItem[], gap: number): number {
  const gaps = gap * Math.max(0, line.length - 1);
  return line.reduce((sum, item) => sum + item.hypothetical + item.mainMargin, gaps);
}

function flexRow(
  row: readonly FlexItem[],
  main: number,
  gap: number,
  frame: FlexFrame,
): FlexedLine {
  const room = main - gap * Math.max(0, row.length - 1);
  const sizes = flexLine(row, room);
  const sized = row.map((item, index) => sizeAcross(item, sizes[index] ?? item.base, frame));
  const free = sized.reduce((left, { item, main: own }) => left - own - item.mainMargin, room);
  return { line: measureLine(sized), free };
}

/** §9.4, step 8: the only line of a container that does not wrap is as the container is. */
function fitOnlyLine(
  lines: readonly FlexedLine[],
  { content, isColumn, isWrapping }: FlexFrame,
): readonly FlexedLine[] {
  const [only] = lines;
  if (!only || isWrapping) return lines;
  const { line } = only;
  const { width, height, minHeight, maxHeight } = content;
  const cross = isColumn ? width : (height ?? Math.max(minHeight, Math.min(line.cross, maxHeight)));
  return [{ ...only, line: { ...line, cross } }];
}

/** How far the lines reach down before items flex and are fitted to the container. */
function contentHeight(
  rows: readonly (readonly FlexItem[])[],
  lines: readonly FlexedLine[],
  gaps: Gaps,
  { isColumn }: FlexFrame,
): number {
  if (isColumn) return Math.max(0, ...rows.map((row) => lengthOf(row, gaps.main)));
  const between = gaps.cross * Math.max(0, lines.length - 1);
  return lines.reduce((sum, { line }) => sum + line.cross, between);
}

/** The container's cross size (§9.4, step 15). */
function acrossOf(
  lines: readonly FlexedLine[],
  gap: number,
  { content, isColumn }: FlexFrame,
): number {
  if (isColumn) return content.width;
  if (content.height !== null) return content.height;
  const gaps = gap * Math.max(0, lines.length - 1);
  const sum = lines.reduce((total, { line }) => total + line.cross, gaps);
  return Math.max(content.minHeight, Math.min(sum, content.maxHeight));
}

interface PlacedItem {
  readonly fragment: BoxFragment;
  /** How far `position: relative` has moved it down. */
  readonly shift: number;
  readonly outOfFlow: readonly OutOfFlow[];
}

/** §9.5–9.6: along the line, then across it. */
function placeLine(
  line: FlexLine,
  start: number,
  free: number,
  main: number,
  across: number,
  gap: number,
  frame: FlexFrame,
): readonly PlacedItem[] {
  const { style } = frame.box;
  const isReversed = style.flexDirection.endsWith('reverse');
  const autos = line.items.reduce((sum, { item }) => sum + autoMargins(item, frame), 0);
  const share = autos > 0 && free > 0 ? free / autos : 0;
  const justify = frame.isColumn ? columnJustify(style.justifyContent) : style.justifyContent;
  const { before, between } =
    autos > 0 && free > 0
      ? { before: 0, between: 0 }
      : distribute(justify, free, line.items.length, isReversed);
  let at = before;
  return line.items.map((sized) => {
    const { item, main: size } = sized;
    const [leading, trailing] = mainMargins(item, share, frame, isReversed);
    const offset = at + leading;
    at = offset + size + trailing + gap + between;
    const alongMain = isReversed ? main - offset - size : offset;
    return placeItem(sized, alongMain, start, line, across, frame);
  });
}

/** `left` and `right` mean nothing along a column (css-align-3 §4.4). */
function columnJustify(value: ComputedStyle['justifyContent']): ComputedStyle['justifyContent'] {
  return value === 'left' || value === 'right' ? 'start' : value;
}

function autoMargins({ box }: FlexItem, { isColumn }: FlexFrame): number {
  const { marginTop, marginRight, marginBottom, marginLeft } = box.style;
  const sides = isColumn ? [marginTop, marginBottom] : [marginLeft, marginRight];
  return sides.filter((side) => side === 'auto').length;
}

/** Margins at the flex start and end of an item; each automatic one is `share`. */
function mainMargins(
  { box, edges }: FlexItem,
  share: number,
  { isColumn }: FlexFrame,
  isReversed: boolean,
): readonly [number, number] {
  const { style } = box;
  const { margin } = edges;
  const first = isColumn
    ? style.marginTop === 'auto'
      ? share
      : margin.top
    : style.marginLeft === 'auto'
      ? share
      : margin.left;
  const last = isColumn
    ? style.marginBottom === 'auto'
      ? share
      : margin.bottom
    : style.marginRight === 'auto'
      ? share
      : margin.right;
  return isReversed ? [last, first] : [first, last];
}

function placeItem(
  sized: SizedItem,
  alongMain: number,
  start: number,
  line: FlexLine,
  across: number,
  frame: FlexFrame,
): PlacedItem {
  const { item } = sized;
  const { content, isColumn } = frame;
  const isWrapReversed = frame.box.style.flexWrap === 'wrap-reverse';
  const cross = usedCross(sized, line.cross, frame);
  const lineTop = isWrapReversed ? across - start - line.cross : start;
  const alongCross = lineTop + crossOffset(sized, cross, line, isWrapReversed, frame);
  const laid = layoutPlaced(sized, cross, frame);
  const shift = relativeOffset(
    item.box.style,
    fixedSpace(content.width, content.height, null, null),
  );
  const by = isColumn
    ? { x: alongCross + shift.x, y: alongMain + shift.y }
    : { x: alongMain + shift.x, y: alongCross + shift.y };
  return {
    fragment: moveFragment(laid.fragment, by),
    shift: shift.y,
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
  };
}

/** Top or left of the border box from that of the line. */
function crossOffset(
  sized: SizedItem,
  cross: number,
  line: FlexLine,
  isReversed: boolean,
  { isColumn }: FlexFrame,
): number {
  const { item, firstBaseline, lastBaseline } = sized;
  const { margin } = item.edges;
  const { style } = item.box;
  const before = isColumn ? margin.left : margin.top;
  const free = line.cross - cross - item.crossMargin;
  const [autoBefore, autoAfter] = isColumn
    ? [style.marginLeft === 'auto', style.marginRight === 'auto']
    : [style.marginTop === 'auto', style.marginBottom === 'auto'];
  if (autoBefore || autoAfter) {
    // §9.6, step 13: a margin that would be negative is 0, and the box runs out at the end.
    const spare = Math.max(0, free);
    if (autoBefore && autoAfter) return spare / 2;
    if (autoBefore) return spare;
    return before;
  }
  if (firstBaseline !== null) {
    if (isReversed) return before + line.cross - lineBelow(line) - firstBaseline;
    return before + line.ascent - firstBaseline;
  }
  if (lastBaseline !== null)
    return before - lastBaseline + (isReversed ? lineAbove(line) : line.cross - line.descent);
  const fraction = selfFraction(item.align, free, isReversed);
  return before + free * (isReversed ? 1 - fraction : fraction);
}

/** How far items aligned by their first baselines reach below it. */
function lineBelow({ items }: FlexLine): number {
  return Math.max(
    0,
    ...items.map(({ item, cross, firstBaseline }) =>
      firstBaseline === null ? 0 : cross + item.crossMargin - firstBaseline,
    ),
  );
}

/** How far items aligned by their last baselines reach above it. */
function lineAbove({ items }: FlexLine): number {
  return Math.max(0, ...items.map(({ lastBaseline }) => lastBaseline ?? 0));
}

/** The container's baselines, from its first and its last line (css-flexbox-1 §8.5). */
function flexBaselines(
  placed: readonly PlacedItem[],
  lines: readonly FlexLine[],
  { box, isColumn }: FlexFrame,
): Pick<LaidItems, 'firstBaseline' | 'lastBaseline'> {
  const end = lines.at(-1);
  const endFrom = placed.length - (end?.items.length ?? 0);
  const pick = (kind: BaselineItem['kind'], line: FlexLine | undefined, from: number) => {
    const found = line && (isColumn ? null : sharingItem(line, kind));
    // Where items run backwards the last of them is the container's first.
    const isFirst = (kind === 'first') !== box.style.flexDirection.endsWith('reverse');
    const other = isFirst ? 0 : (line?.items.length ?? 0) - 1;
    const item = placed[from + (found?.index ?? other)];
    return item ? { ...item, kind: found?.kind ?? kind } : null;
  };
  // Lines that run upwards: the first of the container is the one that stands at its top.
  const isReversed = box.style.flexWrap === 'wrap-reverse';
  const first = isReversed ? pick('first', end, endFrom) : pick('first', lines[0], 0);
  const last = isReversed ? pick('last', lines[0], 0) : pick('last', end, endFrom);
  return containerBaselines(first, last, box.style);
}

/** The item of a line that shares the baseline asked for with others, or else the other baseline. */
function sharingItem(
  { items }: FlexLine,
  kind: BaselineItem['kind'],
): { readonly index: number; readonly kind: BaselineItem['kind'] } | null {
  const kinds = kind === 'first' ? (['first', 'last'] as const) : (['last', 'first'] as const);
  for (const one of kinds) {
    const index = items.findIndex((item) => item[`${one}Baseline`] !== null);
    if (index >= 0) return { index, kind: one };
  }
  return null;
}

/** A positioned child stands as if it were the only item (css-flexbox-1 §4.1). */
function staticHold(style: ComputedStyle, child: Box): { readonly x: number; readonly y: number } {
  const isReversed = style.flexDirection.endsWith('reverse');
  const isColumn = style.flexDirection.startsWith('column');
  const justify = isColumn ? columnJustify(style.justifyContent) : style.justifyContent;
  const { before } = distribute(justify, 1, 1, isReversed);
  const main = isReversed ? 1 - before : before;
  const align = alignOf(child, style, isColumn ? 'x' : 'y');
  const isWrapReversed = style.flexWrap === 'wrap-reverse';
  const own = selfFraction(withoutBaseline(align), 0, isWrapReversed);
  const cross = isWrapReversed ? 1 - own : own;
  return isColumn ? { x: cross, y: main } : { x: main, y: cross };
}
