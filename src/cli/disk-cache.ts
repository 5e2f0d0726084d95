/**
 * Conversions kept between runs under `out/.cache/`. An entry begins with its content's length and
 * a CRC-32 of its name and content, so that a torn, decayed or mistaken file counts as none. Entries
 * not used for long make room.
 */
import { createHash } from 'node:crypto';
import {
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Cache } from '../base/index.ts';
import { makeFolder } from './make-folder.ts';

const headerBytes = 8;

/** What the cache may hold; some hundred photographs at press resolution. */
const largestCacheBytes = 1024 * 1024 * 1024;

/** An entry in use is marked so at most once a day: its age decides what goes. */
const markAfterMs = 24 * 60 * 60 * 1000;

function headerOf(name: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(content.length, 0);
  header.writeUInt32BE(crc32(content, crc32(name)), 4);
  return header;
}

function markUsed(file: string): void {
  const now = Date.now();
  if (now - statSync(file).mtimeMs > markAfterMs) utimesSync(file, now / 1000, now / 1000);
}

function load(folder: string, name: string, isOwn: boolean): Uint8Array | undefined {
  const file = join(folder, name);
  let stored: Buffer;
  try {
    stored = readFileSync(file);
    if (isOwn) markUsed(file);
  } catch {
    return undefined;
  }
  const content = stored.subarray(headerBytes);
  return headerOf(name, content).equals(stored.subarray(0, headerBytes)) ? content : undefined;
}

function store(folder: string, name: string, bytes: Uint8Array): void {
  const file = join(folder, name);
  const temporary = `${file}.${process.pid}`;
  try {
    makeFolder(folder);
    writeFileSync(temporary, Buffer.concat([headerOf(name, bytes), bytes]));
    renameSync(temporary, file);
  } catch {
    // A cache that cannot be written costs time, never a build.
  }
}

/** Takes away the entries that were not used for the longest time, down to `limitBytes`. */
export function pruneCache(folder: string, limitBytes: number): void {
  const entries = readdirSync(folder).map((name) => {
    const file = join(folder, name);
    const { size, mtimeMs } = statSync(file);
    return { file, size, mtimeMs };
  });
  let total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total <= limitBytes) return;
  for (const { file, size } of entries.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (total <= limitBytes) return;
    unlinkSync(file);
    total -= size;
  }
}

function tryToPrune(folder: string): void {
  try {
    pruneCache(folder, largestCacheBytes);
  } catch {
    // Another run may be at it too.
  }
}

function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Keys are made by the phases from content hashes; here they only become file names. */
export function openDiskCache(folder: string): Cache {
  let isPruned = false;
  return {
    get: (key) => load(folder, nameOf(key), true),
    set(key, bytes) {
      store(folder, nameOf(key), bytes);
      // Once a run is enough, and only where something was added.
      if (!isPruned) tryToPrune(folder);
      isPruned = true;
    },
  };
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

/** A cache, and what it lacks from a folder of entries that came with the program. */
export function withShippedEntries(cache: Cache, folder: string): Cache {
  const names = namesIn(folder);
  const shipped = (key: string) => {
    const name = nameOf(key);
    return names.has(name) ? load(folder, name, false) : undefined;
  };
  return { ...cache, get: (key) => cache.get(key) ?? shipped(key) };
}

/** Reads what another run left, writes nothing: for `check`. */
export function readOnlyCache(folder: string): Cache {
  return { ...openDiskCache(folder), set: () => {} };
}
