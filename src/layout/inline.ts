/**
 * Inline formatting: a paragraph broken into lines, lines stacked, and as many of them placed as
 * the column or page has room for, with orphans and widows (css-break-3 §3.3).
 */
import {
  breakParagraph,
  evenShape,
  type InlineItem,
  type IntrinsicWidths,
  type Line,
  measureParagraph,
  type ParagraphStyle,
} from '../text/index.ts';
import { measureOuter } from './atom.ts';
import { isFloat, type LinesBox } from './box.ts';
import { moveFragment } from './box-fragment.ts';
import { bottomOf } from './exclusions.ts';
import { freshFloats, holdsFloats } from './floats.ts';
import type { LineFragment } from './fragment.ts';
import { layoutLineBox } from './line-box.ts';
import { layoutAround } from './lines-around.ts';
import { buildMeasuredItems, buildParagraph, type Paragraph } from './paragraph.ts';
import { paragraphFrom, startOfLine } from './paragraph-rest.ts';
import { perRun } from './per-run.ts';
import { restAt } from './rest.ts';
import {
  epsilon,
  type LaidLines,
  type LayoutContext,
  type OutOfFlow,
  type Rest,
  type Space,
  type TextPosition,
} from './space.ts';
import { paragraphStyleOf } from './text-style.ts';

/** All lines of a paragraph at one width, the first at y 0. */
interface StackedLines {
  readonly broken: readonly Line[];
  readonly lines: readonly LineFragment[];
  readonly outOfFlow: readonly { readonly line: number; readonly waiting: OutOfFlow }[];
}

const linesByWidth = perRun<LinesBox, Map<string, StackedLines>>();
const plainParagraphs = perRun<LinesBox, Paragraph>();

/** Places lines from `space.resume` on; with no room for the first ones, `rest` is the beginning. */
export function layoutLines(box: LinesBox, space: Space, context: LayoutContext): LaidLines {
  return mustBreakAnew(box, space, context)
    ? layoutLinesAround(box, space, context)
    : layoutPlainLines(box, space, context);
}

/** True where floats stand beside the lines, or the words so far were broken for another width. */
function mustBreakAnew(box: LinesBox, space: Space, context: LayoutContext): boolean {
  const { floats, resume, width } = space;
  if (resume?.text && resume.text.width !== width) return true;
  if (!floats) return false;
  return bottomOf(floats.exclusions) > floats.y + epsilon || holdsFloats(box, context);
}

function layoutPlainLines(box: LinesBox, space: Space, context: LayoutContext): LaidLines {
  const stacked = stackLines(box, space.width, space.height, context);
  const from = space.resume?.line ?? 0;
  const { to, strained } = findEnd(stacked.lines, from, box, space);
  const top = stacked.lines[from]?.y ?? 0;
  const isWhole = from === 0 && to === stacked.lines.length;
  const lines = isWhole
    ? stacked.lines
    : stacked.lines.slice(from, to).map((line) => moveFragment(line, { x: 0, y: -top }));
  const last = lines.at(-1);
  const rest: Rest | null =
    to < stacked.lines.length
      ? {
          ...restAt(0, null, false),
          line: to,
          strained,
          ...textAt(stacked.broken, to, 0, 0, space.width),
        }
      : null;
  return {
    lines,
    floating: [],
    height: last ? last.y + last.height : 0,
    rest,
    outOfFlow: stacked.outOfFlow
      .filter(({ line }) => isWhole || (line >= from && line < to))
      .map(({ waiting }) => ({
        ...waiting,
        position: { x: waiting.position.x, y: waiting.position.y - top },
      })),
    ...(space.floats ? { floats: { exclusions: space.floats.exclusions, deferred: [] } } : {}),
  };
}

/** Where line `to` begins in the words; `item` and `offset`: where line 0 does. */
function textAt(
  broken: readonly Line[],
  to: number,
  item: number,
  offset: number,
  width: number | null,
): { readonly text: TextPosition } | Record<string, never> {
  const start = startOfLine(broken, to);
  if (!start) return {};
  const isSame = start.item === 0;
  return { text: { item: item + start.item, offset: start.offset + (isSame ? offset : 0), width } };
}

/** Lines that are broken for the place they stand in. */
function layoutLinesAround(box: LinesBox, space: Space, context: LayoutContext): LaidLines {
  const whole = paragraphOf(box, space.width, space.height, context);
  const from = space.resume?.text;
  const paragraph = from ? paragraphFrom(whole, from) : whole;
  const floats = space.floats ?? freshFloats;
  const around = layoutAround(paragraph, box, floats, space, !from, context);
  const { to, strained } = findEnd(around.lines, 0, box, space);
  const count = around.lines.length;
  const among = around.floating.filter(({ line }) => line < to || to === count);
  const lines = around.lines.slice(0, to);
  const last = lines.at(-1);
  const rest: Rest | null =
    to < count
      ? {
          ...restAt(0, null, false),
          line: (space.resume?.line ?? 0) + to,
          strained,
          ...textAt(around.broken, to, from?.item ?? 0, from?.offset ?? 0, null),
        }
      : null;
  return {
    lines,
    floating: among.flatMap(({ fragment }) => (fragment ? [fragment] : [])),
    height: last ? last.y + last.height : 0,
    rest,
    outOfFlow: [
      ...among.flatMap(({ outOfFlow }) => outOfFlow),
      ...[...around.outOfFlow, ...waitingInLines(paragraph, around.broken, around.lines)]
        .filter(({ line }) => line < to)
        .map(({ waiting }) => waiting),
    ],
    ...(space.floats
      ? {
          floats: {
            exclusions: among.at(-1)?.exclusions ?? floats.exclusions,
            deferred: among.flatMap(({ deferred }) => (deferred ? [deferred] : [])),
          },
        }
      : {}),
  };
}

/** Index after the last line to place; `strained` where orphans and widows had to give way. */
interface End {
  readonly to: number;
  readonly strained: boolean;
}

/** As many lines as there is room for, orphans and widows respected where that is possible. */
function findEnd(lines: readonly LineFragment[], from: number, box: LinesBox, space: Space): End {
  const { fragmentainer } = space;
  if (!fragmentainer) return { to: lines.length, strained: false };
  const top = from === 0 ? 0 : (lines[from]?.y ?? 0);
  let to = from;
  for (const line of lines.slice(from)) {
    if (line.y + line.height - top > fragmentainer.room + epsilon) break;
    to++;
  }
  if (to === lines.length) return { to, strained: false };
  // Widows: enough lines must be left for the next column; orphans: enough must stay in this one.
  const { orphans, widows } = box.style;
  const most = Math.min(to, Math.max(from, lines.length - widows));
  if (most > from && most - from >= orphans) return { to: most, strained: false };
  if (!fragmentainer.atTop) return { to: from, strained: false };
  return { to: Math.max(to, from + 1), strained: true };
}

function stackLines(
  box: LinesBox,
  width: number,
  height: number | null,
  context: LayoutContext,
): StackedLines {
  const cache = linesByWidth(context);
  const byWidth = cache.get(box) ?? new Map<string, StackedLines>();
  cache.set(box, byWidth);
  // Only boxes in the lines can depend on the height.
  const key = hasAtoms(box) ? `${width} ${height}` : `${width}`;
  const cached = byWidth.get(key);
  if (cached) return cached;
  const stacked = breakAndStack(box, width, height, context);
  byWidth.set(key, stacked);
  return stacked;
}

function breakAndStack(
  box: LinesBox,
  width: number,
  height: number | null,
  context: LayoutContext,
): StackedLines {
  const paragraph = paragraphOf(box, width, height, context);
  const broken =
    paragraph.items.length === 0
      ? []
      : breakParagraph(paragraph.items, paragraphStyleOf(box, width), evenShape(width)).lines;
  const lines: LineFragment[] = [];
  const outOfFlow: { line: number; waiting: OutOfFlow }[] = [];
  let y = 0;
  for (const [index, line] of broken.entries()) {
    const laid = layoutLineBox(line, paragraph, box, width, context);
    lines.push(moveFragment(laid.fragment, { x: 0, y }));
    for (const one of laid.outOfFlow) {
      const position = { x: one.position.x, y: one.position.y + y };
      outOfFlow.push({ line: index, waiting: { ...one, position } });
    }
    y += laid.fragment.height;
  }
  outOfFlow.push(...waitingInLines(paragraph, broken, lines));
  return { broken, lines, outOfFlow };
}

/** Paragraphs without atoms and percentages are the same at every width; they are shaped once. */
function paragraphOf(
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

/** Static positions: after the piece before the box, or below the line for what was block-level. */
function waitingInLines(
  paragraph: Paragraph,
  broken: readonly Line[],
  lines: readonly LineFragment[],
): readonly { readonly line: number; readonly waiting: OutOfFlow }[] {
  return paragraph.waiting.map(({ box, before }) => {
    const line = broken.findLastIndex(({ pieces }) => pieces.some(({ item }) => item < before));
    const piece = broken[line]?.pieces.findLast(({ item }) => item < before);
    const fragment = lines[Math.max(0, line)];
    const width = piece?.kind === 'glyphs' ? piece.run.widthPt : (piece?.widthPt ?? 0);
    const x = piece ? piece.xPt + width : (fragment?.x ?? 0);
    const position = { x, y: fragment?.y ?? 0 };
    const waiting = { box, position, after: -1, hold: { x: 0, y: 0 } };
    return { line: Math.max(0, line), waiting };
  });
}

function hasAtoms(box: LinesBox): boolean {
  return box.content.some(({ kind }) => kind === 'atom');
}

/** Widths of the paragraph on its own; percentages count as 0 (css-sizing-3 §5.2). */
export function measureLines(box: LinesBox, context: LayoutContext): IntrinsicWidths {
  const style = paragraphStyleOf(box, 0);
  if (holdsFloats(box, context)) return measureWithFloats(box, style, context);
  if (!hasAtoms(box)) return measureItems(paragraphOf(box, 0, null, context).items, style);
  const least = measureItems(buildMeasuredItems(box, 'minContentPt', context), style);
  const most = measureItems(buildMeasuredItems(box, 'maxContentPt', context), style);
  return { minContentPt: least.minContentPt, maxContentPt: most.maxContentPt };
}

/** Floats among the words stand beside them where there is room, and never get narrower. */
function measureWithFloats(
  box: LinesBox,
  style: ParagraphStyle,
  context: LayoutContext,
): IntrinsicWidths {
  const widths = box.content.flatMap((one) =>
    one.kind === 'atom' && isFloat(one.box) ? [measureOuter(one.box, context)] : [],
  );
  const least = measureItems(buildMeasuredItems(box, 'minContentPt', context), style);
  const most = measureItems(buildMeasuredItems(box, 'maxContentPt', context), style);
  return {
    minContentPt: Math.max(least.minContentPt, ...widths.map((one) => one.minContentPt)),
    maxContentPt: widths.reduce((sum, one) => sum + one.maxContentPt, most.maxContentPt),
  };
}

function measureItems(items: readonly InlineItem[], style: ParagraphStyle): IntrinsicWidths {
  if (items.length === 0) return { minContentPt: 0, maxContentPt: 0 };
  return measureParagraph(items, style);
}
