/** The formatting tree of a table (css-tables-3 §2): groups of rows, rows, cells, columns, captions. */
import type { ElementNode } from '../../input/index.ts';
import type { ComputedStyle } from '../../style/index.ts';
import type { BlockBox, Container } from '../box.ts';

/** A part of a table that has a style and an element, but is no box that lays out children. */
export interface TablePart {
  readonly style: ComputedStyle;
  /** Null for anonymous parts. */
  readonly element: ElementNode | null;
}

export interface TableCell {
  readonly box: BlockBox;
  readonly columnSpan: number;
  /** 0: to the end of the group. */
  readonly rowSpan: number;
}

export interface TableRow extends TablePart {
  readonly cells: readonly TableCell[];
}

export interface TableGroup extends TablePart {
  readonly role: 'header' | 'body' | 'footer';
  readonly rows: readonly TableRow[];
}

/** A `<col>`, or a `<colgroup>` without any. */
export interface TableColumn extends TablePart {
  readonly span: number;
  /** Its own, or its group's where that is `auto`. */
  readonly width: ComputedStyle['width'];
  /** Absent for a column that stands alone. */
  readonly group?: TablePart;
}

/** A table and its captions. `children` are captions and cells, in document order. */
export interface TableBox extends Container {
  readonly kind: 'table';
  readonly captions: readonly BlockBox[];
  readonly columns: readonly TableColumn[];
  readonly groups: readonly TableGroup[];
}

/** True where the first row decides on the columns (CSS 2 §17.5.2.1). */
export function isFixedLayout({ style }: TableBox): boolean {
  return style.tableLayout === 'fixed' && style.width !== 'auto' && style.width !== 'max-content';
}
