/** Grid containers (css-grid-2): tracks and places for Taffy, areas of items, widths. */
import type { Rect } from '../base/index.ts';
import {
  type ComputedStyle,
  resolveLength,
  type TrackBreadth,
  type TrackList,
  type TrackSize,
} from '../style/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import type { Box, GridBox } from './box.ts';
import { layoutContainer } from './container.ts';
import { linesOf, type Placement, placementAlong } from './grid-lines.ts';
import { alignSelfValue, containerAlignment, type ItemBase } from './item-style.ts';
import {
  type AreaSides,
  type ContainerStyle,
  type ContentBox,
  computeItems,
  layoutItems,
  settle,
  sortItems,
  taffyItem,
} from './items.ts';
import type { Laid, LayoutContext, Space } from './space.ts';
import type { Taffy, TaffyResult, TaffyStyle } from './taffy.ts';

type TaffyTemplate = NonNullable<TaffyStyle['gridTemplateColumns']>;
type TaffyTrack = NonNullable<TaffyStyle['gridAutoColumns']>[number];

/** Sizes that lengths and gaps refer to; null while the container is being measured. */
interface GridBase {
  readonly width: number | null;
  readonly height: number | null;
}

/** Lays out a grid container. */
export function layoutGrid(box: GridBox, space: Space, context: LayoutContext, taffy: Taffy): Laid {
  return layoutContainer(
    box,
    space,
    context,
    (child) => staticHold(box.style, child),
    (content) => {
      const lay = (room: ContentBox) => {
        const limits = metLimits(box, room, context, taffy);
        return layoutItems(box, gridStyle(box, room, limits, taffy), room, context, taffy);
      };
      const first = lay(content);
      if (content.height !== null || !hasPercentRows(box.style)) return first;
      // css-grid-2 §7.2.1, §10.1: of the height that the grid comes to have as if they were `auto`.
      const height = Math.max(content.minHeight, Math.min(first.height, content.maxHeight));
      return { ...lay({ ...content, height }), height };
    },
  );
}

function hasPercentRows({ gridTemplateRows, gridAutoRows, rowGap }: ComputedStyle): boolean {
  if (rowGap !== 'normal' && rowGap.percent !== 0) return true;
  const isPercent = (breadth: TrackBreadth) =>
    breadth.kind === 'length' && breadth.length.percent !== 0;
  const list = gridTemplateRows === 'none' ? [] : gridTemplateRows.tracks;
  return [...list, ...gridAutoRows].some(
    (one) => one.kind === 'minmax' && (isPercent(one.min) || isPercent(one.max)),
  );
}

/**
 * `fit-content(…)` tracks that would be wider than their limit (css-grid-2 §7.2.3), which Taffy's
 * binding cannot be told: a first pass sizes them by content.
 */
function metLimits(
  box: GridBox,
  content: ContentBox,
  context: LayoutContext,
  taffy: Taffy,
): Limits {
  const { gridTemplateColumns: columns, gridTemplateRows: rows } = box.style;
  const hasLimit = (list: 'none' | TrackList) =>
    list !== 'none' && list.tracks.some(({ kind }) => kind === 'fit-content');
  if (!hasLimit(columns) && !hasLimit(rows)) return noLimits;
  const style = gridStyle(box, content, noLimits, taffy);
  const { tracks } = computeItems(box, style, content, [], context, taffy);
  return new Set([
    ...tooLarge(columns, tracks?.columns, content.width),
    ...tooLarge(rows, tracks?.rows, content.height ?? 0),
  ]);
}

function tooLarge(
  list: 'none' | TrackList,
  used: NonNullable<TaffyResult['tracks']>['rows'] | undefined,
  base: number,
): readonly TrackSize[] {
  if (list === 'none' || !used) return [];
  return list.tracks.flatMap((size, index) => {
    if (size.kind !== 'fit-content') return [];
    const width = used.sizes[used.negativeImplicitTracks + index] ?? 0;
    return width > resolveLength(size.limit, base) ? [size] : [];
  });
}

/** Widths of the grid's content on its own. */
export function measureGrid(box: GridBox, context: LayoutContext, taffy: Taffy): IntrinsicWidths {
  const base: ItemBase = { kind: 'grid', width: null, height: null };
  const style = gridStyle(box, base, noLimits, taffy);
  const items = sortItems(box.children).map((item) =>
    taffyItem(item, style, base, 0, context, taffy),
  );
  const widthAt = (width: 'min-content' | 'max-content') =>
    taffy.compute(style.container, items, { width, height: 'max-content' }).size.width;
  return { minContentPt: widthAt('min-content'), maxContentPt: widthAt('max-content') };
}

/** Tracks of `fit-content()` that have met their limit. */
type Limits = ReadonlySet<TrackSize>;
const noLimits: Limits = new Set();

function gridStyle(box: GridBox, base: GridBase, limits: Limits, { enums }: Taffy): ContainerStyle {
  const { style } = box;
  const { rows, columns } = linesOf(style);
  const flow = style.gridAutoFlow;
  const flows = {
    row: flow.isDense ? enums.GridAutoFlow.RowDense : enums.GridAutoFlow.Row,
    column: flow.isDense ? enums.GridAutoFlow.ColumnDense : enums.GridAutoFlow.Column,
  };
  const autoRows = style.gridAutoRows.map((size) => track(size, base.height, limits));
  const autoColumns = style.gridAutoColumns.map((size) => track(size, base.width, limits));
  return {
    container: {
      display: enums.Display.Grid,
      ...containerAlignment(style, base, enums),
      gridAutoFlow: flows[flow.direction],
      gridAutoRows: autoRows,
      gridAutoColumns: autoColumns,
      gridTemplateRows: template(
        style.gridTemplateRows,
        rows.tracks,
        autoRows,
        base.height,
        limits,
      ),
      gridTemplateColumns: template(
        style.gridTemplateColumns,
        columns.tracks,
        autoColumns,
        base.width,
        limits,
      ),
    },
    item: (item) => gridItem(item, style, enums),
    baselineGroup: (index, result) => result.tracks?.items[index]?.rowStart ?? null,
    areaOf: (index, result, content) => areaOf(index, result, content),
    sidesOf: (child, result) => sidesOf(child, style, result),
  };
}

/** A template's tracks; areas may ask for more, which are sized as automatic ones (§7.3). */
function template(
  list: 'none' | TrackList,
  count: number,
  automatic: readonly TaffyTrack[],
  base: number | null,
  limits: Limits,
): TaffyTemplate {
  const tracks = list === 'none' ? [] : list.tracks;
  const result: TaffyTemplate = tracks.map((one) =>
    one.kind === 'repeat'
      ? {
          count: one.count,
          tracks: one.tracks.tracks.flatMap((inner) =>
            inner.kind === 'repeat' ? [] : [track(inner, base, limits)],
          ),
          lineNames: [],
        }
      : track(one, base, limits),
  );
  for (let index = result.length; index < count; index++) {
    result.push(
      automatic[(index - tracks.length) % automatic.length] ?? { min: 'auto', max: 'auto' },
    );
  }
  return result;
}

function track(size: TrackSize, base: number | null, limits: Limits): TaffyTrack {
  if (size.kind === 'minmax') {
    return { min: minBreadth(size.min, base), max: maxBreadth(size.max, base) };
  }
  if (!limits.has(size)) return { min: 'auto', max: 'max-content' };
  return { min: 'min-content', max: resolveLength(size.limit, base ?? 0) };
}

function plainBreadth(
  breadth: Exclude<TrackBreadth, { readonly kind: 'fr' }>,
  base: number | null,
): number | 'auto' | 'min-content' | 'max-content' {
  if (breadth.kind !== 'length') return breadth.kind;
  const { length } = breadth;
  return length.percent !== 0 && base === null ? 'auto' : resolveLength(length, base ?? 0);
}

function minBreadth(breadth: TrackBreadth, base: number | null): TaffyTrack['min'] {
  return breadth.kind === 'fr' ? 'auto' : plainBreadth(breadth, base);
}

function maxBreadth(breadth: TrackBreadth, base: number | null): TaffyTrack['max'] {
  return breadth.kind === 'fr' ? `${breadth.value}fr` : plainBreadth(breadth, base);
}

function gridItem(item: Box, container: ComputedStyle, enums: Taffy['enums']): TaffyStyle {
  const { style } = item;
  const { rows, columns } = linesOf(container);
  const alignSelf = selfOf(item, style.alignSelf, container.alignItems, enums);
  const justifySelf = selfOf(item, style.justifySelf, container.justifyItems, enums);
  return {
    gridRow: placement(placementAlong(style.gridRowStart, style.gridRowEnd, rows)),
    gridColumn: placement(placementAlong(style.gridColumnStart, style.gridColumnEnd, columns)),
    ...(alignSelf === undefined ? {} : { alignSelf }),
    ...(justifySelf === undefined ? {} : { justifySelf }),
  };
}

function placement(along: { readonly start: Placement; readonly end: Placement }) {
  return along as { start: number | 'auto'; end: number | 'auto' };
}

/** `normal` stretches, but not pictures (css-grid-2 §6.2). */
function selfOf(
  item: Box,
  own: ComputedStyle['alignSelf'] | ComputedStyle['justifySelf'],
  container: ComputedStyle['alignItems'] | ComputedStyle['justifyItems'],
  enums: Taffy['enums'],
) {
  const isNormal = own === 'normal' || (own === 'auto' && container === 'normal');
  if (item.kind === 'picture' && isNormal) return enums.AlignSelf.Start;
  return alignSelfValue(own, enums);
}

/** The item's grid area: what its percentages refer to. */
function areaOf(index: number, { tracks, size }: TaffyResult, content: ContentBox): Rect {
  const item = tracks?.items[index];
  const whole = { x: 0, y: 0, width: content.width, height: content.height ?? size.height };
  if (!item || !tracks) return whole;
  const column = stretchOf(tracks.columns.positions, item.columnStart, item.columnEnd);
  const row = stretchOf(tracks.rows.positions, item.rowStart, item.rowEnd);
  return { x: column.start, y: row.start, width: column.size, height: row.size };
}

/** Where the lines are that a positioned child names (css-grid-2 §9.1). */
function sidesOf(child: Box, container: ComputedStyle, { tracks }: TaffyResult): AreaSides {
  if (!tracks || child.kind === 'lines') return noSides;
  const { rows, columns } = linesOf(container);
  const { style } = child;
  const across = placementAlong(style.gridColumnStart, style.gridColumnEnd, columns);
  const down = placementAlong(style.gridRowStart, style.gridRowEnd, rows);
  const [left, right] = between(across, tracks.columns);
  const [top, bottom] = between(down, tracks.rows);
  return { left, right, top, bottom };
}

const noSides: AreaSides = { left: null, right: null, top: null, bottom: null };

type UsedTracks = NonNullable<TaffyResult['tracks']>['rows'];

/** Both sides of a place along one axis; null for one that is no line of the grid. */
function between(
  { start, end }: { readonly start: Placement; readonly end: Placement },
  tracks: UsedTracks,
): readonly [number | null, number | null] {
  const { positions } = tracks;
  const first = indexOf(start, tracks) ?? back(indexOf(end, tracks), start);
  const after = indexOf(end, tracks) ?? ahead(first, end);
  const from = positions[first ?? -1]?.start ?? null;
  const to = positions[(after ?? 0) - 1]?.end ?? null;
  return [from === null ? null : settle(from), to === null ? null : settle(to)];
}

/** Index of a line among all, implicit ones included. */
function indexOf(line: Placement, tracks: UsedTracks): number | null {
  if (typeof line !== 'number') return null;
  const before = tracks.negativeImplicitTracks;
  return line > 0 ? before + line - 1 : before + tracks.explicitTracks + 1 + line;
}

function ahead(from: number | null, line: Placement): number | null {
  return from !== null && typeof line === 'object' ? from + line.span : null;
}

function back(to: number | null, line: Placement): number | null {
  return to !== null && typeof line === 'object' ? to - line.span : null;
}

function stretchOf(
  positions: readonly { readonly start: number; readonly end: number }[],
  first: number,
  after: number,
): { readonly start: number; readonly size: number } {
  const start = positions[first - 1]?.start ?? 0;
  return { start, size: settle((positions[after - 2]?.end ?? start) - start) };
}

/** A positioned child without insets stands in the content box as the only item would (§9.2). */
function staticHold(style: ComputedStyle, child: Box): { readonly x: number; readonly y: number } {
  const own = child.style;
  const align = own.alignSelf === 'auto' ? style.alignItems : own.alignSelf;
  const justify = own.justifySelf === 'auto' ? style.justifyItems : own.justifySelf;
  const fraction = (value: typeof align | typeof justify) => {
    if (value === 'center') return 0.5;
    return value === 'end' || value === 'flex-end' || value === 'self-end' || value === 'right'
      ? 1
      : 0;
  };
  return { x: fraction(justify), y: fraction(align) };
}
