/**
 * Cuts a font down to the glyphs a document uses, for embedding. Hints, layout tables and names are
 * dropped: glyphs are chosen by now, and a press renders at a resolution where hints do nothing.
 * TrueType outlines are cut here; all else by HarfBuzz's subsetter, loaded when it is first needed.
 * https://harfbuzz.github.io/harfbuzz-hb-subset.html
 */
import { copyIn, invariant, loadWasm, type WasmModule } from '../base/index.ts';
import { readCids } from './cff.ts';
import { cutTrueType } from './cut-truetype.ts';
import type { Font } from './font.ts';
import { compositeClosure } from './glyph-outlines.ts';
import { tablesOf } from './glyphs.ts';
import { mayBeSubset, outlinesOf } from './open-font.ts';
import { readTables } from './sfnt.ts';
import { tagNumber } from './tag-number.ts';

/** A font cut down to the glyphs that are used. */
export interface FontSubset {
  /** `truetype`: an sfnt file for FontFile2. `cff`: a bare CFF table for FontFile3 /CIDFontType0C. */
  readonly kind: 'truetype' | 'cff';
  readonly bytes: Uint8Array;
  /**
   * From the font's own glyph ids to the codes to write in the PDF: CIDs, with CIDToGIDMap
   * /Identity for `truetype`. Glyph 0 is always there.
   */
  readonly glyphMap: ReadonlyMap<number, number>;
}

/** `hb_subset_flags_t` and `hb_subset_sets_t`. */
const flags = { noHinting: 0x01, retainGids: 0x02, notdefOutline: 0x40, noLayoutClosure: 0x200 };
const dropTableSet = 3;
const readOnly = 1;

/** What a PDF's font program does without (ISO 32000-1 §9.9, table 126 and the text below it). */
const droppedTables = [
  'BASE',
  'DSIG',
  'EBDT',
  'EBLC',
  'EBSC',
  'GDEF',
  'GPOS',
  'GSUB',
  'JSTF',
  'LTSH',
  'MATH',
  'MERG',
  'OS/2',
  'PCLT',
  'STAT',
  'VDMX',
  'VORG',
  'cmap',
  'feat',
  'gasp',
  'hdmx',
  'kern',
  'kerx',
  'meta',
  'mort',
  'morx',
  'name',
  'post',
  'prop',
  'trak',
  'vhea',
  'vmtx',
  'COLR',
  'CPAL',
  'SVG ',
  'CBDT',
  'CBLC',
  'sbix',
  'MVAR',
  'avar',
  'TSI0',
  'TSI1',
  'TSI2',
  'TSI3',
  'TSI5',
]; // prettier-ignore

let loaded: WasmModule | undefined;

/** HarfBuzz's subsetter, started at the first call. */
export function loadSubsetter(): WasmModule {
  loaded ??= loadWasm('harfbuzzjs/dist/harfbuzz-subset.wasm', '_initialize');
  return loaded;
}

/** The font's file without all other glyphs; `retainGids` keeps the numbers of those it has. */
export function subsetByHarfBuzz(
  font: Font,
  glyphs: readonly number[],
  retainGids: boolean,
): Uint8Array<ArrayBuffer> | null {
  const wasm = loadSubsetter();
  const data = copyIn(wasm, font.bytes);
  const blob = wasm.call('hb_blob_create', data, font.bytes.length, readOnly, 0, 0);
  const face = wasm.call('hb_face_create', blob, 0);
  const input = wasm.call('hb_subset_input_create_or_fail');
  const wanted = wasm.call('hb_subset_input_glyph_set', input);
  for (const glyph of glyphs) wasm.call('hb_set_add', wanted, glyph);
  const dropped = wasm.call('hb_subset_input_set', input, dropTableSet);
  for (const tag of droppedTables) wasm.call('hb_set_add', dropped, tagNumber(tag));
  const base = flags.noHinting | flags.notdefOutline | flags.noLayoutClosure;
  wasm.call('hb_subset_input_set_flags', input, base | (retainGids ? flags.retainGids : 0));
  const subset = wasm.call('hb_subset_or_fail', face, input);
  const bytes = subset === 0 ? null : bytesOfFace(wasm, subset);
  if (subset !== 0) wasm.call('hb_face_destroy', subset);
  wasm.call('hb_subset_input_destroy', input);
  wasm.call('hb_face_destroy', face);
  wasm.call('hb_blob_destroy', blob);
  wasm.call('free', data);
  return bytes;
}

/** The file of a face that the subsetter made. */
export function bytesOfFace(wasm: WasmModule, face: number): Uint8Array<ArrayBuffer> {
  const blob = wasm.call('hb_face_reference_blob', face);
  const length = wasm.call('hb_blob_get_length', blob);
  const start = wasm.call('hb_blob_get_data', blob, 0);
  const bytes = wasm.bytes().slice(start, start + length);
  wasm.call('hb_blob_destroy', blob);
  return bytes;
}

function glyphCountOf(bytes: Uint8Array): number {
  const tables = readTables(bytes);
  return typeof tables === 'string' ? 0 : (tables.get('maxp')?.view.getUint16(4) ?? 0);
}

/** The subset's font program, and the code of each glyph in it. */
function packageSubset(
  font: Font,
  bytes: Uint8Array,
  glyphs: readonly number[],
  gidOf: (glyph: number, rank: number) => number,
): FontSubset {
  const glyphMap = new Map(glyphs.map((glyph, rank) => [glyph, gidOf(glyph, rank)]));
  if (outlinesOf(tablesOf(font)) === 'truetype') return { kind: 'truetype', bytes, glyphMap };
  const tables = readTables(bytes);
  const cff = typeof tables === 'string' ? undefined : tables.get('CFF ')?.bytes;
  invariant(cff, `the subset of ${font.id} has no CFF table`);
  const cids = readCids(cff);
  if (cids) for (const [glyph, gid] of glyphMap) glyphMap.set(glyph, cids[gid] ?? 0);
  return { kind: 'cff', bytes: cff.slice(), glyphMap };
}

/**
 * The font with only the glyphs given, and .notdef. The same glyphs give the same bytes. A font
 * that may be embedded only whole (OS/2 fsType bit 8) is returned whole.
 */
export async function subsetFont(font: Font, glyphIds: Iterable<number>): Promise<FontSubset> {
  const tables = tablesOf(font);
  const count = tables.get('maxp')?.view.getUint16(4) ?? 0;
  const used = [...new Set([0, ...glyphIds])].filter((glyph) => glyph < count);
  const glyphs = compositeClosure(tables, used);
  if (!mayBeSubset(tables)) return packageSubset(font, font.bytes, glyphs, (glyph) => glyph);
  const isPlain = outlinesOf(tables) === 'truetype' && !tables.has('gvar');
  const cut = isPlain ? cutTrueType(tables, glyphs) : null;
  if (cut) return packageSubset(font, cut, glyphs, (_, rank) => rank);
  const compact = subsetByHarfBuzz(font, glyphs, false);
  // The subsetter keeps glyphs in order and numbers them anew; it says no more than their count.
  if (compact && glyphCountOf(compact) === glyphs.length)
    return packageSubset(font, compact, glyphs, (_, rank) => rank);
  const sparse = subsetByHarfBuzz(font, glyphs, true);
  invariant(sparse, `HarfBuzz cannot subset ${font.id}`);
  return packageSubset(font, sparse, glyphs, (glyph) => glyph);
}
