/**
 * Ligatures that would tie two words together: none across the joint of a Danish compound
 * (`chef-løn`, `skaf-inde`). Asked only where the font has made one.
 */
import { isLetter } from './characters.ts';
import { findJoints } from './compounds.ts';
import type { ShapedGlyphs } from './harfbuzz.ts';
import { danishLexicon } from './lexicon.ts';

/** Longer "words" are no words. */
const longestWord = 120;

const remembered = new Map<string, readonly number[]>();
const memorySize = 5_000;

function jointsOf(word: string): readonly number[] {
  const known = remembered.get(word);
  if (known) return known;
  if (remembered.size > memorySize) remembered.clear();
  const joints = word.length > longestWord ? [] : findJoints(word, danishLexicon());
  remembered.set(word, joints);
  return joints;
}

/** Is there a joint right before an offset of a text? */
function isAtJoint(text: string, offset: number): boolean {
  let start = offset;
  let end = offset;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  // Abbreviations in capitals are not compounds; some capitals change length in small letters.
  if (word === word.toUpperCase() || lower.length !== word.length) return false;
  return jointsOf(lower).includes(offset - start);
}

/** Offsets of letters that a ligature ties to the letter before although a word begins with them. */
export function ligaturesAcrossJoints(
  text: string,
  glyphs: ShapedGlyphs,
  language: string,
): readonly number[] {
  if (glyphs.count >= text.length || !/^da\b/i.test(language)) return [];
  const found: number[] = [];
  // Clusters rise: a letter that none begins at is tied to the one before it.
  for (let glyph = 0, offset = 0; offset < text.length; offset++) {
    while (glyph < glyphs.count && (glyphs.clusters[glyph] ?? 0) < offset) glyph++;
    const isStart = glyph < glyphs.count && glyphs.clusters[glyph] === offset;
    if (isStart || offset === 0 || !isLetter(text.charCodeAt(offset))) continue;
    if (isLetter(text.charCodeAt(offset - 1)) && isAtJoint(text, offset)) found.push(offset);
  }
  return found;
}
