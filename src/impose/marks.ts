/**
 * Printer's marks, in registration ink (all plates), outside the bleed: crop marks at the corners
 * of the trim, fold marks at both ends of each fold. Off unless the job asks for them.
 */
import { type Edges, mmToPt, type Path } from '../base/index.ts';
import type { PrintColor, SpotColor } from '../color/index.ts';
import type { DisplayItem } from '../display/index.ts';
import type { FlatPage } from './flat-page.ts';

const lengthPt = mmToPt(5);
const widthPt = 0.25;
/** Marks begin this far from the trim, or at the bleed's edge where that is farther. */
const leastOffsetPt = mmToPt(3);
const foldDashPt = [mmToPt(1), mmToPt(1)];
/** Paper left around the marks. */
const marginPt = mmToPt(2);

/** ISO 32000-1 §8.6.6.4: the colorant `All` prints on every plate. */
export const registration: SpotColor = {
  space: 'spot',
  name: 'All',
  tint: 1,
  alternate: { space: 'cmyk', c: 1, m: 1, y: 1, k: 1, alpha: 1 },
  alpha: 1,
};

/**
 * Marks stay this clear of the bleed, so that no reading of their ends' width is inside it.
 */
export const markClearancePt = widthPt;

/** Where marks begin, measured outwards from the trim. */
function offsets(bleed: Edges): Edges {
  const offset = (edge: number) => Math.max(edge + markClearancePt, leastOffsetPt);
  return {
    top: offset(bleed.top),
    right: offset(bleed.right),
    bottom: offset(bleed.bottom),
    left: offset(bleed.left),
  };
}

function stroke(path: Path, dashPt: readonly number[]): DisplayItem<PrintColor> {
  return {
    kind: 'stroke',
    path,
    paint: { kind: 'solid', color: registration },
    widthPt,
    cap: 'butt',
    join: 'miter',
    miterLimit: 10,
    dashPt,
    dashOffsetPt: 0,
  };
}

function horizontal(y: number, x1: number, x2: number): Path {
  return [
    { kind: 'move', x: x1, y },
    { kind: 'line', x: x2, y },
  ];
}

function vertical(x: number, y1: number, y2: number): Path {
  return [
    { kind: 'move', x, y: y1 },
    { kind: 'line', x, y: y2 },
  ];
}

/** A stroke above and one below the page at `x`. */
function columnMarks(page: FlatPage<unknown>, x: number): readonly Path[] {
  const start = offsets(page.bleed);
  return [
    vertical(x, -start.top - lengthPt, -start.top),
    vertical(x, page.heightPt + start.bottom, page.heightPt + start.bottom + lengthPt),
  ];
}

function rowMarks(page: FlatPage<unknown>, y: number): readonly Path[] {
  const start = offsets(page.bleed);
  return [
    horizontal(y, -start.left - lengthPt, -start.left),
    horizontal(y, page.widthPt + start.right, page.widthPt + start.right + lengthPt),
  ];
}

/**
 * The page with crop marks, and a dashed fold mark at each x of `folds` (pt from the trim's left).
 * The slug grows to hold them; marks never enter the bleed.
 */
export function addMarks(
  page: FlatPage<PrintColor>,
  folds: readonly number[],
): FlatPage<PrintColor> {
  const start = offsets(page.bleed);
  const room = (edge: keyof Edges) => start[edge] + lengthPt + marginPt - page.bleed[edge];
  const crops = [
    ...columnMarks(page, 0),
    ...columnMarks(page, page.widthPt),
    ...rowMarks(page, 0),
    ...rowMarks(page, page.heightPt),
  ];
  const foldMarks = folds.flatMap((x) => columnMarks(page, x));
  return {
    ...page,
    slug: { top: room('top'), right: room('right'), bottom: room('bottom'), left: room('left') },
    items: [
      ...page.items,
      ...crops.map((path) => stroke(path, [])),
      ...foldMarks.map((path) => stroke(path, foldDashPt)),
    ],
  };
}
