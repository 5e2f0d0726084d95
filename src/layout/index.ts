/**
 * layout: boxes from styled elements, and their places on pages. Box generation, block, inline,
 * flex, grid, columns and positioned layout; fonts by family; overset text.
 */

export type { VectorAlpha } from './alpha-rows.ts';
export { containerSizes } from './container-sizes.ts';
export * from './describe-boxes.ts';
export type { ExplainedField } from './explain-field.ts';
export { explainField } from './explain-field.ts';
export type { FontSet } from './font-set.ts';
export { loadFonts } from './fonts.ts';
export * from './fragment.ts';
export type { FieldReport } from './measure-fields.ts';
export { measureFields } from './measure-fields.ts';
export * from './page.ts';
export { layoutPages } from './pages.ts';
export type { PlacedLine } from './text-lines.ts';
export { linesOfPage } from './text-lines.ts';
