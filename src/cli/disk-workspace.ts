/**
 * The project's folder on disk as a `Workspace`. Every path is resolved through links before it is
 * read, so that nothing outside the folder is handed out, and no file above `fileLimitBytes`.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type Cache, type FileRead, resolvePath, type Workspace } from '../base/index.ts';
import { isInside } from './is-inside.ts';

/** Large enough for a press photograph, small enough to be read whole. */
const fileLimitBytes = 200 * 1024 * 1024;

function hasCode(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** The name in a folder that is `name` in composed letters (NFC), as it is spelt on the disk. */
function spelling(folder: string, name: string): string | undefined {
  return readdirSync(folder).find((each) => each.normalize('NFC') === name);
}

/** Where a path lies on the disk, whose names may be spelt with decomposed letters (NFD). */
function placeOnDisk(root: string, path: string): string {
  const file = join(root, path);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has one spelling
  if (/^[\u0000-\u007f]*$/.test(path) || existsSync(file)) return file;
  let at = root;
  for (const name of path.split('/')) at = join(at, spelling(at, name) ?? name);
  return at;
}

/**
 * Whether the disk's own name for a file is another than was asked for in capitals alone. Windows and
 * macOS find `Portrait.jpg` as `portrait.jpg`; other machines, and whoever builds next, do not.
 */
export function isOtherCase(asked: string, onDisk: string): boolean {
  return asked !== onDisk && asked.toLowerCase() === onDisk.toLowerCase();
}

function readInside(root: string, path: string): FileRead {
  const place = placeOnDisk(root, path);
  const file = realpathSync.native(place);
  if (!isInside(root, file)) return { kind: 'outside', path };
  const onDisk = relative(root, file).replaceAll(sep, '/').normalize('NFC');
  if (isOtherCase(path, onDisk) && !lstatSync(place).isSymbolicLink())
    return { kind: 'missing', path };
  const stats = statSync(file);
  if (stats.isDirectory()) return { kind: 'unreadable', path, reason: 'folder' };
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
    const place = placeOnDisk(root, path);
    if (!isInside(root, realpathSync.native(place))) return [];
    return readdirSync(place, { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name).normalize('NFC'))
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
