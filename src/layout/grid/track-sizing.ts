/** The track sizing algorithm (css-grid-2 §12.3). */
import { expandFlexibleTracks } from './flexible-tracks.ts';
import { resolveIntrinsicTracks } from './intrinsic-tracks.ts';
import type { SizingItem } from './sizing-item.ts';
import { createTrack, lengthOfTracks, type Track, type TrackFunctions } from './tracks.ts';

/** The container's own size is wanted (css-sizing-3 §4); null: it is known, or of no account. */
export type Constraint = 'min-content' | 'max-content' | null;

/** What tracks of one axis are sized in. */
export interface AxisSizing {
  readonly functions: readonly TrackFunctions[];
  /** Indices of tracks that are not there (`auto-fit`). */
  readonly collapsed: ReadonlySet<number>;
  readonly items: readonly SizingItem[];
  readonly gap: number;
  readonly constraint: Constraint;
  /** The container's content size along the axis; null: as large as the tracks. */
  readonly available: number | null;
  /** Its limits where that is null. */
  readonly least: number;
  readonly most: number;
  /** `normal` or `stretch`: `auto` tracks share what is left over (§12.8). */
  readonly stretches: boolean;
}

/** Tracks with their used sizes as `base`. */
export function sizeTracks(axis: AxisSizing): readonly Track[] {
  const { items, gap } = axis;
  const tracks = axis.functions.map((one, index) => createTrack(one, axis.collapsed.has(index)));
  resolveIntrinsicTracks({ tracks, items, gap });
  maximizeTracks(tracks, axis);
  expandFlexibleTracks(tracks, axis);
  if (axis.stretches) stretchAutoTracks(tracks, axis);
  return tracks;
}

/**
 * §12.6: tracks grow evenly up to their growth limits. Deviation of browsers: without a size of the
 * container they do so whatever its maximum is.
 */
function maximizeTracks(
  tracks: readonly Track[],
  { gap, constraint, available }: AxisSizing,
): void {
  if (constraint === 'min-content') return;
  if (available === null) {
    for (const track of tracks) track.base = track.growth;
    return;
  }
  let free = available - lengthOfTracks(tracks, gap);
  let open = tracks.filter(({ base, growth }) => growth > base);
  while (free > 1e-9 && open.length > 0) {
    const part = free / open.length;
    const full = open.filter(({ base, growth }) => growth - base <= part);
    for (const track of full.length > 0 ? full : open) {
      const more = Math.min(part, track.growth - track.base);
      track.base += more;
      free -= more;
    }
    if (full.length === 0) return;
    open = open.filter(({ base, growth }) => growth > base);
  }
}

/** §12.8: what is left over goes to the tracks whose maximum is `auto`. */
function stretchAutoTracks(
  tracks: readonly Track[],
  { gap, constraint, available, least }: AxisSizing,
): void {
  if (constraint !== null) return;
  const open = tracks.filter(({ max, fitLimit }) => max === 'auto' && !Number.isFinite(fitLimit));
  if (open.length === 0) return;
  const free = (available ?? least) - lengthOfTracks(tracks, gap);
  if (free <= 0) return;
  for (const track of open) track.base += free / open.length;
}
