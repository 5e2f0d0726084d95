/**
 * One side of a dummy: panels with names, sizes and heads, folds with their order. In the sheet's
 * own pt from its trim's top left; words and lines keep their size on the paper.
 */
import { type Language, mmToPt, type Path, ptToMm, rectPath } from '../../base/index.ts';
import type { ScreenColor } from '../../color/index.ts';
import { panelName } from '../../folds/index.ts';
import type { Font } from '../../text/index.ts';
import { fill, gray, type Item, line, stroke } from '../shapes.ts';
import { type Words, wordsItem } from '../words.ts';
import type { DummyFold, DummyPanel, DummySide } from './dummy-sides.ts';
import type { DummyWords } from './dummy-words.ts';

export const mm = mmToPt;
export const ink = gray(0.1);
export const soft = gray(0.42);
const tints: readonly ScreenColor[] = [gray(0.965), gray(1)];
export const accent: ScreenColor = { space: 'srgb', r: 0.78, g: 0.2, b: 0.16, alpha: 1 };

function triangle(x: number, y: number, dx: number, dy: number): Path {
  // The tip at x, y; dx and dy point from its base to the tip.
  return [
    { kind: 'move', x, y },
    { kind: 'line', x: x - dx - dy * 0.45, y: y - dy + dx * 0.45 },
    { kind: 'line', x: x - dx + dy * 0.45, y: y - dy - dx * 0.45 },
    { kind: 'close' },
  ];
}

/** Draws in the sheet's own pt; `unit` is how many of them one pt on the paper is. */
export interface Pen {
  readonly font: Font;
  readonly unit: number;
  readonly words: DummyWords;
  readonly language: Language;
}

export function label({ font, unit }: Pen, given: Omit<Words<ScreenColor>, 'font'>): Item {
  return wordsItem({ ...given, font, sizePt: given.sizePt * unit });
}

function millimetres(pt: number, language: Language): string {
  const text = String(Math.round(ptToMm(pt) * 100) / 100);
  return language === 'da' ? text.replace('.', ',') : text;
}

/** A measure between two places, with arrows at its ends. */
function dimension(pen: Pen, from: number, to: number, y: number, text: string): readonly Item[] {
  const { unit } = pen;
  const middle = (from + to) / 2;
  const size = 4 * unit;
  return [
    stroke(line(from, y - 4 * unit, from, y + 4 * unit), soft, 0.5 * unit),
    stroke(line(to, y - 4 * unit, to, y + 4 * unit), soft, 0.5 * unit),
    stroke(line(from, y, to, y), soft, 0.5 * unit),
    fill(triangle(from, y, -size, 0), soft),
    fill(triangle(to, y, size, 0), soft),
    label(pen, { text, sizePt: 7.5, x: middle, y: y + 9.5 * unit, align: 'middle', color: ink }),
  ];
}

function drawPanel(
  pen: Pen,
  panel: DummyPanel,
  x: number,
  height: number,
  index: number,
): readonly Item[] {
  const { unit, words, language } = pen;
  const { widthPt, number, role } = panel;
  const middle = x + widthPt / 2;
  const big = Math.min(54 * unit, widthPt * 0.45);
  const arrow = 9 * unit;
  const size = `${millimetres(widthPt, language)} × ${millimetres(height, language)} mm`;
  const top = 12 * unit;
  return [
    fill(rectPath({ x, y: 0, width: widthPt, height }), tints[index % 2] ?? gray(1)),
    fill(triangle(middle, top, 0, -arrow), soft),
    label(pen, {
      text: words.head,
      sizePt: 6.5,
      x: middle,
      y: top + arrow + 8 * unit,
      align: 'middle',
      color: soft,
    }),
    wordsItem({
      text: String(number),
      font: pen.font,
      sizePt: big,
      x: middle,
      y: height / 2 + big * 0.2,
      align: 'middle',
      color: ink,
    }),
    ...(role === ''
      ? []
      : [
          label(pen, {
            text: panelWords(role, language),
            sizePt: 11,
            x: middle,
            y: height / 2 + big * 0.2 + 20 * unit,
            align: 'middle',
            color: ink,
          }),
        ]),
    label(pen, {
      text: size,
      sizePt: 7.5,
      x: middle,
      y: height / 2 + big * 0.2 + (role === '' ? 18 : 34) * unit,
      align: 'middle',
      color: soft,
    }),
  ];
}

/** `bagside (back)`: the name, and the role that templates use where it is another word. */
function panelWords(role: string, language: Language): string {
  const name = panelName(role)[language];
  return name === role ? name : `${name} (${role})`;
}

/** A fold: dashed through the sheet, its number in a ring above, and which way it goes. */
function drawFold(pen: Pen, fold: DummyFold, height: number): readonly Item[] {
  const { unit, words } = pen;
  const { x, order, isTowards } = fold;
  const dash = isTowards ? [5 * unit, 3 * unit] : [7 * unit, 2.5 * unit, 1 * unit, 2.5 * unit];
  const text = `${words.fold} ${order}: ${isTowards ? words.towards : words.away}`;
  return [
    stroke(line(x, -8 * unit, x, height + 6 * unit), accent, 0.8 * unit, dash),
    label(pen, { text, sizePt: 7.5, x, y: -12 * unit, align: 'middle', color: accent }),
  ];
}

/** One side of the sheet, from its trim's top left. */
export function drawSide(pen: Pen, side: DummySide): readonly Item[] {
  const { unit, language } = pen;
  const { widthPt, heightPt, panels, folds } = side;
  const items: Item[] = [];
  let x = 0;
  for (const [index, panel] of panels.entries()) {
    items.push(...drawPanel(pen, panel, x, heightPt, index));
    const text = `${millimetres(panel.widthPt, language)} mm`;
    items.push(...dimension(pen, x, x + panel.widthPt, heightPt + 9 * unit, text));
    x += panel.widthPt;
  }
  items.push(stroke(rectPath({ x: 0, y: 0, width: widthPt, height: heightPt }), ink, 0.9 * unit));
  items.push(...folds.flatMap((fold) => drawFold(pen, fold, heightPt)));
  return items;
}
