/** Paragraphs as lines one below the other, broken and stacked once for each width. */
import type { ComingParagraph, Line, ParagraphColumn } from '../text/index.ts';
import type { Box, LinesBox } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import type { LineFragment } from './fragment.ts';
import { layoutLineBox } from './line-box.ts';
import { buildParagraph, type Paragraph } from './paragraph.ts';
import { paragraphFrom } from './paragraph-rest.ts';
import { perRun } from './per-run.ts';
import { refersToParentHeight } from './percent-height.ts';
import type { LayoutContext, OutOfFlow, TextPosition } from './space.ts';
import { paragraphStyleOf, styleFromStart, styleOfRest } from './text-style.ts';
import { waitingInLines } from './waiting-in-lines.ts';

/** All lines of a paragraph, or of its rest, at one width, the first at y 0. */
export interface StackedLines {
  readonly broken: readonly Line[];
  readonly lines: readonly LineFragment[];
  readonly outOfFlow: readonly { readonly line: number; readonly waiting: OutOfFlow }[];
}

/** What lines were broken for, and how they came out. */
interface Stack {
  readonly width: number;
  /** Only boxes in the lines, and inline boxes that it moves, can depend on it. */
  readonly height: number | null;
  readonly columnEnd: number | null;
  readonly start: TextPosition | null;
  readonly stacked: StackedLines;
}

const stacksOfLines = perRun<LinesBox, Stack[]>();

const plainParagraphs = perRun<LinesBox, Paragraph>();

/** Lines of one width from a place in the words on; broken once. */
export function stackLines(
  box: LinesBox,
  start: TextPosition | null,
  width: number,
  height: number | null,
  columnEnd: number | null,
  context: LayoutContext,
): StackedLines {
  const known = stacksOfLines(context).get(box);
  const own = heedsHeight(box) ? height : null;
  const same = known?.find(
    (one) =>
      one.width === width &&
      one.height === own &&
      one.columnEnd === columnEnd &&
      one.start?.item === start?.item &&
      one.start?.offset === start?.offset,
  );
  if (same) return same.stacked;
  const whole = paragraphOf(box, width, height, context);
  const paragraph = start ? paragraphFrom(whole, start) : whole;
  const column = { widthPt: width, lastLine: columnEnd };
  const stacked = breakAndStack(paragraph, box, column, own, start === null, context);
  const made: Stack = { width, height: own, columnEnd, start, stacked };
  if (known) known.push(made);
  else stacksOfLines(context).set(box, [made]);
  return stacked;
}

function breakAndStack(
  paragraph: Paragraph,
  box: LinesBox,
  column: ParagraphColumn,
  height: number | null,
  isFirst: boolean,
  context: LayoutContext,
): StackedLines {
  const { widthPt: width } = column;
  const style = paragraphStyleOf(box, width, context);
  const own = isFirst ? styleFromStart(style, box) : styleOfRest(style);
  const broken =
    paragraph.items.length === 0 ? [] : context.paragraphs.lines(paragraph.items, own, column);
  const lines: LineFragment[] = [];
  const outOfFlow: { line: number; waiting: OutOfFlow }[] = [];
  let y = 0;
  for (const [index, line] of broken.entries()) {
    const laid = layoutLineBox(line, paragraph, box, { width, height }, context);
    lines.push(moveFragment(laid.fragment, { x: 0, y }));
    for (const one of laid.outOfFlow) {
      const position = { x: one.position.x, y: one.position.y + y };
      outOfFlow.push({ line: index, waiting: { ...one, position } });
    }
    y += laid.fragment.height;
  }
  outOfFlow.push(...waitingInLines(paragraph, box, { width }, { broken, lines }, context));
  return { broken, lines, outOfFlow };
}

/** Paragraphs without atoms and percentages are the same at every width; they are shaped once. */
export function paragraphOf(
  box: LinesBox,
  width: number,
  height: number | null,
  context: LayoutContext,
): Paragraph {
  const cached = plainParagraphs(context).get(box);
  if (cached) return cached;
  const paragraph = buildParagraph(box, width, height, context);
  const isPlain = box.content.every((content) => content.kind === 'text');
  if (isPlain) plainParagraphs(context).set(box, paragraph);
  return paragraph;
}

/** What will be set of boxes of text alone, in their order: work that can be begun ahead. */
export function comingParagraphs(
  boxes: Iterable<Box>,
  context: LayoutContext,
): readonly ComingParagraph[] {
  const coming: ComingParagraph[] = [];
  for (const box of boxes) {
    if (box.kind !== 'lines' || box.firstLine) continue;
    if (!box.content.every((content) => content.kind === 'text')) continue;
    const { items } = paragraphOf(box, 0, null, context);
    // The thread knows of no levels.
    if (items.some((item) => item.kind === 'text' && item.levels)) continue;
    if (items.length > 0) coming.push({ items, style: paragraphStyleOf(box, 0, context) });
  }
  return coming;
}

function heedsHeight({ content }: LinesBox): boolean {
  return content.some(
    (one) => one.kind === 'atom' || (one.kind === 'open' && refersToParentHeight(one)),
  );
}

/** True where boxes stand among the words. */
export function hasAtoms(box: LinesBox): boolean {
  return box.content.some(({ kind }) => kind === 'atom');
}
