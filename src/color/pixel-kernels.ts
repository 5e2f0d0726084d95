/**
 * What is done to every pixel, as WebAssembly: `pixel-kernels.wat`, which `npm run kernels`
 * assembles. Its memory holds a strip of pixels at a time, and tables that stay.
 */
import { readAsset, startWasm, type WasmModule } from '../base/index.ts';

/** Pixels that cross into the memory at a time; a multiple of sixteen. */
export const stripPixels = 1 << 15;

/** The memory's places, one behind the other, each at a multiple of sixteen. */
export interface Room {
  take(bytes: number): number;
}

export function openRoom(): Room {
  let next = 0;
  return {
    take(bytes) {
      const place = next;
      next = Math.ceil((place + bytes) / 16) * 16;
      return place;
    },
  };
}

/** The kernels with a memory of their own, of 2.5 MB. */
export function startKernels(): WasmModule {
  return startWasm('pixel-kernels', new Uint8Array(readAsset('wasm/pixel-kernels.wasm')), true);
}
