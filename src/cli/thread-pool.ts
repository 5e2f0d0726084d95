/**
 * The program's tasks on threads of their own, one to a core at most. Threads start when there is
 * work, and none keeps the program from ending.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, Worker } from 'node:worker_threads';
import { type Helpers, openClaims, type Task } from '../base/index.ts';
import { receiveSeries, type SeriesOrder } from './series.ts';

/** More threads than that are rarely of use, and each holds its own tables. */
const mostThreads = 8;

/** How many threads a pool has at most. */
export const threadLimit = Math.min(mostThreads, availableParallelism());

export type Answer =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'failure'; readonly message: string };

interface Job {
  readonly name: string;
  readonly input: unknown;
  readonly series?: SeriesOrder;
  /** True of a series that is closed: it ends by itself. */
  isOver?: boolean;
  readonly settle: (answer: Answer) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it has been given: it does one thing after the other, and answers in that order. */
  readonly given: Job[];
}

/** `script` is what a thread runs. */
export function openThreadPool(script: URL): Helpers {
  const threads = new Set<Thread>();
  const bySubject = new Map<string, Thread>();
  const waiting: Job[] = [];

  const give = (thread: Thread, job: Job) => {
    thread.given.push(job);
    thread.worker.ref();
    const { name, input, series } = job;
    thread.worker.postMessage({ name, input, series }, series ? [series.port] : []);
  };

  const hear = (thread: Thread, answer: Answer) => {
    thread.given.shift()?.settle(answer);
    if (thread.given.length > 0) return;
    thread.worker.unref();
    const next = waiting.shift();
    if (next) give(thread, next);
  };

  /** A thread has died of its first job: what else it was given goes to another. */
  const replace = (thread: Thread, { message }: Error) => {
    thread.given.shift()?.settle({ kind: 'failure', message });
    threads.delete(thread);
    for (const [subject, one] of bySubject) if (one === thread) bySubject.delete(subject);
    waiting.unshift(...thread.given);
    const next = waiting.shift();
    if (next) give(open(), next);
  };

  const open = (): Thread => {
    // Node's own arguments are for the main thread. What a thread allocates is large and outside V8's
    // heap: a small nursery will do.
    const worker = new Worker(script, {
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    const thread: Thread = { worker, given: [] };
    threads.add(thread);
    worker.on('message', (answer: Answer) => hear(thread, answer));
    worker.on('error', (error: Error) => replace(thread, error));
    return thread;
  };

  const free = () =>
    [...threads].find(({ given }) => given.every(({ isOver }) => isOver)) ??
    (threads.size < threadLimit ? open() : undefined);

  const assign = (job: Job, subject: string | undefined) => {
    const thread = (subject !== undefined && bySubject.get(subject)) || free();
    if (!thread) {
      waiting.push(job);
      return;
    }
    if (subject !== undefined) bySubject.set(subject, thread);
    give(thread, job);
  };

  return {
    count: threadLimit,
    async expectWork() {
      if (threads.size === 0) open().worker.unref();
    },
    run<Input, Result>(task: Task<Input, Result>, input: Input, subject?: string): Promise<Result> {
      return new Promise((resolve, reject) => {
        const settle = (answer: Answer) => {
          if (answer.kind === 'failure') reject(new Error(answer.message));
          else resolve(answer.result as Result);
        };
        assign({ name: task.name, input, settle }, subject);
      });
    },
    async openSeries({ name }, { setup, inputs, lead }) {
      const { port1, port2 } = new MessageChannel();
      port1.unref();
      const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const claims = openClaims(inputs.length);
      const series = { setup, inputs, claims, progress, lead, port: port2 };
      // Whether it ends well is seen by its results.
      const job: Job = { name, input: null, series, settle: () => {} };
      assign(job, undefined);
      return receiveSeries(series, port1, () => {
        job.isOver = true;
      });
    },
  };
}
