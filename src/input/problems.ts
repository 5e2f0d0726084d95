/**
 * Every sentence that input says, in English and Danish, by subject: files and YAML, job, copy,
 * templates, HTML, pictures.
 */

export * from './problems-copy.ts';
export * from './problems-fields.ts';
export * from './problems-file.ts';
export * from './problems-html.ts';
export * from './problems-job.ts';
export * from './problems-picture.ts';
export * from './problems-template.ts';
export * from './problems-text.ts';
export * from './problems-words.ts';
export * from './problems-yaml.ts';
export * from './problems-yaml-features.ts';
