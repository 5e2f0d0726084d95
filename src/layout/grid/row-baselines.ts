/** Baselines that items of a row share (css-align-3 §9, css-grid-2 §12.5, step 1). */

import type { Edges } from '../../base/index.ts';
import type { ComputedStyle } from '../../style/index.ts';
import { alignOf } from '../alignment.ts';
import type { Box } from '../box.ts';
import type { BoxFragment } from '../fragment.ts';
import { hasOwnBaseline, itemBaseline } from '../items.ts';
import { refersToParentHeight } from '../percent-height.ts';
import type { TrackRange } from './tracks.ts';

/** For each row: first baselines from its top, last baselines from its bottom. */
export interface RowBaselines {
  readonly ascents: readonly number[];
  readonly descents: readonly number[];
  /** For each row: its size is given, whatever stands in it. */
  readonly settled: readonly boolean[];
}

export const noBaselines: RowBaselines = { ascents: [], descents: [], settled: [] };

/** Which baseline an item is aligned by; null for none. */
export function baselineKind(box: Box, container: ComputedStyle): 'first' | 'last' | null {
  if (box.style.marginTop === 'auto' || box.style.marginBottom === 'auto') return null;
  const align = alignOf(box, container);
  if (align === 'baseline') return 'first';
  return align === 'last baseline' ? 'last' : null;
}

/**
 * Whether an item may share its baseline. Not where it has none but its bottom, and is as high as a part of
 * rows that follow from their items (css-grid-2 §12.5).
 */
export function mayShare(
  fragment: BoxFragment,
  { start, end }: TrackRange,
  settled: readonly boolean[],
): boolean {
  if (!refersToParentHeight(fragment) || hasOwnBaseline(fragment)) return true;
  return settled.slice(start, end).every(Boolean);
}

/** From the top margin edge to the first baseline, or from the last one to the bottom margin edge. */
export function baselineDistance(
  fragment: BoxFragment,
  kind: 'first' | 'last',
  margin: Edges,
  container: ComputedStyle,
): number {
  const own = itemBaseline(fragment, kind, container);
  return kind === 'first' ? margin.top + own : margin.bottom + fragment.height - own;
}
