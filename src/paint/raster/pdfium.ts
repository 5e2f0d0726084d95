/**
 * The only file that names PDFium (`@hyzyla/pdfium`, WebAssembly): pages of a PDF as pixels, as a
 * browser's viewer shows them. Loaded at the first picture asked for.
 */
import { readResource } from '../../base/index.ts';

/** Pixels row by row from the top, four bytes each: red, green, blue, opacity (always 255). */
export interface RasterPage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8Array;
}

/** Every page of a PDF on white paper, in order. Sizes are rounded to whole pixels. */
export async function rasterPages(pdf: Uint8Array, dpi: number): Promise<readonly RasterPage[]> {
  const pixels = (pt: number) => Math.max(1, Math.round((pt * dpi) / 72));
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const { buffer: wasmBinary } = readResource('@hyzyla/pdfium/dist/pdfium.wasm');
  const library = await PDFiumLibrary.init({ wasmBinary });
  try {
    const document = await library.loadDocument(pdf);
    const pages: RasterPage[] = [];
    for (const page of document.pages()) {
      // By its size in pixels: given a scale, the wrapper cuts the page to whole points first.
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const size = { width: pixels(originalWidth), height: pixels(originalHeight), scale: 1 };
      // Rendered in PDFium's own order of bytes; the wrapper hands back RGBA.
      const { width, height, data } = await page.render({ ...size, render: 'bitmap' });
      pages.push({ widthPx: width, heightPx: height, rgba: data });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
