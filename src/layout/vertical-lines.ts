/**
 * Lines of vertical writing (css-writing-modes-4 §4.2, §6.3): which baseline their boxes share, and on
 * which side of them letters have their heads.
 */
import type { ComputedStyle } from '../style/index.ts';

type WritingStyle = Pick<ComputedStyle, 'writingMode' | 'textOrientation'>;

/** True where boxes of a line share their middles, not the feet of their letters. */
export function isCentral({ writingMode, textOrientation }: WritingStyle): boolean {
  const isVertical = writingMode === 'vertical-rl' || writingMode === 'vertical-lr';
  return isVertical && textOrientation !== 'sideways';
}

/** The baseline of a box that has none of its own, from its top (css-align-3 §9.1). */
export function synthesizedBaseline(height: number, around: WritingStyle): number {
  if (isCentral(around)) return height / 2;
  // Its foot is where the feet of letters are.
  return isLineFlipped(around) ? 0 : height;
}

/** True where lines follow one another towards the heads of their letters. */
export function isLineFlipped({ writingMode }: WritingStyle): boolean {
  return writingMode === 'vertical-lr';
}

/** Edges as seen with the heads of the letters above. */
export function edgesInLine<T>(
  edges: { readonly top: T; readonly right: T; readonly bottom: T; readonly left: T },
  isFlipped: boolean,
): { readonly top: T; readonly right: T; readonly bottom: T; readonly left: T } {
  return isFlipped ? { ...edges, top: edges.bottom, bottom: edges.top } : edges;
}
