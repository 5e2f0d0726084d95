/** `trykklar init DIR`: a new brochure with template, fonts and profile, that builds at once. */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { programFolder } from '../open-project.ts';
import { print, say, type Terminal } from '../terminal.ts';

/** What a new project is made of: from the program's folder, to the project's. */
const parts = [
  ['templates/starter/example', 'content/brochure'],
  ['templates/starter', 'templates/starter'],
  ['fonts', 'fonts'],
  ['assets/icc', 'assets/icc'],
  ['assets/starter', 'assets/starter'],
] as const;

function isEmptyOrMissing(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

/** Copies into a folder beside the target, then renames: the project is there whole or not at all. */
export function runInit(folder: string, terminal: Terminal): ExitCode {
  const target = resolve(folder);
  if (!isEmptyOrMissing(target))
    throw new UsageError(
      `\`${folder}\` is not empty; name a new folder`,
      `\`${folder}\` er ikke tom; angiv en ny mappe`,
    );
  const staging = `${target}.${process.pid}`;
  try {
    for (const [from, to] of parts) {
      const source = join(programFolder(), from);
      mkdirSync(dirname(join(staging, to)), { recursive: true });
      if (existsSync(source)) cpSync(source, join(staging, to), { recursive: true });
    }
    rmSync(join(staging, 'templates/starter/example'), { recursive: true, force: true });
    if (existsSync(target)) rmSync(target, { recursive: true });
    renameSync(staging, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  say(
    terminal,
    `new brochure in ${folder}; build it: cd ${folder} && npx trykklar build`,
    `ny brochure i ${folder}; byg den: cd ${folder} && npx trykklar build`,
  );
  print(terminal.format === 'json' ? JSON.stringify({ folder: target }, null, 2) : target);
  return exitCodes.ok;
}
