/** input: job and copy (YAML), templates, HTML to a document tree, pictures' sizes. */
export * from './document.ts';
export * from './job.ts';
export * from './picture.ts';
