/**
 * A dummy to print on an office printer, cut and fold: panels with names, sizes and arrows. It is
 * reduced to fit the paper, and says so, or laid out at full size over several sheets of it.
 * Pages in pt from the top left, sRGB.
 */
import { type Language, type Matrix, type Rect, rectPath } from '../../base/index.ts';
import type { ScreenColor } from '../../color/index.ts';
import type { DisplayPage } from '../../display/index.ts';
import type { Font } from '../../text/index.ts';
import { type Item, line, stroke } from '../shapes.ts';
import { wordsItem } from '../words.ts';
import { accent, drawSide, ink, label, mm, type Pen, soft } from './draw-side.ts';
import type { DummySide } from './dummy-sides.ts';
import { dummyWords } from './dummy-words.ts';

export interface DummyPaper {
  readonly name: 'A4' | 'A3';
  readonly longMm: number;
  readonly shortMm: number;
}

export const dummyPapers: Readonly<Record<'A4' | 'A3', DummyPaper>> = {
  A4: { name: 'A4', longMm: 297, shortMm: 210 },
  A3: { name: 'A3', longMm: 420, shortMm: 297 },
};

export interface DummyRequest {
  readonly sides: readonly DummySide[];
  readonly title: string;
  readonly language: Language;
  readonly paper: DummyPaper;
  /** At full size, over as many pages as it takes. */
  readonly isFullSize: boolean;
  readonly font: Font;
}

/** What office printers leave white; and room for the heading, fold labels, sizes and the foot. */
const edge = mm(8);
const heading = mm(12);
const above = mm(11);
const below = mm(11);
const foot = mm(11);

interface PageFrame {
  readonly width: number;
  readonly height: number;
}

/** Heading, ruler and instructions around what a page shows. */
function drawFrame(
  { width, height }: PageFrame,
  request: DummyRequest,
  said: { readonly heading: string; readonly size: string; readonly isTiled: boolean },
): readonly Item[] {
  const { font, language, paper, sides } = request;
  const words = dummyWords[language];
  const pen: Pen = { font, unit: 1, words, language };
  const y = height - edge - mm(3);
  const ruler = mm(50);
  const isBooklet = sides[0]?.sheet !== null;
  const short = width > height ? 'short' : 'long';
  const howTo = words.howTo(paper.name, said.isTiled, isBooklet, short);
  return [
    label(pen, { text: said.heading, sizePt: 12, x: edge, y: edge + 10, color: ink }),
    label(pen, {
      text: said.size,
      sizePt: 8.5,
      x: width - edge,
      y: edge + 10,
      align: 'end',
      color: accent,
    }),
    stroke(line(edge, y, edge + ruler, y), ink, 0.7),
    stroke(line(edge, y - 4, edge, y + 4), ink, 0.7),
    stroke(line(edge + ruler, y - 4, edge + ruler, y + 4), ink, 0.7),
    label(pen, { text: words.ruler, sizePt: 6.5, x: edge, y: y - 7, color: soft }),
    ...wrapped(howTo, width - 2 * edge - ruler - mm(6), pen).map((text, index) =>
      label(pen, {
        text,
        sizePt: 7.5,
        x: edge + ruler + mm(6),
        y: y - 7 + index * 10,
        color: soft,
      }),
    ),
  ];
}

/** Words in lines no wider than the room. */
function wrapped(text: string, room: number, pen: Pen): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    const item = wordsItem({ text: longer, font: pen.font, sizePt: 7.5, x: 0, y: 0, color: soft });
    const width = item.glyphs.widthPt();
    if (width > room && current !== '') {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

function headingOf(side: DummySide, { title, language }: DummyRequest): string {
  const words = dummyWords[language];
  const sheet = side.sheet === null ? '' : `${words.sheet} ${side.sheet}, `;
  return `${title}: ${sheet}${words.faces[side.face]}`;
}

function group(items: readonly Item[], transform: Matrix, clip: Rect | null): Item {
  return {
    kind: 'group',
    items,
    transform,
    clip: clip && rectPath(clip),
    opacity: 1,
    blend: 'normal',
  };
}

/** The paper laid the way that shows the sheet larger. */
function bestFrame({ paper }: DummyRequest, { widthPt, heightPt }: DummySide) {
  const [long, short] = [mm(paper.longMm), mm(paper.shortMm)];
  const frames = [
    { width: long, height: short },
    { width: short, height: long },
  ].map((frame) => {
    const width = frame.width - 2 * edge;
    const height = frame.height - 2 * edge - heading - above - below - foot;
    return {
      frame,
      room: { width, height },
      scale: Math.min(1, width / widthPt, height / heightPt),
    };
  });
  const [across, upright] = frames;
  return across && upright && across.scale >= upright.scale ? across : upright;
}

function fittedPage(side: DummySide, request: DummyRequest): DisplayPage<ScreenColor> | null {
  const best = bestFrame(request, side);
  if (!best) return null;
  const { frame, room, scale } = best;
  const words = dummyWords[request.language];
  const pen = { font: request.font, unit: 1 / scale, words, language: request.language };
  const x = (frame.width - side.widthPt * scale) / 2;
  const y = edge + heading + above + (room.height - side.heightPt * scale) / 2;
  const percent = Math.floor(scale * 100);
  const size = scale < 1 ? words.scaled(percent) : words.fullSize;
  // Exactly the percentage that is stated.
  const stated = scale < 1 ? percent / 100 : 1;
  return {
    name: `${side.sheet ?? ''}${side.face}`,
    widthPt: frame.width,
    heightPt: frame.height,
    items: [
      ...drawFrame(frame, request, { heading: headingOf(side, request), size, isTiled: false }),
      group(
        drawSide({ ...pen, unit: 1 / stated }, side),
        [stated, 0, 0, stated, x + (side.widthPt * (scale - stated)) / 2, y],
        null,
      ),
    ],
  };
}

/** Corner marks of a part: where it is cut to meet its neighbours. */
function cornerMarks({ x, y, width, height }: Rect): readonly Item[] {
  const length = mm(4);
  return [x, x + width].flatMap((left) =>
    [y, y + height].flatMap((top) => [
      stroke(line(left - length, top, left + length, top), ink, 0.4),
      stroke(line(left, top - length, left, top + length), ink, 0.4),
    ]),
  );
}

/** Room around the sheet that is part of the drawing: fold labels, sizes. */
const around = { side: mm(1), above, below };

/** How a sheet is divided at full size: the way of laying the paper that needs fewer parts. */
function tilingOf({ widthPt, heightPt }: DummySide, paper: DummyPaper) {
  const [long, short] = [mm(paper.longMm), mm(paper.shortMm)];
  const whole = {
    width: widthPt + 2 * around.side,
    height: heightPt + around.above + around.below,
  };
  const tilings = [
    { width: long, height: short },
    { width: short, height: long },
  ].map((frame) => {
    const room = {
      width: frame.width - 2 * mm(12),
      height: frame.height - 2 * edge - heading - foot,
    };
    const columns = Math.ceil(whole.width / room.width);
    const rows = Math.ceil(whole.height / room.height);
    const part = { width: whole.width / columns, height: whole.height / rows };
    return { frame, room, columns, rows, part };
  });
  return tilings.reduce((best, next) =>
    next.columns * next.rows < best.columns * best.rows ? next : best,
  );
}

/** Parts of one side at full size; a back's parts lie behind the front's of the same number. */
function tiledPages(
  side: DummySide,
  request: DummyRequest,
  isBack: boolean,
): readonly DisplayPage<ScreenColor>[] {
  const { paper, language, font } = request;
  const { frame, room, columns, rows, part } = tilingOf(side, paper);
  const words = dummyWords[language];
  const items = drawSide({ font, unit: 1, words, language }, side);
  const total = columns * rows;
  return Array.from({ length: total }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const seen = isBack ? columns - 1 - column : column;
    const area = {
      x: (frame.width - part.width) / 2,
      y: edge + heading + (room.height - part.height) / 2,
      ...part,
    };
    const dx = area.x - seen * part.width + around.side;
    const dy = area.y - row * part.height + around.above;
    const clip = { x: area.x - dx, y: area.y - dy, ...part };
    const heading_ = `${headingOf(side, request)}, ${words.tile} ${index + 1}/${total}`;
    return {
      name: `${side.sheet ?? ''}${side.face}${index + 1}`,
      widthPt: frame.width,
      heightPt: frame.height,
      items: [
        ...drawFrame(frame, request, {
          heading: heading_,
          size: words.fullSize,
          isTiled: total > 1,
        }),
        group(items, [1, 0, 0, 1, dx, dy], clip),
        ...(total > 1 ? cornerMarks(area) : []),
      ],
    };
  });
}

/** The dummy's pages: front, back, front, back … as a printer with both sides takes them. */
export function drawDummy(request: DummyRequest): readonly DisplayPage<ScreenColor>[] {
  const { sides, isFullSize } = request;
  if (!isFullSize) return sides.flatMap((side) => fittedPage(side, request) ?? []);
  const pages: DisplayPage<ScreenColor>[] = [];
  for (let index = 0; index < sides.length; index += 2) {
    const [front, back] = sides.slice(index, index + 2);
    const fronts = front ? tiledPages(front, request, false) : [];
    const backs = back ? tiledPages(back, request, true) : [];
    for (const [part, page] of fronts.entries()) pages.push(page, ...backs.slice(part, part + 1));
  }
  return pages;
}
