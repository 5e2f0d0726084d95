/** css-grid-2: templates, automatic tracks and where items go. */
import { string } from '../basic-types.ts';
import {
  anyOrder,
  custom,
  either,
  keyword,
  keywords,
  map,
  named,
  spaceList,
} from '../combinators.ts';
import {
  computeTrackList,
  computeTrackSize,
  type GridLine,
  gridLine,
  readLineNames,
  type SubgridLines,
  subgridLines,
  type TrackList,
  type TrackListOf,
  type TrackSize,
  type TrackSizeOf,
  trackList,
  trackSize,
} from '../grid-tracks.ts';
import type { SpecifiedLength } from '../lengths.ts';
import { isAtEnd, peek, type Reader, takeDelim } from '../reader.ts';
import { type ComputeContext, property, type Shorthand, shorthand } from './property.ts';

/** Rows of cells; null is a cell without a name. Every name fills one rectangle. */
export type GridAreas = readonly (readonly (string | null)[])[];

export interface GridAutoFlow {
  readonly direction: 'row' | 'column';
  readonly isDense: boolean;
}

type Tracks = 'none' | SubgridLines | TrackListOf<SpecifiedLength>;
const tracks = either(keyword('none', 'none'), subgridLines, trackList);

const computeTracks = (
  value: Tracks,
  context: ComputeContext,
): 'none' | SubgridLines | TrackList =>
  value !== 'none' && 'tracks' in value ? computeTrackList(value, context) : value;

function cellsOf(row: string): readonly (string | null)[] {
  return row
    .split(/\s+/)
    .filter((cell) => cell !== '')
    .map((cell) => (/^\.+$/.test(cell) ? null : cell));
}

/** css-grid-2 §7.3: rows of equal length, every area a rectangle. */
export function parseAreas(rows: readonly string[]): GridAreas | undefined {
  const cells = rows.map(cellsOf);
  const width = cells[0]?.length ?? 0;
  if (width === 0 || cells.some((row) => row.length !== width)) return undefined;
  const names = new Set(cells.flat().filter((name) => name !== null));
  return [...names].every((name) => isRectangle(cells, name)) ? cells : undefined;
}

function isRectangle(cells: GridAreas, name: string): boolean {
  const rows = cells.flatMap((row, index) => (row.includes(name) ? [index] : []));
  const [first = 0] = rows;
  const start = cells[first]?.indexOf(name) ?? 0;
  const end = cells[first]?.lastIndexOf(name) ?? 0;
  const size = cells.flat().filter((cell) => cell === name).length;
  const isFilled = rows.every((index) => {
    const part = cells[index]?.slice(start, end + 1) ?? [];
    return part.every((cell) => cell === name);
  });
  const isWhole = (rows.at(-1) ?? 0) - first + 1 === rows.length;
  return isFilled && isWhole && size === rows.length * (end - start + 1);
}

const areas = either(
  keyword('none', 'none'),
  named('<string>+', map(spaceList(string), parseAreas)),
);

const autoTracks = spaceList(trackSize);

const flow = named(
  '[row | column] || dense',
  map(
    anyOrder({ direction: keywords('row', 'column'), dense: keyword('dense', true) }),
    ({ direction = 'row', dense = false }): GridAutoFlow => ({ direction, isDense: dense }),
  ),
);

const autoSize: readonly TrackSizeOf<SpecifiedLength>[] = [
  { kind: 'minmax', min: { kind: 'auto' }, max: { kind: 'auto' } },
];

const rowFlow: GridAutoFlow = { direction: 'row', isDense: false };

const line = () =>
  property({
    initial: 'auto',
    inherited: false,
    parse: gridLine,
    spec: 'css-grid-2#line-placement',
  });

const template = (anchor: string) =>
  property({
    initial: 'none',
    inherited: false,
    parse: tracks,
    compute: computeTracks,
    spec: `css-grid-2#${anchor}`,
  });

const auto = () =>
  property({
    initial: autoSize,
    inherited: false,
    parse: autoTracks,
    compute: (value, context): readonly TrackSize[] =>
      value.map((size) => computeTrackSize(size, context)),
    spec: 'css-grid-2#auto-tracks',
  });

export const gridProperties = {
  gridTemplateColumns: template('track-sizing'),
  gridTemplateRows: template('track-sizing'),
  gridTemplateAreas: property({
    initial: 'none',
    inherited: false,
    parse: areas,
    spec: 'css-grid-2#grid-template-areas-property',
  }),
  gridAutoColumns: auto(),
  gridAutoRows: auto(),
  gridAutoFlow: property({
    initial: rowFlow,
    inherited: false,
    parse: flow,
    spec: 'css-grid-2#grid-auto-flow-property',
  }),
  gridRowStart: line(),
  gridRowEnd: line(),
  gridColumnStart: line(),
  gridColumnEnd: line(),
};

/** css-grid-2 §8.4: a missing end is a lone name's other edge, else `auto`. */
const opposite = (value: GridLine | undefined): GridLine =>
  value !== undefined && value !== 'auto' && value.kind === 'name' ? value : 'auto';

function readLines(reader: Reader, max: number): readonly GridLine[] | undefined {
  const lines: GridLine[] = [];
  do {
    const value = gridLine.read(reader);
    if (!value) return undefined;
    lines.push(value);
  } while (takeDelim(reader, '/'));
  return lines.length <= max && isAtEnd(reader) ? lines : undefined;
}

function lines(start: string, end: string): Shorthand {
  return shorthand({
    longhands: [start, end],
    parse: custom('<grid-line> [ / <grid-line> ]?', (reader) => {
      const given = readLines(reader, 2);
      return given && { [start]: given[0], [end]: given[1] ?? opposite(given[0]) };
    }),
    spec: 'css-grid-2#placement-shorthands',
  });
}

/** row-start / column-start / row-end / column-end. */
function readArea(reader: Reader): Readonly<Record<string, unknown>> | undefined {
  const given = readLines(reader, 4);
  if (!given) return undefined;
  const [rowStart, columnStart = opposite(rowStart)] = given;
  return {
    gridRowStart: rowStart,
    gridColumnStart: columnStart,
    gridRowEnd: given[2] ?? opposite(rowStart),
    gridColumnEnd: given[3] ?? opposite(columnStart),
  };
}

/** `none`, `<rows> / <columns>`, or rows of strings with sizes (css-grid-2 §7.4). */
function readTemplate(reader: Reader): Readonly<Record<string, unknown>> | undefined {
  const value = peek(reader);
  const hasAreas = reader.values.some(({ kind }) => kind === 'string');
  if (hasAreas) return readAreaRows(reader);
  if (value?.kind === 'ident' && value.word === 'none' && reader.values.length === 1) {
    reader.index += 1;
    return {};
  }
  const gridTemplateRows = tracks.read(reader);
  if (!gridTemplateRows || !takeDelim(reader, '/')) return undefined;
  const gridTemplateColumns = tracks.read(reader);
  return gridTemplateColumns && { gridTemplateRows, gridTemplateColumns };
}

function readAreaRows(reader: Reader): Readonly<Record<string, unknown>> | undefined {
  const rows: string[] = [];
  const sizes: TrackSizeOf<SpecifiedLength>[] = [];
  const lineNames: string[][] = [];
  while (!isAtEnd(reader) && !takeDelim(reader, '/')) {
    const names = lineNames[rows.length] ?? [];
    readLineNames(reader, names);
    lineNames[rows.length] = names;
    const row = string.read(reader);
    if (row === undefined) return undefined;
    rows.push(row);
    sizes.push(
      trackSize.read(reader) ??
        autoSize[0] ?? { kind: 'minmax', min: { kind: 'auto' }, max: { kind: 'auto' } },
    );
    const after: string[] = [];
    readLineNames(reader, after);
    lineNames[rows.length] = after;
  }
  const gridTemplateAreas = parseAreas(rows);
  if (!gridTemplateAreas) return undefined;
  const gridTemplateColumns = isAtEnd(reader) ? 'none' : trackList.read(reader);
  if (!gridTemplateColumns) return undefined;
  return { gridTemplateAreas, gridTemplateRows: { tracks: sizes, lineNames }, gridTemplateColumns };
}

/** `auto-flow && dense?`: true with `dense`; undefined where it is not next. */
function readAutoFlow(reader: Reader): boolean | undefined {
  const isDense = keyword('dense', true).read(reader);
  if (!keyword('auto-flow', true).read(reader)) return undefined;
  return isDense ?? keyword('dense', true).read(reader) ?? false;
}

/** css-grid-2 §7.8: a template, or tracks of one axis and automatic ones of the other. */
function readGrid(reader: Reader): Readonly<Record<string, unknown>> | undefined {
  const start = reader.index;
  const template = readTemplate(reader);
  if (template && isAtEnd(reader)) return template;
  reader.index = start;
  const isRows = readAutoFlow(reader);
  if (isRows !== undefined) {
    const gridAutoRows = autoTracks.read(reader) ?? autoSize;
    const gridTemplateColumns = takeDelim(reader, '/') ? tracks.read(reader) : undefined;
    const gridAutoFlow: GridAutoFlow = { direction: 'row', isDense: isRows };
    return gridTemplateColumns && { gridAutoFlow, gridAutoRows, gridTemplateColumns };
  }
  reader.index = start;
  const gridTemplateRows = tracks.read(reader);
  const isColumns = gridTemplateRows && takeDelim(reader, '/') ? readAutoFlow(reader) : undefined;
  if (isColumns === undefined) return undefined;
  const gridAutoColumns = autoTracks.read(reader) ?? autoSize;
  const gridAutoFlow: GridAutoFlow = { direction: 'column', isDense: isColumns };
  return { gridTemplateRows, gridAutoFlow, gridAutoColumns };
}

export const gridShorthands = {
  grid: shorthand({
    longhands: [
      ...['gridTemplateRows', 'gridTemplateColumns', 'gridTemplateAreas'],
      ...['gridAutoRows', 'gridAutoColumns', 'gridAutoFlow'],
    ],
    parse: custom(
      "<'grid-template'> | <rows> / [auto-flow && dense?] <auto-columns>? | [auto-flow && dense?] <auto-rows>? / <columns>",
      readGrid,
    ),
    spec: 'css-grid-2#grid-shorthand',
  }),
  gridRow: lines('gridRowStart', 'gridRowEnd'),
  gridColumn: lines('gridColumnStart', 'gridColumnEnd'),
  gridArea: shorthand({
    longhands: ['gridRowStart', 'gridColumnStart', 'gridRowEnd', 'gridColumnEnd'],
    parse: custom('<grid-line> [ / <grid-line> ]{0,3}', readArea),
    spec: 'css-grid-2#placement-shorthands',
  }),
  gridTemplate: shorthand({
    longhands: ['gridTemplateRows', 'gridTemplateColumns', 'gridTemplateAreas'],
    parse: custom(
      'none | <rows> / <columns> | [<string> <track-size>?]+ [ / <columns> ]?',
      readTemplate,
    ),
    spec: 'css-grid-2#explicit-grid-shorthand',
  }),
};
