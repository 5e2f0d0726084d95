/**
 * Lines beside floats (CSS 2 §9.5). Which floats a line meets depends on its height, and its words
 * on its width: lines are broken for the heights they are expected to have, and once more where
 * that proves wrong, where a word finds no room beside a float, or where a float stands among the
 * words themselves.
 */
import { breakParagraph, type Line, type LineRoom } from '../text/index.ts';
import type { LinesBox } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import { clearedTop } from './exclusions.ts';
import { isRoomBeside, type PlacedAmong, placeAmong } from './floats-among.ts';
import { breaksByLine, type ForcedBreak, lineBefore } from './forced-breaks.ts';
import type { LineFragment } from './fragment.ts';
import { layoutLineBox } from './line-box.ts';
import { gridAt, snapShift } from './line-grid.ts';
import { inlineMetrics } from './line-metrics.ts';
import { type LineSlot, lineSlots, type SlotRequest, slotAt } from './line-slots.ts';
import type { Paragraph } from './paragraph.ts';
import {
  epsilon,
  type FloatSpace,
  type LayoutContext,
  type OutOfFlow,
  type Space,
} from './space.ts';
import { paragraphStyleOf, styleFromStart, styleOfRest } from './text-style.ts';

/** Lines with their places, and the floats that stood among their words. */
export interface LinesAround {
  readonly broken: readonly Line[];
  readonly lines: readonly LineFragment[];
  /** Relative to the lines' block, as `line`'s are; in the order of the words. */
  readonly floating: readonly PlacedAmong[];
  readonly outOfFlow: readonly { readonly line: number; readonly waiting: OutOfFlow }[];
  /** The least height that a `<br>` at the end asks for, to stand below floats. */
  readonly cleared: number;
}

interface Around {
  readonly paragraph: Paragraph;
  readonly box: LinesBox;
  readonly space: Space;
  readonly isFirst: boolean;
  /** The line that is the last of its column or page: no word may be divided at its end. */
  readonly columnEnd: number | null;
  /** Floats before those among the words. */
  readonly floats: FloatSpace;
  readonly context: LayoutContext;
}

/** What has been found out so far; replaced until nothing changes. */
interface Knowledge {
  readonly floats: FloatSpace;
  readonly placed: readonly PlacedAmong[];
  readonly heights: readonly number[];
  readonly floors: ReadonlyMap<number, number>;
  /** Lines with nothing in them. */
  readonly empty: ReadonlySet<number>;
}

/** A paragraph that has not settled by then stays as it is. */
const mostPasses = 24;

/**
 * Breaks and stacks a paragraph; `isFirst`: it begins with its first line, which is indented;
 * `columnEnd`: the line that ends the column, where that is known.
 */
export function layoutAround(
  paragraph: Paragraph,
  box: LinesBox,
  floats: FloatSpace,
  space: Space,
  isFirst: boolean,
  columnEnd: number | null,
  context: LayoutContext,
): LinesAround {
  const around: Around = { paragraph, box, space, isFirst, columnEnd, floats, context };
  let known: Knowledge = { floats, placed: [], heights: [], floors: new Map(), empty: new Set() };
  for (let pass = 0; ; pass++) {
    const result = breakOnce(around, known);
    if (!result.better) return result.lines;
    if (pass >= mostPasses) return placeOthers(around, known, result.lines);
    known = result.better;
  }
}

/** Floats that have no place yet, each on the line that its place in the text is on. */
function placeOthers(around: Around, known: Knowledge, lines: LinesAround): LinesAround {
  const breaks = breaksByLine(around.paragraph, lines.broken);
  let all = known;
  for (let index = 0; index < lines.lines.length; index++) {
    const { y, x, width, height } = lines.lines[index] as LineFragment;
    const slot = { y, left: x, width, narrowed: false, next: Number.POSITIVE_INFINITY };
    for (;;) {
      const more = placeOn(around, all, lines.broken, breaks, index, slot, height);
      if (!more) break;
      all = more;
    }
  }
  return { ...lines, floating: all.placed };
}

interface Pass {
  readonly lines: LinesAround;
  /** Null where the lines are as they should be. */
  readonly better: Knowledge | null;
}

function breakOnce(around: Around, known: Knowledge): Pass {
  const { paragraph, box, space, isFirst, context } = around;
  const { leaded } = inlineMetrics(box.style, context);
  const usual = leaded.above + leaded.below;
  const grid = box.style.lineSnap === 'baseline' ? space.grid : undefined;
  const request = {
    floats: known.floats,
    width: space.width,
    heightOf: (line: number) => known.heights[line] ?? usual,
    floorOf: (line: number) => known.floors.get(line) ?? 0,
    isEmpty: (line: number) => known.empty.has(line),
    snap: (y: number) => (grid ? y + snapShift(gridAt(grid, y) ?? grid, leaded.above) : y),
  };
  const slotOf = lineSlots(request);
  const own = paragraphStyleOf(box, space.width, context);
  const style = isFirst ? styleFromStart(own, box) : styleOfRest(own);
  const broken =
    paragraph.items.length === 0
      ? []
      : breakParagraph(paragraph.items, style, (line) =>
          roomIn(slotOf(line), line === around.columnEnd),
        ).lines;
  const breaks = breaksByLine(paragraph, broken);
  const clearedBy = (line: number) => clearanceAfter(breaks.get(line), line, around, known);
  const lines: LineFragment[] = [];
  const outOfFlow: { line: number; waiting: OutOfFlow }[] = [];
  const heights: number[] = [];
  for (const [index, line] of broken.entries()) {
    const slot = slotOf(index);
    const laid = layoutLineBox(line, paragraph, box, space, context);
    const { height } = laid.fragment;
    heights.push(height);
    const all = { broken, lines, floating: known.placed, outOfFlow, cleared: 0 };
    const better =
      putBelow(clearedBy(index - 1), index, slot, known, heights) ??
      raise(line, index, slot, lines.at(-1), known) ??
      refit(line, index, slot, known, heights, request) ??
      placeOn(around, known, broken, breaks, index, slot, height) ??
      remeasure(height, request.heightOf(index), known, broken, heights, around);
    if (better) return { lines: complete(all, broken, index, around, slotOf), better };
    const by = { x: 0, y: slot.y };
    lines.push(moveFragment(laid.fragment, by));
    for (const { position, ...rest } of laid.outOfFlow)
      outOfFlow.push({
        line: index,
        waiting: { ...rest, position: { x: position.x + by.x, y: position.y + by.y } },
      });
  }
  const last = lines.at(-1);
  const cleared = clearedBy(broken.length - 1);
  const end = Math.max(cleared, last ? last.y + last.height : 0);
  const slot = { ...slotOf(broken.length), y: end };
  const better = placeOn(around, known, broken, breaks, broken.length, slot, 0);
  return { lines: { broken, lines, floating: known.placed, outOfFlow, cleared }, better };
}

/** The lines as they are, should this be the last pass. */
function complete(
  { lines, floating, outOfFlow, cleared }: LinesAround,
  all: readonly Line[],
  from: number,
  { paragraph, box, space, context }: Around,
  slotOf: (line: number) => LineSlot,
): LinesAround {
  const others = all.slice(from).map((line, index) => {
    const { y } = slotOf(from + index);
    return moveFragment(layoutLineBox(line, paragraph, box, space, context).fragment, {
      x: 0,
      y,
    });
  });
  return { broken: all, lines: [...lines, ...others], floating, outOfFlow, cleared };
}

function roomIn({ left, width }: LineSlot, endsColumn: boolean): LineRoom {
  return { leftPt: left, widthPt: width, endsColumn };
}

/** A line that is not as high as it was thought to be: all lines get the height they have. */
function remeasure(
  height: number,
  expected: number,
  known: Knowledge,
  broken: readonly Line[],
  heights: readonly number[],
  { paragraph, box, space, context }: Around,
): Knowledge | null {
  if (Math.abs(height - expected) <= epsilon) return null;
  const others = broken
    .slice(heights.length)
    .map((line) => layoutLineBox(line, paragraph, box, space, context).fragment.height);
  return { ...known, heights: [...heights, ...others] };
}

/** Where what follows a line may begin: its `<br>` may clear the floats before it (CSS 2 §9.5.2). */
function clearanceAfter(
  end: ForcedBreak | undefined,
  line: number,
  { floats }: Around,
  { placed }: Knowledge,
): number {
  if (!end || end.clear === 'none') return 0;
  const before = placed.findLast((one) => one.line <= line)?.exclusions ?? floats.exclusions;
  return Math.max(0, clearedTop(before, end.clear) - floats.y);
}

/** A line that may not begin higher than that. */
function putBelow(
  top: number,
  index: number,
  slot: LineSlot,
  known: Knowledge,
  heights: readonly number[],
): Knowledge | null {
  if (top <= slot.y + epsilon) return null;
  const floors = new Map([...known.floors].filter(([at]) => at < index));
  floors.set(index, top);
  return { ...known, floors, heights: heights.slice(0, -1) };
}

/** A line of no width that was put below floats goes back up beside them. */
function raise(
  { widthPt }: Line,
  index: number,
  { y }: LineSlot,
  before: LineFragment | undefined,
  known: Knowledge,
): Knowledge | null {
  const top = before ? before.y + before.height : 0;
  const isLow = y > Math.max(top, known.floors.get(index) ?? 0) + epsilon;
  if (widthPt > epsilon || !isLow || known.empty.has(index)) return null;
  const empty = new Set([...known.empty].filter((line) => line < index));
  return { ...known, empty: empty.add(index) };
}

/** A word that finds no room beside a float goes further down. */
function refit(
  line: Line,
  index: number,
  slot: LineSlot,
  known: Knowledge,
  heights: readonly number[],
  request: SlotRequest,
): Knowledge | null {
  const isTight = slot.narrowed && (line.overfull || line.widthPt > slot.width + epsilon);
  if (!isTight || !Number.isFinite(slot.next)) return null;
  let lower = slot;
  do lower = slotAt(request.snap(lower.next), request.heightOf(index), request);
  while (lower.width < line.widthPt - epsilon && Number.isFinite(lower.next));
  return putBelow(lower.y, index, slot, known, heights);
}

/** Places the first float whose place in the text is on this line and that has no place yet. */
function placeOn(
  { paragraph, space, context }: Around,
  known: Knowledge,
  broken: readonly Line[],
  breaks: ReadonlyMap<number, ForcedBreak>,
  index: number,
  slot: LineSlot,
  height: number,
): Knowledge | null {
  const float = paragraph.floats[known.placed.length];
  if (!float || lineBefore(float.before, broken, breaks) > index) return null;
  const { floats } = known;
  const isBeside = isRoomBeside(float, broken[index], slot.width, paragraph, space, context);
  const top = isBeside ? slot.y : slot.y + height;
  const placed = placeAmong(float, index, top, floats, space, context);
  const { exclusions } = placed;
  return { ...known, floats: { ...floats, exclusions }, placed: [...known.placed, placed] };
}
