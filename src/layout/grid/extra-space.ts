/** Distributing extra space across spanned tracks (css-grid-2 §12.5.1). */

import type { SizingItem } from './sizing-item.ts';
import { guttersIn, type Track } from './tracks.ts';

/** One step of §12.5: which items ask for what of which tracks. */
export interface GrowthStep {
  readonly items: readonly SizingItem[];
  readonly tracks: readonly Track[];
  readonly gap: number;
  contribution(item: SizingItem): number;
  isAffected(track: Track): boolean;
  /** Tracks that go on growing beyond their limits, if there are any. */
  isUnlimited(track: Track): boolean;
  /** Flexible tracks share by their factors. */
  readonly isByFlex: boolean;
}

/** Makes base sizes large enough for what the items contribute. */
export function growBases(step: GrowthStep): void {
  const sizeOf = ({ base }: Track) => base;
  grow(step, sizeOf, (affected, space) => {
    const roomOf = (track: Track) => track.growth - track.base - track.incurred;
    const rest = share(space, affected, roomOf, step.isByFlex);
    const free = affected.filter((track) => step.isUnlimited(track));
    // Deviation of browsers: the argument of `fit-content()` does not hold a track back here.
    share(rest, free.length > 0 ? free : affected, endless, step.isByFlex);
  });
  for (const track of step.tracks) {
    track.base += track.planned;
    track.planned = 0;
    track.growth = Math.max(track.growth, track.base);
  }
}

/** Makes growth limits large enough for what the items contribute. */
export function growLimits(step: GrowthStep): void {
  const sizeOf = ({ growth, base }: Track) => (Number.isFinite(growth) ? growth : base);
  const touched = grow(step, sizeOf, (affected, space) => {
    const open = affected.filter((track) => track.isGrowable || !Number.isFinite(track.growth));
    const toFit = (track: Track) => roomToFit(track, sizeOf);
    const rest = share(space, open, toFit, step.isByFlex);
    share(rest, affected, toFit, step.isByFlex);
  });
  for (const track of touched) {
    track.isGrowable ||= !Number.isFinite(track.growth);
    track.growth = sizeOf(track) + track.planned;
    track.planned = 0;
  }
}

/** What is left to the argument of `fit-content()`. */
function roomToFit(track: Track, sizeOf: (track: Track) => number): number {
  return track.fitLimit - sizeOf(track) - track.incurred;
}

function endless(): number {
  return Number.POSITIVE_INFINITY;
}

/** Returns all tracks that were asked for something. */
function grow(
  step: GrowthStep,
  sizeOf: (track: Track) => number,
  distribute: (affected: readonly Track[], space: number) => void,
): ReadonlySet<Track> {
  const touched = new Set<Track>();
  for (const item of step.items) {
    const spanned = step.tracks.slice(item.start, item.end);
    const affected = spanned.filter((track) => step.isAffected(track));
    if (affected.length === 0) continue;
    for (const track of affected) touched.add(track);
    const used = spanned.reduce((sum, track) => sum + sizeOf(track), 0);
    const space = step.contribution(item) - used - guttersIn(step.tracks, item, step.gap);
    if (space <= 0) continue;
    distribute(affected, space);
    for (const track of affected) {
      track.planned = Math.max(track.planned, track.incurred);
      track.incurred = 0;
    }
  }
  return touched;
}

const tiny = 1e-9;

/** Shares `space` among tracks, each up to its room; returns what nobody could take. */
function share(
  space: number,
  tracks: readonly Track[],
  roomOf: (track: Track) => number,
  isByFlex: boolean,
): number {
  let left = space;
  let open = tracks.filter((track) => roomOf(track) > tiny);
  while (left > tiny && open.length > 0) {
    const factors = isByFlex ? open.reduce((sum, { flex }) => sum + flex, 0) : 0;
    const amount = left;
    const count = open.length;
    const partOf = ({ flex }: Track) => (factors > 0 ? (amount * flex) / factors : amount / count);
    const full = open.filter((track) => roomOf(track) <= partOf(track));
    for (const track of full.length > 0 ? full : open) {
      const part = Math.min(roomOf(track), partOf(track));
      track.incurred += part;
      left -= part;
    }
    if (full.length === 0) return 0;
    open = open.filter((track) => !full.includes(track));
  }
  return left;
}
