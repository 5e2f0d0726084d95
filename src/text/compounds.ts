/**
 * Where a Danish word is joined of others. A word that the list has is parted as the list says. Any
 * other is covered by parts that the list has, as cheaply as can be: a part costs what its use in
 * the list's own compounds says (in bits; the shortest description wins). One part may be unknown:
 * a name, a loan, a new word.
 */
import { isPronounceable, isVowel } from './danish.ts';
import { knownStretches, type Lexicon, type Stretch } from './lexicon.ts';
import { costOfLevel, wholeWordOnly } from './lexicon-format.ts';

const jointCost = 1.5;

/** Short parts are found by chance; bits by the number of letters. */
const shortCost: readonly number[] = [0, 9, 3, 1.2];

/**
 * A rare last part that begins with a vowel, after a consonant: more often the end of a loan
 * (motor-isere), whose consonant goes to the next line (§ 17).
 */
const vowelCost = 4;
const rareLevel = 4;

/** What the letters of a stretch tell by themselves; long ones are seldom words of one part. */
function unknownCost(letters: number): number {
  return 9 + 2.9 * letters + Math.max(0, letters - 6) * 1.1;
}

/** Over that, for an unknown part among known ones; and its fewest letters. */
const unknownPartCost = 6;
const shortestUnknown = 4;

/** A cheapest row of parts up to a place. */
interface Path {
  readonly cost: number;
  readonly joints: readonly number[];
  readonly hasUnknown: boolean;
}

/** The list's division of a whole word; null where the list has not got it. */
function knownWord(stretches: readonly Stretch[], length: number): readonly number[] | null {
  let best: Stretch | null = null;
  for (const stretch of stretches)
    if (stretch.end === length && stretch.final > 0 && (!best || stretch.final < best.final))
      best = stretch;
  return best?.joints ?? null;
}

function lastPartCost(word: string, start: number, level: number): number {
  const isLoanlike =
    level >= rareLevel && isVowel(word.charAt(start)) && !isVowel(word.charAt(start - 1));
  return costOfLevel(level) + (shortCost[word.length - start] ?? 0) + (isLoanlike ? vowelCost : 0);
}

const hasVowel = (part: string): boolean => [...part].some(isVowel);

/** Ends of the stretches from `start` that could be a part nobody has listed. */
function unknownEnds(word: string, start: number): readonly number[] {
  if (start > 0 && !isPronounceable(word, start)) return [];
  const ends: number[] = [];
  for (let end = start + shortestUnknown; end <= word.length; end++) {
    const isWhole = end - start === word.length;
    if (isWhole || !hasVowel(word.slice(start, end))) continue;
    if (end === word.length || isPronounceable(word, end)) ends.push(end);
  }
  return ends;
}

/** The joints of the cheapest cover of a word by parts; the word itself is none of them. */
export function cheapestCover(word: string, lexicon: Lexicon): readonly number[] {
  const { length } = word;
  const paths: (Path | undefined)[] = new Array(length + 1);
  paths[0] = { cost: 0, joints: [], hasUnknown: false };
  paths[length] = { cost: unknownCost(length), joints: [], hasUnknown: true };

  function extend(from: Path, start: number, end: number, cost: number, part?: Stretch): void {
    const total = from.cost + cost + (start > 0 ? jointCost : 0);
    if (total >= (paths[end]?.cost ?? Number.POSITIVE_INFINITY)) return;
    const joints = [...from.joints, ...(start > 0 ? [start] : []), ...(part?.joints ?? [])];
    paths[end] = { cost: total, joints, hasUnknown: from.hasUnknown || part === undefined };
  }

  for (let start = 0; start < length - 1; start++) {
    const from = paths[start];
    if (!from) continue;
    for (const part of knownStretches(lexicon, word, start)) {
      const { end, first, final } = part;
      if (end < length && first > 0) extend(from, start, end, costOfLevel(first), part);
      if (end === length && start > 0 && final > 0 && final < wholeWordOnly)
        extend(from, start, end, lastPartCost(word, start, final), part);
    }
    if (!from.hasUnknown)
      for (const end of unknownEnds(word, start))
        extend(from, start, end, unknownCost(end - start) + unknownPartCost);
  }
  return paths[length].joints;
}

/** The joints of a word in lower case, in order; none in a word of one part. */
export function findJoints(word: string, lexicon: Lexicon): readonly number[] {
  const known = knownWord(knownStretches(lexicon, word, 0), word.length);
  return known ?? cheapestCover(word, lexicon);
}
