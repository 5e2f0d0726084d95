/**
 * The header and tag table of an ICC profile (ICC.1:2022 §7.2, §7.3), read without a colour
 * engine, so that a wrong file is told apart before anything is loaded.
 */

/** Why a file cannot be the job's printing condition. */
export interface ProfileFault {
  readonly kind: 'fault';
  readonly reason:
    | 'not-icc'
    | 'truncated'
    | 'size'
    | 'class'
    | 'space'
    | 'version'
    | 'tables'
    | 'unusable';
  /** What was found instead: the profile's class or colour space, its version, the missing tag. */
  readonly found: string;
}

/** Profiles larger than this are not printing profiles (the largest in use are about 3 MB). */
const largestProfileBytes = 32 * 1024 * 1024;

/** Tags that conversion in both directions needs (ICC.1:2022 §8.5.2). */
const requiredTags = ['A2B0', 'B2A0', 'wtpt'];

function fault(reason: ProfileFault['reason'], found: string): ProfileFault {
  return { kind: 'fault', reason, found };
}

function signature(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/** The tags' names, or null where the table or a tag reaches beyond the file. */
function readTags(bytes: Uint8Array): ReadonlySet<string> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(128);
  if (count > 200 || 132 + count * 12 > bytes.length) return null;
  const tags = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const at = 132 + index * 12;
    if (view.getUint32(at + 4) + view.getUint32(at + 8) > bytes.length) return null;
    tags.add(signature(bytes, at));
  }
  return tags;
}

/** The colour space of a profile's device side (`RGB `, `CMYK`, `GRAY`), or null if it is no profile. */
export function profileSpace(bytes: Uint8Array): string | null {
  return bytes.length > 132 && signature(bytes, 36) === 'acsp' ? signature(bytes, 16) : null;
}

/** Null when the profile is a four-colour output profile of version 2 or 4, whole, with both tables. */
export function findProfileFault(bytes: Uint8Array): ProfileFault | null {
  const space = profileSpace(bytes);
  if (space === null) return fault('not-icc', `${bytes.length}`);
  if (bytes.length > largestProfileBytes) return fault('not-icc', `${bytes.length}`);
  const stated = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (stated > bytes.length) return fault('truncated', `${bytes.length}/${stated}`);
  // Some writers fill up to whole words; anything longer is no part of the profile.
  if (stated < bytes.length - 3) return fault('size', `${stated}/${bytes.length}`);
  if (signature(bytes, 12) !== 'prtr') return fault('class', signature(bytes, 12).trim());
  if (space !== 'CMYK') return fault('space', space.trim());
  const version = bytes[8] ?? 0;
  if (version !== 2 && version !== 4) return fault('version', `${version}`);
  const tags = readTags(bytes);
  if (!tags) return fault('truncated', 'tags');
  const missing = requiredTags.find((tag) => !tags.has(tag));
  return missing === undefined ? null : fault('tables', missing);
}
