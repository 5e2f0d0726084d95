/** Floats and clearance in a flow of blocks (CSS 2 §9.5.1, §9.5.2). */
import type { Box, LinesBox } from './box.ts';
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import { clearedTop, isClearOf, sideOf } from './exclusions.ts';
import { type FloatRequest, placeFloat } from './floats.ts';
import {
  addWaiting,
  type Cursor,
  type FlowInput,
  offsetOf,
  type Placed,
  type Step,
  type Waiting,
  waitingFloats,
} from './flow-cursor.ts';
import { gridAt } from './line-grid.ts';
import type { MarginStrut } from './margin.ts';
import { type IsCleared, peekMarginTop } from './peek-margin.ts';
import { type DeferredFloat, epsilon, type LayoutContext, type Rest } from './space.ts';

/** A child that floats: as high as the next line or block would begin. */
export function placeFloatChild(
  box: Box,
  index: number,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  const { floats, width, height } = input;
  const left = floats?.x ?? 0;
  const top = (floats?.y ?? 0) + offsetOf(cursor, cursor.strut, input);
  const step = place(
    { box, left, width, height, top, resume: null },
    index,
    cursor,
    input,
    context,
  );
  const side = sideOf(box.style);
  const moves = cursor.open && input.collapsesTop;
  if (!moves) return step;
  const adjoining = { ...cursor.adjoining, [side]: true };
  return { ...step, cursor: { ...step.cursor, adjoining } };
}

/** A float left over from the column or page before. */
export function placeWaitingFloat(
  waiting: DeferredFloat,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  return place({ ...waiting, top: 0 }, -1, cursor, input, context);
}

function place(
  wanted: Omit<FloatRequest, 'fragmentainer' | 'grid'>,
  index: number,
  cursor: Cursor,
  { floats, fragmentainer, grid }: FlowInput,
  context: LayoutContext,
): Step {
  const from = { x: floats?.x ?? 0, y: floats?.y ?? 0 };
  const none = { placed: null };
  if (holdsWhole(cursor.deferred)) {
    // §9.5.1 rule 5: no float may stand before an earlier one.
    const { box, left, width, height, resume } = wanted;
    const deferred = addWaiting(cursor.deferred, [
      { box, left, width, height, resume, shortage: Number.POSITIVE_INFINITY },
    ]);
    return { ...none, cursor: { ...cursor, deferred } };
  }
  const found = placeFloat(
    {
      ...wanted,
      grid: (top) => gridAt(grid, top - from.y),
      fragmentainer: fragmentainer && {
        ...fragmentainer,
        room: fragmentainer.room + from.y,
        atTop: fragmentainer.atTop && cursor.open && cursor.y <= epsilon,
      },
    },
    cursor.exclusions,
    context,
  );
  const { fragment, deferred, exclusions } = found;
  const next: Cursor = {
    ...cursor,
    exclusions,
    deferred: deferred ? addWaiting(cursor.deferred, [deferred]) : cursor.deferred,
  };
  if (!fragment) return { ...none, cursor: next };
  const moved = moveFragment(fragment, { x: found.at.x - from.x, y: found.at.y - from.y });
  const placed: Placed = {
    index,
    fragments: [moved],
    outOfFlow: carryOutOfFlow(found.outOfFlow, { x: moved.x, y: moved.y }, 0),
  };
  return { cursor: next, placed };
}

/** True where a float waits that has not begun yet. */
function holdsWhole(deferred: Waiting | null): boolean {
  for (let at = deferred; at; at = at.before) if (!at.last.resume) return true;
  return false;
}

/** Where a child begins. */
export interface Start {
  /** Of its border box, from the content box's top. */
  readonly offset: number;
  /** Floats hold it down: its margin meets no other (§9.5.2, clearance). */
  readonly cleared: boolean;
  /** The margins inside it have been looked at. */
  readonly peeked: boolean;
}

/** The place of a child before it is laid out: exact where floats or breaks ask for it. */
export function startOf(
  child: Exclude<Box, LinesBox>,
  resume: Rest | null,
  cursor: Cursor,
  input: FlowInput,
): Start {
  const { floats, fragmentainer, grid } = input;
  if (resume || (!fragmentainer && !floats && !grid))
    return { offset: offsetOf(cursor, cursor.strut, input), cleared: false, peeked: false };
  const isCleared = clearanceIn(cursor, input);
  const strut = peekMarginTop(child, input.width, cursor.strut, isCleared);
  const offset = offsetOf(cursor, strut, input);
  if (!floats || child.style.clear === 'none') return { offset, cleared: false, peeked: true };
  if (!isCleared(child, strut, cursor.adjoining)) return { offset, cleared: false, peeked: true };
  const below = clearedTop(cursor.exclusions, child.style.clear) - floats.y;
  return { offset: below, cleared: true, peeked: true };
}

function meets({ style }: Exclude<Box, LinesBox>, sides: Cursor['adjoining']): boolean {
  const { clear } = style;
  return (sides.left && isClearOf(clear, 'left')) || (sides.right && isClearOf(clear, 'right'));
}

/** Whether floats hold a box down that would otherwise begin after some margins. */
function clearanceIn(cursor: Cursor, input: FlowInput): IsCleared {
  const { floats } = input;
  if (!floats) return () => false;
  return (box, strut: MarginStrut, sides) => {
    if (box.kind === 'lines') return false;
    if (meets(box, sides)) return true;
    const top = floats.y + offsetOf(cursor, strut, input);
    return clearedTop(cursor.exclusions, box.style.clear) > top + epsilon;
  };
}

/** True where a child has to stay below a float that went on to the next column or page. */
export function waitsForFloat({ style }: Box, { deferred }: Cursor): boolean {
  const { clear } = style;
  if (clear === 'none' || !deferred) return false;
  return waitingFloats(deferred).some(({ box }) => isClearOf(clear, sideOf(box.style)));
}
