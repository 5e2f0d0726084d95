/**
 * Normal flow of a block container's children: one below the other, margins collapsed (CSS 2
 * §9.4.1, §8.3.1), broken where the column or page ends (css-break-3 §4). Unforced breaks fall
 * between children or inside them, never where `avoid` stands while another place will do.
 */

import { type Box, isOutOfFlow, type LinesBox } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import { isBreakAvoided, isBreakForced, isBreakInsideAvoided, wantedSide } from './break-rules.ts';
import type { Fragment } from './fragment.ts';
import { joinStruts, type MarginStrut, noMargin, strutSize } from './margin.ts';
import { peekMarginTop } from './peek-margin.ts';
import { isStart, restAt } from './rest.ts';
import { computeEdges, usedMarginLeft } from './sizing.ts';
import {
  epsilon,
  type Fragmentainer,
  type LayoutContext,
  type OutOfFlow,
  type Rest,
  type Space,
} from './space.ts';

export interface FlowInput {
  readonly children: readonly Box[];
  /** Of the content box. */
  readonly width: number;
  readonly height: number | null;
  /** Room counts from the content box's top. */
  readonly fragmentainer: Fragmentainer | null;
  readonly resume: Rest | null;
  /** The first child's top margin is the parent's too. */
  readonly collapsesTop: boolean;
}

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
}

/** Where the flow stands between two children. Replaced, never changed. */
interface Cursor {
  readonly y: number;
  readonly strut: MarginStrut;
  readonly topStrut: MarginStrut;
  /** Nothing with a height stands above. */
  readonly open: boolean;
}

/** A child in flow that has been placed. */
interface Placed {
  readonly index: number;
  readonly fragments: readonly Fragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  /** State to return to when the child is taken off again. */
  readonly before: Cursor;
}

/** What one child came to. */
interface Step {
  readonly cursor: Cursor;
  readonly placed: Placed | null;
  readonly rest: Rest | null;
  /** The child does not fit here: break before it. */
  readonly refused: boolean;
}

/** Lays out children in flow; see `Flow`. */
export function layoutFlow(input: FlowInput, context: LayoutContext): Flow {
  const first = input.resume?.index ?? 0;
  const placed: Placed[] = [];
  let cursor: Cursor = { y: 0, strut: noMargin, topStrut: noMargin, open: true };
  let previous: Box | null = null;
  for (let index = first; index < input.children.length; index++) {
    const child = input.children[index] as Box;
    if (isOutOfFlow(child)) {
      placed.push(waitingChild(child, index, cursor, input));
      continue;
    }
    const { fragmentainer } = input;
    if (
      previous &&
      fragmentainer &&
      isBreakForced(previous, child, fragmentainer.kind, fragmentainer.page)
    ) {
      const side = wantedSide(previous, child);
      return finish(placed, cursor, { ...restAt(index, null, true), side });
    }
    const step = placeChild(child, index, cursor, input, context);
    if (step.refused) return breakBefore(index, first, placed, cursor, input);
    cursor = step.cursor;
    if (step.placed) placed.push(step.placed);
    if (step.rest) return finish(placed, cursor, step.rest);
    previous = child;
  }
  return finish(placed, cursor, null);
}

/** A positioned child leaves the flow; where it would have stood is kept (CSS 2 §10.3.7). */
function waitingChild(box: Box, index: number, cursor: Cursor, input: FlowInput): Placed {
  const y = cursor.open && input.collapsesTop ? 0 : cursor.y + strutSize(cursor.strut);
  const waiting = { box, position: { x: 0, y }, after: -1, hold: { x: 0, y: 0 } };
  return { index, fragments: [], outOfFlow: [waiting], before: cursor };
}

/** Where a child's border box begins, given the margin that meets it. */
function offsetOf(cursor: Cursor, strut: MarginStrut, input: FlowInput): number {
  if (!cursor.open) return cursor.y + strutSize(strut);
  const truncated = input.resume !== null && !input.resume.forced;
  return input.collapsesTop || truncated ? 0 : strutSize(strut);
}

function placeChild(
  child: Box,
  index: number,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  const resume = index === input.resume?.index ? input.resume.child : null;
  const strut =
    input.fragmentainer && child.kind !== 'lines' && !resume
      ? joinStruts(cursor.strut, peekMarginTop(child, input.width))
      : cursor.strut;
  const offset = offsetOf(cursor, strut, input);
  const space: Space = {
    width: input.width,
    height: input.height,
    fixedWidth: null,
    fixedHeight: null,
    fragmentainer: input.fragmentainer && {
      ...input.fragmentainer,
      room: input.fragmentainer.room - offset,
      atTop: input.fragmentainer.atTop && cursor.open,
    },
    resume,
  };
  if (child.kind === 'lines') return placeLines(child, index, cursor, input, space, context);
  return placeBlock(child, index, cursor, input, space, context);
}

function placeLines(
  child: LinesBox,
  index: number,
  cursor: Cursor,
  input: FlowInput,
  space: Space,
  context: LayoutContext,
): Step {
  const laid = context.layoutLines(child, space);
  if (laid.rest && laid.lines.length === 0) {
    return { cursor, placed: null, rest: null, refused: true };
  }
  const offset = offsetOf(cursor, cursor.strut, input);
  const by = { x: 0, y: offset };
  const placed: Placed = {
    index,
    fragments: laid.lines.map((line) => moveFragment(line, by)),
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, -1),
    before: cursor,
  };
  const rest = laid.rest && restAt(index, laid.rest, false);
  if (laid.lines.length === 0) return { cursor, placed, rest, refused: false };
  const topStrut = cursor.open ? cursor.strut : cursor.topStrut;
  const next = { y: offset + laid.height, strut: noMargin, topStrut, open: false };
  return { cursor: next, placed, rest, refused: false };
}

function placeBlock(
  child: Box,
  index: number,
  cursor: Cursor,
  input: FlowInput,
  space: Space,
  context: LayoutContext,
): Step {
  const laid = context.layoutChild(child, space);
  const strut = joinStruts(cursor.strut, laid.marginTop);
  const offset = offsetOf(cursor, strut, input);
  const bottom = offset + laid.fragment.height;
  if (isRefused(child, laid.rest, bottom, space.fragmentainer, input.fragmentainer)) {
    return { cursor, placed: null, rest: null, refused: true };
  }
  const shift = relativeOffset(child.style, space);
  const edges = computeEdges(child.style, input.width);
  const x = usedMarginLeft(child.style, edges, input.width, laid.fragment.width);
  const by = { x: x + shift.x, y: offset + shift.y };
  const placed: Placed = {
    index,
    fragments: [moveFragment(laid.fragment, by)],
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
    before: cursor,
  };
  const rest = laid.rest && restAt(index, laid.rest, laid.rest.forced);
  const next: Cursor = laid.through
    ? { ...cursor, strut: joinStruts(strut, laid.marginBottom) }
    : {
        y: bottom,
        strut: laid.marginBottom,
        topStrut: cursor.open ? strut : cursor.topStrut,
        open: false,
      };
  return { cursor: next, placed, rest, refused: false };
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
  const inFlow = placed.filter(({ index: at }) => !isOutOfFlow(input.children[at] as Box));
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
      restAt(at, null, false),
    );
  }
  const mayRefuse = !input.fragmentainer?.atTop && first === 0 && !input.resume;
  if (mayRefuse) return finish([], cursor, restAt(0, null, false));
  return finish(placed, cursor, { ...restAt(index, null, false), strained: inFlow.length > 0 });
}

/** Fragments of what was placed, with waiting boxes tied to the child they come after. */
function finish(placed: readonly Placed[], cursor: Cursor, rest: Rest | null): Flow {
  const children: Fragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  for (const one of placed) {
    children.push(...one.fragments);
    for (const waiting of one.outOfFlow) {
      outOfFlow.push({ ...waiting, after: children.length - 1 });
    }
  }
  return {
    children,
    outOfFlow,
    height: cursor.y,
    topStrut: cursor.open ? cursor.strut : cursor.topStrut,
    bottomStrut: rest ? noMargin : cursor.strut,
    through: cursor.open,
    rest,
  };
}
