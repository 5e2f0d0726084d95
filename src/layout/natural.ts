/**
 * Boxes as they would be if some of their sizing properties had not been set: flex and grid ask for
 * the content's own size, whatever `width`, `height` and their limits say. Made once per box and
 * run, so that what is measured of them is kept.
 */
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import type { Box } from './box.ts';
import { derivedStyle } from './derived-style.ts';
import { perRun, type RunTables } from './per-run.ts';
import { computeEdges, isContentKeyword, isPercentage, type SizeValue } from './sizing.ts';
import type { KnownHeights, LayoutContext, Space } from './space.ts';

const widthless = perRun<Box, Box>();
const heightless = perRun<Box, Box>();

function withStyle<B extends Box>(box: B, style: ComputedStyle): B {
  return { ...box, style };
}

function remember(
  table: Map<Box, Box>,
  box: Box,
  isPlain: boolean,
  styleFor: (style: ComputedStyle) => ComputedStyle,
): Box {
  if (isPlain) return box;
  const known = table.get(box);
  if (known) return known;
  const style = styleFor(box.style);
  const made = box.kind === 'grid' ? { limits: box.style, ...box, style } : withStyle(box, style);
  table.set(box, made);
  return made;
}

const noLength = { pt: 0, percent: 0 };
const widthlessStyle = derivedStyle(({ minWidth, maxWidth }) => ({
  width: 'auto',
  // What a ratio makes of the height is no narrower than the content only for want of other limits.
  minWidth: minWidth === 'auto' && !isContentKeyword(maxWidth) ? 'auto' : noLength,
  maxWidth: 'none',
}));
const heightlessStyle = derivedStyle(() => ({
  height: 'auto',
  minHeight: 'auto',
  maxHeight: 'none',
}));
const ratioless = derivedStyle(() => ({ aspectRatio: 'auto' }));

/** The box without `width`, `min-width` and `max-width`. */
export function withoutWidths(box: Box, run: RunTables): Box {
  const { width, minWidth, maxWidth } = box.style;
  const isPlain = width === 'auto' && minWidth === 'auto' && maxWidth === 'none';
  return remember(widthless(run), box, isPlain, widthlessStyle);
}

/** Widths of a box by its content, whatever `width` and its limits say (css-sizing-3 §5). */
export function measureNatural(
  box: Box,
  context: LayoutContext,
  heights?: KnownHeights,
): IntrinsicWidths {
  return context.measureChild(withoutWidths(box, context), heights);
}

const limited = perRun<Box, Map<number, Box>>();

/** A grid with limits of its width in lengths, if repeated tracks fill those (css-grid-2 §7.2.3.2). */
function withLimitsIn(box: Box, width: number, run: RunTables): Box {
  if (box.kind !== 'grid' || !repeatsColumns(box.style)) return box;
  const { style } = box;
  const { minWidth, maxWidth } = style;
  if (!isPercentage(minWidth) && !isPercentage(maxWidth)) return box;
  const byWidth = limited(run).get(box) ?? new Map<number, Box>();
  limited(run).set(box, byWidth);
  const lengthOf = <V extends SizeValue>(value: V) =>
    typeof value === 'object' ? { pt: resolveLength(value, width), percent: 0 } : value;
  const limits = { ...style, minWidth: lengthOf(minWidth), maxWidth: lengthOf(maxWidth) };
  const made = byWidth.get(width) ?? { ...box, limits };
  byWidth.set(width, made);
  return made;
}

function repeatsColumns({ gridTemplateColumns: columns }: ComputedStyle): boolean {
  if (columns === 'none' || !('tracks' in columns)) return false;
  return columns.tracks.some(({ kind }) => kind === 'repeat');
}

/**
 * The same in a containing block of that width: percentages of it as padding, which count as nothing
 * while a box is measured on its own, are added.
 */
export function measureNaturalIn(
  box: Box,
  width: number,
  context: LayoutContext,
  heights?: KnownHeights,
): IntrinsicWidths {
  const widths = measurePaddedIn(box, width, context, heights);
  const least = widthOfEdges(box.style, width);
  if (least <= widths.minContentPt) return widths;
  return { minContentPt: least, maxContentPt: Math.max(least, widths.maxContentPt) };
}

/** What a ratio makes of the edges above and below where they are percentages: a box is no lower. */
function widthOfEdges(style: ComputedStyle, width: number): number {
  const { aspectRatio, boxSizing, paddingTop, paddingBottom } = style;
  if (aspectRatio === 'auto' || aspectRatio.isAuto || boxSizing !== 'border-box') return 0;
  if (paddingTop.percent + paddingBottom.percent === 0) return 0;
  return computeEdges(style, width).vertical * aspectRatio.ratio;
}

function measurePaddedIn(
  box: Box,
  width: number,
  context: LayoutContext,
  heights?: KnownHeights,
): IntrinsicWidths {
  const { minContentPt, maxContentPt } = measureNatural(
    withLimitsIn(box, width, context),
    context,
    heights,
  );
  const { paddingLeft, paddingRight, aspectRatio, boxSizing, height } = box.style;
  const more = (paddingLeft.percent + paddingRight.percent) * width;
  if (more === 0) return { minContentPt, maxContentPt };
  // What a ratio makes of a border box has them already; the content it is no narrower than has not.
  const isWhole = aspectRatio !== 'auto' && boxSizing === 'border-box';
  if (isWhole && (heights?.fixed != null || typeof height === 'object')) {
    const least = holdsContent(box.style)
      ? measureNatural(withoutHeights(box, context), context).minContentPt + more
      : 0;
    return {
      minContentPt: Math.max(minContentPt, least),
      maxContentPt: Math.max(maxContentPt, least),
    };
  }
  return { minContentPt: minContentPt + more, maxContentPt: maxContentPt + more };
}

/** A width by ratio is no narrower than the content (css-sizing-4 §5.3). */
function holdsContent({ minWidth, overflowX }: ComputedStyle): boolean {
  return minWidth === 'auto' && overflowX !== 'hidden';
}

/** The same for a box in the space that it is laid out in. */
export function measureIn(box: Box, space: Space, context: LayoutContext): () => IntrinsicWidths {
  const heights = { around: space.height, fixed: space.fixedHeight };
  return () => measureNaturalIn(box, space.width, context, heights);
}

/** The box without `height`, `min-height` and `max-height`; pictures keep their ratio. */
export function withoutHeights(box: Box, run: RunTables): Box {
  const { height, minHeight, maxHeight, aspectRatio } = box.style;
  const hasRatio = aspectRatio !== 'auto' && box.kind !== 'picture';
  const isPlain = height === 'auto' && minHeight === 'auto' && maxHeight === 'none' && !hasRatio;
  return remember(heightless(run), box, isPlain, (style) =>
    hasRatio ? ratioless(heightlessStyle(style)) : heightlessStyle(style),
  );
}
