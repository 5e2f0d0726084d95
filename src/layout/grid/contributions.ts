/**
 * What an item contributes to the tracks that it spans (css-grid-2 §12.5, §6.6), without what stands
 * around it. Outer sizes: with margins; percentages of an area that is not known count as 0.
 */
import type { ComputedStyle } from '../../style/index.ts';
import type { Box } from '../box.ts';
import { measureNatural } from '../natural.ts';
import { ratioOf } from '../ratio.ts';
import { clampByHeights, computeEdges, heightFrom, specifiedHeight, widthFrom } from '../sizing.ts';
import type { LayoutContext } from '../space.ts';
import { type ItemInArea, layoutNatural } from './grid-item.ts';
import { type MinimumRule, once } from './sizing-item.ts';

export interface Contributions {
  minimum(rule: MinimumRule): number;
  minContent(): number;
  maxContent(): number;
}

/** Widths that an item asks for. */
export function widthContributions(box: Box, context: LayoutContext): Contributions {
  const { margin } = computeEdges(box.style, 0);
  const outside = margin.left + margin.right;
  const widths = once(() => context.measureChild(box));
  return {
    minimum: (rule) => minimumWidth(box, rule, outside, context) + outside,
    minContent: () => widths().minContentPt + outside,
    maxContent: () => widths().maxContentPt + outside,
  };
}

function isDefinite(value: ComputedStyle['width']): boolean {
  return typeof value === 'object' && value.percent === 0;
}

function minimumWidth(
  box: Box,
  rule: MinimumRule,
  outside: number,
  context: LayoutContext,
): number {
  const { style } = box;
  const edges = computeEdges(style, 0);
  const dependsOnArea =
    style.width === 'auto' || (typeof style.width === 'object' && style.width.percent !== 0);
  if (!dependsOnArea) return context.measureChild(box).minContentPt;
  const natural = () => measureNatural(box, context);
  if (style.minWidth !== 'auto') {
    const isKnown = typeof style.minWidth !== 'object' || style.minWidth.percent === 0;
    return (
      (isKnown ? widthFrom(style.minWidth, style, edges, 0, natural) : null) ?? edges.horizontal
    );
  }
  if (style.overflow === 'hidden' || !rule.isByContent) return edges.horizontal;
  const most = isDefinite(style.maxWidth as ComputedStyle['width'])
    ? (widthFrom(style.maxWidth, style, edges, 0, natural) ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY;
  const least = Math.min(contentWidth(box, context), most, rule.limit - outside);
  return Math.max(edges.horizontal, least);
}

/** Content size suggestion, or that of the other side by the ratio. */
function contentWidth(box: Box, context: LayoutContext): number {
  const { style } = box;
  const edges = computeEdges(style, 0);
  const ratio = ratioOf(box, edges);
  const { minContentPt } = measureNatural(box, context);
  if (!ratio) return minContentPt;
  const height = specifiedHeight(style, edges, null);
  if (height !== null && box.kind === 'picture') return ratio.toWidth(height);
  if (style.aspectRatio === 'auto') return minContentPt;
  return clampByHeights(minContentPt, style, edges, null, style.aspectRatio);
}

/** Heights that an item asks for in an area of that width. */
export function heightContributions(item: ItemInArea, context: LayoutContext): Contributions {
  const { box } = item;
  const { margin } = computeEdges(box.style, item.width);
  const outside = margin.top + margin.bottom;
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
  const dependsOnArea = set === 'auto' || (typeof set === 'object' && set.percent !== 0);
  if (!dependsOnArea) return height();
  const { minHeight } = style;
  if (minHeight !== 'auto')
    return (heightFrom(minHeight, style, edges, null) ?? edges.vertical) + outside;
  if (style.overflow === 'hidden' || !rule.isByContent) return edges.vertical + outside;
  const content = height() - outside;
  return Math.max(edges.vertical, Math.min(content, rule.limit - outside)) + outside;
}
