/**
 * Words that should not end a line of a heading: they belong to what follows. Short function words
 * by language, and numbers, which belong to what they count.
 */
import { isDigit } from './characters.ts';
import type { ParagraphText } from './paragraph-text.ts';

const wordsByLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    da: 'i og for af på til at en et om med som den det de der er ved fra vi du jeg sin sit vores din dit må kan vil skal har eller men når hvis så ikke over under mod efter hos ad én ét se ni',
    nb: 'i og for av på til å at en et ei om med som den det de der er ved fra vi du jeg sin sitt vår din ditt kan vil skal har eller men når hvis så ikke over under mot etter hos',
    sv: 'i och för av på till att en ett om med som den det de där är vid från vi du jag sin sitt vår din ditt kan vill ska har eller men när så inte över under mot efter hos',
    de: 'in im und für von vom auf zu zum zur am an ein eine einen der die das den dem des mit als ist bei aus wir sie er es kann will hat oder aber wenn nicht über unter nach vor',
    en: 'a an the in on of for to and or at by with as is it from we you i my our your his her its can will has but when if so not over under into that',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** White space, brackets and quotation marks: what a word begins after. */
function opensWord(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0x28 ||
    code === 0xa0 ||
    code === 0xab ||
    code === 0xbb ||
    code === 0x201c ||
    code === 0x201d
  );
}

const longestWord = 24;

/** The word, figures included, right before an offset. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestWord && !opensWord(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

const pauses: ReadonlySet<string> = new Set(',;:.!?–—');

/** How well a line may end before a space, by its sense. */
export const ending = {
  plain: 0,
  /** After punctuation that closes a part of the sentence. */
  sense: 1,
  /** After a function word. */
  weak: 2,
  /** Inside a name. */
  name: 3,
  /** Between a number and what it counts. */
  number: 4,
} as const;

const name = /^\p{Lu}\p{Ll}[\p{L}’'-]*$/u;
const nameNext = /^\p{Lu}(?:\p{Ll}|\.)/u;

/** In German every noun has a capital. */
const languagesOfNames: ReadonlySet<string> = new Set(['da', 'nb', 'sv', 'en']);

function primaryLanguage(tag: string): string {
  const end = tag.indexOf('-');
  const language = (end === -1 ? tag : tag.slice(0, end)).toLowerCase();
  return language === 'no' || language === 'nn' ? 'nb' : language;
}

/** The kind of a word at a line's end; a name is one only where another follows. */
function kindOf(word: string, language: string): number {
  if (isDigit(word.charCodeAt(0)) && /^\d[\d.,]*$/.test(word)) return ending.number;
  if (wordsByLanguage.get(language)?.has(word.toLowerCase())) return ending.weak;
  return languagesOfNames.has(language) && name.test(word) ? ending.name : ending.plain;
}

const kindsByLanguage = new Map<string, Map<string, number>>();
/** Words remembered per language before the memory is emptied. */
const memorySize = 20_000;

function knownKindOf(word: string, tag: string): number {
  let kinds = kindsByLanguage.get(tag);
  if (!kinds || kinds.size > memorySize) {
    kinds = new Map();
    kindsByLanguage.set(tag, kinds);
  }
  let kind = kinds.get(word);
  if (kind === undefined) {
    kind = kindOf(word, primaryLanguage(tag));
    kinds.set(word, kind);
  }
  return kind;
}

/** How well a line may end before the spaces from `end` to `start`: one of `ending`. */
export function endingOf(paragraph: ParagraphText, end: number, start: number): number {
  const { text, texts, textOf } = paragraph;
  if (pauses.has(text.charAt(end - 1))) return ending.sense;
  const language = texts[textOf[end - 1] ?? -1]?.style.language ?? '';
  const kind = knownKindOf(wordBefore(text, end), language);
  if (kind !== ending.name) return kind;
  return nameNext.test(text.slice(start, start + 2)) ? ending.name : ending.plain;
}
