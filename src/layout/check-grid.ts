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

/** Reports `layout/off-grid-line`, one for each element. */
export function checkGrid(
  pages: readonly Page[],
  context: LayoutContext,
  report: Context['report'],
): void {
  const seen = new Set<ElementNode | null>();
  for (const page of pages) {
    const start: Place = { grid: null, element: null, style: page.root.style };
    visit(page.root, { x: 0, y: 0 }, start, (line, y, place) => {
      if (!place.grid || place.style.lineSnap !== 'baseline' || seen.has(place.element)) return;
      const away = distanceFromGrid(place.grid.lines, y + line.baseline - place.grid.top);
      if (Math.abs(away) <= tolerance) return;
      seen.add(place.element);
      report(offGridLine(page.name, place.element, away));
    });
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
