/** A box whose writing is not that of the box around it, laid out in coordinates of its own. */
import type { IntrinsicWidths } from '../text/index.ts';
import { shrunkWidth } from './atom.ts';
import type { Box } from './box.ts';
import { strutOf } from './margin.ts';
import { withoutHeights } from './natural.ts';
import { computeEdges, specifiedHeight, specifiedWidth } from './sizing.ts';
import { fixedSpace, type Laid, type LayoutContext, type OutOfFlow, type Space } from './space.ts';
import {
  isNoTurn,
  joinTurns,
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

/** Lays out a box with a `turn`. */
export function layoutTurned(box: Box, turn: Turn, space: Space, context: LayoutContext): Laid {
  const inner = innerOf(box, turn);
  const laid = context.layoutChild(inner, innerSpace(inner, turn, space, context));
  const { width, height } = laid.fragment;
  const outOfFlow = laid.outOfFlow.map((one) => turnWaiting(one, width, height, turn));
  const fragment = turnFragment(laid.fragment, turn);
  if (!turn.swaps) return { ...laid, fragment, outOfFlow };
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
  const { floats: _, ...own } = space;
  if (!turn.swaps) return own;
  const width = space.height ?? Number.POSITIVE_INFINITY;
  const set =
    space.fixedHeight ?? (inner.kind === 'picture' ? null : orthogonalWidth(inner, space, context));
  const finite = Number.isFinite(width) ? width : (set ?? 0);
  return fixedSpace(finite, space.width, set, space.fixedWidth);
}

/**
 * Lines across those around are as long as their words (css-writing-modes-4 §7.3), where nothing
 * is set. Deviation: no screen's height stops them.
 */
function orthogonalWidth(inner: Box, { height, width }: Space, context: LayoutContext): number {
  const room = height ?? Number.MAX_SAFE_INTEGER;
  if (height === null && typeof inner.style.width === 'object' && inner.style.width.percent !== 0)
    return shrunkWidth(
      { ...inner, style: { ...inner.style, width: 'auto' } },
      room,
      width,
      context,
    );
  return shrunkWidth(inner, room, width, context);
}

/** Widths of the content of a box whose lines stand across those around it: it has one width. */
export function measureTurned(box: Box, turn: Turn, context: LayoutContext): IntrinsicWidths {
  const inner = withoutHeights(innerOf(box, turn), context);
  const edges = computeEdges(inner.style, 0);
  const measure = () => context.measureChild(inner);
  const set =
    specifiedWidth(inner.style, edges, 0, measure) ??
    shrunkWidth(inner, Number.MAX_SAFE_INTEGER, null, context);
  const { fragment } = context.layoutChild(inner, fixedSpace(set, null, set, null));
  const content = Math.max(0, fragment.height - edges.vertical);
  const own = specifiedHeight(inner.style, edges, null);
  const width = own === null ? content : Math.max(0, own - edges.vertical);
  return { minContentPt: width, maxContentPt: width };
}

/** A waiting box as the box around sees it. */
function turnWaiting(waiting: OutOfFlow, width: number, height: number, turn: Turn): OutOfFlow {
  const { box, position, hold } = waiting;
  const { area: _, ...own } = waiting;
  const joined = joinTurns(turn, box.turn ?? { swaps: false, flipsX: false, flipsY: false });
  const { turn: _own, ...rest } = box;
  const style = turnStyle(box.style, turn);
  const turned = (isNoTurn(joined) ? { ...rest, style } : { ...rest, style, turn: joined }) as Box;
  return {
    ...own,
    box: turned,
    position: turnPoint(position, width, height, turn),
    hold: turnPoint(hold, 1, 1, turn),
  };
}
