/** A picture in sRGB to draw small things on: pictures, areas, words. */
import { identity, type Matrix, type Path, type Rect } from '../base/index.ts';
import { type Outline, outlineOps } from '../preflight/index.ts';
import { type Font, type KernedLine, kernedLine } from '../text/index.ts';
import type { Coverage } from './coverage.ts';
import { coverAreas, coverOutlines } from './fill.ts';
import type { Rgb } from './ink-map.ts';
import { averageSamples, type Samples } from './samples.ts';
import { strokeAreas } from './stroke.ts';

export interface Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8Array;
}

export function createCanvas(widthPx: number, heightPx: number): Canvas {
  return { widthPx, heightPx, rgba: new Uint8Array(widthPx * heightPx * 4).fill(255) };
}

function boxOf({ widthPx, heightPx }: Canvas) {
  return { x0: 0, y0: 0, x1: widthPx, y1: heightPx };
}

function paint({ rgba, widthPx }: Canvas, { box, values }: Coverage, color: Rgb): void {
  let from = 0;
  for (let y = box.y0; y < box.y1; y += 1)
    for (let x = box.x0; x < box.x1; x += 1, from += 1) {
      const at = (y * widthPx + x) * 4;
      const share = values[from] ?? 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const old = rgba[at + channel] ?? 0;
        rgba[at + channel] = Math.round(old + ((color[channel] ?? 0) - old) * share);
      }
    }
}

function rectOutline({ x, y, width, height }: Rect): Outline {
  return [0, x, y, 1, x + width, y, 1, x + width, y + height, 1, x, y + height, 3];
}

export function fillRect(canvas: Canvas, rect: Rect, color: Rgb): void {
  const area = { outline: rectOutline(rect), matrix: identity };
  const coverage = coverOutlines([area], false, boxOf(canvas));
  if (coverage) paint(canvas, coverage, color);
}

/** A frame of `width` pixels around a rectangle, half of it inside. */
export function strokeRect(
  canvas: Canvas,
  { x, y, width, height }: Rect,
  lineWidth: number,
  color: Rgb,
): void {
  const points = [x, y, x + width, y, x + width, y + height, x, y + height];
  const pen = { width: lineWidth, cap: 0, join: 0, miterLimit: 10, dash: [], dashPhase: 0 };
  const areas = strokeAreas([{ points, isClosed: true }], pen, 1);
  const coverage = coverAreas(areas, identity, boxOf(canvas));
  if (coverage) paint(canvas, coverage, color);
}

/** A picture scaled into whole pixels; gray (one channel) or with red, green and blue first. */
export function drawPicture(canvas: Canvas, samples: Samples, rect: Rect): void {
  const box = { x0: rect.x, y0: rect.y, x1: rect.x + rect.width, y1: rect.y + rect.height };
  const matrix: Matrix = [rect.width, 0, 0, rect.height, rect.x, rect.y];
  const means = averageSamples(samples, matrix, box);
  const { channels } = samples;
  for (let y = 0; y < rect.height; y += 1)
    for (let x = 0; x < rect.width; x += 1) {
      const from = (y * rect.width + x) * channels;
      const to = ((rect.y + y) * canvas.widthPx + rect.x + x) * 4;
      for (let channel = 0; channel < 3; channel += 1)
        canvas.rgba[to + channel] = Math.round(
          (means[from + Math.min(channel, channels - 1)] ?? 0) * 255,
        );
    }
}

/** A path of base geometry as an outline. */
function outlineOf(path: Path): Outline {
  return path.flatMap((step): number[] => {
    if (step.kind === 'close') return [outlineOps.close];
    if (step.kind === 'move') return [outlineOps.move, step.x, step.y];
    if (step.kind === 'line') return [outlineOps.line, step.x, step.y];
    return [outlineOps.curve, step.x1, step.y1, step.x2, step.y2, step.x, step.y];
  });
}

/** Words on one line. Shaping must have been made ready (`prepareShaping`). */
export class Lettering {
  readonly #font: Font;
  readonly #language: string;

  constructor(font: Font, language: string) {
    this.#font = font;
    this.#language = language;
  }

  #line(words: string, size: number): KernedLine {
    return kernedLine(words, this.#font, { size, spacing: 0, language: this.#language });
  }

  width(words: string, sizePx: number): number {
    return this.#line(words, sizePx).width;
  }

  /** From `x` on the baseline `y`. */
  draw(canvas: Canvas, words: string, x: number, y: number, sizePx: number, color: Rgb): void {
    const outline = outlineOf(this.#line(words, sizePx).path);
    const placed = [{ outline, matrix: [1, 0, 0, 1, x, y] as const }];
    const coverage = coverOutlines(placed, false, boxOf(canvas));
    if (coverage) paint(canvas, coverage, color);
  }
}
