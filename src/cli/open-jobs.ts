/** What every command over a project's jobs begins with. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Cache, Workspace } from '../base/index.ts';
import { openDiskCache } from './disk-cache.ts';
import { openProjectWorkspace } from './open-project.ts';
import { findProject, selectJobs } from './project.ts';

export interface OpenJobs {
  readonly project: string;
  /** The jobs asked for by name; all where none is. */
  readonly names: readonly string[];
  /** Gets one folder a job: the one asked for, else `out/` in the project. */
  readonly outFolder: string;
  readonly workspace: Workspace;
}

/** `openCache`: `readOnlyCache` for what writes nothing. Throws `UsageError` where there is no project, or no job of that name. */
export async function openJobs(
  asked: readonly string[],
  { out }: { readonly out?: string },
  openCache: (folder: string) => Cache = openDiskCache,
): Promise<OpenJobs> {
  const project = findProject(process.cwd());
  const names = selectJobs(project, asked);
  const cacheFolder = `${project}/out/.cache`;
  const workspace = openProjectWorkspace(project, openCache(cacheFolder));
  // The first build converts all pictures: who does it starts while the copy is read.
  if (!existsSync(cacheFolder)) await workspace.helpers?.expectWork();
  const outFolder = out === undefined ? `${project}/out` : resolve(out);
  return { project, names, outFolder, workspace };
}
