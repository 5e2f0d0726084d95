/** Where letters reach into a line under or over them (css-text-decoration-4 §2.9). */
import type { Path } from '../base/index.ts';
import { type GlyphRun, glyphPath } from '../text/index.ts';

/** A run of glyphs that begins at `x`. */
export interface PlacedRun {
  readonly run: GlyphRun;
  readonly x: number;
}

export interface Hole {
  readonly start: number;
  readonly end: number;
}

/** From the baseline, y down. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** §2.9: letters of these scripts stand on the line, and interrupt it only where `all` do. */
const uninterrupting =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/** Steps that a curve is taken apart into: at print's sizes no error shows. */
const steps = 8;

/** The stretches that letters take of a band, `gap` wider on both sides; in order, none touching. */
export function skippedInk(
  runs: readonly PlacedRun[],
  band: Band,
  gap: number,
  isAll: boolean,
): readonly Hole[] {
  const holes = runs.flatMap((placed) => inkIn(placed, band, isAll));
  const joined: Hole[] = [];
  for (const { start, end } of holes.toSorted((one, other) => one.start - other.start)) {
    const [from, to] = [start - gap, end + gap];
    const last = joined.at(-1);
    if (last && from <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, to) };
    else joined.push({ start: from, end: to });
  }
  return joined;
}

function inkIn({ run, x }: PlacedRun, band: Band, isAll: boolean): readonly Hole[] {
  // Upright letters stand beside the line.
  if (run.isUpright) return [];
  const { font, sizePt, scaleX } = run;
  const scale = sizePt / font.metrics.unitsPerEm;
  let pen = x;
  return [...run.glyphs].flatMap((glyph): readonly Hole[] => {
    const at = pen + glyph.xOffsetPt;
    pen += glyph.advancePt;
    if (!isAll && uninterrupting.test(glyph.text)) return [];
    // In the font's units, y up.
    const up = (y: number) => (-y - glyph.yOffsetPt) / scale;
    const reach = extentWithin(glyphPath(font, glyph.id), up(band.bottom), up(band.top));
    if (!reach) return [];
    const [from, to] = reach;
    return [{ start: at + from * scale * scaleX, end: at + to * scale * scaleX }];
  });
}

/** The least and greatest x of an outline between two heights; null where it has nothing there. */
function extentWithin(path: Path, low: number, high: number): readonly [number, number] | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const add = (x: number) => {
    least = Math.min(least, x);
    most = Math.max(most, x);
  };
  let here = { x: 0, y: 0 };
  const lineTo = (x: number, y: number) => {
    const [bottom, top] = here.y < y ? [here, { x, y }] : [{ x, y }, here];
    if (top.y >= low && bottom.y <= high) {
      const rise = top.y - bottom.y;
      const xAt = (height: number) =>
        rise === 0 ? bottom.x : bottom.x + ((top.x - bottom.x) * (height - bottom.y)) / rise;
      add(xAt(Math.max(low, bottom.y)));
      add(xAt(Math.min(high, top.y)));
    }
    here = { x, y };
  };
  for (const part of path) {
    if (part.kind === 'move') here = part;
    else if (part.kind === 'line') lineTo(part.x, part.y);
    else if (part.kind === 'cubic') {
      const from = here;
      for (let step = 1; step <= steps; step += 1) {
        const t = step / steps;
        const u = 1 - t;
        const mix = (a: number, b: number, c: number, d: number) =>
          u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        lineTo(mix(from.x, part.x1, part.x2, part.x), mix(from.y, part.y1, part.y2, part.y));
      }
    }
  }
  return most >= least ? [least, most] : null;
}
