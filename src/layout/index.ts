/** layout: boxes from styled elements, and their places on pages. */
export * from './fragment.ts';
export * from './page.ts';
