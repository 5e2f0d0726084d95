/**
 * A glyph's outline as straight segments, in font units, y up. HarfBuzz draws it by calling back;
 * curves are cut into a few chords, which is all that measuring ink asks for.
 */
import type { Font } from './font.ts';
import { type DrawCalls, drawGlyph } from './harfbuzz.ts';

/** Four numbers a segment: x0, y0, x1, y1. */
export type Segments = readonly number[];

const chords = 4;

/** The segments of a glyph's contours; none for a blank one. */
export function segmentsOf(font: Font, glyph: number): Segments {
  const segments: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    segments.push(x, y, toX, toY);
    x = toX;
    y = toY;
  };
  const calls: DrawCalls = {
    moveTo(toX, toY) {
      x = startX = toX;
      y = startY = toY;
    },
    lineTo,
    quadraticTo(x1, y1, x2, y2) {
      const [x0, y0] = [x, y];
      for (let i = 1; i <= chords; i++) {
        const t = i / chords;
        const s = 1 - t;
        lineTo(s * s * x0 + 2 * s * t * x1 + t * t * x2, s * s * y0 + 2 * s * t * y1 + t * t * y2);
      }
    },
    cubicTo(x1, y1, x2, y2, x3, y3) {
      const [x0, y0] = [x, y];
      for (let i = 1; i <= chords; i++) {
        const t = i / chords;
        const s = 1 - t;
        const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
        lineTo(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
      }
    },
    closePath() {
      if (x !== startX || y !== startY) lineTo(startX, startY);
    },
  };
  drawGlyph(font, glyph, calls);
  return segments;
}
