/** Styles and shorthands for the tests of `text`: the square font at 10 pt, each letter 10 pt wide. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BrokenParagraph,
  breakParagraph,
  evenShape,
  type Font,
  type HyphenationLimits,
  type InlineItem,
  isFontFault,
  type JustificationLimits,
  type Line,
  openFont,
  type ParagraphStyle,
  type TextStyle,
} from '../../src/text/index.ts';
import { type SquareFontOptions, squareFont } from '../support/square-font.ts';

export function opened(bytes: Uint8Array, id = 'test.ttf'): Font {
  const font = openFont(id, bytes);
  if (isFontFault(font)) throw new Error(`${font.code} ${font.subject}`);
  return font;
}

export const square = opened(squareFont(), 'square.ttf');

export function squareWith(options: SquareFontOptions): Font {
  return opened(squareFont(options), 'other.ttf');
}

/** A font of the project's own, for what squares cannot show. */
export function projectFont(path: string): Font {
  return opened(readFileSync(join(import.meta.dirname, '../../fonts', path)), path);
}

export function textStyle(change: Partial<TextStyle> = {}): TextStyle {
  return {
    fonts: [square],
    sizePt: 10,
    letterSpacingPt: 0,
    wordSpacingPt: 0,
    language: 'da',
    features: [],
    kerning: true,
    ligatures: true,
    hyphens: 'manual',
    wrap: true,
    avoidBreaks: false,
    ...change,
  };
}

/** Limits of lines whose word spaces alone may change. */
export function wordsOnly(min: number, max: number): JustificationLimits {
  return { word: { min, max }, letter: { min: 0, max: 0 }, glyph: { min: 1, max: 1 } };
}

export function hyphens(change: Partial<HyphenationLimits> = {}): HyphenationLimits {
  return { word: 6, before: 2, after: 3, lines: 2, last: 'none', zonePt: 0, ...change };
}

export function paragraphStyle(change: Partial<ParagraphStyle> = {}): ParagraphStyle {
  return {
    align: 'left',
    alignLast: 'left',
    indentPt: 0,
    wrap: 'greedy',
    justification: wordsOnly(0.8, 1.33),
    hyphenation: hyphens(),
    opticalMargins: false,
    ...change,
  };
}

export function textItem(text: string, change: Partial<TextStyle> = {}): InlineItem {
  return { kind: 'text', text, style: textStyle(change) };
}

/** A line as text: an added hyphen is `~`, an atom `▢`, edges `‹` and `›`. */
export function lineText(line: Line, items: readonly InlineItem[]): string {
  return line.pieces
    .map((piece) => {
      if (piece.kind === 'atom') return '▢';
      const item = items[piece.item];
      if (piece.kind === 'edge') return item?.kind === 'edge' && item.side === 'end' ? '›' : '‹';
      return [...piece.run.glyphs].map(({ text }) => text.replace('\u00ad', '~')).join('');
    })
    .join('');
}

export function linesOf(
  text: string | readonly InlineItem[],
  width: number,
  change: Partial<ParagraphStyle> = {},
  style: Partial<TextStyle> = {},
): readonly string[] {
  const items = typeof text === 'string' ? [textItem(text, style)] : text;
  return setParagraph(items, width, change).lines.map((line) => lineText(line, items));
}

export function setParagraph(
  items: readonly InlineItem[],
  width: number,
  change: Partial<ParagraphStyle> = {},
): BrokenParagraph {
  return breakParagraph(items, paragraphStyle(change), evenShape(width));
}
