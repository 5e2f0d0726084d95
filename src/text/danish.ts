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
  /(?:agtig(?:e|t|ere|ste?|hed|heden|heds)?|ind(?:e|en|er|erne)s?|skab(?:e|et|er|erne|elige?|eligt)?s?)$/;

/** Where a suffix begins that a part of a word is certainly divided before; its length without one. */
export function suffixStart(part: string): number {
  const mayHave = part.includes('agtig') || part.includes('ind') || part.includes('skab');
  const start = mayHave ? part.search(suffixes) : -1;
  const stem = part.slice(0, Math.max(0, start));
  const isSuffix =
    [...stem].some(isVowel) && isPronounceable(part, start) && !looksLikeInde.test(stem);
  return isSuffix ? start : part.length;
}

/** Before `inde` in words that are not made by it: tu-sin-de, and farms called -minde. */
const looksLikeInde = /(?:tus|m)$/;

/**
 * Where two divisions leave a piece without a vowel, the patterns saw a joint and a syllable and
 * could not tell them apart: rå-d-giver, ho-ve-d-udvalg. One consonant between vowels: the more
 * particular pattern wins. Otherwise, or at a tie, neither is certain and both are dropped.
 */
export function settleNeighbours(
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

/** Words and prefixes that patterns are right to end a line with although a vowel follows. */
const closed = new Set(
  (
    'af an bag bort des efter eks ens for frem gen her hin hoved hvor ind mis net nøj om op ' +
    'over sam til ud ufor uind uop uover uud under ved øjen'
  ).split(' '),
);

/** One sound, though two letters: they go to the next line together. */
const digraphs = /^(?:[tc]h(?!ed)[aeiouyæøår]|ph[aeiouyæøår]|sh[eio](?!d))/;

/** An `e` that is not stressed: the last of a word and those of inflection. */
const weakEnd =
  /^e(?:[nrtl]s?|s|n?es?|rnes?|n?des?|ste?|ri(?:e[rt]|erne)?s?|lse(?:[nr]?s?|rnes?))?$/;

/** Clusters that stay whole even before a weak `e`. */
const wholeOnsets = new Set(['ch', 'kv', 'ph', 'qu', 'sch', 'sh', 'sj', 'skj', 'th']);

/**
 * § 17.2 where the patterns are free with it. One consonant between vowels goes to the next line,
 * so do the letters of one sound; of several before a weak `e`, the last alone does (tas-ke, æb-le),
 * where the dictionary of patterns takes as many as can begin a word (ta-ske, which is for full vowels).
 */
function settleConsonants(part: string, offset: number): number {
  const before = part.charAt(offset - 1);
  const isAfterVowel = offset > 1 && isVowel(part.charAt(offset - 2));
  if (closed.has(part.slice(0, offset))) return offset;
  const isDigraph = part.charAt(offset) === 'h' && digraphs.test(part.slice(offset - 1));
  if (isDigraph && isPronounceable(part, offset - 1)) return offset - 1;
  const isSch = before === 's' && part.startsWith('ch', offset);
  if (isSch && isPronounceable(part, offset - 1)) return offset - 1;
  if (isVowel(part.charAt(offset))) {
    const isHard = before === 'k' && part.charAt(offset - 2) === 'c';
    if (isHard || isVowel(before)) return offset;
    // A last `e` is not left alone before the next part: hun-de|hus.
    const isAlone = offset + 1 === part.length && isPronounceable(part, offset - 1);
    // `-el` is no ending of inflection: færd-sel, not færds-el.
    const isInflected = weakEnd.test(part.slice(offset)) && !/^els?$/.test(part.slice(offset));
    if (!isAfterVowel && !isAlone && isInflected) return offset;
    return isPronounceable(part, offset - 1) ? offset - 1 : 0;
  }
  if (namedLand.test(part.slice(offset - 1)) && isPronounceable(part, offset - 1))
    return offset - 1;
  const onset = onsetAt(part, offset);
  const last = offset + onset.length - 1;
  if (isBeforeSke(part, offset)) return offset;
  const isCluster = onset.length > 1 && !wholeOnsets.has(onset);
  if (!isCluster || part.charAt(last + 1) !== 'e' || !isPronounceable(part, last)) return offset;
  return weakEnd.test(part.slice(last + 1)) && !/(?:kr|pl)et$/.test(part) ? last : offset;
}

/** Parts of names that patterns divide after their first letter. */
const namedLand = /^(?:bjerg|bjørn|fjord|fjeld)/;

/** § 16.1.c: the suffix of women's trades (plejer-ske, danser-ske), not the verbs (hers-ke, fors-ke). */
function isBeforeSke(part: string, offset: number): boolean {
  const isSuffix = /^ske(?:[nr]s?|rnes?|s)?$/.test(part.slice(offset));
  return isSuffix && part.slice(0, offset).endsWith('er') && hasVowelIn(part.slice(0, offset - 2));
}

const hasVowelIn = (letters: string): boolean => [...letters].some(isVowel);

/** Greek `eu` is one sound (§ 17.1): terapeut, reumatisme; but muse-um, re-union. */
const isGreekEu = (part: string, offset: number): boolean =>
  part.charAt(offset - 1) === 'e' &&
  part.charAt(offset) === 'u' &&
  /(?:ceut|deut|feud|leuk|neut?|peut|pneu|pseu|reum|zeug)/.test(
    part.slice(Math.max(0, offset - 3), offset + 2),
  );

/** Loans (speede, dealeren, keyboard, cookie, guitar, wiener): their vowels are one sound (§ 17.1). */
const englishVowels = [
  /(?:[bdfhlpstw]|[bdfp]r|st?r|cl|pl|sp)ea[dmpv]|(?:(?<=[bft])r|[lpw]|sp|st|sn)eak/,
  /(?:[bfhm]|ch|sw|(?<!i)tr|s)eat(?!r)|(?:b|cl|j)ean|(?:cl|f|g|sp|y)ear|(?<!i)deal|[bprt]each|l?eas[ei]/,
  /ee[dkmpv]|(?:b|gr|k|qu|scr|t)een|(?:m|sh|str|sw)eet|(?:f|p|st|wh)eel|(?:car|eng?i?n|b)eer/,
  /oo[dkmt]|(?:p|c|t|sch)ool|(?<!k)oop|oa(?:ch|d|k|rd|st)|field|seei|blue|free|pierc|ouil/,
  /[rh]ii[sg]?$/,
  /(?:[bdfhlmpsw]|ch|sp|[bdgt]r)ai[lnr]/,
  /(?:oo[dkt]h?|elf|own|hipp|zomb|junk|^w)ie|^gui[dt]/,
];

/** English words whose last `e` is silent: on-line, web|site; such a word is not divided before it. */
const silentE =
  /(?:(?:on|off|dead|air|head|hot|out|base|time|pipe)line|^site|ware|mouse|house|release|^game|space|surface|interface|phone|^code|^safe|^home|^take|^make|^remote|youtube)$/;

/** Is this place before the last consonant of a word in English spelling? */
function isBeforeSilentE(part: string, offset: number): boolean {
  return offset > part.length - 4 && part.endsWith('e') && silentE.test(part);
}

/** Is this place between two letters of a vowel that English writes with two? */
function isInEnglishVowel(part: string, offset: number): boolean {
  const pair = part.slice(offset - 1, offset + 1);
  // French and English alike: sou-ve-nir, dis-count.
  if (pair === 'ou') return true;
  if (!/^(?:e[ae]|o[ao]|ai|i[ei]|u[ei])$/.test(pair)) return false;
  const around = part.slice(Math.max(0, offset - 5), offset + 3);
  return englishVowels.some((vowel) => vowel.test(around));
}

/**
 * The divisions inside a stretch of a Danish word (lower case) that has neither joint nor suffix:
 * those the patterns proposed that hold. `levels` are the patterns' levels by offset.
 */
export function danishDivisions(part: string, levels: readonly number[]): readonly number[] {
  const sound = new Set<number>();
  for (let proposed = 1; proposed < part.length; proposed++) {
    if ((levels[proposed] ?? 0) % 2 !== 1 || !isPronounceable(part, proposed)) continue;
    const offset = settleConsonants(part, proposed);
    if (offset === 0 || isInEnglishVowel(part, offset) || isGreekEu(part, offset)) continue;
    if (isBeforeSilentE(part, offset)) continue;
    sound.add(offset);
  }
  return settleNeighbours(
    part,
    [...sound].sort((a, b) => a - b),
    levels,
  );
}
