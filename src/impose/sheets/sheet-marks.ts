/**
 * Marks of a sheet, as display items in pt from its top left: crop and fold marks, registration
 * marks, colour bar, slug line, collation mark. All stand outside the bleed and inside what the
 * press prints; a mark that finds no room is left out.
 */
import { type Matrix, mmToPt, type Path, type Rect, rectPath } from '../../base/index.ts';
import { type CmykColor, type PrintColor, pureBlack, type SpotColor } from '../../color/index.ts';
import type { DisplayItem } from '../../display/index.ts';
import { type Font, plainWidth } from '../../text/index.ts';
import { markClearancePt, registration } from '../marks.ts';
import { wordsItem } from '../words.ts';
import { type Band, type BandSide, bandsOf, firstClear, type Stretch } from './bands.ts';
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
const patch = mm(5);
const patchOffset = mm(1);
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

function fill(rect: Rect, color: PrintColor): Item {
  return { kind: 'fill', path: rectPath(rect), rule: 'nonzero', paint: { kind: 'solid', color } };
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

const cmyk = (c: number, m: number, y: number, k: number): CmykColor => ({
  space: 'cmyk',
  c,
  m,
  y,
  k,
  alpha: 1,
});

/** Solids, half tones, the gray of three inks beside that of black, overprints, spot inks. */
function patches(spots: readonly string[]): readonly PrintColor[] {
  const spot = (name: string, tint: number): SpotColor => ({
    space: 'spot',
    name,
    tint,
    // The file's own space of that name stands for this one.
    alternate: cmyk(0, 0, 0, 1),
    alpha: 1,
  });
  return [
    cmyk(1, 0, 0, 0),
    cmyk(0, 1, 0, 0),
    cmyk(0, 0, 1, 0),
    cmyk(0, 0, 0, 1),
    cmyk(0.5, 0, 0, 0),
    cmyk(0, 0.5, 0, 0),
    cmyk(0, 0, 0.5, 0),
    cmyk(0, 0, 0, 0.5),
    cmyk(0.5, 0.4, 0.4, 0),
    cmyk(1, 1, 0, 0),
    cmyk(0, 1, 1, 0),
    cmyk(1, 0, 1, 0),
    ...spots.flatMap((name) => [spot(name, 1), spot(name, 0.5)]),
  ];
}

/** Patches along a side, passing over what stands there; null where they do not all fit. */
function colorBar(
  band: Band,
  taken: readonly Stretch[],
  spots: readonly string[],
): { readonly items: readonly Item[]; readonly stretch: Stretch } | null {
  if (band.depth < patch + patchOffset) return null;
  const items: Item[] = [];
  const first = firstClear(taken, 0, patch, band.length);
  let u = first ?? 0;
  for (const color of patches(spots)) {
    const at = firstClear(taken, u, patch, band.length);
    if (at === null) return null;
    const a = band.at(at, patchOffset);
    const b = band.at(at + patch, patchOffset + patch);
    const rect = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
    items.push(fill(rect, color));
    u = at + patch;
  }
  return { items, stretch: [first ?? 0, u] };
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
  return [fill({ x: fold - mm(1.5), y, width: mm(3), height: mm(5) }, pureBlack)];
}

const sideNames: readonly BandSide[] = ['top', 'bottom', 'left', 'right'];

/** The marks of one side of a sheet. */
export function sheetMarks(request: MarkRequest): readonly Item[] {
  const { plan, side, spots, slug } = request;
  if (side.cells.length === 0) return [];
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
  for (const name of sideNames) {
    const band = bands[name];
    const { crops, folds } = cutsAlong(request, name, bleed);
    const from = Math.max(markClearancePt, leastOffset - edges[name]);
    const to = Math.min(from + markLength, band.depth);
    const hasRoom = to - from >= leastLength;
    if (hasRoom) {
      items.push(...crops.map((u) => line(band, u, from, to)));
      items.push(...folds.map((u) => line(band, u, from, to, [mm(1), mm(1)])));
    }
    const stretches = hasRoom ? [...around([...crops, ...folds], mm(1.5))] : [];
    const cross = Math.min(crossSize, band.depth - leastOffset);
    if (cross >= mm(4)) {
      const apart = hasRoom ? around([...crops, ...folds], mm(4)) : [];
      const middle = firstClear(apart, (band.length - cross) / 2, cross, band.length);
      if (middle !== null) {
        items.push(...registrationMark(band, middle + cross / 2, cross));
        stretches.push([middle - mm(1), middle + cross + mm(1)]);
      }
    }
    taken.set(name, stretches);
  }
  for (const name of ['top', 'left', 'right', 'bottom'] as const) {
    const bar = colorBar(bands[name], taken.get(name) ?? [], spots);
    if (!bar) continue;
    items.push(...bar.items);
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
  return [...items, ...collationMark(request)];
}
