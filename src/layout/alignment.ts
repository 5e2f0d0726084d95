/**
 * Alignment that flex and grid have in common (css-align-3): where what is left over goes, between
 * tracks or lines and around one box. Writing is from left to right and top to bottom.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { BlockBox, ColumnsBox } from './box.ts';
import type { Turn } from './turn.ts';

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
  switch (positionOf(value, free)) {
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

type Guarded = `safe ${string}` | `unsafe ${string}`;

/** The position itself; what overflows begins at the start where `safe` is asked for (css-align-3 §4.4). */
function positionOf<V extends string>(value: V, free: number): Exclude<V, Guarded> | 'start' {
  const space = value.indexOf(' ');
  if (space < 0 || value === 'last baseline') return value as Exclude<V, Guarded>;
  if (free < 0 && value.startsWith('safe ')) return 'start';
  return value.slice(space + 1) as Exclude<V, Guarded>;
}

/**
 * How far `align-content` moves a block's content down (css-align-3 §5.1.1). As in all browsers, content
 * that is too high begins at the top unless `unsafe` says otherwise.
 */
export function alignedBy({ style, element }: BlockBox | ColumnsBox, free: number): number {
  // The table moves a cell's content.
  if (style.display === 'table-cell') return 0;
  // The words of a control stand in the middle (html §15.5.4), those of a field also where it is too low.
  const isOwn = style.alignContent === 'normal';
  if (isOwn && element?.tag === 'input') return free / 2;
  const alignContent = isOwn && element?.tag === 'button' ? 'center' : style.alignContent;
  if (alignContent === 'normal' || (free <= 0 && !alignContent.startsWith('unsafe '))) return 0;
  return distribute(alignContent, free, 1).before;
}

/** The part of the free room that lies before a box, from the flex start or the grid area's start. */
export function selfFraction(value: SelfAlignment, free: number, isReversed = false): number {
  switch (positionOf(value, free)) {
    case 'center':
      return 0.5;
    case 'flex-end':
    case 'last baseline':
      return 1;
    case 'end':
    case 'self-end':
    case 'right':
      return isReversed ? 0 : 1;
    case 'start':
    case 'self-start':
    case 'left':
      return isReversed ? 1 : 0;
    default:
      return 0;
  }
}

/** What stands for a baseline where there is none to share (css-align-3 §4.2). */
export function withoutBaseline(value: SelfAlignment): SelfAlignment {
  if (value === 'baseline') return 'start';
  return value === 'last baseline' ? 'end' : value;
}

interface Aligned {
  readonly style: ComputedStyle;
  readonly turn?: Turn | undefined;
}

/** `justify-self` of a box, along x, with `auto` resolved and its own sides as those around it. */
export function justifyOf(
  box: Aligned,
  container: Pick<ComputedStyle, 'justifyItems'>,
): SelfAlignment {
  const { justifySelf } = box.style;
  return ownSelf(justifySelf === 'auto' ? container.justifyItems : justifySelf, box.turn?.flipsX);
}

/** `align-self` of a box with `auto` resolved and its own sides as those around it. */
export function alignOf(
  box: Aligned,
  container: ComputedStyle,
  axis: 'x' | 'y' = 'y',
): SelfAlignment {
  const { alignSelf } = box.style;
  const value = alignSelf === 'auto' ? container.alignItems : alignSelf;
  return ownSelf(value, axis === 'x' ? box.turn?.flipsX : box.turn?.flipsY);
}

/** In a box whose writing runs the other way `self-start` is the end (css-align-3 §4.1). */
export function ownSelf(value: SelfAlignment, isFlipped = false): SelfAlignment {
  if (!isFlipped) return value;
  if (value.includes('self-start')) return value.replace('self-start', 'end') as SelfAlignment;
  return value.replace('self-end', 'start') as SelfAlignment;
}
