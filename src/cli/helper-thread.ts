/** A thread of `thread-pool.ts`: does the tasks that it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { type Handed, invariant, type SeriesTask, type Task } from '../base/index.ts';
import { type SeriesOrder, workThrough } from './series.ts';
import type { Answer } from './thread-pool.ts';

/** Where tasks are, by their names: a thread loads what it is asked for. */
const loaders: Readonly<Record<string, () => Promise<Task<never, unknown>>>> = {
  'convert-picture': async () => (await import('../color/index.ts')).convertPictureTask,
  'ready-converter': async () => (await import('../color/index.ts')).readyConverterTask,
  deflate: async () => (await import('../paint/tasks.ts')).deflateTask,
  'paint-plates': async () => (await import('../plates/tasks.ts')).paintPageTask,
  'byte-png': async () => (await import('../paint/tasks.ts')).bytePngTask,
};

const seriesLoaders: Readonly<Record<string, () => Promise<SeriesTask<never, never, Handed>>>> = {
  'prepare-paragraphs': async () => (await import('../text/index.ts')).prepareParagraphsTask,
};

export interface Message {
  readonly name: string;
  readonly input: unknown;
  /** The task is a series, and that its input. */
  readonly series?: SeriesOrder;
}

export async function perform({ name, input, series }: Message): Promise<Answer> {
  try {
    if (series) {
      const loadSeries = seriesLoaders[name];
      invariant(loadSeries, `no thread knows the series ${name}`);
      await workThrough(await loadSeries(), series);
      return { kind: 'result', result: null };
    }
    const load = loaders[name];
    invariant(load, `no thread knows the task ${name}`);
    const task = await load();
    return { kind: 'result', result: await task.run(input as never) };
  } catch (error) {
    return { kind: 'failure', message: error instanceof Error ? error.message : String(error) };
  }
}

export function serveTasks(): void {
  let latest: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (message: Message) => {
    latest = latest.then(async () => parentPort?.postMessage(await perform(message)));
  });
}
