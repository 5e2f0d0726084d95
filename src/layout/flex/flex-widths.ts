/** Widths of a flex container on its own (css-flexbox-1 §9.9). */
import { resolveLength } from '../../style/index.ts';
import type { IntrinsicWidths } from '../../text/index.ts';
import { alignOf } from '../alignment.ts';
import { measureOuter } from '../atom.ts';
import { type Box, type FlexBox, isOutOfFlow } from '../box.ts';
import { measureStacked } from '../intrinsic.ts';
import { measureNatural } from '../natural.ts';
import { clampHeight, computeEdges, maxHeightOf, specifiedHeight, widthFrom } from '../sizing.ts';
import type { KnownHeights, LayoutContext } from '../space.ts';
import { createFrame, widthOfColumns } from './flex.ts';
import { stretchesAcross } from './flex-item.ts';

export function measureFlex(
  box: FlexBox,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const { flexDirection, flexWrap, columnGap } = box.style;
  const isWrapping = flexWrap !== 'nowrap';
  if (flexDirection.startsWith('column'))
    return isWrapping
      ? measureColumns(box, context)
      : measureStacked(box.children, height, context);
  const items = box.children
    .filter((child) => !isOutOfFlow(child))
    .map((child) => contribution(child, itemHeights(child, box, height), context));
  const gap = columnGap === 'normal' ? 0 : resolveLength(columnGap, 0);
  const gaps = Math.max(0, items.length - 1) * gap;
  const least = items.map(({ minContentPt }) => minContentPt);
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, gaps);
  return {
    minContentPt: isWrapping ? Math.max(0, ...least) : sum(least),
    maxContentPt: sum(items.map(({ maxContentPt }) => maxContentPt)),
  };
}

/** An item of the only line is stretched to the container's height, and may be as wide as that makes it. */
function itemHeights(item: Box, { style }: FlexBox, height: number | null): KnownHeights {
  if (height === null || style.flexWrap !== 'nowrap') return { around: height, fixed: null };
  const wanted = alignOf(item, style);
  if (!stretchesAcross(item, wanted === 'normal' ? 'stretch' : wanted, false))
    return { around: height, fixed: null };
  const edges = computeEdges(item.style, 0);
  const room = Math.max(edges.vertical, height - edges.margin.top - edges.margin.bottom);
  return { around: height, fixed: clampHeight(room, item.style, edges, height) };
}

/** §9.9.3: no more than the basis where an item may not grow, no less where it may not shrink. */
function contribution(item: Box, heights: KnownHeights, context: LayoutContext): IntrinsicWidths {
  const outer = measureOuter(item, context, heights);
  const { style } = item;
  const { flexBasis, flexGrow, flexShrink } = style;
  if (typeof flexBasis !== 'object' || flexBasis.percent !== 0) return outer;
  const edges = computeEdges(style, 0);
  const natural = () => measureNatural(item, context, heights);
  const margins = edges.margin.left + edges.margin.right;
  const base = (widthFrom(flexBasis, style, edges, 0, natural) ?? 0) + margins;
  const isClipped = style.overflowX === 'hidden' || style.minWidth !== 'auto';
  const least = isClipped
    ? (widthFrom(style.minWidth, style, edges, 0, natural) ?? edges.horizontal) + margins
    : Math.min(outer.minContentPt, natural().minContentPt + margins);
  // A percentage is no limit while the width it refers to is looked for (css-sizing-3 §5.2.1).
  const isKnown = typeof style.maxWidth !== 'object' || style.maxWidth.percent === 0;
  const set = isKnown ? widthFrom(style.maxWidth, style, edges, 0, natural) : null;
  const most = (set ?? Number.POSITIVE_INFINITY) + margins;
  const limit = (width: number) => {
    const atMost = flexGrow === 0 ? Math.min(width, base) : width;
    const atLeast = flexShrink === 0 ? Math.max(atMost, base) : atMost;
    return Math.max(Math.min(atLeast, most), least);
  };
  return { minContentPt: limit(outer.minContentPt), maxContentPt: limit(outer.maxContentPt) };
}

/** Columns that wrap: as many side by side as the height asks for. */
function measureColumns(box: FlexBox, context: LayoutContext): IntrinsicWidths {
  const stacked = measureStacked(box.children, null, context);
  const edges = computeEdges(box.style, 0);
  const set = specifiedHeight(box.style, edges, null) ?? maxHeightOf(box.style, edges, null);
  if (set === null) return stacked;
  const height = Math.max(0, set - edges.vertical);
  const content = { width: Number.MAX_SAFE_INTEGER, height, minHeight: 0, maxHeight: height };
  const maxContentPt = widthOfColumns(createFrame(box, content, context));
  return { minContentPt: Math.min(stacked.minContentPt, maxContentPt), maxContentPt };
}
