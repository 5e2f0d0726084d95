/**
 * Rows of columns and boxes that span them, one below the other, as far as the page or the column
 * around them goes (css-multicol-1 §6, §8.2; css-multicol-2 §3.4).
 */
import type { BlockBox, Box, ColumnsBox } from './box.ts';
import { type Appeal, appeals, joinStrains, type Strain } from './break-appeal.ts';
import { asksForBreak, isBreakAvoided, wantedSide } from './break-rules.ts';
import { type RowHeights, strideOf } from './column-heights.ts';
import { type PlacedPart, rowsIn } from './column-parts.ts';
import { type Columns, type Limit, layoutRow, type Row } from './column-row.ts';
import type { BoxFragment } from './fragment.ts';
import { gridAt, type LineGrid } from './line-grid.ts';
import { type MarginStrut, noMargin, strutSize } from './margin.ts';
import { restAt } from './rest.ts';
import {
  epsilon,
  type Fragmentainer,
  type LayoutContext,
  type PageSide,
  type Rest,
} from './space.ts';
import { layoutSpanner } from './spanner-row.ts';
import { pastSpanner, spannerAt } from './spanners.ts';

/** What the stack of a column container is laid out in; heights count from its content box's top. */
export interface StackInput {
  readonly box: ColumnsBox;
  readonly columns: Omit<Columns, 'grid'>;
  readonly grid: LineGrid | undefined;
  /** To the end of the box, or of the page or column around it. */
  readonly limit: Limit;
  /** Null: rows are as high as they need to be. */
  readonly rows: RowHeights | null;
  readonly outer: Fragmentainer | null;
  readonly resume: Rest | null;
}

export interface Stack {
  readonly parts: readonly PlacedPart[];
  readonly height: number;
  readonly rest: Rest | null;
  readonly strain: Strain | undefined;
  /** Nothing of it fits well: how much more room it would need. */
  readonly refused: { readonly shortage: number } | null;
}

/** How far a stack has come. */
interface Cursor {
  readonly y: number;
  /** Where the last part ends, without the margin below it. */
  readonly end: number;
  /** Top of the row of columns of set height that it is in. */
  readonly rowTop: number;
  /** Margin that the next spanning box's may meet. */
  readonly above: MarginStrut;
  /** Nothing stands between here and the last break that nobody asked for. */
  readonly isAfterBreak: boolean;
  /** The spanning box right above. */
  readonly spanner: Box | null;
}

/** A place between two parts at which the page or column around may end. */
interface Break {
  readonly at: Place;
  readonly cursor: Cursor;
  readonly appeal: Appeal;
}

export function layoutStack(input: StackInput, context: LayoutContext): Stack {
  const { box, resume, outer } = input;
  const parts: PlacedPart[] = [];
  /** Before each of them. */
  const breaks: Break[] = [];
  let strain: Strain | undefined;
  let cursor: Cursor = {
    ...{ y: 0, end: 0, rowTop: -(resume?.rowAbove ?? 0), above: noMargin },
    isAfterBreak: resume !== null && !resume.forced,
    spanner: null,
  };
  const stackTo = (rest: Rest | null): Stack => {
    const height = heightOf(input, cursor, parts, rest);
    const rowAbove = cursor.y - cursor.rowTop;
    const isInRow = input.rows?.wraps === true && rowAbove > epsilon;
    return {
      parts,
      height,
      rest: rest && isInRow ? { ...rest, rowAbove } : rest,
      strain,
      refused: null,
    };
  };
  for (let at = startOf(box, resume); at && parts.length < mostParts; ) {
    const missing = parts.length > 0 ? missingForRow(input, cursor) : 0;
    if (missing > epsilon)
      return stackTo({ ...restOf(at, at.inside, at.place), shortage: missing });
    const side = forcedBefore(input, cursor, at);
    if (side !== undefined)
      return stackTo({ ...restOf(at, at.inside, at.place), forced: true, side });
    const limit = limitAt(input, cursor);
    const row = layoutAt(input, at, cursor, limit, parts, context);
    if (at.spanner && !at.inside && isPastRow(input, cursor, row)) {
      cursor = nextRow(input, cursor);
      continue;
    }
    const here = { at, cursor, appeal: appealBefore(input, cursor, at, parts.length === 0) };
    const isAtTop = !outer || (outer.atTop && cursor.y <= epsilon);
    const isBad = limit.flowsOn && !limit.endsRow && !isAtTop && row.appeal < appeals.perfect;
    const better = isBad ? betterBreak([...breaks, here], row.appeal) : null;
    if (better) {
      const { shortage } = row;
      parts.splice([...breaks, here].indexOf(better));
      cursor = better.cursor;
      if (parts.length === 0) return { ...stackTo(null), refused: { shortage } };
      const { at: next } = better;
      return stackTo({ ...restOf(next, next.inside, next.place), shortage });
    }
    strain = joinStrains(strain, limit.endsRow ? undefined : row.strain);
    breaks.push(here);
    parts.push({ part: row.part, y: cursor.y, reach: reachOf(input, cursor, row) });
    cursor = past(input, cursor, row, at.spanner);
    const goesOn = row.rest !== null && limit.endsRow && !at.spanner && !row.rest.endsPage;
    if (row.rest && !goesOn) return stackTo(restOf(at, row.rest, row.rest));
    if (goesOn) cursor = { ...nextRow(input, cursor), isAfterBreak: row.rest?.forced === false };
    at = goesOn && row.rest ? placeAt(at.content, row.rest, false) : after(at, row.stop);
  }
  return stackTo(null);
}

/** How good a break before a part is: before the first one the box goes on as a whole. */
function appealBefore(
  { outer, resume }: StackInput,
  { spanner: before }: Cursor,
  { spanner: after }: Place,
  isFirst: boolean,
): Appeal {
  if (!outer) return appeals.perfect;
  if (isFirst) return resume || outer.atTop ? appeals.lastResort : appeals.perfect;
  return isBreakAvoided(before, after, outer.kind) ? appeals.avoided : appeals.perfect;
}

/** The last of the best places to break; null where none is better than one inside the part. */
function betterBreak(breaks: readonly Break[], inside: Appeal): Break | null {
  const most = Math.max(...breaks.map(({ appeal }) => appeal));
  if (most <= inside) return null;
  return breaks.findLast(({ appeal }) => appeal === most) ?? null;
}

/** More rows than any content needs. */
const mostParts = 20_000;

function layoutAt(
  { box, columns: sizes, grid, outer, resume }: StackInput,
  at: Place,
  { y, above, isAfterBreak }: Cursor,
  limit: Limit,
  parts: readonly PlacedPart[],
  context: LayoutContext,
): Row {
  const columns = { ...sizes, grid: gridAt(grid, y) };
  const { content, place, spanner, inside } = at;
  if (!spanner) {
    const isOnPage = outer !== null && (outer.kind === 'page' || outer.isOnPage === true);
    const row = {
      box,
      content,
      columns,
      limit,
      resume: place,
      isOnPage,
      isCut: (rest: Rest | null) => outer !== null && isCutByColumns(outer, resume, rest),
      above: () => rowsIn(parts),
    };
    return layoutRow(row, context);
  }
  const own = outer && { ...outer, room: outer.room - y, atTop: outer.atTop && y <= epsilon };
  const met = { margin: above, isAfterBreak, outer: own, resume: inside };
  return layoutSpanner(spanner, columns, met, context);
}

/** A container that goes on, or is gone on with, in columns around it. */
export function isCutByColumns(
  { holdsPositioned }: Fragmentainer,
  resume: Rest | null,
  rest: Rest | null,
): boolean {
  return holdsPositioned === true && (resume !== null || rest !== null);
}

/**
 * What a spanning box asks of the page or column around: undefined where it asks for no break. It is
 * in that flow itself, beside the rows of columns.
 */
function forcedBefore(
  { outer }: StackInput,
  { spanner: before, y }: Cursor,
  { spanner: after, inside }: Place,
): PageSide | null | undefined {
  if (!outer || inside || y <= epsilon || !(before || after)) return undefined;
  return asksForBreak(before, after, outer.kind) ? wantedSide(before, after) : undefined;
}

/** How high what comes next may be. */
function limitAt({ limit, rows, outer }: StackInput, { y, rowTop }: Cursor): Limit {
  const left = limit.left - y;
  if (!rows) return { ...limit, left };
  const own = Math.max(0, rowTop + rows.height - y);
  if (!rows.wraps) return own < left ? { left: own, flowsOn: false } : { ...limit, left };
  const room = outer ? outer.room - y : Number.POSITIVE_INFINITY;
  if (own <= room + epsilon) return { left: own, flowsOn: true, endsRow: true };
  return { left: room, flowsOn: true };
}

/** What a row that would begin here lacks of its height in the page or column around. */
function missingForRow({ rows, outer }: StackInput, { y, rowTop }: Cursor): number {
  if (!rows?.wraps || !outer || y > rowTop + epsilon) return 0;
  return rowTop + rows.height - outer.room;
}

/** A spanning box that a row begun has no room for stands in the next. */
function isPastRow({ rows }: StackInput, { y, rowTop }: Cursor, row: Row): boolean {
  if (!rows?.wraps || y <= rowTop + epsilon) return false;
  return y + row.height - strutSize(row.below) > rowTop + rows.height + epsilon;
}

function past({ rows }: StackInput, cursor: Cursor, row: Row, spanner: Box | null): Cursor {
  const y = cursor.y + row.height;
  const end = y - strutSize(row.below);
  const rowTop = rows?.wraps ? topOfRowAt(y, cursor.rowTop, rows) : cursor.rowTop;
  // Margins of spanning boxes meet across what is positioned alone: it makes no columns.
  const above = isWithoutFlow(row) ? cursor.above : row.below;
  return { y: Math.max(y, rowTop), end, rowTop, above, isAfterBreak: false, spanner };
}

/** Top of the row that has not ended at a height. */
function topOfRowAt(y: number, rowTop: number, rows: RowHeights): number {
  const past = Math.floor((y + epsilon - rowTop - rows.height) / strideOf(rows));
  return rowTop + Math.max(0, past + 1) * strideOf(rows);
}

function isWithoutFlow({ part }: Row): boolean {
  return part.kind === 'columns' && part.columns.every(({ fragment }) => isBare(fragment));
}

function isBare({ height, children }: BoxFragment): boolean {
  return height === 0 && children.length === 0;
}

function nextRow({ rows }: StackInput, cursor: Cursor): Cursor {
  const { y, end } = cursor;
  // A row that is full has the next one's top already.
  const isThere = y <= cursor.rowTop + epsilon;
  const rowTop = !rows || isThere ? cursor.rowTop : cursor.rowTop + strideOf(rows);
  return { y: rowTop, end, rowTop, above: noMargin, isAfterBreak: true, spanner: null };
}

/** Where a row's rules end: at the box that spans it next, or else where the row or the box does. */
function reachOf({ rows }: StackInput, { y, rowTop }: Cursor, { height, stop }: Row): number {
  if (stop) return y + height;
  return rows ? rowTop + rows.height : Number.POSITIVE_INFINITY;
}

/** Rows of a height that was set keep it, whatever stands in them, as far as there is room. */
function heightOf(
  { rows, resume, outer }: StackInput,
  { y, end }: Cursor,
  parts: readonly PlacedPart[],
  rest: Rest | null,
): number {
  if (!rows || parts.length === 0) return y;
  if (rest) return end;
  const first = rows.height - (resume?.rowAbove ?? 0);
  const more = rows.wraps ? Math.ceil((end - epsilon - first) / strideOf(rows)) : 0;
  const bottom = first + Math.max(0, more) * strideOf(rows);
  return Math.max(end, Math.min(bottom, outer?.room ?? bottom));
}

/** What comes next in a column container: a row of columns, or a box that spans them. */
interface Place {
  readonly content: Box;
  /** Where the columns' content stands; null: at its beginning. */
  readonly place: Rest | null;
  readonly spanner: Box | null;
  /** Where the spanning box goes on. */
  readonly inside: Rest | null;
  readonly isFirst: boolean;
}

function startOf({ children }: ColumnsBox, resume: Rest | null): Place | null {
  const [content] = children;
  if (!content) return null;
  if (resume?.columns) {
    const place = resume.columns;
    const spanner = spannerAt(content, place);
    return { content, place, spanner, inside: resume.child, isFirst: true };
  }
  if (resume && resume.index >= 1) return null;
  if (resume?.child) return placeAt(content, resume.child, true);
  const start = restAt(0, null, true);
  const isSpanned = spannerAt(content, start) !== null;
  return isSpanned
    ? placeAt(content, start, true)
    : { content, place: null, spanner: null, inside: null, isFirst: true };
}

/** A row without content is none. */
function placeAt(content: Box, place: Rest, isFirst: boolean): Place | null {
  const spanner = spannerAt(content, place);
  const isEmpty = content.kind === 'block' && isDone(content, place);
  return isEmpty ? null : { content, place, spanner, inside: null, isFirst };
}

function isDone({ children }: BlockBox, { index, parallel }: Rest): boolean {
  return index >= children.length && !parallel;
}

/** After a row, or a box that spans all of it. */
function after({ content, place, spanner }: Place, stop: Rest | null): Place | null {
  if (!spanner) return stop && placeAt(content, stop, false);
  return place && placeAt(content, pastSpanner(place), false);
}

/** Where the container goes on: in its columns, or in a box that spans them. */
function restOf({ spanner, place }: Place, inside: Rest | null, content: Rest | null): Rest {
  if (!spanner || !place) return restAt(0, content, content?.endsPage === true);
  return { ...restAt(1, inside, false), columns: place };
}
