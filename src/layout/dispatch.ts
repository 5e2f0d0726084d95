/**
 * The one place that knows every layout algorithm. Each gets `layoutChild` and `measureChild` in
 * its context; a flex item may be a grid with columns in it, and none of the three knows.
 */
import { type Context, invariant } from '../base/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import { attachPositioned } from './absolute.ts';
import { layoutBlock } from './block.ts';
import type { Box, LinesBox } from './box.ts';
import { layoutColumns } from './columns.ts';
import { layoutSlice } from './container-slices.ts';
import { layoutFlex } from './flex/flex.ts';
import { measureFlex } from './flex/flex-widths.ts';
import { emptied } from './grid/emptied.ts';
import { layoutGrid } from './grid/grid.ts';
import { measureGrid } from './grid/grid-widths.ts';
import { layoutLines } from './inline.ts';
import { heldInInline, placeInInlines } from './inline-positioned.ts';
import { measureBox, measureColumns, measureStacked } from './intrinsic.ts';
import { layoutTurned, measureTurned } from './layout-turned.ts';
import { atLeastLegend, layoutWithLegend } from './legend.ts';
import { measureLines } from './measure-lines.ts';
import { perRun } from './per-run.ts';
import { layoutPicture, measurePicture } from './picture.ts';
import { layoutRegion } from './region.ts';
import { type Laid, type LayoutContext, type Space, unknownHeights } from './space.ts';
import { layoutTable } from './table/table.ts';
import { measureTable } from './table/table-widths.ts';
import { hasRegion } from './walk-boxes.ts';

/** Results by box and space, where nothing is broken: measuring and placing ask the same thing. */
const laidBySpace = perRun<Box, LaidIn[]>();

/** A box in a space in which nothing but its sizes decides. */
interface LaidIn {
  readonly space: Space;
  readonly laid: Laid;
}

/** The context of one run. */
export function createLayoutContext(
  given: Pick<
    LayoutContext,
    | 'styled'
    | 'fonts'
    | 'ownWords'
    | 'paragraphs'
    | 'alphaPictures'
    | 'gradientAlpha'
    | 'lineMetrics'
    | 'hasRegions'
    | 'firstArea'
  >,
  { report, workspace }: Context,
): LayoutContext {
  const context: LayoutContext = {
    report,
    workspace,
    tables: [],
    ...given,
    layoutChild: (box, space) => layoutOnce(box, space, context),
    layoutLines: (box, space) => layoutLines(box, space, context),
    measureChild: (box, heights = unknownHeights) =>
      measureBox(box, heights, context, (one, height, around) =>
        measureContent(one, height, around, context),
      ),
  };
  return context;
}

function layoutOnce(box: Box, space: Space, context: LayoutContext): Laid {
  const isKept = isReusable(space) && !holdsRegion(box, context);
  const table = isKept ? laidBySpace(context) : null;
  const before = table?.get(box);
  const known = before && laidIn(before, space);
  if (known) return known;
  const own = box.turn
    ? layoutTurned(box, box.turn, space, context)
    : 'legend' in box && box.legend
      ? layoutWithLegend(box, box.legend, space, context, (one, within) =>
          layoutByKind(one, within, context),
        )
      : // One call less for each level of what stands deepest in each other.
        box.kind === 'block'
        ? layoutBlock(box, space, context)
        : layoutByKind(box, space, context);
  // What was turned has what belongs to it in place already.
  const placed =
    own.outOfFlow.length === 0 || box.turn || space.keepsWaiting
      ? own
      : attachPositioned(box, placeInInlines(own, context), space, context);
  const laid = box.heldBy ? heldInInline(placed, box.heldBy) : placed;
  if (before) before.push({ space, laid });
  else table?.set(box, [{ space, laid }]);
  return laid;
}

const regionsInside = perRun<Box, boolean>();

function holdsRegion(box: Box, context: LayoutContext): boolean {
  if (!context.hasRegions) return false;
  const table = regionsInside(context);
  const known = table.get(box);
  if (known !== undefined) return known;
  const found = hasRegion(box);
  table.set(box, found);
  return found;
}

/** True where nothing but the width and height decides. */
function isReusable({ fragmentainer, resume, floats, grid, trim }: Space): boolean {
  return !fragmentainer && !resume && !floats && !grid && !trim;
}

function laidIn(before: readonly LaidIn[], space: Space): Laid | undefined {
  return before.find((one) => isSameSpace(one.space, space))?.laid;
}

/** The same for all that decides in a space that is reusable. */
function isSameSpace(one: Space, other: Space): boolean {
  return (
    one.width === other.width &&
    one.height === other.height &&
    one.fixedWidth === other.fixedWidth &&
    one.fixedHeight === other.fixedHeight &&
    one.isHeightIndefinite === other.isHeightIndefinite &&
    one.mostHeight === other.mostHeight &&
    one.sharedMargins === other.sharedMargins &&
    one.keepsWaiting === other.keepsWaiting &&
    one.subgrid?.key === other.subgrid?.key
  );
}

function layoutByKind(box: Box, space: Space, context: LayoutContext): Laid {
  switch (box.kind) {
    case 'block':
      return layoutBlock(box, space, context);
    case 'columns':
      return layoutColumns(box, space, context);
    case 'flex':
      if (isBroken(space)) return layoutSlice(box, space, context);
      return layoutFlex(box, space, context);
    case 'grid':
      if (isBroken(space)) return layoutSlice(box, space, context);
      return layoutGrid(box, space, context);
    case 'region':
      return layoutRegion(box, space, context);
    case 'table':
      return layoutTable(box, space, context);
    case 'picture':
      return layoutPicture(box, space);
    case 'lines':
      invariant(false, 'lines are laid out by their block container');
  }
}

function isBroken({ fragmentainer, resume }: Space): boolean {
  return fragmentainer !== null || resume !== null;
}

/** Widths of a box as if it were empty (css-contain-2 §3.1), or those that stand for its content. */
function containedWidths(
  box: Exclude<Box, LinesBox>,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const { containIntrinsicWidth: width } = box.style;
  if (width !== 'none') return { minContentPt: width, maxContentPt: width };
  if (box.kind === 'grid') return measureGrid(emptied(box, context), height, context);
  if (box.kind === 'columns') return measureColumns({ ...box, children: [] }, context);
  return { minContentPt: 0, maxContentPt: 0 };
}

function measureContent(
  box: Box,
  height: number | null,
  around: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  // No part of a table keeps its size to itself (css-contain-2 §3.1).
  const isContained =
    box.kind !== 'lines' && box.style.contain.inlineSize && box.style.display !== 'table-cell';
  if (isContained) return containedWidths(box, height, context);
  if (box.turn?.swaps) return measureTurned(box, box.turn, height, around, context);
  if ('legend' in box && box.legend) {
    const { legend, ...plain } = box;
    return atLeastLegend(measureContent(plain, height, around, context), legend, context);
  }
  switch (box.kind) {
    case 'block':
      return measureStacked(box.children, height, context);
    case 'columns':
      return measureColumns(box, context);
    case 'flex':
      return measureFlex(box, height, context);
    case 'grid':
      return measureGrid(box, height, context);
    case 'region':
      return box.flow.content
        ? context.measureChild(box.flow.content)
        : { minContentPt: 0, maxContentPt: 0 };
    case 'table':
      return measureTable(box, context);
    case 'picture':
      return measurePicture(box, height);
    case 'lines':
      return measureLines(box, height, context);
  }
}
