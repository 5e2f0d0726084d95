/**
 * `text` and `tspan` (SVG 2 §11) as outlines: one line after another where the drawing puts them,
 * anchored at their start, middle or end, or letter by letter where these have places of their own.
 * Text along a path is refused.
 */
import {
  type Matrix,
  multiply,
  type Path,
  type Point,
  pointsPerPx,
  rectPath,
} from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import type { DecorationLine } from '../../style/index.ts';
import { type Font, type KernedLine, kernedLine } from '../../text/index.ts';
import type { DisplayItem } from '../item.ts';
import { transformPath, translation } from '../outline.ts';
import { unsupportedSvg } from '../problems-svg.ts';
import { drawShape } from './draw-shape.ts';
import { resolveSvgStyle, type SvgStyle } from './presentation.ts';
import { type SvgScene, spend } from './scene.ts';
import type { Surroundings } from './surroundings.ts';
import { fitLine, type TextFit, textFitOf } from './text-length.ts';
import {
  baselineOf,
  baselineShift,
  cutAtPlaces,
  type LetterPlace,
  type Lists,
  listsOf,
} from './text-places.ts';

/** A stretch in one style. */
interface Stretch {
  readonly element: ElementNode;
  readonly style: SvgStyle;
  /** Absent: lines under, over and through letters. */
  readonly letters?: { readonly text: string; readonly sizePt: number };
  readonly line: KernedLine;
  /** From the pen where the one before ended. */
  readonly dx: number;
  readonly dy: number;
  /** How far it stands below the line, so that another baseline is on it. */
  readonly shift: number;
  /** About its own start, clockwise. */
  readonly degrees: number;
}

/** Stretches that are anchored together (§11.8.2): from one given place to the next. */
interface Chunk {
  readonly x: number | null;
  readonly y: number | null;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly stretches: Stretch[];
}

interface Reading {
  readonly chunks: Chunk[];
  readonly scene: SvgScene;
  readonly around: Surroundings;
  /** Of the elements around the next letter, outermost first. */
  readonly scopes: Lists[];
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

/** What an element says of the words in it. */
interface Setting {
  readonly element: ElementNode;
  readonly style: SvgStyle;
  readonly baseline: string;
  /** Lines that run along its words. */
  readonly lines: readonly DecorationLine[];
  /** How long they are to be. */
  readonly fit: TextFit | null;
}

function readText(text: string, setting: Setting, reading: Reading): void {
  const { scene, scopes } = reading;
  const { element, fit } = setting;
  const collapsed = collapse(text, reading);
  const words = fit ? collapsed.trimEnd() : collapsed;
  const font = scene.fonts?.fontsFor(scene.styles.styleOf(element))[0];
  if (words === '' || !font) return;
  for (const { text: piece, place } of cutAtPlaces(words, scopes))
    addStretch(piece, place, font, setting, reading);
}

/** A piece in one style, which begins a chunk where it is given a place. */
function addStretch(
  text: string,
  { x, y, dx, dy, degrees }: LetterPlace,
  font: Font,
  { element, style, baseline, fit, lines }: Setting,
  { scene, chunks }: Reading,
): void {
  const { fontSize, letterSpacing, textAnchor } = scene.styles.styleOf(element);
  const size = fontSize / pointsPerPx;
  const spacing = letterSpacing / pointsPerPx;
  const set = (extra: number) =>
    kernedLine(text, font, { size, spacing: spacing + extra, language: '' });
  const line = fit ? fitLine(set, fit) : set(0);
  if (!spend(scene, 1, line.path.length, element)) return;
  if (x !== null || y !== null || chunks.length === 0)
    chunks.push({ x, y, anchor: textAnchor, stretches: [] });
  const shift = baselineShift(baseline, font.metrics) * size;
  const stretches = chunks.at(-1)?.stretches;
  const common = { element, style, shift, degrees };
  const moved = { dx: dx ?? 0, dy: dy ?? 0 };
  if (lines.length > 0)
    stretches?.push({
      ...common,
      ...moved,
      line: { path: linesAlong(line.width, lines, font, size), width: 0, glyphCount: 0 },
    });
  const letters = { text, sizePt: size };
  stretches?.push({ ...common, letters, line, ...(lines.length > 0 ? { dx: 0, dy: 0 } : moved) });
}

/** `text-decoration` as rectangles along a line from 0 (css-text-decoration-4 §2). */
function linesAlong(
  width: number,
  lines: readonly DecorationLine[],
  { metrics }: Font,
  size: number,
): Path {
  const height = (metrics.underlineThicknessEm || 0.05) * size;
  const middles = {
    underline: (metrics.underlineOffsetEm || 0.12) * size,
    overline: -metrics.ascentEm * size + height / 2,
    'line-through': (-metrics.xHeightEm * size) / 2,
  };
  return lines.flatMap((line) => rectPath({ x: 0, y: middles[line] - height / 2, width, height }));
}

/** An element's own places hold for the letters in it. */
function readElement(
  element: ElementNode,
  parent: SvgStyle,
  around: Pick<Setting, 'baseline' | 'lines'>,
  reading: Reading,
): void {
  const { scene, scopes } = reading;
  const { viewport } = reading.around;
  const { display, textDecorationLine, writingMode } = scene.styles.styleOf(element);
  if (display === 'none') return;
  if (writingMode !== 'horizontal-tb')
    scene.report((place) => unsupportedSvg('writing-mode', place), element);
  const isRoot = element.tag === 'text';
  const style = isRoot ? parent : resolveSvgStyle(element, parent, viewport, scene);
  const baseline = baselineOf(element, around.baseline);
  const lines = [...new Set([...around.lines, ...textDecorationLine])];
  const fit = textFitOf(element, viewport.width, scene);
  const setting = { element, style, baseline, lines, fit };
  scopes.push(listsOf(element, viewport));
  for (const child of element.children) {
    if (child.kind === 'text')
      readText(child.pieces.map(({ text }) => text).join(''), setting, reading);
    else if (child.tag === 'tspan' || child.tag === 'a')
      readElement(child, style, setting, reading);
    else if (child.tag !== 'title' && child.tag !== 'desc')
      scene.report((place) => unsupportedSvg(child.tag, place), child);
  }
  scopes.pop();
}

const anchorShares = { start: 0, middle: 0.5, end: 1 } as const;

function placeOf({ degrees, shift }: Stretch, { x, y }: Point): Matrix {
  const at = translation(x, y + shift);
  if (degrees === 0) return at;
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return multiply(at, [cos, sin, -sin, cos, 0, 0]);
}

interface PlacedStretch {
  readonly stretch: Stretch;
  /** In user units. */
  readonly path: Path;
}

/** Everything that a `text` element sets, in its place; empty, after a report, without fonts. */
function placeText(
  root: ElementNode,
  around: Surroundings,
  scene: SvgScene,
): readonly PlacedStretch[] {
  if (!scene.fonts) {
    scene.report((place) => unsupportedSvg('text', place), root);
    return [];
  }
  const reading: Reading = { chunks: [], scene, around, scopes: [], isAfterSpace: true };
  readElement(root, around.style, { baseline: 'auto', lines: [] }, reading);
  const pen = { x: 0, y: 0 };
  return reading.chunks.flatMap(({ x, y, anchor, stretches }) => {
    pen.x = x ?? pen.x;
    pen.y = y ?? pen.y;
    const width = stretches.reduce((sum, { line, dx }) => sum + line.width + dx, 0);
    pen.x -= width * anchorShares[anchor];
    return stretches.map((stretch) => {
      pen.x += stretch.dx;
      pen.y += stretch.dy;
      const path = transformPath(placeOf(stretch, pen), stretch.line.path);
      pen.x += stretch.line.width;
      return { stretch, path };
    });
  });
}

/** The items of a `text` element; `around` is what holds inside it. */
export function drawText(
  root: ElementNode,
  around: Surroundings,
  scene: SvgScene,
): readonly DisplayItem<AuthorColor>[] {
  return placeText(root, around, scene).flatMap(({ stretch, path }) => {
    const { element, style, letters } = stretch;
    const shape = { ...around, element, path, style };
    return drawShape(letters ? { ...shape, letters } : shape, scene);
  });
}

/** The outlines of a `text` element, in user units: for what is cut along them. */
export function textOutline(root: ElementNode, around: Surroundings, scene: SvgScene): Path {
  return placeText(root, around, scene).flatMap(({ path }) => path);
}
