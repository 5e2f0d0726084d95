/** The box around flex and grid items: its size, edges, and the boxes that wait for a place. */

import type { Point, Rect } from '../base/index.ts';
import { type Box, isOutOfFlow } from './box.ts';
import { buildBoxFragment, carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import type { BoxFragment } from './fragment.ts';
import { holdsPositioned } from './holds-positioned.ts';
import {
  type AreaSides,
  type ContainerBox,
  type ContentBox,
  type LaidItems,
  sortItems,
} from './items.ts';
import { gridAt, gridInside, type LineGrid } from './line-grid.ts';
import { strutOf } from './margin.ts';
import { measureIn } from './natural.ts';
import {
  clampHeight,
  computeUsedBox,
  hasContentLimit,
  maxHeightOf,
  type UsedBox,
  usedHeight,
} from './sizing.ts';
import {
  epsilon,
  fixedSpace,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Space,
} from './space.ts';

/** Where a positioned child would stand as the only item: fractions of the room before it. */
export type StaticHold = (child: ContainerBox['children'][number]) => {
  readonly x: number;
  readonly y: number;
};

/** Lays out a container in one piece: `layoutContent` is given the content box. */
export function layoutContainer(
  box: ContainerBox,
  space: Space,
  context: LayoutContext,
  holdOf: StaticHold,
  layoutContent: (content: ContentBox) => LaidItems,
): Laid {
  const used = computeUsedBox(box.style, space, measureIn(box, space, context));
  const { edges } = used;
  const content = contentBox(box, used, space);
  const top = edges.border.top + edges.padding.top;
  const grid = gridInside(box.style, space.grid, top, context);
  const laid = onGrid(
    box,
    layoutGrowing(box, used, space, content, layoutContent),
    content,
    grid,
    context,
  );
  // Limits by content ask for what the items take, whatever height is set.
  const taken = used.frame || hasContentLimit(box.style) ? laid.contentHeight : laid.height;
  const height = usedHeight(used, box.style, space, taken);
  const inner = {
    x: edges.border.left + edges.padding.left,
    y: edges.border.top + edges.padding.top,
  };
  const below = (baseline: number | null) => (baseline === null ? null : inner.y + baseline);
  const fragment = {
    ...buildBoxFragment({
      box,
      width: used.width,
      height,
      border: edges.border,
      padding: edges.padding,
      children: laid.fragments.map((child) => moveFragment(child, inner)),
      frame: used.frame || height + epsilon < laid.height + edges.vertical,
    }),
    firstBaseline: below(laid.firstBaseline),
    lastBaseline: below(laid.lastBaseline),
  };
  const size = { width: used.width - edges.horizontal, height: height - edges.vertical };
  // In a grid that is not its containing block a child stands in the content box (css-grid-2 §10.2).
  const isHeld = box.style.position !== 'static' || holdsPositioned(box.style);
  const areaFor = (child: Box) => {
    const sides = isHeld ? laid.areaOf?.(child) : undefined;
    if (!sides) return null;
    const isNamed = Object.values(sides).some((side) => side !== null);
    return { rect: areaRect(sides, inner, fragment), isNamed };
  };
  const waiting = box.children.filter(isOutOfFlow).map((child): OutOfFlow => {
    const hold = holdOf(child);
    const after = itemsBefore(box, child) - 1;
    const area = areaFor(child);
    const room = area?.rect ?? { ...inner, ...size };
    const position = { x: room.x + hold.x * room.width, y: room.y + hold.y * room.height };
    const waits = { box: child, position, hold, after };
    return area?.isNamed ? { ...waits, area: { block: box, rect: area.rect } } : waits;
  });
  // Whatever the grid is the containing block of stands in an area of it (§10.1).
  const inArea = (one: OutOfFlow): OutOfFlow => {
    const area = areaFor(one.box);
    return area?.isNamed ? { ...one, area: { block: box, rect: area.rect } } : one;
  };
  return {
    fragment,
    rest: null,
    marginTop: strutOf(edges.margin.top),
    marginBottom: strutOf(edges.margin.bottom),
    through: false,
    outOfFlow: [
      ...laid.outOfFlow.flatMap((one) => carryOutOfFlow([one], inner, one.after).map(inArea)),
      ...waiting,
    ],
  };
}

/**
 * Laid out once more where the content says how high the box is in the end (css-sizing-4 §5.3). Deviation
 * of browsers: where a limit makes a set height another, tracks of a grid stay as they were for the one set.
 */
function layoutGrowing(
  { style, kind }: ContainerBox,
  used: UsedBox,
  space: Space,
  content: ContentBox,
  layoutContent: (content: ContentBox) => LaidItems,
): LaidItems {
  const laid = layoutContent(content);
  const isGrowing = content.height !== null && !used.frame;
  const isLimited = hasContentLimit(style) && (kind === 'flex' || content.height === null);
  if (!isGrowing && !isLimited) return laid;
  const height = usedHeight(used, style, space, laid.contentHeight) - used.edges.vertical;
  const isOther = Math.abs(height - laid.height) > epsilon;
  if (!isOther) return laid;
  // Items that follow the new height ask for no more than before.
  return { ...layoutContent({ ...content, height }), contentHeight: laid.contentHeight };
}

/** The area between lines of a grid, or the padding edges where none are named. */
function areaRect(
  { left, right, top, bottom }: AreaSides,
  inner: Point,
  { border, width, height }: BoxFragment,
): Rect {
  const x = left === null ? border.left : inner.x + left;
  const y = top === null ? border.top : inner.y + top;
  const end = right === null ? width - border.right : inner.x + right;
  const foot = bottom === null ? height - border.bottom : inner.y + bottom;
  return { x, y, width: Math.max(0, end - x), height: Math.max(0, foot - y) };
}

/**
 * Items laid out once more for the height they came to stand at: their lines go on the grid. Where
 * that makes an item higher, its row grows and what is below goes down, unless the container's
 * height is given: there the lines move inside their items.
 */
function onGrid(
  box: ContainerBox,
  laid: LaidItems,
  content: ContentBox,
  grid: LineGrid | undefined,
  context: LayoutContext,
): LaidItems {
  if (!grid) return laid;
  const items = sortItems(box.children);
  const fragments = [...laid.fragments];
  let pushed = 0;
  for (const row of rowsOf(laid.fragments)) {
    const set = row.map((index) => {
      const fragment = laid.fragments[index] as BoxFragment;
      const item = items[index];
      const y = fragment.y + pushed;
      if (!item || item.kind === 'picture')
        return { index, fragment, y, ofHeight: null, growth: 0 };
      const shift = relativeOffset(item.style, openSpace(content.width, content.height));
      const free = fixedSpace(content.width, content.height, fragment.width, null);
      const space = { ...free, grid: gridAt(grid, y - shift.y) };
      const natural = context.layoutChild(item, space).fragment;
      const isHigher = content.height === null && natural.height > fragment.height + epsilon;
      const plain = isHigher ? context.layoutChild(item, free).fragment.height : natural.height;
      const growth = isHigher ? natural.height - Math.max(plain, fragment.height) : 0;
      const ofHeight = (height: number) =>
        natural.height < height - epsilon
          ? context.layoutChild(item, { ...space, fixedHeight: height }).fragment
          : natural;
      return { index, fragment, y, ofHeight, growth };
    });
    const growth = Math.max(0, ...set.map((one) => one.growth));
    const foot = Math.max(...set.map(({ fragment }) => fragment.y + fragment.height));
    for (const { index, fragment, y, ofHeight } of set) {
      // What was as high as its row stays so.
      const isFull = fragment.y + fragment.height > foot - epsilon;
      const own = ofHeight ? ofHeight(fragment.height + (isFull ? growth : 0)) : fragment;
      fragments[index] = { ...own, x: fragment.x, y, frame: fragment.frame };
    }
    pushed += growth;
  }
  return { ...laid, fragments, height: laid.height + pushed };
}

/** Items one beside another, from the top down; what spans several rows makes one of them. */
function rowsOf(fragments: readonly BoxFragment[]): readonly (readonly number[])[] {
  const order = fragments.map((_, index) => index);
  const top = (index: number) => fragments[index]?.y ?? 0;
  order.sort((one, other) => top(one) - top(other) || one - other);
  const rows: number[][] = [];
  let foot = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    const row = rows.at(-1);
    if (row && top(index) < foot - epsilon) row.push(index);
    else rows.push([index]);
    foot = Math.max(foot, top(index) + (fragments[index]?.height ?? 0));
  }
  return rows;
}

function itemsBefore(box: ContainerBox, child: ContainerBox['children'][number]): number {
  const index = box.children.indexOf(child);
  return box.children.slice(0, index).filter((one) => !isOutOfFlow(one)).length;
}

function contentBox(box: ContainerBox, used: UsedBox, space: Space): ContentBox {
  const { edges } = used;
  const within = (height: number) => Math.max(0, height - edges.vertical);
  // What flexed in a container of unknown height is a size, and yet no definite one.
  const isIndefinite = space.isHeightIndefinite === true;
  const most = isIndefinite ? used.height : maxHeightOf(box.style, edges, space.height);
  // A height by ratio is as definite as the width that it follows from (css-sizing-4 §5.1).
  const isSet = used.height !== null && !isIndefinite;
  return {
    width: Math.max(0, used.width - edges.horizontal),
    height: isSet ? within(used.height ?? 0) : null,
    minHeight: Math.max(
      within(clampHeight(0, box.style, edges, space.height)),
      used.height === null ? 0 : within(used.height),
    ),
    maxHeight: most === null ? Number.POSITIVE_INFINITY : within(most),
  };
}
