/** The box around flex and grid items: its size, edges, and the boxes that wait for a place. */

import type { Point, Rect } from '../base/index.ts';
import { isOutOfFlow } from './box.ts';
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
import { measureNatural } from './natural.ts';
import { clampHeight, computeUsedBox, maxHeightOf, type UsedBox, usedHeight } from './sizing.ts';
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
  const used = computeUsedBox(box.style, space, () => measureNatural(box, context));
  const { edges } = used;
  const content = contentBox(box, used, space);
  const top = edges.border.top + edges.padding.top;
  const grid = gridInside(box.style, space.grid, top, context);
  const laid = onGrid(box, layoutContent(content), content, grid, context);
  const height = usedHeight(used, box.style, space, laid.height);
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
  const waiting = box.children.filter(isOutOfFlow).map((child): OutOfFlow => {
    const hold = holdOf(child);
    const after = itemsBefore(box, child) - 1;
    const sides = laid.areaOf?.(child);
    const rect = sides && areaRect(sides, inner, fragment);
    // Without an area a child stands in the content box of a grid that is not its containing block.
    const isHeld = box.style.position !== 'static' || holdsPositioned(box.style);
    const isNamed = Object.values(sides ?? {}).some((side) => side !== null);
    const room = rect && (isHeld || isNamed) ? rect : { ...inner, ...size };
    const position = { x: room.x + hold.x * room.width, y: room.y + hold.y * room.height };
    const waits = { box: child, position, hold, after };
    return rect && isNamed ? { ...waits, area: { block: box, rect } } : waits;
  });
  return {
    fragment,
    rest: null,
    marginTop: strutOf(edges.margin.top),
    marginBottom: strutOf(edges.margin.bottom),
    through: false,
    outOfFlow: [
      ...laid.outOfFlow.flatMap((one) => carryOutOfFlow([one], inner, one.after)),
      ...waiting,
    ],
  };
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

/** Items laid out once more for the height they came to stand at: their lines go on the grid. */
function onGrid(
  box: ContainerBox,
  laid: LaidItems,
  content: ContentBox,
  grid: LineGrid | undefined,
  context: LayoutContext,
): LaidItems {
  if (!grid) return laid;
  const items = sortItems(box.children);
  const fragments = laid.fragments.map((fragment, index) => {
    const item = items[index];
    if (!item || item.kind === 'picture') return fragment;
    const shift = relativeOffset(item.style, openSpace(content.width, content.height));
    const space = {
      ...fixedSpace(content.width, content.height, fragment.width, null),
      grid: gridAt(grid, fragment.y - shift.y),
    };
    const natural = context.layoutChild(item, space);
    // Deviation: a line that goes down in an item does not make its row or line higher.
    const { fragment: own } =
      natural.fragment.height < fragment.height
        ? context.layoutChild(item, { ...space, fixedHeight: fragment.height })
        : natural;
    return { ...own, x: fragment.x, y: fragment.y, frame: fragment.frame };
  });
  return { ...laid, fragments };
}

function itemsBefore(box: ContainerBox, child: ContainerBox['children'][number]): number {
  const index = box.children.indexOf(child);
  return box.children.slice(0, index).filter((one) => !isOutOfFlow(one)).length;
}

function contentBox(box: ContainerBox, used: UsedBox, space: Space): ContentBox {
  const { edges } = used;
  const within = (height: number) => Math.max(0, height - edges.vertical);
  const most = maxHeightOf(box.style, edges, space.height);
  return {
    width: Math.max(0, used.width - edges.horizontal),
    height: used.height === null || !used.frame ? null : within(used.height),
    minHeight: Math.max(
      within(clampHeight(0, box.style, edges, space.height)),
      used.height === null ? 0 : within(used.height),
    ),
    maxHeight: most === null ? Number.POSITIVE_INFINITY : within(most),
  };
}
