/**
 * What an item contributes to the tracks that it spans (css-grid-2 §12.5, §6.6), without what stands
 * around it. Outer sizes: with margins; percentages of an area that is not known count as 0.
 */
import type { IntrinsicWidths } from '../../text/index.ts';
import type { Box } from '../box.ts';
import { measureDown } from '../layout-turned.ts';
import { measureNatural } from '../natural.ts';
import { ratioOf } from '../ratio.ts';
import {
  clampByHeights,
  computeEdges,
  heightFrom,
  isPercentage,
  type SizeValue,
  widthFrom,
} from '../sizing.ts';
import type { KnownHeights, LayoutContext } from '../space.ts';
import {
  type ItemInArea,
  layoutNatural,
  leastWidthByRatio,
  usedItemHeight,
  widthOfStretched,
} from './grid-item.ts';
import { type MinimumRule, once } from './sizing-item.ts';

export interface Contributions {
  minimum(rule: MinimumRule): number;
  minContent(): number;
  maxContent(): number;
}

/** Widths that an item asks for; `item` where rows are known, for a width by ratio. */
export function widthContributions(
  box: Box,
  item: ItemInArea | null,
  context: LayoutContext,
): Contributions {
  const { margin } = computeEdges(box.style, 0);
  const outside = margin.left + margin.right;
  const byRatio = item && widthOfStretched(item, context);
  if (byRatio !== null) {
    const same = () => byRatio + outside;
    const { minWidth, overflowX } = box.style;
    const minimum = (rule: MinimumRule) =>
      minWidth === 'auto' && overflowX !== 'hidden' && rule.isByContent
        ? same()
        : minimumWidth(box, rule, outside, undefined, context) + outside;
    return { minimum, minContent: same, maxContent: same };
  }
  const heights = item ? heightsIn(item) : undefined;
  const widths = once(() => ownWidths(box, heights, context));
  return {
    minimum: (rule) => minimumWidth(box, rule, outside, heights, context) + outside,
    minContent: () => widths().minContentPt + outside,
    maxContent: () => widths().maxContentPt + outside,
  };
}

/** What the rows, where they are known, say of an item's height. */
function heightsIn(item: ItemInArea): KnownHeights {
  const edges = computeEdges(item.box.style, 0);
  return { around: item.height, fixed: usedItemHeight(item, edges) };
}

/** A picture as wide as a part of its area may be as narrow as its edges (css-sizing-3 §5.2.2). */
function ownWidths(
  box: Box,
  heights: KnownHeights | undefined,
  context: LayoutContext,
): IntrinsicWidths {
  const widths = context.measureChild(box, heights);
  const { style } = box;
  const edges = computeEdges(style, 0);
  if (box.kind === 'picture') {
    const isCompressible = isPercentage(style.width) || isPercentage(style.maxWidth);
    return isCompressible ? { ...widths, minContentPt: edges.horizontal } : widths;
  }
  const content = leastWidthByRatio(box, edges, context);
  const isLimited = style.aspectRatio !== 'auto' && style.height === 'auto';
  const least = isLimited
    ? clampByHeights(content, style, edges, null, style.aspectRatio)
    : content;
  return {
    minContentPt: Math.max(widths.minContentPt, least),
    maxContentPt: Math.max(widths.maxContentPt, least),
  };
}

/** True for widths that follow from the area's. */
function isOfArea(value: SizeValue): boolean {
  return value === 'auto' || value === 'fit-content' || value === 'stretch' || isPercentage(value);
}

function isDefinite(value: SizeValue): boolean {
  return typeof value === 'object' && value.percent === 0;
}

function minimumWidth(
  box: Box,
  rule: MinimumRule,
  outside: number,
  heights: KnownHeights | undefined,
  context: LayoutContext,
): number {
  const { style } = box;
  const edges = computeEdges(style, 0);
  if (!isOfArea(style.width)) return ownWidths(box, heights, context).minContentPt;
  const natural = () => measureNatural(box, context, heights);
  if (style.minWidth !== 'auto') {
    const isKnown = typeof style.minWidth !== 'object' || style.minWidth.percent === 0;
    return (
      (isKnown ? widthFrom(style.minWidth, style, edges, 0, natural) : null) ?? edges.horizontal
    );
  }
  if (style.overflowX === 'hidden' || !rule.isByContent) return edges.horizontal;
  const most = isDefinite(style.maxWidth)
    ? (widthFrom(style.maxWidth, style, edges, 0, natural) ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY;
  if (box.kind === 'picture' && (isPercentage(style.width) || isPercentage(style.maxWidth)))
    return edges.horizontal;
  const least = Math.min(contentWidth(box, heights, context), most, rule.limit - outside);
  return Math.max(edges.horizontal, least);
}

/** Content size suggestion, or that of the other side by the ratio. */
function contentWidth(box: Box, heights: KnownHeights | undefined, context: LayoutContext): number {
  const { style } = box;
  const edges = computeEdges(style, 0);
  const ratio = ratioOf(box, edges);
  const { minContentPt } = measureNatural(box, context, heights);
  if (!ratio || box.kind === 'picture') return minContentPt;
  if (style.aspectRatio === 'auto' || isDefinite(style.height)) return minContentPt;
  return clampByHeights(minContentPt, style, edges, null, style.aspectRatio);
}

/** Heights that an item asks for in an area of that width. */
export function heightContributions(item: ItemInArea, context: LayoutContext): Contributions {
  const { box } = item;
  const { margin } = computeEdges(box.style, item.width);
  const outside = margin.top + margin.bottom;
  if (box.turn?.swaps) {
    const { minContentPt, maxContentPt } = measureDown(box, box.turn, item.width, context);
    const least = () => minContentPt + outside;
    return {
      minimum: (rule) => minimumHeight(item, rule, outside, least),
      minContent: least,
      maxContent: () => maxContentPt + outside,
    };
  }
  const height = once(() => layoutNatural(item, context).fragment.height + outside);
  return {
    minimum: (rule) => minimumHeight(item, rule, outside, height),
    minContent: height,
    maxContent: height,
  };
}

function minimumHeight(
  item: ItemInArea,
  rule: MinimumRule,
  outside: number,
  height: () => number,
): number {
  const { box } = item;
  const { style } = box;
  const edges = computeEdges(style, item.width);
  const set = style.height;
  const dependsOnArea = set === 'auto' || isPercentage(set);
  if (!dependsOnArea) return height();
  const { minHeight } = style;
  if (minHeight !== 'auto')
    return (heightFrom(minHeight, style, edges, null) ?? edges.vertical) + outside;
  if (style.overflowX === 'hidden' || !rule.isByContent) return edges.vertical + outside;
  const content = height() - outside;
  return Math.max(edges.vertical, Math.min(content, rule.limit - outside)) + outside;
}
