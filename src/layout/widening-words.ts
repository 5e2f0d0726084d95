/**
 * Words that no line can break and that have made their own box wider than the page or the frame it
 * stands in. A track or an item is at least as wide as its longest word (CSS Grid 1 §6.6, CSS
 * Flexbox 1 §4.5), so every line beside the word is set too wide with it: the word is what is wrong.
 */
import type { Frame, PlacedLine } from './text-lines.ts';

export interface WideningWord {
  readonly line: PlacedLine;
  /** From the line's start to the nearest edge that words should not pass, in pt. */
  readonly roomPt: number;
}

const tolerance = 1;

/** Whether a line could not have been broken anywhere. */
function isOnePiece({ texts }: PlacedLine): boolean {
  const breakable = texts.filter(({ style }) => style.textWrapMode !== 'nowrap');
  const words = breakable.map(({ text }) => text).join('');
  return !/[ \t]/.test(words.trim());
}

/** A line hung off the page by its position is no matter of its words. */
function isInFlow({ frames, page }: PlacedLine): boolean {
  return frames.some(({ fragment, kind }) => fragment === page.root && kind === 'height');
}

function roomOf({ frames, block }: PlacedLine): number {
  const edges = frames
    .filter(({ content }) => content.x <= block.x && content.x + content.width > block.x)
    .map(({ content }) => content.x + content.width);
  return Math.min(...edges) - block.x;
}

/** The words among lines that stand beside `frame` which made the box that wide; mostly one. */
export function wideningWords(
  { content }: Frame,
  lines: readonly PlacedLine[],
): readonly WideningWord[] {
  const found = lines
    .filter((line) => isInFlow(line) && isOnePiece(line) && line.block.x >= content.x)
    .map((line) => ({ line, roomPt: roomOf(line) }))
    .filter(({ line, roomPt }) => line.rect.width > roomPt + tolerance);
  const fills = found.some(({ line }) => line.rect.width >= line.block.width - tolerance);
  return fills ? found : [];
}
