/** Cells of a table: their shares of borders, how wide they want to be, how high they are, and at last their place. */
import type { ComputedStyle, LengthPercentage } from '../../style/index.ts';
import { distribute } from '../alignment.ts';
import { type BlockBox, isOutOfFlow } from '../box.ts';
import { moveFragment } from '../box-fragment.ts';
import type { BoxFragment, Fragment } from '../fragment.ts';
import type { LineGrid } from '../line-grid.ts';
import { measureNatural, withoutHeights } from '../natural.ts';
import { perRun } from '../per-run.ts';
import { usesOwnHeight } from '../percent-height.ts';
import { computeEdges, heightFrom, widthFrom } from '../sizing.ts';
import { epsilon, fixedSpace, type LayoutContext, type OutOfFlow } from '../space.ts';
import { type CollapsedBorders, cellBorders } from './collapsed-borders.ts';
import { type ColumnWish, wishOfWidth } from './table-columns.ts';
import type { PlacedCell } from './table-grid.ts';

const sharedBorders = perRun<BlockBox, BlockBox>();

/** The cell as a box: with its share of collapsed borders, which it does not paint itself. */
export function boxOfCell(
  placed: PlacedCell,
  collapsed: CollapsedBorders | null,
  context: LayoutContext,
): BlockBox {
  const { box } = placed.cell;
  if (!collapsed) return box;
  const table = sharedBorders(context);
  const known = table.get(box);
  if (known) return known;
  const { top, right, bottom, left } = cellBorders(placed, collapsed);
  const made: BlockBox = {
    ...box,
    style: {
      ...box.style,
      borderTopWidth: top,
      borderRightWidth: right,
      borderBottomWidth: bottom,
      borderLeftWidth: left,
      borderTopStyle: 'none',
      borderRightStyle: 'none',
      borderBottomStyle: 'none',
      borderLeftStyle: 'none',
    },
  };
  table.set(box, made);
  return made;
}

/** What a cell asks of its column or columns; sizes of the border box. */
export function wishOfCell(
  box: BlockBox,
  isFixedLayout: boolean,
  context: LayoutContext,
): ColumnWish {
  const { style } = box;
  const edges = computeEdges(style, 0);
  const add = style.boxSizing === 'border-box' ? 0 : edges.horizontal;
  const asked = wishOfWidth(style.width, add);
  const { isFixed, width } = asked;
  const percent = asked.percent && Math.min(asked.percent, percentOf(style.maxWidth));
  if (isFixedLayout) return { min: 0, max: percent === null ? width : add, percent, isFixed };
  const natural = measureNatural(box, context);
  const measure = () => natural;
  const limit = (value: typeof style.minWidth | typeof style.maxWidth) =>
    isLength(value) ? widthFrom(value, style, edges, 0, measure) : null;
  const least = limit(style.minWidth) ?? 0;
  const most = limit(style.maxWidth) ?? Number.POSITIVE_INFINITY;
  const min = Math.max(Math.min(natural.minContentPt, most), least);
  const wanted = Math.min(isFixed ? width : natural.maxContentPt, most);
  return { min, max: Math.max(min, wanted), percent, isFixed };
}

/** css-tables-3 §3.8.1: a column's percentage is no more than the cell's limit. */
function percentOf(most: ComputedStyle['maxWidth']): number {
  const isPercent = typeof most === 'object' && 'percent' in most && most.pt === 0;
  return isPercent ? most.percent : Number.POSITIVE_INFINITY;
}

/** Browsers hold cells within lengths, not within percentages or what their content asks for. */
function isLength(
  value: ComputedStyle['minWidth'] | ComputedStyle['maxWidth'],
): value is LengthPercentage {
  return typeof value === 'object' && 'percent' in value && value.percent === 0;
}

/** A cell laid out at its width, as high as its content. */
export interface SizedCell {
  readonly placed: PlacedCell;
  readonly box: BlockBox;
  readonly width: number;
  /** The table's width, which percentages of its padding refer to. */
  readonly around: number;
  readonly natural: number;
  /** What it asks of its rows: its content, or a height that is set and is more. */
  readonly height: number;
  /** From the cell's top; null where it is not aligned by its baseline. */
  readonly baseline: number | null;
  /** Padding and border under its content. */
  readonly below: number;
  /** The baseline grid from the cell's top, which its lines are on. */
  readonly grid: LineGrid | undefined;
}

export function sizeCell(
  placed: PlacedCell,
  box: BlockBox,
  { width, around }: Pick<SizedCell, 'width' | 'around'>,
  context: LayoutContext,
  grid?: LineGrid,
): SizedCell {
  const { style } = box;
  const { fragment } = layoutCell({ box, width, around, grid }, context);
  const edges = computeEdges(style, around);
  const set = heightFrom(style.height, sizingOf(style, context), edges, null) ?? 0;
  const below = edges.border.bottom + edges.padding.bottom;
  const hasContent = box.children.some((child) => !isOutOfFlow(child));
  const foot = hasContent ? fragment.height - below : null;
  const own = fragment.firstBaseline ?? foot;
  return {
    placed,
    box,
    width,
    around,
    natural: fragment.height,
    // CSS 2 §17.5.3 leaves `min-height` of cells open; browsers pass it over.
    height: Math.max(fragment.height, set),
    baseline: alignOf(box) === 'baseline' ? own : null,
    below,
    grid,
  };
}

/** In quirks mode a cell's height is that of its border box (Quirks Mode Standard, table cell height box sizing). */
function sizingOf(style: ComputedStyle, { styled }: LayoutContext): ComputedStyle {
  return styled.document.mode === 'quirks' ? { ...style, boxSizing: 'border-box' } : style;
}

function layoutCell(
  { box, width, around, grid }: Pick<SizedCell, 'box' | 'width' | 'around' | 'grid'>,
  context: LayoutContext,
) {
  // Lines across those of the table are as long as the cell is set high.
  const { style, turn } = box;
  const length = turn?.swaps
    ? heightFrom(style.height, style, computeEdges(style, around), null)
    : null;
  const space = fixedSpace(around, null, width, length, grid);
  return context.layoutChild(withoutHeights(box, context), space);
}

/**
 * CSS 2 §17.5.3: everything but `top`, `middle` and `bottom` is `baseline` in a cell; `align-content` says
 * it before `vertical-align` does (css-align-3 §5.1.1).
 */
function alignOf({ style }: BlockBox): 'top' | 'middle' | 'bottom' | 'baseline' {
  const { alignContent } = style;
  if (alignContent === 'baseline') return 'baseline';
  if (alignContent !== 'normal') {
    const { before } = distribute(alignContent, 1, 1);
    if (before === 0) return 'top';
    return before === 1 ? 'bottom' : 'middle';
  }
  const align = style.verticalAlign;
  return align === 'top' || align === 'middle' || align === 'bottom' ? align : 'baseline';
}

export interface FinishedCell {
  readonly fragment: BoxFragment;
  readonly outOfFlow: readonly OutOfFlow[];
}

/**
 * The cell as high as its rows, its content aligned in it; `rowBaseline` from the cell's top.
 * `isTableSet`: the table has a height of its own.
 */
export function finishCell(
  cell: SizedCell,
  height: number,
  rowBaseline: number,
  isTableSet: boolean,
  context: LayoutContext,
): FinishedCell {
  const { box, natural } = cell;
  // Percentages in a cell refer to its height where that, or the table's, is set (css-tables-3 §3.9.2).
  const isKnown = isTableSet || box.style.height !== 'auto';
  const dependsOnHeight =
    box.style.position !== 'static' || (isKnown && usesOwnHeight(box, context));
  if (dependsOnHeight) return layoutAligned(cell, height, rowBaseline, isKnown, context);
  const down = downOf(cell, Math.max(0, height - natural), rowBaseline);
  const { fragment, outOfFlow } = layoutCell(cell, context);
  const by = { x: 0, y: down };
  return {
    fragment: {
      ...fragment,
      height,
      children: fragment.children.map((child) => moveFragment(child, by)),
      firstBaseline: moved(fragment.firstBaseline, down),
      lastBaseline: moved(fragment.lastBaseline, down),
    },
    outOfFlow: outOfFlow.map((one) => ({
      ...one,
      position: { x: one.position.x, y: one.position.y + down },
    })),
  };
}

function moved(baseline: number | null, down: number): number | null {
  return baseline === null ? null : baseline + down;
}

/** Laid out at its full height; what is positioned in the cell is so in all of it. */
function layoutAligned(
  cell: SizedCell,
  height: number,
  rowBaseline: number,
  isKnown: boolean,
  context: LayoutContext,
): FinishedCell {
  const { box, width, around, grid } = cell;
  const space = { ...fixedSpace(around, null, width, height), grid };
  const laid = context.layoutChild(box, isKnown ? space : { ...space, isHeightIndefinite: true });
  const { fragment, outOfFlow } = laid;
  const inFlow = (child: Fragment) => child.kind === 'line' || child.style.position !== 'absolute';
  // What is positioned without insets stands where it would be in flow.
  const isMoved = (child: Fragment) =>
    child.kind === 'line' ||
    inFlow(child) ||
    (child.style.top === 'auto' && child.style.bottom === 'auto');
  const natural = usesOwnHeight(box, context) ? heightOfContent(fragment, inFlow) : cell.natural;
  const down = downOf(cell, Math.max(0, height - natural), rowBaseline);
  const by = { x: 0, y: down };
  const children = fragment.children.map((child) =>
    isMoved(child) ? moveFragment(child, by) : child,
  );
  return { fragment: { ...fragment, children }, outOfFlow };
}

/** A cell's height by what is in it, once percentages of its height are known. */
function heightOfContent(
  { children, border, padding }: BoxFragment,
  inFlow: (child: Fragment) => boolean,
): number {
  const bottoms = children.filter(inFlow).map((child) => child.y + child.height);
  return Math.max(border.top + padding.top, ...bottoms) + border.bottom + padding.bottom;
}

/** How far the content moves down in its cell: on a grid from line to line. */
function downOf(cell: SizedCell, free: number, rowBaseline: number): number {
  const down = freelyDown(cell, free, rowBaseline);
  return cell.grid ? Math.floor((down + epsilon) / cell.grid.step) * cell.grid.step : down;
}

function freelyDown({ box, baseline }: SizedCell, free: number, rowBaseline: number): number {
  if (baseline !== null) return Math.min(free, Math.max(0, rowBaseline - baseline));
  const align = alignOf(box);
  if (align === 'middle') return free / 2;
  return align === 'bottom' ? free : 0;
}
