/**
 * Where breaks are forced and where they are avoided (css-break-3 §3, css-page-3 §4: `page`).
 * A value on a first or last child counts for its parent too, as the standard propagates them.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { Box, FlexBox } from './box.ts';
import { isFloat, isInFlow } from './box.ts';
import { epsilon, type Fragmentainer, type PageSide } from './space.ts';
import type { TableBox, TablePart } from './table/table-box.ts';

type Kind = Fragmentainer['kind'];

/** First or last child in flow, where breaks and page names come from. */
function edgeChild(box: Box, side: 'first' | 'last', isThrough: boolean): Box | undefined {
  const isPassed = box.kind === 'block' || box.kind === 'flex' || box.kind === 'grid';
  if (!isPassed && !(isThrough && box.kind === 'columns')) return undefined;
  return side === 'first' ? box.children.find(isBlockInFlow) : box.children.findLast(isBlockInFlow);
}

function isBlockInFlow(child: Box): boolean {
  return child.kind !== 'lines' && isInFlow(child);
}

/**
 * Goes along the box and the chain of its first (last) children until a test is true of one's style.
 * What is asked of pages comes through columns (css-break-3 §3.1).
 */
function someAtEdge(
  box: Box,
  side: 'first' | 'last',
  test: (style: ComputedStyle) => boolean,
  isThrough = false,
): boolean {
  let current: Box | undefined = box;
  while (current && current.kind !== 'lines') {
    if (test(current.style)) return true;
    if (current.kind === 'table' && tableEdges(current, side).some(({ style }) => test(style)))
      return true;
    // What an item of a line asks for is asked for by all of it (css-flexbox-1 §10).
    if (isOneLine(current)) {
      const items = current.children.filter(isBlockInFlow);
      // Of pages' names the outermost item's comes last, and holds.
      const ordered = side === 'first' ? items.toReversed() : items;
      return ordered.some((item) => someAtEdge(item, side, test, isThrough));
    }
    current = edgeChild(current, side, isThrough);
  }
  return false;
}

function isOneLine(box: Box): box is FlexBox {
  if (box.kind !== 'flex') return false;
  const { flexDirection, flexWrap } = box.style;
  return flexWrap === 'nowrap' && flexDirection.startsWith('row');
}

/** The first (last) group of rows of a table, and the row at its edge (css-tables-3 §4). */
function tableEdges({ groups }: TableBox, side: 'first' | 'last'): readonly TablePart[] {
  const shown = groups.filter(({ rows }) => rows.length > 0);
  const group = side === 'first' ? shown[0] : shown.at(-1);
  const row = side === 'first' ? group?.rows[0] : group?.rows.at(-1);
  return [group, row].filter((part) => part !== undefined);
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

const pageBreaks: ReadonlySet<string> = new Set(['page', 'left', 'right', 'recto', 'verso']);

function isForced(value: string, kind: Kind): boolean {
  if (value === 'always') return true;
  return kind === 'column' ? value === 'column' : pageBreaks.has(value);
}

function isAvoided(value: string, kind: Kind): boolean {
  return value === 'avoid' || value === `avoid-${kind}`;
}

/** Name of the page a box begins on: the innermost `page` at its start; `''` for none. */
export function startPage(box: Box, inherited: string): string {
  let name = inherited;
  someAtEdge(box, 'first', ({ page }) => {
    if (page !== 'auto') name = page;
    return false;
  });
  return name;
}

/** Name of the page a box ends on. */
export function endPage(box: Box, inherited: string): string {
  let name = inherited;
  someAtEdge(box, 'last', ({ page }) => {
    if (page !== 'auto') name = page;
    return false;
  });
  return name;
}

/** True where there must be a break between two siblings. `page`: the name their parent gives. */
export function isBreakForced(before: Box, after: Box, kind: Kind, page: string): boolean {
  if (kind === 'page' && endPage(before, page) !== startPage(after, page)) return true;
  return asksForBreak(before, after, kind);
}

/** True where one of two siblings itself forces a break between them; null: it has no say. */
export function asksForBreak(before: Box | null, after: Box | null, kind: Kind): boolean {
  if (kind === 'page' && asksForPage(before, after)) return true;
  return asksFor(before, after, (value) => isForced(value, kind));
}

/** True where one of two siblings forces a break of the page, whatever columns they are in. */
export function asksForPage(before: Box | null, after: Box | null): boolean {
  return asksFor(before, after, (value) => pageBreaks.has(value), true);
}

function asksFor(
  before: Box | null,
  after: Box | null,
  isAsked: (value: string) => boolean,
  isThrough = false,
): boolean {
  return (
    (before !== null &&
      someAtEdge(before, 'last', ({ breakAfter }) => isAsked(breakAfter), isThrough)) ||
    // §3.1: what floats asks for no break itself.
    (after !== null &&
      !isFloat(after) &&
      someAtEdge(after, 'first', ({ breakBefore }) => isAsked(breakBefore), isThrough))
  );
}

const sides: Readonly<Record<string, PageSide>> = {
  left: 'left',
  right: 'right',
  // css-break-4 §3.1: where writing runs from left to right, the front of a leaf is a right page.
  recto: 'right',
  verso: 'left',
};

/** The side of the spread that a forced break between two siblings asks for; the later wins. */
export function wantedSide(before: Box | null, after: Box | null): PageSide | null {
  let side: PageSide | null = null;
  const ask = (value: string): boolean => {
    side = sides[value] ?? side;
    return false;
  };
  if (before) someAtEdge(before, 'last', ({ breakAfter }) => ask(breakAfter), true);
  if (after) someAtEdge(after, 'first', ({ breakBefore }) => ask(breakBefore), true);
  return side;
}

/** True where a break between two siblings is to be avoided; null: it has no say. */
export function isBreakAvoided(before: Box | null, after: Box | null, kind: Kind): boolean {
  return (
    (before !== null &&
      someAtEdge(before, 'last', ({ breakAfter }) => isAvoided(breakAfter, kind))) ||
    (after !== null &&
      someAtEdge(after, 'first', ({ breakBefore }) => isAvoided(breakBefore, kind)))
  );
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

/**
 * True for a box that is cut all the same: higher than a whole page, it would lose what no page has room for
 * (css-break-3 §4.4). Pictures are not.
 */
export function isCutThough(box: Box, height: number, { kind, size }: Fragmentainer): boolean {
  return (
    kind === 'page' && box.kind !== 'picture' && box.kind !== 'region' && height > size + epsilon
  );
}
