/**
 * Columns (css-multicol-1): a flow laid out column by column, each going on where the one before
 * ended. Balanced columns are made as low as they can be; what spans all columns parts the content
 * into rows of columns.
 */

import { noEdges } from '../base/index.ts';
import { alignedBy } from './alignment.ts';
import type { ColumnsBox } from './box.ts';
import { baselinesOf, buildBoxFragment, carryOutOfFlow, moveFragment } from './box-fragment.ts';
import { appeals } from './break-appeal.ts';
import { rowHeightsOf } from './column-heights.ts';
import { joinParts } from './column-parts.ts';
import type { Limit } from './column-row.ts';
import { isCutByColumns, layoutStack, type StackInput } from './column-stack.ts';
import { computeColumns } from './column-widths.ts';
import type { Fragment } from './fragment.ts';
import { gridInside } from './line-grid.ts';
import { noMargin, strutOf } from './margin.ts';
import { measureIn } from './natural.ts';
import { restAt } from './rest.ts';
import { clampHeight, computeUsedBox, maxHeightOf, type UsedBox } from './sizing.ts';
import {
  cutHeight,
  edgesOf,
  isClonedHere,
  isEnd,
  pieceOf,
  type Slice,
  sliceFrom,
  topOf,
} from './slice.ts';
import { epsilon, type Fragmentainer, type Laid, type LayoutContext, type Space } from './space.ts';

/** Lays out a column container, or what of it goes into an outer column or a page. */
export function layoutColumns(box: ColumnsBox, space: Space, context: LayoutContext): Laid {
  const used = computeUsedBox(box.style, space, measureIn(box, space, context));
  const { edges } = used;
  const slice = sliceFrom(space.resume);
  const top = topOf(box.style, used, slice);
  const stack = layoutStack(stackInput(box, used, slice, top, space, context), context);
  if (stack.refused) return refusal(box, used, stack.refused, space);
  const { height: content, rest: left } = stack;
  const parts = { box, used, slice, space, content, rest: left, parallel: [] };
  const { height, rest } = cutHeight(parts);
  const last = isEnd(rest);
  const free = slice.first && rest === null ? height - content - edges.vertical : 0;
  const by = { x: edges.border.left + edges.padding.left, y: top + alignedBy(box, free) };
  const inside = height - top - (last ? bottomOf(edges) : 0);
  const { fragmentainer } = space;
  const isCut = fragmentainer !== null && isCutByColumns(fragmentainer, space.resume, rest);
  const joined = joinParts(box, stack.parts, inside, isCut, context);
  const children = joined.children.map((child) => moveFragment(child, by));
  const built = buildBoxFragment({
    box,
    width: used.width,
    height,
    ...edgesOf(box.style, edges, slice, last),
    children,
    frame: used.frame || joined.isOverset,
    cut: pieceOf(box, used, slice, rest),
  });
  const whole = { ...built, ...columnBaselines(children) };
  const fragment = joined.isOverset ? { ...whole, hasOverflowColumns: true as const } : whole;
  return {
    fragment,
    rest,
    marginTop: slice.first ? strutOf(edges.margin.top) : noMargin,
    marginBottom: last ? strutOf(edges.margin.bottom) : noMargin,
    through: false,
    outOfFlow: joined.outOfFlow.flatMap((one) => carryOutOfFlow([one], by, one.after)),
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

function stackInput(
  box: ColumnsBox,
  used: UsedBox,
  slice: Slice,
  top: number,
  space: Space,
  context: LayoutContext,
): StackInput {
  const { edges, height } = used;
  // A box that goes on needs no room for its bottom edge here (css-break-3 §5.4).
  const isCloned = isClonedHere(box.style, slice);
  const outer = space.fragmentainer && {
    ...space.fragmentainer,
    room: space.fragmentainer.room - top - (isCloned ? bottomOf(edges) : 0),
  };
  const percentHeight = height === null ? null : Math.max(0, height - edges.vertical);
  const set = setHeight(box, used, space);
  const content = set === null ? null : Math.max(0, set - edges.vertical);
  const sizes = computeColumns(box.style, Math.max(0, used.width - edges.horizontal));
  return {
    box,
    columns: { ...sizes, percentHeight },
    grid: gridInside(box.style, space.grid, top, context),
    limit: heightLimit(used, set, slice, top, outer),
    rows: rowHeightsOf(box.style, content, percentHeight),
    outer,
    resume: space.resume,
  };
}

/** Height of the border box where it is set, or the most it may be; null where neither is. */
function setHeight(
  { style }: ColumnsBox,
  { edges, height }: UsedBox,
  { height: available }: Space,
): number | null {
  const most = maxHeightOf(style, edges, available);
  return height ?? (most === null ? null : clampHeight(most, style, edges, available));
}

/** What is left of a height that was set, or the end of the page or outer column, whichever comes first. */
function heightLimit(
  { edges }: UsedBox,
  set: number | null,
  { consumed }: Slice,
  top: number,
  outer: Fragmentainer | null,
): Limit {
  const room = outer?.room ?? Number.POSITIVE_INFINITY;
  const own = set === null ? null : Math.max(0, set - consumed - top - bottomOf(edges));
  if (own !== null && own <= room + epsilon) return { left: own, flowsOn: false };
  if (Number.isFinite(room)) return { left: room, flowsOn: true };
  return outer ? { left: room, flowsOn: false, isTrial: true } : { left: room, flowsOn: false };
}

function bottomOf({ border, padding }: UsedBox['edges']): number {
  return border.bottom + padding.bottom;
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
