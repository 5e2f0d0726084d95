/** The segments of a JBIG2 stream as PDF embeds it (ISO/IEC 14492 §7.2): headers, then data. */

interface Segment {
  readonly type: number;
  readonly data: Uint8Array;
}

const unknownLength = 0xffffffff;

/** Segments one after the other; the last one where a length is not known beforehand. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const segments: Segment[] = [];
  for (let at = 0; at + 11 <= bytes.length; ) {
    const number = view.getUint32(at);
    const flags = view.getUint8(at + 4);
    at += 5;
    // How many segments it refers to; from five on, in four bytes with a bit for each.
    const few = view.getUint8(at) >> 5;
    const count = few < 7 ? few : view.getUint32(at) & 0x1fffffff;
    at += few < 7 ? 1 : 4 + Math.ceil((count + 1) / 8);
    at += count * (number <= 256 ? 1 : number <= 65536 ? 2 : 4) + (flags & 0x40 ? 4 : 1);
    if (at + 4 > bytes.length) break;
    const length = view.getUint32(at);
    at += 4;
    const end = length === unknownLength ? bytes.length : at + length;
    segments.push({ type: flags & 0x3f, data: bytes.subarray(at, end) });
    at = end;
  }
  return segments;
}

/** Generic regions (§7.4.6): intermediate, immediate, immediate and lossless. */
const genericRegions: ReadonlySet<number> = new Set([36, 38, 39]);
/** Size, place and combination of a region come before its flags. */
const flagsAt = 17;

/** Whether a region is coded as a fax is (`MMR`). */
export function hasFaxRegion(bytes: Uint8Array): boolean {
  return segmentsOf(bytes).some(
    ({ type, data }) => genericRegions.has(type) && ((data[flagsAt] ?? 0) & 1) === 1,
  );
}
