/**
 * Grid lines by name (css-grid-2 §8.3): names of templates and areas become numbers, so that
 * placement needs no names. Lines are counted from 1.
 */
import type { GridAreas, GridLine } from '../../style/index.ts';

/** The lines of one axis. */
export interface NamedLines {
  /** Line numbers of each name, rising. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** Number of explicit tracks. */
  readonly tracks: number;
}

export type Placement = 'auto' | number | { readonly span: number };

/** Names of lines and of areas as collected along an axis. */
export interface LineNames {
  /** Names of each line, from the first; may be shorter than the lines are. */
  readonly lines: readonly (readonly string[])[];
  readonly areas: 'none' | GridAreas;
  readonly axis: 'row' | 'column';
  /** Number of explicit tracks. */
  readonly tracks: number;
}

/** The lines of an axis by name, those that areas give their edges included (§7.3.2). */
export function namedLines({ lines, areas, axis, tracks }: LineNames): NamedLines {
  const byName = new Map<string, number[]>();
  const inAreas = areas === 'none' ? [] : axis === 'row' ? areas : transpose(areas);
  const bounds = areaBounds(inAreas);
  for (const [name, [first, last]] of bounds) addName(byName, name, first + 1, last + 2);
  lines.forEach((names, index) => {
    for (const name of names) addLine(byName, name, index + 1);
  });
  return { byName: sorted(byName), tracks };
}

/**
 * The lines of a subgrid (§9): its own names, and those of the parent's lines that it spans. Areas
 * that reach beyond it end at its edges.
 */
export function inheritedLines(
  parent: NamedLines,
  { start, end }: { readonly start: number; readonly end: number },
): NamedLines {
  const tracks = end - start;
  const byName = new Map<string, number[]>();
  for (const [name, lines] of parent.byName) {
    for (const line of lines) {
      const own = line - start;
      if (own >= 1 && own <= tracks + 1) addLine(byName, name, own);
    }
    const area = /^(.*)-start$/.exec(name)?.[1];
    const [from, to] = [lines[0], parent.byName.get(`${area ?? ''}-end`)?.[0]];
    if (area === undefined || from === undefined || to === undefined) continue;
    const [first, last] = [from - start, to - start];
    if (first < 1 && last > 1) addLine(byName, `${area}-start`, 1);
    if (last > tracks + 1 && first < tracks + 1) addLine(byName, `${area}-end`, tracks + 1);
  }
  return { byName: sorted(byName), tracks };
}

/** The lines as they are counted from the other end. */
export function reversedLines({ byName, tracks }: NamedLines): NamedLines {
  const reversed = [...byName].map(
    ([name, lines]) => [name, lines.map((line) => tracks + 2 - line).toReversed()] as const,
  );
  return { byName: new Map(reversed), tracks };
}

/** Lines with more names. */
export function withNames(
  { byName, tracks }: NamedLines,
  names: readonly (readonly string[])[],
): NamedLines {
  const all = new Map([...byName].map(([name, lines]) => [name, [...lines]]));
  names.slice(0, tracks + 1).forEach((here, index) => {
    for (const name of here) addLine(all, name, index + 1);
  });
  return { byName: sorted(all), tracks };
}

function addName(byName: Map<string, number[]>, name: string, first: number, last: number): void {
  addLine(byName, `${name}-start`, first);
  addLine(byName, `${name}-end`, last);
}

function addLine(byName: Map<string, number[]>, name: string, line: number): void {
  const lines = byName.get(name);
  if (!lines) byName.set(name, [line]);
  else if (!lines.includes(line)) lines.push(line);
}

function sorted(byName: Map<string, number[]>): ReadonlyMap<string, readonly number[]> {
  for (const lines of byName.values()) lines.sort((one, other) => one - other);
  return byName;
}

/** Rows or columns that areas name. */
export function tracksOfAreas(areas: 'none' | GridAreas, axis: 'row' | 'column'): number {
  if (areas === 'none') return 0;
  return axis === 'row' ? areas.length : (areas[0]?.length ?? 0);
}

function transpose(areas: GridAreas): GridAreas {
  return (areas[0] ?? []).map((_, column) => areas.map((row) => row[column] ?? null));
}

/** First and last index at which each name stands. */
function areaBounds(rows: GridAreas): ReadonlyMap<string, readonly [number, number]> {
  const bounds = new Map<string, readonly [number, number]>();
  rows.forEach((cells, index) => {
    for (const name of cells) {
      if (name !== null) bounds.set(name, [bounds.get(name)?.[0] ?? index, index]);
    }
  });
  return bounds;
}

/** The `nth` line of a name, from the end where negative; lines past the explicit grid have every name. */
function nthLine(name: string, nth: number, { byName, tracks }: NamedLines): number {
  const lines = byName.get(name) ?? [];
  if (nth > 0) return lines[nth - 1] ?? tracks + 1 + (nth - lines.length);
  return lines[lines.length + nth] ?? -(tracks + 1) - (-nth - lines.length);
}

/** One side of an item's place as a number or a span. */
function placementOf(line: GridLine, side: 'start' | 'end', lines: NamedLines): Placement {
  if (line === 'auto') return 'auto';
  if (line.kind === 'span') return { span: line.count };
  if (line.kind === 'name') {
    const area = lines.byName.get(`${line.name}-${side}`)?.[0];
    return area ?? nthLine(line.name, 1, lines);
  }
  return line.name === null ? line.line : nthLine(line.name, line.line, lines);
}

/** No line is further out: lists of tracks have to end. */
export const furthest = 10_000;

/** Number of a line from the first explicit one, which is 0. */
export function lineIndex(line: number, { tracks }: NamedLines): number {
  const index = line > 0 ? line - 1 : tracks + 1 + line;
  return Math.max(-furthest, Math.min(index, furthest));
}

/** The other way round. */
function lineOfIndex(index: number, { tracks }: NamedLines): number {
  return index >= 0 ? index + 1 : index - tracks - 1;
}

/**
 * A named span counts lines of that name from the other side (§8.3.1); lines past the explicit grid
 * have every name.
 */
function namedSpan(
  span: GridLine,
  from: Placement,
  step: 1 | -1,
  lines: NamedLines,
): Placement | null {
  if (span === 'auto' || span.kind !== 'span' || span.name === null) return null;
  if (typeof from !== 'number') return { span: 1 };
  const start = lineIndex(from, lines);
  const named = (lines.byName.get(span.name) ?? [])
    .map((line) => line - 1)
    .filter((index) => (index - start) * step > 0);
  const found = (step > 0 ? named : named.toReversed())[span.count - 1];
  const edge = step > 0 ? Math.max(start, lines.tracks) : Math.min(start, 0);
  return lineOfIndex(found ?? edge + step * (span.count - named.length), lines);
}

/** Both sides of an item's place along one axis. */
export function placementAlong(
  start: GridLine,
  end: GridLine,
  lines: NamedLines,
): { readonly start: Placement; readonly end: Placement } {
  const from = placementOf(start, 'start', lines);
  const to = placementOf(end, 'end', lines);
  return {
    start: namedSpan(start, to, -1, lines) ?? from,
    end: namedSpan(end, from, 1, lines) ?? to,
  };
}
