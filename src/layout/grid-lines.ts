/**
 * Grid lines by name (css-grid-2 §8.3): names of templates and areas become numbers, so that
 * placement needs no names. Lines are counted from 1.
 */
import type { ComputedStyle, GridAreas, GridLine, TrackList } from '../style/index.ts';

/** The lines of one axis. */
export interface NamedLines {
  /** Line numbers of each name, rising. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** Number of explicit tracks. */
  readonly tracks: number;
}

export type Placement = 'auto' | number | { readonly span: number };

/** Lines of an axis from its template and the areas along it. */
export function namedLines(
  template: 'none' | TrackList,
  areas: 'none' | GridAreas,
  axis: 'row' | 'column',
): NamedLines {
  const byName = new Map<string, number[]>();
  const add = (name: string, line: number) => {
    const lines = byName.get(name) ?? [];
    if (!lines.includes(line)) lines.push(line);
    byName.set(name, lines);
  };
  const inAreas = areas === 'none' ? [] : axis === 'row' ? areas : transpose(areas);
  for (const [name, [first, last]] of areaBounds(inAreas)) {
    add(`${name}-start`, first + 1);
    add(`${name}-end`, last + 2);
  }
  if (template !== 'none') {
    template.lineNames.forEach((names, index) => {
      for (const name of names) add(name, index + 1);
    });
  }
  for (const lines of byName.values()) lines.sort((one, other) => one - other);
  const tracks = Math.max(template === 'none' ? 0 : template.tracks.length, inAreas.length);
  return { byName, tracks };
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

/** A named span counts lines of that name from the other side (§8.3.1). */
function namedSpan(
  span: GridLine,
  from: Placement,
  step: 1 | -1,
  lines: NamedLines,
): Placement | null {
  if (span === 'auto' || span.kind !== 'span' || span.name === null) return null;
  if (typeof from !== 'number') return { span: 1 };
  const named = (lines.byName.get(span.name) ?? []).filter((line) => (line - from) * step > 0);
  const line = (step > 0 ? named : named.toReversed())[span.count - 1];
  return line ?? { span: span.count };
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

/** Lines of both axes of a container. */
export function linesOf(style: ComputedStyle): {
  readonly rows: NamedLines;
  readonly columns: NamedLines;
} {
  return {
    rows: namedLines(style.gridTemplateRows, style.gridTemplateAreas, 'row'),
    columns: namedLines(style.gridTemplateColumns, style.gridTemplateAreas, 'column'),
  };
}
