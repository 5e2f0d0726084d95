/**
 * Pages onto sheets: how a scheme's grid lies on the paper, how many copies it holds, where each
 * page's trim and art come to lie. Lengths in pt from the sheet's top left as seen, y down.
 */
import { type Edges, mmToPt, type Rect, type Size } from '../../base/index.ts';
import {
  type Backing,
  equalGaps,
  type Gap,
  type Grid,
  type GridCell,
  type GridSide,
  type SchemeInput,
  type SheetScheme,
} from './grid.ts';
import { edgeMm, gripperMm, isOffsetSheet, type SheetSize, sheetSizes } from './sheet-sizes.ts';

export interface SheetRequest {
  readonly scheme: SheetScheme;
  readonly sheet: SheetSize;
  readonly pages: number;
  /** Trim size of every page. */
  readonly trim: Size;
  /** How far each page's art runs beyond its trim. */
  readonly bleed: Edges;
  /** Unprinted leading edge in mm; null: 10 on offset sheets, 5 on digital ones. */
  readonly gripperMm: number | null;
  /** Between pages that are cut apart, in mm; null: both bleeds. */
  readonly gapMm: number | null;
  /** Creep of one sheet in pt: factor · caliper. */
  readonly creep: number;
  readonly isOneSided: boolean;
  /** A scheme with a grid of its own is repeated as often as the sheet holds it. */
  readonly isRepeated: boolean;
  /** Folds across a page, from its trim's left edge: a folder's flat sides. */
  foldsOf?(page: number): readonly number[];
}

export interface SheetCell {
  readonly page: number;
  readonly isTurned: boolean;
  readonly column: number;
  readonly row: number;
  /** The page's trim box, moved against creep. */
  readonly trim: Rect;
  /** What of its art is printed: trim and bleed, up to the fold or half the way to its neighbour. */
  readonly clip: Rect;
}

export interface SheetSide {
  readonly cells: readonly SheetCell[];
  /** Folds: x of upright ones, y of level ones. */
  readonly foldsX: readonly number[];
  readonly foldsY: readonly number[];
  /** Of `foldsX`, those where pages meet without a gap: they are folded, never cut. */
  readonly spinesX: readonly number[];
}

export interface PressSheet {
  readonly front: SheetSide;
  /** Null: blank. */
  readonly back: SheetSide | null;
  readonly section: number | null;
}

export interface SheetPlan {
  readonly scheme: SheetScheme;
  readonly sheet: SheetSize;
  readonly size: Size;
  readonly backing: Backing;
  /** What stays unprinted at the sheet's edges. */
  readonly margins: Edges;
  readonly bleed: Edges;
  readonly pages: number;
  readonly columns: number;
  readonly rows: number;
  /** Largest shift against creep, in pt. */
  readonly creepTotal: number;
  readonly sheets: readonly PressSheet[];
}

export type SheetFault =
  | {
      readonly kind: 'page-count';
      readonly pages: number;
      readonly multipleOf: number;
    }
  | {
      readonly kind: 'does-not-fit';
      /** Trims, gaps and outer bleed of the least that goes on a sheet, in pt. */
      readonly needs: Size;
      /** Printable area of the sheet, laid across, in pt. */
      readonly room: Size;
      /** Name of the smallest sheet that holds it. */
      readonly smallest: string | null;
    };

interface Paper {
  readonly size: Size;
  readonly margins: Edges;
}

/** The sheet laid across and, on digital presses, upright. */
function papersOf({ sheet, gripperMm: given, scheme, isOneSided }: SheetRequest): readonly Paper[] {
  const isOffset = isOffsetSheet(sheet);
  const gripper = mmToPt(given ?? (isOffset ? gripperMm : edgeMm));
  const edge = mmToPt(edgeMm);
  const isTumbled = scheme.backing(isOneSided) === 'work-and-tumble';
  const margins = { top: isTumbled ? gripper : edge, right: edge, bottom: gripper, left: edge };
  const [long, short] = [mmToPt(sheet.longMm), mmToPt(sheet.shortMm)];
  const across = { size: { width: long, height: short }, margins };
  const upright = { size: { width: short, height: long }, margins };
  return isOffset ? [across] : [across, upright];
}

function room({ size, margins }: Paper): Size {
  return {
    width: size.width - margins.left - margins.right,
    height: size.height - margins.top - margins.bottom,
  };
}

const total = (gaps: readonly Gap[]) => gaps.reduce((sum, gap) => sum + gap.size, 0);

interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly columnGaps: readonly Gap[];
  readonly rowGaps: readonly Gap[];
}

/** Trims, gaps and outer bleed. */
function extent({ trim, bleed }: SheetRequest, layout: Layout): Size {
  return {
    width: layout.columns * trim.width + total(layout.columnGaps) + bleed.left + bleed.right,
    height: layout.rows * trim.height + total(layout.rowGaps) + bleed.top + bleed.bottom,
  };
}

function schemeInput(request: SheetRequest, columns: number, rows: number): SchemeInput {
  const { bleed, gapMm, pages, creep, isOneSided } = request;
  const least = mmToPt(3);
  const both = Math.max(bleed.left + bleed.right, bleed.top + bleed.bottom);
  return {
    pages,
    columns,
    rows,
    creep,
    headTrim: Math.max(least, bleed.top),
    foreTrim: Math.max(least, bleed.left, bleed.right),
    milling: least,
    cutGap: gapMm === null ? both : mmToPt(gapMm),
    isOneSided,
  };
}

/** See `fold.ts`: two clips that share an edge leave a pale seam where a renderer smooths them. */
const underlapPt = 0.3;

const tolerance = 0.01;

function fits(needs: Size, available: Size): boolean {
  return needs.width <= available.width + tolerance && needs.height <= available.height + tolerance;
}

/** The smallest grid of the scheme. */
function leastLayout(request: SheetRequest): Layout {
  const { scheme } = request;
  const columns = scheme.cells?.columns ?? scheme.columnsBy;
  const rows = scheme.cells?.rows ?? scheme.rowsBy;
  return { columns, rows, ...scheme.gaps(schemeInput(request, columns, rows)) };
}

/** `times` copies beside each other, cut apart. */
function repeatGaps(gaps: readonly Gap[], times: number, cut: Gap): readonly Gap[] {
  return Array.from({ length: times }, () => gaps).flatMap((part, index) =>
    index === 0 ? part : [cut, ...part],
  );
}

/** How often the least layout goes on the paper, each way; 0 where it does not. */
function countCopies(request: SheetRequest, paper: Paper) {
  const least = leastLayout(request);
  const needs = extent(request, least);
  const available = room(paper);
  if (!fits(needs, available)) return { least, across: 0, down: 0 };
  const { cutGap } = schemeInput(request, 1, 1);
  const { bleed } = request;
  const along = (space: number, one: number, outer: number) =>
    Math.floor((space - outer + cutGap + tolerance) / (one - outer + cutGap));
  const mayRepeat = request.scheme.cells === null || request.isRepeated;
  if (!mayRepeat) return { least, across: 1, down: 1 };
  return {
    least,
    across: along(available.width, needs.width, bleed.left + bleed.right),
    down: along(available.height, needs.height, bleed.top + bleed.bottom),
  };
}

function layoutOn(request: SheetRequest, paper: Paper): Layout | null {
  const { least, across, down } = countCopies(request, paper);
  if (across * down === 0) return null;
  const cut = { size: schemeInput(request, 1, 1).cutGap, isFold: false };
  return {
    columns: least.columns * across,
    rows: least.rows * down,
    columnGaps: repeatGaps(least.columnGaps, across, cut),
    rowGaps: repeatGaps(least.rowGaps, down, cut),
  };
}

function repeatSide(side: GridSide, across: number, down: number): GridSide {
  const wide = side.map((row) => Array.from({ length: across }, () => row).flat());
  return Array.from({ length: down }, () => wide).flat();
}

/** Where columns or rows begin, and the middle of the gaps that are folded. */
function positions(count: number, size: number, gaps: readonly Gap[], start: number) {
  const starts: number[] = [];
  const folds: number[] = [];
  const spines: number[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    starts.push(at);
    const gap = gaps[index] ?? equalGaps(1, { size: 0, isFold: false })[0];
    at += size;
    if (gap?.isFold) folds.push(at + gap.size / 2);
    if (gap?.isFold && gap.size === 0) spines.push(at);
    at += gap?.size ?? 0;
  }
  return { starts, folds, spines };
}

function turnEdges({ top, right, bottom, left }: Edges): Edges {
  return { top: bottom, right: left, bottom: top, left: right };
}

function placeCell(
  cell: GridCell,
  slot: Rect,
  bleed: Edges,
  /** Half the gap to the neighbour on each side; infinite at the grid's own edges. */
  reach: Edges,
): Pick<SheetCell, 'trim' | 'clip'> {
  const trim = { ...slot, x: slot.x + cell.shift };
  const edges = cell.isTurned ? turnEdges(bleed) : bleed;
  const left = Math.max(trim.x - edges.left, slot.x - reach.left);
  const right = Math.min(trim.x + trim.width + edges.right, slot.x + slot.width + reach.right);
  const top = Math.max(trim.y - edges.top, slot.y - reach.top);
  const bottom = Math.min(trim.y + trim.height + edges.bottom, slot.y + slot.height + reach.bottom);
  return { trim, clip: { x: left, y: top, width: right - left, height: bottom - top } };
}

function placeSide(
  side: GridSide,
  request: SheetRequest,
  { columns, rows, columnGaps, rowGaps }: Layout,
  origin: { readonly x: number; readonly y: number },
): SheetSide {
  const { trim, bleed } = request;
  const across = positions(columns, trim.width, columnGaps, origin.x);
  const down = positions(rows, trim.height, rowGaps, origin.y);
  const half = (gaps: readonly Gap[], index: number) =>
    (gaps[index]?.size ?? Number.POSITIVE_INFINITY) / 2;
  const cells = side.flatMap((line, row) =>
    line.flatMap((cell, column): SheetCell[] => {
      if (!cell) return [];
      const slot = { x: across.starts[column] ?? 0, y: down.starts[row] ?? 0, ...trim };
      const reach = {
        left: half(columnGaps, column - 1),
        // At a fold without a gap the right neighbour paints over what runs under it.
        right: half(columnGaps, column) || underlapPt,
        top: half(rowGaps, row - 1),
        bottom: half(rowGaps, row),
      };
      const { page, isTurned } = cell;
      return [{ page, isTurned, column, row, ...placeCell(cell, slot, bleed, reach) }];
    }),
  );
  const within = cells.flatMap(({ page, isTurned, trim: { x, width } }) =>
    (request.foldsOf?.(page) ?? []).map((fold) => (isTurned ? x + width - fold : x + fold)),
  );
  return {
    cells,
    foldsX: [...across.folds, ...new Set(within)],
    foldsY: down.folds,
    spinesX: across.spines,
  };
}

function placeSheet(grid: Grid, request: SheetRequest, layout: Layout, paper: Paper): PressSheet {
  const { size, margins } = paper;
  const needs = extent(request, layout);
  const available = room(paper);
  const { bleed } = request;
  const origin = {
    x: margins.left + (available.width - needs.width) / 2 + bleed.left,
    y: margins.top + (available.height - needs.height) / 2 + bleed.top,
  };
  const width = needs.width - bleed.left - bleed.right;
  const isSamePlate = grid.back === grid.front;
  // Turned about its vertical axis, what lay at x lies at W − x.
  const mirrored = isSamePlate ? origin : { ...origin, x: size.width - origin.x - width };
  const backLayout = isSamePlate
    ? layout
    : { ...layout, columnGaps: layout.columnGaps.toReversed() };
  return {
    front: placeSide(grid.front, request, layout, origin),
    back: grid.back && placeSide(grid.back, request, backLayout, mirrored),
    section: grid.section,
  };
}

/** Which paper holds most; the first of equals lies across. */
function choosePaper(request: SheetRequest) {
  let best: { readonly paper: Paper; readonly layout: Layout } | null = null;
  for (const paper of papersOf(request)) {
    const layout = layoutOn(request, paper);
    if (!layout) continue;
    const isMore = !best || layout.columns * layout.rows > best.layout.columns * best.layout.rows;
    if (isMore) best = { paper, layout };
  }
  return best;
}

function doesNotFit(request: SheetRequest): SheetFault {
  const smallest = sheetSizes.find((sheet) => choosePaper({ ...request, sheet }) !== null);
  const [paper] = papersOf(request);
  return {
    kind: 'does-not-fit',
    needs: extent(request, leastLayout(request)),
    room: paper ? room(paper) : request.trim,
    smallest: smallest?.name ?? null,
  };
}

/** The sheets, or why there can be none. */
export function planSheets(request: SheetRequest): SheetPlan | SheetFault {
  const { scheme, pages, isOneSided, sheet, bleed } = request;
  const multipleOf = scheme.multipleOf(isOneSided);
  if (pages % multipleOf !== 0) return { kind: 'page-count', pages, multipleOf };
  const best = choosePaper(request);
  if (!best) return doesNotFit(request);
  const { paper, layout } = best;
  const own = scheme.cells;
  const grids = scheme.sheets(schemeInput(request, layout.columns, layout.rows));
  const across = own ? layout.columns / own.columns : 1;
  const down = own ? layout.rows / own.rows : 1;
  const sheets = grids.map((grid) => {
    const front = repeatSide(grid.front, across, down);
    const isSamePlate = grid.back === grid.front;
    const back = isSamePlate ? front : grid.back && repeatSide(grid.back, across, down);
    return placeSheet({ ...grid, front, back }, request, layout, paper);
  });
  const shifts = grids.flatMap(({ front }) =>
    front.flatMap((row) => row.map((cell) => Math.abs(cell?.shift ?? 0))),
  );
  return {
    scheme,
    sheet,
    size: paper.size,
    backing: scheme.backing(isOneSided),
    margins: paper.margins,
    bleed,
    pages,
    columns: layout.columns,
    rows: layout.rows,
    creepTotal: shifts.reduce((most, shift) => Math.max(most, shift), 0),
    sheets,
  };
}

/** True for what `planSheets` returns when there can be no sheets. */
export function isSheetFault(plan: SheetPlan | SheetFault): plan is SheetFault {
  return 'kind' in plan;
}
