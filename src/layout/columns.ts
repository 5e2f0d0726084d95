/**
 * Columns (css-multicol-1): a flow laid out column by column, each going on where the one before
 * ended. Balanced columns are made as low as they can be; what spans all columns parts the content
 * into rows of columns.
 */

import type { Box, ColumnsBox } from './box.ts';
import {
  buildBoxFragment,
  carryOutOfFlow,
  moveFragment,
  relativeOffset,
  sliceEdges,
} from './box-fragment.ts';
import { type Columns, type Limit, layoutRow, type Row } from './column-row.ts';
import { computeColumns } from './column-widths.ts';
import type { Fragment } from './fragment.ts';
import { gridAt, gridInside } from './line-grid.ts';
import { joinStruts, type MarginStrut, noMargin, strutOf, strutSize } from './margin.ts';
import { measureIn } from './natural.ts';
import { restAt } from './rest.ts';
import { computeEdges, computeUsedBox, maxHeightOf, usedHeight, usedMarginLeft } from './sizing.ts';
import {
  epsilon,
  type Laid,
  type LayoutContext,
  type OutOfFlow,
  openSpace,
  type Rest,
  type Space,
} from './space.ts';

/** Lays out a column container. */
export function layoutColumns(box: ColumnsBox, space: Space, context: LayoutContext): Laid {
  const used = computeUsedBox(box.style, space, measureIn(box, space, context));
  const { edges } = used;
  const first = space.resume === null;
  const top = first ? edges.border.top + edges.padding.top : 0;
  const columns = computeColumns(box.style, Math.max(0, used.width - edges.horizontal));
  const percentHeight = used.height === null ? null : Math.max(0, used.height - edges.vertical);
  const grid = gridInside(box.style, space.grid, top, context);
  const inner = { x: edges.border.left + edges.padding.left, y: top };
  const set = used.height ?? maxHeightOf(box.style, edges, space.height);
  const room = heightLimit(space, set === null ? null : Math.max(0, set - edges.vertical), top);
  const children: Fragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  let y = 0;
  let rest: Rest | null = null;
  let above = noMargin;
  let isOverset = false;
  for (let index = space.resume?.index ?? 0; index < box.children.length && !rest; index++) {
    const segment = box.children[index] as Box;
    const resume = index === space.resume?.index ? space.resume.child : null;
    const here = { ...columns, grid: gridAt(grid, y), percentHeight };
    const limit = { ...room, left: room.left - y };
    const row = isSpanner(segment)
      ? layoutSpanner(segment, here, above, context)
      : layoutRow(box, segment, here, limit, resume, context);
    above = row.below;
    isOverset ||= row.isOverset;
    const by = { x: inner.x, y: inner.y + y };
    children.push(...row.children.map((child) => moveFragment(child, by)));
    outOfFlow.push(...carryOutOfFlow(row.outOfFlow, by, children.length - 1));
    y += row.height;
    if (row.rest)
      rest = { ...restAt(index, row.rest, false), consumed: (space.resume?.consumed ?? 0) + y };
  }
  const height = rest ? top + y : usedHeight(used, box.style, space, y);
  const built = buildBoxFragment({
    box,
    width: used.width,
    height,
    border: sliceEdges(edges.border, first, rest === null),
    padding: sliceEdges(edges.padding, first, rest === null),
    children,
    frame: used.frame || isOverset,
  });
  const fragment = isOverset ? { ...built, hasOverflowColumns: true as const } : built;
  return {
    fragment,
    rest,
    marginTop: first ? strutOf(edges.margin.top) : noMargin,
    marginBottom: rest ? noMargin : strutOf(edges.margin.bottom),
    through: false,
    outOfFlow,
  };
}

/** A height that was set, or the end of the page or outer column, whichever comes first. */
function heightLimit(space: Space, height: number | null, top: number): Limit {
  const room = space.fragmentainer ? space.fragmentainer.room - top : Number.POSITIVE_INFINITY;
  if (height !== null && height <= room + epsilon) return { left: height, flowsOn: false };
  return { left: room, flowsOn: Number.isFinite(room) };
}

function isSpanner(segment: Box): boolean {
  return segment.kind !== 'lines' && segment.style.columnSpan === 'all';
}

/** `margin`: what the one before left below it, which meets this one's above (§6.1). */
function layoutSpanner(
  segment: Box,
  columns: Columns,
  margin: MarginStrut,
  context: LayoutContext,
): Row {
  const width = columns.count * (columns.width + columns.gap) - columns.gap;
  const space = { ...openSpace(width, null), grid: columns.grid };
  const laid = context.layoutChild(segment, space);
  const edges = computeEdges(segment.style, width);
  const shift = relativeOffset(segment.style, space);
  const above = strutSize(joinStruts(margin, laid.marginTop)) - strutSize(margin);
  const x = usedMarginLeft(segment.style, edges, width, laid.fragment.width);
  const by = { x: x + shift.x, y: above + shift.y };
  return {
    children: [moveFragment(laid.fragment, by)],
    outOfFlow: carryOutOfFlow(laid.outOfFlow, by, 0),
    height: above + laid.fragment.height + strutSize(laid.marginBottom),
    rest: null,
    isOverset: false,
    below: laid.marginBottom,
  };
}
