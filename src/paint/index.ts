/**
 * paint: finished pages to files. The press edition (PDF/X-4, inks only), the screen edition
 * (sRGB, live links) and pictures of pages. Nothing is decided here about what is drawn where:
 * the display list says it, painters write it down.
 */

export type { DocumentFacts, PaintOptions } from './pdf/document.ts';
export type { PicturesUnderWay } from './pdf/pictures.ts';
export { type OutputIntent, type PressFacts, paintPress } from './pdf/press.ts';
export { paintScreen } from './pdf/screen.ts';
export { largeFile } from './problems.ts';
export { type GlyphReader, openGlyphs } from './raster/glyphs.ts';
export { type PagePictureRequest, paintPagePictures } from './raster/page-pictures.ts';
export { type RasterPage, rasterPages } from './raster/pdfium.ts';
export { type BytePicture, encodeBytePng, encodePng } from './raster/png.ts';
export { paintMarks } from './sheets/paint-marks.ts';
export {
  type SheetSource,
  type SheetsFault,
  sidesOf,
  type WrittenSheets,
  writeSheets,
} from './sheets/write-sheets.ts';
