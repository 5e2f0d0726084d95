/** An item as track sizing sees it (css-grid-2 §12.5): what it asks of the tracks it spans. */
import type { TrackRange } from './tracks.ts';

/** What decides about an automatic minimum size (css-grid-2 §6.6). */
export interface MinimumRule {
  /** The content counts: the item spans an `auto` track, and no flexible one beside others. */
  readonly isByContent: boolean;
  /** Tracks of fixed maximum that the item may not make larger; else infinite. */
  readonly limit: number;
}

/** Outer sizes: with margins, with what a subgrid around the item adds, and with baselines shimmed. */
export interface SizingItem extends TrackRange {
  minimum(rule: MinimumRule): number;
  minContent(): number;
  maxContent(): number;
}

/** The value of a function that is asked for once. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
