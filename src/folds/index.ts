/**
 * folds: fold schemes as data, the paper's measures, and what follows from both: exact sizes of
 * panels, and what lies on what when the sheet is folded. To add a scheme: write its file in
 * `schemes/` and list it there.
 */
export * from './check-folds.ts';
export * from './draw-fold.ts';
export * from './fold-sheet.ts';
export * from './folder-form.ts';
export * from './panel-names.ts';
export * from './panels.ts';
export * from './paper.ts';
export * from './scheme.ts';
export { foldSchemeIds, foldSchemes } from './schemes/index.ts';
