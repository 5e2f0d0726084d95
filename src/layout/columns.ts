/**
 * Columns (css-multicol-1): a flow laid out column by column, each going on where the one before
 * ended. Balanced columns are made as low as they can be; what spans all columns parts the content
 * into rows of columns.
 */

import { noEdges } from '../base/index.ts';
import type { BlockBox, Box, ColumnsBox } from './box.ts';
import {
  baselinesOf,
  buildBoxFragment,
  carryOutOfFlow,
  moveFragment,
  relativeOffset,
} from './box-fragment.ts';
import { appeals, joinStrains, type Strain } from './break-appeal.ts';
import { isBreakInsideAvoided, isMonolithic } from './break-rules.ts';
import { type Columns, type Limit, layoutRow, type Row } from './column-row.ts';
import { computeColumns } from './column-widths.ts';
import type { Fragment } from './fragment.ts';
import { gridAt, gridInside } from './line-grid.ts';
import { joinStruts, type MarginStrut, noMargin, strutOf, strutSize } from './margin.ts';
import { measureIn } from './natural.ts';
import { restAt } from './rest.ts';
import {
  clampHeight,
  computeEdges,
  computeUsedBox,
  maxHeightOf,
  type UsedBox,
  usedMarginLeft,
} from './sizing.ts';
import { cutHeight, edgesOf, isEnd, pieceOf, type Slice, sliceFrom, topOf } from './slice.ts';
import {
  epsilon,
  type Fragmentainer,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Rest,
  type Space,
} from './space.ts';
import { pastSpanner, spannerAt } from './spanners.ts';

/** Lays out a column container, or what of it goes into an outer column or a page. */
export function layoutColumns(box: ColumnsBox, space: Space, context: LayoutContext): Laid {
  const used = computeUsedBox(box.style, space, measureIn(box, space, context));
  const { edges } = used;
  const slice = sliceFrom(space.resume);
  const top = topOf(box.style, used, slice);
  const stack = layoutRows(box, used, slice, top, space, context);
  if (stack.refused) return refusal(box, used, stack.refused, space);
  const { y: content, rest: left } = stack;
  const parts = { box, used, slice, space, content, rest: left, parallel: [] };
  const { height, rest } = cutHeight(parts);
  const last = isEnd(rest);
  const built = buildBoxFragment({
    box,
    width: used.width,
    height,
    ...edgesOf(box.style, edges, slice, last),
    children: stack.children,
    frame: used.frame || stack.isOverset,
    cut: pieceOf(box, used, slice, rest),
  });
  const whole = { ...built, ...columnBaselines(stack.children) };
  const fragment = stack.isOverset ? { ...whole, hasOverflowColumns: true as const } : whole;
  return {
    fragment,
    rest,
    marginTop: slice.first ? strutOf(edges.margin.top) : noMargin,
    marginBottom: last ? strutOf(edges.margin.bottom) : noMargin,
    through: false,
    outOfFlow: stack.outOfFlow,
    strain: stack.strain,
  };
}

/** The highest first and the lowest last baseline of all columns (css-align-3 §9.1). */
function columnBaselines(children: readonly Fragment[]) {
  const own = children.map((child) => baselinesOf([child]));
  const firsts = own.flatMap(({ firstBaseline }) => firstBaseline ?? []);
  const lasts = own.flatMap(({ lastBaseline }) => lastBaseline ?? []);
  return {
    firstBaseline: firsts.length > 0 ? Math.min(...firsts) : null,
    lastBaseline: lasts.length > 0 ? Math.max(...lasts) : null,
  };
}

/** Rows of columns and boxes that span them, one below the other. */
interface Stack {
  readonly children: readonly Fragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly y: number;
  readonly rest: Rest | null;
  readonly isOverset: boolean;
  readonly strain: Strain | undefined;
  /** Nothing of it fits well: how much more room it would need. */
  readonly refused: { readonly shortage: number } | null;
}

function layoutRows(
  box: ColumnsBox,
  used: UsedBox,
  slice: Slice,
  top: number,
  space: Space,
  context: LayoutContext,
): Stack {
  const { edges } = used;
  const columns = computeColumns(box.style, Math.max(0, used.width - edges.horizontal));
  const percentHeight = used.height === null ? null : Math.max(0, used.height - edges.vertical);
  const grid = gridInside(box.style, space.grid, top, context);
  const left = edges.border.left + edges.padding.left;
  const room = heightLimit(box, used, slice, top, space);
  const children: Fragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  let y = 0;
  let above = noMargin;
  let isOverset = false;
  let strain: Strain | undefined;
  const stackTo = (rest: Rest | null): Stack => ({
    ...{ children, outOfFlow, y, rest, isOverset, strain, refused: null },
  });
  for (let at = startOf(box, space.resume); at; ) {
    const here = { ...columns, grid: gridAt(grid, y), percentHeight };
    const limit = { ...room, left: room.left - y };
    const own = space.fragmentainer && {
      ...space.fragmentainer,
      room: space.fragmentainer.room - top - y,
      atTop: space.fragmentainer.atTop && y <= epsilon,
    };
    const row = at.spanner
      ? layoutSpanner(at.spanner, here, above, own, at.inside, context)
      : layoutRow(box, at.content, here, limit, at.place, context);
    const isBad = limit.flowsOn && own !== null && !own.atTop && row.appeal < appeals.perfect;
    const { shortage } = row;
    if (isBad && at.isFirst && slice.first) return { ...stackTo(null), refused: { shortage } };
    if (isBad && y > 0) return stackTo({ ...restOf(at, at.inside, at.place), shortage });
    above = row.below;
    isOverset ||= row.isOverset;
    strain = joinStrains(strain, row.strain);
    const by = { x: left, y: top + y };
    children.push(...row.children.map((child) => moveFragment(child, by)));
    outOfFlow.push(...carryOutOfFlow(row.outOfFlow, by, children.length - 1));
    y += row.height;
    if (row.rest) return stackTo(restOf(at, row.rest, row.rest));
    at = after(at, row.stop);
  }
  return stackTo(null);
}

/** What comes next in a column container: a row of columns, or a box that spans them. */
interface Place {
  readonly content: Box;
  /** Where the columns' content stands; null: at its beginning. */
  readonly place: Rest | null;
  readonly spanner: Box | null;
  /** Where the spanning box goes on. */
  readonly inside: Rest | null;
  readonly isFirst: boolean;
}

function startOf({ children }: ColumnsBox, resume: Rest | null): Place | null {
  const [content] = children;
  if (!content) return null;
  if (resume?.columns) {
    const place = resume.columns;
    const spanner = spannerAt(content, place);
    return { content, place, spanner, inside: resume.child, isFirst: true };
  }
  if (resume && resume.index >= 1) return null;
  if (resume?.child) return placeAt(content, resume.child, true);
  const start = restAt(0, null, true);
  const isSpanned = spannerAt(content, start) !== null;
  return isSpanned
    ? placeAt(content, start, true)
    : { content, place: null, spanner: null, inside: null, isFirst: true };
}

/** A row without content is none. */
function placeAt(content: Box, place: Rest, isFirst: boolean): Place | null {
  const spanner = spannerAt(content, place);
  const isEmpty = content.kind === 'block' && isDone(content, place);
  return isEmpty ? null : { content, place, spanner, inside: null, isFirst };
}

function isDone({ children }: BlockBox, { index, parallel }: Rest): boolean {
  return index >= children.length && !parallel;
}

/** After a row, or a box that spans all of it. */
function after({ content, place, spanner }: Place, stop: Rest | null): Place | null {
  if (!spanner) return stop && placeAt(content, stop, false);
  return place && placeAt(content, pastSpanner(place), false);
}

/** Where the container goes on: in its columns, or in a box that spans them. */
function restOf({ spanner, place }: Place, inside: Rest | null, content: Rest | null): Rest {
  if (!spanner || !place) return restAt(0, content, false);
  return { ...restAt(1, inside, false), columns: place };
}

/** Nothing fits well: the parent breaks before the box. */
function refusal(
  box: ColumnsBox,
  { width }: UsedBox,
  { shortage }: { readonly shortage: number },
  { fragmentainer }: Space,
): Laid {
  const height = Math.max(0, fragmentainer?.room ?? 0);
  const fragment = buildBoxFragment({
    ...{ box, width, height, border: noEdges, padding: noEdges, children: [], frame: false },
  });
  const rest = { ...restAt(0, null, false), appeal: appeals.lastResort, shortage };
  const margins = { marginTop: noMargin, marginBottom: noMargin, through: false };
  return { fragment, rest, outOfFlow: [], ...margins };
}

/** What is left of a height that was set, or the end of the page or outer column, whichever comes first. */
function heightLimit(
  box: ColumnsBox,
  { edges, height }: UsedBox,
  { consumed }: Slice,
  top: number,
  { fragmentainer, height: available }: Space,
): Limit {
  const room = fragmentainer ? fragmentainer.room - top : Number.POSITIVE_INFINITY;
  const most = maxHeightOf(box.style, edges, available);
  const set = height ?? (most === null ? null : clampHeight(most, box.style, edges, available));
  const bottom = edges.border.bottom + edges.padding.bottom;
  const own = set === null ? null : Math.max(0, set - consumed - top - bottom);
  if (own !== null && own <= room + epsilon) return { left: own, flowsOn: false };
  return { left: room, flowsOn: Number.isFinite(room) };
}

/** `margin`: what the one before left below it, which meets this one's above (§6.1). */
function layoutSpanner(
  segment: Box,
  columns: Columns,
  margin: MarginStrut,
  outer: Fragmentainer | null,
  resume: Rest | null,
  context: LayoutContext,
): Row {
  const width = columns.count * (columns.width + columns.gap) - columns.gap;
  const edges = computeEdges(segment.style, width);
  const ownMargin = resume ? noMargin : strutOf(edges.margin.top);
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
    children: [moveFragment(laid.fragment, by)],
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
    height: above + laid.fragment.height + strutSize(laid.marginBottom),
    rest: laid.rest,
    stop: null,
    isOverset: false,
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
