/** Baselines that items of a row share (css-align-3 §9, css-grid-2 §12.5, step 1). */

import type { Edges } from '../../base/index.ts';
import type { ComputedStyle } from '../../style/index.ts';
import { alignOf } from '../alignment.ts';
import type { Box } from '../box.ts';
import type { BoxFragment } from '../fragment.ts';
import { itemBaseline } from '../items.ts';

/** For each row: first baselines from its top, last baselines from its bottom. */
export interface RowBaselines {
  readonly ascents: readonly number[];
  readonly descents: readonly number[];
}

/** Which baseline an item is aligned by; null for none. */
export function baselineKind(box: Box, container: ComputedStyle): 'first' | 'last' | null {
  if (box.style.marginTop === 'auto' || box.style.marginBottom === 'auto') return null;
  const align = alignOf(box, container);
  if (align === 'baseline') return 'first';
  return align === 'last baseline' ? 'last' : null;
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
