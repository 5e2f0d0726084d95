/** Sheets: imposition schemes, their places on the paper, marks, and the proof of page order. */
export * from './draw-order.ts';
export * from './grid.ts';
export * from './order-json.ts';
export * from './plan-sheets.ts';
export { sheetSchemes } from './schemes/index.ts';
export * from './sheet-marks.ts';
export * from './sheet-plan.ts';
export * from './sheet-sizes.ts';
