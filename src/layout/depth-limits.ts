/** How many containers of a kind may stand in each other; what stands deeper is set as a block. */
import type { ElementNode } from '../input/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { Generator, Place } from './box-generator.ts';
import { derivedStyle } from './derived-style.ts';
import { tooDeep } from './problems.ts';
import { isTableDisplay } from './table/table-boxes.ts';

/**
 * How many of a kind may stand in each other; no page has more than a handful. Each level is some
 * ten calls deep, for grids with calls into WebAssembly among them, and the stack ends somewhere.
 * Each level of columns is laid out several times to balance the one around it.
 */
const depthLimits = { flex: 128, grid: 32, table: 32, columns: 4, apart: 128 };

/** Flex or grid; null for a block container. Reports `layout/too-deep` and sets a block instead. */
export function containerKind(
  { element, style }: Place,
  generator: Generator,
): 'flex' | 'grid' | null {
  const { display } = style;
  const kind = display.endsWith('flex') ? 'flex' : display.endsWith('grid') ? 'grid' : null;
  const { containers, context } = generator;
  if (!kind || generator.depth[kind] < depthLimits[kind]) return kind;
  if (!containers.isReported) context.report(tooDeep(element, depthLimits[kind]));
  containers.isReported = true;
  return null;
}

/** Reports `layout/too-deep` where tables stand too deep in tables, and sets a block. */
export function isTable({ element, style }: Place, generator: Generator): boolean {
  if (!isTableDisplay(style)) return false;
  const { containers, depth, context } = generator;
  if (depth.table < depthLimits.table) return true;
  if (!containers.isReported) context.report(tooDeep(element, depthLimits.table));
  containers.isReported = true;
  return false;
}

/** Reports `layout/too-deep` where columns stand too deep in columns, and sets one column. */
export function hasColumns({ element, style }: Place, generator: Generator): boolean {
  const { columnCount, columnWidth, columnHeight } = style;
  if (columnCount === 'auto' && columnWidth === 'auto' && columnHeight === 'auto') return false;
  const { containers, depth, context } = generator;
  if (depth.columns < depthLimits.columns) return true;
  if (!containers.isReported) context.report(tooDeep(element, depthLimits.columns));
  containers.isReported = true;
  return false;
}

/** True for boxes that are measured and laid out apart from the flow around them: floats, inline blocks, positioned ones. */
export function isSetApart({ float, display, position }: ComputedStyle): boolean {
  return (
    (float !== 'none' && float !== 'footnote') ||
    display === 'inline-block' ||
    position === 'absolute' ||
    position === 'fixed'
  );
}

const inFlow = derivedStyle(() => ({ display: 'block', float: 'none', position: 'static' }));

/** Reports `layout/too-deep` where boxes stand too deep in others that are set apart, and sets a block in flow. */
export function withinLimits(
  element: ElementNode,
  style: ComputedStyle,
  { depth, containers, context }: Generator,
): ComputedStyle {
  if (depth.apart < depthLimits.apart || !isSetApart(style)) return style;
  if (!containers.isReported) context.report(tooDeep(element, depthLimits.apart));
  containers.isReported = true;
  return inFlow(style);
}
