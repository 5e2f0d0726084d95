/**
 * Used sizes of a box from its style and the space it has: edges, width, height, minimum and
 * maximum (CSS 2 §10, css-sizing-3, css-sizing-4 §5). All results are in pt; widths and heights
 * are of the border box, whatever `box-sizing` says.
 */
import type { Edges } from '../base/index.ts';
import {
  type AspectRatio,
  type ComputedStyle,
  type LengthPercentage,
  resolveLength,
} from '../style/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import { selfFraction } from './alignment.ts';
import type { SharedMargins, Space } from './space.ts';

/** A style's sizing keyword or length: `width`, `min-width` and their kin. */
export type SizeValue =
  | LengthPercentage
  | 'auto'
  | 'none'
  | 'min-content'
  | 'max-content'
  | 'fit-content'
  | 'stretch';

/** Border, padding and margin, resolved. An `auto` margin is 0 here; see `isAutoMargin`. */
export interface BoxEdges {
  readonly border: Edges;
  readonly padding: Edges;
  readonly margin: Edges;
  /** Border and padding of both sides together. */
  readonly horizontal: number;
  readonly vertical: number;
}

function marginOf(value: LengthPercentage | 'auto', width: number): number {
  return value === 'auto' ? 0 : resolveLength(value, width);
}

/** Edges of a box; percentages refer to the containing block's width, all four sides (CSS 2 §8). */
export function computeEdges(style: ComputedStyle, width: number): BoxEdges {
  const border = {
    top: style.borderTopWidth,
    right: style.borderRightWidth,
    bottom: style.borderBottomWidth,
    left: style.borderLeftWidth,
  };
  const padding = {
    top: Math.max(0, resolveLength(style.paddingTop, width)),
    right: Math.max(0, resolveLength(style.paddingRight, width)),
    bottom: Math.max(0, resolveLength(style.paddingBottom, width)),
    left: Math.max(0, resolveLength(style.paddingLeft, width)),
  };
  const margin = {
    top: marginOf(style.marginTop, width),
    right: marginOf(style.marginRight, width),
    bottom: marginOf(style.marginBottom, width),
    left: marginOf(style.marginLeft, width),
  };
  return {
    border,
    padding,
    margin,
    horizontal: border.left + border.right + padding.left + padding.right,
    vertical: border.top + border.bottom + padding.top + padding.bottom,
  };
}

/** A size as the border box's; what `box-sizing: content-box` leaves out is added. */
export function toBorderBox(style: ComputedStyle, size: number, edges: number): number {
  return style.boxSizing === 'border-box' ? Math.max(size, edges) : Math.max(0, size) + edges;
}

function isLength(value: SizeValue): value is LengthPercentage {
  return typeof value === 'object';
}

/**
 * A width property's value as a border-box width; null for `auto` and `none`. `room` is for the border
 * box, in what is `available` to percentages.
 */
export function widthFrom(
  value: SizeValue,
  style: ComputedStyle,
  edges: BoxEdges,
  available: number,
  measure: () => IntrinsicWidths,
  room = roomFor(edges, available),
): number | null {
  if (isLength(value)) {
    return toBorderBox(style, resolveLength(value, available), edges.horizontal);
  }
  if (value === 'min-content') return measure().minContentPt;
  if (value === 'max-content') return measure().maxContentPt;
  if (value === 'fit-content') return shrinkToFit(measure(), room);
  // css-sizing-4 §3.1: the margin box is as wide as the containing block.
  if (value === 'stretch') return Math.max(edges.horizontal, room);
  return null;
}

/** Room for the border box in a containing block of that width. */
export function roomFor(edges: BoxEdges, available: number): number {
  return available - edges.margin.left - edges.margin.right;
}

/** As wide as the content wants, but no wider than the room unless nothing can be broken (§10.3.5). */
export function shrinkToFit(widths: IntrinsicWidths, room: number): number {
  return Math.max(widths.minContentPt, Math.min(widths.maxContentPt, room));
}

/** Between `min-width` and `max-width`; the minimum wins. */
export function clampWidth(
  width: number,
  style: ComputedStyle,
  edges: BoxEdges,
  available: number,
  measure: () => IntrinsicWidths,
  room = roomFor(edges, available),
): number {
  const least = widthFrom(style.minWidth, style, edges, available, measure, room);
  const most = widthFrom(style.maxWidth, style, edges, available, measure, room);
  return Math.max(Math.min(width, most ?? Number.POSITIVE_INFINITY), least ?? edges.horizontal);
}

/** The `width` that was set, within its limits; null for `auto`. */
export function specifiedWidth(
  style: ComputedStyle,
  edges: BoxEdges,
  available: number,
  measure: () => IntrinsicWidths,
): number | null {
  const width = widthFrom(style.width, style, edges, available, measure);
  return width === null ? null : clampWidth(width, style, edges, available, measure);
}

/**
 * A height property's value as a border-box height; null for `auto`, for content keywords, and
 * for a percentage of a height that is not known (CSS 2 §10.5).
 */
export function heightFrom(
  value: SizeValue,
  style: ComputedStyle,
  edges: BoxEdges,
  available: number | null,
): number | null {
  if (value === 'stretch' && available !== null)
    return Math.max(edges.vertical, available - edges.margin.top - edges.margin.bottom);
  if (!isLength(value) || (value.percent !== 0 && available === null)) return null;
  return toBorderBox(style, resolveLength(value, available ?? 0), edges.vertical);
}

/** Between `min-height` and `max-height`; the minimum wins. */
export function clampHeight(
  height: number,
  style: ComputedStyle,
  edges: BoxEdges,
  available: number | null,
): number {
  const least = heightFrom(style.minHeight, style, edges, available) ?? edges.vertical;
  const most = heightFrom(style.maxHeight, style, edges, available) ?? Number.POSITIVE_INFINITY;
  return Math.max(Math.min(height, most), least);
}

/** The `max-height` that was set; null where there is none. */
export function maxHeightOf(
  style: ComputedStyle,
  edges: BoxEdges,
  available: number | null,
): number | null {
  return heightFrom(style.maxHeight, style, edges, available);
}

/** The `height` that was set, within its limits; null for `auto`. */
export function specifiedHeight(
  style: ComputedStyle,
  edges: BoxEdges,
  available: number | null,
): number | null {
  const height = heightFrom(style.height, style, edges, available);
  return height === null ? null : clampHeight(height, style, edges, available);
}

/** `aspect-ratio` applied to a border-box height: the border-box width (css-sizing-4 §5.1). */
export function widthByRatio(
  style: ComputedStyle,
  edges: BoxEdges,
  height: number,
  { ratio, isAuto }: AspectRatio,
): number {
  if (style.boxSizing === 'border-box' && !isAuto) return height * ratio;
  return Math.max(0, height - edges.vertical) * ratio + edges.horizontal;
}

/**
 * The same, but no narrower than the content, unless `min-width` or clipping says otherwise
 * (css-sizing-4 §5.3).
 */
export function widthOfHeight(
  style: ComputedStyle,
  edges: BoxEdges,
  height: number,
  ratio: AspectRatio,
  measure: () => IntrinsicWidths,
): number {
  const width = widthByRatio(style, edges, height, ratio);
  const grows = style.minWidth === 'auto' && style.overflowX !== 'hidden';
  return grows ? Math.max(width, measure().minContentPt) : width;
}

/** `aspect-ratio` applied to a border-box width: the border-box height. */
export function heightByRatio(
  style: ComputedStyle,
  edges: BoxEdges,
  width: number,
  { ratio, isAuto }: AspectRatio,
): number {
  if (style.boxSizing === 'border-box' && !isAuto) return width / ratio;
  return Math.max(0, width - edges.horizontal) / ratio + edges.vertical;
}

/** What a block-level box in normal flow is given: its edges and what is known of its size. */
export interface UsedBox {
  readonly edges: BoxEdges;
  readonly width: number;
  /** Null: as high as its content. */
  readonly height: number | null;
  /** The height does not depend on the content: words may not run out of it. */
  readonly frame: boolean;
}

/** Width and, where it is definite, height of a block-level box (CSS 2 §10.3.3, §10.6.3). */
export function computeUsedBox(
  style: ComputedStyle,
  space: Space,
  measure: () => IntrinsicWidths,
): UsedBox {
  const edges = computeEdges(style, space.width);
  const ratio = style.aspectRatio === 'auto' ? null : style.aspectRatio;
  const own = style.height === 'stretch' ? withoutShared(edges, space.sharedMargins) : edges;
  const setHeight = space.fixedHeight ?? specifiedHeight(style, own, space.height);
  const width = space.fixedWidth ?? usedWidth(style, edges, space, setHeight, ratio, measure);
  const height =
    setHeight ??
    (ratio === null
      ? null
      : clampHeight(heightByRatio(style, edges, width, ratio), style, edges, space.height));
  return { edges, width, height, frame: setHeight !== null };
}

/** A block whose margins may meet its container's stretches as if they had (css-sizing-4 §3.1). */
function withoutShared(edges: BoxEdges, shared: SharedMargins | undefined): BoxEdges {
  if (shared === undefined) return edges;
  const { margin } = edges;
  const top = shared === 'bottom' ? margin.top : 0;
  const bottom = shared === 'top' ? margin.bottom : 0;
  return { ...edges, margin: { ...margin, top, bottom } };
}

function usedWidth(
  style: ComputedStyle,
  edges: BoxEdges,
  space: Space,
  setHeight: number | null,
  ratio: AspectRatio | null,
  measure: () => IntrinsicWidths,
): number {
  const set = specifiedWidth(style, edges, space.width, measure);
  if (set !== null) return set;
  const room = Math.max(edges.horizontal, roomFor(edges, space.width));
  const free = justifiedFraction(style) === null ? room : shrinkToFit(measure(), room);
  // Stretching that is asked for goes before a ratio (css-sizing-4 §5.1).
  const isStretched = ratio === null || style.justifySelf === 'stretch';
  if (isStretched) return clampWidth(free, style, edges, space.width, measure);
  const wanted =
    setHeight === null
      ? clampByHeights(free, style, edges, space.height, ratio)
      : widthOfHeight(style, edges, setHeight, ratio, measure);
  return clampWidth(wanted, style, edges, space.width, measure);
}

/**
 * Limits of the height as limits of the width, by the ratio (css-sizing-4 §5.2); its edges are the least there is.
 */
export function clampByHeights(
  width: number,
  style: ComputedStyle,
  edges: BoxEdges,
  available: number | null,
  ratio: AspectRatio,
): number {
  const byRatio = (value: SizeValue) => {
    const height = heightFrom(value, style, edges, available);
    return height === null ? null : widthByRatio(style, edges, height, ratio);
  };
  const most = byRatio(style.maxHeight) ?? Number.POSITIVE_INFINITY;
  const least = byRatio(style.minHeight) ?? widthByRatio(style, edges, edges.vertical, ratio);
  return Math.max(Math.min(width, most), least);
}

/** No content makes a box higher whose size is contained (css-contain-2 §3.1; css-sizing-4 §4.3). */
function heightOfContent(
  { contain, containIntrinsicHeight: own, display }: ComputedStyle,
  contentHeight: number,
): number {
  if (!contain.size || display === 'table-cell') return contentHeight;
  return own === 'none' ? 0 : own;
}

/** Height of the border box once the content's height is known. */
export function usedHeight(
  used: UsedBox,
  style: ComputedStyle,
  space: Space,
  contentHeight: number,
): number {
  const natural = heightOfContent(style, contentHeight) + used.edges.vertical;
  if (used.height === null) {
    const within = clampHeight(natural, style, used.edges, space.height);
    return isContentKeyword(style.minHeight) ? Math.max(within, natural) : within;
  }
  if (used.frame) {
    const within = withinContent(used.height, natural, style);
    const isSet = space.fixedHeight === null && isContentKeyword(style.maxHeight);
    return isSet ? clampHeight(within, style, used.edges, space.height) : within;
  }
  // css-sizing-4 §5.3: a height by ratio grows with its content unless `min-height` or clipping says
  // otherwise.
  const isAuto = style.minHeight === 'auto' && !isPercentage(style.height);
  const grows = isAuto && style.overflowX !== 'hidden';
  const height = grows ? Math.max(used.height, natural) : used.height;
  return clampHeight(height, style, used.edges, space.height);
}

export function isPercentage(value: SizeValue): boolean {
  return isLength(value) && value.percent !== 0;
}

/** True for sizes by content. */
export function isContentKeyword(value: SizeValue): boolean {
  return value === 'min-content' || value === 'max-content' || value === 'fit-content';
}

/** True where a limit of the height is the content's own. */
export function hasContentLimit({ minHeight, maxHeight }: ComputedStyle): boolean {
  return isContentKeyword(minHeight) || isContentKeyword(maxHeight);
}

/** Limits that are the content's own height (css-sizing-3 §3.2). */
export function withinContent(height: number, natural: number, style: ComputedStyle): number {
  const most = isContentKeyword(style.maxHeight) ? natural : Number.POSITIVE_INFINITY;
  const least = isContentKeyword(style.minHeight) ? natural : 0;
  return Math.max(Math.min(height, most), least);
}

/**
 * Where `justify-self` holds a block in its containing block, as the part of the free room before it;
 * null where it is as wide as that (css-align-3 §6.1.1).
 */
function justifiedFraction({ justifySelf }: ComputedStyle, free = 0): number | null {
  if (justifySelf === 'auto' || justifySelf === 'normal' || justifySelf === 'stretch') return null;
  return selfFraction(justifySelf, free);
}

/** Left margin with `auto` resolved: what is left over is shared by the auto margins (§10.3.3). */
export function usedMarginLeft(
  style: ComputedStyle,
  edges: BoxEdges,
  available: number,
  width: number,
): number {
  const autoLeft = style.marginLeft === 'auto';
  const autoRight = style.marginRight === 'auto';
  if (!autoLeft && !autoRight) {
    const left = available - width - edges.margin.left - edges.margin.right;
    return edges.margin.left + left * (justifiedFraction(style, left) ?? 0);
  }
  if (!autoLeft) return edges.margin.left;
  const free = Math.max(0, available - width - edges.margin.left - edges.margin.right);
  return autoRight ? free / 2 : free;
}

/** True where a corner is round. */
export function hasRadius(style: ComputedStyle): boolean {
  const { borderTopLeftRadius, borderTopRightRadius } = style;
  const { borderBottomRightRadius, borderBottomLeftRadius } = style;
  const corners = [borderTopLeftRadius, borderTopRightRadius];
  return [...corners, borderBottomRightRadius, borderBottomLeftRadius].some(
    ({ x, y }) => x.pt + x.percent > 0 && y.pt + y.percent > 0,
  );
}
