/** Points to resume from. */
import { appeals } from './break-appeal.ts';
import type { ParallelFlow, Rest } from './space.ts';

/** Go on with child `index`, inside it at `child`. */
export function restAt(index: number, child: Rest | null, forced: boolean): Rest {
  const inner = {
    side: child?.side ?? null,
    appeal: child?.appeal ?? appeals.perfect,
    shortage: child?.shortage ?? Number.POSITIVE_INFINITY,
  };
  const rest = { index, child, line: 0, consumed: 0, forced, ...inner };
  return child?.endsPage ? { ...rest, endsPage: true } : rest;
}

/** True where nothing of the box has been placed. */
export function isStart(rest: Rest): boolean {
  return rest.index === 0 && rest.child === null && rest.line === 0 && rest.consumed === 0;
}

/** True where two points are the same: a loop that gets no further must stop. */
export function isSamePoint(one: Rest | null, other: Rest | null): boolean {
  if (!one || !other) return one === other;
  return (
    one.index === other.index &&
    one.line === other.line &&
    one.consumed === other.consumed &&
    one.text?.next.item === other.text?.next.item &&
    one.text?.next.offset === other.text?.next.offset &&
    isSameRow(one.beside ?? [], other.beside ?? []) &&
    one.ended === other.ended &&
    areSameFlows(one.parallel ?? [], other.parallel ?? []) &&
    isSamePoint(one.columns ?? null, other.columns ?? null) &&
    isSamePoint(one.child, other.child)
  );
}

function areSameFlows(one: readonly ParallelFlow[], other: readonly ParallelFlow[]): boolean {
  return (
    one.length === other.length &&
    one.every((flow, at) => {
      const same = other[at];
      const isSamePlace = same?.index === flow.index && same.among === flow.among;
      return isSamePlace && isSamePoint(flow.resume, same.resume);
    })
  );
}

function isSameRow(one: readonly (Rest | null)[], other: readonly (Rest | null)[]): boolean {
  return (
    one.length === other.length &&
    one.every((rest, index) => isSamePoint(rest, other[index] ?? null))
  );
}
