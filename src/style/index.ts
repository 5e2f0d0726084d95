/** style: CSS parsing, the property tables, selectors, cascade and computed values. */
export * from './values.ts';
