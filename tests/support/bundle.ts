/** Before all tests: `dist/` from the code as it is, unless it is newer than every source file. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './program.ts';

function newestIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)).mtimeMs)
    .reduce((newest, time) => Math.max(newest, time), 0);
}

export function setup(): void {
  const bundle = join(repository, 'dist/main.cjs');
  const source = Math.max(
    newestIn(join(repository, 'src')),
    statSync(join(repository, 'scripts/bundle.js')).mtimeMs,
  );
  if (existsSync(bundle) && statSync(bundle).mtimeMs > source) return;
  execFileSync(process.execPath, ['scripts/bundle.js'], { cwd: repository });
}
