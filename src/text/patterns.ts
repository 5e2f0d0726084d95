/**
 * Hyphenation patterns (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983), as the package
 * `hyphen` carries them from TeX; the only file that knows it. Each language is loaded at the first
 * call for it: Danish is 18 KB, German 750 KB.
 */

/** A child in the trie of letters: further letters, a row of levels, or both. */
type PatternEntry = PatternNode | number | readonly [PatternNode, number];
interface PatternNode {
  readonly [letter: string]: PatternEntry;
}

interface Patterns {
  readonly levels: readonly (readonly number[])[];
  readonly trie: PatternNode;
}

const loaders: ReadonlyMap<string, () => Promise<{ readonly default: unknown }>> = new Map([
  ['da', () => import('hyphen/patterns/da.js')],
  ['de', () => import('hyphen/patterns/de-1996.js')],
  ['en-gb', () => import('hyphen/patterns/en-gb.js')],
  ['en-us', () => import('hyphen/patterns/en-us.js')],
  ['fr', () => import('hyphen/patterns/fr.js')],
  ['nb', () => import('hyphen/patterns/nb.js')],
  ['nn', () => import('hyphen/patterns/nn.js')],
  ['sv', () => import('hyphen/patterns/sv.js')],
]);

/** Names for a language that has patterns under another. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['en', 'en-gb'],
  ['no', 'nb'],
]);

const loadedPatterns = new Map<string, Patterns>();

function findPatterns(language: string): string | null {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const region = rest.find((part) => part.length === 2);
  for (const name of [`${primary}-${region ?? ''}`, primary]) {
    const known = aliases.get(name) ?? name;
    if (loaders.has(known)) return known;
  }
  return null;
}

const namesByTag = new Map<string, string | null>();

/** The name of the patterns for a BCP 47 tag, `null` where there are none: `da-DK` has `da`. */
export function patternsFor(language: string): string | null {
  let name = namesByTag.get(language);
  if (name === undefined) {
    name = findPatterns(language);
    namesByTag.set(language, name);
  }
  return name;
}

/** True where a language's words can be divided. */
export function hasPatterns(language: string): boolean {
  return patternsFor(language) !== null;
}

/** Tags of the languages whose words can be divided. */
export function dividedLanguages(): readonly string[] {
  return [...loaders.keys()];
}

/** Loads a language's patterns; nothing where there are none, or they are there already. */
export async function loadPatterns(language: string): Promise<void> {
  const name = patternsFor(language);
  const load = name === null ? undefined : loaders.get(name);
  if (name === null || !load || loadedPatterns.has(name)) return;
  const [levels, trie] = (await load()).default as readonly [Patterns['levels'], PatternNode];
  loadedPatterns.set(name, { levels, trie });
}

/** True where a language's patterns have been loaded, or it has none to load. */
export function hasLoadedPatterns(language: string): boolean {
  const name = patternsFor(language);
  return name === null || loadedPatterns.has(name);
}

const isPair = (entry: PatternEntry): entry is readonly [PatternNode, number] =>
  Array.isArray(entry);

function nodeOf(entry: PatternEntry): PatternNode | null {
  if (typeof entry === 'number') return null;
  return isPair(entry) ? entry[0] : entry;
}

function levelsRowOf(entry: PatternEntry): number {
  if (typeof entry === 'number') return entry;
  return isPair(entry) ? entry[1] : -1;
}

/**
 * Liang's levels for a word in lower case: entry `i` is for the place before letter `i`; an odd
 * one permits a division, and the higher it is the more particular the pattern that said so.
 */
export function patternLevels(word: string, language: string): readonly number[] {
  const levels = new Array<number>(word.length + 1).fill(0);
  const patterns = loadedPatterns.get(patternsFor(language) ?? '');
  if (!patterns) return levels;
  const dotted = `.${word}.`;
  for (let start = 0; start < dotted.length; start++) {
    // The rows of patterns that begin with the word's start leave its dot out.
    const base = Math.max(0, start - 1);
    let node: PatternNode | null = patterns.trie;
    for (let end = start; end < dotted.length && node !== null; end++) {
      const letter = dotted[end] ?? '';
      const entry: PatternEntry | undefined = Object.hasOwn(node, letter)
        ? node[letter]
        : undefined;
      if (entry === undefined) break;
      const row = patterns.levels[levelsRowOf(entry)] ?? [];
      row.forEach((level, i) => {
        if (level > (levels[base + i] ?? 0)) levels[base + i] = level;
      });
      node = nodeOf(entry);
    }
  }
  return levels.slice(0, word.length + 1);
}
