/** Where sized tracks stand in their container (css-align-3 §5, css-grid-2 §11.5). */
import { type ContentAlignment, distribute } from '../alignment.ts';
import { lengthOfTracks, type Track, type TrackPlace } from './tracks.ts';

/** Tracks one after the other; what the container has left over goes where `align` says. */
export function placeTracks(
  tracks: readonly Track[],
  gap: number,
  align: ContentAlignment,
  room: number,
): readonly TrackPlace[] {
  const there = tracks.reduce((count, { isCollapsed }) => count + (isCollapsed ? 0 : 1), 0);
  const { before, between } = distribute(align, room - lengthOfTracks(tracks, gap), there);
  let at = before;
  let isFirst = true;
  return tracks.map(({ base, isCollapsed }) => {
    if (isCollapsed) return { start: at, size: 0 };
    const start = isFirst ? at : at + gap + between;
    isFirst = false;
    at = start + base;
    return { start, size: base };
  });
}
