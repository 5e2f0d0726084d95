/**
 * Fonts that are not read here: Type 1, fonts of one-byte codes, other character collections, and
 * those that are not in the file. Their glyphs are those of the renderer that also makes the
 * pictures of pages; it is handed the fonts alone, a page for each.
 */
import { type GlyphReader, openGlyphs } from '../../paint/index.ts';
import {
  arrayOf,
  as,
  createPdfWriter,
  dictionaryOf,
  nameObject,
  type PdfDictionary,
  type PdfFile,
} from '../../pdf/index.ts';
import type { ContentFont, Outline } from '../../preflight/index.ts';
import { outlineOfPath } from '../flatten.ts';
import { type CodeOutlines, readFontOutlines } from './font-outlines.ts';

export interface BorrowedFonts {
  readonly outlines: ReadonlyMap<PdfDictionary, CodeOutlines>;
  /** Fonts whose widths are not in the file, with the renderer's. */
  readonly measured: ReadonlyMap<PdfDictionary, ContentFont>;
  close(): void;
}

const none: BorrowedFonts = { outlines: new Map(), measured: new Map(), close: () => {} };

/** Says of each code that it is the character of the same number: by that the renderer is asked. */
function codesAsCharacters(codeBytes: 1 | 2): Uint8Array {
  const last = 'FF'.repeat(codeBytes);
  const first = '00'.repeat(codeBytes);
  return new TextEncoder().encode(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /C def /CMapType 2 def 1 begincodespacerange <${first}> <${last}> endcodespacerange 1 beginbfrange <${first}> <${last}> <0000> endbfrange endcmap end end`,
  );
}

/** A file of the fonts, each on a page of its own. */
function fontSamples(file: PdfFile, fonts: readonly ContentFont[]): Uint8Array {
  // Of version 1.4, which has no streams of objects: nothing is compressed.
  const writer = createPdfWriter('1.4', (bytes) => bytes);
  const importer = writer.importer(file);
  const tree = writer.reserve();
  const kids = fonts.map(({ dictionary, codeBytes }) => {
    const stream = (raw: Uint8Array) =>
      writer.add({ kind: 'stream', dictionary: dictionaryOf({}), raw });
    const text = `BT /F 1 Tf <${'41'.padStart(codeBytes * 2, '0')}> Tj ET`;
    const contents = stream(new TextEncoder().encode(text));
    const entries = new Map(dictionary.entries);
    entries.delete('ToUnicode');
    const own = as(importer.take({ kind: 'dictionary', entries }), 'dictionary');
    const font = dictionaryOf({
      ...Object.fromEntries(own?.entries ?? []),
      ToUnicode: stream(codesAsCharacters(codeBytes)),
    });
    return writer.add(
      dictionaryOf({
        Type: nameObject('Page'),
        Parent: tree,
        MediaBox: arrayOf([0, 0, 10, 10]),
        Resources: dictionaryOf({ Font: dictionaryOf({ F: font }) }),
        Contents: contents,
      }),
    );
  });
  writer.set(
    tree,
    dictionaryOf({ Type: nameObject('Pages'), Count: kids.length, Kids: arrayOf(kids) }),
  );
  const root = writer.add(dictionaryOf({ Type: nameObject('Catalog'), Pages: tree }));
  const id = new Uint8Array(16);
  return new Uint8Array(Buffer.concat([...writer.finish({ root, info: null, id: [id, id] })]));
}

function outlinesOf(glyphs: GlyphReader, page: number): CodeOutlines {
  const known = new Map<number, Outline>();
  return (code) => {
    const outline = known.get(code) ?? outlineOfPath(glyphs.outlineOf(page, code));
    known.set(code, outline);
    return outline;
  };
}

/** Those of a file's fonts that have to be borrowed; the renderer is loaded only for them. */
export async function borrowFonts(
  file: PdfFile,
  all: readonly ContentFont[],
): Promise<BorrowedFonts> {
  const fonts = [...new Map(all.map((font) => [font.dictionary, font])).values()].filter(
    (font) => font.type !== 'Type3' && !readFontOutlines(file, font),
  );
  if (fonts.length === 0) return none;
  const glyphs = await openGlyphs(fontSamples(file, fonts));
  const hasWidths = ({ dictionary, codeBytes }: ContentFont) =>
    codeBytes === 2 || file.entry(dictionary, 'Widths', 'array') !== null;
  return {
    outlines: new Map(fonts.map(({ dictionary }, page) => [dictionary, outlinesOf(glyphs, page)])),
    measured: new Map(
      fonts.flatMap((font, page) =>
        hasWidths(font)
          ? []
          : [[font.dictionary, { ...font, widthOf: (code) => glyphs.advanceOf(page, code) }]],
      ),
    ),
    close: () => glyphs.close(),
  };
}
