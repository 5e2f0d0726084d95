/**
 * Compression of streams. fflate rather than node's zlib: its output is the same on every machine,
 * while zlib's depends on its version and on the processor. Loaded when the first file is painted.
 */
import { type Cache, sha256 } from '../base/index.ts';

export type Deflate = (bytes: Uint8Array) => Uint8Array;

type Level = 1 | 6;

/** Zlib streams (RFC 1950), made for text-like bytes: page contents, fonts, character maps. */
export async function loadDeflate(level: Level): Promise<Deflate> {
  const { zlibSync } = await import('fflate');
  return (bytes) => zlibSync(bytes, { level });
}

/** Of shorter streams there are too many, and little to win. */
const shortestKeptBytes = 256;

/** The same, answering what it answered before: most streams are alike from build to build. */
export async function loadKeptDeflate(level: Level, cache: Cache): Promise<Deflate> {
  const deflate = await loadDeflate(level);
  return (bytes) => {
    if (bytes.length < shortestKeptBytes) return deflate(bytes);
    const key = `zlib-${level}-${sha256(bytes)}`;
    const kept = cache.get(key);
    if (kept) return kept;
    const compressed = deflate(bytes);
    cache.set(key, compressed);
    return compressed;
  };
}
