/**
 * Normal flow of a block container's children: one below the other, margins collapsed (CSS 2
 * §9.4.1, §8.3.1), broken where the column or page ends (css-break-3 §4). Unforced breaks fall
 * between children or inside them, never where `avoid` stands while another place will do.
 */

import { justifyOf, ownSelf, selfFraction } from './alignment.ts';
import { type Box, isFloat, isInFlow, isOutOfFlow } from './box.ts';
import {
  type Appeal,
  appeals,
  type BreakPlace,
  betterBreak,
  type EarlyBreak,
  joinStrains,
  leastAppeal,
  type Strain,
} from './break-appeal.ts';
import {
  asksForPage,
  isBreakAvoided,
  isBreakForced,
  isBreakInsideAvoided,
  wantedSide,
} from './break-rules.ts';
import type { Exclusions } from './exclusions.ts';
import { placeChild } from './flow-children.ts';
import {
  type ChildStep,
  type Cursor,
  type FlowInput,
  type Placed,
  startCursor,
} from './flow-cursor.ts';
import { placeFloatChild, waitsForFloat } from './flow-floats.ts';
import type { Fragment } from './fragment.ts';
import { type MarginStrut, noMargin, strutSize } from './margin.ts';
import { flowOf, goOn, withParallel } from './parallel-flows.ts';
import { restAt } from './rest.ts';
import {
  epsilon,
  type LayoutContext,
  type OutOfFlow,
  type ParallelFlow,
  type Rest,
} from './space.ts';
import { stopsAtSpanner } from './spanners.ts';

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
  /** What goes on in the next column or page beside the rest, or alone. */
  readonly parallel: readonly ParallelFlow[];
  /** Null where the formatting context has no floats. */
  readonly floats: Exclusions | null;
  /** Where it could have been broken, when it is whole. */
  readonly early: EarlyBreak | null;
  /** Of columns in it. */
  readonly strain: Strain | undefined;
}

/** What `tryFlow` came to; laid out again where an earlier place to break is better. */
export function settleFlow(tried: Flow | Back, input: FlowInput, context: LayoutContext): Flow {
  if (!('backTo' in tried)) return tried;
  const from = { ...input, breakAt: tried.backTo };
  const again = settleFlow(tryFlow(from, context), from, context);
  return again.rest ? { ...again, rest: { ...again.rest, shortage: tried.shortage } } : again;
}

/** A better place to break than the end of what fits. */
export interface Back {
  readonly backTo: BreakPlace;
  /** How much more room would have made it needless. */
  readonly shortage: number;
}

/**
 * Lays out children in flow; see `Flow`. Apart from `settleFlow`, so that boxes in each other are a
 * call less deep.
 */
export function tryFlow(input: FlowInput, context: LayoutContext): Flow | Back {
  const first = input.resume?.index ?? 0;
  const { breakAt } = input;
  const placed: Placed[] = [];
  let cursor = startCursor(input);
  let early: EarlyBreak | null = null;
  const parallel: ParallelFlow[] = [];
  let strain: Strain | undefined;
  for (const flow of input.resume?.parallel ?? []) {
    const gone = goOn(flow, cursor, input, context);
    cursor = { ...cursor, exclusions: gone.exclusions };
    if (gone.placed) placed.push(gone.placed);
    parallel.push(...gone.parallel);
  }
  let previous: Box | null = null;
  // What floats or is positioned before words stands in their first line, and goes on with it.
  let lead: Lead | null = null;
  const breakWith = (rest: Rest): Flow | Back => {
    const isBetter = early && !rest.forced && !breakAt && early.appeal > rest.appeal;
    if (early && isBetter) return { backTo: early.place, shortage: rest.shortage };
    return finish({ placed, cursor, parallel, strain }, input, rest, null);
  };
  for (let index = first; index < input.children.length; index++) {
    const child = input.children[index] as Box;
    if (!isInFlow(child)) lead ??= { index, cursor, placed: placed.length, flows: parallel.length };
    if (isOutOfFlow(child)) {
      placed.push(waitingChild(child, index, cursor, input));
      continue;
    }
    if (child.spansColumns && input.fragmentainer?.kind === 'column')
      return breakWith(restAt(index, null, true));
    const forced = previous && forcedBetween(previous, child, index, input);
    if (forced) return breakWith(forced);
    if (isFloat(child)) {
      const step = placeFloatChild(child, index, cursor, input, context);
      cursor = step.cursor;
      if (step.placed) placed.push(step.placed);
      parallel.push(...step.parallel);
      continue;
    }
    const breakBefore = (appeal: Appeal, shortage = Number.POSITIVE_INFINITY) => {
      const from = lead && child.kind === 'lines' ? lead : null;
      if (from) {
        cursor = from.cursor;
        placed.length = from.placed;
        parallel.length = from.flows;
      }
      return breakWith({ ...restAt(from?.index ?? index, null, false), appeal, shortage });
    };
    if (waitsForFloat(child, cursor)) return breakBefore(appeals.perfect);
    if (breakAt?.index === index && !breakAt.inside)
      return breakBefore(appealBefore(previous, child, true, input));
    const step = placeChild(child, index, cursor, input, context);
    // Floats that hold the words down stay.
    if (step.isPushed) lead = null;
    const before = appealBefore(previous, child, step.isPushed, input);
    const rest = restInside(child, index, step.rest, input);
    const hasEnded = step.rest?.ended === true && !stopsAtSpanner(child, step.rest);
    if (!mayStay(step, rest, before)) return breakBefore(before, shortageOf(step));
    early = earlyAfter(early, index, child, step, before, input);
    cursor = step.cursor;
    strain = joinStrains(strain, step.strain);
    if (step.placed) placed.push(step.placed);
    parallel.push(...step.parallel);
    if (rest && !hasEnded) return breakWith(rest);
    if (step.rest && rest) parallel.push({ ...flowOf(index, step.rest), appeal: rest.appeal });
    previous = child;
    lead = null;
  }
  return finish({ placed, cursor, parallel, strain }, input, null, early);
}

/** How far a flow had come before the first of the boxes out of flow that come before words. */
interface Lead {
  readonly index: number;
  readonly cursor: Cursor;
  readonly placed: number;
  readonly flows: number;
}

/** The break that two siblings force between them; null where they force none. */
function forcedBetween(
  before: Box,
  after: Box,
  index: number,
  { fragmentainer }: FlowInput,
): Rest | null {
  if (!fragmentainer) return null;
  const { kind, page, isOnPage } = fragmentainer;
  const here = { ...restAt(index, null, true), side: wantedSide(before, after) };
  // Through as many fragmentation contexts as it takes (css-break-3 §4.3).
  if (isOnPage && asksForPage(before, after)) return { ...here, endsPage: true };
  return isBreakForced(before, after, kind, page) ? here : null;
}

/**
 * How good a break before a child is: between a box and its first child it is no good unless floats
 * leave room between them (css-break-3 §4.1, class C).
 */
function appealBefore(
  previous: Box | null,
  child: Box,
  isPushed: boolean,
  { fragmentainer }: FlowInput,
): Appeal {
  if (!previous) return isPushed ? appeals.perfect : appeals.lastResort;
  const kind = fragmentainer?.kind ?? 'page';
  return isBreakAvoided(previous, child, kind) ? appeals.avoided : appeals.perfect;
}

/** True where what fits of a child may stand here; else it goes on as a whole. */
function mayStay(step: ChildStep, rest: Rest | null, before: Appeal): boolean {
  const { own, top, bottom, isPushed } = step;
  if (!own || (own.atTop && !isPushed) || rest?.forced) return true;
  if (own.room < epsilon && (top < bottom - epsilon || rest)) return false;
  if (rest) return rest.appeal >= before;
  return own.room >= bottom - top - epsilon;
}

/** How much more room would have let the child begin here. */
function shortageOf({ rest, own, top, bottom }: ChildStep): number {
  return rest?.shortage ?? bottom - top - (own?.room ?? 0);
}

/** The best place to break once a child has been placed as a whole. */
function earlyAfter(
  early: EarlyBreak | null,
  index: number,
  child: Box,
  step: ChildStep,
  before: Appeal,
  { fragmentainer, breakAt }: FlowInput,
): EarlyBreak | null {
  if (!step.own || breakAt || !fragmentainer) return null;
  const isPlace = before > appeals.lastResort && !step.own.atTop;
  const here = isPlace ? { place: { index, inside: null }, appeal: before } : null;
  const inner = step.rest && !step.rest.ended ? null : step.early;
  const isAvoided = isBreakInsideAvoided(child, fragmentainer.kind);
  const inside = inner && {
    place: { index, inside: inner.place },
    appeal: isAvoided ? leastAppeal(inner.appeal, appeals.avoided) : inner.appeal,
  };
  return betterBreak(betterBreak(early, here), inside);
}

/** Where the flow goes on inside a child. A break in a box that asks for none is a bad one. */
function restInside(child: Box, index: number, rest: Rest | null, input: FlowInput): Rest | null {
  if (!rest) return null;
  const own = restAt(index, rest, rest.forced);
  const isAvoided = isBreakInsideAvoided(child, input.fragmentainer?.kind ?? 'page');
  // What a forced break has parted may be broken further.
  const isParted = input.resume?.forced && input.resume.index === index && input.resume.child;
  if (rest.forced || !isAvoided || isParted) return own;
  return { ...own, appeal: leastAppeal(own.appeal, appeals.avoided) };
}

/**
 * A positioned child leaves the flow; where it would have stood is kept (CSS 2 §10.3.7): aligned in its
 * parent's width, at a line of no height (css-position-3 §4.1).
 */
function waitingChild(box: Box, index: number, cursor: Cursor, input: FlowInput): Placed {
  const y = cursor.open && input.collapsesTop ? 0 : cursor.y + strutSize(cursor.strut);
  const { alignSelf } = box.style;
  const justifySelf = justifyOf(box, input);
  const hold = {
    x: selfFraction(justifySelf, 0),
    y: selfFraction(ownSelf(alignSelf, box.turn?.flipsY), 0),
  };
  const position = { x: hold.x * input.width, y };
  const waiting = { box, position, after: -1, hold, heldBy: box.heldBy };
  return { index, fragments: [], outOfFlow: [waiting] };
}

/** How far a flow has come. */
interface Done {
  readonly placed: readonly Placed[];
  readonly cursor: Cursor;
  readonly parallel: readonly ParallelFlow[];
  readonly strain: Strain | undefined;
}

/** Fragments of what was placed, with waiting boxes tied to the child they come after. */
function finish(
  { placed, cursor, parallel, strain }: Done,
  input: FlowInput,
  rest: Rest | null,
  early: EarlyBreak | null,
): Flow {
  const children: Fragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  for (const one of placed) {
    children.push(...one.fragments);
    for (const waiting of one.outOfFlow) {
      outOfFlow.push({ ...waiting, after: children.length - 1 });
    }
  }
  const isSealed = cursor.sealed && !rest;
  return {
    children,
    outOfFlow,
    height: cursor.y + (isSealed ? strutSize(cursor.strut) : 0),
    topStrut: cursor.open ? cursor.strut : cursor.topStrut,
    // A margin before a forced break ends where the column or page does.
    bottomStrut: (rest && !rest.forced) || isSealed ? noMargin : cursor.strut,
    through: cursor.open,
    rest: withParallel(rest, parallel),
    parallel,
    early,
    strain,
    floats: input.floats && cursor.exclusions,
  };
}
