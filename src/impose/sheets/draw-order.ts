/**
 * The proof of page order as a picture: every side of every sheet in small, pages with their
 * numbers where and as they stand, folds dashed. One page, sRGB, pt.
 */
import { type Matrix, mmToPt, type Rect, rectPath } from '../../base/index.ts';
import type { ScreenColor } from '../../color/index.ts';
import type { DisplayPage } from '../../display/index.ts';
import type { Font } from '../../text/index.ts';
import { fill, gray, type Item, line, stroke } from '../shapes.ts';
import { wordsItem } from '../words.ts';
import type { SheetCell, SheetPlan, SheetSide } from './sheet-plan.ts';

const ink = gray(0.13);
const faint = gray(0.55);
const paper = gray(1);
const desk = gray(0.93);
const pageColor: ScreenColor = { space: 'srgb', r: 0.9, g: 0.945, b: 0.96, alpha: 1 };

const fillRect = (rect: Rect, color: ScreenColor): Item => fill(rectPath(rect), color);

/** A page in its cell: its number upright as the page is, a bar at its head. */
function drawCell({ page, trim, isTurned }: SheetCell, font: Font, scale: number): Item {
  const size = Math.min(trim.height * 0.34, trim.width * 0.42, 26 / scale);
  const bar = fillRect(
    {
      x: trim.width * 0.12,
      y: trim.height * 0.07,
      width: trim.width * 0.76,
      height: trim.height * 0.035,
    },
    faint,
  );
  const items = [
    fillRect({ x: 0, y: 0, width: trim.width, height: trim.height }, pageColor),
    bar,
    wordsItem({
      text: String(page),
      font,
      sizePt: size,
      x: trim.width / 2,
      y: trim.height / 2 + size * 0.35,
      align: 'middle',
      color: ink,
    }),
    stroke(rectPath({ x: 0, y: 0, width: trim.width, height: trim.height }), faint, 0.4 / scale),
  ];
  const transform: Matrix = isTurned
    ? [-1, 0, 0, -1, trim.x + trim.width, trim.y + trim.height]
    : [1, 0, 0, 1, trim.x, trim.y];
  return { kind: 'group', items, transform, clip: null, opacity: 1, blend: 'normal' };
}

function drawSide(
  side: SheetSide,
  { size, margins }: SheetPlan,
  font: Font,
  scale: number,
): readonly Item[] {
  const dash = [3 / scale, 2 / scale];
  const upright = side.foldsX.map((x) => line(x, 0, x, size.height));
  const level = side.foldsY.map((y) => line(0, y, size.width, y));
  const whole = { x: 0, y: 0, ...size };
  const gripper = {
    x: 0,
    y: size.height - margins.bottom,
    width: size.width,
    height: margins.bottom,
  };
  return [
    fillRect(whole, paper),
    ...(margins.bottom > margins.left ? [fillRect(gripper, gray(0.82))] : []),
    ...(margins.top > margins.left ? [fillRect({ ...gripper, y: 0 }, gray(0.82))] : []),
    ...side.cells.map((cell) => drawCell(cell, font, scale)),
    ...[...upright, ...level].map((path) => stroke(path, ink, 0.5 / scale, dash)),
    stroke(rectPath(whole), ink, 0.5 / scale),
  ];
}

export interface OrderWords {
  readonly title: string;
  readonly sheet: string;
  readonly front: string;
  readonly back: string;
}

const margin = mmToPt(8);
const gap = mmToPt(5);
const titleHeight = mmToPt(12);
const labelHeight = mmToPt(6);

/** One page with all sides: a sheet's front and back beside each other. */
export function drawOrder(
  plan: SheetPlan,
  font: Font,
  words: OrderWords,
): DisplayPage<ScreenColor> {
  const { sheets, size } = plan;
  const pairs = Math.min(sheets.length, Math.max(1, Math.ceil(Math.sqrt(sheets.length / 2))));
  const lines = Math.ceil(sheets.length / pairs);
  const scale = mmToPt(size.width > size.height ? 66 : 46) / size.width;
  const [width, height] = [size.width * scale, size.height * scale];
  const pairWidth = 2 * width + gap;
  const widthPt = 2 * margin + pairs * pairWidth + (pairs - 1) * 2 * gap;
  const heightPt = 2 * margin + titleHeight + lines * (height + labelHeight + gap) - gap;
  const items: Item[] = [
    fillRect({ x: 0, y: 0, width: widthPt, height: heightPt }, desk),
    wordsItem({ text: words.title, font, sizePt: 11, x: margin, y: margin + 10, color: ink }),
  ];
  for (const [index, sheet] of sheets.entries()) {
    const x = margin + (index % pairs) * (pairWidth + 2 * gap);
    const y =
      margin + titleHeight + Math.floor(index / pairs) * (height + labelHeight + gap) + labelHeight;
    const draw = (side: SheetSide | null, name: string, left: number) => {
      const text = `${words.sheet} ${index + 1} · ${name}`;
      items.push(wordsItem({ text, font, sizePt: 7.5, x: left, y: y - 4, color: ink }));
      items.push({
        kind: 'group',
        items: side
          ? drawSide(side, plan, font, scale)
          : [
              fillRect({ x: 0, y: 0, ...size }, paper),
              stroke(rectPath({ x: 0, y: 0, ...size }), faint, 0.5 / scale),
            ],
        transform: [scale, 0, 0, scale, left, y],
        clip: null,
        opacity: 1,
        blend: 'normal',
      });
    };
    draw(sheet.front, words.front, x);
    draw(sheet.back, words.back, x + width + gap);
  }
  return { name: 'order', widthPt, heightPt, items };
}
