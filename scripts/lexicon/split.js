// Splits every word of the list into its parts: the shortest description (bits) of the word by parts
// that the list's other words are made of, against the word as one of its own. What a part costs
// follows from how many words it is used in; a few rounds settle it (hard EM).
import { onlyAtStart, prefixes, vowel } from './words.js';

const rounds = 5;
const jointCost = 1.5;
const unlistedCost = 3;
const otherKindCost = 6;
const otherInflectionCost = 2;

/** Parts of few letters are found by chance. */
const shortCost = [0, 7, 3, 1];

/** A verb's noun that the dictionary does not list: usual after a prefix, rare elsewhere. */
const boundCost = (before) => (prefixes.has(before.form) ? 1 : 4);

/** A word as one of its own: its letters, and what its inflection tells. */
const ownCost = (letters) => 5 + 2.9 * letters + Math.max(0, letters - 6) * 1.1;

export function splitWords({ words, bound, byText, firsts, lasts, plurals, mayEnd }, given) {
  const all = [...words, ...bound];
  const shares = new Map();
  let inflections = 0;
  for (const word of words)
    for (const inflection of word.inflections) {
      shares.set(inflection, (shares.get(inflection) ?? 0) + 1);
      inflections++;
    }
  const inflectionCost = (word) =>
    Math.min(...[...word.inflections].map((it) => -Math.log2(shares.get(it) / inflections)));

  let firstUses = 1;
  let lastUses = 1;
  const firstCost = (first) =>
    Math.log2(firstUses / (first.uses + 0.3)) +
    (prefixes.has(first.form) ? 0 : (shortCost[first.form.length] ?? 0)) +
    (first.isListed ? 0 : unlistedCost);
  const lastCost = (word) => Math.log2(lastUses / (word.uses + 0.5));

  const nouns = new Set(['common', 'neuter']);
  const haveCommon = (a, b) => [...a].some((item) => b.has(item));
  function kinshipCost(word, last) {
    if (word.isPluralOnly && haveCommon(last.kinds, nouns)) return otherInflectionCost;
    if (haveCommon(last.inflections, word.inflections)) return 0;
    return last.word.length > 4 && haveCommon(last.kinds, word.kinds)
      ? otherInflectionCost
      : otherKindCost;
  }

  /** Cheapest rows of first parts up to each offset. */
  function firstRows(text) {
    const costs = new Array(text.length + 1).fill(Infinity);
    const before = new Array(text.length + 1);
    costs[0] = 0;
    for (let start = 0; start < text.length; start++) {
      if (costs[start] === Infinity) continue;
      for (let end = start + 1; end < text.length - 1; end++) {
        const first = firsts.get(text.slice(start, end));
        if (start > 0 && first && onlyAtStart.has(first.form)) continue;
        const cost = first ? costs[start] + firstCost(first) + jointCost : Infinity;
        if (cost < costs[end]) {
          costs[end] = cost;
          before[end] = { start, first };
        }
      }
    }
    return { costs, before };
  }

  /** Words that a form may be, as the last part of a word. */
  function lastsOf(word, form) {
    const plural = word.isPluralOnly ? plurals.get(form) : undefined;
    return [...(lasts.get(form) ?? []), ...(plural ? [{ word: plural, isBound: false }] : [])];
  }

  function split(word) {
    if (word.source) return null;
    const text = word.word;
    const { costs, before } = firstRows(text);
    let cheapest = ownCost(text.length) + inflectionCost(word);
    let found = null;
    for (let start = 1; start < text.length - 1; start++) {
      if (costs[start] === Infinity) continue;
      const form = text.slice(start);
      for (const { word: last, isBound } of lastsOf(word, form)) {
        const { first } = before[start];
        if (last === word || (isBound && !prefixes.has(first.form)) || !mayEnd(form, first.form))
          continue;
        const cost =
          costs[start] +
          lastCost(last) +
          (shortCost[form.length] ?? 0) * 0.6 +
          kinshipCost(word, last) +
          (last.isBoundForm ? boundCost(first) : 0);
        if (cost < cheapest) {
          cheapest = cost;
          found = { start, last };
        }
      }
    }
    if (!found) return null;
    const parts = [];
    for (let end = found.start; end > 0; end = before[end].start)
      parts.unshift({ start: before[end].start, first: before[end].first });
    return { parts, ...found };
  }

  // The first guess: every way to part a word in two.
  for (const { word: text } of words)
    for (let cut = 1; cut < text.length - 1; cut++) {
      const first = firsts.get(text.slice(0, cut));
      const found = first && lasts.get(text.slice(cut));
      if (!found) continue;
      first.uses += 0.5;
      for (const { word } of found) word.uses += 0.5 / found.length;
    }

  let splits = new Map();
  for (let round = 0; round < rounds; round++) {
    firstUses = 1;
    lastUses = 1;
    for (const first of firsts.values()) firstUses += first.uses;
    for (const word of all) lastUses += word.uses;
    splits = new Map(words.map((word) => [word, given.has(word.word) ? null : split(word)]));
    for (const first of firsts.values()) first.uses = 0;
    for (const word of all) word.uses = 0;
    for (const [word, found] of splits) {
      if (!found) word.uses += 0.3;
      else {
        for (const { first } of found.parts) first.uses++;
        found.last.uses++;
      }
    }
  }

  const known = new Map();
  /** Joints of `form`, as far as it has the letters of `word`. */
  function shared(form, word) {
    return jointsOf(word).filter(
      (joint) =>
        joint < form.length - 1 &&
        form.startsWith(word.word.slice(0, joint)) &&
        vowel.test(form.slice(joint)),
    );
  }
  function ownJoints(word) {
    const hand = given.get(word.word);
    if (hand) return hand;
    const source = word.base ? byText.get(word.base) : word.source;
    if (source) return shared(word.word, source);
    const found = splits.get(word);
    if (!found) return [];
    const joints = new Set([found.start]);
    for (const joint of shared(found.last.word, found.last)) joints.add(found.start + joint);
    for (const { start, first } of found.parts) {
      if (start > 0) joints.add(start);
      const [of] = [...first.words]
        .filter((it) => it.word.length < word.word.length)
        .sort((a, b) => b.uses - a.uses);
      const source = of ?? byText.get(first.form);
      if (source && source !== word)
        for (const joint of shared(first.form, source)) joints.add(start + joint);
    }
    return [...joints].sort((a, b) => a - b);
  }
  /** Offsets in the word where a part begins. */
  function jointsOf(word) {
    if (!known.has(word)) {
      known.set(word, []);
      known.set(word, ownJoints(word));
    }
    return known.get(word);
  }
  return { jointsOf, shared, firstCost, lastCost };
}
