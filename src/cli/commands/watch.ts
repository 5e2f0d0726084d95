/** `trykklar watch`: builds, then builds again after each change to what a brochure is made of. */
import { join } from 'node:path';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openJobs } from '../open-jobs.ts';
import { selectJobs } from '../project.ts';
import { tellWhatFailed } from '../tell-failure.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { type BuildFlags, buildJob, outcomeJson, tellOutcome } from './build.ts';

const watchedFolders = ['content', 'templates', 'assets', 'fonts'];
/** Editors save in several steps; this long without a new one, and the files are at rest. */
const restMs = 60;

/** The jobs there are by now; none after `tell` where those asked for are gone. */
function jobsNow(
  project: string,
  asked: readonly string[],
  tell: (error: unknown) => unknown,
): readonly string[] {
  try {
    return selectJobs(project, asked);
  } catch (error) {
    tell(error);
    return [];
  }
}

/** Resolves never: the reader ends it with Ctrl-C. */
export async function runWatch(
  asked: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { project, outFolder, workspace } = await openJobs(asked, flags);

  const { watch } = await import('chokidar');
  const folders = watchedFolders.map((folder) => join(project, folder));
  const watcher = watch(folders, { ignoreInitial: true });
  const isWatching = new Promise<void>((resolve) => watcher.once('ready', resolve));

  const told = new Set<string>();
  const buildOne = async (name: string) => {
    const started = performance.now();
    const built = await buildJob(name, workspace, outFolder, flags);
    // Old files beside new ones are told of once, not at each change.
    const outcome = told.has(name) ? { ...built, earlier: [] } : built;
    told.add(name);
    const ms = Math.round(performance.now() - started);
    if (terminal.format === 'json') print(JSON.stringify(outcomeJson(outcome)));
    else tellOutcome(outcome, terminal, { en: ` in ${ms} ms`, da: ` på ${ms} ms` });
  };
  const buildAll = async () => {
    // A file that cannot be written now may be so after the next change.
    const tell = (error: unknown) => tellWhatFailed(error, process.argv.slice(2));
    for (const name of jobsNow(project, asked, tell)) await buildOne(name).catch(tell);
    await isWatching;
    say(terminal, 'waiting for changes (Ctrl-C ends)', 'venter på ændringer (Ctrl-C slutter)');
  };

  let building = buildAll();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(buildAll);
    }, restMs);
  });
  await new Promise<never>(() => {});
  return exitCodes.ok;
}
