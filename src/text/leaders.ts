/**
 * Leaders (css-content-3 §2.5): a few glyphs, repeated to fill what its line leaves free. Counted
 * from the line's right edge, so that those of a list stand below each other.
 */
import type { CutPiece } from './cut-line.ts';
import { segmentsOf } from './glyph-drawing.ts';
import { Glyphs } from './run-glyphs.ts';
import type { Glyph, GlyphRun } from './types.ts';

/** More are not seen: a blank that somebody has made a leader of. */
const mostRepeats = 10_000;
const slightPt = 1e-6;

export function isLeader(piece: CutPiece): boolean {
  return piece.kind === 'run' && piece.part.style.leader === true;
}

/** A leader as it is placed. */
interface FilledLeader {
  readonly xPt: number;
  readonly run: GlyphRun;
}

/** Low lines overlap by this share, so that no white shows between them on any plate. */
const overlap = 0.1;

/** The low line of `leader(solid)`, where that is all the run shows. */
function lowLineOf({ glyphs }: GlyphRun): Glyph | null {
  const shown = [...glyphs].filter(({ advancePt }) => advancePt > 0);
  const [line] = shown;
  return shown.length === 1 && line && /^\u2060*_\u2060*$/.test(line.text) ? line : null;
}

/** Where the ink of a glyph begins and ends, from its origin, in pt. */
function inkOf({ font, sizePt, scaleX }: GlyphRun, { id }: Glyph): readonly [number, number] {
  const xs = Array.from(segmentsOf(font, id)).filter((_, index) => index % 2 === 0);
  const scale = (sizePt * scaleX) / font.metrics.unitsPerEm;
  return [Math.min(...xs) * scale, Math.max(...xs) * scale];
}

/** One rule without gaps, from `from` to the end of the room; null where the glyph has no ink. */
function fillSolid(one: GlyphRun, line: Glyph, from: number, roomPt: number): FilledLeader | null {
  const [start, end] = inkOf(one, line);
  const ink = end - start;
  if (!(ink > slightPt) || ink > roomPt) return null;
  const count = 1 + Math.ceil((roomPt - ink - slightPt) / (ink * (1 - overlap)));
  if (count > mostRepeats) return null;
  const advancePt = count > 1 ? (roomPt - ink) / (count - 1) : ink;
  const glyphs = Glyphs.from(Array.from({ length: count }, () => ({ ...line, advancePt })));
  return { xPt: from - start, run: { ...one, glyphs, widthPt: roomPt + start } };
}

/** `one` as often as it has room from `from` on; once at least. `rightPt` is where counting begins. */
export function fillLeader(
  one: GlyphRun,
  from: number,
  roomPt: number,
  rightPt: number,
): FilledLeader {
  const line = lowLineOf(one);
  const solid = line && fillSolid(one, line, from, roomPt);
  if (solid) return solid;
  const width = one.widthPt;
  if (width <= slightPt) return { xPt: from, run: one };
  const until = from + roomPt;
  const end = rightPt - Math.ceil((rightPt - until - slightPt) / width) * width;
  const count = Math.min(mostRepeats, Math.floor((end - from + slightPt) / width));
  if (count < 1) return { xPt: from, run: one };
  const glyphs = Glyphs.from(Array.from({ length: count }, () => [...one.glyphs]).flat());
  return { xPt: end - count * width, run: { ...one, glyphs, widthPt: count * width } };
}
