/** What `clip-path` cuts a box along (css-masking-1 §5). */
import { insetRect, type Path } from '../base/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { type BoxAreas, originOf } from './boxes.ts';
import { clipShapePath } from './clip-shape.ts';
import type { RoundedRect } from './rounded.ts';
import type { PageVectors } from './svg/draw-vector.ts';

/** The outlines, all of which cut; `areas` of the whole box. */
export function clipPathsOf(
  box: BoxFragment,
  { border, padding, content }: BoxAreas,
  vectors: PageVectors,
): readonly Path[] {
  const { clipPath } = box.style;
  if (clipPath === 'none') return [];
  if (clipPath.kind === 'url')
    return vectors.clipsOf(clipPath.path, border.rect, originOf(box)) ?? [];
  const boxes = {
    'margin-box': marginArea(box, border),
    'border-box': border,
    'padding-box': padding,
    'content-box': content,
    'fill-box': content,
    'stroke-box': border,
    'view-box': border,
  };
  return [clipShapePath(clipPath, boxes[clipPath.box])];
}

/** Deviation: of margins that are lengths; `auto` and percentages count as none. */
function marginArea({ style }: BoxFragment, border: RoundedRect): RoundedRect {
  const outwards = (margin: ComputedStyle['marginTop']) => (margin === 'auto' ? 0 : -margin.pt);
  const rect = insetRect(border.rect, {
    top: outwards(style.marginTop),
    right: outwards(style.marginRight),
    bottom: outwards(style.marginBottom),
    left: outwards(style.marginLeft),
  });
  return { ...border, rect };
}
