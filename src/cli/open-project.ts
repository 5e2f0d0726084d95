/** A project's workspace, with the program's own profile and fonts where it has none of its own. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cache, invariant, type Workspace } from '../base/index.ts';
import { openWorkspace, withBuiltIns } from './disk-workspace.ts';

/** The folder of the installed program: where its package.json lies. */
export function programFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    invariant(dirname(folder) !== folder, 'the program has no package.json');
  }
}

export function openProjectWorkspace(project: string, cache: Cache): Workspace {
  const builtIn = openWorkspace(programFolder(), cache);
  return withBuiltIns(openWorkspace(project, cache), builtIn, ['assets/icc/', 'fonts/']);
}
