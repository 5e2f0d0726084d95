/** Rows of columns of a height that was set (css-multicol-2 §3.2, §3.4: `column-height`, `column-wrap`). */
import { type ComputedStyle, resolveLength } from '../style/index.ts';

export interface RowHeights {
  /** Of each row. */
  readonly height: number;
  /** Between two rows. */
  readonly gap: number;
  /** Columns that a row has no room for begin another below it. */
  readonly wraps: boolean;
}

/** Rows without height still get on: 1 CSS px. */
const leastStride = 0.75;

/** `content`: height of the content box where it is set, or its limit; null where neither is. */
export function rowHeightsOf(
  style: ComputedStyle,
  content: number | null,
  percentHeight: number | null,
): RowHeights | null {
  const { columnHeight, columnWrap } = style;
  const wraps = columnWrap === 'auto' ? columnHeight !== 'auto' : columnWrap === 'wrap';
  const height = columnHeight === 'auto' ? (wraps ? content : null) : columnHeight;
  return height === null ? null : { height, gap: rowGapOf(style, percentHeight), wraps };
}

/** `row-gap`; `normal` is 1 em between rows of columns. */
function rowGapOf({ rowGap, fontSize }: ComputedStyle, percentHeight: number | null): number {
  return rowGap === 'normal' ? fontSize : Math.max(0, resolveLength(rowGap, percentHeight ?? 0));
}

/** From the top of a row to that of the next. */
export function strideOf({ height, gap }: RowHeights): number {
  return Math.max(leastStride, height + gap);
}
