/** How many columns, how wide, how far apart (css-multicol-1 §3). */
import { type ComputedStyle, resolveLength } from '../style/index.ts';

export interface ColumnWidths {
  readonly count: number;
  readonly width: number;
  readonly gap: number;
}

/** `column-gap`; `normal` is 1 em (css-align-3 §8.1). */
export function columnGapOf(style: ComputedStyle, width: number): number {
  return style.columnGap === 'normal' ? style.fontSize : resolveLength(style.columnGap, width);
}

/** No column is narrower than 1 CSS px (§3.4). */
const leastWidth = 0.75;

/** The used values in a content box of that width: the pseudo-algorithm of §3.4. */
export function computeColumns(style: ComputedStyle, available: number): ColumnWidths {
  const gap = columnGapOf(style, available);
  const { columnCount, columnWidth } = style;
  const fitting =
    columnWidth === 'auto'
      ? Number.POSITIVE_INFINITY
      : Math.max(1, Math.floor((available + gap) / (Math.max(leastWidth, columnWidth) + gap)));
  // Where only a height is asked for there is one column (css-multicol-2 §3.2).
  const most = columnWidth === 'auto' ? 1 : Number.POSITIVE_INFINITY;
  const wanted = columnCount === 'auto' ? most : columnCount;
  const count = Math.min(1000, fitting, wanted);
  return { count, gap, width: Math.max(0, (available - (count - 1) * gap) / count) };
}

/** True for a box whose content flows through columns. */
export function hasColumns({
  columnCount,
  columnWidth,
  columnHeight,
  display,
}: ComputedStyle): boolean {
  const isAsked = columnCount !== 'auto' || columnWidth !== 'auto' || columnHeight !== 'auto';
  return isAsked && !/flex|grid|table|inline$/.test(display);
}
