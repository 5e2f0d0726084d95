/** Widths of lines on their own (css-sizing-3 §5). */
import type { InlineItem, IntrinsicWidths, ParagraphStyle } from '../text/index.ts';
import { measureOuter } from './atom.ts';
import { isFloat, type LinesBox } from './box.ts';
import { holdsFloats } from './floats.ts';
import { buildMeasuredItems } from './paragraph.ts';
import type { LayoutContext } from './space.ts';
import { hasAtoms, paragraphOf } from './stacked-lines.ts';
import { paragraphStyleOf } from './text-style.ts';

/** Widths of the paragraph on its own; percentages count as 0 (css-sizing-3 §5.2). */
export function measureLines(
  box: LinesBox,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  if (box.firstLine) {
    const { firstLine, ...plain } = box;
    const first = measureLines(firstLine, height, context);
    const others = measureLines(plain, height, context);
    const minContentPt = Math.max(first.minContentPt, others.minContentPt);
    return { minContentPt, maxContentPt: Math.max(minContentPt, first.maxContentPt) };
  }
  const style = paragraphStyleOf(box, 0, context);
  if (holdsFloats(box, context)) return measureWithFloats(box, style, height, context);
  if (!hasAtoms(box)) return measureItems(paragraphOf(box, 0, null, context).items, style, context);
  return measureWithAtoms(box, style, height, context);
}

/** Atoms among the words are as narrow, or as wide, as they can be. */
function measureWithAtoms(
  box: LinesBox,
  style: ParagraphStyle,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const measured = (kind: 'minContentPt' | 'maxContentPt') =>
    measureItems(buildMeasuredItems(box, kind, height, context), style, context)[kind];
  return { minContentPt: measured('minContentPt'), maxContentPt: measured('maxContentPt') };
}

/** Floats among the words stand beside them where there is room, and never get narrower. */
function measureWithFloats(
  box: LinesBox,
  style: ParagraphStyle,
  height: number | null,
  context: LayoutContext,
): IntrinsicWidths {
  const widths = box.content.flatMap((one) =>
    one.kind === 'atom' && isFloat(one.box)
      ? [measureOuter(one.box, context, { around: height, fixed: null })]
      : [],
  );
  const words = measureWithAtoms(box, style, height, context);
  return {
    minContentPt: Math.max(words.minContentPt, ...widths.map((one) => one.minContentPt)),
    maxContentPt: widths.reduce((sum, one) => sum + one.maxContentPt, words.maxContentPt),
  };
}

function measureItems(
  items: readonly InlineItem[],
  style: ParagraphStyle,
  context: LayoutContext,
): IntrinsicWidths {
  if (items.length === 0) return { minContentPt: 0, maxContentPt: 0 };
  return context.paragraphs.widths(items, style);
}
