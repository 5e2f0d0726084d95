/** What a box is displayed as where its position has a say: one out of flow is a block (css-display-4 §2.7). */
import { blockified, type ComputedStyle } from '../style/index.ts';

const inFlowPositions: ReadonlySet<string> = new Set(['static', 'relative', 'sticky']);

/** True for `absolute`, `fixed` and running boxes. */
export function isPlacedOutOfFlow({ position }: ComputedStyle): boolean {
  return !inFlowPositions.has(position);
}

/** Its `display`, but that of a positioned box is a block's. */
export function usedDisplay(style: ComputedStyle): ComputedStyle['display'] {
  return isPlacedOutOfFlow(style) ? blockified(style.display) : style.display;
}
