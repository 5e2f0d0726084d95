/** A page-margin box in its rectangle (css-page-3 §5.3), its content where `vertical-align` puts it. */
import type { Point, Rect, Size } from '../base/index.ts';
import type { BlockBox } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import type { BoxFragment } from './fragment.ts';
import { computeEdges, specifiedHeight, specifiedWidth } from './sizing.ts';
import { fixedSpace, type LayoutContext } from './space.ts';

/** Of the border box: what is set, a share of all of `around`, or all of the rectangle within its margins. */
export function usedWidthIn(
  box: BlockBox,
  { width }: Size,
  around: Size,
  context: LayoutContext,
): number {
  const edges = computeEdges(box.style, around.width);
  const set = specifiedWidth(box.style, edges, around.width, () => context.measureChild(box));
  return set ?? Math.max(edges.horizontal, width - edges.margin.left - edges.margin.right);
}

/** In its rectangle; `around` is what its percentages refer to: the side of the page that it shares (§5.3). */
export function layoutAt(
  box: BlockBox,
  rect: Rect,
  around: Size,
  context: LayoutContext,
): BoxFragment {
  const { style, turn } = box;
  const edges = computeEdges(style, around.width);
  const width = usedWidthIn(box, rect, around, context);
  const set = specifiedHeight(style, edges, around.height);
  const height = set ?? rect.height - edges.margin.top - edges.margin.bottom;
  // Lines that stand upright are as long as the box is high.
  const fixedHeight = turn?.swaps ? height : null;
  const space = fixedSpace(around.width, around.height, width, fixedHeight);
  const { fragment } = context.layoutChild(box, space);
  const by = turn?.swaps ? across(fragment, turn.flipsX) : { x: 0, y: down(fragment, height) };
  return {
    ...fragment,
    height,
    children: fragment.children.map((child) => moveFragment(child, by)),
    frame: false,
    x: rect.x + edges.margin.left,
    y: rect.y + edges.margin.top,
  };
}

function down({ style, border, padding, children }: BoxFragment, height: number): number {
  const bottom = Math.max(0, ...children.map((child) => child.y + child.height));
  return shareBefore(style) * (height - bottom - border.bottom - padding.bottom);
}

/** `vertical-align` goes by the way that lines follow each other. */
function across(fragment: BoxFragment, isFromRight: boolean): Point {
  const { style, border, padding, children, width } = fragment;
  if (children.length === 0) return { x: 0, y: 0 };
  const left = Math.min(...children.map(({ x }) => x));
  const right = Math.max(...children.map((child) => child.x + child.width));
  const toRight = width - border.right - padding.right - right;
  const toLeft = border.left + padding.left - left;
  const share = shareBefore(style);
  const x = isFromRight
    ? toRight + share * (toLeft - toRight)
    : toLeft + share * (toRight - toLeft);
  return { x, y: 0 };
}

/** How much of the free room is before the content. */
function shareBefore({ verticalAlign }: BoxFragment['style']): number {
  return verticalAlign === 'middle' ? 0.5 : verticalAlign === 'bottom' ? 1 : 0;
}
