/**
 * Widths of boxes on their own (css-sizing-3 §4–5): as narrow as their content allows, and as wide
 * as it would like. Of the border box, without margins; percentages count as 0 or `auto`.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import { measureOuter } from './atom.ts';
import { type Box, type ColumnsBox, isFloat, isOutOfFlow, type LinesBox } from './box.ts';
import { columnGapOf } from './column-widths.ts';
import { isClearOf, sideOf } from './exclusions.ts';
import { isIndependent } from './peek-margin.ts';
import { perRun } from './per-run.ts';
import { refersToParentHeight } from './percent-height.ts';
import { type BoxRatio, ratioOf } from './ratio.ts';
import {
  type BoxEdges,
  computeEdges,
  heightFrom,
  type SizeValue,
  specifiedHeight,
  widthByRatio,
} from './sizing.ts';
import { type KnownHeights, type LayoutContext, unknownHeights } from './space.ts';
import { spannersIn } from './spanners.ts';

const widthsByBox = perRun<Box, IntrinsicWidths>();
const widthsByHeight = perRun<Box, Map<string, IntrinsicWidths>>();

/**
 * Widths of a box's content, for kinds that have an algorithm of their own for it; `height` is that of
 * the content box, null where it is not known, `around` that of the containing block's. For lines
 * both are that of the box around.
 */
export type MeasureContent = (
  box: Box,
  height: number | null,
  around: number | null,
) => IntrinsicWidths;

/** Widths of a box; asked for once per box, known heights and run. */
export function measureBox(
  box: Box,
  heights: KnownHeights,
  context: LayoutContext,
  measureContent: MeasureContent,
): IntrinsicWidths {
  const matters =
    heights.around !== null &&
    (box.kind === 'lines' ? hasAtoms(box) : refersToParentHeight(box) || box.turn?.swaps === true);
  const around = matters ? heights.around : null;
  if (around === null && heights.fixed === null) {
    const table = widthsByBox(context);
    const widths = table.get(box) ?? computeWidths(box, unknownHeights, measureContent);
    table.set(box, widths);
    return widths;
  }
  const table = widthsByHeight(context);
  const byHeight = table.get(box) ?? new Map<string, IntrinsicWidths>();
  table.set(box, byHeight);
  const key = `${around} ${heights.fixed}`;
  const widths =
    byHeight.get(key) ?? computeWidths(box, { around, fixed: heights.fixed }, measureContent);
  byHeight.set(key, widths);
  return widths;
}

function hasAtoms({ content }: LinesBox): boolean {
  return content.some(({ kind }) => kind === 'atom');
}

function computeWidths(
  box: Box,
  heights: KnownHeights,
  measureContent: MeasureContent,
): IntrinsicWidths {
  if (box.kind === 'lines') return measureContent(box, heights.around, heights.around);
  const { style } = box;
  const edges = computeEdges(style, 0);
  const add = style.boxSizing === 'border-box' ? 0 : edges.horizontal;
  const set = fixedLength(style.width);
  if (set !== null && !isContentLimit(style.minWidth) && !isContentLimit(style.maxWidth)) {
    const own = limit(style, same(Math.max(set + add, edges.horizontal)), add, edges.horizontal);
    return box.kind === 'table' ? atLeast(own, measureContent(box, null, null), edges) : own;
  }
  const height = heights.fixed ?? specifiedHeight(style, edges, heights.around);
  const inner = height === null ? null : Math.max(0, height - edges.vertical);
  const content = measureContent(box, inner, heights.around);
  const ratio = ratioOf(box, edges);
  if (style.aspectRatio !== 'auto' && height !== null && box.kind !== 'picture') {
    const grows = style.minWidth === 'auto' && style.overflowX !== 'hidden';
    const least = grows ? content.minContentPt + edges.horizontal : 0;
    const byRatio = Math.max(least, widthByRatio(style, edges, height, style.aspectRatio));
    return limit(style, same(byRatio), add, edges.horizontal);
  }
  const between = (width: number) =>
    ratio ? betweenHeights(width, ratio, style, edges, heights.around) : width;
  const outer = {
    minContentPt: between(content.minContentPt + edges.horizontal),
    maxContentPt: between(content.maxContentPt + edges.horizontal),
  };
  const wanted =
    set === null ? keywordWidths(style.width, outer) : same(Math.max(set + add, edges.horizontal));
  return limit(style, wanted, add, edges.horizontal, outer);
}

function isContentLimit(value: SizeValue): boolean {
  return value === 'min-content' || value === 'max-content';
}

function same(width: number): IntrinsicWidths {
  return { minContentPt: width, maxContentPt: width };
}

/** A table is never narrower than its columns (css-tables-3 §3.8). */
function atLeast(own: IntrinsicWidths, content: IntrinsicWidths, edges: BoxEdges): IntrinsicWidths {
  const least = content.minContentPt + edges.horizontal;
  return {
    minContentPt: Math.max(own.minContentPt, least),
    maxContentPt: Math.max(own.maxContentPt, least),
  };
}

function keywordWidths(width: SizeValue, widths: IntrinsicWidths): IntrinsicWidths {
  if (width === 'min-content') return same(widths.minContentPt);
  return width === 'max-content' ? same(widths.maxContentPt) : widths;
}

/** A length without percentage; null for everything else. */
function fixedLength(value: SizeValue): number | null {
  return typeof value === 'object' && value.percent === 0 ? value.pt : null;
}

/** Limits of the height as limits of the width (css-sizing-4 §5.2). */
function betweenHeights(
  width: number,
  ratio: BoxRatio,
  style: ComputedStyle,
  edges: BoxEdges,
  around: number | null,
): number {
  const byRatio = (value: SizeValue) => {
    const height = heightFrom(value, style, edges, around);
    return height === null ? null : ratio.toWidth(height);
  };
  const most = byRatio(style.maxHeight) ?? Number.POSITIVE_INFINITY;
  const least = byRatio(style.minHeight) ?? ratio.toWidth(edges.vertical);
  return Math.max(Math.min(width, most), least);
}

function limit(
  style: ComputedStyle,
  widths: IntrinsicWidths,
  add: number,
  least: number,
  content: IntrinsicWidths = widths,
): IntrinsicWidths {
  const limitOf = (value: SizeValue) => {
    if (value === 'min-content') return content.minContentPt;
    if (value === 'max-content') return content.maxContentPt;
    const length = fixedLength(value);
    return length === null ? null : length + add;
  };
  const min = limitOf(style.minWidth);
  const max = limitOf(style.maxWidth);
  const clamp = (width: number) => Math.max(Math.min(width, max ?? width), min ?? least, least);
  return { minContentPt: clamp(widths.minContentPt), maxContentPt: clamp(widths.maxContentPt) };
}

/** Widths of the floats that stand side by side, of either side. */
interface FloatWidths {
  readonly left: number;
  readonly right: number;
}

const noFloats: FloatWidths = { left: 0, right: 0 };

function clearFloats({ left, right }: FloatWidths, child: Box): FloatWidths {
  const clear = child.kind === 'lines' ? 'none' : child.style.clear;
  return {
    left: isClearOf(clear, 'left') ? 0 : left,
    right: isClearOf(clear, 'right') ? 0 : right,
  };
}

function addFloat(floats: FloatWidths, { style }: Box, widths: IntrinsicWidths): FloatWidths {
  const side = sideOf(style);
  return { ...floats, [side]: floats[side] + widths.maxContentPt };
}

/**
 * How wide a child and the floats before it would like to be. Words and formatting contexts stand beside
 * floats, whose room the margins of a context may overlap; other blocks run behind them.
 */
function besideFloats(child: Box, { maxContentPt }: IntrinsicWidths, floats: FloatWidths): number {
  const { left, right } = floats;
  if (child.kind === 'lines' || isFloat(child)) return left + right + maxContentPt;
  if (!isIndependent(child)) return Math.max(left + right, maxContentPt);
  const { margin } = computeEdges(child.style, 0);
  const more = (float: number, own: number) => (float > 0 ? Math.max(0, float - own) : 0);
  return maxContentPt + more(left, margin.left) + more(right, margin.right);
}

/** The widest child's; children in flow stand one below the other, floats side by side. */
export function measureStacked(
  children: readonly Box[],
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const heights = height === null ? unknownHeights : { around: height, fixed: null };
  let minContentPt = 0;
  let maxContentPt = 0;
  let floats = noFloats;
  for (const child of children) {
    if (isOutOfFlow(child) || child.spansColumns) continue;
    const widths =
      child.kind === 'lines'
        ? context.measureChild(child, heights)
        : measureOuter(child, context, heights);
    minContentPt = Math.max(minContentPt, widths.minContentPt);
    floats = clearFloats(floats, child);
    maxContentPt = Math.max(maxContentPt, besideFloats(child, widths, floats));
    floats = isFloat(child) ? addFloat(floats, child, widths) : noFloats;
  }
  return { minContentPt, maxContentPt };
}

/**
 * One column's width, times the number of columns; a width that is asked for is what a column may be
 * narrower than, and then there is but one. Boxes that span them all stand apart.
 */
export function measureColumns(box: ColumnsBox, context: LayoutContext): IntrinsicWidths {
  const { columnCount, columnWidth } = box.style;
  const content = measureStacked(box.children, null, context);
  const spanning = box.children.flatMap(spannersIn).map((one) => measureOuter(one, context));
  const count = columnCount === 'auto' ? 1 : columnCount;
  const gaps = (count - 1) * columnGapOf(box.style, 0);
  const { minContentPt: least, maxContentPt: most } = content;
  const ofColumns = {
    minContentPt: columnWidth === 'auto' ? least * count + gaps : Math.min(columnWidth, least),
    maxContentPt: Math.max(columnWidth === 'auto' ? 0 : columnWidth, most) * count + gaps,
  };
  return {
    minContentPt: Math.max(ofColumns.minContentPt, ...spanning.map((one) => one.minContentPt)),
    maxContentPt: Math.max(ofColumns.maxContentPt, ...spanning.map((one) => one.maxContentPt)),
  };
}
