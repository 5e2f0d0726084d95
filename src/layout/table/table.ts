/**
 * Tables (css-tables-3, CSS 2 §17): columns, rows, captions; broken between rows, with the header
 * again on each column or page.
 */
import type { Edges } from '../../base/index.ts';
import { anonymousStyle } from '../../style/index.ts';
import {
  buildBoxFragment,
  carryOutOfFlow,
  moveFragment,
  relativeOffset,
  sliceEdges,
} from '../box-fragment.ts';
import { appeals } from '../break-appeal.ts';
import type { BoxFragment, Fragment } from '../fragment.ts';
import { gridAt, type LineGrid } from '../line-grid.ts';
import { noMargin, strutOf, strutSize } from '../margin.ts';
import { isStart, restAt } from '../rest.ts';
import {
  type BoxEdges,
  computeEdges,
  heightByRatio,
  heightFrom,
  specifiedHeight,
  usedMarginLeft,
} from '../sizing.ts';
import { type Laid, type LayoutContext, type OutOfFlow, openSpace, type Space } from '../space.ts';
import { paintedEdges } from './collapsed-edges.ts';
import { shownColumns } from './column-stretches.ts';
import type { TableBox } from './table-box.ts';
import { type SizedCell, sizeCell } from './table-cells.ts';
import { edgesOf, frameOf, type TableFrame } from './table-frame.ts';
import { gapsWithin, type TableGrid } from './table-grid.ts';
import { placeOnGrid } from './table-on-grid.ts';
import { placeRows, type RowPlaces } from './table-places.ts';
import { sizeRows } from './table-rows.ts';
import { collapsedColumns } from './table-visibility.ts';
import { sizedIn } from './table-widths.ts';

/** Heights that a table has whatever is in it. */
interface OwnHeight {
  readonly isSet: boolean;
  /** Of its border box, without captions; 0 where none is set. */
  readonly least: number;
  /** What its rows and groups share, gaps between them included; null where that is their own affair. */
  readonly shared: number | null;
}

function ownHeight(
  frame: TableFrame,
  edges: BoxEdges,
  captions: Captions,
  width: number,
  space: Space,
): OwnHeight {
  const { style } = frame.box;
  const { aspectRatio } = style;
  const set =
    space.fixedHeight ??
    specifiedHeight(style, edges, space.height) ??
    (aspectRatio === 'auto' ? null : heightByRatio(style, edges, width, aspectRatio));
  const least = heightFrom(style.minHeight, style, edges, space.height) ?? 0;
  // A height that was decided outside is of the table with its captions.
  const outside = space.fixedHeight === null ? 0 : captions.above.height + captions.below.height;
  const own = Math.max(set ?? 0, least) - outside;
  const isAsked = set !== null || least > 0;
  const shared = isAsked ? own - edges.vertical - spacingAround(frame) : null;
  return { isSet: set !== null, least: own, shared };
}

/** Lays out a table from `space.resume` on. */
export function layoutTable(box: TableBox, given: Space, context: LayoutContext): Laid {
  const space = given.resume && isStart(given.resume) ? { ...given, resume: null } : given;
  const frame = frameOf(box, context);
  const edges = edgesOf(frame, space.width);
  const { width: wholeWidth, columns: allColumns, cells } = sizedIn(frame, edges, space);
  const { width, ...shown } = withoutCollapsed(frame, allColumns, wholeWidth);
  const captions: Captions = {
    above: layoutCaptions(frame, 'top', width, space.grid),
    below: layoutCaptions(frame, 'bottom', width, undefined),
  };
  const own = ownHeight(frame, edges, captions, width, space);
  const inner = width - edges.horizontal;
  const parts = {
    ...frame,
    ...shown,
    edges,
    inner,
    groups: box.groups,
    shownColumns: shownColumns(box, frame.grid.columns),
    isHeightSet: own.isSet,
  };
  const place = (sized: readonly SizedCell[]) => {
    const heights = sizeRows(box.groups, frame.grid.rows, sized, frame.rowGap, own.shared);
    return placeRows({ ...parts, ...heights, cells: sized }, space, captions.above.height);
  };
  const natural = place(cells);
  const above = space.resume ? 0 : captions.above.height;
  const lineGrid = gridAt(space.grid, above);
  const places =
    !natural.isRefused && lineGrid
      ? placeOnGrid(cells, natural, {
          grid: lineGrid,
          gap: frame.spacing.y,
          place,
          sizeOn: (cell, at) => sizeCell(cell.placed, cell.box, cell, context, at),
        })
      : natural;
  if (places.isRefused) return refusal(box, width, places.rest?.shortage, space);
  // Nothing but its own height holds a table open where there is nothing in its groups.
  const { grid } = frame;
  const isHollow =
    grid.rows.length === 0 ||
    grid.columns === 0 ||
    box.groups.some(({ rows }) => rows.length === 0);
  const isWhole = places.rest === null && !space.resume;
  const height = isHollow && isWhole ? Math.max(places.height, own.least) : places.height;
  // Only now is it known where captions below stand.
  const below =
    lineGrid && captions.below.height > 0
      ? layoutCaptions(frame, 'bottom', width, gridAt(lineGrid, height))
      : captions.below;
  const placed = { ...places, height };
  return assemble(frame, edges, width, placed, { ...captions, below }, shown.columns, space);
}

/** Columns as they show: those with `visibility: collapse` have no width and no gap. */
function withoutCollapsed(frame: TableFrame, columns: readonly number[], width: number) {
  const { grid, box, spacing } = frame;
  const gone = collapsedColumns(box, columns.length);
  if (!gone.includes(true)) return { grid, columns, gone, width };
  const isSpaced = grid.isSpaced.map((spaced, index) => spaced && !gone[index]);
  const left = columns.map((size, index) => (gone[index] ? 0 : size));
  const own = { ...grid, isSpaced };
  const lengthOf = (sizes: readonly number[], of: TableGrid) =>
    sizes.reduce((sum, size) => sum + size, spacing.x * gapsWithin(of, 0, sizes.length));
  const lost = lengthOf(columns, grid) - lengthOf(left, own);
  return { grid: own, columns: left, gone, width: width - lost };
}

function spacingAround({ box, rowGap }: TableFrame): number {
  return box.groups.length === 0 ? 0 : 2 * rowGap;
}

/** Nothing fits: the parent has to break before the table. */
function refusal(box: TableBox, width: number, shortage: number | undefined, space: Space): Laid {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  const height = space.fragmentainer?.room ?? 0;
  const fragment = buildBoxFragment({
    box,
    width,
    height,
    border: none,
    padding: none,
    children: [],
    frame: false,
  });
  const margins = { marginTop: noMargin, marginBottom: noMargin, through: false };
  const own = { ...restAt(0, null, false), appeal: appeals.lastResort };
  const rest = { ...own, shortage: shortage ?? own.shortage };
  return { fragment, rest, outOfFlow: [], ...margins };
}

interface Stack {
  readonly fragments: readonly BoxFragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly height: number;
}

interface Captions {
  readonly above: Stack;
  readonly below: Stack;
}

/** The captions of one side, on the grid as seen from their top. */
function layoutCaptions(
  { box, context }: TableFrame,
  side: 'top' | 'bottom',
  width: number,
  grid: LineGrid | undefined,
): Stack {
  const fragments: BoxFragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  let y = 0;
  for (const caption of box.captions) {
    if (caption.style.captionSide !== side) continue;
    const own = gridAt(grid, y);
    const laid = context.layoutChild(caption, { ...openSpace(width, null), grid: own });
    const edges = computeEdges(caption.style, width);
    const top = y + strutSize(laid.marginTop);
    const shift = relativeOffset(caption.style, openSpace(width, null));
    const by = {
      x: usedMarginLeft(caption.style, edges, width, laid.fragment.width) + shift.x,
      y: top + shift.y,
    };
    fragments.push(moveFragment(laid.fragment, by));
    outOfFlow.push(...carryOutOfFlow(laid.outOfFlow, by, 0));
    y = top + laid.fragment.height + strutSize(laid.marginBottom);
  }
  return { fragments, outOfFlow, height: y };
}

function assemble(
  frame: TableFrame,
  edges: BoxEdges,
  width: number,
  places: RowPlaces,
  captions: Captions,
  columns: readonly number[],
  space: Space,
): Laid {
  const { box, collapsed } = frame;
  const first = space.resume === null;
  const last = places.rest === null;
  const above = first ? captions.above : noStack;
  const below = last ? captions.below : noStack;
  const painted = collapsed
    ? paintedEdges(collapsed, places.rows, columns, edges.border, box.style)
    : [];
  const grid = buildBoxFragment({
    box,
    width,
    height: places.height,
    border: sliceEdges(edges.border, first, last),
    padding: sliceEdges(edges.padding, first, last),
    children: [...places.fragments, ...painted],
    frame: false,
  });
  const own = collapsed ? withoutBorders(grid) : grid;
  const by = { x: 0, y: above.height };
  const hasCaptions = above.fragments.length + below.fragments.length > 0;
  const fragment = hasCaptions ? wrap(box, own, above, below) : own;
  const margins = {
    marginTop: first ? strutOf(edges.margin.top) : noMargin,
    marginBottom: last ? strutOf(edges.margin.bottom) : noMargin,
  };
  const under = { x: 0, y: above.height + own.height };
  const outOfFlow = [
    ...above.outOfFlow,
    ...carryOutOfFlow(places.outOfFlow, by, above.fragments.length),
    ...carryOutOfFlow(below.outOfFlow, under, fragment.children.length - 1),
  ];
  const { rest, early } = places;
  return { fragment, rest, early, through: false, outOfFlow, ...margins };
}

const noStack: Stack = { fragments: [], outOfFlow: [], height: 0 };

/** Collapsed borders are painted edge by edge, since each may be another's. */
function withoutBorders(fragment: BoxFragment): BoxFragment {
  const style = {
    ...fragment.style,
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
  } as const;
  return { ...fragment, style };
}

/**
 * The table wrapper (CSS 2 §17.4): captions and the table's own box, which has the looks. Deviation of
 * browsers: what is positioned in it is so within the table's borders.
 */
function wrap(box: TableBox, grid: BoxFragment, above: Stack, below: Stack): BoxFragment {
  const none: Edges = { top: 0, right: 0, bottom: 0, left: 0 };
  const under = { x: 0, y: above.height + grid.height };
  const table = moveFragment({ ...grid, element: null }, { x: 0, y: above.height });
  const children: readonly Fragment[] = [
    ...above.fragments,
    table,
    ...below.fragments.map((one) => moveFragment(one, under)),
  ];
  return {
    ...buildBoxFragment({
      box: { ...box, style: anonymousStyle(box.style) },
      width: grid.width,
      height: under.y + below.height,
      border: grid.border,
      padding: none,
      children,
      frame: false,
    }),
    firstBaseline: grid.firstBaseline === null ? null : above.height + grid.firstBaseline,
  };
}
