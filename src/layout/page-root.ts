/** The root element's boxes on one page, and what is positioned against the page. */
import { noEdges, type Rect } from '../base/index.ts';
import { anonymousStyle } from '../style/index.ts';
import { placeAll } from './absolute.ts';
import { type BlockBox, type Box, isRunning } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import type { BoxFragment } from './fragment.ts';
import { gridAt, gridInside, type LineGrid } from './line-grid.ts';
import type { PageStart } from './made-page.ts';
import { strutSize } from './margin.ts';
import type { PageArea } from './page-area.ts';
import { computeEdges, usedMarginLeft } from './sizing.ts';
import { type Laid, type LayoutContext, type OutOfFlow, openSpace, type Space } from './space.ts';

/** The `html` box from where the page begins, in an area of that size. */
export function layoutRoot(
  root: BlockBox,
  start: PageStart,
  area: Rect,
  isFixed: boolean,
  context: LayoutContext,
): Laid {
  const space: Space = {
    ...openSpace(area.width, area.height),
    fragmentainer: {
      kind: 'page',
      room: isFixed ? Number.POSITIVE_INFINITY : area.height,
      size: isFixed ? Number.POSITIVE_INFINITY : area.height,
      atTop: true,
      page: '',
    },
    resume: start.rest,
  };
  return context.layoutChild(root, space);
}

interface PlacedRoot {
  readonly fragment: BoxFragment;
  readonly running: readonly Box[];
  /** Those whose containing blocks go over pages. */
  readonly held: readonly OutOfFlow[];
  readonly fixed: readonly OutOfFlow[];
}

/** The page box with the `html` box in the page area, and what is positioned against the page. */
export function pageFragment(
  root: BlockBox,
  laid: Laid,
  box: PageArea,
  context: LayoutContext,
): PlacedRoot {
  const { area } = box;
  const edges = computeEdges(root.style, area.width);
  const shift = relativeOffset(root.style, openSpace(area.width, area.height));
  const { width } = laid.fragment;
  // Lines that follow one another to the left begin at the page's right (css-writing-modes-4 §8).
  const isFromRight = root.turn?.swaps && root.turn.flipsX;
  const left = isFromRight
    ? area.width - width - edges.margin.right
    : usedMarginLeft(root.style, edges, area.width, width);
  const by = {
    x: area.x + shift.x + left,
    y: area.y + shift.y + strutSize(laid.marginTop),
  };
  const fragment = pageBox(root, box, [moveFragment(laid.fragment, by)]);
  const top = laid.fragment.border.top + laid.fragment.padding.top;
  const grid = gridAt(gridInside(root.style, undefined, 0, context), -by.y - top);
  return placePositioned(fragment, carryOutOfFlow(laid.outOfFlow, by, 0), box, grid, context);
}

/** The page box itself, at 0,0. */
export function pageBox(
  root: BlockBox,
  { area, size }: PageArea,
  children: readonly BoxFragment[],
): BoxFragment {
  return {
    kind: 'box',
    x: 0,
    y: 0,
    ...size,
    style: anonymousStyle(root.style),
    element: null,
    border: noEdges,
    // The page area is the content box: what runs past it is overset.
    padding: {
      top: area.y,
      right: size.width - area.x - area.width,
      bottom: size.height - area.y - area.height,
      left: area.x,
    },
    children,
    firstBaseline: null,
    lastBaseline: null,
    picture: null,
    frame: true,
  };
}

/** On paper the page area stands for the viewport, for fixed boxes too (CSS 2 §10.1, css-position-3 §2.1). */
export function placePositioned(
  fragment: BoxFragment,
  waiting: readonly OutOfFlow[],
  { area }: Pick<PageArea, 'area'>,
  grid: LineGrid | undefined,
  context: LayoutContext,
): PlacedRoot {
  const held = waiting.filter(({ holder }) => holder);
  const own = held.length === 0 ? waiting : waiting.filter(({ holder }) => !holder);
  let placed: ReturnType<typeof placeAll> = { fragment, outOfFlow: own };
  const running: Box[] = [];
  const fixed: OutOfFlow[] = [];
  // A fixed box inside a positioned one waits for the page a second time.
  while (placed.outOfFlow.length > 0) {
    running.push(...placed.outOfFlow.map(({ box }) => box).filter(isRunning));
    const others = placed.outOfFlow.filter(({ box }) => !isRunning(box));
    fixed.push(...others.filter(({ box }) => box.style.position === 'fixed'));
    placed = placeAll(placed.fragment, others, () => area, grid, context);
  }
  return { fragment: placed.fragment, running, held, fixed };
}
