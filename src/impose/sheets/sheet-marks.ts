/**
 * Marks of a sheet, as display items in pt from its top left: crop and fold marks, registration
 * marks, colour bar, slug line, collation mark. All stand outside the bleed and inside what the
 * press prints; a mark that finds no room is left out, and told of.
 */
import { type Matrix, mmToPt, type Path, type Rect } from '../../base/index.ts';
import { type PrintColor, pureBlack } from '../../color/index.ts';
import type { DisplayItem } from '../../display/index.ts';
import { type Font, plainWidth } from '../../text/index.ts';
import { markClearancePt, registration } from '../marks.ts';
import { wordsItem } from '../words.ts';
import { type Band, type BandSide, bandsOf, firstClear, type Stretch } from './bands.ts';
import { colorBar, filled } from './color-bar.ts';
import type { PressSheet, SheetCell, SheetPlan, SheetSide } from './sheet-plan.ts';

type Item = DisplayItem<PrintColor>;

export interface SlugLine {
  readonly font: Font;
  readonly text: string;
}

export interface MarkRequest {
  readonly plan: SheetPlan;
  readonly sheet: PressSheet;
  readonly side: SheetSide;
  /** Spot inks that print, in the order of their patches. */
  readonly spots: readonly string[];
  readonly slug: SlugLine | null;
}

const mm = mmToPt;
const markLength = mm(5);
const leastOffset = mm(3);
const leastLength = mm(1);
const lineWidth = 0.25;
const crossSize = mm(6);
const slugSize = 6;

function stroke(path: Path, dashPt: readonly number[] = []): Item {
  return {
    kind: 'stroke',
    path,
    paint: { kind: 'solid', color: registration },
    widthPt: lineWidth,
    cap: 'butt',
    join: 'miter',
    miterLimit: 10,
    dashPt,
    dashOffsetPt: 0,
  };
}

function line(band: Band, u: number, from: number, to: number, dashPt?: readonly number[]): Item {
  const path: Path = [
    { kind: 'move', ...band.at(u, from) },
    { kind: 'line', ...band.at(u, to) },
  ];
  return stroke(path, dashPt);
}

function union(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Places along a side, each once, from the least. */
function distinct(places: readonly number[]): readonly number[] {
  const sorted = places.toSorted((a, b) => a - b);
  return sorted.filter((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > 0.02);
}

/** The cells along a side of the sheet. */
function cellsAlong({ cells }: SheetSide, side: BandSide): readonly SheetCell[] {
  const least = (of: (cell: SheetCell) => number) => Math.min(...cells.map(of));
  const most = (of: (cell: SheetCell) => number) => Math.max(...cells.map(of));
  const row = side === 'top' ? least((cell) => cell.row) : most((cell) => cell.row);
  const column = side === 'left' ? least((cell) => cell.column) : most((cell) => cell.column);
  const isUpright = side === 'left' || side === 'right';
  return cells.filter((cell) => (isUpright ? cell.column === column : cell.row === row));
}

interface Cuts {
  readonly crops: readonly number[];
  readonly folds: readonly number[];
}

/** Where trims and folds meet a side, as u of its band. A spine without a gap is a fold alone. */
function cutsAlong(request: MarkRequest, side: BandSide, bleed: Rect): Cuts {
  const isUpright = side === 'left' || side === 'right';
  const start = isUpright ? bleed.y : bleed.x;
  const folds = (isUpright ? request.side.foldsY : request.side.foldsX).map((at) => at - start);
  const edges = cellsAlong(request.side, side).flatMap(({ trim, clip }) => {
    const [from, size] = isUpright ? [trim.y, trim.height] : [trim.x, trim.width];
    const [clipFrom, clipSize] = isUpright ? [clip.y, clip.height] : [clip.x, clip.width];
    // Where art ends at a spine, the trim's edge is the fold: it is not cut there.
    const spines = isUpright ? [] : request.side.spinesX;
    const isFolded = (edge: number) => spines.some((spine) => Math.abs(edge - spine) < 0.5);
    const kept = [
      ...(isFolded(clipFrom) ? [] : [from]),
      ...(isFolded(clipFrom + clipSize) ? [] : [from + size]),
    ];
    return kept.map((edge) => edge - start);
  });
  return { crops: distinct(edges), folds: distinct(folds) };
}

/** Stretches that marks take, with room around them. */
const around = (places: readonly number[], half: number): readonly Stretch[] =>
  places.map((place) => [place - half, place + half]);

function registrationMark(band: Band, u: number, size: number): readonly Item[] {
  const v = leastOffset + size / 2;
  const { x, y } = band.at(u, v);
  const radius = size / 3;
  const k = radius * 0.552285;
  const circle: Path = [
    { kind: 'move', x: x + radius, y },
    { kind: 'cubic', x1: x + radius, y1: y + k, x2: x + k, y2: y + radius, x, y: y + radius },
    { kind: 'cubic', x1: x - k, y1: y + radius, x2: x - radius, y2: y + k, x: x - radius, y },
    { kind: 'cubic', x1: x - radius, y1: y - k, x2: x - k, y2: y - radius, x, y: y - radius },
    { kind: 'cubic', x1: x + k, y1: y - radius, x2: x + radius, y2: y - k, x: x + radius, y },
    { kind: 'close' },
  ];
  const half = size / 2;
  const cross: Path = [
    { kind: 'move', x: x - half, y },
    { kind: 'line', x: x + half, y },
    { kind: 'move', x, y: y - half },
    { kind: 'line', x, y: y + half },
  ];
  return [stroke(circle), stroke(cross)];
}

/** The slug line in the first clear stretch of a side; null where there is none. */
function slugItem(
  band: Band,
  taken: readonly Stretch[],
  { font, text }: SlugLine,
): { readonly item: Item; readonly stretch: Stretch } | null {
  const height = slugSize * 0.75;
  const offset = Math.min(mm(1.5), band.depth - height);
  if (offset < mm(0.5)) return null;
  const width = plainWidth(text, font, slugSize);
  const u = firstClear(taken, mm(6), width, band.length);
  if (u === null) return null;
  // Words stand upright or read downwards; either way their feet are at the larger y or smaller x.
  const isFootOutside = band.side === 'bottom' || band.side === 'left';
  const v = offset + (isFootOutside ? height : 0);
  const transform: Matrix = band.words(u, v);
  const glyphs = wordsItem({ text, font, sizePt: slugSize, x: 0, y: 0, color: pureBlack });
  const item: Item = {
    kind: 'group',
    items: [glyphs],
    transform,
    clip: null,
    opacity: 1,
    blend: 'normal',
  };
  return { item, stretch: [u, u + width] };
}

/** A bar on the folded section's spine, lower with each section: a gap in the stairs is a fault. */
function collationMark({ plan, sheet, side }: MarkRequest): readonly Item[] {
  if (sheet.section === null || side !== sheet.front) return [];
  const first = side.cells.find(({ page }) => page % (plan.columns * plan.rows * 2) === 1);
  if (!first) return [];
  const fold = side.foldsX.filter((x) => x < first.trim.x + 1).at(-1);
  if (fold === undefined) return [];
  const step = mm(6);
  const steps = Math.max(1, Math.floor((first.trim.height - mm(30)) / step));
  const y = first.trim.y + mm(15) + (sheet.section % steps) * step;
  return [filled({ x: fold - mm(1.5), y, width: mm(3), height: mm(5) }, pureBlack)];
}

const sideNames: readonly BandSide[] = ['top', 'bottom', 'left', 'right'];

/** Where crop marks found no room, and whether the colour bar did. */
export interface MarksLeftOut {
  readonly crops: readonly BandSide[];
  readonly colorBar: boolean;
}

export interface SheetMarks {
  readonly items: readonly Item[];
  readonly leftOut: MarksLeftOut;
}

/** The marks of one side of a sheet. */
export function sheetMarks(request: MarkRequest): SheetMarks {
  const { plan, side, spots, slug } = request;
  if (side.cells.length === 0) return { items: [], leftOut: { crops: [], colorBar: false } };
  const trims = union(side.cells.map(({ trim }) => trim));
  const { bleed: edges, size, margins } = plan;
  const bleed: Rect = {
    x: trims.x - edges.left,
    y: trims.y - edges.top,
    width: trims.width + edges.left + edges.right,
    height: trims.height + edges.top + edges.bottom,
  };
  const bands = bandsOf(bleed, size, margins);
  const taken = new Map<BandSide, Stretch[]>();
  const items: Item[] = [];
  const crops: BandSide[] = [];
  for (const name of sideNames) {
    const band = bands[name];
    const cuts = cutsAlong(request, name, bleed);
    const places = [...cuts.crops, ...cuts.folds];
    const from = Math.max(markClearancePt, leastOffset - edges[name]);
    const to = Math.min(from + markLength, band.depth);
    const hasRoom = to - from >= leastLength;
    if (hasRoom) {
      items.push(...cuts.crops.map((u) => line(band, u, from, to)));
      items.push(...cuts.folds.map((u) => line(band, u, from, to, [mm(1), mm(1)])));
    } else if (cuts.crops.length > 0) crops.push(name);
    const stretches = hasRoom ? [...around(places, mm(1.5))] : [];
    const cross = Math.min(crossSize, band.depth - leastOffset);
    if (cross >= mm(4)) {
      const apart = hasRoom ? around(places, mm(4)) : [];
      const middle = firstClear(apart, (band.length - cross) / 2, cross, band.length);
      if (middle !== null) {
        items.push(...registrationMark(band, middle + cross / 2, cross));
        stretches.push([middle - mm(1), middle + cross + mm(1)]);
      }
    }
    taken.set(name, stretches);
  }
  let hasBar = false;
  for (const name of ['top', 'left', 'right', 'bottom'] as const) {
    const bar = colorBar(bands[name], taken.get(name) ?? [], spots);
    if (!bar) continue;
    items.push(...bar.items);
    hasBar = true;
    taken.get(name)?.push([bar.stretch[0], bar.stretch[1] + mm(1)]);
    break;
  }
  if (slug)
    for (const name of ['bottom', 'top', 'left', 'right'] as const) {
      const found = slugItem(bands[name], taken.get(name) ?? [], slug);
      if (!found) continue;
      items.push(found.item);
      break;
    }
  items.push(...collationMark(request));
  return { items, leftOut: { crops, colorBar: !hasBar } };
}
