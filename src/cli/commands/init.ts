/** `trykklar init DIR`: a new brochure with template, fonts and profile, that builds at once. */
import { cpSync, existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '../../base/index.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { makeFolder } from '../make-folder.ts';
import { programFolder } from '../open-project.ts';
import { print, say, type Terminal } from '../terminal.ts';

/** What a new project is made of: from the program's folder, to the project's. */
const partsIn = (language: Language) =>
  [
    [`templates/starter/example/${language}`, 'content/brochure'],
    ['templates/starter', 'templates/starter'],
    ['fonts', 'fonts'],
    ['assets/icc', 'assets/icc'],
    ['assets/starter', 'assets/starter'],
  ] as const;

/** Whether nothing that can be seen is there: a folder of Git's or an editor's is no brochure. */
function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every((name) => name.startsWith('.'));
}

function copyParts(staging: string, language: Language): void {
  for (const [from, to] of partsIn(language)) {
    const source = join(programFolder(), from);
    makeFolder(dirname(join(staging, to)));
    if (existsSync(source)) cpSync(source, join(staging, to), { recursive: true });
  }
  rmSync(join(staging, 'templates/starter/example'), { recursive: true, force: true });
}

/** Into the target, whose own folder stays the one that a shell may stand in; `content` last. */
function moveIn(staging: string, target: string): void {
  const names = readdirSync(staging).sort(
    (a, b) => Number(a === 'content') - Number(b === 'content'),
  );
  for (const name of names) renameSync(join(staging, name), join(target, name));
}

function createProject(target: string, language: Language): void {
  const isNew = !existsSync(target);
  const staging = join(target, `.staging-${process.pid}`);
  try {
    copyParts(staging, language);
    moveIn(staging, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
    if (isNew && existsSync(target) && readdirSync(target).length === 0) rmdirSync(target);
  }
}

function quoted(path: string): string {
  return /[\s"'$&();]/.test(path) ? `"${path}"` : path;
}

/** How the reader called the program, to be used again: by its name, by npx, or from a checkout. */
function ownCall(script: string): string {
  const isCheckout = script.endsWith('.js') && !/[\\/]node_modules[\\/]/.test(script);
  if (isCheckout) return `node ${quoted(script)}`;
  const isByNpx = process.env.npm_command === 'exec' || /[\\/]\.bin[\\/]/.test(script);
  return isByNpx ? 'npx trykklar' : 'trykklar';
}

/** All is made in a folder inside the target, then moved: the project is there whole or not at all. */
export function runInit(folder: string, terminal: Terminal): ExitCode {
  if (folder.trim() === '')
    throw new UsageError('name a folder for the brochure', 'angiv en mappe til brochuren');
  const target = resolve(folder);
  if (!isFree(target))
    throw new UsageError(
      `\`${folder}\` is not empty; name a new folder`,
      `\`${folder}\` er ikke tom; angiv en ny mappe`,
    );
  createProject(target, terminal.language);
  const stepIn = target === process.cwd() ? '' : `cd ${quoted(folder)} && `;
  const next = `${stepIn}${ownCall(process.argv[1] ?? '')} build`;
  say(
    terminal,
    `new brochure in ${folder}; build it: ${next}`,
    `ny brochure i ${folder}; byg den: ${next}`,
  );
  print(terminal.format === 'json' ? JSON.stringify({ folder: target }, null, 2) : target);
  return exitCodes.ok;
}
