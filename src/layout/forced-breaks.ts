/**
 * Where lines end because the words ask for it (`<br>`, kept line ends), and on which line a place in
 * the words is: what comes right after such an end is on the next line, though nothing follows it.
 */
import { isForcedBreak, type Line } from '../text/index.ts';
import type { Clear } from './exclusions.ts';
import type { Paragraph } from './paragraph.ts';

export interface ForcedBreak {
  /** Index of the paragraph's item that it stands in. */
  readonly item: number;
  /** Nothing of the item comes after it. */
  readonly isAtEnd: boolean;
  /** What `<br>` asks of floats for the place after it. */
  readonly clear: Clear;
}

/** All of a paragraph's, in order. */
function forcedBreaksOf({ sources }: Paragraph): readonly ForcedBreak[] {
  return sources.flatMap((source, item) => {
    if (source.kind !== 'text') return [];
    const { text, isBreak, style } = source.text;
    const clear = isBreak ? style.clear : 'none';
    const found: ForcedBreak[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!isForcedBreak(text.charCodeAt(at))) continue;
      found.push({ item, isAtEnd: at === text.length - 1, clear });
    }
    return found;
  });
}

/** The breaks by the line that each ends: only they, and the paragraph's end, make a line the last. */
export function breaksByLine(
  paragraph: Paragraph,
  broken: readonly Line[],
): ReadonlyMap<number, ForcedBreak> {
  const breaks = forcedBreaksOf(paragraph);
  const ends = broken.flatMap(({ last }, line) => (last ? [line] : []));
  return new Map(
    breaks.flatMap((one, index) => {
      const line = ends[index];
      return line === undefined ? [] : [[line, one]];
    }),
  );
}

/** The line that a place before an item is on; one past the last where nothing follows a break. */
export function lineBefore(
  item: number,
  broken: readonly Line[],
  breaks: ReadonlyMap<number, ForcedBreak>,
): number {
  const line = broken.findLastIndex(({ pieces }) => pieces.some((piece) => piece.item < item));
  let found = Math.max(0, line);
  for (const [ended, one] of breaks)
    if (one.isAtEnd && one.item < item) found = Math.max(found, ended + 1);
  return found;
}
