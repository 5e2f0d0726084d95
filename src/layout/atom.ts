/** Boxes that stand in a line: how wide they are, and where their baseline is. */
import type { Edges } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import type { Box } from './box.ts';
import type { BoxFragment } from './fragment.ts';
import { measureNaturalIn } from './natural.ts';
import {
  clampWidth,
  computeEdges,
  roomFor,
  shrinkToFit,
  specifiedHeight,
  specifiedWidth,
  widthOfHeight,
} from './sizing.ts';
import { fixedSpace, type KnownHeights, type Laid, type LayoutContext } from './space.ts';
import { synthesizedBaseline } from './vertical-lines.ts';

/**
 * Width of a box that is as wide as its content where `width` is `auto`: inline blocks and
 * positioned boxes (CSS 2 §10.3.5, §10.3.9).
 */
export function shrunkWidth(
  box: Box,
  width: number,
  height: number | null,
  context: LayoutContext,
): number {
  const edges = computeEdges(box.style, width);
  const measure = () => measureNaturalIn(box, width, context, { around: height, fixed: null });
  const set = specifiedWidth(box.style, edges, width, measure);
  if (set !== null) return set;
  const { aspectRatio } = box.style;
  const setHeight = specifiedHeight(box.style, edges, height);
  const wanted =
    aspectRatio !== 'auto' && setHeight !== null
      ? widthOfHeight(box.style, edges, setHeight, aspectRatio, measure)
      : shrinkToFit(measure(), roomFor(edges, width));
  return clampWidth(wanted, box.style, edges, width, measure);
}

/** Lays out a box in a line. */
export function layoutAtom(
  box: Box,
  width: number,
  height: number | null,
  context: LayoutContext,
): Laid {
  // Pictures size themselves: their width may follow from their height.
  const fixed = box.kind === 'picture' ? null : shrunkWidth(box, width, height, context);
  return context.layoutChild(box, fixedSpace(width, height, fixed, null));
}

/**
 * Baseline of an atom from its margin box's top: that of its last line (of its first for flex and
 * grid containers), else its bottom margin edge (CSS 2 §10.8.1), in lines of that style.
 */
export function baselineOf(fragment: BoxFragment, margin: Edges, around: ComputedStyle): number {
  const { style } = fragment;
  const isFirst = style.display === 'inline-flex' || style.display === 'inline-grid';
  if (style.display === 'inline-table')
    return margin.top + (fragment.firstBaseline ?? fragment.height);
  const own = isFirst ? fragment.firstBaseline : (clippedFoot(fragment) ?? fragment.lastBaseline);
  const hasBaseline = own !== null && (isFirst || style.overflowX !== 'hidden');
  if (hasBaseline) return margin.top + own;
  if (own === null && isField(fragment)) return margin.top + fieldFoot(fragment);
  return synthesizedBaseline(margin.top + fragment.height + margin.bottom, around);
}

const drawnTypes: ReadonlySet<string> = new Set(['checkbox', 'radio', 'range']);

const typeOf = ({ attributes }: ElementNode): string =>
  (attributes.get('type') ?? '').toLowerCase();

/** A form control stands on the end of its content box, where there are no words in it. */
function isField({ element }: BoxFragment): boolean {
  if (element?.tag === 'button') return true;
  return element?.tag === 'input' && typeOf(element) !== 'image';
}

function fieldFoot({ element, height, border, padding }: BoxFragment): number {
  const isDrawn = element !== null && drawnTypes.has(typeOf(element));
  return isDrawn ? height : height - border.bottom - padding.bottom;
}

/**
 * Where the last lines of an inline block are in a box that clips them: that box's bottom margin edge, as
 * in all browsers; null for other lines.
 */
function clippedFoot({ children }: BoxFragment): number | null {
  for (const child of children.toReversed()) {
    if (child.kind !== 'box') return null;
    const { style, y, height, lastBaseline } = child;
    if (style.float !== 'none' || style.position === 'absolute' || style.position === 'fixed')
      continue;
    if (lastBaseline === null || style.display === 'table') continue;
    if (style.overflowX === 'hidden')
      return y + height + (style.marginBottom === 'auto' ? 0 : style.marginBottom.pt);
    const foot = style.display === 'block' ? clippedFoot(child) : null;
    return foot === null ? null : y + foot;
  }
  return null;
}

/** Widths of the margin box on its own; percentages and `auto` margins count as 0. */
export function measureOuter(
  box: Box,
  context: LayoutContext,
  heights?: KnownHeights,
): IntrinsicWidths {
  const { minContentPt, maxContentPt } = context.measureChild(box, heights);
  const { margin } = computeEdges(box.style, 0);
  const outside = margin.left + margin.right;
  return { minContentPt: minContentPt + outside, maxContentPt: maxContentPt + outside };
}
