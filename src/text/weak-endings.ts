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

export type Ending = 'number' | 'name' | 'weak' | 'plain' | 'sense';

const name = /^\p{Lu}\p{Ll}[\p{L}’'-]*$/u;
const nameNext = /^\p{Lu}(?:\p{Ll}|\.)/u;

/** In German every noun has a capital. */
const languagesOfNames: ReadonlySet<string> = new Set(['da', 'nb', 'sv', 'en']);

function primaryLanguage(tag: string): string {
  const end = tag.indexOf('-');
  const language = (end === -1 ? tag : tag.slice(0, end)).toLowerCase();
  return language === 'no' || language === 'nn' ? 'nb' : language;
}

/**
 * How well a line may end before the spaces from `end` to `start`: `number`, `name` and `weak` after a
 * number, in a name and after a function word; `sense` after punctuation that closes a part of the sentence.
 */
export function endingOf(paragraph: ParagraphText, end: number, start: number): Ending {
  const { text } = paragraph;
  if (pauses.has(text.charAt(end - 1))) return 'sense';
  const word = wordBefore(text, end);
  if (isDigit(word.charCodeAt(0)) && /^\d[\d.,]*$/.test(word)) return 'number';
  const { style } = paragraph.texts[paragraph.textOf[end - 1] ?? -1] ?? {};
  const primary = primaryLanguage(style?.language ?? '');
  if (wordsByLanguage.get(primary)?.has(word.toLowerCase())) return 'weak';
  const isName =
    languagesOfNames.has(primary) && name.test(word) && nameNext.test(text.slice(start, start + 2));
  return isName ? 'name' : 'plain';
}
