/**
 * Web and mail addresses in running text: found, so that they are not hyphenated, and divided
 * where the house divides them: after `/`, before `. ? & = # _ - @`, with nothing added.
 */

import { isDigit, isLetter } from './characters.ts';

/** A word without the quotes, brackets and full stops around it. */
const bare = /^[("'[{«»“”„‘’]*(.*?)[)\]}"'«»“”‘’.,;:!?…]*$/s;

/** `place.dk`, `www.place.dk:80`: labels with dots between, the last of two letters or more. */
function isHost(host: string): boolean {
  const labels = host.replace(/:\d+$/, '').split('.');
  const last = labels.at(-1) ?? '';
  const [first = ''] = labels;
  if (labels.length < 2 || first.length < 2 || last.length < 2) return false;
  const isLabel = (label: string) =>
    label !== '' && [...label].every((char) => char === '-' || isWordCharacter(char));
  return labels.every(isLabel) && [...last].every((char) => isLetter(char.codePointAt(0) ?? 0));
}

function isWordCharacter(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return isDigit(code) || isLetter(code);
}

/** True for `https://…`, `www.…`, `name@place.dk` and `place.dk/page`. */
export function isAddress(word: string): boolean {
  if (word.includes('://') || /^www\./i.test(word)) return true;
  const host = word.split(/[/?#]/, 1)[0] ?? '';
  const at = host.lastIndexOf('@');
  return at > 0 ? isHost(host.slice(at + 1)) : isHost(host);
}

/** What is longer is no address; the patterns are not made for it. */
const longestAddress = 2_000;

/** Fewest characters left on either line. */
const fewestBefore = 4;
const fewestAfter = 3;

const dividers = new Set('.?&=#_-@~%');

function placesIn(address: string): readonly number[] {
  const places: number[] = [];
  for (let i = fewestBefore; i <= address.length - fewestAfter; i++) {
    const char = address.charAt(i);
    const before = address.charAt(i - 1);
    if (before === '/' ? char !== '/' : dividers.has(char) && !dividers.has(before)) places.push(i);
  }
  return places;
}

/** Every stretch between white space, with its place. */
export function* wordsOf(
  text: string,
): Generator<{ readonly word: string; readonly start: number }> {
  for (const match of text.matchAll(/[^\s\u200b\ufffc]+/g))
    yield { word: match[0], start: match.index };
}

/** The address inside a word with its punctuation taken off, and where it starts; or `null`. */
export function addressIn(
  word: string,
): { readonly address: string; readonly start: number } | null {
  if (word.length < 4 || word.length > longestAddress || !/[.@:]/.test(word)) return null;
  const address = bare.exec(word)?.[1] ?? '';
  return isAddress(address) ? { address, start: word.indexOf(address) } : null;
}

/** An address in a text, and where it may be divided; offsets in the text. */
export interface AddressBreaks {
  readonly start: number;
  readonly end: number;
  readonly places: readonly number[];
}

/** The addresses of a text in order. */
export function addressBreaks(text: string): readonly AddressBreaks[] {
  const found: AddressBreaks[] = [];
  for (const { word, start: wordStart } of wordsOf(text)) {
    const inside = addressIn(word);
    if (!inside) continue;
    const start = wordStart + inside.start;
    const places = placesIn(inside.address).map((place) => start + place);
    found.push({ start, end: start + inside.address.length, places });
  }
  return found;
}

/** Where the addresses of a text stand. */
export function addressesIn(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  return /[.@:]/.test(text) ? addressBreaks(text) : [];
}
