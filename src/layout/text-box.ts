/**
 * `text-box-trim` (css-inline-3 §5): a block begins at its first line's capitals, say, and ends at
 * its last line's baseline, without the leading around them.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { BlockBox } from './box.ts';
import type { LineFragment } from './fragment.ts';
import { inlineMetrics } from './line-metrics.ts';
import type { LayoutContext } from './space.ts';

type Edge = ComputedStyle['textBoxEdge'];

/** Where the first line is to begin and the last to end; null: at the line box's edges. */
export interface TextTrim {
  readonly over: Edge['over'] | null;
  readonly under: Edge['under'] | null;
}

/** What a box trims of its own lines, or is asked to trim by the box around it. */
export function trimOf(
  { style }: BlockBox,
  asked: TextTrim | undefined,
  edges: { readonly top: number; readonly bottom: number },
): TextTrim | undefined {
  const { textBoxTrim, textBoxEdge } = style;
  const trimsStart = textBoxTrim === 'trim-start' || textBoxTrim === 'trim-both';
  const trimsEnd = textBoxTrim === 'trim-end' || textBoxTrim === 'trim-both';
  const over = trimsStart ? textBoxEdge.over : edges.top === 0 ? (asked?.over ?? null) : null;
  const under = trimsEnd ? textBoxEdge.under : edges.bottom === 0 ? (asked?.under ?? null) : null;
  return over || under ? { over, under } : undefined;
}

/** How much of a line is cut off above. */
export function trimAbove(
  line: LineFragment,
  over: Edge['over'],
  style: ComputedStyle,
  context: LayoutContext,
): number {
  const { content } = inlineMetrics(style, context);
  const { capHeightEm, xHeightEm } = context.fonts.fontsFor(style)[0].metrics;
  const heights = {
    text: content.above,
    cap: capHeightEm * style.fontSize,
    ex: xHeightEm * style.fontSize,
  };
  return line.baseline - heights[over];
}

/** How much of a line is cut off below. */
export function trimBelow(
  line: LineFragment,
  under: Edge['under'],
  style: ComputedStyle,
  context: LayoutContext,
): number {
  const depth = under === 'alphabetic' ? 0 : inlineMetrics(style, context).content.below;
  return line.height - line.baseline - depth;
}
