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

function isBetweenWords(code: number): boolean {
  if (code === 0x20) return true;
  if (code < 0xa0) return code >= 0x09 && code <= 0x0d;
  if (code === 0xa0 || code === 0x1680 || code === 0x3000 || code >= 0xfe00)
    return code < 0xfe00 || code === 0xfeff || code === 0xfffc;
  const isGeneral = code >= 0x2000 && code <= 0x205f;
  return (
    isGeneral &&
    (code <= 0x200b || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f)
  );
}

/** Every stretch between white space, zero-width spaces and pictures, by where it starts and ends. */
export function forEachWord(text: string, use: (start: number, end: number) => void): void {
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isBetweenWords(text.charCodeAt(at))) continue;
    if (at > start) use(start, at);
    start = at + 1;
  }
}

/** No address is without one: a mark that a sentence's last word does not have as well. */
const innerMark = /[.@:][^.@:\s]/;

/** The address inside a word with its punctuation taken off, and where it starts; or `null`. */
export function addressIn(
  word: string,
): { readonly address: string; readonly start: number } | null {
  if (word.length < 4 || word.length > longestAddress || !innerMark.test(word)) return null;
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
  if (!innerMark.test(text)) return found;
  forEachWord(text, (wordStart, wordEnd) => {
    const inside = addressIn(text.slice(wordStart, wordEnd));
    if (!inside) return;
    const start = wordStart + inside.start;
    const places = placesIn(inside.address).map((place) => start + place);
    found.push({ start, end: start + inside.address.length, places });
  });
  return found;
}

/** Where the addresses of a text stand. */
export function addressesIn(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  return addressBreaks(text);
}
