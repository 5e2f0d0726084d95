/**
 * Renaming a file over another. On Windows that is refused while another program has either of them
 * open: a virus scanner or an indexer for a moment, a PDF reader until it is closed.
 */
import { closeSync, openSync, renameSync } from 'node:fs';

/** Refusals of Windows that may be over in a moment. */
const passing: ReadonlySet<unknown> = new Set(['EACCES', 'EBUSY', 'EPERM']);

/** In ms, before each further try. */
const pauses = [10, 40, 150, 400];

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** `attempt`, and again after a while where the system refuses for now; throws its last error. */
export function persist(attempt: () => void, wait: (ms: number) => void = pause): void {
  for (const ms of pauses) {
    try {
      attempt();
      return;
    } catch (error) {
      if (!passing.has(codeOf(error))) throw error;
      wait(ms);
    }
  }
  attempt();
}

const isWindows = process.platform === 'win32';

/** Throws the system's error. */
export function replaceFile(from: string, to: string): void {
  if (isWindows) persist(() => renameSync(from, to));
  else renameSync(from, to);
}

/** Throws where the file is there and another program keeps it from being replaced. */
export function checkReplaceable(file: string): void {
  if (isWindows) persist(() => closeSync(openSync(file, 'r+')));
}
