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
function isPronounceable(word: string, offset: number): boolean {
  const onset = onsetAt(word, offset);
  const coda = codaBefore(word, offset);
  if (offset + onset.length >= word.length || offset - coda.length <= 0) return false;
  if (onset.length > 1 && !onsets.has(onset)) return false;
  if (coda.length > 1 && !codas.has(coda.slice(-2))) return false;
  // Greek `ps` before y belongs together: psykolog, psykisk.
  return word.slice(offset - 1, offset + 2) !== 'psy';
}

/** § 16.1.b: prefixes the patterns divide by § 17 when a vowel follows, and what must follow. */
const prefixes: readonly (readonly [prefix: string, rest: RegExp])[] = [
  ['under', /^[aeiouyæøå].../],
  ['efter', /^[aiouyæøå]../],
  ['over', /^[aeiouyæøå].../],
  ['gen', /^(?:ind|op|ud|anv|ans|åbn|over|etabl)/],
  ['sam', /^(?:arbej|eks|ord|udnyt|indlæg)/],
];

/** § 16.1.c: the suffix -agtig is never divided by § 17. */
const agtig = /agtig(?:e|t|ere|st|ste|hed|heden)?$/;

/** Places where a part of the word certainly begins: after a prefix, before -agtig. */
export function danishJoints(word: string): readonly number[] {
  const joints: number[] = [];
  for (const [prefix, rest] of prefixes)
    if (word.startsWith(prefix) && rest.test(word.slice(prefix.length))) joints.push(prefix.length);
  const suffix = word.search(agtig);
  if (suffix > 1) joints.push(suffix);
  return joints;
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
 * The divisions of a Danish word (lower case) that hold, of those the patterns proposed, with the
 * word's certain joints. `levels` are the patterns' levels by offset.
 */
export function danishDivisions(
  word: string,
  proposed: readonly number[],
  levels: readonly number[],
): readonly number[] {
  const joints = danishJoints(word);
  const isFarFromJoints = (offset: number) =>
    joints.every((joint) => {
      const [from, to] = offset < joint ? [offset, joint] : [joint, offset];
      return offset === joint || [...word.slice(from, to)].some(isVowel);
    });
  const sound = proposed.filter(
    (offset) =>
      isFarFromJoints(offset) && !joints.includes(offset) && isPronounceable(word, offset),
  );
  return [...settleNeighbours(word, sound, levels), ...joints].sort((a, b) => a - b);
}
