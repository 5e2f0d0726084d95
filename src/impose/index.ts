/** impose: flat pages made of panels and pages, in press and reading order; printer's marks. */

export { damageWords } from './damage-words.ts';
export * from './dummy/draw-dummy.ts';
export * from './dummy/dummy-sides.ts';
export * from './flat-page.ts';
export * from './fold.ts';
export * from './marks.ts';
export { pagesText } from './pages-text.ts';
export * as imposeProblems from './problems.ts';
export * from './sheets/index.ts';
export * from './words.ts';
