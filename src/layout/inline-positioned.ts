/**
 * Boxes positioned in an inline box that is positioned itself (CSS 2 §10.1): their containing block
 * reaches from the padding edge of its first piece to that of its last.
 */
import type { Rect } from '../base/index.ts';
import type { Line } from '../text/index.ts';
import { place } from './absolute.ts';
import { type InlineEdge, isRunning, type LinesBox } from './box.ts';
import { breaksByLine, lineBefore } from './forced-breaks.ts';
import type { BoxFragment, Fragment, LineFragment } from './fragment.ts';
import type { InlineChain, Paragraph } from './paragraph.ts';
import type { LayoutContext, OutOfFlow } from './space.ts';

export interface WaitingInLine {
  readonly line: number;
  readonly waiting: OutOfFlow;
  readonly chain: InlineChain;
}

/** Static positions: after the piece before the box, or below the line for what was block-level. */
export function waitingInLines(
  paragraph: Paragraph,
  owner: LinesBox,
  width: number,
  broken: readonly Line[],
  lines: readonly LineFragment[],
): readonly WaitingInLine[] {
  if (paragraph.waiting.length === 0) return [];
  const breaks = breaksByLine(paragraph, broken);
  const last = lines.at(-1);
  const end = last ? last.y + last.height : 0;
  return paragraph.waiting.map(({ box, before, isBlockLevel, chain }) => {
    const last = lineBefore(before, broken, breaks);
    const line = !isBlockLevel && goesWithNext(before, last, broken, paragraph) ? last + 1 : last;
    const piece = broken[line]?.pieces.findLast(({ item }) => item < before);
    const fragment = lines[line];
    const own = piece?.kind === 'glyphs' ? piece.run.widthPt : (piece?.widthPt ?? 0);
    const inLine = piece ? piece.xPt + own : (fragment?.x ?? emptyLineStart(owner, width));
    const top = fragment?.y ?? end;
    const isBegun = broken[line]?.pieces.some(({ item, kind }) => item < before && kind !== 'edge');
    const below = isBegun && fragment ? fragment.y + fragment.height : top;
    const position = isBlockLevel ? { x: 0, y: below } : { x: inLine, y: top };
    const waiting = { box, position, after: -1, hold: { x: 0, y: 0 } };
    return { line: Math.max(0, Math.min(line, lines.length - 1)), waiting, chain };
  });
}

/** After a space at which the line ends a box stands before what begins the next one. */
function goesWithNext(
  before: number,
  line: number,
  broken: readonly Line[],
  { sources }: Paragraph,
): boolean {
  const isAmong = broken[line]?.pieces.some(({ item, kind }) => item >= before && kind !== 'edge');
  if (isAmong) return false;
  const next = broken[line + 1]?.pieces.find(({ kind }) => kind !== 'edge');
  if (!next || next.item < before) return false;
  const text = sources.slice(0, before).findLast(({ kind }) => kind === 'text' || kind === 'atom');
  return text?.kind === 'text' && text.text.text.endsWith(' ');
}

/** Where a line without anything in it begins. */
function emptyLineStart({ style }: LinesBox, width: number): number {
  const { textAlign } = style;
  if (textAlign === 'center' || textAlign === '-webkit-center') return width / 2;
  return textAlign === 'right' || textAlign === '-webkit-right' || textAlign === 'end' ? width : 0;
}

interface Settled {
  readonly lines: readonly LineFragment[];
  readonly waiting: readonly WaitingInLine[];
}

/** The innermost positioned box around; fixed boxes refer to the page. */
function blockOf({ waiting, chain }: WaitingInLine): InlineEdge | undefined {
  if (waiting.box.style.position === 'fixed' || isRunning(waiting.box)) return undefined;
  return chain.findLast(({ style }) => style.position !== 'static');
}

/** Lines with the boxes in them that such an inline box holds; the others wait on. */
export function placeInInlines(
  lines: readonly LineFragment[],
  waiting: readonly WaitingInLine[],
  context: LayoutContext,
): Settled {
  if (!waiting.some(blockOf)) return { lines, waiting };
  const placed = [...lines];
  const others: WaitingInLine[] = [];
  for (const one of waiting) {
    const edge = blockOf(one);
    const rect = edge && paddingRect(edge, lines);
    const line = placed[one.line];
    if (!rect || !line) {
      others.push(one);
      continue;
    }
    const { fragment, outOfFlow } = place(one.waiting, rect, context);
    const own = { ...fragment, x: fragment.x - line.x, y: fragment.y - line.y };
    placed[one.line] = { ...line, children: [...line.children, own] };
    others.push(...outOfFlow.map((inner) => ({ ...one, waiting: inner, chain: [] })));
  }
  return { lines: placed, waiting: others };
}

interface Piece {
  readonly fragment: BoxFragment;
  readonly x: number;
  readonly y: number;
}

function piecesOf(edge: InlineEdge, lines: readonly LineFragment[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const visit = (fragment: Fragment, x: number, y: number): void => {
    if (fragment.kind === 'text') return;
    const at = { x: x + fragment.x, y: y + fragment.y };
    const isPiece =
      fragment.kind === 'box' && fragment.style === edge.style && fragment.element === edge.element;
    if (isPiece) pieces.push({ fragment, ...at });
    else for (const child of fragment.children) visit(child, at.x, at.y);
  };
  for (const line of lines) visit(line, 0, 0);
  return pieces;
}

function paddingRect(edge: InlineEdge, lines: readonly LineFragment[]): Rect | undefined {
  const pieces = piecesOf(edge, lines);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return undefined;
  const x = first.x + first.fragment.border.left;
  const y = first.y + first.fragment.border.top;
  const right = last.x + last.fragment.width - last.fragment.border.right;
  const bottom = last.y + last.fragment.height - last.fragment.border.bottom;
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
