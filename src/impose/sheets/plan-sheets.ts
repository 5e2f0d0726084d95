/** Pages onto sheets: the scheme's grid, fitted to the paper and placed on it. */
import { choosePaper, extent, leastLayout, papersOf, room, schemeInput } from './fit-sheet.ts';
import type { GridSide } from './grid.ts';
import { placeSheet } from './place-cells.ts';
import type { SheetFault, SheetPlan, SheetRequest } from './sheet-plan.ts';
import { sheetSizes } from './sheet-sizes.ts';

function repeatSide(side: GridSide, across: number, down: number): GridSide {
  const wide = side.map((row) => Array.from({ length: across }, () => row).flat());
  return Array.from({ length: down }, () => wide).flat();
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
