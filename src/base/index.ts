/**
 * base: what every phase may know. Places in files, diagnostics, geometry, units, the workspace.
 * Nothing here knows of any phase.
 */
export { arcToCubics } from './arc.ts';
export * from './artifact.ts';
export * from './claims.ts';
export * from './context.ts';
export * from './diagnostic.ts';
export * from './finding-json.ts';
export * from './geometry.ts';
export * from './hash.ts';
export * from './helpers.ts';
export * from './invariant.ts';
export * from './join-bytes.ts';
export * from './kept-reading.ts';
export * from './log.ts';
export * from './near.ts';
export { parsePathData } from './path-data.ts';
export * from './program-id.ts';
export * from './resource.ts';
export * from './shorten.ts';
export * from './span.ts';
export * from './units.ts';
export * from './wasm.ts';
export * from './workspace.ts';
export * from './zlib.ts';
