/**
 * Outputs onto the disk. All files are written whole into a staging folder beside their place and
 * then renamed into it, `report.json` last: a build that fails or is killed leaves the last good
 * files as they were.
 */
import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '../base/index.ts';
import { makeFolder } from './make-folder.ts';
import { checkReplaceable, replaceFile } from './rename.ts';

const stagingPrefix = '.staging-';

/** Staging folders of this process, for the clean-up when it is interrupted. */
const open = new Set<string>();

/** Removes what an interrupted build of this process left half done. */
export function discardStaging(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
  open.clear();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Staging folders that a killed process left in `folder`. */
function sweep(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!name.startsWith(stagingPrefix)) continue;
    const pid = Number(name.slice(stagingPrefix.length));
    if (!isRunning(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Paths that the report of an earlier build names as its files. */
function filesOfReport(folder: string): readonly string[] {
  try {
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    if (typeof report !== 'object' || report === null || !('files' in report)) return [];
    if (!Array.isArray(report.files)) return [];
    return report.files.flatMap((file: { path?: unknown }) =>
      typeof file?.path === 'string' ? [file.path] : [],
    );
  } catch {
    return [];
  }
}

/** Pictures of pages that an earlier build made and the job no longer has. Nobody else's files. */
function removeStale(
  folder: string,
  earlier: readonly string[],
  artifacts: readonly Output[],
): void {
  const kept = new Set(artifacts.map((artifact) => artifact.path));
  if (![...kept].some((path) => path.startsWith('pages/'))) return;
  for (const path of earlier)
    if (/^pages\/[^/\\]+\.png$/.test(path) && !kept.has(path))
      rmSync(join(folder, path), { force: true });
}

/** A file in parts, which are never joined in memory. */
export interface PartedArtifact {
  readonly path: string;
  readonly parts: readonly Uint8Array[];
}

type Output = Artifact | PartedArtifact;

/** Small parts are gathered to writes of about this size. */
const writeBytes = 1 << 20;

function writeParts(file: string, parts: readonly Uint8Array[]): void {
  const handle = openSync(file, 'w');
  const writeAll = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  };
  try {
    let small: Uint8Array[] = [];
    let length = 0;
    for (const part of parts) {
      if (length + part.length > writeBytes) {
        writeAll(Buffer.concat(small));
        small = [];
        length = 0;
      }
      if (part.length > writeBytes) writeAll(part);
      else {
        small.push(part);
        length += part.length;
      }
    }
    writeAll(Buffer.concat(small));
  } finally {
    closeSync(handle);
  }
}

/** What went wrong before is what the reader must hear of, not that this does too. */
function removeStaging(staging: string): void {
  try {
    rmSync(staging, { recursive: true, force: true });
  } catch {}
  open.delete(staging);
}

/** The place of a file: its folder is made; a folder of its own name, or a file that is in use, is refused. */
function makePlace(file: string): void {
  makeFolder(dirname(file));
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there?.isFile()) checkReplaceable(file);
  if (!there?.isDirectory()) return;
  throw Object.assign(new Error(`EISDIR: ${file}`), {
    code: 'EISDIR',
    syscall: 'rename',
    path: file,
  });
}

/**
 * Writes artifacts under `folder`, in the order given. Throws the system's error if it cannot;
 * no file is replaced before all of them can be.
 */
export function writeOutputs(folder: string, artifacts: readonly Output[]): void {
  sweep(folder);
  const earlier = filesOfReport(folder);
  const staging = join(folder, `${stagingPrefix}${process.pid}`);
  open.add(staging);
  try {
    for (const artifact of artifacts) {
      const file = join(staging, artifact.path);
      makeFolder(dirname(file));
      if ('parts' in artifact) writeParts(file, artifact.parts);
      else writeFileSync(file, artifact.bytes);
    }
    for (const { path } of artifacts) makePlace(join(folder, path));
    for (const { path } of artifacts) replaceFile(join(staging, path), join(folder, path));
    removeStale(folder, earlier, artifacts);
  } finally {
    removeStaging(staging);
  }
}
