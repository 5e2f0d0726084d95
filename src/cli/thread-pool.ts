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

interface Pool {
  /** What a thread runs. */
  readonly script: URL;
  readonly threads: Set<Thread>;
  /** The thread that has had work on a subject before. */
  readonly bySubject: Map<string, Thread>;
  readonly waiting: Job[];
}

function give(thread: Thread, job: Job): void {
  thread.given.push(job);
  thread.worker.ref();
  const { name, input, series } = job;
  thread.worker.postMessage({ name, input, series }, series ? [series.port] : []);
}

function hear(pool: Pool, thread: Thread, answer: Answer): void {
  thread.given.shift()?.settle(answer);
  if (thread.given.length > 0) return;
  thread.worker.unref();
  const next = pool.waiting.shift();
  if (next) give(thread, next);
}

/** A thread has died of its first job: what else it was given goes to another. */
function replace(pool: Pool, thread: Thread, { message }: Error): void {
  const { threads, bySubject, waiting } = pool;
  thread.given.shift()?.settle({ kind: 'failure', message });
  threads.delete(thread);
  for (const [subject, one] of bySubject) if (one === thread) bySubject.delete(subject);
  waiting.unshift(...thread.given);
  const next = waiting.shift();
  if (next) give(open(pool), next);
}

function open(pool: Pool): Thread {
  // Node's own arguments are for the main thread. What a thread allocates is large and outside V8's
  // heap: a small nursery will do.
  const worker = new Worker(pool.script, {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  const thread: Thread = { worker, given: [] };
  pool.threads.add(thread);
  worker.on('message', (answer: Answer) => hear(pool, thread, answer));
  worker.on('error', (error: Error) => replace(pool, thread, error));
  return thread;
}

/** A thread with nothing to do, a new one where there may be more; undefined where all are at work. */
function findFree(pool: Pool): Thread | undefined {
  const idle = [...pool.threads].find(({ given }) => given.every(({ isOver }) => isOver));
  return idle ?? (pool.threads.size < threadLimit ? open(pool) : undefined);
}

function assign(pool: Pool, job: Job, subject: string | undefined): void {
  const thread = (subject !== undefined && pool.bySubject.get(subject)) || findFree(pool);
  if (!thread) {
    pool.waiting.push(job);
    return;
  }
  if (subject !== undefined) pool.bySubject.set(subject, thread);
  give(thread, job);
}

/** `script` is what a thread runs. */
export function openThreadPool(script: URL): Helpers {
  const pool: Pool = { script, threads: new Set(), bySubject: new Map(), waiting: [] };
  return {
    count: threadLimit,
    async expectWork() {
      if (pool.threads.size === 0) open(pool).worker.unref();
    },
    run<Input, Result>(task: Task<Input, Result>, input: Input, subject?: string): Promise<Result> {
      return new Promise((resolve, reject) => {
        const settle = (answer: Answer) => {
          if (answer.kind === 'failure') reject(new Error(answer.message));
          else resolve(answer.result as Result);
        };
        assign(pool, { name: task.name, input, settle }, subject);
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
      assign(pool, job, undefined);
      return receiveSeries(series, port1, () => {
        job.isOver = true;
      });
    },
  };
}
