/** A picture of palette colours to draw small things on: amounts of ink, areas, words. */
import type { Rect } from '../base/index.ts';
import { type Font, type KernedLine, kernedLine } from '../text/index.ts';
import type { Coverage } from './coverage.ts';
import { coverOutlines, coverRect } from './fill.ts';
import { outlineOfPath } from './flatten.ts';
import { grayIndex, isGray } from './palette.ts';

export interface Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Colours of the palette, row by row. */
  readonly indexes: Uint8Array;
}

export function createCanvas(widthPx: number, heightPx: number): Canvas {
  return { widthPx, heightPx, indexes: new Uint8Array(widthPx * heightPx).fill(grayIndex(255)) };
}

function boxOf({ widthPx, heightPx }: Canvas) {
  return { x0: 0, y0: 0, x1: widthPx, y1: heightPx };
}

/** Grays mix on grays; any other colour takes the pixels that it covers for the most part. */
function paint({ indexes, widthPx }: Canvas, { box, values }: Coverage, color: number): void {
  let from = 0;
  for (let y = box.y0; y < box.y1; y += 1)
    for (let x = box.x0; x < box.x1; x += 1, from += 1) {
      const at = y * widthPx + x;
      const share = values[from] ?? 0;
      const old = indexes[at] ?? 0;
      if (isGray(color) && isGray(old)) indexes[at] = Math.round(old + (color - old) * share);
      else if (share >= 0.5) indexes[at] = color;
    }
}

export function fillRect(canvas: Canvas, rect: Rect, color: number): void {
  const { x, y, width, height } = rect;
  const edges = { left: x, top: y, right: x + width, bottom: y + height };
  const coverage = coverRect(edges, boxOf(canvas));
  if (coverage) paint(canvas, coverage, color);
}

/** A frame of `width` pixels around a rectangle, half of it inside. */
export function strokeRect(
  canvas: Canvas,
  { x, y, width, height }: Rect,
  lineWidth: number,
  color: number,
): void {
  const half = lineWidth / 2;
  const [left, right] = [x - half, x + width - half];
  const inside = { y: y + half, width: lineWidth, height: height - lineWidth };
  const across = { x: left, width: width + lineWidth, height: lineWidth };
  fillRect(canvas, { ...across, y: y - half }, color);
  fillRect(canvas, { ...across, y: y + height - half }, color);
  fillRect(canvas, { ...inside, x: left }, color);
  fillRect(canvas, { ...inside, x: right }, color);
}

/** Amounts on the pixels of a page. */
export interface Amounts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly values: Uint8Array | Uint16Array;
}

/**
 * Amounts at a canvas's whole pixels from `left`, `top` on, each the mean of `by` × `by` pixels of
 * the page, in the colours that `indexes` has for them. What is left over at the far edges is cut.
 */
export function drawAmounts(
  { indexes: canvas, widthPx: stride }: Canvas,
  { widthPx, heightPx, values }: Amounts,
  indexes: Uint8Array,
  { by, left, top }: { readonly by: number; readonly left: number; readonly top: number },
): void {
  const rows = Math.floor(heightPx / by);
  const sums = new Uint32Array(Math.floor(widthPx / by));
  const share = 1 / (by * by);
  for (let y = 0; y < rows; y += 1) {
    sums.fill(0);
    for (let row = y * by; row < (y + 1) * by; row += 1) addSums(sums, values, row * widthPx, by);
    drawMeans(canvas, (top + y) * stride + left, sums, share, indexes);
  }
}

/** Adds up each `by` values of a row. */
function addSums(
  sums: Uint32Array,
  values: Uint8Array | Uint16Array,
  start: number,
  by: number,
): void {
  let at = start;
  for (let column = 0; column < sums.length; column += 1) {
    let sum = sums[column] as number;
    for (const end = at + by; at < end; at += 1) sum += values[at] as number;
    sums[column] = sum;
  }
}

function drawMeans(
  canvas: Uint8Array,
  start: number,
  sums: Uint32Array,
  share: number,
  indexes: Uint8Array,
): void {
  for (let column = 0; column < sums.length; column += 1)
    canvas[start + column] = indexes[((sums[column] as number) * share + 0.5) | 0] as number;
}

/** Words on one line. Shaping must have been made ready (`prepareShaping`). */
export class Lettering {
  readonly #font: Font;
  readonly #language: string;
  /** Words are measured, then drawn; and most pages say the same. */
  readonly #lines = new Map<string, KernedLine>();

  constructor(font: Font, language: string) {
    this.#font = font;
    this.#language = language;
  }

  #line(words: string, size: number): KernedLine {
    const key = `${size} ${words}`;
    const known = this.#lines.get(key);
    if (known) return known;
    const line = kernedLine(words, this.#font, { size, spacing: 0, language: this.#language });
    this.#lines.set(key, line);
    return line;
  }

  width(words: string, sizePx: number): number {
    return this.#line(words, sizePx).width;
  }

  /** From `x` on the baseline `y`. */
  draw(canvas: Canvas, words: string, x: number, y: number, sizePx: number, color: number): void {
    const outline = outlineOfPath(this.#line(words, sizePx).path);
    const placed = [{ outline, matrix: [1, 0, 0, 1, x, y] as const }];
    const coverage = coverOutlines(placed, false, boxOf(canvas));
    if (coverage) paint(canvas, coverage, color);
  }
}
