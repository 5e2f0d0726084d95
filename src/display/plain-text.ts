/** The words of a page as a reader would copy them out of it, in painting order. */

import { hyphenStart } from '../text/index.ts';
import type { DisplayItem, DisplayPage, GlyphsItem } from './item.ts';
import { walkItems } from './walk.ts';

/** Baselines closer than this belong to one line (superscripts do not). */
const sameLinePt = 0.01;
/** A gap wider than this part of the size is a space that was not set as a glyph. */
const gapEm = 0.12;

function wordsOf<C>(item: GlyphsItem<C>): string {
  const glyphs = item.hyphenated ? item.glyphs.slice(0, hyphenStart(item.glyphs)) : item.glyphs;
  return glyphs.text();
}

function endOf<C>(item: GlyphsItem<C>): number {
  let x = item.x;
  for (const { advancePt } of item.glyphs) x += advancePt;
  return x;
}

/** What stands between two runs: nothing on one line or after a hyphen, else a space or newline. */
function separator<C>(before: GlyphsItem<C>, after: GlyphsItem<C>): string {
  if (Math.abs(before.y - after.y) > sameLinePt) return before.hyphenated ? '' : '\n';
  const gap = after.x - endOf(before);
  return gap < -sameLinePt || gap > gapEm * after.sizePt ? ' ' : '';
}

/** The words of some items, a line break for each line set, hyphens of broken words taken out. */
export function itemsText<C>(items: readonly DisplayItem<C>[]): string {
  let text = '';
  let before: GlyphsItem<C> | null = null;
  walkItems(items, ({ item }) => {
    if (item.kind !== 'glyphs') return;
    if (before) text += separator(before, item);
    text += wordsOf(item);
    before = item;
  });
  return text;
}

/** The words of a page, a line break for each line set, hyphens of broken words taken out. */
export function plainText<C>(page: DisplayPage<C>): string {
  return itemsText(page.items);
}
