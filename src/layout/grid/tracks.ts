/**
 * Tracks of a grid along one axis: their sizing functions (css-grid-2 §7.2), the sizes they are
 * given, and where they come to stand.
 */
import { resolveLength, type TrackBreadth, type TrackSize } from '../../style/index.ts';

/** A length in pt, or what is sized by content. */
export type Breadth = number | 'auto' | 'min-content' | 'max-content';

/** A track's sizing functions with lengths resolved. */
export interface TrackFunctions {
  readonly min: Breadth;
  /** `flex`: an `fr`. */
  readonly max: Breadth | 'flex';
  /** Flex factor; 0 for a track that is not flexible. */
  readonly flex: number;
  /** The argument of `fit-content()`; infinite elsewhere. */
  readonly fitLimit: number;
}

/** A track while it is sized (css-grid-2 §12.3). */
export interface Track extends TrackFunctions {
  base: number;
  growth: number;
  /** §12.5: it got its growth limit in this very step, and may grow on. */
  isGrowable: boolean;
  /** What the item at hand adds to it. */
  incurred: number;
  /** What the items of a step add to it: the most that one of them does. */
  planned: number;
  /** An empty track of `auto-fit`: it and its gutter are not there. */
  readonly isCollapsed: boolean;
}

/** Where a track stands, from the container's content edge. */
export interface TrackPlace {
  readonly start: number;
  readonly size: number;
}

/** Tracks from `start` up to, not including, `end`; counted from 0. */
export interface TrackRange {
  readonly start: number;
  readonly end: number;
}

/** Sizing functions for a container of that size; a percentage of an unknown size is `auto`. */
export function resolveTrack(size: TrackSize, available: number | null): TrackFunctions {
  if (size.kind === 'fit-content') {
    const isKnown = size.limit.percent === 0 || available !== null;
    const fitLimit = isKnown ? resolveLength(size.limit, available ?? 0) : Number.POSITIVE_INFINITY;
    return { min: 'auto', max: 'max-content', flex: 0, fitLimit };
  }
  const flex = size.max.kind === 'fr' ? size.max.value : 0;
  const max = size.max.kind === 'fr' ? 'flex' : resolveBreadth(size.max, available);
  return {
    min: resolveBreadth(size.min, available),
    max,
    flex,
    fitLimit: Number.POSITIVE_INFINITY,
  };
}

function resolveBreadth(breadth: TrackBreadth, available: number | null): Breadth {
  if (breadth.kind === 'fr') return 'auto';
  if (breadth.kind !== 'length') return breadth.kind;
  const { length } = breadth;
  if (length.percent !== 0 && available === null) return 'auto';
  return Math.max(0, resolveLength(length, available ?? 0));
}

/** A track before it is sized (css-grid-2 §12.4). */
export function createTrack(functions: TrackFunctions, isCollapsed: boolean): Track {
  const { min, max, flex, fitLimit } = isCollapsed ? noTrack : functions;
  const base = typeof min === 'number' ? min : 0;
  const growth = typeof max === 'number' ? Math.max(max, base) : Number.POSITIVE_INFINITY;
  const still = { isGrowable: false, incurred: 0, planned: 0, isCollapsed };
  return { min, max, flex, fitLimit, base, growth, ...still };
}

const noTrack: TrackFunctions = { min: 0, max: 0, flex: 0, fitLimit: Number.POSITIVE_INFINITY };

/** Gutters between the tracks of a range; those of collapsed tracks fall together. */
export function guttersIn(tracks: readonly Track[], range: TrackRange, gap: number): number {
  if (gap === 0) return 0;
  let there = 0;
  for (let index = range.start; index < range.end; index += 1) {
    if (tracks[index]?.isCollapsed === false) there += 1;
  }
  return gap * Math.max(0, there - 1);
}

/** The sum of the base sizes and gutters of all tracks. */
export function lengthOfTracks(tracks: readonly Track[], gap: number): number {
  const gutters = guttersIn(tracks, { start: 0, end: tracks.length }, gap);
  return tracks.reduce((sum, { base }) => sum + base, gutters);
}

/** The stretch of an axis that a range covers. */
export function stretchOf(places: readonly TrackPlace[], { start, end }: TrackRange): TrackPlace {
  const from = places[start]?.start ?? 0;
  const last = places[end - 1];
  return { start: from, size: last ? Math.max(0, last.start + last.size - from) : 0 };
}
