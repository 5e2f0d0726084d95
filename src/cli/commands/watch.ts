/** `trykklar watch`: builds, then builds again after each change to what a brochure is made of. */
import { join } from 'node:path';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openJobs } from '../open-jobs.ts';
import { tellWhatFailed } from '../tell-failure.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { type BuildFlags, buildJob, outcomeJson, tellOutcome } from './build.ts';

const watchedFolders = ['content', 'templates', 'assets', 'fonts'];
/** Editors save in several steps; this long without a new one, and the files are at rest. */
const restMs = 60;

/** Resolves never: the reader ends it with Ctrl-C. */
export async function runWatch(
  asked: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { project, names, outFolder, workspace } = await openJobs(asked, flags);

  const { watch } = await import('chokidar');
  const folders = watchedFolders.map((folder) => join(project, folder));
  const watcher = watch(folders, { ignoreInitial: true });
  const isWatching = new Promise<void>((resolve) => watcher.once('ready', resolve));

  const buildOne = async (name: string) => {
    const started = performance.now();
    const outcome = await buildJob(name, workspace, outFolder, flags);
    const ms = Math.round(performance.now() - started);
    if (terminal.format === 'json') print(JSON.stringify(outcomeJson(outcome)));
    else tellOutcome(outcome, terminal, { en: ` in ${ms} ms`, da: ` på ${ms} ms` });
  };
  const buildAll = async () => {
    // A file that cannot be written now may be so after the next change.
    for (const name of names)
      await buildOne(name).catch((error) => tellWhatFailed(error, process.argv.slice(2)));
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
