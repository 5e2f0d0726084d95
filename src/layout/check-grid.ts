/**
 * Lines that are not on the baseline grid they were asked to be on: in a box whose place was not
 * known when its lines were set, or beside something higher in their own line.
 */
import type { Context, Point } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { BoxFragment, Fragment, LineFragment } from './fragment.ts';
import { distanceFromGrid, gridInside, type LineGrid } from './line-grid.ts';
import type { Page } from './page.ts';
import { offGridLine } from './problems-grid.ts';
import type { LayoutContext } from './space.ts';

/** Nobody sees less (0.004 mm). */
const tolerance = 0.01;

interface Place {
  /** From the page's top. */
  readonly grid: { readonly lines: LineGrid; readonly top: number } | null;
  readonly element: ElementNode | null;
  readonly style: ComputedStyle;
}

/** Lines of elements from one place of the template: a table's rows, a list's items. */
interface Strayed {
  readonly page: string;
  readonly element: ElementNode | null;
  away: number;
  readonly elements: Set<ElementNode | null>;
}

function placeOf(element: ElementNode | null): string {
  const span = element?.span;
  return span ? `${span.source.path}:${span.start}` : '';
}

/** Reports `layout/off-grid-line`, one for each place of the template, with the farthest line. */
export function checkGrid(
  pages: readonly Page[],
  context: LayoutContext,
  report: Context['report'],
): void {
  const strayed = new Map<string, Strayed>();
  for (const page of pages) {
    const start: Place = { grid: null, element: null, style: page.root.style };
    visit(page.root, { x: 0, y: 0 }, start, (line, y, place) => {
      if (!place.grid || place.style.lineSnap !== 'baseline') return;
      const away = distanceFromGrid(place.grid.lines, y + line.baseline - place.grid.top);
      if (Math.abs(away) <= tolerance) return;
      const { element } = place;
      const first = { page: page.name, element, away, elements: new Set<ElementNode | null>() };
      const there = strayed.get(placeOf(element)) ?? first;
      if (Math.abs(away) > Math.abs(there.away)) there.away = away;
      there.elements.add(element);
      strayed.set(placeOf(element), there);
    });
  }
  for (const { page, element, away, elements } of strayed.values()) {
    report(offGridLine(page, element, away, elements.size - 1));
  }

  function visit(
    fragment: Fragment,
    origin: Point,
    place: Place,
    onLine: (line: LineFragment, y: number, place: Place) => void,
  ): void {
    if (fragment.kind === 'text') return;
    const at = { x: origin.x + fragment.x, y: origin.y + fragment.y };
    if (fragment.kind === 'line') onLine(fragment, at.y, place);
    const inside = fragment.kind === 'line' ? place : placeIn(fragment, at, place);
    for (const child of fragment.children) visit(child, at, inside, onLine);
  }

  function placeIn(box: BoxFragment, at: Point, place: Place): Place {
    const { style, border, padding } = box;
    const element = box.element ?? place.element;
    // A turned box has left the grid.
    if (style.transform.length > 0) return { grid: null, element, style };
    if (style.lineGrid !== 'create') return { ...place, element, style };
    const lines = gridInside(style, undefined, 0, context);
    const top = at.y + border.top + padding.top;
    return { grid: lines ? { lines, top } : null, element, style };
  }
}
