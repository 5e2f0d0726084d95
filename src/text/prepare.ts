/** Loads what shaping and hyphenation need, so that everything after it is immediate. */
import { loadHarfBuzz } from './harfbuzz.ts';
import { loadPatterns } from './patterns.ts';

/**
 * Loads HarfBuzz, and the hyphenation patterns of the languages given (BCP 47; those without
 * patterns are passed over). Must be awaited before fonts are asked for glyphs or paragraphs are
 * broken; may be called again with more languages.
 */
export async function prepareShaping(languages: Iterable<string>): Promise<void> {
  await Promise.all([loadHarfBuzz(), ...[...languages].map(loadPatterns)]);
}
