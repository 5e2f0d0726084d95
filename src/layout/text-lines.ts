/**
 * The lines of a page with their places on it and the frames they stand in: what the checks of
 * words and the report of fields go by. Transforms are left out: inside a transformed box places
 * are as if it had not been turned.
 */
import { insetRect, type Point, type Rect, type Span } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import { computeColumns, hasColumns } from './column-widths.ts';
import type { BoxFragment, Fragment, LineFragment, TextFragment } from './fragment.ts';
import type { Page } from './page.ts';
import { epsilon } from './space.ts';

/** A box that words may not run out of. */
export interface Frame {
  readonly fragment: BoxFragment;
  /** Content box on the page. */
  readonly content: Rect;
  /** `page`: the page box, for what is positioned on it; `clip`: cuts what runs out; `height`: its height is set; `columns`: it is, and so is the number of its columns. */
  readonly kind: 'page' | 'clip' | 'height' | 'columns';
}

/** A line on a page. */
export interface PlacedLine {
  readonly page: Page;
  readonly line: LineFragment;
  /** Of the line box on the page. */
  readonly rect: Rect;
  /** Content box of the block it is a line of. */
  readonly block: Rect;
  /** The element whose line it is. */
  readonly element: ElementNode | null;
  readonly texts: readonly TextFragment[];
  /** Innermost last. */
  readonly frames: readonly Frame[];
  /** Balanced columns that share the room of the innermost frame; 1 where there are none. */
  readonly columns: number;
}

/** The field of the copy that a line's words are from. */
export function fieldOf({ texts }: PlacedLine): string | undefined {
  return texts.find(({ field }) => field !== undefined)?.field;
}

/** Where a part of a text is written, as far as the source holds it letter by letter. */
export function spanAt({ span, text }: TextFragment, at: number, length: number): Span | undefined {
  if (!span || span.end - span.start !== text.length) return span;
  return { source: span.source, start: span.start + at, end: span.start + at + length };
}

interface Surroundings {
  readonly frames: readonly Frame[];
  readonly element: ElementNode | null;
  readonly block: Rect;
  readonly columns: number;
}

/** Every line of a page that has words a reader should read, in document order. */
export function linesOfPage(page: Page): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  const whole = { x: 0, y: 0, width: page.widthPt, height: page.heightPt };
  const area = insetRect(whole, page.root.padding);
  const frames: readonly Frame[] = [
    { fragment: page.root, content: whole, kind: 'page' },
    { fragment: page.root, content: area, kind: 'height' },
  ];
  const start: Surroundings = { frames, element: null, block: area, columns: 1 };
  for (const child of page.root.children) visit(child, { x: 0, y: 0 }, start, page, lines);
  return lines;
}

function visit(
  fragment: Fragment,
  origin: Point,
  around: Surroundings,
  page: Page,
  lines: PlacedLine[],
): void {
  if (fragment.kind === 'text') return;
  const at = { x: origin.x + fragment.x, y: origin.y + fragment.y };
  if (fragment.kind === 'line') {
    addLine(fragment, at, around, page, lines);
    return;
  }
  if (isDecoration(fragment) || isOutOfSight(fragment)) return;
  const inside = surroundingsIn(fragment, at, around);
  for (const child of fragment.children) visit(child, at, inside, page, lines);
}

/** Hidden from readers, so it may be cropped: `aria-hidden="true"`. */
function isDecoration({ element }: BoxFragment): boolean {
  return element?.attributes.get('aria-hidden') === 'true';
}

const pixelPt = 0.75;

/** Kept for screen readers only, by a box of one px that cuts what runs out: nothing of it is to be seen. */
function isOutOfSight({ style, width, height }: BoxFragment): boolean {
  const isPoint = width <= pixelPt + epsilon && height <= pixelPt + epsilon;
  return isPoint && style.overflowX !== 'visible' && style.overflowY !== 'visible';
}

function addLine(
  line: LineFragment,
  at: Point,
  around: Surroundings,
  page: Page,
  lines: PlacedLine[],
): void {
  const texts: TextFragment[] = [];
  collectTexts(line, at, around, page, texts, lines);
  if (texts.length === 0) return;
  const rect = { x: at.x, y: at.y, width: line.width, height: line.height };
  const { block, element, frames, columns } = around;
  lines.push({ page, line, rect, block, element, texts, frames, columns });
}

/** Words of a line itself; those in boxes that stand in the line are lines of their own. */
function collectTexts(
  parent: LineFragment | BoxFragment,
  at: Point,
  around: Surroundings,
  page: Page,
  texts: TextFragment[],
  lines: PlacedLine[],
): void {
  for (const child of parent.children) {
    if (child.kind === 'text') texts.push(child);
    else if (child.kind === 'line') visit(child, at, around, page, lines);
    else if (isDecoration(child) || isOutOfSight(child)) continue;
    else if (child.children.some(({ kind }) => kind === 'line') || child.frame) {
      visit(child, at, around, page, lines);
    } else {
      const inner = { x: at.x + child.x, y: at.y + child.y };
      collectTexts(child, inner, around, page, texts, lines);
    }
  }
}

function surroundingsIn(fragment: BoxFragment, at: Point, around: Surroundings): Surroundings {
  const { style, border, padding } = fragment;
  const content: Rect = {
    x: at.x + border.left + padding.left,
    y: at.y + border.top + padding.top,
    width: fragment.width - border.left - border.right - padding.left - padding.right,
    height: fragment.height - border.top - border.bottom - padding.top - padding.bottom,
  };
  const frames = framesAround(fragment, around.frames);
  const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
  const own: readonly Frame[] = clips
    ? [{ fragment, content: paddingBox(fragment, at), kind: 'clip' }]
    : fragment.frame
      ? [{ fragment, content, kind: fragment.hasOverflowColumns ? 'columns' : 'height' }]
      : [];
  return {
    frames: own.length === 0 ? frames : [...frames, ...own],
    element: fragment.element ?? around.element,
    block: content,
    columns: (own.length === 0 ? around.columns : 1) * balancedColumns(fragment, content.width),
  };
}

/** How many columns a box fills evenly; 1 where it has none, or fills one after the other. */
function balancedColumns({ style }: BoxFragment, width: number): number {
  if (style.columnFill === 'auto' || !hasColumns(style)) return 1;
  return computeColumns(style, width).count;
}

/** A positioned box may stick out of the frame it hangs on, and a turned one has left the page's axes. */
function framesAround({ style }: BoxFragment, frames: readonly Frame[]): readonly Frame[] {
  if (style.transform.length > 0) return [];
  const isPositioned = style.position === 'absolute' || style.position === 'fixed';
  return isPositioned ? frames.filter(({ kind }) => kind === 'page' || kind === 'clip') : frames;
}

function paddingBox({ border, width, height }: BoxFragment, at: Point): Rect {
  return {
    x: at.x + border.left,
    y: at.y + border.top,
    width: width - border.left - border.right,
    height: height - border.top - border.bottom,
  };
}

/** Half a point of descender may stick out: nothing that carries meaning is there. */
const tolerance = 0.5;

/**
 * Bottom and top of what is seen of a line: its letters or its line box, whichever is smaller.
 * Letters reach from cap height to the font's descent; a font's ascent has air above them that may
 * hang out of any frame, and in display sizes does.
 */
function visibleExtent({ line, rect, texts }: PlacedLine): {
  readonly top: number;
  readonly bottom: number;
} {
  const baseline = rect.y + line.baseline;
  const ascent = Math.max(...texts.map(({ run }) => run.font.metrics.capHeightEm * run.sizePt));
  const descent = Math.max(...texts.map((text) => text.height - text.baseline));
  return {
    top: Math.max(rect.y, baseline - ascent),
    bottom: Math.min(rect.y + rect.height, baseline + descent),
  };
}

/** The sides of a frame that a line runs out of. */
function sidesOut(
  placed: PlacedLine,
  { content, kind }: Frame,
  { top, bottom } = visibleExtent(placed),
) {
  const { x, width } = placed.rect;
  // A line wider than its box is reported as that, wherever it ends.
  const { overfull } = placed.line;
  const across =
    bottom > content.y + content.height + tolerance ||
    (kind !== 'height' && top < content.y - tolerance);
  const beside =
    kind !== 'height' &&
    !overfull &&
    (x < content.x - tolerance || x + width > content.x + content.width + tolerance);
  return { across, beside };
}

/** The innermost frame that a line runs out of; null where it stands in all of them. */
export function oversetFrame(placed: PlacedLine): Frame | null {
  const extent = visibleExtent(placed);
  const isOut = (frame: Frame) => {
    const { across, beside } = sidesOut(placed, frame, extent);
    return across || beside;
  };
  return placed.frames.findLast(isOut) ?? null;
}

/** True for a line that a frame is high enough for, not wide enough. */
export function isOnlyBeside(placed: PlacedLine, frame: Frame): boolean {
  const { across, beside } = sidesOut(placed, frame);
  return beside && !across;
}

/** True for words from a source; generated ones (`content`, bullets) may be cropped. */
export function hasSource({ texts }: PlacedLine): boolean {
  return texts.some(({ span, field }) => span !== undefined || field !== undefined);
}
