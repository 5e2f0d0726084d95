/** Runs of glyphs as outlines, where letters are no longer text: blurred, stroked, cut out. */
import type { Matrix, Path } from '../base/index.ts';
import { glyphPath } from '../text/index.ts';
import type { GlyphsItem } from './item.ts';
import { transformPath } from './outline.ts';

/** The outline of a run on its baseline, in the run's own coordinates. */
export function runOutline({ font, sizePt, x, y, glyphs, scaleX }: GlyphsItem<unknown>): Path {
  const scale = sizePt / font.metrics.unitsPerEm;
  let pen = x;
  return [...glyphs].flatMap(({ id, advancePt, xOffsetPt, yOffsetPt }) => {
    const at: Matrix = [scale * scaleX, 0, 0, -scale, pen + xOffsetPt, y - yOffsetPt];
    pen += advancePt;
    return transformPath(at, glyphPath(font, id));
  });
}
