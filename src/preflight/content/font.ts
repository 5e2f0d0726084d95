/**
 * Fonts as a page uses them (ISO 32000-1 §9.6–9.10): what is embedded, how codes are cut from
 * strings, how wide they are, and which letters they stand for.
 */
import {
  as,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
} from '../../pdf/index.ts';
import { readToUnicode, type ToUnicode } from './to-unicode.ts';

export interface ContentFont {
  /** As the page's resources have it. */
  readonly dictionary: PdfDictionary;
  /** Name with a subset's tag: `ABCDEF+Barlow-Regular`. */
  readonly baseFont: string;
  /** `Type1`, `TrueType`, `Type3`, or the descendant's `CIDFontType0`, `CIDFontType2`. */
  readonly type: string;
  readonly isEmbedded: boolean;
  readonly hasToUnicode: boolean;
  /** Bytes per code: 2 for composite fonts. */
  readonly codeBytes: 1 | 2;
  /** The code leads straight to a glyph of that number (Identity encoding and map). */
  readonly isIdentity: boolean;
  /** Advance in text space units (1 = the font size). */
  widthOf(code: number): number;
  /** The letters of a code; null where ToUnicode does not say. */
  textOf(code: number): string | null;
}

const fontFiles = ['FontFile', 'FontFile2', 'FontFile3'];

function isEmbedded(file: PdfFile, font: PdfDictionary): boolean {
  const descriptor = file.entry(font, 'FontDescriptor', 'dictionary');
  return (
    descriptor !== null && fontFiles.some((key) => file.entry(descriptor, key, 'stream') !== null)
  );
}

/** `W` of a composite font (§9.7.4.3): `c [w1 w2 …]` and `first last w`. */
function readCidWidths(file: PdfFile, object: PdfObject | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const items = as(file.resolve(object), 'array')?.items.map((item) => file.resolve(item)) ?? [];
  for (let at = 0; at < items.length; ) {
    const first = numberOf(items[at]) ?? 0;
    const list = as(items[at + 1], 'array');
    if (list) {
      list.items.forEach((width, index) => {
        widths.set(first + index, numberOf(file.resolve(width)) ?? 0);
      });
      at += 2;
    } else {
      const last = Math.min(numberOf(items[at + 1]) ?? 0, first + 65535);
      for (let code = first; code <= last; code += 1)
        widths.set(code, numberOf(items[at + 2]) ?? 0);
      at += 3;
    }
  }
  return widths;
}

function readSimpleWidths(file: PdfFile, font: PdfDictionary): ReadonlyMap<number, number> {
  const first = numberOf(file.resolve(font.entries.get('FirstChar'))) ?? 0;
  const widths = file.entry(font, 'Widths', 'array')?.items ?? [];
  return new Map(
    widths.map((width, index) => [first + index, numberOf(file.resolve(width)) ?? 0] as const),
  );
}

function toUnicodeOf(file: PdfFile, font: PdfDictionary): ToUnicode | null {
  const stream = file.entry(font, 'ToUnicode', 'stream');
  const bytes = stream && file.decode(stream);
  return bytes && readToUnicode(bytes);
}

function readComposite(file: PdfFile, font: PdfDictionary, descendant: PdfDictionary): ContentFont {
  const widths = readCidWidths(file, descendant.entries.get('W'));
  const usual = numberOf(file.resolve(descendant.entries.get('DW'))) ?? 1000;
  const toUnicode = toUnicodeOf(file, font);
  const encoding = nameOf(file.resolve(font.entries.get('Encoding')));
  const type = nameOf(file.resolve(descendant.entries.get('Subtype'))) ?? '';
  const glyphMap = file.resolve(descendant.entries.get('CIDToGIDMap'));
  return {
    dictionary: font,
    baseFont: nameOf(file.resolve(font.entries.get('BaseFont'))) ?? '',
    type,
    isEmbedded: isEmbedded(file, descendant),
    hasToUnicode: toUnicode !== null,
    codeBytes: 2,
    isIdentity:
      encoding === 'Identity-H' &&
      (type === 'CIDFontType0' || glyphMap === null || nameOf(glyphMap) === 'Identity'),
    widthOf: (code) => (widths.get(code) ?? usual) / 1000,
    textOf: (code) => toUnicode?.get(code) ?? null,
  };
}

function readSimple(file: PdfFile, font: PdfDictionary): ContentFont {
  const type = nameOf(file.resolve(font.entries.get('Subtype'))) ?? '';
  const widths = readSimpleWidths(file, font);
  const toUnicode = toUnicodeOf(file, font);
  const matrix = file.entry(font, 'FontMatrix', 'array');
  const scale = type === 'Type3' ? (numberOf(matrix?.items[0]) ?? 0.001) : 0.001;
  return {
    dictionary: font,
    baseFont: nameOf(file.resolve(font.entries.get('BaseFont'))) ?? '',
    type,
    // A Type 3 font's glyphs are content streams of the file itself.
    isEmbedded: type === 'Type3' || isEmbedded(file, font),
    hasToUnicode: toUnicode !== null,
    codeBytes: 1,
    isIdentity: false,
    widthOf: (code) => (widths.get(code) ?? 0) * scale,
    textOf: (code) => toUnicode?.get(code) ?? null,
  };
}

/** A font dictionary as a `ContentFont`. */
export function readFont(file: PdfFile, font: PdfDictionary): ContentFont {
  const descendants = file.entry(font, 'DescendantFonts', 'array');
  const descendant = as(file.resolve(descendants?.items[0]), 'dictionary');
  return descendant ? readComposite(file, font, descendant) : readSimple(file, font);
}

/** A subset's name begins with six capitals and a plus sign (§9.6.4). */
export function isSubset({ baseFont }: ContentFont): boolean {
  return /^[A-Z]{6}\+/.test(baseFont);
}
