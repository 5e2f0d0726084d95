/** Floats and clearance in a flow of blocks (CSS 2 §9.5.1, §9.5.2). */
import type { Box, LinesBox } from './box.ts';
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import { clearedTop, isClearOf, sideOf } from './exclusions.ts';
import { type FloatRequest, placeFloat } from './floats.ts';
import { type Cursor, type FlowInput, offsetOf, type Placed, type Step } from './flow-cursor.ts';
import { gridAt } from './line-grid.ts';
import type { MarginStrut } from './margin.ts';
import { type IsCleared, peekMarginTop } from './peek-margin.ts';
import {
  epsilon,
  type LayoutContext,
  type ParallelFlow,
  type Rest,
  type WaitingFloat,
} from './space.ts';

/** A child that floats: as high as the next line or block would begin. */
export function placeFloatChild(
  box: Box,
  index: number,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  const top = (input.floats?.y ?? 0) + offsetOf(cursor, cursor.strut, input);
  const step = place({ box, top, resume: null }, { index }, cursor, input, context);
  const side = sideOf(box.style);
  const moves = cursor.open && input.collapsesTop;
  if (!moves) return step;
  const adjoining = { ...cursor.adjoining, [side]: true };
  return { ...step, cursor: { ...step.cursor, adjoining } };
}

/** A float left over from the column or page before. */
export function placeWaitingFloat(
  box: Box,
  flow: ParallelFlow,
  cursor: Cursor,
  input: FlowInput,
  context: LayoutContext,
): Step {
  const top = input.floats?.y ?? 0;
  return place({ box, top, resume: flow.resume }, flow, cursor, input, context);
}

function place(
  wanted: Pick<FloatRequest, 'box' | 'top' | 'resume'>,
  { index, among }: Pick<ParallelFlow, 'index' | 'among'>,
  cursor: Cursor,
  { floats, fragmentainer, grid, width, height }: FlowInput,
  context: LayoutContext,
): Step {
  const from = { x: floats?.x ?? 0, y: floats?.y ?? 0 };
  const found = placeFloat(
    {
      ...wanted,
      left: from.x,
      width,
      height,
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
  const { fragment, waiting, exclusions } = found;
  const next: Cursor = { ...cursor, exclusions };
  const parallel = waiting ? [{ ...flowOfFloat(waiting, index), ...(among ? { among } : {}) }] : [];
  if (!fragment) return { placed: null, cursor: next, parallel };
  const moved = moveFragment(fragment, { x: found.at.x - from.x, y: found.at.y - from.y });
  const placed: Placed = {
    index,
    fragments: [moved],
    outOfFlow: carryOutOfFlow(found.outOfFlow, { x: moved.x, y: moved.y }, 0),
  };
  return { cursor: next, placed, parallel };
}

export function flowOfFloat(
  { resume, shortage, appeal }: WaitingFloat,
  index: number,
): ParallelFlow {
  return { index, resume, shortage, appeal };
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
  const strut = peekMarginTop(child, input, cursor.strut, isCleared);
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
export function waitsForFloat({ style }: Box, { exclusions }: Cursor): boolean {
  const { clear } = style;
  const { left, right } = exclusions.goesOn;
  return (left && isClearOf(clear, 'left')) || (right && isClearOf(clear, 'right'));
}
