/**
 * The only file that names PDFium (`@hyzyla/pdfium`, WebAssembly): pages of a PDF as pixels, as a
 * browser's viewer shows them; `glyphs.ts` has glyphs of it. Loaded at the first asked for, and once.
 */
import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { readResource } from '../../base/index.ts';

/** Pixels row by row from the top, four bytes each: red, green, blue, opacity (always 255). */
export interface RasterPage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8Array;
}

let loading: Promise<PDFiumLibrary> | undefined;

async function load(): Promise<PDFiumLibrary> {
  const { PDFiumLibrary: library } = await import('@hyzyla/pdfium');
  const { buffer: wasmBinary } = readResource('@hyzyla/pdfium/dist/pdfium.wasm');
  return library.init({ wasmBinary });
}

export function loadPdfium(): Promise<PDFiumLibrary> {
  loading ??= load();
  return loading;
}

/** Opens a PDF for as long as `use` takes. */
export async function readPages<T>(
  pdf: Uint8Array,
  use: (document: PDFiumDocument) => Promise<T>,
): Promise<T> {
  const library = await loadPdfium();
  const document = await library.loadDocument(pdf);
  try {
    return await use(document);
  } finally {
    document.destroy();
  }
}

/** A page, counted from 0, on white paper. Sizes are rounded to whole pixels. */
export async function rasterPage(
  document: PDFiumDocument,
  index: number,
  dpi: number,
): Promise<RasterPage> {
  const pixels = (pt: number) => Math.max(1, Math.round((pt * dpi) / 72));
  const page = document.getPage(index);
  // By its size in pixels: given a scale, the wrapper cuts the page to whole points first.
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const size = { width: pixels(originalWidth), height: pixels(originalHeight), scale: 1 };
  // Rendered in PDFium's own order of bytes; the wrapper hands back RGBA.
  const { width, height, data } = await page.render({ ...size, render: 'bitmap' });
  return { widthPx: width, heightPx: height, rgba: data };
}

/** Every page of a PDF, in order. */
export function rasterPages(pdf: Uint8Array, dpi: number): Promise<readonly RasterPage[]> {
  return readPages(pdf, async (document) => {
    const pages: RasterPage[] = [];
    for (let index = 0; index < document.getPageCount(); index += 1)
      pages.push(await rasterPage(document, index, dpi));
    return pages;
  });
}
