/** A glyph's outline as it was drawn, curves kept: font units, y up. */
import type { Path, PathSegment } from '../base/index.ts';
import type { Font } from './font.ts';
import { drawGlyph } from './harfbuzz.ts';

/** The contours of a glyph, each closed; none for a blank one. */
export function glyphPath(font: Font, glyph: number): Path {
  const path: PathSegment[] = [];
  let [x, y] = [0, 0];
  const move = (toX: number, toY: number) => {
    x = toX;
    y = toY;
  };
  drawGlyph(font, glyph, {
    moveTo(toX, toY) {
      path.push({ kind: 'move', x: toX, y: toY });
      move(toX, toY);
    },
    lineTo(toX, toY) {
      path.push({ kind: 'line', x: toX, y: toY });
      move(toX, toY);
    },
    quadraticTo(cx, cy, toX, toY) {
      // A quadratic's control point lies two thirds of the way to a cubic's.
      path.push({
        kind: 'cubic',
        x1: x + ((cx - x) * 2) / 3,
        y1: y + ((cy - y) * 2) / 3,
        x2: toX + ((cx - toX) * 2) / 3,
        y2: toY + ((cy - toY) * 2) / 3,
        x: toX,
        y: toY,
      });
      move(toX, toY);
    },
    cubicTo(x1, y1, x2, y2, toX, toY) {
      path.push({ kind: 'cubic', x1, y1, x2, y2, x: toX, y: toY });
      move(toX, toY);
    },
    closePath() {
      path.push({ kind: 'close' });
    },
  });
  return path;
}
