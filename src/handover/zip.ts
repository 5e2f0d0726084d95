/** A zip whose bytes depend on nothing but its files: fixed dates, stated order. */
import type { Artifact } from '../base/index.ts';

/** What is compressed already is stored as it is. */
const isPacked = (path: string) => /\.(pdf|png|jpe?g)$/i.test(path);

/**
 * The archive, files below `folder`. `date` (ISO 8601) gives each its day. Zip keeps local time
 * (APPNOTE §4.4.6), so the day is made of local parts: the same in every time zone.
 */
export async function zipFiles(
  files: readonly Artifact[],
  folder: string,
  date: string,
): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  const [year = 2000, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const mtime = new Date(Math.max(1980, year), month - 1, day, 12);
  const entries = files.map(
    ({ path, bytes }) => [`${folder}/${path}`, [bytes, { level: isPacked(path) ? 0 : 6 }]] as const,
  );
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0], { mtime });
}
