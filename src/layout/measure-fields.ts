/**
 * How much of its room each field of the copy takes: for the person who writes the words, and for
 * translators.
 */
import { computeColumns, hasColumns } from './column-widths.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import type { Page } from './page.ts';
import { type Frame, linesOfPage, oversetFrame, type PlacedLine } from './text-lines.ts';

/** A field's words on one page. */
export interface FieldReport {
  /** Dotted path in the copy: `letter.body`. */
  readonly field: string;
  /** The page's name (a panel's role), its number from 1 where it has none. */
  readonly page: string;
  readonly lines: number;
  readonly characters: number;
  /** Whole lines of the field's kind that would still go into its frame; 0 when it is overset. */
  readonly roomLinesLeft: number;
  /** About so many characters would still go in; negative: so many are in lines that run out. */
  readonly charactersLeft: number;
  /** Lines that run out of the frame. */
  readonly oversetLines: number;
}

interface Counting {
  readonly field: string;
  readonly lines: PlacedLine[];
  characters: number;
}

/** Fields in the order they are met, page by page. */
export function measureFields(pages: readonly Page[]): readonly FieldReport[] {
  return pages.flatMap((page, index) => measurePage(page, index + 1));
}

/** Fields of page `number` (from 1) in the order they are met. */
export function measurePage(page: Page, number: number): readonly FieldReport[] {
  const fields = new Map<string, Counting>();
  for (const line of linesOfPage(page)) countLine(line, fields);
  const reports = [...fields.values()].map((counting) => describe(page, counting));
  return page.name === '' ? reports.map((one) => ({ ...one, page: String(number) })) : reports;
}

function countLine(line: PlacedLine, fields: Map<string, Counting>): void {
  const seen = new Set<string>();
  for (const { field, text } of line.texts) {
    if (field === undefined) continue;
    const counting = fields.get(field) ?? { field, lines: [], characters: 0 };
    fields.set(field, counting);
    counting.characters += [...text].length;
    if (!seen.has(field)) counting.lines.push(line);
    seen.add(field);
  }
}

function describe(page: Page, { field, lines, characters }: Counting): FieldReport {
  const oversetLines = lines.filter((line) => oversetFrame(line) !== null).length;
  const last = lines.at(-1);
  const frame = last?.frames.findLast(holdsBack);
  const room = frame && last ? roomIn(frame, last, lines, page) : 0;
  const roomLinesLeft = oversetLines > 0 ? 0 : Math.max(0, room);
  return {
    field,
    page: page.name,
    lines: lines.length,
    characters,
    roomLinesLeft,
    charactersLeft: charactersLeft(lines, characters, roomLinesLeft),
    oversetLines,
  };
}

/** By how much the field's own lines hold to the point: what is free of the last one, and of `roomLines` more. */
function charactersLeft(
  lines: readonly PlacedLine[],
  characters: number,
  roomLines: number,
): number {
  const over = lines.filter((line) => oversetFrame(line) !== null);
  if (over.length > 0) return -over.reduce((sum, line) => sum + charactersOf(line), 0);
  const last = lines.at(-1);
  const width = lines.reduce((sum, { rect }) => sum + rect.width, 0);
  if (!last || width <= 0) return 0;
  const free = last.block.x + last.block.width - (last.rect.x + last.rect.width);
  const room = Math.max(0, free) + roomLines * last.block.width;
  return Math.floor((room / width) * characters);
}

function charactersOf({ texts }: PlacedLine): number {
  return texts.reduce((sum, { text }) => sum + [...text].length, 0);
}

function isInFlow(child: BoxFragment['children'][number]): boolean {
  if (child.kind !== 'box') return true;
  return child.style.position !== 'absolute' && child.style.position !== 'fixed';
}

/** A box that clips but is as high as its content lets words run on. */
function holdsBack({ kind, fragment }: Frame): boolean {
  return kind !== 'clip' || fragment.frame;
}

/** How many more lines there is room for in a frame. */
function roomIn(frame: Frame, last: PlacedLine, lines: readonly PlacedLine[], page: Page): number {
  const linesIn = (height: number) => Math.floor(height / last.line.height + 0.01);
  const filled = filledColumns(frame);
  if (filled === null) return linesIn(freeHeight(frame, lines, page)) * last.columns;
  return filled.reduce((sum, height) => sum + linesIn(height), 0);
}

/** What is free in each column of a frame that fills one after the other; null for any other. */
function filledColumns({ fragment }: Frame): readonly number[] | null {
  const { style, border, padding, children } = fragment;
  if (style.columnFill !== 'auto' || !hasColumns(style)) return null;
  const high = fragment.height - border.top - border.bottom - padding.top - padding.bottom;
  const wide = fragment.width - border.left - border.right - padding.left - padding.right;
  const taken = children.filter(holdsSomething).map(({ height }) => height);
  const { count } = computeColumns(style, wide);
  return Array.from({ length: count }, (_, index) => high - (taken[index] ?? 0));
}

/** A column, not a rule between two. */
function holdsSomething(child: Fragment): boolean {
  return child.kind !== 'box' || child.element !== null || child.children.length > 0;
}

/** Height of a frame that nothing stands in. */
function freeHeight(frame: Frame, lines: readonly PlacedLine[], page: Page): number {
  // What is positioned on the page may go on to its end.
  if (frame.kind === 'page') {
    const lowest = Math.max(...lines.map(({ rect }) => rect.y + rect.height));
    return page.heightPt - page.root.padding.bottom - lowest;
  }
  const { fragment } = frame;
  const content = fragment === page.root ? pageContent(fragment) : fragment;
  const { border, padding, style } = content;
  const height = content.height - border.top - border.bottom - padding.top - padding.bottom;
  const children = content.children.filter((child) => isInFlow(child) && holdsSomething(child));
  const isFlexColumn = style.display.endsWith('flex') && style.flexDirection.startsWith('column');
  const taken = isFlexColumn ? stackedHeight(content, children) : lowestBottom(content, children);
  return height - taken;
}

/** On a page it is the body that is filled, and there is room down to the end of the page area. */
function pageContent(page: BoxFragment): BoxFragment {
  const [html] = page.children;
  const body =
    html?.kind === 'box' ? html.children.find((child) => child.kind === 'box') : undefined;
  if (html?.kind !== 'box' || body?.kind !== 'box') return page;
  return { ...body, height: page.height - page.padding.bottom - html.y - body.y };
}

function lowestBottom(frame: BoxFragment, children: BoxFragment['children']): number {
  const top = frame.border.top + frame.padding.top;
  return children.reduce((lowest, { y, height }) => Math.max(lowest, y + height - top), 0);
}

/** Items of a column, whatever space `justify-content` or `auto` margins put between them. */
function stackedHeight({ style }: BoxFragment, children: BoxFragment['children']): number {
  const gap = typeof style.rowGap === 'object' ? style.rowGap.pt : 0;
  const heights = children.map((child) => {
    if (child.kind !== 'box') return child.height;
    const { marginTop, marginBottom } = child.style;
    const margin = (value: typeof marginTop) => (value === 'auto' ? 0 : value.pt);
    return child.height + margin(marginTop) + margin(marginBottom);
  });
  return heights.reduce((sum, height) => sum + height, Math.max(0, heights.length - 1) * gap);
}
