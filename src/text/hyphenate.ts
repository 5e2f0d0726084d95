/**
 * Where a word may be divided. Patterns propose (patterns.ts), a language's own rules decide
 * (danish.ts for Danish), and the paragraph's limits come after that. A splitter of compounds can
 * be put in front of the patterns without its callers noticing: joints are a kind of division.
 */
import { invariant } from '../base/index.ts';
import { danishDivisions, danishJoints, isVowel } from './danish.ts';
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

const jointPenalty = 40;
const syllablePenalty = 60;
/** Letters on either line, whatever the paragraph's limits (Retskrivningsordbogen § 15.2). */
const fewestLetters = 2;
/** Longer "words" are no words; they are not searched for divisions. */
const longestWord = 120;
/** Words remembered per language before the memory is emptied. */
const memorySize = 20_000;

const memories = new Map<string, Map<string, readonly Division[]>>();

function findDivisions(word: string, language: string): readonly Division[] {
  const lower = word.toLowerCase();
  // Some capitals change length in lower case; offsets would no longer fit.
  if (lower.length !== word.length || word.length > longestWord) return [];
  const levels = patternLevels(lower, language);
  const proposed: number[] = [];
  for (let offset = fewestLetters; offset <= lower.length - fewestLetters; offset++)
    if ((levels[offset] ?? 0) % 2 === 1) proposed.push(offset);
  const isDanish = patternsFor(language) === 'da';
  const joints = isDanish ? danishJoints(lower) : [];
  const offsets = isDanish ? danishDivisions(lower, proposed, levels) : proposed;
  return offsets
    .filter((offset) => hasVowel(lower.slice(0, offset)) && hasVowel(lower.slice(offset)))
    .map((offset) =>
      joints.includes(offset)
        ? { offset, kind: 'joint', penalty: jointPenalty }
        : { offset, kind: 'syllable', penalty: syllablePenalty },
    );
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
