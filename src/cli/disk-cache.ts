/**
 * Conversions kept between runs under `out/.cache/`. An entry begins with the SHA-256 of its
 * content, so that a torn or altered file counts as none.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../base/index.ts';

const digestBytes = 32;

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function load(file: string): Uint8Array | undefined {
  let stored: Buffer;
  try {
    stored = readFileSync(file);
  } catch {
    return undefined;
  }
  const content = stored.subarray(digestBytes);
  return digest(content).equals(stored.subarray(0, digestBytes)) ? content : undefined;
}

function store(folder: string, file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, Buffer.concat([digest(bytes), bytes]));
    renameSync(temporary, file);
  } catch {
    // A cache that cannot be written costs time, never a build.
  }
}

/** Keys are made by the phases from content hashes; here they only become file names. */
export function openDiskCache(folder: string): Cache {
  const fileOf = (key: string) => join(folder, createHash('sha256').update(key).digest('hex'));
  return {
    get: (key) => load(fileOf(key)),
    set: (key, bytes) => store(folder, fileOf(key), bytes),
  };
}

/** Reads what another run left, writes nothing: for `check`. */
export function readOnlyCache(folder: string): Cache {
  return { ...openDiskCache(folder), set: () => {} };
}
