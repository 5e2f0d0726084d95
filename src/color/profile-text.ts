/** Texts in an ICC profile: its description and its copyright (ICC.1:2022 §9.2.41, §9.2.22). */

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** The tag's data; null where the profile has none such inside the file. */
function tagData(bytes: Uint8Array, name: string): Uint8Array | null {
  if (bytes.length < 132) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.min(200, view.getUint32(128));
  for (let index = 0; index < count && 144 + index * 12 <= bytes.length; index += 1) {
    const at = 132 + index * 12;
    if (ascii(bytes, at, at + 4) !== name) continue;
    const start = view.getUint32(at + 4);
    const end = start + view.getUint32(at + 8);
    return end <= bytes.length ? bytes.subarray(start, end) : null;
  }
  return null;
}

/** Text with one line end, without the zeros that fill it up. */
function clean(text: string): string {
  return text.split('\0')[0]?.replace(/\r\n?/g, '\n').trim() ?? '';
}

/** The first language of a text in several (version 4). */
function firstOfMany(data: Uint8Array): string {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 28) return '';
  const [length, offset] = [view.getUint32(20), view.getUint32(24)];
  return clean(new TextDecoder('utf-16be').decode(data.subarray(offset, offset + length)));
}

/** `desc` or `cprt`, whichever of the three ways the profile's version writes it; '' for none. */
export function profileText(bytes: Uint8Array, tag: 'desc' | 'cprt'): string {
  const data = tagData(bytes, tag);
  if (!data) return '';
  const type = ascii(data, 0, 4);
  if (type === 'mluc') return firstOfMany(data);
  const latin = new TextDecoder('latin1');
  if (type === 'text') return clean(latin.decode(data.subarray(8)));
  if (type !== 'desc' || data.length < 13) return '';
  const length = new DataView(data.buffer, data.byteOffset, data.byteLength).getUint32(8);
  return clean(latin.decode(data.subarray(12, 12 + length)));
}
