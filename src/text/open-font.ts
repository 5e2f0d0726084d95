/**
 * From a file's bytes to a `Font`: its names and measures, and whether it may be used at all.
 * Every offset is checked before it is followed, so a broken file gives a `FontFault`, never an
 * exception; what HarfBuzz and the PDF will read later is looked at here, once.
 * https://learn.microsoft.com/typography/opentype/spec/
 */
import { isCffTable } from './cff.ts';
import type { Font, FontMetrics } from './font.ts';
import { readFontNames } from './font-names.ts';
import type { FontFault, FontFaultCode } from './problems.ts';
import { containerOf, readTables, type Table, type Tables } from './sfnt.ts';

function fault(code: FontFaultCode, subject = ''): FontFault {
  return { kind: 'font-fault', code, subject };
}

/** True for what `openFont` returns when the file cannot be used. */
export function isFontFault(value: Font | FontFault): value is FontFault {
  return 'kind' in value;
}

/** Shortest each table may be for the fields read here and by every consumer of the PDF. */
const requiredTables: readonly (readonly [tag: string, minimum: number])[] = [
  ['head', 54],
  ['hhea', 36],
  ['maxp', 6],
  ['hmtx', 4],
  ['cmap', 4],
];

/** A font's outlines live in `glyf` or in `CFF `. */
export type Outlines = 'truetype' | 'cff';

/** Where a font's outlines are; `null` where it has none. Both: the file's signature decides. */
export function outlinesOf(tables: Tables): Outlines | null {
  if (tables.has('CFF ')) return 'cff';
  return tables.has('glyf') && tables.has('loca') ? 'truetype' : null;
}

/** `loca` must rise and stay within `glyf`: an offset beyond it is what truncated files show. */
function isLocaSound(tables: Tables, glyphCount: number): boolean {
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  if (!loca || !glyf) return false;
  const isLong = tables.get('head')?.view.getInt16(50) === 1;
  if (loca.bytes.length < (glyphCount + 1) * (isLong ? 4 : 2)) return false;
  let previous = 0;
  for (let glyph = 0; glyph <= glyphCount; glyph++) {
    const offset = isLong ? loca.view.getUint32(glyph * 4) : loca.view.getUint16(glyph * 2) * 2;
    if (offset < previous || offset > glyf.bytes.length) return false;
    previous = offset;
  }
  return true;
}

function findDamage(tables: Tables): FontFault | null {
  for (const [tag, minimum] of requiredTables) {
    const table = tables.get(tag);
    if (!table) return fault('missing-table', tag);
    if (table.bytes.length < minimum) return fault('damaged', tag);
  }
  const head = tables.get('head')?.view;
  const unitsPerEm = head?.getUint16(18) ?? 0;
  if (unitsPerEm < 16 || unitsPerEm > 16384) return fault('damaged', 'head');
  const glyphCount = tables.get('maxp')?.view.getUint16(4) ?? 0;
  if (glyphCount === 0) return fault('damaged', 'maxp');
  const metricsCount = tables.get('hhea')?.view.getUint16(34) ?? 0;
  if (metricsCount === 0 || metricsCount > glyphCount) return fault('damaged', 'hhea');
  const hmtxLength = metricsCount * 4 + (glyphCount - metricsCount) * 2;
  if ((tables.get('hmtx')?.bytes.length ?? 0) < hmtxLength) return fault('damaged', 'hmtx');
  const outlines = outlinesOf(tables);
  if (outlines === 'truetype' && !isLocaSound(tables, glyphCount)) return fault('damaged', 'loca');
  const cff = tables.get('CFF ');
  if (outlines === 'cff' && !(cff && isCffTable(cff.bytes))) return fault('damaged', 'CFF');
  return null;
}

/** OS/2 fsType: bit 1 alone is "restricted licence"; bit 9 permits bitmaps only. */
function isEmbeddingForbidden(os2: Table | undefined): boolean {
  if (!os2 || os2.bytes.length < 10) return false;
  const fsType = os2.view.getUint16(8);
  return (fsType & 0x000e) === 0x0002 || (fsType & 0x0200) !== 0;
}

/** OS/2 fsType bit 8: the font may be embedded, but only whole. */
export function mayBeSubset(tables: Tables): boolean {
  const os2 = tables.get('OS/2');
  return !os2 || os2.bytes.length < 10 || (os2.view.getUint16(8) & 0x0100) === 0;
}

interface VerticalMeasures {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
}

/** OS/2 typo measures where the font asks for them (fsSelection bit 7), else hhea, else typo. */
function verticalMeasures(tables: Tables): VerticalMeasures {
  const hhea = tables.get('hhea')?.view;
  const os2 = tables.get('OS/2');
  const ofHhea = {
    ascent: hhea?.getInt16(4) ?? 0,
    descent: -(hhea?.getInt16(6) ?? 0),
    lineGap: hhea?.getInt16(8) ?? 0,
  };
  if (!os2 || os2.bytes.length < 74) return ofHhea;
  const ofTypo = {
    ascent: os2.view.getInt16(68),
    descent: -os2.view.getInt16(70),
    lineGap: os2.view.getInt16(72),
  };
  const asksForTypo = (os2.view.getUint16(62) & 0x80) !== 0;
  return asksForTypo || (ofHhea.ascent === 0 && ofHhea.descent === 0) ? ofTypo : ofHhea;
}

/** Cap height and x height from OS/2 version 2 and later; else the usual share of the ascent. */
function letterHeights(os2: Table | undefined, ascent: number) {
  const isStated = os2 !== undefined && os2.bytes.length >= 90 && os2.view.getUint16(0) >= 2;
  const capHeight = isStated ? os2.view.getInt16(88) : 0;
  const xHeight = isStated ? os2.view.getInt16(86) : 0;
  return { capHeight: capHeight || ascent * 0.75, xHeight: xHeight || ascent * 0.54 };
}

/** Widths that form fields go by: xAvgCharWidth of OS/2, xMax − xMin of head. */
function letterWidths(tables: Tables) {
  const head = tables.get('head');
  const os2 = tables.get('OS/2');
  const hasBounds = head !== undefined && head.bytes.length >= 44;
  return {
    average: os2 && os2.bytes.length >= 4 ? os2.view.getInt16(2) : 0,
    bounds: hasBounds ? head.view.getInt16(40) - head.view.getInt16(36) : 0,
  };
}

function readMetrics(tables: Tables): FontMetrics {
  const unitsPerEm = tables.get('head')?.view.getUint16(18) ?? 1000;
  const { ascent, descent, lineGap } = verticalMeasures(tables);
  const { capHeight, xHeight } = letterHeights(tables.get('OS/2'), ascent);
  const { average, bounds } = letterWidths(tables);
  const post = tables.get('post');
  const hasPost = post !== undefined && post.bytes.length >= 12;
  const thickness = (hasPost && post.view.getInt16(10)) || unitsPerEm / 20;
  // `post` gives the top edge of the underline, below the baseline negative.
  const top = hasPost ? post.view.getInt16(8) : -unitsPerEm / 10;
  return {
    unitsPerEm,
    ascentEm: ascent / unitsPerEm,
    descentEm: descent / unitsPerEm,
    lineGapEm: lineGap / unitsPerEm,
    capHeightEm: capHeight / unitsPerEm,
    xHeightEm: xHeight / unitsPerEm,
    averageWidthEm: average / unitsPerEm,
    boundsWidthEm: bounds / unitsPerEm,
    underlineOffsetEm: (thickness / 2 - top) / unitsPerEm,
    underlineThicknessEm: thickness / unitsPerEm,
    italicAngleDegrees: hasPost ? post.view.getInt32(4) / 65536 : 0,
    hasVerticalAdvances: tables.has('vmtx'),
  };
}

function isItalic(tables: Tables): boolean {
  const os2 = tables.get('OS/2');
  const bySelection = os2 && os2.bytes.length >= 64 && (os2.view.getUint16(62) & 0x0201) !== 0;
  return bySelection || ((tables.get('head')?.view.getUint16(44) ?? 0) & 2) !== 0;
}

function readWeight(os2: Table | undefined): number {
  const weight = os2 && os2.bytes.length >= 6 ? os2.view.getUint16(4) : 400;
  return weight >= 1 && weight <= 1000 ? weight : 400;
}

/**
 * A font from its file. `id` names it uniquely (its path). Faults: not a font, compressed for the
 * web, a collection, damaged or incomplete, no outlines, variable, embedding forbidden.
 */
export function openFont(id: string, bytes: Uint8Array): Font | FontFault {
  const container = containerOf(bytes);
  if (container === 'unknown') return fault('not-a-font');
  if (container === 'woff' || container === 'woff2')
    return fault('compressed', container.toUpperCase());
  if (container === 'collection') return fault('collection');
  const tables = readTables(bytes);
  if (typeof tables === 'string') return fault('damaged', tables);
  if (tables.has('fvar') || tables.has('CFF2')) return fault('variable');
  if (outlinesOf(tables) === null) return fault('no-outlines');
  const damage = findDamage(tables);
  if (damage) return damage;
  const os2 = tables.get('OS/2');
  if (isEmbeddingForbidden(os2)) return fault('embedding-forbidden');
  const { family, postScriptName } = readFontNames(tables.get('name'), id);
  return {
    id,
    family,
    postScriptName,
    weight: readWeight(os2),
    italic: isItalic(tables),
    metrics: readMetrics(tables),
    bytes,
  };
}
