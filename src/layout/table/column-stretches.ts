/** Columns and their groups as stretches of a table's columns. */
import type { ComputedStyle } from '../../style/index.ts';
import type { TableBox, TablePart } from './table-box.ts';

export interface ColumnStretch {
  readonly part: TablePart;
  readonly start: number;
  readonly span: number;
}

/** Groups of columns with the stretch that each covers. */
export function columnGroups({ columns }: TableBox): readonly ColumnStretch[] {
  const groups: ColumnStretch[] = [];
  let start = 0;
  for (const { group, span } of columns) {
    const last = groups.at(-1);
    if (group && last?.part === group)
      groups[groups.length - 1] = { ...last, span: last.span + span };
    else if (group) groups.push({ part: group, start, span });
    start += span;
  }
  return groups;
}

/** Single columns; a group that has none inside it is no column. */
export function singleColumns({ columns }: TableBox): readonly ColumnStretch[] {
  const single: ColumnStretch[] = [];
  let start = 0;
  for (const { style, element, span, group } of columns) {
    if (group?.element !== element) single.push({ part: { style, element }, start, span });
    start += span;
  }
  return single;
}

/** True where a style paints a background. */
export function hasGround({ backgroundColor, backgroundImage }: ComputedStyle): boolean {
  return backgroundColor.alpha > 0 || backgroundImage.some((image) => image !== 'none');
}

/** Groups, then columns, that paint something or have a name to be asked for by. */
export function shownColumns(box: TableBox, count: number): readonly ColumnStretch[] {
  if (box.columns.length === 0) return [];
  return [...columnGroups(box), ...singleColumns(box)].filter(
    ({ part: { style, element }, start, span }) =>
      start + span <= count && (hasGround(style) || element?.attributes.has('id') === true),
  );
}
