/** LZW (ISO 32000-1 §7.4.4): old files' compression, barred from PDF/X but still about. */
const clear = 256;
const end = 257;
const longestCode = 12;

/** Reads codes of growing length from the high bits on. */
function codeReader(bytes: Uint8Array) {
  let at = 0;
  let held = 0;
  let bits = 0;
  return (length: number): number => {
    while (bits < length) {
      if (at >= bytes.length) return end;
      held = ((held << 8) | (bytes[at] ?? 0)) & 0xffffff;
      at += 1;
      bits += 8;
    }
    bits -= length;
    return (held >> bits) & ((1 << length) - 1);
  };
}

/**
 * The decoded bytes; null where a code stands for nothing, or above `most` bytes. `early` is
 * `/EarlyChange`: by how many codes the length grows before it must.
 */
export function decodeLzw(bytes: Uint8Array, early: number, most: number): Uint8Array | null {
  const next = codeReader(bytes);
  const parts: Uint8Array[] = [];
  let table: Uint8Array[] = [];
  let length = 9;
  let previous = null as Uint8Array | null;
  let total = 0;
  for (let code = next(length); code !== end; code = next(length)) {
    if (code === clear) {
      table = [];
      length = 9;
      previous = null;
      continue;
    }
    const known: Uint8Array | undefined =
      code < clear ? Uint8Array.of(code) : table[code - clear - 2];
    const first: number | undefined = (known ?? previous)?.[0];
    if (first === undefined || (!known && code !== table.length + clear + 2)) return null;
    const grown: Uint8Array | null = previous && Uint8Array.of(...previous, first);
    const entry: Uint8Array | null = known ?? grown;
    if (!entry) return null;
    parts.push(entry);
    total += entry.length;
    if (total > most) return null;
    if (grown && table.length < 4096 - clear - 2) table.push(grown);
    const used = table.length + clear + 2 + early;
    length = used >= 2048 ? longestCode : used >= 1024 ? 11 : used >= 512 ? 10 : 9;
    previous = entry;
  }
  return new Uint8Array(Buffer.concat(parts));
}
