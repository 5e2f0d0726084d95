/**
 * input: job and copy (YAML), templates, HTML to a document tree, pictures' sizes. What comes in is
 * bytes from the workspace; what goes out is a document whose every word knows the line of the copy
 * or the template it stands in.
 */

export { ariaRole, structureOfRole } from './aria-roles.ts';
export { reportChanges } from './clean-up.ts';
export { defaultCondition } from './conditions.ts';
export * from './copy.ts';
export { decodeText, fileBytes } from './decode.ts';
export * from './document.ts';
export { defaultStyleSheet, type StructureRole, structureRole } from './elements.ts';
export { type DocumentSettings, parseDocument, parseHtmlFile } from './html.ts';
export * from './inline.ts';
export * from './job.ts';
export { jobDefaults } from './job-defaults.ts';
export { toJsonSchema } from './json-schema.ts';
export type { Markup, Origin } from './origins.ts';
export { type ProjectWords, projectWordsPath, readProjectWords } from './own-words.ts';
export * from './picture.ts';
export { loadPictures, type PictureAddress, pictureKeyOf } from './pictures.ts';
export type { Printer } from './printers.ts';
export { quirkRules } from './quirks.ts';
export { readCopy } from './read-copy.ts';
export { readJob } from './read-job.ts';
export * from './schema.ts';
export { type Swatch, swatchStyles } from './swatches.ts';
export { renderTemplate } from './template.ts';
export { readTemplate, type Template } from './template-definition.ts';
