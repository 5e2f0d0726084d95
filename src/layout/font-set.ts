/**
 * The fonts of a document, by family.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { Font } from '../text/index.ts';

/** Never empty. */
export type FontList = readonly [Font, ...Font[]];

export interface FontSet {
  /** Fonts for a style in order of preference, one of each family it names: the same list each time. */
  fontsFor(style: ComputedStyle): FontList;
  /** Every font that was loaded, in the order of the `@font-face` rules. */
  readonly all: readonly Font[];
}
