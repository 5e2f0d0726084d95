/**
 * The project's folder on disk as a `Workspace`. Every path is resolved through links before it is
 * read, so that nothing outside the folder is handed out, and no file above `fileLimitBytes`.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type Cache, type FileRead, resolvePath, type Workspace } from '../base/index.ts';

/** Large enough for a press photograph, small enough to be read whole. */
const fileLimitBytes = 200 * 1024 * 1024;

function hasCode(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function isInside(root: string, file: string): boolean {
  const path = relative(root, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function readInside(root: string, path: string): FileRead {
  const file = realpathSync.native(join(root, path));
  if (!isInside(root, file)) return { kind: 'outside', path };
  const stats = statSync(file);
  if (!stats.isFile()) return { kind: 'unreadable', path, reason: 'not a file' };
  if (stats.size > fileLimitBytes) return { kind: 'too-large', path, limitBytes: fileLimitBytes };
  return { kind: 'file', path, bytes: readFileSync(file) };
}

function read(root: string, given: string): FileRead {
  const path = resolvePath('', given);
  if (isAbsolute(path) || path.startsWith('..') || path.includes('\\') || path.includes('\0'))
    return { kind: 'outside', path };
  try {
    return readInside(root, path);
  } catch (error) {
    if (!hasCode(error)) throw error;
    return error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? { kind: 'missing', path }
      : { kind: 'unreadable', path, reason: error.code };
  }
}

function list(root: string, folder: string): readonly string[] {
  const path = resolvePath('', folder);
  if (path.startsWith('..')) return [];
  try {
    if (!isInside(root, realpathSync.native(join(root, path)))) return [];
    return readdirSync(join(root, path), { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
  } catch (error) {
    if (hasCode(error)) return [];
    throw error;
  }
}

/** The workspace of a folder. `cache` keeps conversions between runs. */
export function openWorkspace(folder: string, cache: Cache): Workspace {
  const root = realpathSync.native(folder);
  return {
    read: (path) => read(root, path),
    list: (path) => list(root, path),
    cache,
  };
}

/** `workspace`, with files of the program's own folder where the project has none of that path. */
export function withBuiltIns(
  workspace: Workspace,
  builtIn: Workspace,
  prefixes: readonly string[],
): Workspace {
  return {
    ...workspace,
    read(path) {
      const found = workspace.read(path);
      const mayFallBack = prefixes.some((prefix) => found.path.startsWith(prefix));
      return found.kind === 'missing' && mayFallBack ? builtIn.read(path) : found;
    },
  };
}
