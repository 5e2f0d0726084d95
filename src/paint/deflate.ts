/** Streams of a file, compressed: on a thread of their own, or as they were before. */
import {
  type Cache,
  type Claims,
  type CompressionLevel,
  claim,
  deflate,
  sha256,
  type Task,
} from '../base/index.ts';

export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Streams that are one of the pieces of work that threads share. */
export interface SharedStreams {
  readonly streams: readonly Uint8Array[];
  readonly claims: Claims;
  readonly piece: number;
}

/** How hard page contents are compressed. */
export const contentLevel = 6;

/** Many streams on a thread of their own; none where another thread was first. */
export const deflateTask = {
  name: 'deflate',
  async run({ streams, claims, piece }) {
    if (!claim(claims, piece)) return [];
    return streams.map((bytes) => deflate(bytes, contentLevel));
  },
} as const satisfies Task<SharedStreams, readonly Uint8Array[]>;

/** Of shorter streams there are too many, and little to win. */
const shortestKeptBytes = 256;

/**
 * What is kept of a stream between runs: most are alike from build to build. The key names the
 * compressor: what another one made of the same stream would be other bytes.
 */
export function keptStream(bytes: Uint8Array, level: CompressionLevel, cache: Cache) {
  const key = bytes.length < shortestKeptBytes ? null : `wasm-zlib-${level}-${sha256(bytes)}`;
  return {
    coded: (key === null ? undefined : cache.get(key)) ?? null,
    keep(coded: Uint8Array): void {
      if (key !== null) cache.set(key, coded);
    },
  };
}

/** Compression that answers what it answered before. */
export function keptDeflate(level: CompressionLevel, cache: Cache): Deflate {
  return (bytes) => {
    const kept = keptStream(bytes, level, cache);
    if (kept.coded) return kept.coded;
    const compressed = deflate(bytes, level);
    kept.keep(compressed);
    return compressed;
  };
}
