/** Heights of boxes that columns or pages cut, all their pieces put together. */
import type { Point } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { BoxFragment, Fragment, Page } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { areasOf, type BoxAreas, roundedAreasOfWhole } from './boxes.ts';

export interface WholeBoxes {
  /** Height of the whole box that a fragment is a piece of. */
  heightOf(piece: BoxFragment): number;
}

/**
 * The areas that a shape or mask of a box is placed in: as if columns and pages had not cut it
 * (css-break-3 §5.4: `slice`).
 */
export function wholeAreasOf(box: BoxFragment, at: Point, whole: WholeBoxes): BoxAreas {
  const { cut } = box;
  return cut ? roundedAreasOfWhole(cut, box, at, whole.heightOf(box)) : areasOf(box, at);
}

type Heights = Map<ComputedStyle, Map<ElementNode | null, number>>;

/** Looked for when the first is asked for. */
export function wholeBoxes(pages: readonly Page[]): WholeBoxes {
  let known: Heights | null = null;
  return {
    heightOf(piece) {
      known ??= heightsIn(pages);
      return known.get(piece.style)?.get(piece.element) ?? piece.height;
    },
  };
}

function heightsIn(pages: readonly Page[]): Heights {
  const heights: Heights = new Map();
  const visit = (fragment: Fragment): void => {
    if (fragment.kind !== 'box') return;
    if (fragment.cut) addPiece(heights, fragment, fragment.cut.above + fragment.height);
    for (const child of fragment.children) visit(child);
  };
  for (const { root } of pages) visit(root);
  return heights;
}

function addPiece(heights: Heights, { style, element }: BoxFragment, end: number): void {
  const ofStyle = heights.get(style) ?? new Map<ElementNode | null, number>();
  ofStyle.set(element, Math.max(ofStyle.get(element) ?? 0, end));
  heights.set(style, ofStyle);
}
