/**
 * Table boxes from elements, and the anonymous parts between them (css-tables-3 §3): what is no part
 * of a table gets a cell, a cell gets a row, a row gets a group.
 */
import type { DocumentNode, ElementNode } from '../../input/index.ts';
import { anonymousStyle, type ComputedStyle } from '../../style/index.ts';
import type { BlockBox } from '../box.ts';
import { usedDisplay } from '../used-display.ts';
import type {
  TableBox,
  TableCell,
  TableColumn,
  TableGroup,
  TablePart,
  TableRow,
} from './table-box.ts';

/** What box generation does for tables. */
export interface TableHost {
  styleOf(element: ElementNode): ComputedStyle;
  /** The box of a cell or a caption. */
  boxOf(element: ElementNode, parent: ElementNode): BlockBox;
  /** An anonymous cell around nodes. */
  cellAround(nodes: readonly DocumentNode[], style: ComputedStyle): BlockBox;
  /** Counters of a part that has no box of its own. */
  within<T>(element: ElementNode, parent: ElementNode, make: () => T): T;
}

const internal: ReadonlySet<string> = new Set([
  'table-row',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-cell',
  'table-caption',
  'table-column',
  'table-column-group',
]);

/** True for parts of a table, which need one around them; one that is positioned is a block like any other. */
export function isTablePart(style: ComputedStyle): boolean {
  return internal.has(usedDisplay(style));
}

export function isTableDisplay({ display }: ComputedStyle): boolean {
  return display === 'table' || display === 'inline-table';
}

export function isBlank(node: DocumentNode): boolean {
  return node.kind === 'text' && node.pieces.every(({ text }) => /^[ \t\r\n\f]*$/.test(text));
}

/** Children without those that make no box; `display: contents` stands for its own children. */
function nodesOf(nodes: readonly DocumentNode[], host: TableHost): readonly DocumentNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [node];
    const { display } = host.styleOf(node);
    if (display === 'none') return [];
    return display === 'contents' ? nodesOf(node.children, host) : [node];
  });
}

interface Run {
  readonly element: ElementNode | null;
  /** Of what is no part expected here, where `element` is null. */
  readonly nodes: readonly DocumentNode[];
}

/** Elements of the displays that belong here, and runs of everything else between them. */
function runsOf(
  nodes: readonly DocumentNode[],
  belongs: (display: string) => boolean,
  host: TableHost,
): readonly Run[] {
  const runs: Run[] = [];
  let others: DocumentNode[] = [];
  const end = () => {
    if (others.some((node) => !isBlank(node))) runs.push({ element: null, nodes: others });
    others = [];
  };
  for (const node of nodesOf(nodes, host)) {
    if (node.kind === 'element' && belongs(usedDisplay(host.styleOf(node)))) {
      end();
      runs.push({ element: node, nodes: [] });
    } else others.push(node);
  }
  end();
  return runs;
}

function spanOf(element: ElementNode, name: string, least: number): number {
  const value = Number.parseInt(element.attributes.get(name) ?? '', 10);
  return Number.isFinite(value) ? Math.max(least, Math.min(value, 1000)) : 1;
}

function cellsOf(
  nodes: readonly DocumentNode[],
  row: TablePart,
  parent: ElementNode,
  host: TableHost,
): readonly TableCell[] {
  return runsOf(nodes, (display) => display === 'table-cell', host).map(
    ({ element, nodes: run }) =>
      element
        ? {
            box: host.boxOf(element, parent),
            columnSpan: spanOf(element, 'colspan', 1),
            rowSpan: spanOf(element, 'rowspan', 0),
          }
        : { box: host.cellAround(run, row.style), columnSpan: 1, rowSpan: 1 },
  );
}

function rowsOf(
  nodes: readonly DocumentNode[],
  group: TablePart,
  parent: ElementNode,
  host: TableHost,
): readonly TableRow[] {
  return runsOf(nodes, (display) => display === 'table-row', host).map(
    ({ element, nodes: run }) => {
      if (!element) {
        const part = { style: anonymousStyle(group.style), element: null };
        return { ...part, cells: cellsOf(run, part, parent, host) };
      }
      const part = { style: host.styleOf(element), element };
      return host.within(element, parent, () => ({
        ...part,
        cells: cellsOf(element.children, part, element, host),
      }));
    },
  );
}

const roles: Readonly<Record<string, TableGroup['role']>> = {
  'table-header-group': 'header',
  'table-row-group': 'body',
  'table-footer-group': 'footer',
};

function groupOf(element: ElementNode, parent: ElementNode, host: TableHost): TableGroup {
  const style = host.styleOf(element);
  const part = { style, element };
  return host.within(element, parent, () => ({
    ...part,
    role: roles[style.display] ?? 'body',
    rows: rowsOf(element.children, part, element, host),
  }));
}

function columnsOf(element: ElementNode, host: TableHost): readonly TableColumn[] {
  const style = host.styleOf(element);
  const { width } = style;
  if (style.display === 'table-column')
    return [{ style, element, width, span: spanOf(element, 'span', 1) }];
  const inner = nodesOf(element.children, host).flatMap((node) =>
    node.kind === 'element' && usedDisplay(host.styleOf(node)) === 'table-column'
      ? columnsOf(node, host)
      : [],
  );
  const group: TablePart = { style, element };
  if (inner.length > 0)
    return inner.map((column) => ({
      ...column,
      group,
      width: column.width === 'auto' ? width : column.width,
    }));
  return [{ ...group, group, width, span: spanOf(element, 'span', 1) }];
}

function isTopLevel(display: string): boolean {
  return internal.has(display) && display !== 'table-cell';
}

/** The box of a table whose children are `nodes`; `element` is null for an anonymous one. */
export function buildTable(
  base: Pick<TableBox, 'style' | 'element' | 'owner' | 'language'>,
  nodes: readonly DocumentNode[],
  parent: ElementNode,
  host: TableHost,
): TableBox {
  const captions: BlockBox[] = [];
  const columns: TableColumn[] = [];
  const groups: TableGroup[] = [];
  let loose: DocumentNode[] = [];
  const part = { style: anonymousStyle(base.style), element: null };
  const endGroup = () => {
    const rows = rowsOf(loose, part, parent, host);
    if (rows.length > 0) groups.push({ ...part, role: 'body', rows });
    loose = [];
  };
  for (const { element, nodes: run } of runsOf(nodes, isTopLevel, host)) {
    const display = element ? host.styleOf(element).display : '';
    if (!element || display === 'table-row') {
      loose.push(...(element ? [element] : run));
      continue;
    }
    endGroup();
    if (display === 'table-caption') captions.push(host.boxOf(element, parent));
    else if (display.startsWith('table-column')) columns.push(...columnsOf(element, host));
    else groups.push(groupOf(element, parent, host));
  }
  endGroup();
  const cells = groups.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.map(({ box }) => box)),
  );
  return {
    kind: 'table',
    ...base,
    independent: true,
    children: [...captions, ...cells],
    captions,
    columns,
    groups: inOrder(groups),
  };
}

/** A table whose content, where it has any, is one anonymous cell. */
export function tableAround(content: BlockBox): TableBox {
  const { style, element, owner, language, children } = content;
  const part = (display: ComputedStyle['display']): TablePart => ({
    style: { ...anonymousStyle(style), display },
    element: null,
  });
  const box: BlockBox = { ...content, ...part('table-cell') };
  const cells = [{ box, columnSpan: 1, rowSpan: 1 }];
  const rows = [{ ...part('table-row'), cells }];
  const groups: readonly TableGroup[] = [{ ...part('table-row-group'), role: 'body', rows }];
  const base = { kind: 'table', style, element, owner, language, independent: true } as const;
  const isEmpty = children.length === 0;
  return {
    ...base,
    children: isEmpty ? [] : [box],
    captions: [],
    columns: [],
    groups: isEmpty ? [] : groups,
  };
}

/** The first header stands above and the first footer below everything (CSS 2 §17.2). */
function inOrder(groups: readonly TableGroup[]): readonly TableGroup[] {
  const header = groups.find(({ role }) => role === 'header');
  const footer = groups.find(({ role }) => role === 'footer');
  const others = groups
    .filter((group) => group !== header && group !== footer)
    .map((group): TableGroup => ({ ...group, role: 'body' }));
  return [...(header ? [header] : []), ...others, ...(footer ? [footer] : [])];
}
