/** Glyphs of fonts in a PDF, as PDFium (`pdfium.ts`) reads them. */
import { invariant, type Path, type PathSegment } from '../../base/index.ts';
import { loadPdfium } from './pdfium.ts';

/** What the wrapper leaves untyped of PDFium's C interface (fpdf_edit.h). Glyphs go by character. */
interface GlyphFunctions {
  _FPDF_LoadPage(document: number, page: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFTextObj_GetFont(textObject: number): number;
  _FPDFFont_GetGlyphPath(font: number, character: number, size: number): number;
  _FPDFFont_GetGlyphWidth(font: number, character: number, size: number, width: number): number;
  _FPDFGlyphPath_CountGlyphSegments(path: number): number;
  _FPDFGlyphPath_GetGlyphPathSegment(path: number, index: number): number;
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  _FPDFPathSegment_GetType(segment: number): number;
  _FPDFPathSegment_GetClose(segment: number): number;
  readonly wasmExports: { malloc(size: number): number; free(place: number): void };
  readonly HEAPU8: Uint8Array;
}

function hasGlyphFunctions(module: object): module is GlyphFunctions {
  return '_FPDFFont_GetGlyphPath' in module && '_FPDFFont_GetGlyphWidth' in module;
}

/** `FPDF_SEGMENT_…`. A curve's three points are three segments. */
const segmentTypes = { curve: 1, move: 2 };

function segmentOf(type: number, points: readonly number[]): PathSegment {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = points;
  if (type === segmentTypes.curve) return { kind: 'cubic', x1, y1, x2, y2, x, y };
  return { kind: type === segmentTypes.move ? 'move' : 'line', x: x1, y: y1 };
}

/** Room for two numbers in PDFium's memory, which may grow and move. */
function openScratch(module: GlyphFunctions) {
  const place = module.wasmExports.malloc(8);
  return {
    first: place,
    second: place + 4,
    numberAt: (at: number) => new DataView(module.HEAPU8.buffer).getFloat32(at, true),
    free: () => module.wasmExports.free(place),
  };
}

type Scratch = ReturnType<typeof openScratch>;

function readPath(module: GlyphFunctions, path: number, scratch: Scratch): Path {
  const { first, second, numberAt } = scratch;
  const outline: PathSegment[] = [];
  const points: number[] = [];
  const count = module._FPDFGlyphPath_CountGlyphSegments(path);
  for (let index = 0; index < count; index += 1) {
    const segment = module._FPDFGlyphPath_GetGlyphPathSegment(path, index);
    module._FPDFPathSegment_GetPoint(segment, first, second);
    points.push(numberAt(first), numberAt(second));
    const type = module._FPDFPathSegment_GetType(segment);
    if (type === segmentTypes.curve && points.length < 6) continue;
    outline.push(segmentOf(type, points.splice(0)));
    if (module._FPDFPathSegment_GetClose(segment) !== 0) outline.push({ kind: 'close' });
  }
  return outline;
}

/** Fonts by the pages that show them, glyphs by the characters that the fonts give their codes. */
export interface GlyphReader {
  /** For a size of 1, y up. */
  outlineOf(page: number, character: number): Path;
  /** For a size of 1. */
  advanceOf(page: number, character: number): number;
  /** Frees what is held; nothing may be asked afterwards. */
  close(): void;
}

/** Of a PDF whose pages begin with text, each in the font that is meant. */
export async function openGlyphs(pdf: Uint8Array): Promise<GlyphReader> {
  const library = await loadPdfium();
  // The wrapper keeps what it wraps to itself.
  const { module } = library as unknown as { readonly module: object };
  invariant(hasGlyphFunctions(module), 'PDFium tells outlines of glyphs');
  const document = await library.loadDocument(pdf);
  const { documentIdx } = document as unknown as { readonly documentIdx: number };
  const scratch = openScratch(module);
  const opened = new Map<number, { readonly page: number; readonly font: number }>();
  const fontOf = (index: number): number => {
    const known = opened.get(index);
    if (known) return known.font;
    const page = module._FPDF_LoadPage(documentIdx, index);
    const text = page === 0 ? 0 : module._FPDFPage_GetObject(page, 0);
    const font = text === 0 ? 0 : module._FPDFTextObj_GetFont(text);
    opened.set(index, { page, font });
    return font;
  };
  return {
    outlineOf(page, character) {
      const font = fontOf(page);
      const path = font === 0 ? 0 : module._FPDFFont_GetGlyphPath(font, character, 1);
      return path === 0 ? [] : readPath(module, path, scratch);
    },
    advanceOf(page, character) {
      const { first, numberAt } = scratch;
      const font = fontOf(page);
      const isKnown = font !== 0 && module._FPDFFont_GetGlyphWidth(font, character, 1, first) !== 0;
      return isKnown ? numberAt(first) : 0;
    },
    close() {
      for (const { page } of opened.values()) if (page !== 0) module._FPDF_ClosePage(page);
      scratch.free();
      document.destroy();
    },
  };
}
