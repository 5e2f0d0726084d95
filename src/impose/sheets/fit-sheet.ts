/** How a scheme's grid goes on the paper: which way it is laid, how many copies it holds. In pt. */
import { type Edges, mmToPt, type Size } from '../../base/index.ts';
import type { Gap, SchemeInput } from './grid.ts';
import type { SheetRequest } from './sheet-plan.ts';
import { edgeMm, gripperMm, isOffsetSheet } from './sheet-sizes.ts';

export interface Paper {
  readonly size: Size;
  readonly margins: Edges;
}

/** The sheet laid across and, on digital presses, upright. */
export function papersOf({
  sheet,
  gripperMm: given,
  scheme,
  isOneSided,
}: SheetRequest): readonly Paper[] {
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

export function room({ size, margins }: Paper): Size {
  return {
    width: size.width - margins.left - margins.right,
    height: size.height - margins.top - margins.bottom,
  };
}

const total = (gaps: readonly Gap[]) => gaps.reduce((sum, gap) => sum + gap.size, 0);

export interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly columnGaps: readonly Gap[];
  readonly rowGaps: readonly Gap[];
}

/** Trims, gaps and outer bleed. */
export function extent({ trim, bleed }: SheetRequest, layout: Layout): Size {
  return {
    width: layout.columns * trim.width + total(layout.columnGaps) + bleed.left + bleed.right,
    height: layout.rows * trim.height + total(layout.rowGaps) + bleed.top + bleed.bottom,
  };
}

export function schemeInput(request: SheetRequest, columns: number, rows: number): SchemeInput {
  const { bleed, gapMm, pages, creep, coverCreep = 0, isOneSided } = request;
  const least = mmToPt(3);
  const both = Math.max(bleed.left + bleed.right, bleed.top + bleed.bottom);
  return {
    pages,
    columns,
    rows,
    creep,
    coverCreep,
    headTrim: Math.max(least, bleed.top),
    foreTrim: Math.max(least, bleed.left, bleed.right),
    milling: least,
    cutGap: gapMm === null ? both : mmToPt(gapMm),
    isOneSided,
  };
}

const tolerance = 0.01;

function fits(needs: Size, available: Size): boolean {
  return needs.width <= available.width + tolerance && needs.height <= available.height + tolerance;
}

/** The smallest grid of the scheme. */
export function leastLayout(request: SheetRequest): Layout {
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

/** Which paper holds most; the first of equals lies across. */
export function choosePaper(request: SheetRequest) {
  let best: { readonly paper: Paper; readonly layout: Layout } | null = null;
  for (const paper of papersOf(request)) {
    const layout = layoutOn(request, paper);
    if (!layout) continue;
    const isMore = !best || layout.columns * layout.rows > best.layout.columns * best.layout.rows;
    if (isMore) best = { paper, layout };
  }
  return best;
}
