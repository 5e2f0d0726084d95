/** paint's work for threads: what the rest of the room loads, they have no use for. */
export { deflateTask } from './deflate.ts';
export { bytePngTask } from './raster/png.ts';
