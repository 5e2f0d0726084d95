/**
 * Which words of a paragraph may be divided, and where: soft hyphens as the author set them, other
 * words by `divide`, within the paragraph's limits. Addresses, words with figures, abbreviations in
 * capitals and names with capitals inside are left whole; other names are divided at joints at most.
 */
import { trait } from './break-points.ts';
import { isLetter, isMark } from './characters.ts';
import { type Division, divide } from './hyphenate.ts';
import { divideAsOwn, type OwnWords } from './own-words.ts';
import type { ParagraphText } from './paragraph-text.ts';
import type { ParagraphStyle, TextStyle } from './types.ts';
import { addressIn, forEachWord } from './web-addresses.ts';

/** The divisions of a paragraph in order, each a place in all three lists. */
export interface WordDivisions {
  /** UTF-16 offsets in the paragraph's text: the next line's first letter. */
  readonly offsets: readonly number[];
  readonly penalties: readonly number[];
  /** Those of `trait` that say whether it is a joint, and in a paragraph's last word. */
  readonly traits: readonly number[];
}

const softHyphenPenalty = 40;
/**
 * Added where a paragraph's last word is divided with so many characters or more left for the last
 * line: better than spaces twice their own. Any other last word is divided in need only.
 */
const longRest = 10;
const longRestPenalty = 2_000;
/** Added where a word that has a hyphen already is divided once more. */
const secondHyphenPenalty = 40;

/** All capitals, or a small letter before a capital: abbreviations and made-up names. */
function isKeptWhole(word: string): boolean {
  if (word === word.toUpperCase()) return true;
  for (let i = 1; i < word.length; i++) {
    const before = word.charAt(i - 1);
    const letter = word.charAt(i);
    if (letter !== letter.toLowerCase() && before !== before.toUpperCase()) return true;
  }
  return false;
}

const softHyphen = 0xad;

const isInWord = (code: number) => code === softHyphen || isLetter(code) || isMark(code);

/** The stretches of letters, marks and soft hyphens in a word. */
function letterRuns(word: string): readonly { readonly part: string; readonly at: number }[] {
  const runs: { part: string; at: number }[] = [];
  let at = 0;
  for (let i = 0; i <= word.length; i++) {
    if (i < word.length && isInWord(word.charCodeAt(i))) continue;
    if (i > at) runs.push({ part: word.slice(at, i), at });
    at = i + 1;
  }
  return runs;
}

const holdsFigures = /[\d@_]/;
const innerHyphen = /[^-\u2010\u2011][-\u2010\u2011][^-\u2010\u2011]/;

type Limits = ParagraphStyle['hyphenation'];

const noOwnWords: OwnWords = new Map();

/** True where nothing of a word between spaces may be divided: addresses, words with figures. */
function isIndivisible(word: string): boolean {
  return holdsFigures.test(word) || addressIn(word) !== null;
}

/** Added where a name is divided: at a joint, and before anything worse only. */
const namePenalty = 300;

/** After these a name is not divided: «Socialrådgiver-foreningen», never «Socialrådgiverfor-eningen». */
const prefixes = new Set(
  (
    'af an be bi bort efter er for fore frem gen ind mis mod ned om op over på sam til u ud ' +
    'und under van ved vel'
  ).split(' '),
);

/** Only where whole words are joined: names are divided nowhere else. */
function betweenWords(letters: string, divisions: readonly Division[]): readonly Division[] {
  const joints = divisions.filter(({ kind }) => kind === 'joint');
  return joints.filter(({ offset }, index) => {
    const before = letters.slice(joints[index - 1]?.offset ?? 0, offset);
    return !prefixes.has(before.toLowerCase());
  });
}

/** The divisions of a stretch of letters; abbreviations and made-up names have none. */
function divideLetters(
  letters: string,
  language: string,
  own: OwnWords,
  isName = false,
): readonly Division[] {
  const ordinary = () => {
    const found = isKeptWhole(letters) ? [] : divide(letters, language);
    if (!isName) return found;
    return betweenWords(letters, found).map((division) => ({
      ...division,
      penalty: division.penalty + namePenalty,
    }));
  };
  return divideAsOwn(letters, own, ordinary) ?? ordinary();
}

/**
 * All divisions of one word between spaces (`»online-universet«,`), by offset in the word and
 * whatever a paragraph's limits are. Soft hyphens of the author's stand for all others.
 */
export function divisionsOfWord(
  word: string,
  language: string,
  own: OwnWords,
): readonly Division[] {
  if (isIndivisible(word)) return [];
  return letterRuns(word)
    .filter(({ part }) => !part.includes('\u00ad'))
    .flatMap(({ part, at }) =>
      divideLetters(part, language, own).map((division) => ({
        ...division,
        offset: at + division.offset,
      })),
    );
}

function softHyphens(word: string, start: number): number[] {
  const places: number[] = [];
  for (let i = word.indexOf('\u00ad'); i !== -1; i = word.indexOf('\u00ad', i + 1))
    if (i > 0 && i + 1 < word.length && word[i + 1] !== '\u00ad') places.push(start + i + 1);
  return places;
}

/** True after a line feed and spaces. Looks no further back: a paragraph may be a book. */
function beginsLine(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text[at] !== '\n' && /\s/.test(text.charAt(at))) at--;
  return text[at] === '\n';
}

/** A capital inside a sentence: a name, but where all nouns have one. */
function isName(text: string, start: number, language: string): boolean {
  const letter = text.charAt(start);
  if (letter === letter.toLowerCase() || /^(?:de|lb)\b/i.test(language)) return false;
  const before = text.slice(Math.max(0, start - 12), start).trimEnd();
  // Quotes and brackets before the word, and those that close the sentence before.
  const last = before.replace(/[\s("'»“„«”’)\]–—-]+$/, '').at(-1);
  return last !== undefined && !/[.!?:…\n]/.test(last) && !beginsLine(text, start);
}

function divideWord(
  word: string,
  { language, ownWords }: TextStyle,
  limits: Limits,
  isName: boolean,
) {
  if (word.length < Math.max(limits.word, limits.before + limits.after, 2)) return [];
  return divideLetters(word, language, ownWords ?? noOwnWords, isName).filter(
    ({ offset }) => offset >= limits.before && word.length - offset >= limits.after,
  );
}

/** A division of one word between spaces, its offset in the word. */
interface Found {
  readonly offset: number;
  readonly penalty: number;
  readonly isJoint: boolean;
}

/** The divisions of one word between spaces, e.g. `»online-universet«,`. */
function divisionsIn(paragraph: ParagraphText, word: string, start: number, limits: Limits) {
  const found: Found[] = [];
  const isWhole = isIndivisible(word);
  const runs = letterRuns(word);
  const hasHyphen = runs.length > 1 && innerHyphen.test(word);
  for (const { part, at } of runs) {
    const { style } = paragraph.texts[paragraph.textOf[start + at] ?? -1] ?? {};
    if (!style || style.hyphens === 'none') continue;
    if (part.includes('\u00ad')) {
      // The author's own division stands for all others in that word.
      for (const offset of softHyphens(part, at))
        found.push({ offset, penalty: softHyphenPenalty, isJoint: false });
    } else if (style.hyphens === 'auto' && !isWhole) {
      const extra = hasHyphen ? secondHyphenPenalty : 0;
      const isNamed = isName(paragraph.text, start + at, style.language);
      for (const { offset, penalty, kind } of divideWord(part, style, limits, isNamed))
        found.push({ offset: at + offset, penalty: penalty + extra, isJoint: kind === 'joint' });
    }
  }
  return found;
}

/** Words of a style with their divisions, as far as limits go that were asked for last. */
interface Memory {
  readonly limits: Pick<Limits, 'word' | 'before' | 'after'>;
  readonly words: Map<string, readonly Found[]>;
}

const memories = new WeakMap<TextStyle, Memory>();
/** Words remembered for a style before the memory is emptied. */
const memorySize = 20_000;

function memoryOf(style: TextStyle, { word, before, after }: Limits): Memory['words'] {
  const known = memories.get(style);
  const isSame =
    known?.limits.word === word && known.limits.before === before && known.limits.after === after;
  if (known && isSame) return known.words;
  const words: Memory['words'] = new Map();
  memories.set(style, { limits: { word, before, after }, words });
  return words;
}

function remember(words: Memory['words'], word: string, found: readonly Found[]): void {
  // A capital may begin a name or a sentence; a word of small letters is divided alike anywhere.
  if (word !== word.toLowerCase()) return;
  if (words.size > memorySize) words.clear();
  words.set(word, found);
}

const none: WordDivisions = { offsets: [], penalties: [], traits: [] };
const lineFeed = 0x0a;

/** Does the paragraph, or a line with a break of its own, end after a word and what spaces follow? */
function isLastWord(text: string, end: number): boolean {
  for (let at = end; at < Math.min(end + 3, text.length); at++) {
    if (text.charCodeAt(at) === lineFeed) return true;
    if (!/\s/.test(text.charAt(at))) return false;
  }
  return true;
}

/** All divisions of a paragraph in order. */
export function findDivisions(paragraph: ParagraphText, limits: Limits): WordDivisions {
  const { text, texts, textOf } = paragraph;
  const hasAny = texts.some(({ style }) => style.hyphens !== 'none');
  if (!hasAny) return none;
  const offsets: number[] = [];
  const penalties: number[] = [];
  const traits: number[] = [];
  let part = -1;
  let words: Memory['words'] | null = null;
  const divisionsFrom = (start: number, end: number): readonly Found[] => {
    const own = textOf[start] ?? -1;
    if (own !== part) {
      const style = texts[own]?.style;
      words = style ? memoryOf(style, limits) : null;
      part = own;
    }
    const word = text.slice(start, end);
    const known = words && textOf[end - 1] === part ? words : null;
    const remembered = known?.get(word);
    if (remembered) return remembered;
    const found = divisionsIn(paragraph, word, start, limits);
    if (known) remember(known, word, found);
    return found;
  };
  forEachWord(text, (start, end) => {
    const found = divisionsFrom(start, end);
    if (found.length === 0) return;
    const isLast = isLastWord(text, end);
    for (const { offset, penalty, isJoint } of found) {
      const isLong = end - start - offset >= longRest;
      offsets.push(start + offset);
      penalties.push(isLast && isLong ? penalty + longRestPenalty : penalty);
      const last = isLast && !isLong ? trait.dividesLastWord : 0;
      traits.push(isJoint ? last | trait.joint : last);
    }
  });
  return { offsets, penalties, traits };
}
