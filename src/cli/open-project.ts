/** A project's workspace, with the program's own profile and fonts where it has none of its own. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cache, type Helpers, invariant, type Workspace } from '../base/index.ts';
import { withShippedEntries } from './disk-cache.ts';
import { openWorkspace, withBuiltIns } from './disk-workspace.ts';

/** The folder of the installed program: where its package.json lies. */
export function programFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    invariant(dirname(folder) !== folder, 'the program has no package.json');
  }
}

/** Threads run the bundled program; none where it runs from its sources. */
function openHelpers(): Helpers | undefined {
  const script = new URL('../bin/helper.js', import.meta.url);
  if (!existsSync(script)) return undefined;
  let opening: Promise<Helpers> | undefined;
  let pool: Helpers | undefined;
  const openPool = () => {
    opening ??= import('./thread-pool.ts').then(({ openThreadPool }) => {
      pool = openThreadPool(script);
      return pool;
    });
    return opening;
  };
  return {
    count: availableParallelism(),
    expectWork: async () => (await openPool()).expectWork(),
    // At once where there are threads: who asks goes on with long work of its own.
    run: (task, input, subject) =>
      pool
        ? pool.run(task, input, subject)
        : openPool().then((opened) => opened.run(task, input, subject)),
    openSeries: async (task, work) => (await openPool()).openSeries(task, work),
  };
}

/** What every project's first build would make alike is made with the bundle, and kept beside it. */
const shippedEntries = 'dist/kept';

export function openProjectWorkspace(project: string, ownCache: Cache): Workspace {
  const cache = withShippedEntries(ownCache, join(programFolder(), shippedEntries));
  const builtIn = openWorkspace(programFolder(), cache);
  const helpers = openHelpers();
  const own = { ...openWorkspace(project, cache), ...(helpers ? { helpers } : {}) };
  return withBuiltIns(own, builtIn, ['assets/icc/', 'fonts/']);
}
