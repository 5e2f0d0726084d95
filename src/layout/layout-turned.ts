/** A box whose writing is not that of the box around it, laid out in coordinates of its own. */
import { type ComputedStyle, type LengthPercentage, resolveLength } from '../style/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import { shrunkWidth } from './atom.ts';
import { type Box, isFloat } from './box.ts';
import { isFootnote } from './footnotes.ts';
import { turnSubgridSpace } from './grid/turned-grid.ts';
import { strutOf } from './margin.ts';
import { mirrorFloats } from './mirror-floats.ts';
import { withoutHeights } from './natural.ts';
import { computeEdges, heightByRatio, specifiedHeight, specifiedWidth } from './sizing.ts';
import { fixedSpace, type Laid, type LayoutContext, type OutOfFlow, type Space } from './space.ts';
import {
  isNoTurn,
  joinTurns,
  noTurn,
  type Turn,
  turnBack,
  turnFragment,
  turnPoint,
  turnStyle,
} from './turn.ts';

const innerBoxes = new WeakMap<Box, Box>();

/** The box in its own coordinates. */
function innerOf(box: Box, turn: Turn): Box {
  const known = innerBoxes.get(box);
  if (known) return known;
  const { turn: _, ...own } = box;
  const made = { ...own, style: turnStyle(box.style, turnBack(turn)) } as Box;
  innerBoxes.set(box, made);
  return made;
}

const edged = new WeakMap<Box, Map<number, Box>>();

/**
 * The box with its edges in lengths: percentages refer to the width around it, also where its own
 * lines stand across those around (css-writing-modes-4 §7.2).
 */
function withEdgesOf(inner: Box, width: number): Box {
  const { style } = inner;
  const changed: Partial<Record<keyof ComputedStyle, LengthPercentage>> = {};
  for (const name of edgeNames) {
    const value = style[name];
    if (value !== 'auto' && value.percent !== 0)
      changed[name] = { pt: resolveLength(value, width), percent: 0 };
  }
  if (Object.keys(changed).length === 0) return inner;
  const byWidth = edged.get(inner) ?? new Map<number, Box>();
  edged.set(inner, byWidth);
  const made = byWidth.get(width) ?? ({ ...inner, style: { ...style, ...changed } } as Box);
  byWidth.set(width, made);
  return made;
}

const edgeNames = [
  ...(['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'] as const),
  ...(['marginTop', 'marginRight', 'marginBottom', 'marginLeft'] as const),
];

/** Lays out a box with a `turn`. */
export function layoutTurned(box: Box, turn: Turn, space: Space, context: LayoutContext): Laid {
  const own = innerOf(box, turn);
  const inner = turn.swaps ? withEdgesOf(own, space.width) : own;
  const laid = context.layoutChild(inner, innerSpace(inner, turn, space, context));
  const { width, height } = laid.fragment;
  const outOfFlow = laid.outOfFlow.map((one) => turnWaiting(one, width, height, turn));
  const fragment = turnFragment(laid.fragment, turn);
  if (!turn.swaps) {
    const floats = laid.floats && mirrorFloats(laid.floats, sidesOf(space));
    return { ...laid, fragment, outOfFlow, floats };
  }
  const { margin } = computeEdges(box.style, space.width);
  return {
    fragment,
    rest: null,
    through: false,
    outOfFlow,
    marginTop: strutOf(margin.top),
    marginBottom: strutOf(margin.bottom),
  };
}

function innerSpace(inner: Box, turn: Turn, space: Space, context: LayoutContext): Space {
  const { floats, fragmentainer, subgrid, ...others } = space;
  const mirrored = floats && {
    ...floats,
    exclusions: mirrorFloats(floats.exclusions, sidesOf(space)),
  };
  const own = {
    ...others,
    floats: turn.swaps ? undefined : mirrored,
    fragmentainer: fragmentainer && { ...fragmentainer, holdsPositioned: false },
    subgrid: subgrid && turnSubgridSpace(subgrid, turn),
  };
  if (!turn.swaps) return own;
  const room = space.height ?? space.mostHeight ?? acrossRoom(inner, context);
  // Lines across those around are as long as their words where nothing is set.
  const set =
    space.fixedHeight ??
    (inner.kind === 'picture' ? null : shrunkWidth(inner, room, space.width, context));
  const turned = fixedSpace(room, space.width, set, space.fixedWidth);
  // A width that the content gave is none that percentages across the lines refer to.
  const isByContent = inner.style.height === 'auto' && (isFloat(inner) || isInlineLevel(inner));
  if (own.subgrid) return { ...turned, subgrid: own.subgrid };
  return isByContent ? { ...turned, isHeightIndefinite: true } : turned;
}

/** The left and right sides of the containing block together: what is mirrored about its middle. */
function sidesOf({ floats, width }: Space): number {
  return 2 * (floats?.x ?? 0) + width;
}

function isInlineLevel({ style }: Box): boolean {
  return style.display.startsWith('inline');
}

/** Room for lines across those around, where no height around says it (css-writing-modes-4 §7.3.1). */
function acrossRoom({ style }: Box, context: LayoutContext): number {
  const { width, height } = context.firstArea();
  return style.writingMode === 'horizontal-tb' ? width : height;
}

/** The least and the most height of a box whose lines stand across those around it. */
export function measureDown(
  box: Box,
  turn: Turn,
  width: number,
  context: LayoutContext,
): IntrinsicWidths {
  return context.measureChild(withEdgesOf(innerOf(box, turn), width));
}

/**
 * Widths of the content of a box whose lines stand across those around it: it has one width, by the
 * height of its content box where that is known.
 */
export function measureTurned(
  box: Box,
  turn: Turn,
  height: number | null,
  around: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const whole = withEdgesOf(innerOf(box, turn), 0);
  const inner = withoutHeights(whole, context);
  const edges = computeEdges(inner.style, 0);
  const measure = () => context.measureChild(inner);
  const room = around ?? acrossRoom(inner, context);
  const known = height === null ? null : height + edges.horizontal;
  const own = () =>
    specifiedWidth(inner.style, edges, room, measure) ?? shrunkWidth(inner, room, null, context);
  // A picture sizes itself.
  const set = known ?? (inner.kind === 'picture' ? null : own());
  const { fragment } = context.layoutChild(inner, fixedSpace(room, null, set, null));
  const { aspectRatio } = inner.kind === 'picture' ? { aspectRatio: 'auto' as const } : whole.style;
  // What a ratio makes of the lines' length grows with the content (css-sizing-4 §5.3).
  const byRatio =
    aspectRatio === 'auto' || set === null
      ? 0
      : heightByRatio(whole.style, edges, set, aspectRatio);
  const content = Math.max(0, Math.max(fragment.height, byRatio) - edges.vertical);
  const ownHeight = specifiedHeight(inner.style, edges, null);
  const width = ownHeight === null ? content : Math.max(0, ownHeight - edges.vertical);
  return { minContentPt: width, maxContentPt: width };
}

/** A waiting box as the box around sees it. */
function turnWaiting(waiting: OutOfFlow, width: number, height: number, turn: Turn): OutOfFlow {
  const { box, position, hold } = waiting;
  const { area: _, ...own } = waiting;
  const joined = joinTurns(turn, box.turn ?? noTurn);
  const { turn: _own, ...rest } = box;
  const style = turnStyle(box.style, turn);
  const asSeen = (isNoTurn(joined) ? { ...rest, style } : { ...rest, style, turn: joined }) as Box;
  // A note goes to the foot of the page as it is.
  const turned = isFootnote(box) ? box : asSeen;
  return {
    ...own,
    box: turned,
    position: turnPoint(position, width, height, turn),
    hold: turnPoint(hold, 1, 1, turn),
  };
}
