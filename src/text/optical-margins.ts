/**
 * Margin kerning: how far a glyph may hang over the edge so that the edge looks straight. Measured
 * on its outline: how much white stands between the edge and the ink, and how little ink there is
 * to mark the edge. A hyphen or a full stop hangs by half its width, a «T» by a hair, an «n» not.
 */

import { isMark } from './characters.ts';
import type { Font } from './font.ts';
import { type Segments, segmentsOf } from './glyph-drawing.ts';
import { glyphAdvanceUnits, glyphOf } from './glyphs.ts';
import type { ParagraphText } from './paragraph-text.ts';
import type { ShapedRun } from './shape.ts';

/** Hanging over the left and right edge, in em. */
interface Hang {
  readonly left: number;
  readonly right: number;
}

const noHang: Hang = { left: 0, right: 0 };

/** Bands that the height from the baseline to the top of the letters is looked at in. */
const bandCount = 16;
/** White further in than this is not seen as the edge's, in em. */
const deepestWhite = 0.3;
/** The white beside a straight stem: letters with no more stand at the edge as they are. */
const stemWhite = 0.055;
/** A glyph with this much ink (an `i` or `r`, in em²) marks the edge by itself. */
const markingInk = 0.055;
/** What is left of the hang of a glyph with that much ink. */
const leastShare = 0.15;

const at = (segments: Segments, index: number) => segments[index] ?? 0;

/** Ink area by the contours' signed sum (Green's theorem), in em². */
function inkOf(segments: Segments, unitsPerEm: number): number {
  let twice = 0;
  for (let i = 0; i < segments.length; i += 4)
    twice += at(segments, i) * at(segments, i + 3) - at(segments, i + 2) * at(segments, i + 1);
  return Math.abs(twice) / 2 / unitsPerEm ** 2;
}

/** Outermost ink of each band from the baseline to `top`: least and greatest x; infinite where there is none. */
function edgesOf(segments: Segments, top: number) {
  const left = new Array<number>(bandCount).fill(Number.POSITIVE_INFINITY);
  const right = new Array<number>(bandCount).fill(Number.NEGATIVE_INFINITY);
  const height = top / bandCount;
  for (let i = 0; i < segments.length; i += 4) {
    const [x0, y0] = [at(segments, i), at(segments, i + 1)];
    const [x1, y1] = [at(segments, i + 2), at(segments, i + 3)];
    const [low, high] = y0 < y1 ? [y0, y1] : [y1, y0];
    const slope = high > low ? (x1 - x0) / (y1 - y0) : 0;
    const last = Math.min(bandCount - 1, Math.floor(high / height));
    for (let band = Math.max(0, Math.floor(low / height)); band <= last; band++) {
      // Where the segment enters and leaves the band; a level one lies in it from end to end.
      const from = high > low ? x0 + slope * (Math.max(band * height, low) - y0) : x0;
      const to = high > low ? x0 + slope * (Math.min((band + 1) * height, high) - y0) : x1;
      left[band] = Math.min(left[band] ?? 0, from, to);
      right[band] = Math.max(right[band] ?? 0, from, to);
    }
  }
  return { left, right };
}

function hangBy(whites: readonly number[], ink: number): number {
  const mean = whites.reduce((sum, white) => sum + white, 0) / whites.length;
  const more = mean - stemWhite;
  if (more <= 0) return 0;
  const share = 1 - (1 - leastShare) * Math.min(1, ink / markingInk);
  return more * share;
}

function measureHang(font: Font, glyph: number): Hang {
  const { unitsPerEm, xHeightEm, capHeightEm } = font.metrics;
  const segments = segmentsOf(font, glyph);
  if (segments.length === 0) return noHang;
  let inkTop = 0;
  for (let i = 1; i < segments.length; i += 2) inkTop = Math.max(inkTop, segments[i] ?? 0);
  const top = Math.max(xHeightEm, Math.min(capHeightEm, inkTop / unitsPerEm)) * unitsPerEm;
  const advance = glyphAdvanceUnits(font, glyph);
  const { left, right } = edgesOf(segments, Math.max(1, top));
  const ink = inkOf(segments, unitsPerEm);
  const deepest = Math.min(deepestWhite, advance / unitsPerEm);
  const whiteOf = (units: number) => Math.max(0, Math.min(deepest, units / unitsPerEm));
  return {
    left: hangBy(left.map(whiteOf), ink),
    right: hangBy(
      right.map((x) => whiteOf(advance - x)),
      ink,
    ),
  };
}

const hangsOfFonts = new WeakMap<Font, Map<number, Hang>>();

function hangOf(font: Font, glyph: number): Hang {
  let hangs = hangsOfFonts.get(font);
  if (!hangs) {
    hangs = new Map();
    hangsOfFonts.set(font, hangs);
  }
  let hang = hangs.get(glyph);
  if (!hang) {
    hang = measureHang(font, glyph);
    hangs.set(glyph, hang);
  }
  return hang;
}

function runAt(runs: readonly ShapedRun[], offset: number): ShapedRun | undefined {
  return runs.length === 1
    ? runs[0]
    : runs.find(({ start, end }) => offset >= start && offset < end);
}

/** How far the glyph of an offset hangs; 0 for a picture, a mark or a glyph made of several letters' room. */
function hangOfCharacter(paragraph: ParagraphText, offset: number, side: keyof Hang): number {
  const part = paragraph.texts[paragraph.textOf[offset] ?? -1];
  if (!part) return 0;
  const local = offset - part.start;
  const run = runAt(part.shaped.runs, local);
  if (!run) return 0;
  const { clusters, ids, count } = run.glyphs;
  const cluster = local - run.start;
  // The first glyph of the cluster that holds the character: most characters have one glyph each.
  let index = Math.min(cluster, count - 1);
  while (index + 1 < count && (clusters[index + 1] ?? 0) <= cluster) index++;
  while (index > 0 && (clusters[index] ?? 0) > cluster) index--;
  while (index > 0 && clusters[index - 1] === clusters[index]) index--;
  const glyph = ids[index] ?? 0;
  return glyph === 0 ? 0 : hangOf(run.font, glyph)[side] * part.style.sizePt;
}

/** What a line that ends at `end`, with `added` after it, may hang over the right edge, in pt. */
export function hangAtEnd(paragraph: ParagraphText, end: number, added: string): number {
  let last = end - 1;
  while (last > 0 && isMark(paragraph.text.charCodeAt(last))) last--;
  if (added === '') return last < 0 ? 0 : hangOfCharacter(paragraph, last, 'right');
  const part = paragraph.texts[paragraph.textOf[last] ?? -1];
  if (!part) return 0;
  const local = last - part.start;
  const font = runAt(part.shaped.runs, local)?.font ?? part.style.fonts[0];
  return font ? hangOf(font, glyphOf(font, added.charCodeAt(0))).right * part.style.sizePt : 0;
}

/** What a line that begins at `start` may hang over the left edge, in pt. */
export function hangAtStart(paragraph: ParagraphText, start: number): number {
  return start < paragraph.text.length ? hangOfCharacter(paragraph, start, 'left') : 0;
}
