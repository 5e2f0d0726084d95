import { sha256 } from '../base/index.ts';
import type { Font } from './font.ts';

const digests = new WeakMap<Font, string>();

/** SHA-256 of a font's file, worked out once: what is kept between runs is told apart by it. */
export function fontDigest(font: Font): string {
  const known = digests.get(font) ?? sha256(font.bytes);
  digests.set(font, known);
  return known;
}
