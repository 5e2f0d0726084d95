/** A thread of `thread-pool.ts`: does the tasks that it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { invariant, type Task } from '../base/index.ts';
import { convertPictureTask, readyConverterTask } from '../color/index.ts';
import { bytePngTask, deflateTask } from '../paint/index.ts';
import type { Answer } from './thread-pool.ts';

const tasks: readonly Task<never, unknown>[] = [
  convertPictureTask,
  readyConverterTask,
  deflateTask,
  bytePngTask,
];

export interface Message {
  readonly name: string;
  readonly input: unknown;
}

export async function perform({ name, input }: Message): Promise<Answer> {
  try {
    const task = tasks.find((one) => one.name === name);
    invariant(task, `no thread knows the task ${name}`);
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
