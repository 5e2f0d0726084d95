/** Floats that stand among the words of a paragraph (CSS 2 §9.5). */
import type { Glyphs, Line } from '../text/index.ts';
import { shrunkWidth } from './atom.ts';
import { moveFragment } from './box-fragment.ts';
import { placeFloat } from './floats.ts';
import type { BoxFragment } from './fragment.ts';
import { gridAt } from './line-grid.ts';
import type { Paragraph, WaitingInline } from './paragraph.ts';
import { computeEdges } from './sizing.ts';
import {
  epsilon,
  type FloatSpace,
  type LayoutContext,
  type OutOfFlow,
  type Space,
  type WaitingFloat,
} from './space.ts';

/** A float among the words. */
export interface PlacedAmong {
  /** The line its place in the text is on. */
  readonly line: number;
  readonly fragment: BoxFragment | null;
  readonly outOfFlow: readonly OutOfFlow[];
  readonly waiting: WaitingFloat | null;
  /** Floats of the formatting context with this one. */
  readonly exclusions: FloatSpace['exclusions'];
}

/** Width that a float needs beside the words before it. */
export function isRoomBeside(
  float: WaitingInline,
  line: Line | undefined,
  width: number,
  paragraph: Paragraph,
  space: Space,
  context: LayoutContext,
): boolean {
  const room = width - widthBefore(float, line, paragraph);
  return outerWidth(float.box, space, context) <= room + epsilon;
}

/** Places a float among the words, its top no higher than that from the first line's top. */
export function placeAmong(
  float: WaitingInline,
  line: number,
  top: number,
  floats: FloatSpace,
  space: Space,
  context: LayoutContext,
): PlacedAmong {
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
  const { fragment, exclusions, waiting } = found;
  const by = { x: found.at.x - floats.x, y: found.at.y - floats.y };
  const moved = fragment && moveFragment(fragment, by);
  return {
    line,
    fragment: moved,
    outOfFlow: moved
      ? found.outOfFlow.map((one) => ({
          ...one,
          position: { x: one.position.x + moved.x, y: one.position.y + moved.y },
        }))
      : [],
    waiting,
    exclusions,
  };
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

function trailingSpace(glyphs: Glyphs): number {
  const last = glyphs.length - 1;
  return glyphs.textAt(last) === ' ' ? glyphs.advanceAt(last) : 0;
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
