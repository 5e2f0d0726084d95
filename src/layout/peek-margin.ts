/**
 * Margins seen from outside, before a box is laid out: needed to know where a child will begin
 * when it may have to be broken. And which boxes keep their margins to themselves.
 */
import { type Box, isOutOfFlow } from './box.ts';
import { joinStruts, type MarginStrut, strutOf } from './margin.ts';
import { computeEdges } from './sizing.ts';

/** True for a box that starts a block formatting context of its own (CSS 2 §9.4.1). */
export function isIndependent(box: Box): boolean {
  if (box.kind !== 'block') return true;
  const { style } = box;
  return (
    box.independent ||
    style.display === 'flow-root' ||
    style.display === 'inline-block' ||
    style.overflow === 'hidden' ||
    isOutOfFlow(box) ||
    box.element?.tag === 'html'
  );
}

/** The top margin a box will show its parent, its first children's included. */
export function peekMarginTop(box: Box, width: number): MarginStrut {
  let current: Box | undefined = box;
  let strut = strutOf(computeEdges(box.style, width).margin.top);
  while (current && !isIndependent(current) && current.kind === 'block') {
    const edges = computeEdges(current.style, width);
    if (edges.border.top + edges.padding.top > 0) break;
    const next: Box | undefined = current.children.find((child) => !isOutOfFlow(child));
    if (!next || next.kind === 'lines') break;
    strut = joinStruts(strut, strutOf(computeEdges(next.style, width).margin.top));
    current = next;
  }
  return strut;
}
