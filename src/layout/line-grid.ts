/**
 * The baseline grid (css-line-grid-1): a box with `line-grid: create` rules its content with lines
 * one line-height of its own apart, the first where its first baseline would be. Lines of text in
 * it with `line-snap: baseline` go down until their baseline is on the grid. `html` is made anew on
 * each page, so a grid made by it stands at the same height on all pages of one size.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { LineFragment } from './fragment.ts';
import { inlineMetrics } from './line-metrics.ts';
import { epsilon, type LayoutContext } from './space.ts';

/** A grid as seen from some height. */
export interface LineGrid {
  readonly step: number;
  /** Down to the next line of the grid: 0 ≤ `phase` < `step`. */
  readonly phase: number;
}

/** Nearer than this is on the grid. */
const tolerance = 0.0005;

function modulo(value: number, step: number): number {
  const rest = ((value % step) + step) % step;
  return step - rest < tolerance ? 0 : rest;
}

/** The grid as seen from further down. */
export function gridAt(grid: LineGrid | undefined, offset: number): LineGrid | undefined {
  return grid && { ...grid, phase: modulo(grid.phase - offset, grid.step) };
}

/** The grid in a box, from its content's top: its own, or that around it. */
export function gridInside(
  style: ComputedStyle,
  around: LineGrid | undefined,
  top: number,
  context: LayoutContext,
): LineGrid | undefined {
  if (style.lineGrid !== 'create') return gridAt(around, top);
  const { leaded, lineHeight } = inlineMetrics(style, context);
  if (lineHeight <= 0) return undefined;
  return { step: lineHeight, phase: modulo(leaded.above, lineHeight) };
}

/** What stands this share of a step below the grid, or less, goes up to it. */
const slack = 0.05;

/**
 * How far down something goes until what lies `depth` below its top is on the grid. Deviation: the
 * standard knows no way up; here a line that a taller letter has pushed down by a hair goes back
 * instead of down a whole step.
 */
export function snapShift(grid: LineGrid, depth: number): number {
  const shift = modulo(grid.phase - depth, grid.step);
  if (shift < tolerance) return 0;
  return grid.step - shift < slack * grid.step ? shift - grid.step : shift;
}

/** How far a height is from the nearest line of the grid, downwards positive. */
export function distanceFromGrid(grid: LineGrid, depth: number): number {
  const shift = modulo(grid.phase - depth, grid.step);
  return shift > grid.step / 2 ? grid.step - shift : -shift;
}

/**
 * Lines one below the other, each on the grid, from the first one's top at 0. Stops after the first
 * that ends below `room`: no more of them are asked for.
 */
export function snapLines(
  lines: readonly LineFragment[],
  from: number,
  grid: LineGrid,
  room: number,
): readonly LineFragment[] {
  const snapped: LineFragment[] = [];
  let y = 0;
  for (let index = from; index < lines.length && y <= room + epsilon; index++) {
    const line = lines[index] as LineFragment;
    const top = y + snapShift(gridAt(grid, y) ?? grid, line.baseline);
    snapped.push({ ...line, y: top });
    y = top + line.height;
  }
  return snapped;
}
