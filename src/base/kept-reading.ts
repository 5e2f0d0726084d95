/**
 * What a phase makes of the files it reads, kept between runs: where every file is as it was, the
 * same program would make the same of them again. What a phase hands on is data alone, so that it
 * can be written down whole.
 */
import { deserialize, serialize } from 'node:v8';
import type { Context } from './context.ts';
import type { Finding } from './diagnostic.ts';
import { sha256 } from './hash.ts';
import { programId } from './program-id.ts';
import type { FileRead, Workspace } from './workspace.ts';

/** What was asked of the workspace, with the digest of its answer. */
interface Asked {
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, string>;
}

interface Entry<T> extends Asked {
  readonly findings: readonly Finding[];
  readonly value: T;
}

function digestOfFile(file: FileRead): string {
  return `${file.kind} ${file.path} ${file.kind === 'file' ? sha256(file.bytes) : ''}`;
}

function digestOfFolder(names: readonly string[]): string {
  return sha256(JSON.stringify(names));
}

/** A workspace that remembers what it was asked. */
function watchWorkspace(workspace: Workspace): { watched: Workspace; asked: Asked } {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const watched: Workspace = {
    ...workspace,
    read(path) {
      const file = workspace.read(path);
      files.set(path, digestOfFile(file));
      return file;
    },
    list(folder) {
      const names = workspace.list(folder);
      folders.set(folder, digestOfFolder(names));
      return names;
    },
  };
  return { watched, asked: { files, folders } };
}

function isAsItWas({ files, folders }: Asked, workspace: Workspace): boolean {
  return (
    [...files].every(([path, digest]) => digestOfFile(workspace.read(path)) === digest) &&
    [...folders].every(([folder, digest]) => digestOfFolder(workspace.list(folder)) === digest)
  );
}

/**
 * What `read` makes of the workspace, or made of it before; its findings are reported either way.
 * It must depend on the workspace's files and on `key` alone, and make nothing but data (what
 * structured cloning takes). What had an error is made anew each time.
 */
export function keptReading<T>(key: string, context: Context, read: (context: Context) => T): T {
  const program = programId();
  if (program === null) return read(context);
  const { cache } = context.workspace;
  const name = `reading ${program} ${key}`;
  const stored = cache.get(name);
  const entry: Entry<T> | null = stored ? deserialize(stored) : null;
  if (entry && isAsItWas(entry, context.workspace)) {
    for (const finding of entry.findings) context.report(finding);
    return entry.value;
  }
  const findings: Finding[] = [];
  const { watched, asked } = watchWorkspace(context.workspace);
  const report = (finding: Finding) => {
    findings.push(finding);
    context.report(finding);
  };
  const value = read({ ...context, report, workspace: watched });
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  if (!hasErrors) cache.set(name, serialize({ ...asked, findings, value }));
  return value;
}
