/** `trykklar watch`: builds, then builds again after each change to what a brochure is made of. */
import { join } from 'node:path';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openJobs } from '../open-jobs.ts';
import { describeFinding } from '../show-findings.ts';
import { say, type Terminal } from '../terminal.ts';
import { type BuildFlags, buildJob, hasErrors } from './build.ts';

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

  const buildAll = async () => {
    for (const name of names) {
      const started = performance.now();
      const { result } = await buildJob(name, workspace, outFolder, flags);
      for (const finding of result.findings)
        process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
      const ms = Math.round(performance.now() - started);
      if (hasErrors(result.findings)) say(terminal, `${name}: not built`, `${name}: ikke bygget`);
      else say(terminal, `${name}: built in ${ms} ms`, `${name}: bygget på ${ms} ms`);
    }
    say(terminal, 'waiting for changes (Ctrl-C ends)', 'venter på ændringer (Ctrl-C slutter)');
  };

  let building = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const { watch } = await import('chokidar');
  const watcher = watch(
    watchedFolders.map((folder) => join(project, folder)),
    { ignoreInitial: true },
  );
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(buildAll);
    }, restMs);
  });
  building = buildAll();
  await new Promise<never>(() => {});
  return exitCodes.ok;
}
