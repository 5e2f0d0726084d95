/** Words with their divisions written out, for people who check them. */
import { divisionsOfWord } from './divisions.ts';
import type { OwnWords } from './own-words.ts';
import { forEachWord } from './web-addresses.ts';

/**
 * A text with `|` where a compound is joined and `-` at other divisions: `råd|giv-ning`. Abbreviations
 * in capitals, addresses and words with figures have none; `own` are the project's words. `prepareDivision` must have been awaited.
 */
export function markDivisions(text: string, language: string, own: OwnWords): string {
  let marked = '';
  let done = 0;
  forEachWord(text, (start, end) => {
    for (const { offset, kind } of divisionsOfWord(text.slice(start, end), language, own)) {
      marked += text.slice(done, start + offset) + (kind === 'joint' ? '|' : '-');
      done = start + offset;
    }
  });
  return marked + text.slice(done);
}
