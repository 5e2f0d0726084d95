/** Laying out a box that spans all columns (css-multicol-1 §6). */
import type { Box } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import { appeals } from './break-appeal.ts';
import { isBreakInsideAvoided, isMonolithic } from './break-rules.ts';
import type { Columns, Row, SpannerPart } from './column-row.ts';
import { joinStruts, type MarginStrut, noMargin, strutOf, strutSize } from './margin.ts';
import { computeEdges, usedMarginLeft } from './sizing.ts';
import { epsilon, type Fragmentainer, type LayoutContext, openSpace, type Rest } from './space.ts';

/** What a spanning box meets. */
export interface SpannerPlace {
  /** What the one before left below it, which meets this one's margin above (§6.1). */
  readonly margin: MarginStrut;
  /** It follows a break that nobody asked for, which ends margins (css-break-3 §5.2). */
  readonly isAfterBreak: boolean;
  readonly outer: Fragmentainer | null;
  readonly resume: Rest | null;
}

export function layoutSpanner(
  segment: Box,
  columns: Columns,
  { margin, isAfterBreak, outer, resume }: SpannerPlace,
  context: LayoutContext,
): Row<SpannerPart> {
  const width = columns.count * (columns.width + columns.gap) - columns.gap;
  const edges = computeEdges(segment.style, width);
  const ownMargin = resume || isAfterBreak ? noMargin : strutOf(edges.margin.top);
  const above = strutSize(joinStruts(margin, ownMargin)) - strutSize(margin);
  const own = outer && { ...outer, room: outer.room - above };
  const isWhole = own === null || isMonolithic(segment, own.kind);
  const space = {
    ...openSpace(width, columns.percentHeight),
    grid: columns.grid,
    fragmentainer: isWhole ? null : own,
    resume,
  };
  const laid = context.layoutChild(segment, space);
  const shift = relativeOffset(segment.style, space);
  const x = usedMarginLeft(segment.style, edges, width, laid.fragment.width);
  const by = { x: x + shift.x, y: above + shift.y };
  const isWithoutRoom = own !== null && own.room < epsilon && laid.rest !== null;
  const missing = own ? laid.fragment.height - own.room : 0;
  const isAvoided = own !== null && isBreakInsideAvoided(segment, own.kind);
  const isCut = isAvoided && laid.rest !== null;
  return {
    part: {
      kind: 'spanner',
      fragment: moveFragment(laid.fragment, by),
      outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
    },
    height: above + laid.fragment.height + strutSize(laid.marginBottom),
    rest: laid.rest,
    stop: null,
    strain: undefined,
    below: laid.marginBottom,
    appeal:
      missing > epsilon || isWithoutRoom
        ? appeals.lastResort
        : isCut
          ? appeals.avoided
          : (laid.rest?.appeal ?? appeals.perfect),
    shortage: laid.rest?.shortage ?? missing,
  };
}
