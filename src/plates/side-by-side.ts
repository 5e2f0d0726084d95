/** Pages of a file painted side by side, on this thread and on those beside it. */
import type { Helpers } from '../base/index.ts';
import { type FileToOpen, paintPageTask } from './page-task.ts';
import type { PageOrder, PageResult } from './paint-page.ts';

export interface Threads extends FileToOpen {
  readonly helpers: Helpers;
}

/** Files so far: threads keep the one they have opened last. */
let files = 0;

function inSharedMemory(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** What a thread's tasks have in common. */
const subjectOf = (thread: number) => `plates ${thread}`;

/**
 * Every page's result in order; `hear` gets each as soon as it is there, and the subject of the
 * thread that has begun with this file's pages: further work on the page costs no other thread.
 */
export async function paintSideBySide(
  orders: readonly PageOrder[],
  paintHere: (order: PageOrder) => Promise<PageResult>,
  threads: Threads | null,
  hear: (index: number, result: PageResult, subject: string) => void,
): Promise<readonly PageResult[]> {
  const results = new Map<number, PageResult>();
  const count = threads ? Math.min(threads.helpers.count, orders.length) : 1;
  const keep = (index: number, result: PageResult) => {
    results.set(index, result);
    const thread = index % count;
    hear(index, result, subjectOf(thread === count - 1 ? 0 : thread));
  };
  const away: Promise<void>[] = [];
  if (threads && count > 1) {
    files += 1;
    const { helpers, isRepaired } = threads;
    const file = { file: files, bytes: inSharedMemory(threads.bytes), isRepaired };
    for (const [index, order] of orders.entries()) {
      const thread = index % count;
      // The last of each round is painted here: others have begun by then.
      if (thread === count - 1) continue;
      const result = helpers.run(paintPageTask, { ...file, order }, subjectOf(thread));
      away.push(result.then((page) => keep(index, page)));
    }
  }
  const isHere = (index: number) => count === 1 || index % count === count - 1;
  for (const [index, order] of orders.entries())
    if (isHere(index)) keep(index, await paintHere(order));
  await Promise.all(away);
  return orders.flatMap((_, index) => results.get(index) ?? []);
}
