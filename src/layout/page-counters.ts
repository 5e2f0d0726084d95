/**
 * Page numbers in running elements (css-gcpm-3 §1.2): an element's boxes are made in its place in the
 * document, where no page is known; each margin box that shows it puts its own page's numbers in.
 */
import type { Box, InlineContent, PageCounter } from './box.ts';
import type { TableBox, TableGroup } from './table/table-box.ts';
import { allBoxes } from './walk-boxes.ts';

type Write = (counter: PageCounter) => string;

function hasCounter(root: Box): boolean {
  for (const box of allBoxes(root))
    if (box.kind === 'lines' && box.content.some((one) => one.kind === 'text' && one.pageCounter))
      return true;
  return false;
}

/** The same boxes with the numbers that `write` gives; the box itself where it has none. */
export function withPageCounters<Kind extends Box>(box: Kind, write: Write): Kind {
  return hasCounter(box) ? filled(box, write) : box;
}

function filled<Kind extends Box>(box: Kind, write: Write): Kind {
  return inOwnKind(box, write) as Kind;
}

function inOwnKind(box: Box, write: Write): Box {
  if (box.kind === 'picture' || box.kind === 'region') return box;
  if (box.kind === 'lines') return { ...box, content: box.content.map((one) => piece(one, write)) };
  const legend = 'legend' in box && box.legend ? { legend: filled(box.legend, write) } : {};
  const marker = 'marker' in box && box.marker ? { marker: filled(box.marker, write) } : {};
  const children = box.children.map((child) => filled(child, write));
  const parts = box.kind === 'table' ? partsOf(box, write) : {};
  return { ...box, ...legend, ...marker, ...parts, children } as Box;
}

function piece(one: InlineContent, write: Write): InlineContent {
  if (one.kind === 'atom') return { ...one, box: filled(one.box, write) };
  if (one.kind !== 'text' || !one.pageCounter) return one;
  return { ...one, text: write(one.pageCounter) };
}

function partsOf({ captions, groups }: TableBox, write: Write) {
  const inGroup = (group: TableGroup): TableGroup => ({
    ...group,
    rows: group.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, box: filled(cell.box, write) })),
    })),
  });
  return {
    captions: captions.map((caption) => filled(caption, write)),
    groups: groups.map(inGroup),
  };
}
