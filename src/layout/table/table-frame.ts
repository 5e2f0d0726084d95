/** What does not depend on the space that a table is given: its grid, borders and spacing. */
import { perRun } from '../per-run.ts';
import { type BoxEdges, computeEdges } from '../sizing.ts';
import type { LayoutContext } from '../space.ts';
import { type CollapsedBorders, collapseBorders } from './collapsed-borders.ts';
import type { TableBox } from './table-box.ts';
import { buildGrid, gapsWithin, type TableGrid } from './table-grid.ts';

/** What does not depend on the space a table is given. */
export interface TableFrame {
  readonly box: TableBox;
  readonly grid: TableGrid;
  readonly collapsed: CollapsedBorders | null;
  /** Room between columns and rows, and around them; none where there are no columns. */
  readonly spacing: { readonly x: number; readonly y: number };
  /** What rows and groups leave between them where they share a height. */
  readonly rowGap: number;
  readonly context: LayoutContext;
}

const frames = perRun<TableBox, TableFrame>();

/** The frame of a table, made once in a run. */
export function frameOf(box: TableBox, context: LayoutContext): TableFrame {
  const known = frames(context).get(box);
  if (known) return known;
  const frame = makeFrame(box, context);
  frames(context).set(box, frame);
  return frame;
}

function makeFrame(box: TableBox, context: LayoutContext): TableFrame {
  const grid = buildGrid(box);
  const { borderCollapse, borderSpacing } = box.style;
  const isCollapsed = borderCollapse === 'collapse';
  const spacing =
    isCollapsed || grid.columns === 0
      ? { x: 0, y: 0 }
      : { x: borderSpacing.horizontal, y: borderSpacing.vertical };
  return {
    box,
    grid,
    collapsed: isCollapsed ? collapseBorders(box, grid) : null,
    spacing,
    rowGap: isCollapsed ? 0 : borderSpacing.vertical,
    context,
  };
}

/** Edges of a table; collapsed borders have no padding. */
export function edgesOf({ box, collapsed }: TableFrame, width: number): BoxEdges {
  const edges = computeEdges(box.style, width);
  if (!collapsed) return edges;
  const border = collapsed.table;
  return {
    ...edges,
    border,
    padding: { top: 0, right: 0, bottom: 0, left: 0 },
    horizontal: border.left + border.right,
    vertical: border.top + border.bottom,
  };
}

/** Room between and around columns. */
export function columnGaps({ grid, spacing }: TableFrame): number {
  return grid.columns === 0 ? 0 : spacing.x * (gapsWithin(grid, 0, grid.columns) + 2);
}
