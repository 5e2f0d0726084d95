/**
 * What a column container holds, put together: rows of columns and boxes that span them, rules in the
 * gaps (css-multicol-1 §4.5), and positioned boxes in whichever column they fall in.
 */
import { anonymousStyle } from '../style/index.ts';
import type { ColumnsBox } from './box.ts';
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import type { Columns, ColumnsPart, Part } from './column-row.ts';
import type { BoxFragment, ColumnOf, Fragment } from './fragment.ts';
import { placeInColumns } from './positioned-in-columns.ts';
import { placeInInnerColumns } from './positioned-in-inner-columns.ts';
import type { Laid, LayoutContext, OutOfFlow } from './space.ts';

/** A part, and how far below the first it stands. */
export interface PlacedPart {
  readonly part: Part;
  readonly y: number;
  /** Where its rules end; infinite: where the box's content does. */
  readonly reach: number;
}

export interface Joined {
  readonly children: readonly Fragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  /** There are more columns than the box has room for. */
  readonly isOverset: boolean;
}

/** All rows of columns, in order. */
export function rowsIn(parts: readonly PlacedPart[]): readonly ColumnsPart[] {
  return parts.flatMap(({ part }) => (part.kind === 'columns' ? [part] : []));
}

/**
 * The fragments of all parts, from the first one's top left; `height` of the content box here. Where
 * the container is cut by columns around it, what is positioned in its own waits for all its pieces.
 */
export function joinParts(
  box: ColumnsBox,
  parts: readonly PlacedPart[],
  height: number,
  isCut: boolean,
  context: LayoutContext,
): Joined {
  const positioned = isCut
    ? markColumns(box, parts)
    : placeInInnerColumns(placeInColumns(rowsIn(parts), 0, context).rows, context);
  const children: Fragment[] = [];
  const outOfFlow: OutOfFlow[] = [];
  let isOverset = false;
  let row = 0;
  const add = (fragment: Fragment, waiting: readonly OutOfFlow[], x: number, y: number) => {
    children.push(moveFragment(fragment, { x, y }));
    outOfFlow.push(...carryOutOfFlow(waiting, { x, y }, children.length - 1));
  };
  for (const { part, y, reach } of parts) {
    if (part.kind === 'spanner') {
      add(part.fragment, part.outOfFlow, 0, y);
      continue;
    }
    const own = positioned[row++] ?? [];
    isOverset ||= own.length > part.sizes.count;
    const end = Math.max(part.height, Math.min(reach, height) - y);
    for (const rule of rulesBetween(box, part, end)) add(rule, [], 0, y);
    for (const [index, { fragment, outOfFlow: waiting }] of own.entries())
      add(fragment, waiting, leftOf(part.sizes, index), y);
  }
  return { children, outOfFlow, isOverset };
}

/** The columns of a piece of a container, which say where they stand in it. */
function markColumns(
  container: ColumnsBox,
  parts: readonly PlacedPart[],
): readonly (readonly Laid[])[] {
  const piece = {};
  return rowsIn(parts).map(({ columns, room, sizes }, row) =>
    columns.map((laid, index) => {
      const stride = sizes.width + sizes.gap;
      return inColumn(laid, { container, piece, row, index, room, stride });
    }),
  );
}

function inColumn(laid: Laid, column: ColumnOf): Laid {
  const outOfFlow = laid.outOfFlow.map((waiting) => {
    const { holder } = waiting;
    return holder && !holder.within
      ? { ...waiting, holder: { ...holder, within: column } }
      : waiting;
  });
  return { ...laid, fragment: { ...laid.fragment, column }, outOfFlow };
}

function leftOf({ width, gap }: Columns, index: number): number {
  return index * (width + gap);
}

const ruleStyles: ReadonlyMap<string, 'ridge' | 'groove'> = new Map([
  ['inset', 'ridge'],
  ['outset', 'groove'],
]);

/**
 * Rules stand in the middle of the gaps between columns that both have content (§4.5), to the end of
 * the box's content: boxes without content whose left border is the rule. What is positioned alone
 * in a column makes none.
 */
function rulesBetween(
  box: ColumnsBox,
  { sizes, columns }: ColumnsPart,
  height: number,
): readonly BoxFragment[] {
  const { columnRuleWidth: width, columnRuleStyle, columnRuleColor } = box.style;
  if (columnRuleStyle === 'none' || columnRuleStyle === 'hidden' || width === 0) return [];
  const style = {
    ...anonymousStyle(box.style),
    borderLeftWidth: width,
    // §4.3: as in collapsed borders, `inset` is `ridge` and `outset` is `groove`.
    borderLeftStyle: ruleStyles.get(columnRuleStyle) ?? columnRuleStyle,
    borderLeftColor: columnRuleColor,
  };
  return Array.from(
    { length: Math.max(0, columns.length - 1) },
    (_, index): BoxFragment => ({
      kind: 'box',
      x: leftOf(sizes, index + 1) - (sizes.gap + width) / 2,
      y: 0,
      width,
      height,
      style,
      element: null,
      border: { top: 0, right: 0, bottom: 0, left: width },
      padding: { top: 0, right: 0, bottom: 0, left: 0 },
      children: [],
      firstBaseline: null,
      lastBaseline: null,
      picture: null,
      frame: false,
    }),
  );
}
