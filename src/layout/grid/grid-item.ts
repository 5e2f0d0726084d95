/**
 * The size of a grid item in its area (css-grid-2 §6.2). Sizes are of the border box, in pt.
 */
import type { ComputedStyle } from '../../style/index.ts';
import type { IntrinsicWidths } from '../../text/index.ts';
import { alignOf, justifyOf, type SelfAlignment } from '../alignment.ts';
import type { Box } from '../box.ts';
import { measureNatural, measureNaturalIn, withoutHeights } from '../natural.ts';
import { refersToParentHeight, usesOwnHeight } from '../percent-height.ts';
import { ratioOf } from '../ratio.ts';
import {
  type BoxEdges,
  clampByHeights,
  clampHeight,
  clampWidth,
  computeEdges,
  isContentKeyword,
  isPercentage,
  roomFor,
  shrinkToFit,
  specifiedHeight,
  specifiedWidth,
  widthFrom,
} from '../sizing.ts';
import {
  epsilon,
  fixedSpace,
  type KnownHeights,
  type Laid,
  type LayoutContext,
  type SubgridSpace,
} from '../space.ts';

/** An item with the size of its grid area; the height is null while rows are not sized. */
export interface ItemInArea {
  readonly box: Box;
  readonly container: ComputedStyle;
  readonly width: number;
  readonly height: number | null;
  /** Tracks that a subgrid takes from its parent. */
  readonly subgrid: SubgridSpace | null;
}

type Stretch = 'stretch' | 'normal' | null;

/** Whether the width fills the area: where that is asked for, or (`normal`) for want of a better. */
function stretchesAcross({ box, container, subgrid }: ItemInArea): Stretch {
  if (subgrid?.columns) return 'stretch';
  const { style } = box;
  if (style.width !== 'auto' || style.marginLeft === 'auto' || style.marginRight === 'auto')
    return null;
  return stretchFor(box, justifyOf(box, container));
}

function stretchesDown({ box, container, subgrid }: ItemInArea): Stretch {
  if (subgrid?.rows) return 'stretch';
  const { style } = box;
  if (style.height !== 'auto' || style.marginTop === 'auto' || style.marginBottom === 'auto')
    return null;
  return stretchFor(box, alignOf(box, container));
}

function stretchFor(box: Box, align: SelfAlignment): Stretch {
  if (align === 'stretch') return 'stretch';
  return align === 'normal' && box.kind !== 'picture' ? 'normal' : null;
}

/** True for a box whose lines stand across those around. `normal` stretches boxes of a ratio along their lines. */
function isAcross({ turn }: Box): boolean {
  return turn?.swaps === true;
}

/** What the rows say of the height, where a width by the content may follow from it. */
function heightsOf(
  item: ItemInArea,
  edges: BoxEdges,
  context: LayoutContext,
): KnownHeights | undefined {
  const { box, height } = item;
  if (height === null) return undefined;
  if (!isAcross(box) && !refersToParentHeight(box) && !usesOwnHeight(box, context))
    return undefined;
  return { around: height, fixed: usedItemHeight(item, edges) };
}

/** Border-box width in the area; null where a picture sizes itself. */
export function usedItemWidth(
  item: ItemInArea,
  edges: BoxEdges,
  context: LayoutContext,
): number | null {
  const { box, width, height } = item;
  const { style } = box;
  const measure = () => measureNaturalIn(box, width, context, heightsOf(item, edges, context));
  const limit = (wanted: number) => clampWidth(wanted, style, edges, width, measure);
  const stretch = stretchesAcross(item);
  const room = Math.max(edges.horizontal, roomFor(edges, width));
  if (item.subgrid?.columns) return room;
  if (stretch === 'stretch') return limit(room);
  if (box.kind === 'picture') return null;
  const ratio = ratioOf(box, edges);
  const isByContent = isContentKeyword(style.width);
  const set = specifiedWidth(style, edges, width, measure);
  if (set !== null && !(ratio && isByContent)) return set;
  if (ratio) {
    const least = stretch === null || isAcross(box) ? 'normal' : 'stretch';
    const own = specifiedHeight(style, edges, height);
    const down = own ?? stretchedHeight(item, edges, least);
    // The height that `normal` gives says how wide the box is, but not that it is so high.
    const isOpen = own === null && !isAcross(box) && stretchesDown(item) === 'normal';
    const content = isOpen ? 0 : leastWidthByRatio(box, edges, context);
    if (down !== null) return limit(Math.max(ratio.toWidth(down), content));
  }
  if (set !== null) return set;
  const { aspectRatio } = style;
  const wanted = stretch === 'normal' ? room : shrinkToFit(measure(), room);
  return limit(
    aspectRatio === 'auto' ? wanted : clampByHeights(wanted, style, edges, height, aspectRatio),
  );
}

/**
 * A width by ratio is no narrower than the content, unless `min-width` or clipping says otherwise
 * (css-sizing-4 §5.3); 0 for boxes without one.
 */
export function leastWidthByRatio(box: Box, edges: BoxEdges, context: LayoutContext): number {
  const { style } = box;
  const isSet = typeof style.width === 'object' && style.width.percent === 0;
  if (style.aspectRatio === 'auto' || isSet) return 0;
  if (style.minWidth !== 'auto' || style.overflowX === 'hidden') return 0;
  // Deviation of browsers: where the height is the area's, a minimum of it lifts that of the width.
  if (style.height === 'auto' && style.minHeight !== 'auto') return 0;
  // Percentages of paddings are none while the box is measured on its own.
  const more = edges.horizontal - computeEdges(style, 0).horizontal;
  const measure = () => measureNatural(withoutHeights(box, context), context);
  return Math.min(measure().minContentPt + more, mostKnown(style, edges, measure));
}

/** `max-width` of a box in a width that is not known: percentages of that are no limits. */
function mostKnown(style: ComputedStyle, edges: BoxEdges, measure: () => IntrinsicWidths): number {
  if (isPercentage(style.maxWidth)) return Number.POSITIVE_INFINITY;
  return widthFrom(style.maxWidth, style, edges, 0, measure) ?? Number.POSITIVE_INFINITY;
}

/**
 * The width that an item's ratio makes of the height it is stretched to (§12.1, step 3); null where
 * its height is not its area's.
 */
export function widthOfStretched(item: ItemInArea, context: LayoutContext): number | null {
  const { box } = item;
  const { style } = box;
  const isOpen = style.width === 'auto' || isPercentage(style.width);
  if (style.aspectRatio === 'auto' || !isOpen || box.kind === 'picture') return null;
  const edges = computeEdges(style, 0);
  const height = stretchedHeight(item, edges, 'normal');
  const ratio = ratioOf(box, edges);
  if (height === null || !ratio) return null;
  const wanted = Math.max(ratio.toWidth(height), leastWidthByRatio(box, edges, context));
  const measure = () => measureNatural(box, context);
  const least = widthFrom(style.minWidth, style, edges, 0, measure) ?? edges.horizontal;
  return Math.max(Math.min(wanted, mostKnown(style, edges, measure)), least);
}

/** Border-box height where the area decides it; null: by `height`, ratio or content. */
export function usedItemHeight(item: ItemInArea, edges: BoxEdges): number | null {
  const isWide =
    !isAcross(item.box) || item.box.style.width !== 'auto' || stretchesAcross(item) === 'stretch';
  const byWidth = isWide && ratioOf(item.box, edges) !== null;
  return stretchedHeight(item, edges, byWidth ? 'stretch' : 'normal');
}

/** Height of the area's room if the item is stretched at least as much as is asked. */
function stretchedHeight(
  item: ItemInArea,
  edges: BoxEdges,
  least: 'stretch' | 'normal',
): number | null {
  const { box, height, subgrid } = item;
  const stretch = stretchesDown(item);
  if (height === null || stretch === null || (least === 'stretch' && stretch === 'normal'))
    return null;
  const room = Math.max(edges.vertical, height - edges.margin.top - edges.margin.bottom);
  return subgrid?.rows ? room : clampHeight(room, box.style, edges, height);
}

/** Lays out an item as high as its content makes it. */
export function layoutNatural(item: ItemInArea, context: LayoutContext): Laid {
  const edges = computeEdges(item.box.style, item.width);
  return layoutAt(item, usedItemWidth(item, edges, context), null, context);
}

/**
 * Lays out an item in its area. Where it is as high as its content anyway, it is no frame that words
 * could run out of.
 */
export function layoutInArea(item: ItemInArea, context: LayoutContext): Laid {
  const { box } = item;
  const edges = computeEdges(box.style, item.width);
  const width = usedItemWidth(item, edges, context);
  const height = usedItemHeight(item, edges);
  if (height === null || usesOwnHeight(box, context) || item.subgrid?.rows)
    return layoutAt(item, width, height, context);
  const natural = layoutAt(item, width, null, context);
  const isNatural = Math.abs(natural.fragment.height - height) < epsilon;
  return isNatural ? natural : layoutAt(item, width, height, context);
}

function layoutAt(
  { box, width, height, subgrid }: ItemInArea,
  ownWidth: number | null,
  ownHeight: number | null,
  context: LayoutContext,
): Laid {
  // Unless percentages of it are asked for, the area's height is left out: the result is known then.
  const around = refersToParentHeight(box) || isAcross(box) ? height : null;
  const space = fixedSpace(width, around, ownWidth, ownHeight);
  return context.layoutChild(box, subgrid ? { ...space, subgrid } : space);
}
