/**
 * The project's folder as the phases see it. Only `cli` touches the disk; tests pass a workspace
 * made of strings. Paths are relative to the project folder, with `/`.
 */
import type { Helpers } from './helpers.ts';

export type FileRead =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'missing'; readonly path: string }
  /** The path leads out of the project folder (`..`, absolute, or through a link). */
  | { readonly kind: 'outside'; readonly path: string }
  /** The file is larger than the workspace hands out. */
  | { readonly kind: 'too-large'; readonly path: string; readonly limitBytes: number }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** Converted pictures and the like, kept between runs under a key made from their content. */
export interface Cache {
  get(key: string): Uint8Array | undefined;
  set(key: string, bytes: Uint8Array): void;
  /** Nothing is kept of this run: what hardly another run can have left is not looked for. */
  readonly isClosed?: true;
}

/** A font of the machine's own. */
export interface LocalFace {
  readonly family: string;
  /** 1–1000; a range for variable fonts. */
  readonly weight: { readonly min: number; readonly max: number };
  readonly italic: boolean;
  /** What `Workspace.read` takes. */
  readonly path: string;
}

export interface Workspace {
  /** The file at a path, with `.` and `..` resolved first. Never throws. */
  read(path: string): FileRead;
  /** Names in a folder, sorted; empty where there is no such folder. Folders end in `/`. */
  list(folder: string): readonly string[];
  readonly cache: Cache;
  /** Absent: all work is done on this thread. */
  readonly helpers?: Helpers;
  /**
   * The machine's faces of a family, or of a generic one (`serif`). Only there where a page is
   * rendered without a job: what is printed must not depend on the machine.
   */
  readonly localFaces?: (family: string) => readonly LocalFace[];
  /** The machine's family to show a character in that the page's own fonts lack; null: none has it. */
  readonly localFamilyWith?: (character: string) => string | null;
}

/** A path resolved against the folder of `from`; a leading `/` means the project folder. */
export function resolvePath(from: string, path: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  // Macs and synchronised folders write å as a and a ring: one spelling of names in here.
  return parts.join('/').normalize('NFC');
}
