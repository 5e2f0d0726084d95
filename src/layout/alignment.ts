/**
 * Alignment that flex and grid have in common (css-align-3): where what is left over goes, between
 * tracks or lines and around one box. Writing is from left to right and top to bottom.
 */
import type { ComputedStyle } from '../style/index.ts';

export type ContentAlignment = ComputedStyle['justifyContent'] | ComputedStyle['alignContent'];
export type SelfAlignment = ComputedStyle['alignSelf'] | ComputedStyle['justifySelf'];

/** Room before the first of several things, and room added between two. */
export interface Distribution {
  readonly before: number;
  readonly between: number;
}

/**
 * Shares `free` among `count` things (css-align-3 §5). `isReversed`: the flex start is the far end,
 * so `flex-start` and what falls back to it are at the end. The offset is from the flex start.
 */
export function distribute(
  value: ContentAlignment,
  free: number,
  count: number,
  isReversed = false,
): Distribution {
  const packed = (before: number) => ({ before, between: 0 });
  switch (unlessSafe(value, free)) {
    case 'center':
      return packed(free / 2);
    case 'flex-end':
      return packed(free);
    case 'end':
    case 'right':
    case 'last baseline':
      return packed(isReversed ? 0 : free);
    case 'start':
    case 'left':
      return packed(isReversed ? free : 0);
    case 'space-between':
      if (count < 2 || free < 0) return packed(0);
      return { before: 0, between: free / (count - 1) };
    // Deviation of all browsers: what overflows begins at the start, as `safe` asks for.
    case 'space-around':
      if (free < 0 || count === 0) return packed(isReversed ? free : 0);
      return { before: free / count / 2, between: free / count };
    case 'space-evenly':
      if (free < 0 || count === 0) return packed(isReversed ? free : 0);
      return { before: free / (count + 1), between: free / (count + 1) };
    default:
      return packed(0);
  }
}

/** What overflows begins at the start where that is asked for (css-align-3 §4.4). */
function unlessSafe<V extends ContentAlignment | SelfAlignment>(value: V, free: number) {
  if (!value.startsWith('safe ')) return value;
  return free < 0 ? 'start' : (value.slice('safe '.length) as V);
}

/** The part of the free room that lies before a box, from the flex start or the grid area's start. */
export function selfFraction(value: SelfAlignment, free: number, isReversed = false): number {
  switch (unlessSafe(value, free)) {
    case 'center':
      return 0.5;
    case 'flex-end':
      return 1;
    case 'end':
    case 'self-end':
    case 'right':
      return isReversed ? 0 : 1;
    case 'last baseline':
      return 1;
    case 'start':
    case 'self-start':
    case 'left':
      return isReversed ? 1 : 0;
    default:
      return 0;
  }
}

/** `align-self` with `auto` and `normal` resolved. */
export function usedSelf<V extends SelfAlignment>(own: V, container: V): V | 'stretch' {
  const value = own === 'auto' ? container : own;
  return value === 'normal' ? 'stretch' : value;
}
