/**
 * Resolving intrinsic track sizes (css-grid-2 §12.5). As in all browsers, `auto` minimums are by
 * minimum contributions also where the container's own width is wanted.
 */
import { type GrowthStep, growBases, growLimits } from './extra-space.ts';
import type { SizingItem } from './sizing-item.ts';
import { guttersIn, type Track } from './tracks.ts';

export interface Sizing {
  readonly tracks: readonly Track[];
  readonly items: readonly SizingItem[];
  readonly gap: number;
}

/** Sizes tracks by what is in them. */
export function resolveIntrinsicTracks(sizing: Sizing): void {
  const { tracks } = sizing;
  const isSized = tracks.map(
    (track) => typeof track.min !== 'number' || typeof track.max !== 'number',
  );
  const items = sizing.items.filter(({ start, end }) => isSized.slice(start, end).includes(true));
  const isFlexible = tracks.map(({ max }) => max === 'flex');
  const spansFlexible = ({ start, end }: SizingItem) => isFlexible.slice(start, end).includes(true);
  const hasFlexible = isFlexible.includes(true);
  const plain = hasFlexible ? items.filter((item) => !spansFlexible(item)) : items;
  for (const group of bySpan(plain)) growFor(group, false, sizing);
  if (hasFlexible) growFor(items.filter(spansFlexible), true, sizing);
  for (const track of tracks) {
    if (!Number.isFinite(track.growth)) track.growth = track.base;
  }
}

function bySpan(items: readonly SizingItem[]): readonly (readonly SizingItem[])[] {
  const groups = new Map<number, SizingItem[]>();
  for (const item of items) {
    const span = item.end - item.start;
    const group = groups.get(span);
    if (group) group.push(item);
    else groups.set(span, [item]);
  }
  return [...groups].toSorted(([one], [other]) => one - other).map(([, group]) => group);
}

/** Steps 2–4: items of one span, or all that span flexible tracks. */
function growFor(items: readonly SizingItem[], isByFlex: boolean, sizing: Sizing): void {
  if (items.length === 0) return;
  const { tracks, gap } = sizing;
  const ofKind = (track: Track) => !isByFlex || track.max === 'flex';
  const step = (
    contribution: GrowthStep['contribution'],
    isAffected: GrowthStep['isAffected'],
    isUnlimited: GrowthStep['isUnlimited'],
  ): GrowthStep => ({
    items,
    tracks,
    gap,
    isByFlex,
    contribution,
    isUnlimited,
    isAffected: (track) => ofKind(track) && isAffected(track),
  });
  const minimum = (item: SizingItem) => minimumOf(item, sizing);
  const minContent = (item: SizingItem) => item.minContent();
  const maxContent = (item: SizingItem) => item.maxContent();
  growBases(step(minimum, hasIntrinsicMin, hasIntrinsicMax));
  growBases(
    step(minContent, ({ min }) => min === 'min-content' || min === 'max-content', hasIntrinsicMax),
  );
  growBases(step(maxContent, ({ min }) => min === 'max-content', hasMaxContentMax));
  if (isByFlex) return;
  growLimits(step(minContent, hasIntrinsicMax, hasIntrinsicMax));
  growLimits(step(maxContent, hasMaxContentMax, hasIntrinsicMax));
  for (const track of tracks) track.isGrowable = false;
}

function hasIntrinsicMin({ min }: Track): boolean {
  return typeof min !== 'number';
}

function hasIntrinsicMax({ max }: Track): boolean {
  return typeof max !== 'number' && max !== 'flex';
}

function hasMaxContentMax({ max }: Track): boolean {
  return max === 'max-content' || max === 'auto';
}

/** Where all tracks that an item spans have a fixed maximum: their sum with gutters; else infinite. */
function limitOf(item: SizingItem, { tracks, gap }: Sizing): number {
  let sum = guttersIn(tracks, item, gap);
  for (let index = item.start; index < item.end; index += 1) {
    const max = tracks[index]?.max;
    sum += typeof max === 'number' ? max : Number.POSITIVE_INFINITY;
  }
  return sum;
}

function minimumOf(item: SizingItem, sizing: Sizing): number {
  const spanned = sizing.tracks.slice(item.start, item.end);
  const isByContent =
    spanned.some(({ min }) => min === 'auto') &&
    (spanned.length === 1 || spanned.every(({ max }) => max !== 'flex'));
  return item.minimum({ isByContent, limit: limitOf(item, sizing) });
}
