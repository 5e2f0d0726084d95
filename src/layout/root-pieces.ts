/**
 * `html` and `body` on the pages of a document: boxes of each page's own, whole and as high as it asks.
 * A folded sheet's panels each have all their edges; where text flows on from page to page the top edge
 * and the margin above it are the first page's, the bottom edge the last one's (css-break-3 §5.4).
 */
import type { BlockBox } from './box.ts';
import { specifiedHeight, type UsedBox } from './sizing.ts';
import { type Slice, sliceFrom } from './slice.ts';
import type { Space } from './space.ts';

/** Their height does not hold their content back: what runs past goes on to the next page. */
export function isPageRoot(box: BlockBox): boolean {
  return box.element?.tag === 'html' || box.element?.tag === 'body';
}

/** A block's piece from `space.resume` on, and its sizes here. */
export function pieceFrom(
  box: BlockBox,
  used: UsedBox,
  { resume, fragmentainer, height }: Space,
): { readonly slice: Slice; readonly used: UsedBox } {
  if (!isPageRoot(box)) return { slice: sliceFrom(resume), used };
  const isPanel = fragmentainer === null || !Number.isFinite(fragmentainer.size);
  if (resume === null || isPanel || box.style.boxDecorationBreak === 'clone')
    return { slice: sliceFrom(null), used };
  const { edges } = used;
  const { border, padding, margin } = edges;
  const top = border.top + padding.top;
  const isAddedToHeight =
    used.height !== null &&
    box.style.boxSizing === 'content-box' &&
    specifiedHeight(box.style, edges, height) !== null;
  return {
    slice: { first: false, consumed: 0, ended: false },
    used: {
      ...used,
      edges: {
        ...edges,
        border: { ...border, top: 0 },
        padding: { ...padding, top: 0 },
        margin: { ...margin, top: 0 },
        vertical: edges.vertical - top,
      },
      height: isAddedToHeight && used.height !== null ? used.height - top : used.height,
    },
  };
}
