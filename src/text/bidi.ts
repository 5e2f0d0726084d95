/**
 * Embedding levels of a paragraph's characters (UAX 9, rules P to I): even from left to right, odd
 * from right to left. The only file that knows bidi-js. Lines are put in order where they are laid out.
 */
import type { Bidi } from 'bidi-js';
import { invariant } from '../base/index.ts';
import { isForcedBreak } from './characters.ts';

/** What opens and closes an embedding (UAX 9 §2): layout writes them for inline boxes (css-writing-modes-4 §2.4.1). */
export const bidiControl = {
  isolateLeftToRight: '\u2066',
  isolateRightToLeft: '\u2067',
  isolateByContent: '\u2068',
  endIsolate: '\u2069',
  embedLeftToRight: '\u202a',
  embedRightToLeft: '\u202b',
  overrideLeftToRight: '\u202d',
  overrideRightToLeft: '\u202e',
  endEmbedding: '\u202c',
} as const;

/** Characters of classes R, AL and AN, and controls: where there are none, all is from left to right. */
const turning =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** True where words are, or may be, written from right to left. */
export function mayTurn(text: string): boolean {
  return turning.test(text);
}

/** True where `levelsOf` may be asked. */
export function isBidiReady(): boolean {
  return loaded !== undefined;
}

let loading: Promise<void> | undefined;
let loaded: Bidi | undefined;

/** Loads what texts take for which `mayTurn` is true. */
export function prepareBidi(): Promise<void> {
  loading ??= import('bidi-js').then(({ default: makeBidi }) => {
    loaded = makeBidi();
  });
  return loading;
}

const embeddings = '\u202a\u202b\u202d\u202e';
const isolates = '\u2066\u2067\u2068';

/** What is open after a stretch of text, of what was open before it. */
function openAfter(open: string, text: string): string {
  let after = open;
  for (const character of text) {
    if (embeddings.includes(character) || isolates.includes(character)) after += character;
    else if (character === bidiControl.endEmbedding) {
      if (embeddings.includes(after.at(-1) ?? ' ')) after = after.slice(0, -1);
    } else if (character === bidiControl.endIsolate) {
      const at = [...after].findLastIndex((one) => isolates.includes(one));
      if (at !== -1) after = after.slice(0, at);
    }
  }
  return after;
}

/** Where lines are forced to end, the end of the text last. */
function forcedEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++)
    if (isForcedBreak(text.charCodeAt(at))) ends.push(at + 1);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/**
 * The level of each UTF-16 unit in paragraphs of that base; `auto`: by their first letters. A forced break ends a
 * paragraph of the algorithm's; what is open there goes on in the next (css-writing-modes-4 §2.4.2).
 */
export function levelsOf(text: string, base: 'ltr' | 'rtl' | 'auto'): Uint8Array {
  invariant(loaded, 'words from right to left were set before prepareBidi was awaited');
  const levels = new Uint8Array(text.length);
  let open = '';
  let start = 0;
  for (const end of forcedEnds(text)) {
    const stretch = text.slice(start, end);
    const found = loaded.getEmbeddingLevels(open + stretch, base);
    levels.set(found.levels.subarray(open.length), start);
    open = openAfter(open, stretch);
    start = end;
  }
  return levels;
}

const firstLetter = /\p{L}/u;

/** The direction of the first letter (UAX 9, rules P2 and P3); null where there is none. */
export function firstDirection(text: string): 'ltr' | 'rtl' | null {
  const letter = firstLetter.exec(text)?.[0];
  return letter === undefined ? null : mayTurn(letter) ? 'rtl' : 'ltr';
}
