/**
 * First fit: each line takes as much as it can hold, as browsers do (CSS `text-wrap: wrap`). No
 * line looks ahead; spaces are not shrunk to make room.
 */
import { type BreakPoint, naturalWidth } from './break-points.ts';
import { tolerancePt } from './demerits.ts';
import type { LineShape } from './types.ts';

interface Scan {
  /** The last break that fits; the first possible one where none does. */
  readonly index: number;
}

function nextBreak(
  points: readonly BreakPoint[],
  from: number,
  width: number,
  mayHyphenate: boolean,
): Scan {
  const start = points[from];
  let fitting = -1;
  let first = -1;
  for (let index = from + 1; start && index < points.length; index++) {
    const to = points[index];
    if (!to) break;
    const isOpen = mayHyphenate || !to.hyphenated;
    const natural = naturalWidth(start, to);
    if (isOpen && natural <= width + tolerancePt) fitting = index;
    if (isOpen && first === -1) first = index;
    const isBeyond = natural - Math.max(0, to.endChange) > width + tolerancePt;
    if (to.forced || (isBeyond && first !== -1)) break;
  }
  return { index: fitting === -1 ? first : fitting };
}

/**
 * Indices of the chosen break points, the paragraph's start first and its end last. Where no break
 * fits the first possible one is taken. Hyphens in a row are limited where that costs no overflow.
 */
export function firstFit(
  points: readonly BreakPoint[],
  maxConsecutiveHyphens: number,
  shape: LineShape,
): readonly number[] {
  const chosen = [0];
  let hyphensInRow = 0;
  for (let from = 0; from < points.length - 1; ) {
    const { widthPt: width, endsColumn } = shape(chosen.length - 1);
    const mayHyphenate = hyphensInRow < maxConsecutiveHyphens && !endsColumn;
    let { index } = nextBreak(points, from, width, mayHyphenate);
    const start = points[from];
    const to = points[index];
    if (!mayHyphenate && start && to && naturalWidth(start, to) > width + tolerancePt)
      index = nextBreak(points, from, width, true).index;
    hyphensInRow = points[index]?.hyphenated ? hyphensInRow + 1 : 0;
    chosen.push(index);
    from = index;
  }
  return chosen;
}
