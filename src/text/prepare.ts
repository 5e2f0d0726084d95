/** Loads what shaping and hyphenation need, so that everything after it is immediate. */
import { loadHarfBuzz } from './harfbuzz.ts';
import { loadPatterns } from './patterns.ts';

/**
 * Loads what dividing words of these languages takes (BCP 47; those without patterns are passed
 * over). Must be awaited before a text in one of them is asked for its divisions.
 */
export async function prepareDivision(languages: Iterable<string>): Promise<void> {
  await Promise.all([...languages].map(loadPatterns));
}

/**
 * Loads HarfBuzz, and what dividing words of the languages given takes. Must be awaited before
 * fonts are asked for glyphs or paragraphs are broken; may be called again with more languages.
 */
export async function prepareShaping(languages: Iterable<string>): Promise<void> {
  loadHarfBuzz();
  await prepareDivision(languages);
}
