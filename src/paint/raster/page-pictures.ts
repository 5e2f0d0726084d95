/** Pictures of pages, `pages/<name>.png`, from a screen edition already painted. */
import { type Artifact, invariant } from '../../base/index.ts';
import { rasterPage, readPages } from './pdfium.ts';
import { encodePng } from './png.ts';

export interface PagePictureRequest {
  /** Soft-proofed pages, so that colours look as printed. */
  readonly pdf: Uint8Array;
  /** A file name for each page, without ending; each its own. */
  readonly names: readonly string[];
  readonly dpi: number;
}

/** One PNG for each page, in the PDF's order. */
export function paintPagePictures({
  pdf,
  names,
  dpi,
}: PagePictureRequest): Promise<readonly Artifact[]> {
  invariant(new Set(names).size === names.length, 'no two page pictures have the same name');
  return readPages(pdf, async (document) => {
    invariant(document.getPageCount() === names.length, 'each page of the PDF has a name');
    const pictures: Artifact[] = [];
    // One after the other: a page in pixels takes much room.
    for (const [index, name] of names.entries()) {
      const bytes = await encodePng(await rasterPage(document, index, dpi), dpi);
      pictures.push({ path: `pages/${name}.png`, bytes });
    }
    return pictures;
  });
}
