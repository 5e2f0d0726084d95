/**
 * The program as its users start it: `bin/trykklar.js` in a process of its own. `vitest.config.ts`
 * has bundled it before the first test.
 */
import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, without a slash at its end. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export const programFile = join(repository, 'bin/trykklar.js');

export interface Outcome {
  /** Null where a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a process; the answer when it has ended. */
export function start(command: string, args: readonly string[], options: SpawnOptions) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const read = (stream: NodeJS.ReadableStream | null) => {
    let text = '';
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    return () => text;
  };
  const stdout = read(child.stdout);
  const stderr = read(child.stderr);
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout: stdout(), stderr: stderr() }));
  });
  return { child, ended };
}

/** Locale and colours as on a plain English machine, so that a developer's own do not matter. */
const plainEnvironment = { LC_ALL: 'C.UTF-8', NO_COLOR: '', TZ: 'UTC' };

export interface CallOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function optionsOf({ cwd = repository, env = {} }: CallOptions): SpawnOptions {
  return { cwd, env: { ...process.env, ...plainEnvironment, ...env } };
}

/** `trykklar …`, to its end. */
export function trykklar(args: readonly string[], options: CallOptions = {}): Promise<Outcome> {
  return start(process.execPath, [programFile, ...args], optionsOf(options)).ended;
}

/** `trykklar …`, still running. */
export function startTrykklar(
  args: readonly string[],
  { stdin = 'ignore', ...options }: CallOptions & { readonly stdin?: 'ignore' | 'pipe' } = {},
) {
  const stdio: SpawnOptions['stdio'] = [stdin, 'pipe', 'pipe'];
  return start(process.execPath, [programFile, ...args], { ...optionsOf(options), stdio });
}

/** A new folder for one test file, and its removal. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'trykklar-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
