/**
 * Normal flow of a block container's children: one below the other, margins collapsed (CSS 2
 * §9.4.1, §8.3.1), broken where the column or page ends (css-break-3 §4). Unforced breaks fall
 * between children or inside them, never where `avoid` stands while another place will do.
 */

import { invariant, type Point } from '../base/index.ts';
import { layoutBeside } from './beside-floats.ts';
import { type Box, isFloat, isInFlow, isOutOfFlow, type LinesBox } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import { isBreakAvoided, isBreakForced, isBreakInsideAvoided, wantedSide } from './break-rules.ts';
import { bottomOf } from './exclusions.ts';
import { holdsFloats } from './floats.ts';
import {
  addWaiting,
  type Cursor,
  type FlowInput,
  offsetOf,
  type Placed,
  type Step,
  startCursor,
  waitingFloats,
} from './flow-cursor.ts';
import {
  placeFloatChild,
  placeWaitingFloat,
  type Start,
  startOf,
  waitsForFloat,
} from './flow-floats.ts';
import type { Fragment } from './fragment.ts';
import { gridAt, snapShift } from './line-grid.ts';
import { joinStruts, type MarginStrut, noMargin, strutSize } from './margin.ts';
import { isIndependent } from './peek-margin.ts';
import { isStart, restAt } from './rest.ts';
import { computeEdges, usedMarginLeft } from './sizing.ts';
import {
  type DeferredFloat,
  epsilon,
  type FloatSpace,
  type FloatsAfter,
  type Fragmentainer,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Rest,
  type Space,
} from './space.ts';

export interface Flow {
  /** Relative to the content box. */
  readonly children: readonly Fragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  /** Down to the last border edge, without the margin below it. */
  readonly height: number;
  /** What collapses through the parent's top, when it may. */
  readonly topStrut: MarginStrut;
  /** Margin below the last child. */
  readonly bottomStrut: MarginStrut;
  /** Nothing with a height was placed. */
  readonly through: boolean;
  readonly rest: Rest | null;
  /** Null where the formatting context has no floats. */
  readonly floats: FloatsAfter | null;
}

/** Lays out children in flow; see `Flow`. */
export function layoutFlow(input: FlowInput, context: LayoutContext): Flow {
  const first = input.resume?.index ?? 0;
  const placed: Placed[] = [];
  let cursor = startCursor(input);
  for (const waiting of input.resume?.floats ?? []) {
    const step = placeWaitingFloat(waiting, cursor, input, context);
    cursor = step.cursor;
    if (step.placed) placed.push(step.placed);
  }
  let previous: Box | null = null;
  for (let index = first; index < input.children.length; index++) {
    const child = input.children[index] as Box;
    if (isOutOfFlow(child)) {
      placed.push(waitingChild(child, index, cursor, input));
      continue;
    }
    if (isFloat(child)) {
      const step = placeFloatChild(child, index, cursor, input, context);
      cursor = step.cursor;
      if (step.placed) placed.push(step.placed);
      continue;
    }
    const { fragmentainer } = input;
    if (waitsForFloat(child, cursor))
      return finish(placed, cursor, input, restAt(index, null, false));
    if (
      previous &&
      fragmentainer &&
      isBreakForced(previous, child, fragmentainer.kind, fragmentainer.page)
    ) {
      const side = wantedSide(previous, child);
      return finish(placed, cursor, input, { ...restAt(index, null, true), side });
    }
    const step = placeChild(child, index, cursor, input, context);
    if (step.refused) return breakBefore(index, first, placed, cursor, input);
    cursor = step.cursor;
    if (step.placed) placed.push(step.placed);
    if (step.rest) return finish(placed, cursor, input, step.rest);
    previous = child;
  }
  return finish(placed, cursor, input, null);
}

/** A positioned child leaves the flow; where it would have stood is kept (CSS 2 §10.3.7). */
function waitingChild(box: Box, index: number, cursor: Cursor, input: FlowInput): Placed {
  const y = cursor.open && input.collapsesTop ? 0 : cursor.y + strutSize(cursor.strut);
  const waiting = { box, position: { x: 0, y }, after: -1, hold: { x: 0, y: 0 } };
  return { index, fragments: [], outOfFlow: [waiting], before: cursor };
}

function placeChild(
  child: Box,
  index: number,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  if (child.kind === 'lines') return placeLines(child, index, cursor, input, context);
  const resume = resumeOf(index, input);
  const own = startOf(child, resume, cursor, input);
  const start = snappedStart(child, own, cursor, input, context);
  const floats = floatsFor(child, start.offset, cursor, input, context);
  if (floats && isIndependent(child) && reachesBelow(floats))
    return placeBeside(child, index, start, cursor, input, context);
  return placeBlock(child, index, start, floats, cursor, input, context);
}

/** `box-snap`: the box goes down until its top or bottom edge is on the grid. */
function snappedStart(
  child: Exclude<Box, LinesBox>,
  start: Start,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Start {
  const { boxSnap } = child.style;
  const grid = gridAt(input.grid, start.offset);
  if (boxSnap === 'none' || !grid || !start.peeked) return start;
  // Deviation: the bottom edge that is snapped is that of the box before its own lines are.
  const depth = boxSnap === 'block-start' ? 0 : heightOf(child, input, context);
  const isAtStart = cursor.open && input.collapsesTop;
  return isAtStart ? start : { ...start, offset: start.offset + snapShift(grid, depth) };
}

function heightOf(child: Exclude<Box, LinesBox>, input: FlowInput, context: LayoutContext): number {
  return context.layoutChild(child, openSpace(input.width, input.height)).fragment.height;
}

function resumeOf(index: number, input: FlowInput): Rest | null {
  return index === input.resume?.index ? input.resume.child : null;
}

/** The column or page from a child's top on. */
function fragmentainerAt(offset: number, cursor: Cursor, input: FlowInput): Fragmentainer | null {
  const { fragmentainer } = input;
  return (
    fragmentainer && {
      ...fragmentainer,
      room: fragmentainer.room - offset,
      atTop: fragmentainer.atTop && cursor.open,
    }
  );
}

/** What of the first and last lines' trimming falls to a child. */
function trimFor(index: number, cursor: Cursor, { trim, children }: FlowInput): Space['trim'] {
  if (!trim) return undefined;
  const isLast = children.findLastIndex(isInFlow) === index;
  const over = cursor.open ? trim.over : null;
  const under = isLast ? trim.under : null;
  return over || under ? { over, under } : undefined;
}

/** Floats as a child sees them; none where no float concerns it. */
function floatsFor(
  child: Box,
  offset: number,
  cursor: Cursor,
  { floats }: FlowInput,
  context: LayoutContext,
): FloatSpace | undefined {
  if (!floats) return undefined;
  const { exclusions } = cursor;
  const isAlone = bottomOf(exclusions) === Number.NEGATIVE_INFINITY;
  if (isAlone && !holdsFloats(child, context)) return undefined;
  return { exclusions, x: floats.x, y: floats.y + offset };
}

function reachesBelow({ exclusions, y }: FloatSpace): boolean {
  return bottomOf(exclusions) > y + epsilon;
}

function placeLines(
  child: LinesBox,
  index: number,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  const offset = offsetOf(cursor, cursor.strut, input);
  const laid = context.layoutLines(child, {
    ...openSpace(input.width, input.height),
    fragmentainer: fragmentainerAt(offset, cursor, input),
    resume: resumeOf(index, input),
    floats: floatsFor(child, offset, cursor, input, context),
    grid: gridAt(input.grid, offset),
    trim: trimFor(index, cursor, input),
  });
  if (laid.rest && laid.lines.length === 0) {
    return { cursor, placed: null, rest: null, refused: true };
  }
  const by = { x: 0, y: offset };
  const placed: Placed = {
    index,
    fragments: [...laid.floating, ...laid.lines].map((one) => moveFragment(one, by)),
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, -1),
    before: cursor,
  };
  const rest = laid.rest && restAt(index, laid.rest, false);
  if (laid.lines.length === 0) return { cursor, placed, rest, refused: false };
  const next = moveOn(cursor, cursor.strut, offset + laid.height, noMargin, laid.floats);
  return { cursor: next, placed, rest, refused: false };
}

function placeBlock(
  child: Box,
  index: number,
  { offset, cleared, peeked }: Start,
  floats: FloatSpace | undefined,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  const space: Space = {
    ...openSpace(input.width, input.height),
    fragmentainer: fragmentainerAt(offset, cursor, input),
    resume: resumeOf(index, input),
    floats,
    grid: gridAt(input.grid, offset),
    trim: trimFor(index, cursor, input),
  };
  const laid = context.layoutChild(child, space);
  const strut = joinStruts(cursor.strut, laid.marginTop);
  const top = cleared || peeked ? offset : offsetOf(cursor, strut, input);
  const bottom = top + laid.fragment.height;
  if (isRefused(child, laid.rest, bottom, space.fragmentainer, input.fragmentainer)) {
    return { cursor, placed: null, rest: null, refused: true };
  }
  const edges = computeEdges(child.style, input.width);
  const x = usedMarginLeft(child.style, edges, input.width, laid.fragment.width);
  const placed = placedAt(child, index, laid, { x, y: top }, cursor, input);
  const rest = restInside(child, index, laid.rest, input);
  if (!laid.through)
    return {
      cursor: moveOn(
        cursor,
        cleared ? cursor.strut : strut,
        bottom,
        laid.marginBottom,
        laid.floats,
      ),
      placed,
      rest,
      refused: false,
    };
  const next = cleared
    ? sealAt(cursor, top - edges.margin.top, laid.marginBottom)
    : { ...cursor, strut: joinStruts(strut, laid.marginBottom) };
  return { cursor: withFloats(next, laid.floats), placed, rest, refused: false };
}

/** A box that keeps its content to itself stands beside the floats, or below them (CSS 2 §9.5). */
function placeBeside(
  child: Exclude<Box, LinesBox>,
  index: number,
  start: Start,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  const { floats } = input;
  invariant(floats, 'a formatting context with floats');
  const found = layoutBeside(
    child,
    {
      left: floats.x,
      width: input.width,
      height: input.height,
      top: floats.y + start.offset,
      fragmentainer: (top) => fragmentainerAt(top - floats.y, cursor, input),
      grid: (top) => gridAt(input.grid, top - floats.y),
      resume: resumeOf(index, input),
    },
    cursor.exclusions,
    context,
  );
  const { laid } = found;
  const y = found.y - floats.y;
  const bottom = y + laid.fragment.height;
  const own = fragmentainerAt(y, cursor, input);
  if (isRefused(child, laid.rest, bottom, own, input.fragmentainer))
    return { cursor, placed: null, rest: null, refused: true };
  const placed = placedAt(child, index, laid, { x: found.x - floats.x, y }, cursor, input);
  const isMoved = start.cleared || y > start.offset + epsilon;
  const strut = isMoved ? cursor.strut : joinStruts(cursor.strut, laid.marginTop);
  const rest = restInside(child, index, laid.rest, input);
  return {
    cursor: moveOn(cursor, strut, bottom, laid.marginBottom, undefined),
    placed,
    rest,
    refused: false,
  };
}

/** A break inside a box that asks for none is one that a higher column would spare it. */
function restInside(child: Box, index: number, rest: Rest | null, input: FlowInput): Rest | null {
  if (!rest) return null;
  const kind = input.fragmentainer?.kind ?? 'page';
  const own = restAt(index, rest, rest.forced);
  return !rest.forced && isBreakInsideAvoided(child, kind) ? { ...own, strained: true } : own;
}

function placedAt(
  child: Box,
  index: number,
  laid: Laid,
  at: Point,
  cursor: Cursor,
  input: FlowInput,
): Placed {
  const shift = relativeOffset(child.style, openSpace(input.width, input.height));
  const by = { x: at.x + shift.x, y: at.y + shift.y };
  return {
    index,
    fragments: [moveFragment(laid.fragment, by)],
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
    before: cursor,
  };
}

/** Past a child that has a height. */
function moveOn(
  cursor: Cursor,
  strut: MarginStrut,
  bottom: number,
  below: MarginStrut,
  floats: FloatsAfter | undefined,
): Cursor {
  const next: Cursor = {
    ...cursor,
    y: bottom,
    strut: below,
    topStrut: cursor.open ? strut : cursor.topStrut,
    open: false,
    sealed: false,
    adjoining: noSides,
  };
  return withFloats(next, floats);
}

const noSides = { left: false, right: false };

/** Past an empty child that floats held down: what follows is placed from its margins on. */
function sealAt(cursor: Cursor, y: number, strut: MarginStrut): Cursor {
  const topStrut = cursor.open ? cursor.strut : cursor.topStrut;
  return { ...cursor, y, strut, topStrut, open: false, sealed: true, adjoining: noSides };
}

function withFloats(cursor: Cursor, floats: FloatsAfter | undefined): Cursor {
  if (!floats) return cursor;
  const { exclusions, deferred } = floats;
  return { ...cursor, exclusions, deferred: addWaiting(cursor.deferred, deferred) };
}

/** True where a child must go to the next column or page as a whole. */
function isRefused(
  child: Box,
  rest: Rest | null,
  bottom: number,
  own: Fragmentainer | null,
  parent: Fragmentainer | null,
): boolean {
  if (!own || !parent) return false;
  if (rest && isStart(rest)) return true;
  if (own.atTop) return false;
  if (rest) return !rest.forced && isBreakInsideAvoided(child, own.kind);
  return bottom > parent.room + epsilon;
}

/**
 * Breaks before a child, or earlier where a break just here is to be avoided (css-break-3 §4.4:
 * rule 1). When that leaves nothing at the top of a column or page, the rule is dropped.
 */
function breakBefore(
  index: number,
  first: number,
  placed: Placed[],
  cursor: Cursor,
  input: FlowInput,
): Flow {
  const kind = input.fragmentainer?.kind ?? 'page';
  const inFlow = placed.filter(({ index: at }) => isPlacedInFlow(input.children[at]));
  let at = index;
  let kept = inFlow.length;
  while (kept > 0) {
    const before = inFlow[kept - 1] as Placed;
    const boxes = [input.children[before.index] as Box, input.children[at] as Box] as const;
    if (!isBreakAvoided(boxes[0], boxes[1], kind)) break;
    at = before.index;
    kept--;
  }
  if (kept > 0) {
    const back = at === index ? cursor : (inFlow[kept] as Placed).before;
    return finish(
      placed.filter((one) => one.index < at),
      back,
      input,
      restAt(at, null, false),
    );
  }
  const mayRefuse = !input.fragmentainer?.atTop && first === 0 && !input.resume;
  if (mayRefuse) return finish([], startCursor(input), input, restAt(0, null, false));
  return finish(placed, cursor, input, {
    ...restAt(index, null, false),
    strained: inFlow.length > 0,
  });
}

function isPlacedInFlow(child: Box | undefined): boolean {
  return child !== undefined && isInFlow(child);
}

/** Fragments of what was placed, with waiting boxes tied to the child they come after. */
function finish(
  placed: readonly Placed[],
  cursor: Cursor,
  input: FlowInput,
  rest: Rest | null,
): Flow {
  const children: Fragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  for (const one of placed) {
    children.push(...one.fragments);
    for (const waiting of one.outOfFlow) {
      outOfFlow.push({ ...waiting, after: children.length - 1 });
    }
  }
  const { exclusions } = cursor;
  const deferred = waitingFloats(cursor.deferred);
  const isSealed = cursor.sealed && !rest;
  return {
    children,
    outOfFlow,
    height: cursor.y + (isSealed ? strutSize(cursor.strut) : 0),
    topStrut: cursor.open ? cursor.strut : cursor.topStrut,
    bottomStrut: rest || isSealed ? noMargin : cursor.strut,
    through: cursor.open,
    rest: input.isRoot ? withDeferred(rest, deferred, input) : rest,
    floats: input.floats && { exclusions, deferred: input.isRoot ? [] : deferred },
  };
}

/** Floats that did not fit go on in the next column or page, whatever else does. */
function withDeferred(
  rest: Rest | null,
  floats: readonly DeferredFloat[],
  { children }: FlowInput,
): Rest | null {
  if (floats.length === 0) return rest;
  return { ...(rest ?? restAt(children.length, null, false)), floats };
}
