/** Words on marks, proofs and dummies: one line, unkerned. */
import type { GlyphsItem } from '../display/index.ts';
import { type Font, plainLine, plainWidth } from '../text/index.ts';

export interface Words<C> {
  readonly text: string;
  readonly font: Font;
  readonly sizePt: number;
  /** Of the baseline's start, middle or end. */
  readonly x: number;
  readonly y: number;
  readonly align?: 'start' | 'middle' | 'end';
  readonly color: C;
}

export function wordsItem<C>({ text, font, sizePt, x, y, align, color }: Words<C>): GlyphsItem<C> {
  const before = { start: 0, middle: 0.5, end: 1 }[align ?? 'start'];
  const width = before === 0 ? 0 : plainWidth(text, font, sizePt);
  return {
    kind: 'glyphs',
    font,
    sizePt,
    scaleX: 1,
    x: x - before * width,
    y,
    glyphs: plainLine(text, font, sizePt),
    color,
    hyphenated: false,
  };
}
