/**
 * Inline boxes that have their edges on every line (`box-decoration-break: clone`, css-break-3 §6.1):
 * a line's end closes all that are open, and the next line opens them again.
 */
import type { ParagraphText } from './paragraph-text.ts';

/** Before each of a paragraph's edges, and after the last: what opening and closing such boxes takes, in pt. */
export interface OpenRepeated {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

const known = new WeakMap<ParagraphText, OpenRepeated>();

/** Null where no box repeats its edges. */
export function openRepeated(paragraph: ParagraphText): OpenRepeated | null {
  const { edges } = paragraph;
  if (!edges.some(({ repeats }) => repeats)) return null;
  const before = known.get(paragraph);
  if (before) return before;
  const starts = new Float64Array(edges.length + 1);
  const ends = new Float64Array(edges.length + 1);
  let open = 0;
  // From the end: a box whose end is still to come is open, be its start in the paragraph or not.
  for (let index = edges.length - 1; index >= 0; index--) {
    const edge = edges[index];
    const sign = edge?.side === 'end' ? 1 : -1;
    open += edge?.repeats ? sign : 0;
    // Without its end, which a block inside may have cut off, a box is not opened again.
    const isKnown = open >= 0;
    open = Math.max(0, open);
    const { startPt = 0, endPt = 0 } = (isKnown && edge?.repeats) || {};
    starts[index] = (starts[index + 1] ?? 0) + sign * startPt;
    ends[index] = (ends[index + 1] ?? 0) + sign * endPt;
  }
  const made = { starts, ends };
  known.set(paragraph, made);
  return made;
}
