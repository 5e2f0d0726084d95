/**
 * Compression of streams. fflate rather than node's zlib: its output is the same on every machine,
 * while zlib's depends on its version and on the processor. Loaded when the first file is painted.
 */
import { type Cache, type Claims, claim, sha256, type Task } from '../base/index.ts';

export type Deflate = (bytes: Uint8Array) => Uint8Array;

type Level = 1 | 6;

/** Zlib streams (RFC 1950), made for text-like bytes: page contents, fonts, character maps. */
export async function loadDeflate(level: Level): Promise<Deflate> {
  const { zlibSync } = await import('fflate');
  return (bytes) => zlibSync(bytes, { level });
}

/** Streams that are one of the pieces of work that threads share. */
export interface SharedStreams {
  readonly streams: readonly Uint8Array[];
  readonly claims: Claims;
  readonly piece: number;
}

/** Many streams on a thread of their own; none where another thread was first. */
export const deflateTask = {
  name: 'deflate',
  level: 6,
  async run({ streams, claims, piece }) {
    const deflate = await loadDeflate(6);
    return claim(claims, piece) ? streams.map(deflate) : [];
  },
} as const satisfies Task<SharedStreams, readonly Uint8Array[]> & { level: Level };

/** Of shorter streams there are too many, and little to win. */
const shortestKeptBytes = 256;

/** What is kept of a stream between runs: most are alike from build to build. */
export function keptStream(bytes: Uint8Array, level: Level, cache: Cache) {
  const key = bytes.length < shortestKeptBytes ? null : `zlib-${level}-${sha256(bytes)}`;
  return {
    coded: (key === null ? undefined : cache.get(key)) ?? null,
    keep(coded: Uint8Array): void {
      if (key !== null) cache.set(key, coded);
    },
  };
}

/** The same, answering what it answered before. */
export async function loadKeptDeflate(level: Level, cache: Cache): Promise<Deflate> {
  const deflate = await loadDeflate(level);
  return (bytes) => {
    const kept = keptStream(bytes, level, cache);
    if (kept.coded) return kept.coded;
    const compressed = deflate(bytes);
    kept.keep(compressed);
    return compressed;
  };
}
