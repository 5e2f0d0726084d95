/**
 * Where a Danish word is joined of others. A word that the list has is parted as the list says. Any
 * other is covered by parts that the list has, as cheaply as can be: a part costs what its use in
 * the list's own compounds says (in bits; the shortest description wins). One part may be unknown:
 * a name, a loan, a new word.
 */
import { isPronounceable, isVowel } from './danish.ts';
import { knownJoints, knownStretches, type Lexicon, type Stretch } from './lexicon.ts';
import { costOfLevel, wholeWordOnly } from './lexicon-format.ts';

const jointCost = 1.5;

/** Short parts are found by chance; bits by the number of letters. */
const shortCost: readonly number[] = [0, 9, 3, 1.2];

/**
 * A rare last part that begins with a vowel, after a consonant: more often the end of a loan
 * (motor-isere), whose consonant goes to the next line (§ 17).
 */
const vowelCost = 6;
const rareLevel = 4;

/** What the letters of a stretch tell by themselves; long ones are seldom words of one part. */
function unknownCost(letters: number): number {
  return 9 + 2.9 * letters + Math.max(0, letters - 6) * 1.1;
}

/** Over that, for an unknown part among known ones; its fewest letters, and those of its neighbours. */
const amongKnownCost = 6;
const shortestUnknown = 4;
const shortUnknownCost = 3;
/** Its last letter could as well begin the next part: teo-krat, not teok|rat. */
const unclearEndCost = 4;
const unclearEnd = /^(?:[bfgkp][lr]|[dt][rv]|[kg]n|s[klmnptv]|kv|[bfmt]j)$/;

function unknownPartCost(word: string, start: number, end: number): number {
  const isUnclear = unclearEnd.test(word.slice(end - 1, end + 1));
  const isShort = end - start === shortestUnknown;
  return (
    unknownCost(end - start) +
    amongKnownCost +
    (isUnclear ? unclearEndCost : 0) +
    (isShort ? shortUnknownCost : 0)
  );
}
/** What stands beside an unknown part must be no rarer, and no shorter. */
const commonLevel = 4;
const shortestNeighbour = 3;
const longNeighbour = 6;

/** For an `s` that the list does not give a form: of the genitive, or between parts. */
const genitiveCost = 1;
const linkCost = 5;

/** A cheapest row of parts up to a place. */
interface Path {
  readonly cost: number;
  readonly joints: readonly number[];
}

/** Cheapest rows by place: of known parts; of common ones; of common ones and an unknown. */
interface Paths {
  readonly known: (Path | undefined)[];
  readonly common: (Path | undefined)[];
  readonly unknown: (Path | undefined)[];
}

/** Goes on from `from` with a part from `start` to `end`, where that is the cheapest way yet. */
function extend(
  from: Path | undefined,
  to: (Path | undefined)[],
  {
    start,
    end,
    cost,
    inner,
  }: { start: number; end: number; cost: number; inner: readonly number[] },
): void {
  if (!from) return;
  const total = from.cost + cost + (start > 0 ? jointCost : 0);
  if (total >= (to[end]?.cost ?? Number.POSITIVE_INFINITY)) return;
  const joints = [...from.joints, ...(start > 0 ? [start] : []), ...inner];
  to[end] = { cost: total, joints };
}

function lastPartCost(word: string, start: number, level: number): number {
  const isLoanlike =
    level >= rareLevel && isVowel(word.charAt(start)) && !isVowel(word.charAt(start - 1));
  return costOfLevel(level) + (shortCost[word.length - start] ?? 0) + (isLoanlike ? vowelCost : 0);
}

const hasVowel = (part: string): boolean => [...part].some(isVowel);

/** Ends of the stretches from `start` that could be a part nobody has listed. */
function unknownEnds(word: string, start: number): readonly number[] {
  if (start > 0 && (isVowel(word.charAt(start)) || !isPronounceable(word, start))) return [];
  const ends: number[] = [];
  for (let end = start + shortestUnknown; end <= word.length; end++) {
    const isWhole = end - start === word.length;
    const isDigraph = /^[cp]h$/.test(word.slice(end - 1, end + 1));
    if (isWhole || isDigraph || !hasVowel(word.slice(start, end))) continue;
    if (end === word.length || isPronounceable(word, end)) ends.push(end);
  }
  return ends;
}

/** May a part stand beside an unknown one? */
function isCommon(level: number, letters: number): boolean {
  return letters >= longNeighbour || (level <= commonLevel && letters >= shortestNeighbour);
}

/** Of two letters, the parts that are not found inside words by chance alone. */
const shortInside = new Set('af om op ud på by sø'.split(' '));
/** Found by chance inside words; the words that have them by sense are listed. */
const neverInside = new Set('det ere gel ion itu the und'.split(' '));

/** Can a part between others be these letters? */
const mayBeInside = (letters: string): boolean =>
  letters.length > 2 ? !neverInside.has(letters) : shortInside.has(letters);

/** Ends of suffixes that look like last parts: -skab after an `s`, -ingen. */
const isSuffixEnd = (word: string, start: number): boolean =>
  (word.startsWith('kab', start) && word.charAt(start - 1) === 's') ||
  (word.startsWith('gen', start) && word.endsWith('in', start));

/** Endings of loans that have words inside: -ering is no ring, -isten no stone. */
const loanEndings =
  /(?:ering|isme|ist|ation|itet)(?:e|en|er|s|ens|ers|erne|ernes|r|rs|rne|rnes|n|ns)?$/;

/** Where the last part of a word begins at the latest. */
function lastStart(word: string): number {
  const ending = word.search(loanEndings);
  return ending < 0 ? word.length - 2 : ending;
}

/** Goes on with a known stretch, `end` being where the part ends: after it, or after an `s`. */
function extendKnown(paths: Paths, word: string, start: number, part: Stretch, end: number): void {
  const isLast = end === word.length;
  const level = isLast ? part.final : part.first;
  if (level === 0 || (isLast && (start === 0 || level === wholeWordOnly))) return;
  if (end !== part.end && end - start < longNeighbour) return;
  if (start > 0 && (isLast ? isSuffixEnd(word, start) : !mayBeInside(word.slice(start, end))))
    return;
  const cost =
    (isLast ? lastPartCost(word, start, level) : costOfLevel(level)) +
    (end === part.end ? 0 : isLast ? genitiveCost : linkCost);
  const step = { start, end, cost, inner: part.joints };
  extend(paths.known[start], paths.known, step);
  if (!isCommon(level, end - start)) return;
  extend(paths.common[start], paths.common, step);
  extend(paths.unknown[start], paths.unknown, step);
}

/** The joints of the cheapest cover of a word by parts; the word itself is none of them. */
export function cheapestCover(word: string, lexicon: Lexicon): readonly number[] {
  const { length } = word;
  const empty: Path = { cost: 0, joints: [] };
  const paths: Paths = { known: [empty], common: [empty], unknown: [] };
  const last = lastStart(word);
  for (let start = 0; start <= last; start++) {
    if (!(paths.known[start] ?? paths.unknown[start])) continue;
    for (const part of knownStretches(lexicon, word, start)) {
      extendKnown(paths, word, start, part, part.end);
      if (word[part.end] === 's') extendKnown(paths, word, start, part, part.end + 1);
    }
    if (!paths.common[start]) continue;
    for (const end of unknownEnds(word, start)) {
      const cost = unknownPartCost(word, start, end);
      extend(paths.common[start], paths.unknown, { start, end, cost, inner: [] });
    }
  }
  let best: Path = { cost: unknownCost(length), joints: [] };
  for (const path of [paths.known[length], paths.unknown[length]])
    if (path && path.cost < best.cost) best = path;
  return best.joints;
}

/** The joints of a word in lower case, in order; none in a word of one part. */
export function findJoints(word: string, lexicon: Lexicon): readonly number[] {
  return knownJoints(lexicon, word) ?? cheapestCover(word, lexicon);
}
