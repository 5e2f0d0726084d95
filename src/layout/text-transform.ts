/**
 * `text-transform` (css-text-4 §2.1): full case mapping, by language where it matters. Never
 * through the machine's locale.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { InlineText } from './box.ts';
import { MappedText } from './white-space.ts';

/** Where a word may begin with a capital: after anything but a letter, a digit or an apostrophe. */
const wordCharacter = /[\p{L}\p{N}\p{M}'’]/u;

/** A text with its case changed; each letter keeps its origin, also where one becomes two. */
export function transformText(text: InlineText, startsWord: boolean): InlineText {
  const how = text.style.textTransform;
  if (how === 'none') return text;
  const builder = new MappedText(text);
  let isStart = startsWord;
  let at = 0;
  for (const character of text.text) {
    builder.add(transformCharacter(character, how, isStart, text, at), at);
    isStart = !wordCharacter.test(character);
    at += character.length;
  }
  return builder.finish();
}

/** True where a word could begin after that text. */
export function endsWord(text: string): boolean {
  const last = [...text.slice(-2)].at(-1);
  return last === undefined || !wordCharacter.test(last);
}

function transformCharacter(
  character: string,
  how: Exclude<ComputedStyle['textTransform'], 'none'>,
  isStart: boolean,
  text: InlineText,
  at: number,
): string {
  const { language } = text;
  if (how === 'uppercase') return upper(character, language);
  if (how === 'lowercase') {
    // Σ at the end of a word is ς: only the whole word can tell.
    if (character === 'Σ') return finalSigma(text.text, at) ? 'ς' : 'σ';
    return lower(character, language);
  }
  return isStart ? title(character, language) : character;
}

function isTurkic(language: string): boolean {
  return /^(tr|az)(-|$)/i.test(language);
}

function upper(character: string, language: string): string {
  if (isTurkic(language) && character === 'i') return 'İ';
  return character.toUpperCase();
}

function lower(character: string, language: string): string {
  if (isTurkic(language)) {
    if (character === 'I') return 'ı';
    if (character === 'İ') return 'i';
  }
  return character.toLowerCase();
}

/** Title case: `ß` at the start becomes `Ss`, the digraph `ĳ` both its letters. */
function title(character: string, language: string): string {
  const whole = upper(character, language);
  if (whole.length === character.length) return whole;
  const [first = '', ...others] = whole;
  return first + others.join('').toLowerCase();
}

function finalSigma(text: string, at: number): boolean {
  const letter = /\p{L}/u;
  return letter.test(text[at - 1] ?? '') && !letter.test(text[at + 1] ?? '');
}
