/**
 * Lines beside floats (CSS 2 §9.5). Which floats a line meets depends on its height, and its words
 * on its width: lines are broken for the heights they are expected to have, and once more where
 * that proves wrong, where a word finds no room beside a float, or where a float stands among the
 * words themselves.
 */
import { breakParagraph, type Line, type LineRoom } from '../text/index.ts';
import { shrunkWidth } from './atom.ts';
import type { LinesBox } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import { clearedTop } from './exclusions.ts';
import { placeFloat } from './floats.ts';
import type { BoxFragment, LineFragment } from './fragment.ts';
import { layoutLineBox } from './line-box.ts';
import { gridAt, snapShift } from './line-grid.ts';
import { inlineMetrics } from './line-metrics.ts';
import { type LineSlot, lineSlots } from './line-slots.ts';
import type { Paragraph, WaitingInline } from './paragraph.ts';
import { computeEdges } from './sizing.ts';
import {
  type DeferredFloat,
  epsilon,
  type FloatSpace,
  type LayoutContext,
  type OutOfFlow,
  type Space,
} from './space.ts';
import { paragraphStyleOf, styleOfRest } from './text-style.ts';

/** Lines with their places, and the floats that stood among their words. */
export interface LinesAround {
  readonly broken: readonly Line[];
  readonly lines: readonly LineFragment[];
  /** Relative to the lines' block, as `line`'s are; in the order of the words. */
  readonly floating: readonly PlacedAmong[];
  readonly outOfFlow: readonly { readonly line: number; readonly waiting: OutOfFlow }[];
}

/** A float among the words. */
export interface PlacedAmong {
  /** The line its place in the text is on. */
  readonly line: number;
  readonly fragment: BoxFragment | null;
  readonly outOfFlow: readonly OutOfFlow[];
  readonly deferred: DeferredFloat | null;
  /** Floats of the formatting context with this one. */
  readonly exclusions: FloatSpace['exclusions'];
}

interface Around {
  readonly paragraph: Paragraph;
  readonly box: LinesBox;
  readonly space: Space;
  readonly isFirst: boolean;
  /** The line that is the last of its column or page: no word may be divided at its end. */
  readonly columnEnd: number | null;
  readonly context: LayoutContext;
}

/** What has been found out so far; replaced until nothing changes. */
interface Knowledge {
  readonly floats: FloatSpace;
  readonly placed: readonly PlacedAmong[];
  readonly heights: readonly number[];
  readonly floors: ReadonlyMap<number, number>;
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
  const around: Around = { paragraph, box, space, isFirst, columnEnd, context };
  let known: Knowledge = { floats, placed: [], heights: [], floors: new Map() };
  for (let pass = 0; ; pass++) {
    const result = breakOnce(around, known);
    if (!result.better) return result.lines;
    if (pass >= mostPasses) return placeOthers(around, known, result.lines);
    known = result.better;
  }
}

/** Floats that have no place yet, each on the line that its place in the text is on. */
function placeOthers(around: Around, known: Knowledge, lines: LinesAround): LinesAround {
  let all = known;
  for (let index = 0; index < lines.lines.length; index++) {
    const { y, x, width, height } = lines.lines[index] as LineFragment;
    const slot = { y, left: x, width, narrowed: false, next: Number.POSITIVE_INFINITY };
    for (;;) {
      const more = placeAmong(around, all, lines.broken, index, slot, height);
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
    snap: (y: number) => (grid ? y + snapShift(gridAt(grid, y) ?? grid, leaded.above) : y),
  };
  const slotOf = lineSlots(request);
  const own = paragraphStyleOf(box, space.width);
  const style = isFirst ? own : styleOfRest(own);
  const broken =
    paragraph.items.length === 0
      ? []
      : breakParagraph(paragraph.items, style, (line) =>
          roomIn(slotOf(line), line === around.columnEnd),
        ).lines;
  const lines: LineFragment[] = [];
  const outOfFlow: { line: number; waiting: OutOfFlow }[] = [];
  const heights: number[] = [];
  for (const [index, line] of broken.entries()) {
    const slot = slotOf(index);
    const laid = layoutLineBox(line, paragraph, box, space.width, context);
    const { height } = laid.fragment;
    heights.push(height);
    const all = { broken, lines, floating: known.placed, outOfFlow };
    const better =
      clearBreak(paragraph, broken, index, slot, known, heights) ??
      refit(line, index, slot, known, heights) ??
      placeAmong(around, known, broken, index, slot, height) ??
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
  return { lines: { broken, lines, floating: known.placed, outOfFlow }, better: null };
}

/** The lines as they are, should this be the last pass. */
function complete(
  { lines, floating, outOfFlow }: LinesAround,
  all: readonly Line[],
  from: number,
  { paragraph, box, space, context }: Around,
  slotOf: (line: number) => LineSlot,
): LinesAround {
  const others = all.slice(from).map((line, index) => {
    const { y } = slotOf(from + index);
    return moveFragment(layoutLineBox(line, paragraph, box, space.width, context).fragment, {
      x: 0,
      y,
    });
  });
  return { broken: all, lines: [...lines, ...others], floating, outOfFlow };
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
    .map((line) => layoutLineBox(line, paragraph, box, space.width, context).fragment.height);
  return { ...known, heights: [...heights, ...others] };
}

/** `<br>` may ask for the next line to stand below floats (CSS 2 §9.5.2). */
function clearBreak(
  { sources }: Paragraph,
  broken: readonly Line[],
  index: number,
  slot: LineSlot,
  known: Knowledge,
  heights: readonly number[],
): Knowledge | null {
  const first = broken[index]?.pieces[0]?.item;
  const before = broken[index - 1]?.pieces[0]?.item;
  if (first === undefined || before === undefined) return null;
  const { floats } = known;
  const top = sources.slice(before, first).reduce((lowest, source) => {
    if (source.kind !== 'text' || !source.text.isBreak) return lowest;
    return Math.max(lowest, clearedTop(floats.exclusions, source.text.style.clear) - floats.y);
  }, 0);
  if (top <= slot.y + epsilon) return null;
  const floors = new Map([...known.floors].filter(([at]) => at < index));
  floors.set(index, top);
  return { ...known, floors, heights: heights.slice(0, -1) };
}

/** A word that finds no room beside a float goes further down. */
function refit(
  line: Line,
  index: number,
  slot: LineSlot,
  known: Knowledge,
  heights: readonly number[],
): Knowledge | null {
  const isTight = slot.narrowed && (line.overfull || line.widthPt > slot.width + epsilon);
  if (!isTight || !Number.isFinite(slot.next)) return null;
  const floors = new Map([...known.floors].filter(([at]) => at < index));
  floors.set(index, slot.next);
  return { ...known, floors, heights: heights.slice(0, -1) };
}

/** Places the first float whose place in the text is on this line and that has no place yet. */
function placeAmong(
  { paragraph, space, context }: Around,
  known: Knowledge,
  broken: readonly Line[],
  index: number,
  slot: LineSlot,
  height: number,
): Knowledge | null {
  const float = paragraph.floats[known.placed.length];
  if (!float || lineOf(float, broken) > index) return null;
  const { floats } = known;
  const room = slot.width - widthBefore(float, broken[index], paragraph);
  const top = outerWidth(float.box, space, context) <= room + epsilon ? slot.y : slot.y + height;
  const { fragmentainer } = space;
  const found = placeFloat(
    {
      box: float.box,
      left: floats.x,
      width: space.width,
      height: space.height,
      top: floats.y + top,
      grid: (at) => gridAt(space.grid, at - floats.y),
      fragmentainer: fragmentainer && {
        ...fragmentainer,
        room: fragmentainer.room + floats.y,
        atTop: fragmentainer.atTop && top === 0,
      },
      resume: null,
    },
    floats.exclusions,
    context,
  );
  const { fragment, exclusions, deferred } = found;
  const by = { x: found.at.x - floats.x, y: found.at.y - floats.y };
  const moved = fragment && moveFragment(fragment, by);
  const placed: PlacedAmong = {
    line: index,
    fragment: moved,
    outOfFlow: moved
      ? found.outOfFlow.map((one) => ({
          ...one,
          position: { x: one.position.x + moved.x, y: one.position.y + moved.y },
        }))
      : [],
    deferred,
    exclusions,
  };
  return { ...known, floats: { ...floats, exclusions }, placed: [...known.placed, placed] };
}

/** The line that a place in the text is on. */
function lineOf({ before }: WaitingInline, broken: readonly Line[]): number {
  for (let line = broken.length - 1; line > 0; line--)
    if (broken[line]?.pieces.some(({ item }) => item < before)) return line;
  return 0;
}

/** Width of a line's words before a place in the text, without the space at their end. */
function widthBefore(
  { before }: WaitingInline,
  line: Line | undefined,
  { items }: Paragraph,
): number {
  const pieces = line?.pieces.filter(({ item }) => item < before) ?? [];
  const last = pieces.at(-1);
  if (!line || !last) return 0;
  const start = line.pieces[0]?.xPt ?? 0;
  if (last.kind !== 'glyphs') return last.xPt + last.widthPt - start;
  const isLastOfLine = last === line.pieces.at(-1) && items[last.item] !== undefined;
  const trailing = isLastOfLine ? 0 : trailingSpace(last.run.glyphs);
  return last.xPt + last.run.widthPt - trailing - start;
}

function trailingSpace(glyphs: readonly { readonly text: string; readonly advancePt: number }[]) {
  const last = glyphs.at(-1);
  return last?.text === ' ' ? last.advancePt : 0;
}

function outerWidth(box: WaitingInline['box'], space: Space, context: LayoutContext): number {
  const { margin } = computeEdges(box.style, space.width);
  const own =
    box.kind === 'picture'
      ? context.layoutChild(box, { ...space, fragmentainer: null, resume: null, floats: undefined })
          .fragment.width
      : shrunkWidth(box, space.width, space.height, context);
  return margin.left + own + margin.right;
}
