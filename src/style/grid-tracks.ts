/** Track lists and lines of css-grid-2 §7–8, as parsed and computed. */
import { customIdent, integer, integerFrom, nonNegativeLengthPercentage } from './basic-types.ts';
import { call, custom, either, keyword, spaceList } from './combinators.ts';
import { computeLength, type FontMeasures, type SpecifiedLength } from './lengths.ts';
import { isAtEnd, type Parser, peek, type Reader, readerWithin, takeDelim } from './reader.ts';
import type { LengthPercentage } from './values.ts';

export type TrackBreadthOf<L> =
  | { readonly kind: 'length'; readonly length: L }
  | { readonly kind: 'fr'; readonly value: number }
  | { readonly kind: 'auto' | 'min-content' | 'max-content' };

/** A plain breadth has `min` and `max` the same object. */
export type TrackSizeOf<L> =
  | { readonly kind: 'minmax'; readonly min: TrackBreadthOf<L>; readonly max: TrackBreadthOf<L> }
  | { readonly kind: 'fit-content'; readonly limit: L };

export interface AutoRepeatOf<L> {
  readonly kind: 'repeat';
  readonly count: 'auto-fill' | 'auto-fit';
  readonly tracks: TrackListOf<L>;
}

/** `lineNames[i]` are the names of the line before `tracks[i]`; one list more than tracks. */
export interface TrackListOf<L> {
  readonly tracks: readonly (TrackSizeOf<L> | AutoRepeatOf<L>)[];
  readonly lineNames: readonly (readonly string[])[];
}

/** Tracks of the parent grid (css-grid-2 §9), and what a subgrid calls its lines. */
export interface SubgridLines {
  readonly lineNames: readonly (readonly string[])[];
  /** `repeat(auto-fill, …)`: names that are repeated before line `index` of the others. */
  readonly fill: {
    readonly index: number;
    readonly lineNames: readonly (readonly string[])[];
  } | null;
}

export type TrackBreadth = TrackBreadthOf<LengthPercentage>;
export type TrackSize = TrackSizeOf<LengthPercentage>;
export type AutoRepeat = AutoRepeatOf<LengthPercentage>;
export type TrackList = TrackListOf<LengthPercentage>;

type Size = TrackSizeOf<SpecifiedLength>;
type Track = Size | AutoRepeatOf<SpecifiedLength>;

/** css-grid-2 §8.3. `name` alone is a named area's edge, else the first line of that name. */
export type GridLine =
  | 'auto'
  | { readonly kind: 'line'; readonly line: number; readonly name: string | null }
  | { readonly kind: 'span'; readonly count: number; readonly name: string | null }
  | { readonly kind: 'name'; readonly name: string };

const inflexible = either(
  keyword('auto', { kind: 'auto' }),
  keyword('min-content', { kind: 'min-content' }),
  keyword('max-content', { kind: 'max-content' }),
  custom('<length-percentage [0,∞]>', (reader): TrackBreadthOf<SpecifiedLength> | undefined => {
    const length = nonNegativeLengthPercentage.read(reader);
    return length && { kind: 'length', length };
  }),
);

const flexible = custom('<flex>', (reader) => {
  const value = peek(reader);
  if (value?.kind !== 'dimension' || value.unit !== 'fr' || value.value < 0) return undefined;
  reader.index += 1;
  return { kind: 'fr', value: value.value } as const;
});

const breadth = either(flexible, inflexible);

const minmax = call(
  'minmax',
  custom('<inflexible>, <breadth>', (reader): Size | undefined => {
    const min = inflexible.read(reader);
    const max = min && takeDelim(reader, ',') ? breadth.read(reader) : undefined;
    return min && max && { kind: 'minmax', min, max };
  }),
);

const fitContent = call(
  'fit-content',
  custom('<length-percentage>', (reader): Size | undefined => {
    const limit = nonNegativeLengthPercentage.read(reader);
    return limit && { kind: 'fit-content', limit };
  }),
);

/** `<track-size>`; a plain `fr` has a minimum of `auto` (css-grid-2 §7.2.4). */
export const trackSize: Parser<Size> = either(
  minmax,
  fitContent,
  custom(
    '<track-breadth>',
    (reader): Size | undefined => {
      const value = breadth.read(reader);
      if (!value) return undefined;
      const min: TrackBreadthOf<SpecifiedLength> = value.kind === 'fr' ? { kind: 'auto' } : value;
      return { kind: 'minmax', min, max: value };
    },
    inflexible.words,
  ),
);

interface Growing {
  readonly tracks: Track[];
  readonly lineNames: string[][];
}

/** Names in brackets join those of the line that is open. */
export function readLineNames(reader: Reader, into: string[]): void {
  for (;;) {
    const value = peek(reader);
    if (value?.kind !== 'block' || value.open !== '[') return;
    into.push(...readOneLine(reader));
  }
}

/** Names in one pair of brackets, which is next. */
function readOneLine(reader: Reader): readonly string[] {
  const value = peek(reader);
  if (value?.kind !== 'block') return [];
  reader.index += 1;
  return spaceList(customIdent('span', 'auto'), 0).read(readerWithin(reader, value.values)) ?? [];
}

function openLine(list: Growing): string[] {
  const line = list.lineNames[list.tracks.length] ?? [];
  list.lineNames[list.tracks.length] = line;
  return line;
}

/** `isOuter`: there may be `repeat()`, which does not stand in another one. */
function readTracks(reader: Reader, isOuter: boolean): Growing | undefined {
  const list: Growing = { tracks: [], lineNames: [] };
  readLineNames(reader, openLine(list));
  while (!isAtEnd(reader)) {
    const size = trackSize.read(reader);
    if (size) list.tracks.push(size);
    else if (!isOuter || !readRepeat(reader, list)) break;
    readLineNames(reader, openLine(list));
  }
  // Beside a list that is repeated to fill the grid all sizes are fixed.
  const isFilled = list.tracks.some(({ kind }) => kind === 'repeat');
  const isCounted = list.tracks.every((track) => track.kind === 'repeat' || isFixed(track));
  if (list.tracks.length === 0 || (isFilled && !isCounted)) return undefined;
  return list;
}

const repeatCount = either(
  keyword('auto-fill', 'auto-fill'),
  keyword('auto-fit', 'auto-fit'),
  integerFrom(1),
);

/** `repeat()`: a number is written out; `auto-fill` and `auto-fit` are left to layout. */
function readRepeat(reader: Reader, list: Growing): boolean {
  const value = peek(reader);
  if (value?.kind !== 'function' || value.name !== 'repeat') return false;
  const inner = readerWithin(reader, value.values);
  const count = repeatCount.read(inner);
  const part = count !== undefined && takeDelim(inner, ',') ? readTracks(inner, false) : undefined;
  if (!part || count === undefined || !isAtEnd(inner)) return false;
  if (typeof count === 'string') {
    if (list.tracks.some(({ kind }) => kind === 'repeat')) return false;
    if (!part.tracks.every(isFixed)) return false;
    list.tracks.push({ kind: 'repeat', count, tracks: part });
    openLine(list);
  } else for (let index = 0; index < Math.min(count, 1000); index += 1) append(list, part);
  reader.index += 1;
  return true;
}

/** `<fixed-size>`: what can be counted before anything is sized (css-grid-2 §7.2.3.1). */
function isFixed(track: Track): boolean {
  return track.kind === 'minmax' && (track.min.kind === 'length' || track.max.kind === 'length');
}

function append(list: Growing, part: Growing): void {
  part.tracks.forEach((track, index) => {
    openLine(list).push(...(part.lineNames[index] ?? []));
    list.tracks.push(track);
  });
  openLine(list).push(...(part.lineNames[part.tracks.length] ?? []));
}

export const trackList: Parser<TrackListOf<SpecifiedLength>> = custom(
  '[<line-names>? [<track-size> | repeat()]]+ <line-names>?',
  (reader) => readTracks(reader, true),
  ['repeat', ...trackSize.words],
);

/** `subgrid` with lists of names, one a line. */
export const subgridLines: Parser<SubgridLines> = custom(
  'subgrid [<line-names> | repeat(<integer> | auto-fill, <line-names>+)]*',
  (reader): SubgridLines | undefined => {
    if (!keyword('subgrid', true).read(reader)) return undefined;
    const lineNames: (readonly string[])[] = [];
    let fill: SubgridLines['fill'] = null;
    for (;;) {
      const value = peek(reader);
      if (value?.kind === 'block' && value.open === '[') lineNames.push(readOneLine(reader));
      else if (value?.kind === 'function' && value.name === 'repeat') {
        const inner = readerWithin(reader, value.values);
        const count = either(keyword('auto-fill', 'auto-fill'), integerFrom(1)).read(inner);
        if (count === undefined || !takeDelim(inner, ',')) return undefined;
        const names: (readonly string[])[] = [];
        while (!isAtEnd(inner)) {
          const next = peek(inner);
          if (next?.kind !== 'block' || next.open !== '[') return undefined;
          names.push(readOneLine(inner));
        }
        if (names.length === 0) return undefined;
        if (typeof count === 'number') {
          for (let index = 0; index < Math.min(count, 1000); index += 1) lineNames.push(...names);
        } else if (fill) return undefined;
        else fill = { index: lineNames.length, lineNames: names };
        reader.index += 1;
      } else return { lineNames, fill };
    }
  },
  ['subgrid'],
);

/** `<grid-line>` in any order of number, name and `span`. */
export const gridLine: Parser<GridLine> = either(
  keyword('auto', 'auto'),
  custom(
    'span? && <integer>? && <custom-ident>?',
    (reader): GridLine | undefined => {
      let isSpan = false;
      let line: number | undefined;
      let name: string | undefined;
      while (!isAtEnd(reader)) {
        if (!isSpan && keyword('span', true).read(reader)) isSpan = true;
        else if (line === undefined && peek(reader)?.kind === 'number') {
          line = integer.read(reader);
          if (line === undefined) return undefined;
        } else if (name === undefined) {
          name = customIdent('span', 'auto').read(reader);
          if (name === undefined) break;
        } else break;
      }
      if (line === 0 || (line === undefined && name === undefined)) return undefined;
      if (isSpan && line !== undefined && line < 1) return undefined;
      if (isSpan) return { kind: 'span', count: line ?? 1, name: name ?? null };
      if (line !== undefined) return { kind: 'line', line, name: name ?? null };
      return name === undefined ? undefined : { kind: 'name', name };
    },
    ['span'],
  ),
);

/** Lengths become pt. */
export function computeTrackList(
  list: TrackListOf<SpecifiedLength>,
  measures: FontMeasures,
): TrackList {
  return {
    lineNames: list.lineNames,
    tracks: list.tracks.map((track) =>
      track.kind === 'repeat'
        ? { ...track, tracks: computeTrackList(track.tracks, measures) }
        : computeTrackSize(track, measures),
    ),
  };
}

export function computeTrackSize(size: Size, measures: FontMeasures): TrackSize {
  if (size.kind === 'fit-content')
    return { kind: 'fit-content', limit: computeLength(size.limit, measures) };
  const min = computeBreadth(size.min, measures);
  return {
    kind: 'minmax',
    min,
    max: size.max === size.min ? min : computeBreadth(size.max, measures),
  };
}

function computeBreadth(
  value: TrackBreadthOf<SpecifiedLength>,
  measures: FontMeasures,
): TrackBreadth {
  return value.kind === 'length'
    ? { kind: 'length', length: computeLength(value.length, measures) }
    : value;
}
