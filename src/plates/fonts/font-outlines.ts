/** The outlines behind a page's text: embedded programs of composite fonts (ISO 32000-1 §9.7, §9.9). */
import type { Matrix } from '../../base/index.ts';
import { as, nameOf, type PdfDictionary, type PdfFile } from '../../pdf/index.ts';
import type { ContentFont, Outline } from '../../preflight/index.ts';
import { transformOutline } from '../flatten.ts';
import { readCompactFont } from './compact-font.ts';
import { type FontProgram, readTrueType } from './true-type.ts';

/** A code's outline for a font size of 1, y up. */
export type CodeOutlines = (code: number) => Outline;

/** An OpenType font around a CFF table. */
function compactTable(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0) !== 0x4f54544f) return bytes;
  const count = view.getUint16(4);
  for (let index = 0; index < count && 28 + index * 16 <= bytes.length; index += 1) {
    const at = 12 + index * 16;
    if (view.getUint32(at) === 0x43464620)
      return bytes.subarray(
        view.getUint32(at + 8),
        view.getUint32(at + 8) + view.getUint32(at + 12),
      );
  }
  return bytes;
}

function readProgram(file: PdfFile, descriptor: PdfDictionary): FontProgram | null {
  const program = (key: string) => {
    const stream = file.entry(descriptor, key, 'stream');
    return stream && file.decode(stream);
  };
  const trueType = program('FontFile2');
  if (trueType) return readTrueType(trueType);
  const compact = program('FontFile3');
  return compact && readCompactFont(compactTable(compact));
}

/** `CIDToGIDMap` (§9.7.4.2): two bytes a CID; null for Identity. */
function readGlyphMap(file: PdfFile, descendant: PdfDictionary): Uint8Array | null {
  const stream = file.entry(descendant, 'CIDToGIDMap', 'stream');
  return stream && file.decode(stream);
}

/** Null where the font is none that is read here: simple fonts, missing programs. */
export function readFontOutlines(file: PdfFile, { dictionary }: ContentFont): CodeOutlines | null {
  const descendants = file.entry(dictionary, 'DescendantFonts', 'array');
  const descendant = as(file.resolve(descendants?.items[0]), 'dictionary');
  const encoding = nameOf(file.resolve(dictionary.entries.get('Encoding')));
  const descriptor = descendant && file.entry(descendant, 'FontDescriptor', 'dictionary');
  const program = descriptor && readProgram(file, descriptor);
  if (!program || !encoding?.startsWith('Identity')) return null;
  const map = readGlyphMap(file, descendant);
  const size = 1 / program.unitsPerEm;
  const scale: Matrix = [size, 0, 0, size, 0, 0];
  const known = new Map<number, Outline>();
  return (code) => {
    const found = known.get(code);
    if (found) return found;
    const glyph = map ? (map[code * 2] ?? 0) * 256 + (map[code * 2 + 1] ?? 0) : code;
    const outline = transformOutline(program.outlineOf(glyph), scale);
    known.set(code, outline);
    return outline;
  };
}
