/**
 * Fonts as composite fonts with two-byte codes (ISO 32000-1 §9.7), cut down to the glyphs that
 * are used. Written by ourselves: pdfkit's font object shapes text, and ours is shaped already.
 * Subset, tag and order depend on the glyphs alone.
 */
import { type Cache, invariant, sha256 } from '../../base/index.ts';
import { type Font, type FontSubset, glyphAdvanceUnits } from '../../text/index.ts';
import { readFontBox } from './font-box.ts';
import { type FontUse, mainTextOf } from './font-use.ts';
import type { CodedGlyph } from './glyphs.ts';
import { type PdfDictionary, type PdfFile, type PdfReference, pdfName, pdfText } from './pdfkit.ts';
import type { ResourcePool } from './resources.ts';
import type { FontResource } from './stream.ts';
import { cachedSubset } from './subset-cache.ts';
import { buildToUnicode } from './to-unicode.ts';

/** Font descriptor flags (§9.8.2). All our fonts are `symbolic`: codes are glyphs. */
const flags = { symbolic: 4, italic: 64 };

/** A font cut down, with what its dictionaries say. */
export interface CutFont {
  readonly use: FontUse;
  readonly subset: FontSubset;
  /** `ABCDEF+Name` (§9.6.4). */
  readonly name: string;
  /** By the whole font's glyph id. */
  readonly glyphs: ReadonlyMap<number, CodedGlyph>;
}

/** Six capitals from the glyphs that are in the subset. */
function tagOf(font: Font, glyphs: readonly number[]): string {
  const digest = sha256(`${font.id} ${glyphs.join(' ')}`);
  const letter = (at: number) =>
    String.fromCharCode(65 + (Number.parseInt(digest.slice(at, at + 4), 16) % 26));
  return [0, 4, 8, 12, 16, 20].map(letter).join('');
}

async function cutFont(use: FontUse, cache: Cache): Promise<CutFont> {
  const { font } = use;
  const used = [...use.glyphs.keys()].sort((a, b) => a - b);
  const subset = await cachedSubset(font, used, cache);
  const glyphs = new Map<number, CodedGlyph>();
  for (const glyph of used) {
    const code = subset.glyphMap.get(glyph);
    invariant(code !== undefined, `a font subset has glyph ${glyph}`);
    const width = (glyphAdvanceUnits(font, glyph) * 1000) / font.metrics.unitsPerEm;
    glyphs.set(glyph, {
      code,
      width: Math.round(width * 1000) / 1000,
      text: mainTextOf(use.glyphs.get(glyph) ?? new Map()),
    });
  }
  const name = `${tagOf(font, used)}+${pdfName(font.postScriptName)}`;
  return { use, subset, name, glyphs };
}

function fontProgram({ kind, bytes }: FontSubset, file: PdfFile): PdfDictionary {
  if (kind === 'cff') return { FontFile3: file.stream({ Subtype: 'CIDFontType0C' }, bytes) };
  return { FontFile2: file.stream({ Length1: bytes.length }, bytes) };
}

/**
 * Thickness of stems. Font files do not say it; this is the usual estimate from the weight, and
 * only replacement of a missing font would use it.
 */
function stemOf({ weight }: Font): number {
  return Math.round(50 + (weight / 65) ** 2);
}

function descriptor({ use, subset, name }: CutFont, file: PdfFile): PdfReference {
  const { font } = use;
  const { metrics } = font;
  const perMille = (em: number) => Math.round(em * 1000);
  return file.object({
    Type: 'FontDescriptor',
    FontName: name,
    FontFamily: pdfText(font.family),
    Flags: flags.symbolic + (font.italic ? flags.italic : 0),
    FontBBox: readFontBox(font.bytes),
    ItalicAngle: metrics.italicAngleDegrees,
    Ascent: perMille(metrics.ascentEm),
    Descent: -perMille(metrics.descentEm),
    CapHeight: perMille(metrics.capHeightEm),
    XHeight: perMille(metrics.xHeightEm),
    StemV: stemOf(font),
    ...fontProgram(subset, file),
  });
}

/** `/W`: runs of neighbouring codes with their widths (§9.7.4.3). */
function widthArray(glyphs: readonly CodedGlyph[]): readonly (number | readonly number[])[] {
  const runs: { first: number; widths: number[] }[] = [];
  for (const { code, width } of glyphs) {
    const last = runs.at(-1);
    if (last && code === last.first + last.widths.length) last.widths.push(width);
    else runs.push({ first: code, widths: [width] });
  }
  return runs.flatMap(({ first, widths }) => [first, widths]);
}

function embedFont(cut: CutFont, file: PdfFile): PdfReference {
  const glyphs = [...cut.glyphs.values()].sort((a, b) => a.code - b.code);
  const isCff = cut.subset.kind === 'cff';
  const texts = glyphs
    .filter(({ text }) => text !== '')
    .map(({ code, text }) => [code, text] as const);
  const descendant = file.object({
    Type: 'Font',
    Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: cut.name,
    CIDSystemInfo: {
      Registry: pdfText('Adobe'),
      Ordering: pdfText('Identity'),
      Supplement: 0,
    },
    FontDescriptor: descriptor(cut, file),
    W: widthArray(glyphs),
    ...(isCff ? {} : { CIDToGIDMap: 'Identity' }),
  });
  return file.object({
    Type: 'Font',
    Subtype: 'Type0',
    // §9.7.6.1: with CFF outlines the name of the CMap is part of the font's.
    BaseFont: isCff ? `${cut.name}-Identity-H` : cut.name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: file.stream({}, new TextEncoder().encode(buildToUnicode(texts))),
  });
}

/** Cuts fonts down to the glyphs used, in the order of their use. Needs no file yet. */
export function cutFonts(uses: Iterable<FontUse>, cache: Cache): Promise<readonly CutFont[]> {
  return Promise.all([...uses].map((use) => cutFont(use, cache)));
}

/** Writes fonts into a file; by font id. */
export function embedFonts(
  cuts: readonly CutFont[],
  file: PdfFile,
  pool: ResourcePool,
): ReadonlyMap<string, FontResource> {
  const fonts = new Map<string, FontResource>();
  for (const cut of cuts) {
    // Asked for each letter, more than once.
    const byGlyph = new Array<CodedGlyph | undefined>(Math.max(0, ...cut.glyphs.keys()) + 1);
    for (const [glyph, code] of cut.glyphs) byGlyph[glyph] = code;
    const coded = (glyph: number): CodedGlyph => {
      const known = byGlyph[glyph];
      invariant(known, 'a glyph was collected before it is shown');
      return known;
    };
    const space = [...cut.glyphs.values()].find(({ text }) => text === ' ');
    const resource = pool.add('Font', embedFont(cut, file));
    fonts.set(cut.use.font.id, { resource, coded, space });
  }
  return fonts;
}
