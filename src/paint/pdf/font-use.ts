/** What pages use: glyphs of each font with the text they stand for, and pictures. */
import type { DisplayItem } from '../../display/index.ts';
import { type Font, hyphenStart } from '../../text/index.ts';
import { softHyphen } from './glyphs.ts';

export interface FontUse {
  readonly font: Font;
  /** For each glyph, how often it stands for which text; in order of first use. */
  readonly glyphs: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

export interface Uses {
  /** By font id, in order of first use. */
  readonly fonts: ReadonlyMap<string, FontUse>;
  readonly pictures: ReadonlySet<string>;
}

/** Collects over all pages, groups included. */
export function collectUses(pages: Iterable<readonly DisplayItem<unknown>[]>): Uses {
  const fonts = new Map<string, { font: Font; glyphs: Map<number, Map<string, number>> }>();
  const pictures = new Set<string>();

  const useOf = (font: Font) => {
    const use = fonts.get(font.id) ?? { font, glyphs: new Map<number, Map<string, number>>() };
    fonts.set(font.id, use);
    return use.glyphs;
  };

  const count = (glyphs: Map<number, Map<string, number>>, glyph: number, text: string) => {
    let texts = glyphs.get(glyph);
    if (!texts) {
      texts = new Map();
      glyphs.set(glyph, texts);
    }
    if (text !== '') texts.set(text, (texts.get(text) ?? 0) + 1);
  };

  const visit = (items: readonly DisplayItem<unknown>[]): void => {
    for (const item of items) {
      if (item.kind === 'group') {
        if (item.mask) visit(item.mask.items);
        visit(item.items);
      }
      if (item.kind === 'picture') pictures.add(item.picture);
      else if (item.kind === 'glyphs' && item.glyphs.length > 0) {
        const used = useOf(item.font);
        const hyphen = item.hyphenated ? hyphenStart(item.glyphs) : item.glyphs.length;
        item.glyphs.forEach((glyph, index) => {
          count(used, glyph.id, index === hyphen ? softHyphen : glyph.text);
        });
      }
    }
  };

  for (const items of pages) visit(items);
  return { fonts, pictures };
}

/**
 * The text a glyph stands for most often; '' for one that never stands for text on its own. A
 * hyphen that the words have goes before any number of ours, which are marked where they stand.
 */
export function mainTextOf(texts: ReadonlyMap<string, number>): string {
  let [main, most] = ['', 0];
  for (const [text, times] of texts)
    if (text !== softHyphen && times > most) [main, most] = [text, times];
  return main === '' && texts.has(softHyphen) ? softHyphen : main;
}
