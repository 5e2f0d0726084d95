/**
 * `text` and `tspan` (SVG 2 §11) as outlines: one line after another where the drawing puts them,
 * anchored at their start, middle or end. Deviation: positions are of whole stretches (the first of
 * each list counts), and text along a path is refused.
 */
import { pointsPerPx } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import { type KernedLine, kernedLine } from '../../text/index.ts';
import type { DisplayItem } from '../item.ts';
import { transformPath, translation } from '../outline.ts';
import { unsupportedSvg } from '../problems-svg.ts';
import { drawShape } from './draw-shape.ts';
import { parseLength } from './numbers.ts';
import { resolveSvgStyle, type SvgStyle } from './presentation.ts';
import { type SvgScene, spend } from './scene.ts';
import type { Surroundings } from './surroundings.ts';
import { fitLine, type TextFit, textFitOf } from './text-length.ts';

/** A stretch in one style. */
interface Stretch {
  readonly element: ElementNode;
  readonly style: SvgStyle;
  readonly letters: { readonly text: string; readonly sizePt: number };
  readonly line: KernedLine;
  /** From the pen where the one before ended. */
  readonly dx: number;
  readonly dy: number;
}

/** Stretches that are anchored together (§11.8.2): from one given place to the next. */
interface Chunk {
  readonly x: number | null;
  readonly y: number | null;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly stretches: Stretch[];
}

function firstLength(element: ElementNode, name: string, base: number): number | null {
  const [first] = (element.attributes.get(name) ?? '').trim().split(/[\s,]+/);
  return first ? parseLength(first, base) : null;
}

interface Reading {
  readonly chunks: Chunk[];
  readonly scene: SvgScene;
  readonly around: Surroundings;
  /** True where a space would be the first of the line, or follow another. */
  isAfterSpace: boolean;
}

/** §11.7: white space is collapsed, as everywhere. */
function collapse(text: string, reading: Reading): string {
  let collapsed = text.replace(/[\t\n\r ]+/g, ' ');
  if (reading.isAfterSpace) collapsed = collapsed.replace(/^ /, '');
  if (collapsed !== '') reading.isAfterSpace = collapsed.endsWith(' ');
  return collapsed;
}

/** Where an element's next words stand from the pen, and how long they are to be. */
interface Move {
  dx: number;
  dy: number;
  readonly fit: TextFit | null;
}

function readText(
  text: string,
  element: ElementNode,
  style: SvgStyle,
  move: Move,
  reading: Reading,
): void {
  const { scene, chunks } = reading;
  const { fit } = move;
  const collapsed = collapse(text, reading);
  const words = fit ? collapsed.trimEnd() : collapsed;
  const font = scene.fonts?.fontsFor(scene.styles.styleOf(element))[0];
  const chunk = chunks.at(-1);
  if (words === '' || !font || !chunk) return;
  const { fontSize, letterSpacing } = scene.styles.styleOf(element);
  const size = fontSize / pointsPerPx;
  const spacing = letterSpacing / pointsPerPx;
  const set = (extra: number) =>
    kernedLine(words, font, { size, spacing: spacing + extra, language: '' });
  const line = fit ? fitLine(set, fit) : set(0);
  if (!spend(scene, 1, line.path.length, element)) return;
  const letters = { text: words, sizePt: size };
  chunk.stretches.push({ element, style, letters, line, dx: move.dx, dy: move.dy });
  move.dx = 0;
  move.dy = 0;
}

/** An element's own place begins a chunk, or moves the pen. */
function readElement(element: ElementNode, parent: SvgStyle, reading: Reading): void {
  const { scene, around, chunks } = reading;
  const { styles } = scene;
  if (styles.styleOf(element).display === 'none') return;
  const style =
    element.tag === 'text' ? parent : resolveSvgStyle(element, parent, around.viewport, scene);
  const { width, height } = around.viewport;
  const x = firstLength(element, 'x', width);
  const y = firstLength(element, 'y', height);
  if (x !== null || y !== null || chunks.length === 0)
    chunks.push({ x, y, anchor: styles.styleOf(element).textAnchor, stretches: [] });
  const move = {
    dx: firstLength(element, 'dx', width) ?? 0,
    dy: firstLength(element, 'dy', height) ?? 0,
    fit: textFitOf(element, width, scene),
  };
  for (const child of element.children) {
    if (child.kind === 'text')
      readText(child.pieces.map(({ text }) => text).join(''), element, style, move, reading);
    else if (child.tag === 'tspan' || child.tag === 'a') readElement(child, style, reading);
    else if (child.tag !== 'title' && child.tag !== 'desc')
      scene.report((place) => unsupportedSvg(child.tag, place), child);
  }
}

const anchorShares = { start: 0, middle: 0.5, end: 1 } as const;

/** The items of a `text` element; `around` is what holds inside it. */
export function drawText(
  root: ElementNode,
  around: Surroundings,
  scene: SvgScene,
): readonly DisplayItem<AuthorColor>[] {
  if (!scene.fonts) {
    scene.report((place) => unsupportedSvg('text', place), root);
    return [];
  }
  const reading: Reading = { chunks: [], scene, around, isAfterSpace: true };
  readElement(root, around.style, reading);
  const pen = { x: 0, y: 0 };
  return reading.chunks.flatMap(({ x, y, anchor, stretches }) => {
    pen.x = x ?? pen.x;
    pen.y = y ?? pen.y;
    const width = stretches.reduce((sum, { line, dx }) => sum + line.width + dx, 0);
    pen.x -= width * anchorShares[anchor];
    return stretches.flatMap((stretch) => {
      pen.x += stretch.dx;
      pen.y += stretch.dy;
      const path = transformPath(translation(pen.x, pen.y), stretch.line.path);
      pen.x += stretch.line.width;
      const { element, style, letters } = stretch;
      return drawShape({ ...around, element, path, style, letters }, scene);
    });
  });
}
