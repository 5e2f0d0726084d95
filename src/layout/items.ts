/**
 * Flex and grid containers: what both have in common. Items are measured and laid out by
 * `layoutChild`; Taffy says where they go and how large they are; then each is laid out at that
 * size. Baselines are aligned here, since Taffy does not see into items: aligned items are moved
 * down by a margin, and Taffy computes once more.
 */
import type { Point, Rect } from '../base/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { type Box, type FlexBox, type GridBox, isOutOfFlow } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import type { BoxFragment } from './fragment.ts';
import { type ItemBase, itemStyle } from './item-style.ts';
import { naturalRatio } from './picture.ts';
import { type BoxEdges, computeEdges } from './sizing.ts';
import { fixedSpace, type Laid, type LayoutContext, type OutOfFlow } from './space.ts';
import type { MeasureRequest, Taffy, TaffyItem, TaffyResult, TaffyStyle } from './taffy.ts';

export type ContainerBox = FlexBox | GridBox;

/** How a kind of container speaks to Taffy. */
export interface ContainerStyle {
  /** Of the container, without its size. */
  readonly container: TaffyStyle;
  /** What an item adds to its size and edges. */
  item(box: Box): TaffyStyle;
  /** Which items share a baseline: items of the same number do; null for none. */
  baselineGroup(index: number, result: TaffyResult, items: readonly Box[]): number | null;
  /** The item's containing block, relative to the content box. */
  areaOf(index: number, result: TaffyResult, content: ContentBox): Rect;
  /** The lines that a positioned child names. */
  sidesOf(child: Box, result: TaffyResult): AreaSides;
}

export interface ContentBox {
  readonly width: number;
  /** Null: as high as the items make it. */
  readonly height: number | null;
  readonly minHeight: number;
  readonly maxHeight: number;
}

export interface LaidItems {
  /** Relative to the content box, in order-modified document order. */
  readonly fragments: readonly BoxFragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly height: number;
  /** Of the container, from the content box's top; null without items. */
  readonly firstBaseline: number | null;
  readonly lastBaseline: number | null;
  /** The lines of a grid that a positioned child names. */
  readonly areaOf?: (child: Box) => AreaSides;
}

/** From the content box's top left; null where no line is named: the padding edge. */
export interface AreaSides {
  readonly left: number | null;
  readonly right: number | null;
  readonly top: number | null;
  readonly bottom: number | null;
}

/** Baselines of a container from those of its items; one without lines has it at its bottom edge. */
export function containerBaselines({
  first,
  last,
}: {
  readonly first: BoxFragment | undefined;
  readonly last: BoxFragment | undefined;
}): Pick<LaidItems, 'firstBaseline' | 'lastBaseline'> {
  return {
    firstBaseline: first ? first.y + (first.firstBaseline ?? first.height) : null,
    lastBaseline: last ? last.y + (last.lastBaseline ?? last.height) : null,
  };
}

/** Items in flow, in the order of `order` (css-display-4 §4). */
export function sortItems(children: readonly Box[]): readonly Box[] {
  const inFlow = children.filter((child) => !isOutOfFlow(child));
  const isSorted = inFlow.every(({ style }) => style.order === 0);
  return isSorted ? inFlow : inFlow.toSorted((one, other) => one.style.order - other.style.order);
}

/** Lays out the items of a container whose content box has that width. */
export function layoutItems(
  box: ContainerBox,
  style: ContainerStyle,
  content: ContentBox,
  context: LayoutContext,
  taffy: Taffy,
): LaidItems {
  const items = sortItems(box.children);
  const first = computeItems(box, style, content, [], context, taffy);
  const shifts = baselineShifts(box, items, style, first, content, context);
  const result =
    shifts === null ? first : computeItems(box, style, content, shifts, context, taffy);
  const laid = items.map((item, index) =>
    placeItem(item, result.items[index] ?? noRect, style.areaOf(index, result, content), context),
  );
  return {
    fragments: laid.map(({ fragment }) => fragment),
    outOfFlow: laid.flatMap(({ outOfFlow }, index) =>
      carryOutOfFlow(outOfFlow, { x: 0, y: 0 }, index),
    ),
    height: result.size.height,
    ...containerBaselines({ first: laid[0]?.fragment, last: laid.at(-1)?.fragment }),
    areaOf: (child) => style.sidesOf(child, result),
  };
}

/** What Taffy makes of a container; item `i` is moved down by `shifts[i]`. */
export function computeItems(
  box: ContainerBox,
  style: ContainerStyle,
  content: ContentBox,
  shifts: readonly number[],
  context: LayoutContext,
  taffy: Taffy,
): TaffyResult {
  const base: ItemBase = { kind: box.kind, width: content.width, height: content.height };
  return taffy.compute(
    sizedContainer(style.container, content),
    sortItems(box.children).map((item, index) =>
      taffyItem(item, style, base, shifts[index] ?? 0, context, taffy),
    ),
    { width: content.width, height: content.height ?? 'max-content' },
  );
}

const noRect: Rect = { x: 0, y: 0, width: 0, height: 0 };

function sizedContainer(style: TaffyStyle, content: ContentBox): TaffyStyle {
  return {
    ...style,
    size: { width: content.width, height: content.height ?? 'auto' },
    minSize: { width: 'auto', height: content.height === null ? content.minHeight : 'auto' },
    maxSize: {
      width: 'auto',
      height:
        content.height === null && Number.isFinite(content.maxHeight) ? content.maxHeight : 'auto',
    },
  };
}

/** An item as Taffy sees it; `shift` is added to its top margin. */
export function taffyItem(
  box: Box,
  style: ContainerStyle,
  base: ItemBase,
  shift: number,
  context: LayoutContext,
  { enums }: Taffy,
): TaffyItem {
  const edges = computeEdges(box.style, base.width ?? 0);
  const own = itemStyle(box.style, edges, base, () => context.measureChild(box), enums);
  const margin =
    shift === 0 || typeof own.margin?.top !== 'number'
      ? own.margin
      : { ...own.margin, top: own.margin.top + shift };
  const ratio = box.kind === 'picture' && own.aspectRatio === undefined ? naturalRatio(box) : null;
  const isFree = box.style.width === 'auto' || box.style.height === 'auto';
  return {
    style: {
      ...own,
      ...(ratio !== null && isFree ? { aspectRatio: ratio } : {}),
      ...style.item(box),
      ...(margin ? { margin } : {}),
    },
    measure: (request) => measureItem(box, edges, request, base, context),
  };
}

/** Size of an item's content box under what Taffy asks; see `MeasureRequest`. */
function measureItem(
  box: Box,
  edges: BoxEdges,
  request: MeasureRequest,
  base: ItemBase,
  context: LayoutContext,
) {
  const { knownWidth, knownHeight, availableWidth } = request;
  const width = knownWidth ?? widthIn(box, edges, availableWidth, context);
  const inner = Math.max(0, width - edges.horizontal);
  if (knownHeight !== null)
    return { width: inner, height: Math.max(0, knownHeight - edges.vertical) };
  // Asked how wide it would be, nobody wants to know how high: that would cost a layout.
  const isWidthOnly =
    base.width === null || (knownWidth === null && typeof availableWidth !== 'number');
  if (isWidthOnly && box.kind !== 'picture') return { width: inner, height: 0 };
  const layoutWidth =
    knownWidth ??
    (typeof availableWidth === 'number' && box.kind !== 'picture'
      ? Math.max(width, availableWidth + edges.horizontal)
      : width);
  const height = heightAt(box, layoutWidth, base, context);
  return { width: inner, height: Math.max(0, height - edges.vertical) };
}

function widthIn(
  box: Box,
  edges: BoxEdges,
  available: MeasureRequest['availableWidth'],
  context: LayoutContext,
): number {
  const { minContentPt, maxContentPt } = context.measureChild(box);
  if (available === 'min-content') return minContentPt;
  if (available === 'max-content') return maxContentPt;
  return Math.max(minContentPt, Math.min(maxContentPt, available + edges.horizontal));
}

function heightAt(box: Box, width: number, base: ItemBase, context: LayoutContext): number {
  return layoutAt(box, width, base, context).fragment.height;
}

function layoutAt(box: Box, width: number, base: ItemBase, context: LayoutContext): Laid {
  const exact = exactWidth(box, width, base.width, context);
  return context.layoutChild(box, fixedSpace(base.width ?? width, base.height, exact, null));
}

/** Taffy's floats are off by up to this; what is nearer to an exact length is that length. */
const floatError = 0.005;

/** One of Taffy's floats as the number it stands for. */
export function settle(length: number): number {
  return Math.round(length * 1000) / 1000;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < floatError;
}

/**
 * A width from Taffy with the float's error undone: words measured to fit must fit, and the same
 * width must be the same number each time it comes, or words are broken again for nothing.
 */
function exactWidth(
  box: Box,
  width: number,
  containerWidth: number | null,
  context: LayoutContext,
): number {
  if (containerWidth !== null && isNear(width, containerWidth)) return containerWidth;
  const { minContentPt, maxContentPt } = context.measureChild(box);
  if (isNear(width, maxContentPt)) return maxContentPt;
  if (isNear(width, minContentPt)) return minContentPt;
  return settle(width);
}

/** An item at the place and size that were computed. */
function placeItem(
  box: Box,
  rect: Rect,
  area: Rect,
  context: LayoutContext,
): { readonly fragment: BoxFragment; readonly outOfFlow: readonly OutOfFlow[] } {
  const width = exactWidth(box, rect.width, area.width, context);
  const natural = context.layoutChild(box, fixedSpace(area.width, area.height, width, null));
  // Where the height is the content's own, the item is no frame that words could run out of.
  const isNatural = isNear(natural.fragment.height, rect.height);
  const laid = isNatural
    ? natural
    : context.layoutChild(box, fixedSpace(area.width, area.height, width, rect.height));
  const shift = relativeOffset(box.style, fixedSpace(area.width, area.height, null, null));
  const by: Point = { x: rect.x + shift.x, y: rect.y + shift.y };
  return {
    fragment: moveFragment(laid.fragment, by),
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
  };
}

/** True for items aligned by their first baseline. */
export function alignsBaseline(item: ComputedStyle, container: ComputedStyle): boolean {
  const own = item.alignSelf === 'auto' ? container.alignItems : item.alignSelf;
  return own === 'baseline' && item.marginTop !== 'auto' && item.marginBottom !== 'auto';
}

/** How far each item goes down so that baselines meet (css-align-3 §9.3); null when none moves. */
function baselineShifts(
  container: ContainerBox,
  items: readonly Box[],
  style: ContainerStyle,
  result: TaffyResult,
  content: ContentBox,
  context: LayoutContext,
): readonly number[] | null {
  const groups = new Map<number, { readonly index: number; readonly baseline: number }[]>();
  for (const [index, item] of items.entries()) {
    if (!alignsBaseline(item.style, container.style)) continue;
    const group = style.baselineGroup(index, result, items);
    const rect = result.items[index];
    if (group === null || !rect) continue;
    const area = style.areaOf(index, result, content);
    const { fragment } = layoutAt(
      item,
      rect.width,
      { kind: container.kind, width: area.width, height: content.height },
      context,
    );
    const { margin } = computeEdges(item.style, area.width);
    const baseline = margin.top + (fragment.firstBaseline ?? fragment.height);
    groups.set(group, [...(groups.get(group) ?? []), { index, baseline }]);
  }
  const shifts = items.map(() => 0);
  for (const members of groups.values()) {
    const lowest = Math.max(...members.map(({ baseline }) => baseline));
    for (const { index, baseline } of members) shifts[index] = lowest - baseline;
  }
  return shifts.some((shift) => shift > 0) ? shifts : null;
}
