/**
 * Total ink of a page's plates: where it is highest on one pixel, on a square of 1 mm and on one of
 * 15 mm (GWG 2022 R0026 judges squares of 15 mm side), and which mark brings most of it.
 */
import { mmToPt, type Rect } from '../base/index.ts';
import type { PaintedPage } from './paint-page.ts';

export interface InkSpot {
  /** Mean sum of all inks over the place, in percent. */
  readonly percent: number;
  /** In pt from the trim box's top left, y down. */
  readonly rect: Rect;
  /** Index in the page's events of the mark that brings most of the ink there; -1 for none. */
  readonly owner: number;
}

export interface PageInk {
  readonly page: string;
  /** Mean over the bleed box of each plate, in percent: what the press's ink keys are set by. */
  readonly coverage: readonly { readonly name: string; readonly percent: number }[];
  /** Highest on a single pixel. */
  readonly highest: InkSpot;
  /** Highest mean over 1 mm by 1 mm. */
  readonly peak: InkSpot;
  /** Highest mean over 15 mm by 15 mm. */
  readonly mean: InkSpot;
}

/** Whole pixels inside the bleed box. */
interface Area {
  readonly x0: number;
  readonly y0: number;
  readonly width: number;
  readonly height: number;
}

function areaOf({ bleed, widthPx, heightPx }: PaintedPage): Area {
  const x0 = Math.min(widthPx - 1, Math.max(0, Math.round(bleed.x)));
  const y0 = Math.min(heightPx - 1, Math.max(0, Math.round(bleed.y)));
  const x1 = Math.min(widthPx, Math.max(x0 + 1, Math.round(bleed.x + bleed.width)));
  const y1 = Math.min(heightPx, Math.max(y0 + 1, Math.round(bleed.y + bleed.height)));
  return { x0, y0, width: x1 - x0, height: y1 - y0 };
}

/** Sum of all printing inks of each pixel of the page, 255 for one full ink. */
export function totalInkOf({ plates, widthPx, heightPx }: PaintedPage): Uint16Array {
  const total = new Uint16Array(new SharedArrayBuffer(widthPx * heightPx * 2));
  const [first, ...others] = plates.filter(({ isTechnical }) => !isTechnical);
  if (first) total.set(first.ink);
  for (const { ink } of others) addInk(total, ink);
  return total;
}

function addInk(total: Uint16Array, ink: Uint8Array): void {
  for (let at = 0; at < total.length; at += 1) {
    const amount = ink[at] as number;
    // Most of a plate is bare.
    if (amount > 0) total[at] = (total[at] as number) + amount;
  }
}

function cut(total: Uint16Array, widthPx: number, area: Area): Float32Array {
  const values = new Float32Array(area.width * area.height);
  for (let row = 0; row < area.height; row += 1) {
    const start = (area.y0 + row) * widthPx + area.x0;
    values.set(total.subarray(start, start + area.width), row * area.width);
  }
  return values;
}

/** A stretch of values: `whole` of them and a share of the one after. */
interface Stretch {
  readonly whole: number;
  readonly rest: number;
  /** How many such stretches there are in a line. */
  readonly places: number;
}

/** Stretches of `length` values, at least one and not whole, in a line of `count`. */
function stretchOf(length: number, count: number): Stretch {
  const whole = Math.floor(length);
  return { whole, rest: length - whole, places: count - Math.ceil(length) + 1 };
}

/** Sums over stretches of each row: `places` to a row. */
function rowSums(values: Float32Array, { width, height }: Area, stretch: Stretch): Float32Array {
  const { whole, rest, places } = stretch;
  const sums = new Float32Array(places * height);
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    let sum = 0;
    for (let at = start; at < start + whole; at += 1) sum += values[at] as number;
    for (let place = 0; place < places; place += 1) {
      // Beyond the last value of a line there is none, nor a rest of it.
      const next = place + whole < width ? (values[start + place + whole] as number) : 0;
      sums[row * places + place] = sum + rest * next;
      sum += next - (values[start + place] as number);
    }
  }
  return sums;
}

interface Window {
  /** Mean. */
  readonly value: number;
  /** In pixels of the area. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function worstPixel(values: Float32Array, width: number): Window {
  let worst = 0;
  let most = values[0] ?? 0;
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value <= most) continue;
    most = value;
    worst = at;
  }
  return { value: most, x: worst % width, y: Math.floor(worst / width), width: 1, height: 1 };
}

/** The square of `side` pixels with the highest mean; as large as the area where that is smaller. */
function worstWindow(values: Float32Array, area: Area, side: number): Window {
  const { width, height } = area;
  if (side <= 1) return worstPixel(values, width);
  const across = Math.max(1, Math.min(side, width));
  const down = Math.max(1, Math.min(side, height));
  const rows = rowSums(values, area, stretchOf(across, width));
  const columns = stretchOf(across, width).places;
  const { whole, rest, places } = stretchOf(down, height);
  const size = across * down;
  // Sums that run on differ in their last digits; the first place of equals is meant.
  const alike = 1e-3 * size;
  const sums = new Float64Array(columns);
  const none = new Float32Array(columns);
  const rowAt = (row: number) =>
    row < height ? rows.subarray(row * columns, (row + 1) * columns) : none;
  for (let row = 0; row < whole; row += 1) moveDown(sums, rowAt(row), none);
  let [worst, x, y] = [Number.NEGATIVE_INFINITY, 0, 0];
  for (let place = 0; place < places; place += 1) {
    const next = rowAt(place + whole);
    const column = firstHighest(worst, alike, sums, next, rest);
    if (column >= 0) {
      [x, y] = [column, place];
      worst = (sums[x] as number) + rest * (next[x] as number);
    }
    moveDown(sums, next, rowAt(place));
  }
  return { value: worst / size, x, y, width: across, height: down };
}

/** The first of the highest sums above `worst`, with a share of the row below; -1 for none. */
function firstHighest(
  worst: number,
  alike: number,
  sums: Float64Array,
  below: Float32Array,
  share: number,
): number {
  let limit = worst + alike;
  let found = -1;
  for (let column = 0; column < sums.length; column += 1) {
    const sum = (sums[column] as number) + share * (below[column] as number);
    if (sum <= limit) continue;
    limit = sum + alike;
    found = column;
  }
  return found;
}

/** Sums of columns from one place to the next. */
function moveDown(sums: Float64Array, gained: Float32Array, lost: Float32Array): void {
  for (let column = 0; column < sums.length; column += 1)
    sums[column] = (sums[column] as number) + (gained[column] as number) - (lost[column] as number);
}

/** The mark with the most ink on the window's pixels. */
function ownerOf(
  { owners, widthPx }: PaintedPage,
  total: Uint16Array,
  area: Area,
  window: Window,
): number {
  const amounts = new Map<number, number>();
  for (let y = window.y; y < window.y + window.height; y += 1)
    for (let x = window.x; x < window.x + window.width; x += 1) {
      const at = (area.y0 + Math.floor(y)) * widthPx + area.x0 + Math.floor(x);
      const owner = owners[at] ?? -1;
      amounts.set(owner, (amounts.get(owner) ?? 0) + (total[at] ?? 0));
    }
  let worst = -1;
  for (const [owner, amount] of amounts)
    if (owner >= 0 && amount > (amounts.get(worst) ?? 0) * (worst < 0 ? 0 : 1)) worst = owner;
  return worst;
}

function spotOf(plates: PaintedPage, total: Uint16Array, area: Area, window: Window): InkSpot {
  const { trim, dpi } = plates;
  const pt = 72 / dpi;
  return {
    percent: window.value / 2.55,
    rect: {
      x: (area.x0 + window.x - trim.x) * pt,
      y: (area.y0 + window.y - trim.y) * pt,
      width: window.width * pt,
      height: window.height * pt,
    },
    owner: ownerOf(plates, total, area, window),
  };
}

function coverageOf({ plates, widthPx }: PaintedPage, area: Area): PageInk['coverage'] {
  return plates.map(({ name, ink }) => {
    let sum = 0;
    for (let row = 0; row < area.height; row += 1) {
      const start = (area.y0 + row) * widthPx + area.x0;
      sum += sumOf(ink, start, start + area.width);
    }
    return { name, percent: sum / (area.width * area.height) / 2.55 };
  });
}

function sumOf(ink: Uint8Array, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 1) sum += ink[at] as number;
  return sum;
}

/** Measures one page inside its bleed box; `total` is its `totalInkOf`. */
export function measureInk(plates: PaintedPage, total: Uint16Array): PageInk {
  const area = areaOf(plates);
  const values = cut(total, plates.widthPx, area);
  const spot = (sidePx: number) => spotOf(plates, total, area, worstWindow(values, area, sidePx));
  const mm = (length: number) => (mmToPt(length) * plates.dpi) / 72;
  return {
    page: plates.name,
    coverage: coverageOf(plates, area),
    highest: spot(1),
    peak: spot(mm(1)),
    mean: spot(mm(15)),
  };
}
