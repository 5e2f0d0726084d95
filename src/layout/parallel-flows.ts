/**
 * Flows beside the main one (css-break-3 §2: parallel fragmentation flows): floats, and what runs out
 * of boxes that have ended, go on in the next column or page before what follows them there, and
 * without taking room from it.
 */
import { type Box, isFloat } from './box.ts';
import { type Appeal, appeals, leastAppeal } from './break-appeal.ts';
import { placeChild } from './flow-children.ts';
import type { Cursor, FlowInput, Placed } from './flow-cursor.ts';
import { placeWaitingFloat } from './flow-floats.ts';
import { restAt } from './rest.ts';
import type { LayoutContext, ParallelFlow, Rest } from './space.ts';

/** The flow of a child that has ended itself. */
export function flowOf(index: number, rest: Rest): ParallelFlow {
  return { index, resume: rest, appeal: rest.appeal, shortage: rest.shortage };
}

/** What a flow that goes on came to: the floats after it, its pieces, and what of it goes on further. */
interface GoneOn {
  readonly exclusions: Cursor['exclusions'];
  readonly placed: Placed | null;
  readonly parallel: readonly ParallelFlow[];
}

/** Places what has come over from the column or page before. */
export function goOn(
  flow: ParallelFlow,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): GoneOn {
  const child = input.children[flow.index] as Box;
  if (flow.among || isFloat(child)) {
    const float = flow.among ?? child;
    const { cursor: next, ...step } = placeWaitingFloat(float, flow, cursor, input, context);
    return { ...step, exclusions: next.exclusions };
  }
  const resume = restAt(flow.index, flow.resume, false);
  const own = { ...input, resume, breakAt: undefined };
  const step = placeChild(child, flow.index, cursor, own, context);
  const parallel = step.rest ? [flowOf(flow.index, step.rest)] : [];
  return { exclusions: step.cursor.exclusions, placed: step.placed, parallel };
}

/** The rest of a flow with what goes on beside it. */
export function withParallel(rest: Rest | null, parallel: readonly ParallelFlow[]): Rest | null {
  if (!rest || parallel.length === 0) return rest;
  return { ...rest, parallel, shortage: Math.min(rest.shortage, leastShortage(parallel)) };
}

/** The rest of a box that has ended, its last child too. */
export function endedRest(
  children: readonly unknown[],
  parallel: readonly ParallelFlow[],
  consumed: number,
): Rest | null {
  if (parallel.length === 0) return null;
  const shortage = leastShortage(parallel);
  const appeal = worstAppeal(parallel);
  const end = restAt(children.length, null, false);
  return { ...end, consumed, parallel, shortage, appeal, ended: true };
}

function leastShortage(parallel: readonly ParallelFlow[]): number {
  return Math.min(...parallel.map(({ shortage }) => shortage));
}

function worstAppeal(parallel: readonly ParallelFlow[]): Appeal {
  return parallel.reduce<Appeal>((worst, one) => leastAppeal(worst, one.appeal), appeals.perfect);
}
