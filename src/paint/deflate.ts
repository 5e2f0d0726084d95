/**
 * Compression of streams. fflate rather than node's zlib: its output is the same on every machine,
 * while zlib's depends on its version and on the processor. Loaded when the first file is painted.
 */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Zlib streams (RFC 1950), made for text-like bytes: page contents, fonts, character maps. */
export async function loadDeflate(level: 1 | 6): Promise<Deflate> {
  const { zlibSync } = await import('fflate');
  return (bytes) => zlibSync(bytes, { level });
}
