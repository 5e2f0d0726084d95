/** A row cut at the end of a column or page: each of its cells goes on beside the others. */
import { buildBoxFragment, sliceEdges } from '../box-fragment.ts';
import { type Appeal, appeals, leastAppeal } from '../break-appeal.ts';
import type { PieceOf } from '../fragment.ts';
import type { LineGrid } from '../line-grid.ts';
import { withoutHeights } from '../natural.ts';
import { restAt } from '../rest.ts';
import { computeEdges } from '../sizing.ts';
import {
  epsilon,
  type Fragmentainer,
  fixedSpace,
  type LayoutContext,
  type Rest,
  type Space,
} from '../space.ts';
import type { FinishedCell, SizedCell } from './table-cells.ts';
import type { TableParts } from './table-places.ts';

/** What of a row stands here. */
export interface BrokenCells {
  /** In the order of the row's cells. */
  readonly cells: readonly FinishedCell[];
  readonly height: number;
  /** The row began in a column or page before. */
  readonly isBegun: boolean;
  /** Null where the row ends here. */
  readonly rest: Rest | null;
  readonly appeal: Appeal;
}

const endless = Number.POSITIVE_INFINITY;

/** A row's cells as far as there is room; `begun`: where they go on; `grid` as seen from its top. */
export function breakCells(
  { cells, rows, context }: TableParts,
  index: number,
  begun: Rest | null,
  fragmentainer: Fragmentainer,
  grid: LineGrid | undefined,
): BrokenCells {
  const own = cells.filter(({ placed }) => placed.row === index);
  const laid = own.map((cell, at) => {
    const from = begun?.beside?.[at] ?? null;
    return begun && !from ? null : layoutCell(cell, from, { fragmentainer, grid }, context);
  });
  const passed = begun?.consumed ?? 0;
  const set = (rows[index]?.height ?? 0) - passed;
  const isOpen = laid.some((one) => one?.rest) || set > fragmentainer.room + epsilon;
  const highest = Math.max(0, ...laid.map((one) => one?.fragment.height ?? 0));
  // Without an end to reach, a row that a forced break parts is as high as its cells here.
  const end = Number.isFinite(fragmentainer.room) ? Math.max(0, fragmentainer.room) : highest;
  const height = isOpen ? end : Math.max(highest, set);
  const appeal = laid.reduce<Appeal>(
    (least, one) => leastAppeal(least, one?.rest?.appeal ?? appeals.perfect),
    appeals.perfect,
  );
  const piece: Piece = { height, above: passed, goesOn: isOpen };
  const missing = set > fragmentainer.room + epsilon ? set - fragmentainer.room : endless;
  const shortage = Math.min(missing, ...laid.map((one) => one?.rest?.shortage ?? endless));
  const rest: Rest = {
    ...restAt(index, null, false),
    beside: laid.map((one) => one?.rest ?? null),
    consumed: passed + height,
    appeal,
    shortage,
  };
  return {
    cells: own.map((cell, at) => finish(cell, laid[at] ?? null, piece, context)),
    height,
    isBegun: begun !== null,
    rest: isOpen ? rest : null,
    appeal,
  };
}

function layoutCell(
  { box, width }: SizedCell,
  resume: Rest | null,
  around: Pick<Space, 'fragmentainer' | 'grid'>,
  context: LayoutContext,
) {
  const space = { ...fixedSpace(width, null, width, null), ...around, resume };
  return context.layoutChild(withoutHeights(box, context), space);
}

/** A piece of a row. */
interface Piece extends Pick<PieceOf, 'above' | 'goesOn'> {
  readonly height: number;
}

/** As high as its row is here; a cell whose content has ended stands empty beside the others. */
function finish(
  { box, width }: SizedCell,
  laid: ReturnType<typeof layoutCell> | null,
  { height, above, goesOn }: Piece,
  context: LayoutContext,
): FinishedCell {
  const edges = computeEdges(box.style, width);
  const isCut = (above > 0 || goesOn) && box.style.boxDecorationBreak !== 'clone';
  const { border, padding } = edges;
  const sides = {
    border: sliceEdges(border, above === 0, !goesOn),
    padding: sliceEdges(padding, above === 0, !goesOn),
  };
  const cut = isCut ? { ...sides, cut: { above, goesOn, border, padding } } : {};
  if (laid) return { fragment: { ...laid.fragment, height, ...cut }, outOfFlow: laid.outOfFlow };
  const fragment = buildBoxFragment({
    // One box with its other pieces.
    box: withoutHeights(box, context),
    width,
    height,
    border: sliceEdges(edges.border, false, true),
    padding: sliceEdges(edges.padding, false, true),
    children: [],
    frame: false,
  });
  return { fragment: { ...fragment, ...cut }, outOfFlow: [] };
}
