/**
 * Dashes and dots that come out even: CSS leaves their lengths open (css-backgrounds-3 §3.2), so a
 * side begins and ends with a whole dash, and an outline that closes has no seam.
 */
export interface LinePattern {
  readonly dashPt: readonly number[];
  readonly cap: 'butt' | 'round';
}

const solid: LinePattern = { dashPt: [], cap: 'butt' };

/** A dash in widths of the line: longer for thin lines, which would look dotted. */
function dashLength(width: number): number {
  return width * (width < 2.25 ? 3 : 2);
}

/** A gap before it is stretched to fit: browsers agree on these. */
function gapLength(width: number): number {
  return width * (width < 2.25 ? 2 : 1);
}

/** Dashes along an open line of `length` pt, one at each end; the gaps as near the usual as can be. */
function openDashes(width: number, length: number): LinePattern {
  const [dash, usual] = [dashLength(width), gapLength(width)];
  const gapOf = (gaps: number) => (length - dash * (gaps + 1)) / gaps;
  const fewer = Math.max(1, Math.floor((length + usual) / (dash + usual)) - 1);
  const [wide, narrow] = [gapOf(fewer), gapOf(fewer + 1)];
  const isWide = narrow <= 0 || Math.abs(wide - usual) < Math.abs(narrow - usual);
  const gap = isWide ? wide : narrow;
  return gap > 0 ? { dashPt: [dash, gap], cap: 'butt' } : solid;
}

/**
 * Dots are dashes of next to no length with round ends. Of no length at all they would be left to
 * what shows the file, and some make them a little longer than others, one after the other.
 */
const dot = 0.01;

const dots = (distance: number): LinePattern => ({
  dashPt: [dot, Math.max(dot, distance - dot)],
  cap: 'round',
});

/** Round dots whose centres stand at both ends of a line of `length` pt. */
function openDots(width: number, length: number): LinePattern {
  const gaps = Math.max(1, Math.round(length / (2 * width)));
  return dots(length / gaps);
}

/** The pattern of an open line; for dots, `length` runs from the first centre to the last. */
export function openPattern(
  style: 'dashed' | 'dotted',
  width: number,
  length: number,
): LinePattern {
  return style === 'dashed' ? openDashes(width, length) : openDots(width, length);
}

/** The pattern of a closed outline of `length` pt. */
export function closedPattern(
  style: 'dashed' | 'dotted',
  width: number,
  length: number,
): LinePattern {
  if (style === 'dotted') {
    return dots(length / Math.max(1, Math.round(length / (2 * width))));
  }
  const dash = dashLength(width);
  const dashes = Math.max(1, Math.round(length / (dash + gapLength(width))));
  return { dashPt: [dash, Math.max(0, length / dashes - dash)], cap: 'butt' };
}
