/**
 * Identifiers made from what a file contains: the same contents have the same ones, on every
 * machine and at any time.
 */
import { sha256 } from '../../base/index.ts';

/** A hexadecimal digest as a UUID of version 8 (RFC 9562 §5.8: made in a way of our own). */
function uuidOf(hex: string): string {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `uuid:${parts.join('-')}`;
}

export interface FileIdentity {
  /** 16 bytes for the trailer's `/ID` (ISO 32000-1 §14.4). */
  readonly id: Uint8Array;
  readonly documentId: string;
  readonly instanceId: string;
}

/** `body`: all objects but the metadata; `facts`: what the metadata will say. */
export function identify(body: Uint8Array, facts: string): FileIdentity {
  const contents = sha256(`${sha256(body)} ${facts}`);
  return {
    id: new Uint8Array(Buffer.from(contents.slice(0, 32), 'hex')),
    documentId: uuidOf(sha256(`document ${contents}`)),
    instanceId: uuidOf(sha256(`instance ${contents}`)),
  };
}
