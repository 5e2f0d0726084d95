/** What spans all columns parts a box's content into rows of columns (css-multicol-1 §6). */
import type { BlockBox, Box } from './box.ts';
import { isInFlow } from './box.ts';
import { isIndependent } from './peek-margin.ts';

function isSpanner(box: Box): boolean {
  return box.kind !== 'lines' && box.style.columnSpan === 'all' && isInFlow(box);
}

/** A block with a spanning box in it is cut in two around it, as by a break (§6.1). */
function splitAtSpanners(box: Box): readonly Box[] {
  if (box.kind !== 'block' || isSpanner(box) || isIndependent(box)) return [box];
  const children = box.children.flatMap(splitAtSpanners);
  if (!children.some(isSpanner)) return [box];
  const parts: Box[] = [];
  let run: Box[] = [];
  const endRun = (isLast: boolean) => {
    const isFirst = parts.length === 0;
    if (run.length > 0 || isFirst || isLast) parts.push(sliceOf(box, run, isFirst, isLast));
    run = [];
  };
  for (const child of children) {
    if (!isSpanner(child)) run.push(child);
    else {
      endRun(false);
      parts.push(child);
    }
  }
  endRun(true);
  return parts;
}

const noLength = { pt: 0, percent: 0 };

/** The part of a box between two spanning boxes: only its first has a top edge, its last a bottom. */
function sliceOf(
  box: BlockBox,
  children: readonly Box[],
  isFirst: boolean,
  isLast: boolean,
): BlockBox {
  const top = { marginTop: noLength, paddingTop: noLength, borderTopWidth: 0 };
  const bottom = { marginBottom: noLength, paddingBottom: noLength, borderBottomWidth: 0 };
  // What has been parted once may be broken further.
  const above = { ...top, breakInside: 'auto' as const };
  const style = { ...box.style, ...(isFirst ? {} : above), ...(isLast ? {} : bottom) };
  const parted = { above: !isFirst, below: !isLast };
  return { ...box, style, children, marker: isFirst ? box.marker : null, parted };
}

/** The rows, each in an anonymous block, and what spans between them. */
export function columnSegments(
  children: readonly Box[],
  anonymous: (run: readonly Box[]) => BlockBox,
): readonly Box[] {
  const segments: Box[] = [];
  let run: Box[] = [];
  const endRun = () => {
    if (run.length > 0) segments.push(anonymous(run));
    run = [];
  };
  for (const child of children.flatMap(splitAtSpanners)) {
    if (!isSpanner(child)) run.push(child);
    else {
      endRun();
      segments.push('independent' in child ? { ...child, independent: true } : child);
    }
  }
  endRun();
  return segments;
}
