/**
 * Paragraphs in, lines out. The items become one text with glyphs and running widths, the text its
 * break points; one of three searches chooses among them; the chosen lines are set.
 */
import { balanced } from './balance.ts';
import { type BreakPoint, breakPoints, naturalWidth } from './break-points.ts';
import { firstFit } from './first-fit.ts';
import { totalFit } from './knuth-plass.ts';
import { type ParagraphText, paragraphText } from './paragraph-text.ts';
import { setLine } from './set-line.ts';
import type { MissingCharacter } from './shape.ts';
import type { InlineItem, IntrinsicWidths, Line, LineWidth, ParagraphStyle } from './types.ts';

/** A paragraph set in lines, and the characters that no font had. */
export interface BrokenParagraph {
  readonly lines: readonly Line[];
  readonly missing: readonly MissingCharacter[];
}

function chooseBreaks(
  paragraph: ParagraphText,
  points: readonly BreakPoint[],
  style: ParagraphStyle,
  lineWidth: LineWidth,
): readonly number[] {
  switch (style.wrap) {
    case 'greedy':
      return firstFit(points, style.maxConsecutiveHyphens, lineWidth);
    case 'balance':
      return balanced(paragraph, points, lineWidth) ?? totalFit(points, style, lineWidth);
    case 'total-fit':
      return totalFit(points, style, lineWidth);
  }
}

/**
 * The lines of a paragraph. `lineWidth(i)` is the width of line box `i`, the first line's indent
 * not taken off. No items, or only empty text: no lines. Where something cannot be broken to fit,
 * the line is set `overfull`. `prepareShaping` must have been awaited with the items' languages.
 * The list of items must not be changed afterwards: what was worked out about it is kept with it.
 */
export function breakParagraph(
  items: readonly InlineItem[],
  style: ParagraphStyle,
  lineWidth: LineWidth,
): BrokenParagraph {
  const paragraph = paragraphText(items);
  if (paragraph.text === '' && paragraph.edges.length === 0) return { lines: [], missing: [] };
  const points = breakPoints(paragraph, style);
  const indentOf = (line: number) => (line === 0 ? style.indentPt : 0);
  const room: LineWidth = (line) => lineWidth(line) - indentOf(line);
  const chosen = chooseBreaks(paragraph, points, style, room);
  const lines: Line[] = [];
  for (let line = 0; line + 1 < chosen.length; line++) {
    const from = points[chosen[line] ?? -1];
    const to = points[chosen[line + 1] ?? -1];
    if (!from || !to) continue;
    const box = { measure: lineWidth(line), indent: indentOf(line) };
    lines.push(setLine(paragraph, from, to, style, box));
  }
  return { lines, missing: paragraph.missing };
}

/**
 * Widths of a paragraph on its own (css-sizing-3 §5.1), the indent of the first line included:
 * broken wherever it may be, hyphens included, and broken only where it must.
 */
export function measureParagraph(
  items: readonly InlineItem[],
  style: ParagraphStyle,
): IntrinsicWidths {
  const points = breakPoints(paragraphText(items), style);
  let minContentPt = 0;
  let maxContentPt = 0;
  let lineStart = points[0];
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1];
    const to = points[index];
    if (!from || !to || !lineStart) continue;
    const indent = index === 1 ? style.indentPt : 0;
    minContentPt = Math.max(minContentPt, naturalWidth(from, to) + indent);
    if (!to.forced) continue;
    const firstIndent = lineStart === points[0] ? style.indentPt : 0;
    maxContentPt = Math.max(maxContentPt, naturalWidth(lineStart, to) + firstIndent);
    lineStart = to;
  }
  return { minContentPt, maxContentPt: Math.max(minContentPt, maxContentPt) };
}
