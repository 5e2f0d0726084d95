/** What pages use: glyphs of each font with the text they stand for, and pictures. */
import type { DisplayItem } from '../../display/index.ts';
import { type Font, hyphenStart } from '../../text/index.ts';
import { softHyphen } from './glyphs.ts';

export interface FontUse {
  readonly font: Font;
  /** For each glyph, how often it stands for which text; in order of first use. */
  readonly glyphs: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

/** Texts of a glyph as they are counted. */
interface Counting {
  readonly texts: Map<string, number>;
  /** The text that it stood for last, mostly the only one: how often since it was entered. */
  text: string;
  times: number;
}

/** Counts what the glyphs of one font stand for. */
class GlyphCounts {
  readonly #glyphs = new Map<number, Map<string, number>>();
  /** By glyph. */
  readonly #counting: (Counting | undefined)[] = [];

  add(glyph: number, text: string): void {
    const counting = this.#counting[glyph] ?? this.#open(glyph);
    if (counting.text !== text) {
      enter(counting);
      counting.text = text;
      // The order of first use is that of the texts.
      if (text !== '' && !counting.texts.has(text)) counting.texts.set(text, 0);
    }
    counting.times++;
  }

  glyphs(): ReadonlyMap<number, ReadonlyMap<string, number>> {
    for (const counting of this.#counting) if (counting) enter(counting);
    return this.#glyphs;
  }

  #open(glyph: number): Counting {
    const counting = { texts: new Map<string, number>(), text: '', times: 0 };
    this.#glyphs.set(glyph, counting.texts);
    // Without gaps, so that V8 keeps it as a plain row.
    while (this.#counting.length <= glyph) this.#counting.push(undefined);
    this.#counting[glyph] = counting;
    return counting;
  }
}

function enter(counting: Counting): void {
  const { texts, text, times } = counting;
  if (text !== '') texts.set(text, (texts.get(text) ?? 0) + times);
  counting.times = 0;
}

export interface Uses {
  /** By font id, in order of first use. */
  readonly fonts: ReadonlyMap<string, FontUse>;
  readonly pictures: ReadonlySet<string>;
}

/** Collects over all pages, groups included. */
export function collectUses(pages: Iterable<readonly DisplayItem<unknown>[]>): Uses {
  const fonts = new Map<string, { readonly font: Font; readonly counts: GlyphCounts }>();
  const pictures = new Set<string>();

  const countsOf = (font: Font): GlyphCounts => {
    const use = fonts.get(font.id) ?? { font, counts: new GlyphCounts() };
    fonts.set(font.id, use);
    return use.counts;
  };

  const visit = (items: readonly DisplayItem<unknown>[]): void => {
    for (const item of items) {
      if (item.kind === 'group') {
        if (item.mask) visit(item.mask.items);
        visit(item.items);
      }
      if (item.kind === 'picture') pictures.add(item.picture);
      else if (item.kind === 'glyphs' && item.glyphs.length > 0) {
        const { glyphs } = item;
        const counts = countsOf(item.font);
        const hyphen = item.hyphenated ? hyphenStart(glyphs) : glyphs.length;
        for (let index = 0; index < glyphs.length; index++)
          counts.add(glyphs.idAt(index), index === hyphen ? softHyphen : glyphs.textAt(index));
      }
    }
  };

  for (const items of pages) visit(items);
  const uses = [...fonts].map(([id, { font, counts }]): readonly [string, FontUse] => [
    id,
    { font, glyphs: counts.glyphs() },
  ]);
  return { fonts: new Map(uses), pictures };
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
