/** Punctuation outside the line, in full (css-text-4 §8.2.1); where by how little ink is another matter. */
import type { ParagraphText } from './paragraph-text.ts';

const opening = /^[\p{Ps}\p{Pi}\p{Pf}'"]$/u;
const closing = /^[\p{Pe}\p{Pi}\p{Pf}'"]$/u;
const stops: ReadonlySet<string> = new Set(',.،۔、。，．﹐﹑﹒｡､');

function advanceOf({ width }: ParagraphText, offset: number): number {
  return (width[offset + 1] ?? 0) - (width[offset] ?? 0);
}

/** Of the first line: what an opening bracket or quote takes. */
export function openingWidth(paragraph: ParagraphText): number {
  return opening.test(paragraph.text.charAt(0)) ? advanceOf(paragraph, 0) : 0;
}

function widthAtEnd(paragraph: ParagraphText, end: number): number {
  const { style } = paragraph.texts[paragraph.textOf[end - 1] ?? -1] ?? {};
  return style ? Math.max(0, advanceOf(paragraph, end - 1) - style.letterSpacingPt) : 0;
}

/** Of a line that ends at `end`: what a stop or comma takes. */
export function stopWidth(paragraph: ParagraphText, end: number): number {
  return stops.has(paragraph.text.charAt(end - 1)) ? widthAtEnd(paragraph, end) : 0;
}

/** Of the last line: what a closing bracket or quote takes. */
export function closingWidth(paragraph: ParagraphText, end: number): number {
  return closing.test(paragraph.text.charAt(end - 1)) ? widthAtEnd(paragraph, end) : 0;
}
