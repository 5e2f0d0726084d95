/**
 * The project around the current folder: the nearest folder upwards that has `content/`; its jobs
 * are the folders there that hold a `job.yaml`.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './exit-codes.ts';
import { suggest } from './suggest.ts';

const jobFile = 'job.yaml';

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** The project's folder, absolute; null where there is none. */
export function findProjectOrNull(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isFolder(join(folder, 'content'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** The project's folder, absolute. Throws `UsageError` where there is none. */
export function findProject(from: string): string {
  const project = findProjectOrNull(from);
  if (project !== null) return project;
  throw new UsageError(
    'no `content` folder here or above; run this in a project, or make one with `trykklar init DIR`',
    'der er ingen mappe `content` her eller ovenover; kør i et projekt, eller lav et med `trykklar init MAPPE`',
  );
}

/** Names of all jobs, sorted. */
export function listJobs(project: string): readonly string[] {
  return readdirSync(join(project, 'content'))
    .filter((name) => !name.startsWith('.') && existsSync(join(project, 'content', name, jobFile)))
    .map((name) => name.normalize('NFC'))
    .sort();
}

/**
 * A job as it was asked for: `name`, `content/name`, or the path of a file in it, from the folder
 * one stands in, from the project's, or from the disk's.
 */
function jobName(asked: string): string {
  const path = asked.normalize('NFC').replaceAll('\\', '/').replace(/\/+$/, '');
  return path
    .replace(/^(?:.*\/)?(?:content|out)\//, '')
    .replace(/^\.\//, '')
    .replace(/\/.*$/, '');
}

/** A folder of that name that is no job, since its `job.yaml` is missing or has another name. */
function refuseFolder(project: string, name: string): void {
  if (/^\.*$/.test(name) || !isFolder(join(project, 'content', name))) return;
  // A folder that may not be looked into is refused by the system, in its words.
  readdirSync(join(project, 'content', name));
  const file = `content/${name}/${jobFile}`;
  throw new UsageError(
    `the folder \`content/${name}\` has no \`${jobFile}\`; the file must be \`${file}\``,
    `mappen \`content/${name}\` har ingen \`${jobFile}\`; filen skal hedde \`${file}\``,
  );
}

/** The jobs asked for, all of them when none is. Throws `UsageError` for one that does not exist. */
export function selectJobs(project: string, asked: readonly string[]): readonly string[] {
  const jobs = listJobs(project);
  if (jobs.length === 0)
    throw new UsageError(
      'there is no brochure to build: `content/NAME/job.yaml` is missing',
      'der er ingen brochure at bygge: `content/NAVN/job.yaml` mangler',
    );
  for (const given of asked) {
    const name = jobName(given);
    if (jobs.includes(name)) continue;
    refuseFolder(project, name);
    const { en, da } = suggest(name, jobs);
    // A path from the top of the disk, or upwards, holds no name.
    const shown = /^\.*$/.test(name) ? given : name;
    throw new UsageError(
      `no job named \`${shown}\`; ${en}`,
      `der er intet job med navnet \`${shown}\`; ${da}`,
    );
  }
  return asked.length === 0 ? jobs : [...new Set(asked.map(jobName))];
}

/** Path of a job's file in the project. */
export function jobPath(name: string): string {
  return `content/${name}/${jobFile}`;
}
