/**
 * A TrueType font cut down to some of its glyphs, numbered anew in their order, without
 * instructions: what they steer is settled where a page is printed. HarfBuzz does this too, but to
 * load it takes longer than all else that a small page needs.
 * https://learn.microsoft.com/typography/opentype/spec/glyf
 */
import { joinBytes } from '../base/index.ts';
import { componentsAt } from './glyph-outlines.ts';
import { type Tables, viewOf, writeTables } from './sfnt.ts';

const trueTypeVersion = 0x00010000;
const instructed = 0x0100;
/** Where `maxp` says what instructions need: points, storage, functions, definitions, stack, size. */
const instructionLimits = [16, 18, 20, 22, 24, 26];

/** In memory of its own, which `slice` of Node's buffers is not. */
const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

/** Contours' ends, then the instructions' length and themselves, then the points. */
function withoutInstructions(outline: Uint8Array, contours: number): Uint8Array | null {
  const lengthAt = 10 + contours * 2;
  if (lengthAt + 2 > outline.length) return null;
  const pointsAt = lengthAt + 2 + viewOf(outline).getUint16(lengthAt);
  if (pointsAt > outline.length) return null;
  return joinBytes([outline.subarray(0, lengthAt), new Uint8Array(2), outline.subarray(pointsAt)]);
}

/** A composite's components under their new numbers. */
function renumbered(outline: Uint8Array, codes: ReadonlyMap<number, number>): Uint8Array | null {
  const { components, end } = componentsAt(viewOf(outline), 0, outline.length);
  if (end > outline.length) return null;
  const fresh = copyOf(outline.subarray(0, end));
  const view = viewOf(fresh);
  for (const { glyph, at } of components) {
    const code = codes.get(glyph);
    if (code === undefined) return null;
    view.setUint16(at, view.getUint16(at) & ~instructed);
    view.setUint16(at + 2, code);
  }
  return fresh;
}

/** A glyph's outline as it stands in the cut font; null where it cannot be read. */
function cutOutline(outline: Uint8Array, codes: ReadonlyMap<number, number>): Uint8Array | null {
  if (outline.length === 0) return outline;
  if (outline.length < 10) return null;
  const contours = viewOf(outline).getInt16(0);
  return contours >= 0 ? withoutInstructions(outline, contours) : renumbered(outline, codes);
}

function cutOutlines(tables: Tables, glyphs: readonly number[]): readonly Uint8Array[] | null {
  const glyf = tables.get('glyf')?.bytes;
  const loca = tables.get('loca')?.view;
  if (!glyf || !loca) return null;
  const isLong = tables.get('head')?.view.getInt16(50) === 1;
  const offsetOf = (glyph: number) =>
    isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const codes = new Map(glyphs.map((glyph, rank) => [glyph, rank]));
  const outlines: Uint8Array[] = [];
  for (const glyph of glyphs) {
    const outline = cutOutline(glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)), codes);
    if (!outline) return null;
    outlines.push(outline);
  }
  return outlines;
}

/** `glyf` with each outline at a multiple of four bytes, and `loca` in its long form. */
function writeOutlines(outlines: readonly Uint8Array[]) {
  const padded = (length: number) => (length + 3) & ~3;
  const glyf = new Uint8Array(outlines.reduce((size, { length }) => size + padded(length), 0));
  const loca = new Uint8Array((outlines.length + 1) * 4);
  const offsets = viewOf(loca);
  let offset = 0;
  outlines.forEach((outline, rank) => {
    glyf.set(outline, offset);
    offset += padded(outline.length);
    offsets.setUint32((rank + 1) * 4, offset);
  });
  return { glyf, loca };
}

/** Advance and left side bearing of every glyph, each in full. */
function cutMetrics(tables: Tables, glyphs: readonly number[]): Uint8Array | null {
  const source = tables.get('hmtx')?.view;
  const advances = tables.get('hhea')?.view.getUint16(34) ?? 0;
  if (!source || advances === 0) return null;
  const metrics = new Uint8Array(glyphs.length * 4);
  const view = viewOf(metrics);
  glyphs.forEach((glyph, rank) => {
    const isBearingAlone = glyph >= advances;
    view.setUint16(rank * 4, source.getUint16(Math.min(glyph, advances - 1) * 4));
    const bearingAt = isBearingAlone ? advances * 4 + (glyph - advances) * 2 : glyph * 4 + 2;
    view.setInt16(rank * 4 + 2, source.getInt16(bearingAt));
  });
  return metrics;
}

/** A table's copy with a few 16-bit fields set; fields that lie beyond it are not there. */
function withFields(
  bytes: Uint8Array,
  fields: Iterable<readonly [offset: number, value: number]>,
): Uint8Array {
  const copy = copyOf(bytes);
  const view = viewOf(copy);
  for (const [offset, value] of fields)
    if (offset + 2 <= copy.length) view.setUint16(offset, value);
  return copy;
}

/**
 * The font as a file. `glyphs` in ascending order, with all that composite ones are made of; glyph
 * 0 first. Null where an outline cannot be read.
 */
export function cutTrueType(tables: Tables, glyphs: readonly number[]): Uint8Array | null {
  const head = tables.get('head')?.bytes;
  const hhea = tables.get('hhea')?.bytes;
  const maxp = tables.get('maxp')?.bytes;
  const hmtx = cutMetrics(tables, glyphs);
  const outlines = cutOutlines(tables, glyphs);
  if (!head || !hhea || !maxp || !hmtx || !outlines) return null;
  const needsNothing = instructionLimits.map((offset) => [offset, 0] as const);
  const longOffsets = 1;
  return writeTables(
    trueTypeVersion,
    new Map([
      ['head', withFields(head, [[50, longOffsets]])],
      ['hhea', withFields(hhea, [[34, glyphs.length]])],
      ['hmtx', hmtx],
      ['maxp', withFields(maxp, [[4, glyphs.length], ...needsNothing])],
      ...Object.entries(writeOutlines(outlines)),
    ]),
  );
}
