/** What stands before and after a break: spaces that vanish, edges, what hangs over the line's edge. */
import { isBreakingSpace, isForcedBreak } from './characters.ts';
import type { ParagraphText } from './paragraph-text.ts';
import type { ParagraphStyle } from './types.ts';

/** False where the text at an offset may not be broken at all. */
export function canWrap({ texts, textOf, atoms }: ParagraphText, offset: number): boolean {
  return texts[textOf[offset] ?? -1]?.style.wrap ?? atoms.get(offset)?.wrap ?? true;
}

/** Where the line's content ends: before the forced break, and before spaces that may vanish. */
export function contentEnd(paragraph: ParagraphText, start: number, isForced: boolean): number {
  const { text } = paragraph;
  let end = start;
  if (isForced && end > 0 && isForcedBreak(text.charCodeAt(end - 1))) {
    end--;
    if (text[end] === '\n' && text[end - 1] === '\r') end--;
  }
  while (end > 0 && isBreakingSpace(text.charCodeAt(end - 1)) && vanishes(paragraph, end - 1))
    end--;
  return end;
}

/** A space at a line's end that takes no room. */
function vanishes({ texts, textOf }: ParagraphText, offset: number): boolean {
  const style = texts[textOf[offset] ?? -1]?.style;
  return style === undefined || (style.wrap && style.wrapping?.spaces !== 'break');
}

const noEdges = { edge: 0, closing: 0, opening: 0 } as const;

/** Edges around a break: those that close go with the words before it, from the first that opens on, after. */
export function splitEdges({ edges }: ParagraphText, from: number, end: number, start: number) {
  if (edges.length === 0) return noEdges;
  let edge = from;
  while (edge < edges.length && (edges[edge]?.position ?? 0) < end) edge++;
  let closing = 0;
  for (; edge < edges.length; edge++) {
    const candidate = edges[edge];
    if (!candidate || candidate.position > start || candidate.side === 'start') break;
    closing += candidate.widthPt;
  }
  let opening = 0;
  for (let i = edge; i < edges.length; i++) {
    const candidate = edges[i];
    if (!candidate || candidate.position > start) break;
    opening += candidate.widthPt;
  }
  return { edge, closing, opening };
}

/** What lines may be stretched and shrunk by, as factors of a paragraph's running sums. */
export interface Flexibility {
  readonly wordStretch: number;
  readonly wordShrink: number;
  readonly letterStretch: number;
  readonly letterShrink: number;
  readonly glyphStretch: number;
  readonly glyphShrink: number;
}

/** Null for paragraphs without justified lines. */
export function flexibilityOf({
  align,
  alignLast,
  justification,
}: ParagraphStyle): Flexibility | null {
  if (align !== 'justify' && alignLast !== 'justify') return null;
  const { word, letter, glyph } = justification;
  return {
    wordStretch: Math.max(0, word.max - 1),
    wordShrink: Math.max(0, 1 - word.min),
    letterStretch: Math.max(0, letter.max),
    letterShrink: Math.max(0, -letter.min),
    glyphStretch: Math.max(0, glyph.max - 1),
    glyphShrink: Math.max(0, 1 - glyph.min),
  };
}

/** True where the text at an offset is better not broken. */
export function isAvoided({ texts, textOf }: ParagraphText, offset: number): boolean {
  return texts[textOf[offset] ?? -1]?.style.avoidBreaks ?? false;
}

/** Edges that lines are set against; on the others hanging would show nothing. */
export function hangingEdges({ align, opticalMargins }: ParagraphStyle) {
  return {
    left: opticalMargins && (align === 'left' || align === 'justify'),
    right: opticalMargins && (align === 'right' || align === 'justify'),
  };
}
