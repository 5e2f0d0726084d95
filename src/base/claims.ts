/**
 * Pieces of work that threads share: whoever claims a piece first does it. The numbers lie in shared
 * memory, so that a claim is seen by all threads at once, without their hearing each other's messages.
 */
export type Claims = Int32Array<SharedArrayBuffer>;

const state = { free: 0, claimed: 1, done: 2 } as const;

/** For so many pieces, none of them claimed. */
export function openClaims(count: number): Claims {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
}

/** True for the first who asks for a piece, on any thread. */
export function claim(claims: Claims, piece: number): boolean {
  return Atomics.compareExchange(claims, piece, state.free, state.claimed) === state.free;
}

/** Says that a claimed piece is done, and its result on the way. */
export function markDone(claims: Claims, piece: number): void {
  Atomics.store(claims, piece, state.done);
  Atomics.notify(claims, piece);
}

/** True once a claimed piece is done. */
export function isDone(claims: Claims, piece: number): boolean {
  return Atomics.load(claims, piece) === state.done;
}

/** Waits until a piece that another thread has claimed is done; false where that takes too long. */
export function waitUntilDone(claims: Claims, piece: number, mostMs: number): boolean {
  return Atomics.wait(claims, piece, state.claimed, mostMs) !== 'timed-out';
}
