/**
 * Flex and grid containers over columns and pages (css-flexbox-1 §10, css-grid-2 §12): laid out in
 * one piece, then cut between lines or rows, and inside the items of one where that is better.
 * Deviation: rows are not laid out anew for a page of another width.
 */
import type { FlexBox, GridBox } from './box.ts';
import { moveFragment, sliceEdges } from './box-fragment.ts';
import { appeals } from './break-appeal.ts';
import {
  bestBefore,
  type ContainerSlice,
  cutRows,
  edgeAbove,
  isForcedBefore,
} from './container-cut.ts';
import { type ContainerRow, rowsOf } from './container-rows.ts';
import { contentBottom } from './content-bottom.ts';
import { isForcedInside } from './forced-inside.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { noMargin } from './margin.ts';
import { endedRest, withParallel } from './parallel-flows.ts';
import { restAt } from './rest.ts';
import { isEnd } from './slice.ts';
import { epsilon, type Laid, type LayoutContext, type Rest, type Space } from './space.ts';

/** The piece of a container that goes into this column or page. */
export function layoutSlice(box: FlexBox | GridBox, space: Space, context: LayoutContext): Laid {
  const { fragmentainer } = space;
  const uncut = { ...space, fragmentainer: null, resume: null, breakAt: undefined };
  const whole = context.layoutChild(
    box,
    // In columns all pieces together are a containing block.
    fragmentainer?.holdsPositioned ? { ...uncut, keepsWaiting: true } : uncut,
  );
  if (!fragmentainer) return whole;
  const rows = rowsOf(box, whole.fragment);
  const isColumn = fragmentainer.kind === 'column';
  const high = isColumn ? contentBottom(whole.fragment) : 0;
  const fits = Math.max(whole.fragment.height, high) <= fragmentainer.room + epsilon;
  const mayFit = space.resume === null && fits && !space.breakAt;
  const isForced =
    isForcedInside(box, fragmentainer.kind) ||
    rows.some((_, index) => isForcedBefore(rows, index, space));
  if (mayFit && !isForced) {
    return { ...whole, early: bestBefore(rows, rows.length, space) };
  }
  const slice = cutRows(rows, whole.fragment, space, fragmentainer, context);
  const piece = pieceOf(box, whole, rows, slice, space);
  // The rows fit, but not the edge below them: a line of items goes along with that. As in browsers, a row of a
  // grid does not.
  const goesOn = box.kind === 'flex' && !slice.rest && !isEnd(piece.rest) && !space.breakAt;
  const early = goesOn ? bestBefore(rows, rows.length, space) : null;
  if (!early || early.appeal === appeals.lastResort) return piece;
  const again = cutRows(
    rows,
    whole.fragment,
    { ...space, breakAt: early.place },
    fragmentainer,
    context,
  );
  return pieceOf(box, whole, rows, again, space);
}

function edgeBelow({ border, padding }: BoxFragment): number {
  return border.bottom + padding.bottom;
}

/** The container's fragment around a slice. */
function pieceOf(
  box: FlexBox | GridBox,
  whole: Laid,
  rows: readonly ContainerRow[],
  slice: ContainerSlice,
  { resume, fragmentainer }: Space,
): Laid {
  const { fragment } = whole;
  const isFirst = resume === null;
  const hasEnded = resume?.ended === true;
  const room = fragmentainer?.room ?? Number.POSITIVE_INFINITY;
  const below = fragment.height - (rows.at(-1)?.bottom ?? edgeAbove(fragment));
  const passed = resume && resume.index >= rows.length ? resume.consumed : 0;
  const natural = slice.bottom + Math.max(0, below - passed);
  // A container that goes on reaches to the end of the column or page.
  const full = Number.isFinite(room) ? Math.max(slice.bottom, room) : slice.bottom;
  const isTooHigh = natural > Math.max(room, slice.bottom) + epsilon && below > epsilon;
  // The edge below a grid's rows goes on in one piece, as in browsers.
  const isEdge = below <= edgeBelow(fragment) + epsilon;
  const isWhole = box.kind === 'grid' && isTooHigh && isEdge && passed === 0 && slice.bottom > 0;
  const end = isWhole ? slice.bottom : full;
  const cutBelow: Rest | null = isTooHigh
    ? {
        ...restAt(rows.length, null, false),
        consumed: passed + end - slice.bottom,
        shortage: natural - room,
        // Between the rows and the edge below them there may be room.
        appeal: isEdge ? appeals.lastResort : appeals.perfect,
      }
    : null;
  // A container of set height ends where that does, whatever its rows still need.
  const isShort = isFirst && below < -epsilon && fragment.height <= room + epsilon;
  const endsHere = hasEnded || (isShort && fragmentainer?.kind === 'column');
  const left = slice.rest ?? cutBelow;
  const main = left && endsHere ? { ...left, ended: true as const } : left;
  const rest = main ? withParallel(main, slice.parallel) : endedRest(rows, slice.parallel, 0);
  const isLast = isEnd(rest);
  const height = hasEnded ? 0 : endsHere ? fragment.height : isLast ? natural : end;
  const isHere = (y: number) =>
    (isFirst || y > slice.from - epsilon) && (isLast || y < slice.to - epsilon);
  const by = { x: 0, y: slice.shift };
  const positioned = fragment.children.filter((child) => !isItem(child) && isHere(child.y));
  const children = [...slice.children, ...positioned.map((child) => moveFragment(child, by))];
  return {
    ...whole,
    rest,
    early: null,
    fragment: {
      ...fragment,
      children,
      height,
      border: sliceEdges(fragment.border, isFirst, isLast && !hasEnded),
      padding: sliceEdges(fragment.padding, isFirst, isLast && !hasEnded),
      frame: fragment.frame && isFirst && isLast,
    },
    marginTop: isFirst ? whole.marginTop : noMargin,
    marginBottom: isLast ? whole.marginBottom : noMargin,
    outOfFlow: [
      ...whole.outOfFlow
        .filter(({ position }) => isHere(position.y))
        .map((one) => ({
          ...one,
          position: { x: one.position.x, y: one.position.y + slice.shift },
          after: Math.min(one.after, children.length - 1),
        })),
      ...slice.held,
    ],
  };
}

function isItem(child: Fragment): boolean {
  return (
    child.kind === 'box' && child.style.position !== 'absolute' && child.style.position !== 'fixed'
  );
}
