/**
 * Danish word division where the patterns alone go wrong: they know nothing of compounds, and nine
 * in ten of their faults lie within two letters of a joint. Retskrivningsordbogen, Retskrivnings-
 * reglerne § 15–17 (2012). Every rule here is about letters, never about single words.
 */

const vowels = new Set('aeiouyæøåàáâäèéêëìíîïòóôöùúûüœ');

export const isVowel = (letter: string): boolean => vowels.has(letter);

/** § 15.3.b: consonant clusters that begin Danish words (and their loans). */
const onsets = new Set(
  (
    'bl br bj ch cl cr dj dr dv fj fl fn fr gh gj gl gn gr hj hv kj kl kn kr kv mj nj ph pj pl ps ' +
    'pr qu rh sc sch sf sh sj sk skj skl skr skv sl sm sn sp spj spl spr st stj str sv th tj tr ts ' +
    'tv vj vr wh wr'
  ).split(' '),
);

/** § 15.3.a: the last two consonants of clusters that end Danish words; no doubled ones. */
const codas = new Set(
  (
    'bs bt ch ck ds dt fs ft gl gn gs gt hs jd jf jg jk jl jm jn jp js jt jv ks kt ld lf lg lk lm ' +
    'ln lp ls lt lv mf mp ms mt nd ng nk ns nt ph ps pt rb rd rf rg rk rl rm rn rp rs rt rv sh sk ' +
    'sp st th ts vd vl vn vs vt'
  ).split(' '),
);

function onsetAt(word: string, offset: number): string {
  let end = offset;
  while (end < word.length && !isVowel(word.charAt(end))) end++;
  return word.slice(offset, end);
}

function codaBefore(word: string, offset: number): string {
  let start = offset;
  while (start > 0 && !isVowel(word.charAt(start - 1))) start--;
  return word.slice(start, offset);
}

/** § 15.2 and 15.3: a vowel on each side, and clusters that words begin and end with. */
export function isPronounceable(word: string, offset: number): boolean {
  const onset = onsetAt(word, offset);
  const coda = codaBefore(word, offset);
  if (offset + onset.length >= word.length || offset - coda.length <= 0) return false;
  if (onset.length > 1 && !onsets.has(onset)) return false;
  if (coda.length > 1 && !codas.has(coda.slice(-2))) return false;
  // Greek `ps` before y belongs together: psykolog, psykisk.
  return word.slice(offset - 1, offset + 2) !== 'psy';
}

/**
 * § 16.1.c: suffixes that the word is always divided before: -agtig and -inde, which § 17 would
 * divide otherwise, and -skab. What goes before them has a vowel.
 */
const suffixes =
  /(?<=[aeiouyæøåé].*)(?:agtig(?:e|t|ere|ste?|hed|heden|heds)?|ind(?:e|en|er|erne)s?|skab(?:e|et|er|erne|elige?|eligt)?s?)$/;

/** Where a suffix begins that a part of a word is certainly divided before; its length without one. */
export function suffixStart(part: string): number {
  const start = part.search(suffixes);
  return start > 1 ? start : part.length;
}

/**
 * Where two divisions leave a piece without a vowel, the patterns saw a joint and a syllable and
 * could not tell them apart: rå-d-giver, ho-ve-d-udvalg. One consonant between vowels: the more
 * particular pattern wins. Otherwise, or at a tie, neither is certain and both are dropped.
 */
function settleNeighbours(
  word: string,
  offsets: readonly number[],
  levels: readonly number[],
): readonly number[] {
  const kept = new Set(offsets);
  offsets.forEach((first, index) => {
    const second = offsets[index + 1];
    if (second === undefined || !kept.has(first)) return;
    if ([...word.slice(first, second)].some(isVowel)) return;
    const isBetweenVowels = isVowel(word.charAt(first - 1)) && isVowel(word.charAt(second));
    const lead = (levels[first] ?? 0) - (levels[second] ?? 0);
    if (!isBetweenVowels || lead <= 0) kept.delete(first);
    if (!isBetweenVowels || lead >= 0) kept.delete(second);
  });
  return offsets.filter((offset) => kept.has(offset));
}

/**
 * The divisions inside a stretch of a Danish word (lower case) that has neither joint nor suffix:
 * those the patterns proposed that hold. `levels` are the patterns' levels by offset.
 */
export function danishDivisions(part: string, levels: readonly number[]): readonly number[] {
  const sound: number[] = [];
  for (let offset = 1; offset < part.length; offset++)
    if ((levels[offset] ?? 0) % 2 === 1 && isPronounceable(part, offset)) sound.push(offset);
  return settleNeighbours(part, sound, levels);
}
