/** Where lines may stand beside floats (CSS 2 §9.5): heights and widths, before words are known. */
import { bandAt, bottomOf, roomBetween } from './exclusions.ts';
import type { FloatSpace } from './space.ts';

/** The place of one line; `y` and `left` from the first line's top and the content box's left. */
export interface LineSlot {
  readonly y: number;
  readonly left: number;
  readonly width: number;
  /** Floats make it narrower than its block. */
  readonly narrowed: boolean;
  /** Where it would have other neighbours. */
  readonly next: number;
}

export interface SlotRequest {
  readonly floats: FloatSpace;
  /** Of the content box. */
  readonly width: number;
  /** Height of the line with that index, as far as it is known. */
  heightOf(line: number): number;
  /** A line that found no room higher up begins here at the earliest. */
  floorOf(line: number): number;
  /** Without anything in it, a line needs no room beside floats. */
  isEmpty(line: number): boolean;
  /** The height at or below another at which a line may stand: on the baseline grid. */
  snap(y: number): number;
}

/** The slot of each line, worked out as they are asked for. */
export function lineSlots(request: SlotRequest): (line: number) => LineSlot {
  const slots: LineSlot[] = [];
  const { floats, heightOf } = request;
  const end = bottomOf(floats.exclusions) - floats.y;
  return (line) => {
    while (slots.length <= line) {
      const at = slots.length;
      const last = slots[at - 1];
      const y = request.snap(last ? last.y + heightOf(at - 1) : 0);
      // Below all floats one line is like the next.
      if (last && y >= end && y >= request.floorOf(line)) {
        if (line > at) return { ...freeSlot(y, request), y: y + heightsBetween(at, line, request) };
        slots.push(freeSlot(y, request));
      } else slots.push(findSlot(request.snap(Math.max(y, request.floorOf(at))), at, request));
    }
    return slots[line] as LineSlot;
  };
}

function heightsBetween(from: number, to: number, { heightOf }: SlotRequest): number {
  let sum = 0;
  for (let line = from; line < to; line++) sum += heightOf(line);
  return sum;
}

function freeSlot(y: number, { width }: SlotRequest): LineSlot {
  return { y, left: 0, width, narrowed: false, next: Number.POSITIVE_INFINITY };
}

/** The slot at a height, or below the floats that leave nothing of it. */
function findSlot(from: number, line: number, request: SlotRequest): LineSlot {
  let y = from;
  for (;;) {
    const slot = slotAt(y, request.heightOf(line), request);
    if (request.isEmpty(line) && slot.width >= 0) return slot;
    if (slot.width > 0 || !slot.narrowed || !Number.isFinite(slot.next)) return slot;
    y = request.snap(slot.next);
  }
}

/** What floats leave of a line at a height. */
export function slotAt(y: number, height: number, request: SlotRequest): LineSlot {
  const { floats, width } = request;
  const top = floats.y + y;
  const band = bandAt(floats.exclusions, top, top + height, 'contours');
  // Where there is no room anyway floats take none of it.
  if (width <= 0) return { ...freeSlot(y, request), next: band.next - floats.y };
  const left = Math.max(0, band.left - floats.x);
  const right = Math.min(width, band.right - floats.x);
  return {
    y,
    left,
    width: roomBetween(band, floats.x, floats.x + width),
    narrowed: left > 0 || right < width,
    next: band.next - floats.y,
  };
}
