/**
 * Where breaks are forced and where they are avoided (css-break-3 §3, css-page-3 §4: `page`).
 * A value on a first or last child counts for its parent too, as the standard propagates them.
 */
import type { Box } from './box.ts';
import { isInFlow } from './box.ts';
import type { Fragmentainer, PageSide } from './space.ts';
import type { TableBox, TablePart } from './table/table-box.ts';

type Kind = Fragmentainer['kind'];

/** First or last child in flow, where breaks and page names come from. */
function edgeChild(box: Box, side: 'first' | 'last'): Box | undefined {
  if (box.kind !== 'block' && box.kind !== 'flex' && box.kind !== 'grid') return undefined;
  const inFlow = (child: Box) => child.kind !== 'lines' && isInFlow(child);
  return side === 'first' ? box.children.find(inFlow) : box.children.findLast(inFlow);
}

/** The box and the chain of its first (last) children. */
function* edgeChain(box: Box, side: 'first' | 'last'): Generator<Box> {
  let current: Box | undefined = box;
  while (current && current.kind !== 'lines') {
    yield current;
    if (current.kind === 'table') yield* tableEdges(current, side);
    current = edgeChild(current, side);
  }
}

/** The first (last) group of rows of a table, and the row at its edge (css-tables-3 §4). */
function* tableEdges({ groups }: TableBox, side: 'first' | 'last'): Generator<Box> {
  const shown = groups.filter(({ rows }) => rows.length > 0);
  const group = side === 'first' ? shown[0] : shown.at(-1);
  const row = side === 'first' ? group?.rows[0] : group?.rows.at(-1);
  if (group) yield asBox(group);
  if (row) yield asBox(row);
}

/** A part of a table as far as its breaks go. */
export function asBox({ style, element }: TablePart): Box {
  return {
    kind: 'block',
    style,
    element,
    language: '',
    owner: element,
    children: [],
    independent: false,
    marker: null,
  };
}

function isForced(value: string, kind: Kind): boolean {
  if (value === 'always' || value === 'all') return true;
  if (kind === 'column') return value === 'column';
  return (
    value === 'page' ||
    value === 'left' ||
    value === 'right' ||
    value === 'recto' ||
    value === 'verso'
  );
}

function isAvoided(value: string, kind: Kind): boolean {
  return value === 'avoid' || value === `avoid-${kind}`;
}

/** Name of the page a box begins on: the innermost `page` at its start; `''` for none. */
export function startPage(box: Box, inherited: string): string {
  let name = inherited;
  for (const one of edgeChain(box, 'first')) if (one.style.page !== 'auto') name = one.style.page;
  return name;
}

/** Name of the page a box ends on. */
export function endPage(box: Box, inherited: string): string {
  let name = inherited;
  for (const one of edgeChain(box, 'last')) if (one.style.page !== 'auto') name = one.style.page;
  return name;
}

/** True where there must be a break between two siblings. `page`: the name their parent gives. */
export function isBreakForced(before: Box, after: Box, kind: Kind, page: string): boolean {
  if (kind === 'page' && endPage(before, page) !== startPage(after, page)) return true;
  for (const box of edgeChain(before, 'last'))
    if (isForced(box.style.breakAfter, kind)) return true;
  for (const box of edgeChain(after, 'first')) {
    if (isForced(box.style.breakBefore, kind)) return true;
  }
  return false;
}

const sides: Readonly<Record<string, PageSide>> = {
  left: 'left',
  right: 'right',
  // css-break-4 §3.1: where writing runs from left to right, the front of a leaf is a right page.
  recto: 'right',
  verso: 'left',
};

/** The side of the spread that a forced break between two siblings asks for; the later wins. */
export function wantedSide(before: Box, after: Box): PageSide | null {
  let side: PageSide | null = null;
  for (const box of edgeChain(before, 'last')) side = sides[box.style.breakAfter] ?? side;
  for (const box of edgeChain(after, 'first')) side = sides[box.style.breakBefore] ?? side;
  return side;
}

/** True where a break between two siblings is to be avoided. */
export function isBreakAvoided(before: Box, after: Box, kind: Kind): boolean {
  for (const box of edgeChain(before, 'last')) {
    if (isAvoided(box.style.breakAfter, kind)) return true;
  }
  for (const box of edgeChain(after, 'first')) {
    if (isAvoided(box.style.breakBefore, kind)) return true;
  }
  return false;
}

/** True for a box that should stay in one piece (`break-inside`). */
export function isBreakInsideAvoided(box: Box, kind: Kind): boolean {
  return box.kind !== 'lines' && isAvoided(box.style.breakInside, kind);
}

/**
 * True for a box that cannot be broken at all (css-break-3 §4.1): pictures, and what clips its
 * content; on pages only where its height is set too, since a whole page may stand in such a box.
 */
export function isMonolithic(box: Box, kind: Kind): boolean {
  if (box.kind === 'picture' || box.kind === 'region') return true;
  if (box.kind === 'lines') return false;
  if (box.style.contain.size) return true;
  if (box.style.overflowX !== 'hidden') return false;
  const tag = box.element?.tag;
  if (tag === 'html' || tag === 'body') return false;
  return kind === 'column' || box.style.height !== 'auto';
}
