/**
 * Positioned boxes whose containing block goes over pages (css-break-3 §5.1): its pieces count as one,
 * and a box in it stands on the page that its place falls on, cut itself where that page ends.
 */
import type { Point } from '../base/index.ts';
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import type { ColumnRow } from './column-thread.ts';
import type { BoxFragment } from './fragment.ts';
import type { MadePage } from './made-page.ts';
import { noMargin } from './margin.ts';
import { placePositioned } from './page-root.ts';
import { placeInColumns } from './positioned-in-columns.ts';
import type { Laid, LayoutContext } from './space.ts';

/** Makes one more page after another, with its index. */
type PageAfter = (before: MadePage, index: number) => MadePage;

/** The pages with those boxes in place; further pages where they go on past the last. */
export function placeOnPages(
  made: readonly MadePage[],
  pageAfter: PageAfter,
  context: LayoutContext,
): readonly MadePage[] {
  const last = made.at(-1);
  if (!last || made.every(({ held }) => held.length === 0)) return made;
  const { rows } = placeInColumns(made.map(rowOf), 0, context);
  const pages = made.map((page, index) => withContent(page, rows[index]?.[0], context));
  const beyond = rows[made.length - 1]?.slice(1) ?? [];
  const more = beyond.map((column, beside) =>
    withContent(pageAfter(last, made.length + beside), column, context),
  );
  return [...pages, ...more];
}

/** A page's area as a column, its top left at 0,0, with what is in flow on the page. */
function rowOf({ page, box, held, room }: MadePage): ColumnRow {
  const { area } = box;
  const [content] = page.root.children;
  const children = content ? [moveFragment(content, { x: -area.x, y: -area.y })] : [];
  const fragment: BoxFragment = { ...page.root, x: 0, y: 0, width: area.width, children };
  const column: Laid = {
    fragment,
    rest: null,
    marginTop: noMargin,
    marginBottom: noMargin,
    through: false,
    outOfFlow: held,
  };
  return { columns: [column], room, isPage: true };
}

/** The page with its area's column back in place, and what that left to the page. */
function withContent(made: MadePage, column: Laid | undefined, context: LayoutContext): MadePage {
  if (!column) return made;
  const { page, box } = made;
  const by: Point = { x: box.area.x, y: box.area.y };
  const content = column.fragment.children.map((child) => moveFragment(child, by));
  const root = { ...page.root, children: [...content, ...page.root.children.slice(1)] };
  const waiting = carryOutOfFlow(column.outOfFlow, by, 0);
  const placed = placePositioned(root, waiting, box, undefined, context);
  return {
    ...made,
    page: { ...page, root: placed.fragment },
    running: [...made.running, ...placed.running],
    fixed: [...made.fixed, ...placed.fixed],
    held: [],
  };
}
