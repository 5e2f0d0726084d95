/** pdf: PDF files as data: their objects, read on demand, whatever program wrote them. */
export type { Damage } from './cross-reference.ts';
export * from './filters.ts';
export type { Importer } from './import-objects.ts';
export * from './lexer.ts';
export * from './object.ts';
export { arrayOf, dictionaryOf, nameObject } from './object-text.ts';
export * from './pages.ts';
export * from './read-pdf.ts';
export { repairPdf } from './repair.ts';
export * from './write-pdf.ts';
export * from './xmp.ts';
