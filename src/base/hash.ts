/** Identity of contents: profiles, pictures and fonts are told apart by the SHA-256 of their bytes. */
import { createHash } from 'node:crypto';

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
