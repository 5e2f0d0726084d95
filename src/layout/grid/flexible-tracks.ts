/** Expanding flexible tracks (css-grid-2 §12.7). */
import type { AxisSizing } from './track-sizing.ts';
import { guttersIn, type Track } from './tracks.ts';

/** Gives `fr` tracks their share of the free space, or what their content asks for. */
export function expandFlexibleTracks(tracks: readonly Track[], axis: AxisSizing): void {
  if (!tracks.some(isFlexible)) return;
  const fraction = fractionOf(tracks, axis);
  for (const track of tracks) {
    if (isFlexible(track)) track.base = Math.max(track.base, fraction * track.flex);
  }
}

function isFlexible({ max }: Track): boolean {
  return max === 'flex';
}

function fractionOf(tracks: readonly Track[], axis: AxisSizing): number {
  const { available, constraint, gap } = axis;
  const gutters = guttersIn(tracks, { start: 0, end: tracks.length }, gap);
  if (constraint === 'min-content') return 0;
  if (available !== null) return findFraction(tracks, available - gutters);
  const fraction = contentFraction(tracks, axis);
  const length = tracks.reduce(
    (sum, track) =>
      sum + (isFlexible(track) ? Math.max(track.base, fraction * track.flex) : track.base),
    gutters,
  );
  if (length < axis.least) return findFraction(tracks, axis.least - gutters);
  if (length > axis.most) return findFraction(tracks, axis.most - gutters);
  return fraction;
}

/** In a container without a size: an `fr` that no content is too large for. */
function contentFraction(tracks: readonly Track[], { items, gap }: AxisSizing): number {
  let fraction = 0;
  for (const track of tracks) {
    if (isFlexible(track)) fraction = Math.max(fraction, track.base / Math.max(1, track.flex));
  }
  for (const item of items) {
    const spanned = tracks.slice(item.start, item.end);
    if (!spanned.some(isFlexible)) continue;
    const room = item.maxContent() - guttersIn(tracks, item, gap);
    fraction = Math.max(fraction, findFraction(spanned, room));
  }
  return fraction;
}

/** §12.7.1: the size of an `fr` with which the tracks fill the space; none below its base size. */
function findFraction(tracks: readonly Track[], space: number): number {
  const fixed = new Set(tracks.filter((track) => !isFlexible(track)));
  for (;;) {
    let left = space;
    let factors = 0;
    for (const track of tracks) {
      if (fixed.has(track)) left -= track.base;
      else factors += track.flex;
    }
    // Deviation of browsers: where content keeps all tracks from being flexible, nothing is shared out.
    if (tracks.every((track) => fixed.has(track))) return 0;
    const fraction = left / Math.max(1, factors);
    const tooLarge = tracks.filter(
      (track) => !fixed.has(track) && fraction * track.flex < track.base,
    );
    if (tooLarge.length === 0) return Math.max(0, fraction);
    for (const track of tooLarge) fixed.add(track);
  }
}
