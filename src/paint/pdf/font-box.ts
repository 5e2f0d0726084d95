/** The one fact of a font file that `Font` does not tell: the box around all its glyphs. */
import { invariant } from '../../base/index.ts';

/** Offset of a table's bytes in an sfnt file (OpenType 1.9, "Table directory"). */
function offsetOfTable(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index;
    const found = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (found === tag) return view.getUint32(record + 8);
  }
  invariant(false, `an opened font has the table ${tag}`);
}

/**
 * Left, bottom, right, top of `head` in thousandths of the em, y up. The bytes are those of a font
 * that was opened, so they have the table.
 */
export function readFontBox(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = offsetOfTable(view, 'head');
  const unitsPerEm = view.getUint16(head + 18);
  return [36, 38, 40, 42].map((at) => Math.round((view.getInt16(head + at) * 1000) / unitsPerEm));
}
