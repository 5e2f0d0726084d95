/**
 * A project's own word divisions: they stand before patterns and word lists, and for a word's
 * inflected forms too.
 */
import type { Division } from './hyphenate.ts';

/** A word's only divisions, in order; none: it is never divided. */
export type OwnDivisions = readonly Pick<Division, 'offset' | 'kind'>[];

/** By the word in small letters. */
export type OwnWords = ReadonlyMap<string, OwnDivisions>;

const own: Readonly<Record<Division['kind'], number>> = { joint: 30, syllable: 40 };

/** What Danish, Norwegian and Swedish words are inflected by. */
const endings = new Set(
  (
    's e es en ens et ets er ers ene enes erne ernes n ns ne nes r rs rne rnes t ts te tes de des ' +
    'ede edes ende st ste est este ere eres a an ar arna arnas or orna'
  ).split(' '),
);

/** Is a word the stem of its first letters with an ending, the last consonant perhaps doubled? */
function isForm(word: string, stem: number): boolean {
  if (stem === word.length || endings.has(word.slice(stem))) return true;
  return word[stem] === word[stem - 1] && endings.has(word.slice(stem + 1));
}

/**
 * The divisions that the project gives a word of letters; null where it gives none. `ordinary`
 * divides it otherwise: what is asked where an ending begins.
 */
export function divideAsOwn(
  word: string,
  words: OwnWords,
  ordinary: () => readonly Division[],
): readonly Division[] | null {
  if (words.size === 0) return null;
  const lower = word.toLowerCase();
  for (let stem = lower.length; stem > 1; stem--) {
    const given = words.get(lower.slice(0, stem));
    if (!given || !isForm(lower, stem)) continue;
    if (given.length === 0) return [];
    const divisions = given.map((place) => ({ ...place, penalty: own[place.kind] }));
    // `rådgive-ren`, `rådgiver-ne`: the ending's own division is near the stem's end.
    const later = stem < lower.length ? ordinary().filter(({ offset }) => offset >= stem - 1) : [];
    return [...divisions.filter(({ offset }) => offset < stem - 1 || later.length === 0), ...later];
  }
  return null;
}
