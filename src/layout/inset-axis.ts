/**
 * One axis of an absolutely positioned box in its containing block (css-position-3 §3.5, §4): the room
 * that insets leave it, and where in that room margins and alignment put it.
 */
import type { Rect } from '../base/index.ts';
import { type LengthPercentage, resolveLength } from '../style/index.ts';
import { ownSelf, type SelfAlignment, selfFraction } from './alignment.ts';
import type { BoxEdges } from './sizing.ts';
import type { OutOfFlow } from './space.ts';

/** Insets, margins (null is `auto`), and the containing block's size. */
export interface InsetAxis {
  readonly start: number | null;
  readonly end: number | null;
  readonly marginStart: number | null;
  readonly marginEnd: number | null;
  readonly size: number;
  /** Margins of the block axis may share a lack of room too (CSS 2 §10.6.4). */
  readonly isBlock: boolean;
  /** Place in normal flow, from the containing block's edge; `hold` of the box lies before it. */
  readonly flow: number;
  readonly hold: number;
  /** `auto` is `normal`: no container says how a positioned box is aligned. */
  readonly align: SelfAlignment;
}

export interface InsetAxes {
  readonly x: InsetAxis;
  readonly y: InsetAxis;
}

/** Both axes of a waiting box. */
export function insetAxes(
  { box, position, hold }: OutOfFlow,
  { margin }: BoxEdges,
  block: Rect,
): InsetAxes {
  const { style } = box;
  const inset = (value: LengthPercentage | 'auto', base: number) =>
    value === 'auto' ? null : resolveLength(value, base);
  return {
    x: {
      start: inset(style.left, block.width),
      end: inset(style.right, block.width),
      marginStart: style.marginLeft === 'auto' ? null : margin.left,
      marginEnd: style.marginRight === 'auto' ? null : margin.right,
      size: block.width,
      isBlock: false,
      flow: position.x - block.x,
      hold: hold.x,
      align: ownSelf(style.justifySelf, box.turn?.flipsX),
    },
    y: {
      start: inset(style.top, block.height),
      end: inset(style.bottom, block.height),
      marginStart: style.marginTop === 'auto' ? null : margin.top,
      marginEnd: style.marginBottom === 'auto' ? null : margin.bottom,
      size: block.height,
      isBlock: true,
      flow: position.y - block.y,
      hold: hold.y,
      align: ownSelf(style.alignSelf, box.turn?.flipsY),
    },
  };
}

/** True where both insets are set: what is `auto` then follows from them. */
export function isPinned({ start, end }: InsetAxis): boolean {
  return start !== null && end !== null;
}

/** True where a box of `auto` size fills what insets leave of the containing block. */
export function fillsAxis(axis: InsetAxis, isSizedByContent: boolean): boolean {
  if (!isPinned(axis)) return false;
  const { align } = axis;
  return align === 'stretch' || (!isSizedByContent && (align === 'normal' || align === 'auto'));
}

/** Room from the place in normal flow on, to the side or sides that the box grows to. */
function roomAround({ size, flow, hold }: InsetAxis): number {
  if (hold === 0.5) return 2 * Math.max(0, Math.min(flow, size - flow));
  return hold === 1 ? flow : size - flow;
}

/** What insets and margins leave of the containing block. */
export function roomOf(axis: InsetAxis): number {
  const flow = axis.start === null && axis.end === null ? axis.size - roomAround(axis) : 0;
  const taken = (axis.start ?? 0) + (axis.end ?? 0) + flow;
  // Insets that leave no room meet; margins below 0 make some.
  return Math.max(0, axis.size - taken) - (axis.marginStart ?? 0) - (axis.marginEnd ?? 0);
}

/** Where the border box begins. With both insets, `auto` margins share what is left over. */
export function offsetOf(axis: InsetAxis, size: number): number {
  const { start, end, marginStart, marginEnd } = axis;
  if (start !== null && end !== null) {
    // Insets that leave no room meet where the first one ends (css-position-3 §3.5.1).
    const room = axis.isBlock ? Math.max(0, axis.size - start - end) : axis.size - start - end;
    const free = room - size - (marginStart ?? 0) - (marginEnd ?? 0);
    if (marginStart === null && marginEnd === null)
      return start + (axis.isBlock ? free / 2 : Math.max(0, free / 2));
    if (marginStart === null || marginEnd === null) return start + (marginStart ?? free);
    return alignedOffset(axis, start, free, size);
  }
  if (start !== null) return start + (marginStart ?? 0);
  if (end !== null) return axis.size - end - (marginEnd ?? 0) - size;
  const outer = size + (marginStart ?? 0) + (marginEnd ?? 0);
  return axis.flow - axis.hold * outer + (marginStart ?? 0);
}

/**
 * css-align-3 §4.4: what overflows the room, unless it is `safe` or `unsafe`, moves no further than
 * needed to stay in the containing block and the room, and begins there where it is larger than both.
 */
function alignedOffset(axis: InsetAxis, start: number, free: number, size: number): number {
  const { align, marginStart, marginEnd } = axis;
  const before = marginStart ?? 0;
  const offset = start + free * selfFraction(align, free);
  const isPlain = align === 'normal' || align === 'auto' || align === 'stretch';
  if (isPlain || free >= 0 || align.includes('safe ')) return offset + before;
  const outer = before + size + (marginEnd ?? 0);
  const [least, most] = [Math.min(0, start), Math.max(axis.size, axis.size - (axis.end ?? 0))];
  return Math.max(least, Math.min(offset, most - outer)) + before;
}
