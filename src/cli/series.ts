/**
 * Both ends of a series: the main thread's, which takes results without a pause in its own work, and
 * the helper's, which stays a little ahead of it.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import {
  type Claims,
  claim,
  type Handed,
  isDone,
  markDone,
  type Series,
  type SeriesTask,
  waitUntilDone,
} from '../base/index.ts';

/** What a thread is told of a series. */
export interface SeriesOrder {
  readonly setup: unknown;
  readonly inputs: readonly unknown[];
  readonly claims: Claims;
  /** One number: the piece that was asked for last. */
  readonly progress: Int32Array<SharedArrayBuffer>;
  readonly lead: number;
  /** Where results go. */
  readonly port: MessagePort;
}

interface Delivery {
  readonly piece: number;
  readonly result: Handed;
}

/** A thread that takes longer for a piece than that has died. */
const mostMs = 10_000;
const beyondAll = 0x7fffffff;

/** The main thread's end; `tell` hears that it is closed. */
export function receiveSeries<Result extends Handed>(
  { claims, progress }: Pick<SeriesOrder, 'claims' | 'progress'>,
  port: MessagePort,
  tell: () => void,
): Series<Result> {
  const delivered = new Map<number, Handed>();
  const advance = (piece: number) => {
    Atomics.store(progress, 0, piece);
    Atomics.notify(progress, 0);
  };
  return {
    take(piece, meanwhile) {
      advance(piece);
      if (claim(claims, piece)) return null;
      while (!isDone(claims, piece) && meanwhile());
      if (!waitUntilDone(claims, piece, mostMs)) return null;
      for (;;) {
        const next: { message: Delivery } | undefined = receiveMessageOnPort(port);
        if (!next) break;
        delivered.set(next.message.piece, next.message.result);
      }
      const result = delivered.get(piece);
      delivered.delete(piece);
      return result === undefined ? null : (result as Result);
    },
    claim: (piece) => claim(claims, piece),
    close() {
      for (let piece = 0; piece < claims.length; piece++) claim(claims, piece);
      advance(beyondAll);
      port.close();
      tell();
    },
  };
}

/** Waits until a piece is no more than `lead` ahead; gives the piece that was asked for last. */
function waitForTurn(piece: number, progress: SeriesOrder['progress'], lead: number): number {
  for (;;) {
    const asked = Atomics.load(progress, 0);
    if (piece <= asked + lead) return asked;
    Atomics.wait(progress, 0, asked);
  }
}

/** A helper thread's end: returns when no piece is left. */
export async function workThrough(
  task: SeriesTask<never, never, Handed>,
  { setup, inputs, claims, progress, lead, port }: SeriesOrder,
): Promise<void> {
  const work = await task.open(setup as never);
  for (const [piece, input] of inputs.entries()) {
    const asked = waitForTurn(piece, progress, lead);
    // The next to be asked for would be waited for: the main thread does it sooner itself.
    if (piece <= asked + 1 || !claim(claims, piece)) continue;
    try {
      const result = work(input as never);
      port.postMessage({ piece, result } satisfies Delivery, [result.buffer]);
    } finally {
      // What failed here fails, or not, where it is asked for.
      markDone(claims, piece);
    }
  }
}
