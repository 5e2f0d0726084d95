/** The preferred aspect ratio of any box (css-sizing-4 §5.1), and one side from the other by it. */
import type { Box } from './box.ts';
import { naturalRatio } from './picture.ts';
import { type BoxEdges, heightByRatio, widthByRatio } from './sizing.ts';

export interface BoxRatio {
  /** Border-box width of a border-box height. */
  toWidth(height: number): number;
  /** Border-box height of a border-box width. */
  toHeight(width: number): number;
}

/** Null where a box has no ratio. A picture's own is of its content box. */
export function ratioOf(box: Box, edges: BoxEdges): BoxRatio | null {
  if (box.kind === 'lines') return null;
  const { style } = box;
  const { aspectRatio } = style;
  if (aspectRatio !== 'auto' && !(aspectRatio.isAuto && box.kind === 'picture')) {
    return {
      toWidth: (height) => widthByRatio(style, edges, height, aspectRatio),
      toHeight: (width) => heightByRatio(style, edges, width, aspectRatio),
    };
  }
  const own = box.kind === 'picture' ? naturalRatio(box) : null;
  if (own === null || own === 0) return null;
  // A picture stands upright in lines that run down.
  const natural = box.turn?.swaps ? 1 / own : own;
  return {
    toWidth: (height) => Math.max(0, height - edges.vertical) * natural + edges.horizontal,
    toHeight: (width) => Math.max(0, width - edges.horizontal) / natural + edges.vertical,
  };
}
