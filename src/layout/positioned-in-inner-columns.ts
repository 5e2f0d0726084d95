/**
 * Positioned boxes whose containing block stands in columns of a container that is itself cut by
 * columns: once these are known, so are all pieces of the container, and its columns are one thread
 * through all of them (css-break-3 §2: nested fragmentation contexts).
 */
import type { Point } from '../base/index.ts';
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import type { ColumnRow } from './column-thread.ts';
import type { BoxFragment, ColumnOf, Fragment } from './fragment.ts';
import { noMargin } from './margin.ts';
import { placeInColumns } from './positioned-in-columns.ts';
import type { Laid, LayoutContext, OutOfFlow } from './space.ts';

type Rows = readonly (readonly Laid[])[];

/** Containers in each other are worked through one by one; more of them make no sense. */
const mostRounds = 1000;

/** Rows of columns with those boxes in place that wait in columns inside them. */
export function placeInInnerColumns(rows: Rows, context: LayoutContext): Rows {
  let current = rows;
  for (let round = 0; round < mostRounds; round++) {
    const [first] = current.flat().flatMap(({ outOfFlow }) => outOfFlow.flatMap(columnOf));
    if (!first) break;
    current = placeInContainer(current, first.container, context);
  }
  return current;
}

function columnOf({ holder }: OutOfFlow): readonly ColumnOf[] {
  return holder?.within ? [holder.within] : [];
}

interface FoundColumn {
  readonly fragment: BoxFragment;
  readonly column: ColumnOf;
}

/** A row of the container's columns, with what they have become. */
interface InnerRow {
  readonly before: readonly FoundColumn[];
  readonly after: readonly Laid[];
}

function placeInContainer(
  rows: Rows,
  container: ColumnOf['container'],
  context: LayoutContext,
): Rows {
  const laid = rows.flat();
  const found = laid.flatMap(({ fragment }) => columnsIn(fragment, container));
  const waiting = laid.flatMap(({ outOfFlow }) =>
    outOfFlow.filter((one) => one.holder?.within?.container === container),
  );
  const before = inRows(found);
  const inner = before.map((row) => threadRow(row, waiting));
  const placed = placeInColumns(inner, 0, context).rows;
  const changes = new Map<BoxFragment, readonly Laid[]>();
  const innerRows = before.map((row, at): InnerRow => ({ before: row, after: placed[at] ?? [] }));
  for (const row of innerRows) noteChanges(row, changes);
  return rows.map((row) => row.map((one) => withChanges(one, container, changes)));
}

/** The container's columns in a fragment, in order. */
function columnsIn(
  fragment: BoxFragment,
  container: ColumnOf['container'],
): readonly FoundColumn[] {
  const { column } = fragment;
  if (column?.container === container) return [{ fragment, column }];
  return fragment.children.flatMap((child) =>
    child.kind === 'box' ? columnsIn(child, container) : [],
  );
}

function inRows(found: readonly FoundColumn[]): readonly (readonly FoundColumn[])[] {
  const rows: FoundColumn[][] = [];
  for (const one of found) {
    const last = rows.at(-1);
    const [begun] = last ?? [];
    const isSame = begun?.column.piece === one.column.piece && begun.column.row === one.column.row;
    if (last && isSame) last.push(one);
    else rows.push([one]);
  }
  return rows;
}

function threadRow(row: readonly FoundColumn[], waiting: readonly OutOfFlow[]): ColumnRow {
  const columns = row.map(({ fragment, column }): Laid => {
    const own = waiting.flatMap((one): readonly OutOfFlow[] => {
      const { holder } = one;
      if (!holder?.within || !isSameColumn(holder.within, column)) return [];
      const { block, position, after } = holder;
      return [{ ...one, holder: { block, position, after } }];
    });
    return {
      fragment: moveFragment(fragment, { x: -fragment.x, y: -fragment.y }),
      rest: null,
      marginTop: noMargin,
      marginBottom: noMargin,
      through: false,
      outOfFlow: own,
    };
  });
  return { columns, room: row[0]?.column.room ?? Number.POSITIVE_INFINITY };
}

function isSameColumn(one: ColumnOf, other: ColumnOf): boolean {
  return one.piece === other.piece && one.row === other.row && one.index === other.index;
}

/** What stands where a column stood: the column, and after a row's last those beside it. */
function noteChanges(
  { before, after }: InnerRow,
  changes: Map<BoxFragment, readonly Laid[]>,
): void {
  for (const [index, { fragment }] of before.entries()) {
    const isLast = index === before.length - 1;
    changes.set(fragment, after.slice(index, isLast ? undefined : index + 1));
  }
}

/** A column with its changed columns inside, and what now waits in them. */
function withChanges(
  laid: Laid,
  container: ColumnOf['container'],
  changes: ReadonlyMap<BoxFragment, readonly Laid[]>,
): Laid {
  const released: OutOfFlow[] = [];
  const visit = (box: BoxFragment, at: Point, after: number): BoxFragment => {
    let isChanged = false;
    const children = box.children.flatMap((child, index): readonly Fragment[] => {
      if (child.kind !== 'box') return [child];
      const own = { x: at.x + child.x, y: at.y + child.y };
      const place = after < 0 ? index : after;
      const columns = changes.get(child);
      if (!columns) {
        const visited = visit(child, own, place);
        isChanged ||= visited !== child;
        return [visited];
      }
      isChanged = true;
      const stride = child.column?.stride ?? 0;
      return columns.map(({ fragment, outOfFlow }, beside) => {
        const by = { x: beside * stride, y: 0 };
        const from = { x: own.x + by.x, y: own.y };
        released.push(...carryOutOfFlow(outOfFlow, from, place));
        return moveFragment(fragment, { x: child.x + by.x, y: child.y });
      });
    });
    return isChanged ? { ...box, children } : box;
  };
  const fragment = visit(laid.fragment, { x: 0, y: 0 }, -1);
  const waiting = laid.outOfFlow.filter((one) => one.holder?.within?.container !== container);
  return { ...laid, fragment, outOfFlow: [...waiting, ...released] };
}
