/**
 * impose: fold schemes, sizes of panels, and flat pages made of panels in press and reading order.
 */
export * from './flat-page.ts';
export * from './fold.ts';
export * from './marks.ts';
export * from './panels.ts';
export * from './scheme.ts';
export { foldSchemes } from './schemes/index.ts';
