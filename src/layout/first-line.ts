/**
 * Lines whose first is set otherwise (`::first-line`): how many words stand on it is found by
 * setting all of them so; then these words and the others make one paragraph.
 */
import {
  type Box,
  type InlineContent,
  type InlineOpen,
  type InlineText,
  isInFlow,
  type LinesBox,
} from './box.ts';
import type { Paragraph } from './paragraph.ts';
import { headOfText, tailOfText } from './paragraph-rest.ts';
import type { TextPosition } from './space.ts';
import { transformText } from './text-transform.ts';

/** A place in the content: within a text, or before whatever stands there. */
interface Cut {
  readonly index: number;
  readonly offset: number;
}

/** The place in the content of a place in its paragraph. */
function cutAt(content: readonly InlineContent[], paragraph: Paragraph, at: TextPosition): Cut {
  const place = (index: number, offset: number): Cut => ({
    index: index < 0 ? content.length : index,
    offset,
  });
  const indexOfBox = (box: Box) =>
    content.findIndex((one) => one.kind === 'atom' && one.box === box);
  for (let item = at.item; item < paragraph.sources.length; item += 1) {
    const source = paragraph.sources[item];
    const offset = item === at.item ? at.offset : 0;
    if (source?.kind === 'text') return place(content.indexOf(source.text), offset);
    if (source?.kind === 'atom') return place(indexOfBox(source.box), 0);
  }
  return place(-1, 0);
}

/** Inline boxes that begin with a line have no piece on the one before. */
function beforeOpening(content: readonly InlineContent[], { index, offset }: Cut): Cut {
  let first = index;
  while (offset === 0 && isOpening(content[first - 1])) first -= 1;
  return { index: first, offset };
}

function isOpening(one: InlineContent | undefined): boolean {
  return one?.kind === 'open' && !one.isFirstLine;
}

/**
 * The lines with their words up to `next` as `firstLine` has them, and the others as they were;
 * inline boxes that run on are cut there. `paragraph` is that of `firstLine`.
 */
export function splitFirstLine(
  lines: LinesBox,
  firstLine: LinesBox,
  paragraph: Paragraph,
  next: TextPosition,
): LinesBox {
  const cut = beforeOpening(firstLine.content, cutAt(firstLine.content, paragraph, next));
  // The box around the whole first line is one more at the start.
  const before = firstLine.content.slice(0, cut.index);
  const inside = firstLine.content[cut.index];
  const plainIndex = cut.index - 1;
  const plain = lines.content[plainIndex];
  const head = inside?.kind === 'text' && cut.offset > 0 ? [headOfText(inside, cut.offset)] : [];
  const isWithin = inside?.kind === 'text' && plain?.kind === 'text' && cut.offset > 0;
  const tail = isWithin ? [tailOfText(plain, plainOffset(plain, inside, cut.offset))] : [];
  const rest = lines.content.slice(tail.length > 0 ? plainIndex + 1 : plainIndex);
  const closing = openAt(before)
    .toReversed()
    .map((edge) => ({ ...edge, kind: 'close' as const, whole: false }));
  const opening = openAt(lines.content.slice(0, plainIndex)).map((edge) => ({
    ...edge,
    whole: false,
  }));
  const first = [...before, ...head, ...closing];
  const firstLineEnd = lengthOf(first);
  return { ...lines, content: [...first, ...opening, ...tail, ...rest], firstLineEnd };
}

/** Of the paragraph's text: an atom is one character. */
function lengthOf(content: readonly InlineContent[]): number {
  let length = 0;
  for (const one of content) {
    if (one.kind === 'text') length += one.text.length;
    else if (one.kind === 'atom' && isInFlow(one.box)) length += 1;
  }
  return length;
}

/** The same place in the words as they were: `text-transform` may have made two letters of one. */
function plainOffset(plain: InlineText, changed: InlineText, offset: number): number {
  if (plain.text.length === changed.text.length) return offset;
  let at = 0;
  for (const letter of plain.text) {
    const before = transformText({ ...headOfText(plain, at), style: changed.style }, true);
    if (before.text.length >= offset) break;
    at += letter.length;
  }
  return at;
}

/** Inline boxes that are open after the content. */
function openAt(content: readonly InlineContent[]): readonly InlineOpen[] {
  const open: InlineOpen[] = [];
  for (const one of content) {
    if (one.kind === 'open') open.push(one);
    else if (one.kind === 'close') open.pop();
  }
  return open;
}
