/**
 * The program's tasks on threads of their own, one to a core at most. Threads start when there is
 * work, and none keeps the program from ending.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Helpers, Task } from '../base/index.ts';

/** More threads than that are rarely of use, and each holds its own tables. */
const mostThreads = 8;

export type Answer =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'failure'; readonly message: string };

interface Job {
  readonly name: string;
  readonly input: unknown;
  readonly settle: (answer: Answer) => void;
}

/** `script` is what a thread runs. */
export function openThreadPool(script: URL): Helpers {
  const limit = Math.min(mostThreads, availableParallelism());
  const idle: Worker[] = [];
  const waiting: Job[] = [];
  const underWay = new Map<Worker, Job>();

  const start = (worker: Worker, job: Job) => {
    underWay.set(worker, job);
    worker.ref();
    worker.postMessage({ name: job.name, input: job.input });
  };

  const finish = (worker: Worker, answer: Answer) => {
    underWay.get(worker)?.settle(answer);
    underWay.delete(worker);
    worker.unref();
  };

  const open = () => {
    // Node's own arguments are for the main thread.
    const worker = new Worker(script, { execArgv: [] });
    worker.on('message', (answer: Answer) => {
      finish(worker, answer);
      const next = waiting.shift();
      if (next) start(worker, next);
      else idle.push(worker);
    });
    worker.on('error', (error: Error) => {
      finish(worker, { kind: 'failure', message: error.message });
      const next = waiting.shift();
      if (next) start(open(), next);
    });
    return worker;
  };

  return {
    run<Input, Result>(task: Task<Input, Result>, input: Input): Promise<Result> {
      return new Promise((resolve, reject) => {
        const settle = (answer: Answer) => {
          if (answer.kind === 'failure') reject(new Error(answer.message));
          else resolve(answer.result as Result);
        };
        const job = { name: task.name, input, settle };
        const worker = idle.pop() ?? (underWay.size < limit ? open() : undefined);
        if (worker) start(worker, job);
        else waiting.push(job);
      });
    },
  };
}
