/** Explicit tracks of an axis (css-grid-2 §7): `repeat(auto-fill)` written out, areas counted. */
import type { ComputedStyle, SubgridLines, TrackList, TrackSize } from '../../style/index.ts';
import { type NamedLines, namedLines, tracksOfAreas, withNames } from './grid-lines.ts';
import { resolveTrack, type TrackRange } from './tracks.ts';

export type GridAxis = 'row' | 'column';

/** The container's content size along an axis; null: not known. */
export interface AxisRoom {
  readonly available: number | null;
  readonly least: number;
  readonly most: number;
}

export interface GridTemplate {
  /** Sizes of explicit tracks; areas may have more. */
  readonly sizes: readonly TrackSize[];
  /** What implicit tracks are sized by, in turn. */
  readonly automatic: readonly TrackSize[];
  readonly lines: NamedLines;
  /** Tracks that are taken away when nothing stands in them. */
  readonly fitted: TrackRange;
  readonly isSubgrid: boolean;
}

const nothingFitted: TrackRange = { start: 0, end: 0 };

/** The template of a grid that sizes its own tracks. */
export function ownTemplate(
  style: ComputedStyle,
  axis: GridAxis,
  room: AxisRoom,
  gap: number,
): GridTemplate {
  const given = axis === 'row' ? style.gridTemplateRows : style.gridTemplateColumns;
  const list = given !== 'none' && 'tracks' in given ? given : noTracks;
  const { sizes, names, fitted } = expand(list, room, gap);
  const areas = style.gridTemplateAreas;
  const tracks = Math.max(sizes.length, tracksOfAreas(areas, axis));
  const automatic = axis === 'row' ? style.gridAutoRows : style.gridAutoColumns;
  const lines = namedLines({ lines: names, areas, axis, tracks });
  return { sizes, automatic, lines, fitted, isSubgrid: false };
}

/** The template of a subgrid: as many tracks as it spans of its parent (§9). */
export function subgridTemplate(
  style: ComputedStyle,
  axis: GridAxis,
  inherited: NamedLines,
): GridTemplate {
  const given = axis === 'row' ? style.gridTemplateRows : style.gridTemplateColumns;
  const names = given !== 'none' && 'fill' in given ? namesOf(given, inherited.tracks) : [];
  const areas = namedLines({
    lines: names,
    areas: style.gridTemplateAreas,
    axis,
    tracks: inherited.tracks,
  });
  const own = withNames(inherited, names);
  const byName = new Map(own.byName);
  for (const [name, lines] of areas.byName) {
    const all = new Set([...(byName.get(name) ?? []), ...lines]);
    const inside = [...all].filter((line) => line <= inherited.tracks + 1);
    byName.set(
      name,
      inside.toSorted((one, other) => one - other),
    );
  }
  const lines = { byName, tracks: inherited.tracks };
  return { sizes: [], automatic: [], lines, fitted: nothingFitted, isSubgrid: true };
}

/** Names that a subgrid gives its lines; `repeat(auto-fill)` takes what the others leave. */
function namesOf(
  { lineNames, fill }: SubgridLines,
  tracks: number,
): readonly (readonly string[])[] {
  if (fill === null) return lineNames;
  const free = tracks + 1 - lineNames.length;
  const times = Math.max(0, Math.floor(free / fill.lineNames.length));
  const repeated = Array.from({ length: times }, () => fill.lineNames).flat();
  return [...lineNames.slice(0, fill.index), ...repeated, ...lineNames.slice(fill.index)];
}

const noTracks: TrackList = { tracks: [], lineNames: [] };

interface Expanded {
  readonly sizes: readonly TrackSize[];
  readonly names: readonly (readonly string[])[];
  readonly fitted: TrackRange;
}

function expand(list: TrackList, room: AxisRoom, gap: number): Expanded {
  const sizes: TrackSize[] = [];
  const names: string[][] = [[...(list.lineNames[0] ?? [])]];
  let fitted = nothingFitted;
  const push = (size: TrackSize, after: readonly string[]) => {
    sizes.push(size);
    names.push([...after]);
  };
  list.tracks.forEach((one, index) => {
    if (one.kind !== 'repeat') {
      push(one, list.lineNames[index + 1] ?? []);
      return;
    }
    const inner = one.tracks.tracks.filter((track) => track.kind !== 'repeat');
    const others = list.tracks.filter((track) => track.kind !== 'repeat');
    const start = sizes.length;
    const count = repetitions(inner, others, room, gap);
    for (let time = 0; time < count; time += 1) {
      inner.forEach((track, at) => {
        names.at(-1)?.push(...(one.tracks.lineNames[at] ?? []));
        push(track, []);
      });
      names.at(-1)?.push(...(one.tracks.lineNames[inner.length] ?? []));
    }
    names.at(-1)?.push(...(list.lineNames[index + 1] ?? []));
    if (one.count === 'auto-fit') fitted = { start, end: sizes.length };
  });
  return { sizes, names, fitted };
}

/** How often `repeat(auto-fill)` is written out (§7.2.3.2). */
function repetitions(
  repeated: readonly TrackSize[],
  others: readonly TrackSize[],
  { available, least, most }: AxisRoom,
  gap: number,
): number {
  const limit = available ?? most;
  const known = Number.isFinite(limit) ? limit : least;
  const length = (sizes: readonly TrackSize[]) =>
    sizes.reduce((sum, size) => sum + fixedLength(size, known) + gap, 0);
  // One px at least, so that tracks of no width end.
  const each = Math.max(length(repeated), 0.75);
  const fill = (room: number) => (room + gap - length(others)) / each;
  if (Number.isFinite(limit)) return within(Math.floor(fill(limit) + tolerance));
  return least > 0 ? within(Math.ceil(fill(least) - tolerance)) : 1;
}

const tolerance = 1e-6;

/** No grid has more tracks than anyone could have meant. */
function within(count: number): number {
  return Math.max(1, Math.min(count, 10_000));
}

/** The size of a track for counting: its maximum where that is a length, else its minimum. */
function fixedLength(size: TrackSize, available: number): number {
  const { min, max } = resolveTrack(size, available);
  if (typeof max === 'number') return Math.max(max, typeof min === 'number' ? min : 0);
  return typeof min === 'number' ? min : 0;
}

/** The size of a track by its number, counted from the first explicit one; may be negative. */
export function sizeOfTrack({ sizes, automatic }: GridTemplate, index: number): TrackSize {
  const size = sizes[index];
  if (size) return size;
  const count = Math.max(1, automatic.length);
  const turn = index < 0 ? (count - (-index % count)) % count : (index - sizes.length) % count;
  return automatic[turn] ?? automaticSize;
}

const automaticSize: TrackSize = { kind: 'minmax', min: { kind: 'auto' }, max: { kind: 'auto' } };
