/**
 * Where a word may be divided. Patterns propose (patterns.ts), a language's own rules decide
 * (danish.ts for Danish), and the paragraph's limits come after that. A splitter of compounds can
 * be put in front of the patterns without its callers noticing: joints are a kind of division.
 */
import { invariant } from '../base/index.ts';
import { findJoints } from './compounds.ts';
import { danishDivisions, isVowel, settleNeighbours, suffixStart } from './danish.ts';
import { danishLexicon } from './lexicon.ts';
import { hasLoadedPatterns, patternLevels, patternsFor } from './patterns.ts';

/** A place where a word may be divided. */
export interface Division {
  /** UTF-16 offset in the word: the division is before this letter. */
  readonly offset: number;
  /** Between the parts of a compound or after a prefix, or between syllables. */
  readonly kind: 'joint' | 'syllable';
  /** What a hyphen here costs the paragraph, in Knuth and Plass's measure. */
  readonly penalty: number;
}

type Place = Pick<Division, 'offset' | 'kind'>;

const penalties: Readonly<Record<Division['kind'], number>> = { joint: 30, syllable: 90 };
/** Of a division one letter from a joint (`roseno-lie`): right, and ugly. */
const besideJointPenalty = 150;
/** Letters on either line, whatever the paragraph's limits (Retskrivningsordbogen § 15.2). */
const fewestLetters = 2;
/** Longer "words" are no words; they are not searched for divisions. */
const longestWord = 120;
/** Words remembered per language before the memory is emptied. */
const memorySize = 20_000;

const memories = new Map<string, Map<string, readonly Division[]>>();

/** Divisions of a Danish word: its joints and suffixes, and what the patterns find between them. */
function divideDanish(word: string): readonly Place[] {
  const places: Place[] = [];
  let start = 0;
  for (const joint of [...findJoints(word, danishLexicon()), word.length]) {
    const suffix = start + suffixStart(word.slice(start, joint));
    for (const end of suffix < joint ? [suffix, joint] : [joint]) {
      const part = word.slice(start, end);
      for (const offset of danishDivisions(part, patternLevels(part, 'da')))
        places.push({ offset: start + offset, kind: 'syllable' });
      if (end < word.length)
        places.push({ offset: end, kind: end === joint ? 'joint' : 'syllable' });
      start = end;
    }
  }
  return places;
}

const leavesEnough = (word: string, offset: number): boolean =>
  offset >= fewestLetters && offset <= word.length - fewestLetters;

function divideByPatterns(word: string, language: string): readonly Place[] {
  const levels = patternLevels(word, language);
  const offsets: number[] = [];
  levels.forEach((level, offset) => {
    if (level % 2 === 1 && leavesEnough(word, offset)) offsets.push(offset);
  });
  return settleNeighbours(word, offsets, levels).map((offset) => ({ offset, kind: 'syllable' }));
}

function findDivisions(word: string, language: string): readonly Division[] {
  const lower = word.toLowerCase();
  // Some capitals change length in lower case; offsets would no longer fit.
  if (lower.length !== word.length || word.length > longestWord) return [];
  const isDanish = patternsFor(language) === 'da';
  const places = isDanish ? divideDanish(lower) : divideByPatterns(lower, language);
  return places
    .filter(({ offset }) => leavesEnough(lower, offset))
    .filter(({ offset }) => hasVowel(lower.slice(0, offset)) && hasVowel(lower.slice(offset)))
    .map((place) => {
      const { offset, kind } = place;
      return { offset, kind, penalty: penaltyOf(place, places) };
    });
}

function penaltyOf({ offset, kind }: Place, places: readonly Place[]): number {
  const isBesideJoint = places.some(
    (other) => other.kind === 'joint' && Math.abs(other.offset - offset) === 1,
  );
  return isBesideJoint ? besideJointPenalty : penalties[kind];
}

function hasVowel(part: string): boolean {
  return [...part].some(isVowel);
}

/**
 * A word's divisions in order, at least two letters from either end. The word is letters only, in
 * any case, without soft hyphens. A language without patterns has none.
 */
export function divide(word: string, language: string): readonly Division[] {
  const name = patternsFor(language);
  if (name === null) return [];
  invariant(hasLoadedPatterns(language), `prepareShaping was not called for language ${language}`);
  let memory = memories.get(name);
  if (!memory || memory.size > memorySize) {
    memory = new Map();
    memories.set(name, memory);
  }
  const known = memory.get(word);
  if (known) return known;
  const divisions = findDivisions(word, language);
  memory.set(word, divisions);
  return divisions;
}
