/** The frame of a `fieldset` with a legend on it (html §15.3.13). */
import { insetRect, type Path, type Point, rectPath } from '../base/index.ts';
import type { BoxFragment } from '../layout/index.ts';

/** The box that background and border are drawn for: it begins at the border, not at the legend. */
export function framedBox(
  box: BoxFragment,
  at: Point,
): { readonly box: BoxFragment; readonly at: Point } {
  const { legend } = box;
  if (!legend) return { box, at };
  const { inset, border } = legend;
  const rect = insetRect({ x: box.x, y: box.y, width: box.width, height: box.height }, inset);
  return { box: { ...box, ...rect, border }, at: { x: at.x + inset.left, y: at.y + inset.top } };
}

/** All around the legend, where the border shows; null for boxes without one. */
export function aroundLegend({ legend, width, height }: BoxFragment, at: Point): Path | null {
  if (!legend) return null;
  const left = at.x + legend.x;
  const top = at.y + legend.y;
  const right = left + legend.width;
  const foot = top + legend.height;
  const [end, bottom] = [at.x + width, at.y + height];
  return [
    ...rectPath({ x: at.x, y: at.y, width: left - at.x, height }),
    ...rectPath({ x: right, y: at.y, width: end - right, height }),
    ...rectPath({ x: left, y: at.y, width: legend.width, height: top - at.y }),
    ...rectPath({ x: left, y: foot, width: legend.width, height: bottom - foot }),
  ];
}
