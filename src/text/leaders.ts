/**
 * Leaders (css-content-3 §2.5): a few glyphs, repeated to fill what its line leaves free. Counted
 * from the line's right edge, so that those of a list stand below each other.
 */
import type { CutPiece } from './cut-line.ts';
import { Glyphs } from './run-glyphs.ts';
import type { GlyphRun } from './types.ts';

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

/** `one` as often as it has room from `from` on; once at least. `rightPt` is where counting begins. */
export function fillLeader(
  one: GlyphRun,
  from: number,
  roomPt: number,
  rightPt: number,
): FilledLeader {
  const width = one.widthPt;
  if (width <= slightPt) return { xPt: from, run: one };
  const until = from + roomPt;
  const end = rightPt - Math.ceil((rightPt - until - slightPt) / width) * width;
  const count = Math.min(mostRepeats, Math.floor((end - from + slightPt) / width));
  if (count < 1) return { xPt: from, run: one };
  const glyphs = Glyphs.from(Array.from({ length: count }, () => [...one.glyphs]).flat());
  return { xPt: end - count * width, run: { ...one, glyphs, widthPt: count * width } };
}
