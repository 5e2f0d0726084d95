/** Lines of a flex container (css-flexbox-1 §9.3–9.6): items on lines, and lines across. */
import { distribute } from '../alignment.ts';
import type { BoxFragment } from '../fragment.ts';
import { itemBaseline } from '../items.ts';
import { measureNaturalIn } from '../natural.ts';
import { usesOwnHeight } from '../percent-height.ts';
import { ratioOf } from '../ratio.ts';
import { clampHeight, clampWidth, hasContentLimit, withinContent } from '../sizing.ts';
import { epsilon, fixedSpace, type Laid } from '../space.ts';
import { crossWidth, type FlexFrame, type FlexItem, stretchesAcross } from './flex-item.ts';

/** An item with its sizes along and across the line. */
export interface SizedItem {
  readonly item: FlexItem;
  readonly main: number;
  /** Before it is stretched. */
  readonly cross: number;
  /** Baselines from the top margin edge; null for items that are not aligned by one. */
  readonly firstBaseline: number | null;
  readonly lastBaseline: number | null;
}

export interface FlexLine {
  readonly items: readonly SizedItem[];
  readonly cross: number;
  /** Of items aligned by their first baselines: from the line's top. */
  readonly ascent: number;
  /** Of items aligned by their last baselines: from the line's bottom. */
  readonly descent: number;
}

/** §9.3: items on lines no longer than `room`. */
export function collectLines(
  items: readonly FlexItem[],
  room: number,
  gap: number,
  isWrapping: boolean,
): readonly (readonly FlexItem[])[] {
  if (!isWrapping) return items.length === 0 ? [] : [items];
  const lines: FlexItem[][] = [];
  let length = 0;
  for (const item of items) {
    const outer = item.hypothetical + item.mainMargin;
    const line = lines.at(-1);
    if (line && length + gap + outer <= room + epsilon) {
      line.push(item);
      length += gap + outer;
    } else {
      lines.push([item]);
      length = outer;
    }
  }
  return lines;
}

/** The item laid out at a main size, as high or wide across as it would like to be (§9.4, step 7). */
export function sizeAcross(item: FlexItem, main: number, frame: FlexFrame): SizedItem {
  const { isColumn } = frame;
  const isBaseline = item.align === 'baseline' || item.align === 'last baseline';
  if (isColumn) {
    const cross = columnCross(item, main, frame);
    return {
      item,
      main,
      cross,
      ...(isBaseline ? columnBaselines(item, cross, frame) : noBaselines),
    };
  }
  if (item.definiteCross !== null && !isBaseline)
    return { item, main, cross: item.definiteCross, ...noBaselines };
  const { fragment } = layoutItem(item, main, item.definiteCross, frame);
  const { marginTop, marginBottom } = item.box.style;
  const hasBaselines = isBaseline && marginTop !== 'auto' && marginBottom !== 'auto';
  return {
    item,
    main,
    cross: fragment.height,
    ...(hasBaselines ? baselinesIn(fragment, item, frame) : noBaselines),
  };
}

const noBaselines = { firstBaseline: null, lastBaseline: null };

function baselinesIn(fragment: BoxFragment, { edges, align }: FlexItem, { box }: FlexFrame) {
  const { top } = edges.margin;
  const kind = align === 'baseline' ? 'first' : 'last';
  const baseline = top + itemBaseline(fragment, kind, box.style);
  return align === 'baseline'
    ? { firstBaseline: baseline, lastBaseline: null }
    : { firstBaseline: null, lastBaseline: baseline };
}

/** Across a column it is the left border edge that items share, whichever way they are written. */
function columnBaselines({ box, edges, align }: FlexItem, cross: number, frame: FlexFrame) {
  const { marginLeft, marginRight } = box.style;
  if (marginLeft === 'auto' || marginRight === 'auto') return noBaselines;
  const edge = edges.margin.left + (frame.box.style.direction === 'rtl' ? cross : 0);
  return align === 'baseline'
    ? { firstBaseline: edge, lastBaseline: null }
    : { firstBaseline: null, lastBaseline: edge };
}

function columnCross(item: FlexItem, main: number, frame: FlexFrame): number {
  if (item.definiteCross !== null) return item.definiteCross;
  const { box, edges } = item;
  const ratio = ratioOf(box, edges);
  if (!ratio) return crossWidth(box, frame);
  const { content, context } = frame;
  const measure = () => measureNaturalIn(box, content.width, context);
  return clampWidth(ratio.toWidth(main), box.style, edges, content.width, measure);
}

/**
 * The item at its place. Where it is as high as its content anyway, it is no frame that words could
 * run out of.
 */
export function layoutPlaced({ item, main }: SizedItem, cross: number, frame: FlexFrame): Laid {
  if (frame.isColumn) return layoutItem(item, main, cross, frame);
  // A height that nobody has set is none that percentages refer to.
  const isOwn = !stretchesAcross(item.box, item.align, false) && item.definiteCross === null;
  if (isOwn) return layoutItem(item, main, null, frame);
  if (usesOwnHeight(item.box, frame.context)) return layoutItem(item, main, cross, frame);
  const natural = layoutItem(item, main, null, frame);
  const isNatural = Math.abs(natural.fragment.height - cross) < epsilon;
  return isNatural ? natural : layoutItem(item, main, cross, frame);
}

/** Lays out an item at a main size, and at a cross size where that is given. */
export function layoutItem(
  item: FlexItem,
  main: number,
  cross: number | null,
  { content, isColumn, context }: FlexFrame,
): Laid {
  const { box } = item;
  const { width, height } = content;
  if (!isColumn) return context.layoutChild(box, fixedSpace(width, height, main, cross));
  // §9.8: what flexed in a column of unknown height is no height that percentages refer to.
  const space = fixedSpace(width, height, cross, main);
  const isKnown = height !== null || hasDefiniteBasis(item);
  return context.layoutChild(box, isKnown ? space : { ...space, isHeightIndefinite: true });
}

/**
 * An item whose flex basis is definite has a definite length, as far as it does not flex (§9.8);
 * browsers do not ask whether it does.
 */
function hasDefiniteBasis({ box: { style }, definiteCross }: FlexItem): boolean {
  const basis = style.flexBasis === 'auto' ? style.height : style.flexBasis;
  if (basis === 'auto') return style.aspectRatio !== 'auto' && definiteCross !== null;
  return typeof basis === 'object' && basis.percent === 0;
}

/** The line's cross size from its items (§9.4, step 8). */
export function measureLine(items: readonly SizedItem[]): FlexLine {
  let ascent = Number.NEGATIVE_INFINITY;
  let below = Number.NEGATIVE_INFINITY;
  let descent = Number.NEGATIVE_INFINITY;
  let above = Number.NEGATIVE_INFINITY;
  let cross = 0;
  for (const { item, cross: own, firstBaseline, lastBaseline } of items) {
    const outer = own + item.crossMargin;
    if (firstBaseline !== null) {
      ascent = Math.max(ascent, firstBaseline);
      below = Math.max(below, outer - firstBaseline);
    } else if (lastBaseline !== null) {
      descent = Math.max(descent, outer - lastBaseline);
      above = Math.max(above, lastBaseline);
    } else cross = Math.max(cross, outer);
  }
  return { items, cross: Math.max(cross, ascent + below, above + descent), ascent, descent };
}

/** Lines side by side across the container: their sizes, and where each begins. */
export function stackLines(
  lines: readonly FlexLine[],
  available: number | null,
  gap: number,
  frame: FlexFrame,
): readonly { readonly line: FlexLine; readonly start: number }[] {
  const { alignContent } = frame.box.style;
  const used = lines.reduce((sum, { cross }) => sum + cross, gap * Math.max(0, lines.length - 1));
  const free = available === null ? 0 : available - used;
  const isStretched = alignContent === 'normal' || alignContent === 'stretch';
  const more = frame.isWrapping && isStretched && free > 0 ? free / lines.length : 0;
  const isReversed = frame.box.style.flexWrap === 'wrap-reverse';
  const { before, between } =
    frame.isWrapping && more === 0
      ? distribute(alignContent, free, lines.length, isReversed)
      : { before: 0, between: 0 };
  let at = before;
  return lines.map((line) => {
    const start = at;
    const grown = more === 0 ? line : { ...line, cross: line.cross + more };
    at += grown.cross + gap + between;
    return { line: grown, start };
  });
}

/** An item's cross size in its line: stretched where it may be (§9.4, step 11). */
export function usedCross(
  { item, main, cross }: SizedItem,
  line: number,
  frame: FlexFrame,
): number {
  const { box, edges, align } = item;
  if (!stretchesAcross(box, align, frame.isColumn)) return cross;
  const { content, context } = frame;
  const room = line - item.crossMargin;
  if (frame.isColumn) {
    const measure = () => measureNaturalIn(box, content.width, context);
    return clampWidth(Math.max(room, edges.horizontal), box.style, edges, content.width, measure);
  }
  const height = clampHeight(Math.max(room, edges.vertical), box.style, edges, content.height);
  const isContainer = box.kind === 'flex' || box.kind === 'grid';
  if (!isContainer || !hasContentLimit(box.style)) return withinContent(height, cross, box.style);
  // Lines and tracks are as high as the container makes them: what they take is known at that height.
  return layoutItem(item, main, height, frame).fragment.height;
}
