/** Where boxes positioned among the words would have stood (CSS 2 §10.3.7, css-position-3 §4.1). */

import { resolveLength } from '../style/index.ts';
import { advanceEm, type Line } from '../text/index.ts';
import { ownSelf, selfFraction } from './alignment.ts';
import type { LinesBox } from './box.ts';
import { breaksByLine, lineBefore } from './forced-breaks.ts';
import type { LineFragment } from './fragment.ts';
import type { Paragraph, WaitingInline } from './paragraph.ts';
import { epsilon, type LayoutContext, type OutOfFlow, type Space } from './space.ts';
import { textStyleOf } from './text-style.ts';

export interface WaitingInLine {
  readonly line: number;
  readonly waiting: OutOfFlow;
}

interface BrokenLines {
  readonly broken: readonly Line[];
  readonly lines: readonly LineFragment[];
}

/** Static positions: after the piece before the box, or below the line for what was block-level. */
export function waitingInLines(
  paragraph: Paragraph,
  owner: LinesBox,
  { width }: Pick<Space, 'width'>,
  { broken, lines }: BrokenLines,
  context: LayoutContext,
): readonly WaitingInLine[] {
  if (paragraph.waiting.length === 0) return [];
  const breaks = breaksByLine(paragraph, broken);
  const last = lines.at(-1);
  const end = last ? last.y + last.height : 0;
  return paragraph.waiting.map((one) => {
    const { before, isBlockLevel } = one;
    const own = lineBefore(before, broken, breaks);
    const isNext = !isBlockLevel && goesWithNext(before, own, width, broken, paragraph, context);
    const line = isNext ? own + 1 : own;
    const fragment = lines[line];
    const isBegun = broken[line]?.pieces.some(({ item, kind }) => item < before && kind !== 'edge');
    const top = isBlockLevel && isBegun && fragment ? fragment.y + fragment.height : fragment?.y;
    const waiting = isBlockLevel
      ? blockLevel(one, top ?? end)
      : inLine(one, placeIn(broken[line], before) ?? fragment?.x ?? startOfNothing(owner, width), {
          y: top ?? end,
          height: fragment?.height ?? 0,
        });
    return { line: Math.max(0, Math.min(line, lines.length - 1)), waiting };
  });
}

function blockLevel({ box }: WaitingInline, y: number): OutOfFlow {
  const position = { x: 0, y };
  return { box, position, after: -1, hold: { x: 0, y: 0 }, heldBy: box.heldBy };
}

/** Aligned at a place of no width, as high as its line. */
function inLine(
  { box }: WaitingInline,
  x: number,
  { y, height }: Pick<LineFragment, 'y' | 'height'>,
): OutOfFlow {
  const { justifySelf, alignSelf } = box.style;
  const hold = {
    x: selfFraction(ownSelf(justifySelf, box.turn?.flipsX), 0),
    y: selfFraction(ownSelf(alignSelf, box.turn?.flipsY), 0),
  };
  return { box, position: { x, y: y + hold.y * height }, after: -1, hold, heldBy: box.heldBy };
}

/** Where the last piece before an item ends. */
function placeIn(line: Line | undefined, before: number): number | undefined {
  const piece = line?.pieces.findLast(({ item }) => item < before);
  if (!piece) return undefined;
  return piece.xPt + (piece.kind === 'glyphs' ? piece.run.widthPt : piece.widthPt);
}

/** After a space that the line has no room for a box stands before what begins the next one. */
function goesWithNext(
  before: number,
  line: number,
  width: number,
  broken: readonly Line[],
  { sources }: Paragraph,
  context: LayoutContext,
): boolean {
  const isAmong = broken[line]?.pieces.some(({ item, kind }) => item >= before && kind !== 'edge');
  if (isAmong) return false;
  const next = broken[line + 1]?.pieces.find(({ kind }) => kind !== 'edge');
  if (!next || next.item < before) return false;
  const source = sources
    .slice(0, before)
    .findLast(({ kind }) => kind === 'text' || kind === 'atom');
  if (source?.kind !== 'text' || !source.text.text.endsWith(' ')) return false;
  const style = textStyleOf(source.text.style, source.text.language, context);
  const [font] = style.fonts;
  const own = font ? (advanceEm(font, ' ') ?? 0) * style.sizePt : 0;
  const space = own + style.letterSpacingPt + style.wordSpacingPt;
  return (broken[line]?.widthPt ?? 0) + space > width + epsilon;
}

/** Where a line without anything in it begins; its indent comes on top (as browsers have it). */
function startOfNothing({ style }: LinesBox, width: number): number {
  const { textAlign, textIndent } = style;
  const indent = resolveLength(textIndent.length, width);
  if (textAlign === 'center' || textAlign === '-webkit-center') return indent + width / 2;
  const isAtEnd = textAlign === 'right' || textAlign === '-webkit-right' || textAlign === 'end';
  return isAtEnd ? indent + width : indent;
}
