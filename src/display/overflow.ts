/** Where a box cuts what is in it: `overflow`, `contain: paint` and the `clip` of CSS 2. */
import { insetRect, type Path, type Point, rectPath } from '../base/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import { areasOf } from './boxes.ts';
import { growRounded, type RoundedRect, roundedPath } from './rounded.ts';

/** How far a side reaches that is not cut, in pt: past any page. */
const uncut = 1e5;

/**
 * The outline that a box cuts its content at, or null (css-overflow-3 §3). One that cuts on one
 * axis alone has square corners and no end on the other.
 */
export function overflowClip(box: BoxFragment, at: Point): Path | null {
  const { overflowX, overflowY, display, contain } = box.style;
  if (overflowX === 'visible' && overflowY === 'visible' && !contain.paint) return null;
  // A picture is cut at its own content edge, and nothing else is in it.
  if (display === 'inline' || box.picture) return null;
  // The margin is for boxes that are cut all around.
  const hasMargin = [overflowX, overflowY].every(
    (way) => way === 'clip' || (way === 'visible' && contain.paint),
  );
  const edge = hasMargin ? clipEdge(box, at) : areasOf(box, at).padding;
  const isCut = (way: string) => contain.paint || overflowX === 'hidden' || way !== 'visible';
  const [cutsX, cutsY] = [isCut(overflowX), isCut(overflowY)];
  if (cutsX && cutsY) return roundedPath(edge);
  const [x, y] = [cutsX ? 0 : -uncut, cutsY ? 0 : -uncut];
  return rectPath(insetRect(edge.rect, { top: y, right: x, bottom: y, left: x }));
}

/** css-overflow-4 §3.2: the edge of `overflow: clip`, moved out by `overflow-clip-margin`. */
export function clipEdge(box: BoxFragment, at: Point): RoundedRect {
  const { border, padding, content } = areasOf(box, at);
  const { box: name, byPt } = box.style.overflowClipMargin;
  const edge = { 'border-box': border, 'padding-box': padding, 'content-box': content }[name];
  return byPt === 0 ? edge : growRounded(edge, byPt);
}

/** The rectangle of `clip` on a box that is positioned out of the flow, or null. */
export function clipRectangle({ style, width, height }: BoxFragment, at: Point): Path | null {
  const { clip, position } = style;
  if (clip === 'auto' || (position !== 'absolute' && position !== 'fixed')) return null;
  const [top, right, bottom, left] = clip;
  const [x, y] = [left ?? 0, top ?? 0];
  return rectPath({
    x: at.x + x,
    y: at.y + y,
    width: Math.max(0, (right ?? width) - x),
    height: Math.max(0, (bottom ?? height) - y),
  });
}
