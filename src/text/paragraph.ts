/**
 * Paragraphs in, lines out. The items become one text with glyphs and running widths, the text its
 * break points; one of three searches chooses among them; the chosen lines are set.
 */
import { balanced } from './balance.ts';
import { type BreakPoints, hasTrait, naturalWidth, trait } from './break-points.ts';
import { breakPoints } from './find-break-points.ts';
import { firstFit } from './first-fit.ts';
import { totalFit } from './knuth-plass.ts';
import { paragraphText } from './paragraph-text.ts';
import { setLine } from './set-line.ts';
import type { MissingCharacter } from './shape.ts';
import type {
  InlineItem,
  IntrinsicWidths,
  Line,
  LineShape,
  LineSource,
  ParagraphStyle,
} from './types.ts';

/** A paragraph set in lines, and the characters that no font had. */
export interface BrokenParagraph {
  readonly lines: readonly Line[];
  readonly missing: readonly MissingCharacter[];
}

/** Indices of the break points that lines end at, the paragraph's start first. */
export function chooseBreaks(
  points: BreakPoints,
  style: ParagraphStyle,
  shape: LineShape,
): readonly number[] {
  switch (style.wrap) {
    case 'greedy':
      return firstFit(points, style.hyphenation.lines, shape);
    case 'balance':
      return balanced(points, shape) ?? totalFit(points, style, shape);
    case 'total-fit':
      return totalFit(points, style, shape);
  }
}

/** The shape with the indent taken off its first line. */
export function withIndent(shape: LineShape, indentPt: number): LineShape {
  if (indentPt === 0) return shape;
  return (line) => {
    const room = shape(line);
    if (line > 0) return room;
    return { ...room, leftPt: room.leftPt + indentPt, widthPt: room.widthPt - indentPt };
  };
}

/**
 * The lines of a paragraph. `shape(i)` is the room for line `i`, the first line's indent not
 * taken off. No items, or only empty text: no lines. Where something cannot be broken to fit,
 * the line is set `overfull`. `prepareShaping` must have been awaited with the items' languages.
 * The list of items must not be changed afterwards: what was worked out about it is kept with it.
 */
export function breakParagraph(
  items: readonly InlineItem[],
  style: ParagraphStyle,
  shape: LineShape,
): BrokenParagraph {
  const paragraph = paragraphText(items);
  if (paragraph.text === '' && paragraph.edges.length === 0) return { lines: [], missing: [] };
  const points = breakPoints(paragraph, style);
  const indented = withIndent(shape, style.indentPt);
  const chosen = chooseBreaks(points, style, indented);
  const source: LineSource = { items, style, shape };
  const lines: Line[] = [];
  for (let line = 0; line + 1 < chosen.length; line++) {
    const [from = 0, to = 0] = chosen.slice(line, line + 2);
    const set = setLine(paragraph, points, from, to, style, indented(line));
    lines.push({ ...set, source, index: line });
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
  let lineStart = 0;
  for (let to = 1; to < points.count; to++) {
    const indent = to === 1 ? style.indentPt : 0;
    minContentPt = Math.max(minContentPt, naturalWidth(points, to - 1, to) + indent);
    if (!hasTrait(points, to, trait.forced)) continue;
    const firstIndent = lineStart === 0 ? style.indentPt : 0;
    maxContentPt = Math.max(maxContentPt, naturalWidth(points, lineStart, to) + firstIndent);
    lineStart = to;
  }
  return { minContentPt, maxContentPt: Math.max(minContentPt, maxContentPt) };
}
