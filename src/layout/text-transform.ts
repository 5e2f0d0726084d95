/**
 * `text-transform` (css-text-4 §2.1): full case mapping, by language where it matters. Never
 * through the machine's locale.
 */
import type { TextTransform } from '../style/index.ts';
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
  how: TextTransform,
  isStart: boolean,
  text: InlineText,
  at: number,
): string {
  let changed = changeCase(character, how.letters, isStart, text, at);
  if (how.isFullSizeKana) changed = [...changed].map(fullSizeKana).join('');
  return how.isFullWidth ? [...changed].map(fullWidth).join('') : changed;
}

function changeCase(
  character: string,
  letters: TextTransform['letters'],
  isStart: boolean,
  text: InlineText,
  at: number,
): string {
  const { language } = text;
  if (letters === null) return character;
  if (letters === 'uppercase')
    return isGreek(language) ? greekUpper(text.text, at, character) : upper(character, language);
  if (letters === 'lowercase') {
    // Σ at the end of a word is ς: only the whole word can tell.
    if (character === 'Σ') return finalSigma(text.text, at) ? 'ς' : 'σ';
    return lower(character, language);
  }
  return isStart ? title(character, language) : character;
}

function isGreek(language: string): boolean {
  return /^el(-|$)/i.test(language);
}

const greekVowel = /^[αεηιουω]$/i;
const accents = /[\u0300\u0301\u0313\u0314\u0342]/g;

/**
 * Greek capitals have no accents (css-text-4 §2.1.2): what the accent kept apart, a diaeresis does
 * (μάιος, ΜΑΪΟΣ); the word ή keeps its own.
 */
function greekUpper(text: string, at: number, character: string): string {
  const [base = character] = character.normalize('NFD');
  if (!/\p{Script=Greek}/u.test(base)) return character.toUpperCase();
  const isAlone =
    !wordCharacter.test(text[at - 1] ?? '') && !wordCharacter.test(text[at + 1] ?? '');
  if (isAlone && /^[ήΉ]$/.test(character)) return 'Ή';
  const parts = character.normalize('NFD').replace(accents, '');
  const before = (text[at - 1] ?? '').normalize('NFD');
  const isApart =
    /^[ιυ]$/i.test(character) &&
    greekVowel.test(before[0] ?? '') &&
    /[\u0300\u0301\u0342]/.test(before) &&
    !before.includes('\u0308');
  return `${parts}${isApart ? '\u0308' : ''}`.toUpperCase().normalize('NFC');
}

/** css-text-4 §2.1: as wide as an ideograph. */
function fullWidth(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x20) return '\u3000';
  if (code > 0x20 && code < 0x7f) return String.fromCodePoint(code + 0xfee0);
  // Halfwidth kana and hangul, and the signs of money and logic that have a wide form.
  if (code >= 0xff61 && code <= 0xffdc) return character.normalize('NFKC');
  const at = '¢£¬¯¦¥₩'.indexOf(character);
  return at < 0 ? character : String.fromCodePoint(0xffe0 + at);
}

const smallKana =
  'ぁぃぅぇぉゕゖっゃゅょゎァィゥェォヵㇰヶㇱㇲッㇳㇴㇵㇶㇷㇸㇹㇺャュョㇻㇼㇽㇾㇿヮ';
const fullKana = 'あいうえおかけつやゆよわアイウエオカクケシスツトヌハヒフヘホムヤユヨラリルレロワ';

function fullSizeKana(character: string): string {
  return fullKana[smallKana.indexOf(character)] ?? character;
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
  const digraph = 'ǆǅǄ ǉǈǇ ǌǋǊ ǳǲǱ'.split(' ').find((forms) => forms.includes(character));
  if (digraph) return digraph[1] ?? character;
  const whole = upper(character, language);
  if (whole.length === character.length) return whole;
  const [first = '', ...others] = whole;
  return first + others.join('').toLowerCase();
}

function finalSigma(text: string, at: number): boolean {
  const letter = /\p{L}/u;
  return letter.test(text[at - 1] ?? '') && !letter.test(text[at + 1] ?? '');
}
