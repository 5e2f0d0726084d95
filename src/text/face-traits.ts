/**
 * What a font file says of its fonts, without reading it whole: names, weight, slope. For finding
 * a family among the fonts of a machine.
 */
import { glyphByTable } from './character-map.ts';
import { directoryOffset } from './collection.ts';
import { readFontNames } from './font-names.ts';
import { containerOf, type Table, viewOf } from './sfnt.ts';

export interface FaceOfFile {
  /** The names it goes by: with its cut (`DejaVu Sans Condensed`), and of the whole family. */
  readonly families: readonly string[];
  readonly weight: { readonly min: number; readonly max: number };
  readonly italic: boolean;
  /** OS/2 usWidthClass; 5 is neither condensed nor expanded. */
  readonly width: number;
  /** Place in a collection; null for a file of one font. */
  readonly index: number | null;
}

/** Reads a stretch of the file; shorter where the file ends. */
type ReadAt = (offset: number, length: number) => Uint8Array;

const traitTables: ReadonlySet<string> = new Set(['name', 'OS/2', 'head', 'fvar', 'glyf', 'CFF ']);
const mapTable: ReadonlySet<string> = new Set(['cmap']);

/** The few tables that are asked; `glyf` and `CFF ` only for being there. */
function readDirectory(
  readAt: ReadAt,
  start: number,
  wantedTables: ReadonlySet<string>,
): ReadonlyMap<string, Table> | null {
  const head = readAt(start, 12);
  if (head.length < 12) return null;
  const count = viewOf(head).getUint16(4);
  const directory = readAt(start + 12, count * 16);
  if (directory.length < count * 16) return null;
  const tables = new Map<string, Table>();
  for (let index = 0; index < count; index += 1) {
    const record = directory.subarray(index * 16, index * 16 + 16);
    const tag = String.fromCharCode(...record.subarray(0, 4));
    if (!wantedTables.has(tag)) continue;
    const isOutline = tag === 'glyf' || tag === 'CFF ';
    const length = isOutline ? 0 : Math.min(viewOf(record).getUint32(12), 1_000_000);
    const bytes = readAt(viewOf(record).getUint32(8), length);
    tables.set(tag, { tag, bytes, view: viewOf(bytes) });
  }
  return tables;
}

function weightRange(tables: ReadonlyMap<string, Table>) {
  const os2 = tables.get('OS/2');
  const weight = os2 && os2.bytes.length >= 6 ? os2.view.getUint16(4) : 400;
  const fvar = tables.get('fvar');
  const single = { min: weight, max: weight };
  if (!fvar || fvar.bytes.length < 16) return single;
  const start = fvar.view.getUint16(4);
  const size = fvar.view.getUint16(10);
  for (let index = 0; index < fvar.view.getUint16(8); index += 1) {
    const at = start + index * size;
    if (size < 20 || at + size > fvar.bytes.length) break;
    if (String.fromCharCode(...fvar.bytes.subarray(at, at + 4)) !== 'wght') continue;
    return { min: fvar.view.getInt32(at + 4) / 65536, max: fvar.view.getInt32(at + 12) / 65536 };
  }
  return single;
}

function faceAt(readAt: ReadAt, start: number, index: number | null): FaceOfFile | null {
  const tables = readDirectory(readAt, start, traitTables);
  if (!tables || !(tables.has('glyf') || tables.has('CFF '))) return null;
  const os2 = tables.get('OS/2');
  const selection = os2 && os2.bytes.length >= 64 ? os2.view.getUint16(62) : 0;
  const head = tables.get('head');
  const macStyle = head && head.bytes.length >= 46 ? head.view.getUint16(44) : 0;
  const { family, familyOfStyle } = readFontNames(tables.get('name'), '');
  return {
    families: [...new Set([familyOfStyle, family])].filter((name) => name !== ''),
    weight: weightRange(tables),
    italic: (selection & 0x0201) !== 0 || (macStyle & 2) !== 0,
    width: os2 && os2.bytes.length >= 8 ? os2.view.getUint16(6) : 5,
    index,
  };
}

/** The fonts of a file; none where it is no font of ours. */
export function readFaceTraits(readAt: ReadAt): readonly FaceOfFile[] {
  const start = readAt(0, 4);
  const container = start.length < 4 ? 'unknown' : containerOf(start);
  if (container === 'truetype' || container === 'cff') {
    const face = faceAt(readAt, 0, null);
    return face ? [face] : [];
  }
  if (container !== 'collection') return [];
  const header = readAt(0, 12 + 64 * 4);
  const faces: FaceOfFile[] = [];
  for (let index = 0; index < 64; index += 1) {
    const offset = directoryOffset(header, index);
    if (offset === null) break;
    const face = faceAt(readAt, offset, index);
    if (face) faces.push(face);
  }
  return faces;
}

/** Asks the first font of a file whether it has a character, without reading it whole. */
export function openCharacterMap(readAt: ReadAt): (codePoint: number) => boolean {
  const head = readAt(0, 16);
  const isCollection = head.length === 16 && containerOf(head) === 'collection';
  const start = isCollection ? directoryOffset(head, 0) : 0;
  const cmap = start === null ? undefined : readDirectory(readAt, start, mapTable)?.get('cmap');
  return (codePoint) => cmap !== undefined && glyphByTable(cmap.view, codePoint) !== 0;
}
