/**
 * First fit: each line takes as much as it can hold, as browsers do (CSS `text-wrap: wrap`). No
 * line looks ahead; spaces are not shrunk to make room.
 */
import { type BreakPoints, hasTrait, naturalWidth, trait } from './break-points.ts';
import { isNeedless, tolerancePt } from './demerits.ts';
import type { LineShape } from './types.ts';

function nextBreak(
  points: BreakPoints,
  from: number,
  width: number,
  mayHyphenate: boolean,
): number {
  let fitting = -1;
  let first = -1;
  for (let to = from + 1; to < points.count; to++) {
    const isOpen =
      (mayHyphenate || !hasTrait(points, to, trait.hyphenated)) && !isNeedless(points, from, to);
    const natural = naturalWidth(points, from, to);
    if (isOpen && natural <= width + tolerancePt) fitting = to;
    if (isOpen && first === -1) first = to;
    const isBeyond = natural - Math.max(0, points.endChange[to] ?? 0) > width + tolerancePt;
    if (hasTrait(points, to, trait.forced) || (isBeyond && first !== -1)) break;
  }
  return fitting === -1 ? first : fitting;
}

/**
 * Indices of the chosen break points, the paragraph's start first and its end last. Where no break
 * fits the first possible one is taken. Hyphens in a row are limited where that costs no overflow.
 */
export function firstFit(
  points: BreakPoints,
  maxConsecutiveHyphens: number,
  shape: LineShape,
): readonly number[] {
  const chosen = [0];
  let hyphensInRow = 0;
  for (let from = 0; from < points.count - 1; ) {
    const { widthPt: width, endsColumn } = shape(chosen.length - 1);
    const mayHyphenate = hyphensInRow < maxConsecutiveHyphens && !endsColumn;
    let to = nextBreak(points, from, width, mayHyphenate);
    if (!mayHyphenate && naturalWidth(points, from, to) > width + tolerancePt)
      to = nextBreak(points, from, width, true);
    hyphensInRow = hasTrait(points, to, trait.hyphenated) ? hyphensInRow + 1 : 0;
    chosen.push(to);
    from = to;
  }
  return chosen;
}
