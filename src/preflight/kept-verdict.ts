/**
 * A file's verdict kept between runs: a file that is made again byte for byte, held against the same
 * expectations by the same program, is judged as it was.
 */
import { type Cache, programId, sha256 } from '../base/index.ts';
import type { PreflightExpectations } from './art.ts';
import type { PreflightResult } from './run-preflight.ts';

function parse(kept: Uint8Array | undefined): PreflightResult | null {
  return kept ? JSON.parse(Buffer.from(kept).toString('utf8')) : null;
}

/** What `judge` answers, or answered before. */
export function keptVerdict(
  bytes: Uint8Array,
  expected: PreflightExpectations,
  cache: Cache,
  judge: () => PreflightResult,
): PreflightResult {
  const program = programId();
  if (program === null) return judge();
  const key = `preflight ${program} ${sha256(bytes)} ${JSON.stringify(expected)}`;
  const kept = parse(cache.get(key));
  if (kept) return kept;
  const result = judge();
  cache.set(key, Buffer.from(JSON.stringify(result)));
  return result;
}
