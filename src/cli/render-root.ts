/** The folder whose files a page may use when it is rendered without a job. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './exit-codes.ts';
import { isInside } from './is-inside.ts';

/** What stands in the top folder of somebody's work: surely, or where nothing surer is found. */
const rootMarks = [['.git', 'package.json', 'content'], ['fonts']];

/** The folder with its links resolved, so that files reached by another name are inside too. */
function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/**
 * The folder asked for; else the current one where the file is in it; else the nearest above the
 * file that looks like the top of a project; else the file's own. Throws `UsageError` where the
 * file is not in the folder asked for.
 */
export function findRoot(file: string, asked: string | undefined): string {
  if (asked !== undefined) {
    const root = resolve(asked);
    if (isInside(root, file)) return root;
    throw new UsageError(
      `\`${file}\` is not in \`${asked}\`, the folder given with \`--root\``,
      `\`${file}\` ligger ikke i \`${asked}\`, mappen fra \`--root\``,
    );
  }
  const current = process.cwd();
  if (isInside(current, file)) return current;
  if (isInside(real(current), real(file))) return real(current);
  const above = foldersAbove(file);
  const marked = rootMarks.map((marks) =>
    above.find((folder) => marks.some((mark) => existsSync(join(folder, mark)))),
  );
  return marked.find((folder) => folder !== undefined) ?? dirname(file);
}

/** From the file's own folder to the one below the disk's. */
function foldersAbove(file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder))
    folders.push(folder);
  return folders;
}
