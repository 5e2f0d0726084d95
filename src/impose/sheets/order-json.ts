/** The proof of page order as plain data: every sheet, every cell, in mm from the top left. */
import { ptToMm, type Rect } from '../../base/index.ts';
import type { SheetPlan, SheetSide } from './sheet-plan.ts';

const round = (pt: number) => Math.round(ptToMm(pt) * 1000) / 1000;

function rectJson({ x, y, width, height }: Rect) {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function sideJson({ cells, foldsX, foldsY }: SheetSide) {
  return {
    cells: cells.map(({ page, isTurned, row, column, trim }) => ({
      page,
      headDown: isTurned,
      row: row + 1,
      column: column + 1,
      trimMm: rectJson(trim),
    })),
    foldsMm: { x: foldsX.map(round), y: foldsY.map(round) },
  };
}

/** Keys in a fixed order; both sides as seen. */
export function orderJson(plan: SheetPlan) {
  const { scheme, sheet, size, backing, bleed, pages, columns, rows, creepTotal, sheets } = plan;
  return {
    scheme: scheme.id,
    sheet: sheet.name,
    sheetMm: { width: round(size.width), height: round(size.height) },
    backing,
    pages,
    columns,
    rows,
    bleedMm: {
      top: round(bleed.top),
      right: round(bleed.right),
      bottom: round(bleed.bottom),
      left: round(bleed.left),
    },
    creepMm: round(creepTotal),
    sheets: sheets.map(({ front, back }, index) => ({
      sheet: index + 1,
      front: sideJson(front),
      back: back && sideJson(back),
    })),
  };
}
