/**
 * Heights in a line: the strut, half-leading, and `vertical-align` (CSS 2 §10.8, css-inline-3 §4).
 * All distances are from a baseline: `above` upwards, `below` downwards, both usually positive.
 */
import { pointsPerPx } from '../base/index.ts';
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import type { Font, FontMetrics } from '../text/index.ts';
import { perRun } from './per-run.ts';
import type { LayoutContext } from './space.ts';
import { isCentral } from './vertical-lines.ts';

export interface Extent {
  readonly above: number;
  readonly below: number;
}

/** An inline box's measures: its content area, and the same with half-leading added. */
export interface InlineMetrics {
  readonly content: Extent;
  readonly leaded: Extent;
  /** How far below the baseline of the line the feet of the letters are. */
  readonly feet: number;
  readonly lineHeight: number;
  readonly sizePt: number;
  readonly xHeight: number;
  /** What `sub` and `super` move besides: a px where lines are as browsers have them. */
  readonly scriptPt: number;
}

const metricsByStyle = perRun<ComputedStyle, InlineMetrics>();

/** Content area of text in a font: its ascent and descent at that size. */
export function contentExtent(metrics: FontMetrics, sizePt: number): Extent {
  return { above: metrics.ascentEm * sizePt, below: metrics.descentEm * sizePt };
}

/** Measures of an inline box, or of a block's strut, from its first font (CSS 2 §10.8.1). */
export function inlineMetrics(style: ComputedStyle, context: LayoutContext): InlineMetrics {
  const cached = metricsByStyle(context).get(style);
  if (cached) return cached;
  const result = metricsIn(context.fonts.fontsFor(style)[0].metrics, style, context);
  metricsByStyle(context).set(style, result);
  return result;
}

/**
 * What words take above and below their baseline in a font that is not their style's first: browsers
 * give a line of normal height what each of its fonts asks for. Null where it is the first's to say.
 */
export function fallbackExtent(
  { metrics }: Font,
  style: ComputedStyle,
  context: LayoutContext,
): Extent | null {
  if (context.lineMetrics !== 'css-px' || style.lineHeight !== 'normal') return null;
  if (metrics === context.fonts.fontsFor(style)[0].metrics) return null;
  return metricsIn(metrics, style, context).leaded;
}

function metricsIn(
  metrics: FontMetrics,
  style: ComputedStyle,
  { lineMetrics }: LayoutContext,
): InlineMetrics {
  const sizePt = style.fontSize;
  const isWhole = lineMetrics === 'css-px';
  const exact = contentExtent(metrics, sizePt);
  const own = isWhole ? { above: toWholePx(exact.above), below: toWholePx(exact.below) } : exact;
  const content = isCentral(style) ? aroundMiddle(own, isWhole) : own;
  const gap = metrics.lineGapEm * sizePt;
  const natural = content.above + content.below + (isWhole ? toWholePx(gap) : gap);
  const lineHeight = usedLineHeight(style, natural);
  const leading = lineHeight - content.above - content.below;
  // Browsers give the odd px to the lower half.
  const over = isWhole ? Math.floor(leading / 2 / pointsPerPx) * pointsPerPx : leading / 2;
  return {
    content,
    leaded: { above: content.above + over, below: content.below + leading - over },
    feet: content.below - own.below,
    lineHeight,
    sizePt,
    xHeight: metrics.xHeightEm * sizePt,
    scriptPt: isWhole ? pointsPerPx : 0,
  };
}

/** The same height on the central baseline; browsers give the odd px to the upper half. */
function aroundMiddle({ above, below }: Extent, isWhole: boolean): Extent {
  const half = (above + below) / 2;
  const upper = isWhole ? Math.ceil(half / pointsPerPx - 0.001) * pointsPerPx : half;
  return { above: upper, below: above + below - upper };
}

function toWholePx(points: number): number {
  return Math.round(points / pointsPerPx) * pointsPerPx;
}

/** `line-height` in pt; `normal` is what the font asks for. */
function usedLineHeight(style: ComputedStyle, natural: number): number {
  const { lineHeight, fontSize } = style;
  if (lineHeight === 'normal') return natural;
  return lineHeight.kind === 'number' ? lineHeight.value * fontSize : lineHeight.pt;
}

/** Share of the parent's size that `sub` lowers and `super` raises; CSS leaves them open. */
const subShift = 0.2;
const superShift = 1 / 3;

/**
 * How far below its parent's baseline a box's baseline lies; null for `top` and `bottom`, which
 * refer to the finished line.
 */
export function baselineShift(
  style: ComputedStyle,
  own: Extent,
  ownLineHeight: number,
  parent: InlineMetrics,
): number | null {
  const align = style.verticalAlign;
  if (typeof align === 'object') return -resolveLength(align, ownLineHeight);
  switch (align) {
    case 'sub':
      return subShift * parent.sizePt + parent.scriptPt;
    case 'super':
      return -superShift * parent.sizePt - parent.scriptPt;
    case 'middle':
      return -parent.xHeight / 2 - (own.below - own.above) / 2;
    case 'text-top':
      return own.above - parent.content.above;
    case 'text-bottom':
      return parent.content.below - own.below;
    case 'top':
    case 'bottom':
      return null;
    default:
      return 0;
  }
}
