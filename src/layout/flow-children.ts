/** Laying out one child of a flow where the cursor stands: lines, a block, or a box beside floats. */
import { invariant, type Point } from '../base/index.ts';
import { layoutBeside } from './beside-floats.ts';
import { type Box, isInFlow, type LinesBox } from './box.ts';
import { carryOutOfFlow, moveFragment, placeRelatively, relativeOffset } from './box-fragment.ts';
import type { BreakPlace } from './break-appeal.ts';
import { isCutThough, isMonolithic } from './break-rules.ts';
import { bottomOf, type Exclusions, isFree } from './exclusions.ts';
import { holdsFloats } from './floats.ts';
import {
  type ChildStep,
  type Cursor,
  type FlowInput,
  noParallel,
  offsetOf,
  type Placed,
} from './flow-cursor.ts';
import { flowOfFloat, type Start, startOf } from './flow-floats.ts';
import type { Fragment } from './fragment.ts';
import { gridAt, snapShift } from './line-grid.ts';
import { joinStruts, type MarginStrut, noMargin } from './margin.ts';
import { isIndependent } from './peek-margin.ts';
import { computeEdges, usedMarginLeft } from './sizing.ts';
import {
  epsilon,
  type FloatSpace,
  type Fragmentainer,
  fragmentainerFrom,
  type Laid,
  type LaidLines,
  type LayoutContext,
  openSpace,
  type Rest,
  type Space,
} from './space.ts';

/** Lays out a child in flow. Whether it may stay where it is is judged by the flow. */
export function placeChild(
  child: Box,
  index: number,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): ChildStep {
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

/** Where the child is to be broken, if inside it. */
function breakInside(index: number, { breakAt }: FlowInput): BreakPlace | undefined {
  return breakAt?.index === index ? (breakAt.inside ?? undefined) : undefined;
}

/** The column or page from a child's top on. */
function fragmentainerAt(offset: number, { fragmentainer }: FlowInput): Fragmentainer | null {
  if (!fragmentainer) return null;
  const atTop = fragmentainer.atTop && offset <= epsilon;
  return fragmentainerFrom(fragmentainer, fragmentainer.room - offset, atTop);
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
  if (isFree(exclusions) && !holdsFloats(child, context)) return undefined;
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
): ChildStep {
  const offset = offsetOf(cursor, cursor.strut, input);
  const own = fragmentainerAt(offset, input);
  const laid = context.layoutLines(child, {
    width: input.width,
    height: input.height,
    fixedWidth: null,
    fixedHeight: null,
    fragmentainer: own,
    resume: resumeOf(index, input),
    breakAt: breakInside(index, input),
    floats: floatsFor(child, offset, cursor, input, context),
    grid: gridAt(input.grid, offset),
    trim: trimFor(index, cursor, input),
  });
  const by = { x: 0, y: offset };
  const placed: Placed = {
    index,
    fragments: movedTogether(laid, by),
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, -1),
  };
  const { rest, early } = laid;
  const bottom = offset + laid.height;
  const isEmpty = laid.lines.length === 0;
  const next = isEmpty ? cursor : moveOn(cursor, cursor.strut, bottom, noMargin, laid.floats);
  const parallel =
    laid.waiting?.map((one) => ({ ...flowOfFloat(one, index), among: one.box })) ?? noParallel;
  return {
    cursor: next,
    placed,
    parallel,
    isPushed: laid.isPushed === true,
    rest,
    own,
    top: offset,
    bottom,
    early: early ?? null,
    strain: undefined,
  };
}

function placeBlock(
  child: Box,
  index: number,
  { offset, cleared, peeked }: Start,
  floats: FloatSpace | undefined,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): ChildStep {
  const own = fragmentainerAt(offset, input);
  const resume = resumeOf(index, input);
  const space: Space = {
    width: input.width,
    height: input.height,
    fixedWidth: null,
    fixedHeight: null,
    mostHeight: child.turn?.swaps ? input.mostHeight : undefined,
    sharedMargins: child.style.height === 'stretch' ? input.sharedMargins : undefined,
    fragmentainer: own && isWhole(child, own, resume) ? null : own,
    resume,
    breakAt: breakInside(index, input),
    floats,
    grid: gridAt(input.grid, offset),
    trim: trimFor(index, cursor, input),
  };
  const whole = context.layoutChild(child, space);
  const isCut = own && !space.fragmentainer && isCutThough(child, whole.fragment.height, own);
  const laid = isCut ? context.layoutChild(child, { ...space, fragmentainer: own }) : whole;
  const strut = joinStruts(cursor.strut, laid.marginTop);
  const top = cleared || peeked ? offset : offsetOf(cursor, strut, input);
  const bottom = top + laid.fragment.height;
  const edges = computeEdges(child.style, input.width);
  const x = usedMarginLeft(child.style, edges, input.width, laid.fragment.width);
  const placed = placedAt(child, index, laid, { x, y: top }, input);
  const { rest, early } = laid;
  const met = cleared ? cursor.strut : strut;
  const next = laid.through
    ? pastEmpty(cursor, laid, strut, cleared ? top - edges.margin.top : null)
    : moveOn(cursor, met, bottom, laid.marginBottom, laid.floats);
  return {
    cursor: next,
    placed,
    parallel: noParallel,
    isPushed: cleared,
    rest,
    own,
    top,
    bottom,
    early: early ?? null,
    strain: laid.strain,
  };
}

/** A box that cannot be broken stays whole until it is cut because no page holds it. */
function isWhole(child: Box, { kind }: Fragmentainer, resume: Rest | null): boolean {
  return resume === null && isMonolithic(child, kind);
}

/** Past a child without height; `sealedAt`: floats held it down to there. */
function pastEmpty(
  cursor: Cursor,
  { marginBottom, floats }: Laid,
  strut: MarginStrut,
  sealedAt: number | null,
): Cursor {
  if (sealedAt !== null) return withFloats(sealAt(cursor, sealedAt, marginBottom), floats);
  const { y, topStrut, open, sealed, exclusions, adjoining } = cursor;
  const met = joinStruts(strut, marginBottom);
  const next = { y, strut: met, topStrut, open, sealed, exclusions, adjoining };
  return withFloats(next, floats);
}

function movedTogether({ floating, lines }: LaidLines, by: Point): readonly Fragment[] {
  const all = floating.length === 0 ? lines : [...floating, ...lines];
  return all.map((one) => moveFragment(one, by));
}

/** A box that keeps its content to itself stands beside the floats, or below them (CSS 2 §9.5). */
function placeBeside(
  child: Exclude<Box, LinesBox>,
  index: number,
  start: Start,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): ChildStep {
  const { floats } = input;
  invariant(floats, 'a formatting context with floats');
  const resume = resumeOf(index, input);
  const beside = (isBroken: boolean) =>
    layoutBeside(
      child,
      {
        left: floats.x,
        width: input.width,
        height: input.height,
        top: floats.y + start.offset,
        fragmentainer: (top) => {
          const own = fragmentainerAt(top - floats.y, input);
          return own && !isBroken && isWhole(child, own, resume) ? null : own;
        },
        grid: (top) => gridAt(input.grid, top - floats.y),
        resume,
        breakAt: breakInside(index, input),
      },
      cursor.exclusions,
      context,
    );
  const whole = beside(false);
  const around = fragmentainerAt(whole.y - floats.y, input);
  const isCut =
    around &&
    isWhole(child, around, resume) &&
    isCutThough(child, whole.laid.fragment.height, around);
  const found = isCut ? beside(true) : whole;
  const { laid } = found;
  const y = found.y - floats.y;
  const bottom = y + laid.fragment.height;
  const isMoved = start.cleared || y > start.offset + epsilon;
  const strut = isMoved ? cursor.strut : joinStruts(cursor.strut, laid.marginTop);
  return {
    cursor: moveOn(cursor, strut, bottom, laid.marginBottom, undefined),
    placed: placedAt(child, index, laid, { x: found.x - floats.x, y }, input),
    parallel: noParallel,
    isPushed: isMoved,
    rest: laid.rest,
    own: fragmentainerAt(y, input),
    top: y,
    bottom,
    early: laid.early ?? null,
    strain: laid.strain,
  };
}

function placedAt(child: Box, index: number, laid: Laid, at: Point, input: FlowInput): Placed {
  const shift = relativeOffset(child.style, openSpace(input.width, input.height));
  const by = { x: at.x + shift.x, y: at.y + shift.y };
  return {
    index,
    fragments: [placeRelatively(laid.fragment, by, shift)],
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
  };
}

/** Past a child that has a height. */
function moveOn(
  cursor: Cursor,
  strut: MarginStrut,
  bottom: number,
  below: MarginStrut,
  floats: Exclusions | undefined,
): Cursor {
  const { exclusions } = cursor;
  const next: Cursor = {
    y: bottom,
    strut: below,
    topStrut: cursor.open ? strut : cursor.topStrut,
    open: false,
    sealed: false,
    exclusions,
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

function withFloats(cursor: Cursor, exclusions: Exclusions | undefined): Cursor {
  return exclusions ? { ...cursor, exclusions } : cursor;
}
