/**
 * Items of a flex container before they flex (css-flexbox-1 §9.2, §4.5): flex base size, limits and
 * hypothetical main size. Sizes are of the border box, in pt; "main" is along the line.
 */
import { resolveLength } from '../../style/index.ts';
import type { IntrinsicWidths } from '../../text/index.ts';
import { alignOf, type SelfAlignment } from '../alignment.ts';
import { shrunkWidth } from '../atom.ts';
import type { Box, FlexBox } from '../box.ts';
import type { ContentBox } from '../items.ts';
import { measureDown } from '../layout-turned.ts';
import { measureNaturalIn, withoutHeights } from '../natural.ts';
import { isFluid } from '../picture.ts';
import { type BoxRatio, ratioOf } from '../ratio.ts';
import {
  type BoxEdges,
  clampHeight,
  clampWidth,
  computeEdges,
  hasContentLimit,
  heightFrom,
  isContentKeyword,
  roomFor,
  type SizeValue,
  specifiedHeight,
  specifiedWidth,
  toBorderBox,
  widthFrom,
} from '../sizing.ts';
import { fixedSpace, type LayoutContext } from '../space.ts';

export interface FlexItem {
  readonly box: Box;
  readonly edges: BoxEdges;
  readonly align: SelfAlignment;
  readonly grow: number;
  readonly shrink: number;
  readonly base: number;
  /** The base size's content box: shrinking is in proportion to it. */
  readonly innerBase: number;
  readonly min: number;
  readonly max: number;
  /** The base size within the limits. */
  readonly hypothetical: number;
  /** Margins along the line; `auto` counts as 0. */
  readonly mainMargin: number;
  readonly crossMargin: number;
  /** The cross size where it is known before the line's is (§9.8); null: by content. */
  readonly definiteCross: number | null;
}

/** What items are made in. */
export interface FlexFrame {
  readonly box: FlexBox;
  readonly content: ContentBox;
  readonly isColumn: boolean;
  readonly isWrapping: boolean;
  readonly context: LayoutContext;
}

/** An item in its container. */
export function measureFlexItem(box: Box, frame: FlexFrame): FlexItem {
  const edges = computeEdges(box.style, frame.content.width);
  const { margin } = edges;
  const { flexGrow, flexShrink } = box.style;
  const wanted = alignOf(box, frame.box.style, frame.isColumn ? 'x' : 'y');
  const align = wanted === 'normal' ? 'stretch' : wanted;
  const definiteCross = definiteCrossOf(box, edges, align, frame);
  const ratio = ratioOf(box, edges);
  const measure = () => measureItem(box, definiteCross, frame);
  const question = { box, measure, edges, ratio, definiteCross, frame };
  const base = frame.isColumn ? columnBase(question) : rowBase(question);
  const max = maxMain(question);
  const min = minMain(question, max);
  const along = frame.isColumn ? edges.vertical : edges.horizontal;
  return {
    box,
    edges,
    align,
    grow: flexGrow,
    shrink: flexShrink,
    base,
    innerBase: Math.max(0, base - along),
    min,
    max,
    hypothetical: Math.max(min, Math.min(base, max)),
    mainMargin: frame.isColumn ? margin.top + margin.bottom : margin.left + margin.right,
    crossMargin: frame.isColumn ? margin.left + margin.right : margin.top + margin.bottom,
    definiteCross,
  };
}

interface Question {
  readonly box: Box;
  /** Widths by content, at the height that is known. */
  readonly measure: () => IntrinsicWidths;
  readonly edges: BoxEdges;
  readonly ratio: BoxRatio | null;
  readonly definiteCross: number | null;
  readonly frame: FlexFrame;
}

function measureItem(
  box: Box,
  definiteCross: number | null,
  { content, isColumn, context }: FlexFrame,
): IntrinsicWidths {
  const fixed = isColumn ? null : definiteCross;
  return measureNaturalIn(box, content.width, context, { around: content.height, fixed });
}

/** §9.8: a size that is set; or the container's own where the only line stretches the item. */
function definiteCrossOf(
  box: Box,
  edges: BoxEdges,
  align: SelfAlignment,
  frame: FlexFrame,
): number | null {
  const { content, isColumn, isWrapping } = frame;
  const { style } = box;
  if (isColumn) {
    const measure = () => measureItem(box, null, frame);
    const set = specifiedWidth(style, edges, content.width, measure);
    if (set !== null) return set;
    if (isWrapping || !stretchesAcross(box, align, true)) return null;
    const room = content.width - edges.margin.left - edges.margin.right;
    return clampWidth(Math.max(room, edges.horizontal), style, edges, content.width, measure);
  }
  const set = specifiedHeight(style, edges, content.height);
  // Limits by content are known when the item is laid out.
  if (hasContentLimit(style)) return null;
  if (set !== null) return set;
  if (isWrapping || content.height === null || !stretchesAcross(box, align, false)) return null;
  const room = content.height - edges.margin.top - edges.margin.bottom;
  return clampHeight(Math.max(room, edges.vertical), style, edges, content.height);
}

/** An automatic cross size without automatic margins is stretched (§9.4, step 11). */
export function stretchesAcross(box: Box, align: SelfAlignment, isColumn: boolean): boolean {
  const { style } = box;
  if ((isColumn ? style.width : style.height) === 'stretch') return true;
  if (align !== 'stretch') return false;
  return isColumn
    ? style.width === 'auto' && style.marginLeft !== 'auto' && style.marginRight !== 'auto'
    : style.height === 'auto' && style.marginTop !== 'auto' && style.marginBottom !== 'auto';
}

function rowBase(question: Question): number {
  const { box, measure, edges, ratio, definiteCross, frame } = question;
  const { style } = box;
  const { width } = frame.content;
  const basis: SizeValue =
    style.flexBasis === 'auto'
      ? style.width
      : style.flexBasis === 'content'
        ? 'auto'
        : style.flexBasis;
  const set = widthFrom(basis, style, edges, width, measure);
  if (set !== null) return set;
  if (ratio && definiteCross !== null) return ratio.toWidth(definiteCross);
  if (box.kind === 'picture' && isFluid(box)) return Math.max(0, roomFor(edges, width));
  return measure().maxContentPt;
}

function columnBase(question: Question): number {
  const { box, edges, ratio, frame } = question;
  const { style } = box;
  const { height } = frame.content;
  const basis = style.flexBasis === 'auto' ? style.height : style.flexBasis;
  const isContent = typeof basis === 'string' || (basis.percent !== 0 && height === null);
  if (!isContent) return toBorderBox(style, resolveLength(basis, height ?? 0), edges.vertical);
  if (ratio && box.kind !== 'picture') return ratio.toHeight(widthForRatio(question));
  return naturalHeight(question);
}

/** Width of a column's item before it is stretched. */
export function crossWidth(box: Box, { content, context }: FlexFrame): number {
  if (box.kind === 'picture') {
    return context.layoutChild(box, fixedSpace(content.width, content.height, null, null)).fragment
      .width;
  }
  return shrunkWidth(box, content.width, content.height, context);
}

/** The width that a ratio makes the height of: without the height that it is to take the place of. */
function widthForRatio({ box, definiteCross, frame }: Question): number {
  return (
    definiteCross ??
    crossWidth(box.style.height === 'auto' ? box : withoutHeights(box, frame.context), frame)
  );
}

/** Height of the content at the width that the item has across a column. */
function naturalHeight({ box, definiteCross, frame }: Question): number {
  const { content, context } = frame;
  const width = definiteCross ?? crossWidth(box, frame);
  const natural = withoutHeights(box, context);
  return context.layoutChild(natural, fixedSpace(content.width, content.height, width, null))
    .fragment.height;
}

/** Height of the content, or what a ratio makes of the width where that is more. */
function contentHeight(question: Question): number {
  const { box, ratio } = question;
  const natural = naturalHeight(question);
  if (!ratio || box.kind === 'picture') return natural;
  return Math.max(natural, ratio.toHeight(widthForRatio(question)));
}

/** The same as low as it can be: lines across those around can be broken. */
function leastHeight(question: Question): number {
  const { box, frame } = question;
  if (!box.turn?.swaps) return contentHeight(question);
  const natural = withoutHeights(box, frame.context);
  return measureDown(natural, box.turn, frame.content.width, frame.context).minContentPt;
}

/** A limit of the main size; null for `auto` and `none`. */
function mainLimit(value: SizeValue, question: Question): number | null {
  const { box, measure, edges, frame } = question;
  const { content, isColumn } = frame;
  if (!isColumn) return widthFrom(value, box.style, edges, content.width, measure);
  if (isContentKeyword(value)) return contentHeight(question);
  return heightFrom(value, box.style, edges, content.height);
}

function maxMain(question: Question): number {
  const { maxHeight, maxWidth } = question.box.style;
  const value = question.frame.isColumn ? maxHeight : maxWidth;
  return mainLimit(value, question) ?? Number.POSITIVE_INFINITY;
}

function minMain(question: Question, max: number): number {
  const { box, edges, frame } = question;
  const { style } = box;
  const value = frame.isColumn ? style.minHeight : style.minWidth;
  const least = mainLimit(value, question);
  // A table is no narrower than its columns, whatever is set.
  if (least !== null)
    return box.kind === 'table' && !frame.isColumn
      ? Math.max(least, question.measure().minContentPt)
      : least;
  const along = frame.isColumn ? edges.vertical : edges.horizontal;
  // A box that scrolls or clips may be squeezed to nothing.
  if (value === 'auto' && style.overflowX === 'hidden') return along;
  if (frame.isColumn) return Math.max(along, automaticMinimum(question, max));
  return value === 'auto' ? Math.max(along, automaticMinimum(question, max)) : along;
}

/** §4.5: no less than the content, nor than a size that was set, whichever is less. */
function automaticMinimum(question: Question, max: number): number {
  const { box, measure, edges, frame } = question;
  const { style } = box;
  const { content, isColumn } = frame;
  const least = isColumn ? leastHeight(question) : measure().minContentPt;
  const set = isColumn
    ? heightFrom(style.height, style, edges, content.height)
    : widthFrom(style.width, style, edges, content.width, measure);
  return Math.min(set === null ? least : Math.min(set, least), max);
}
