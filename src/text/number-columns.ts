/**
 * Columns of numbers, all 0, cut from large buffers. A paragraph has some thirty, most of them
 * short: each with memory of its own would cost more to make and to clear away than to fill.
 */

const chunkBytes = 65_536;
/** Longer columns get memory of their own, so that a buffer is soon full and as soon let go. */
const mostBytes = chunkBytes / 8;

let chunk = new ArrayBuffer(0);
let used = 0;

/** Where so many bytes are free in `chunk`. */
function take(bytes: number): number {
  if (used + bytes > chunk.byteLength) {
    chunk = new ArrayBuffer(chunkBytes);
    used = 0;
  }
  const at = used;
  used = (at + bytes + 7) & ~7;
  return at;
}

export function doubles(count: number): Float64Array {
  if (count * 8 > mostBytes) return new Float64Array(count);
  const at = take(count * 8);
  return new Float64Array(chunk, at, count);
}

export function integers(count: number): Int32Array {
  if (count * 4 > mostBytes) return new Int32Array(count);
  const at = take(count * 4);
  return new Int32Array(chunk, at, count);
}

export function naturals(count: number): Uint32Array {
  if (count * 4 > mostBytes) return new Uint32Array(count);
  const at = take(count * 4);
  return new Uint32Array(chunk, at, count);
}

export function bytes(count: number): Uint8Array {
  if (count > mostBytes) return new Uint8Array(count);
  const at = take(count);
  return new Uint8Array(chunk, at, count);
}
