/** Pictures of pages, `pages/<name>.png`, from a screen edition already painted. */
import { type Artifact, invariant } from '../../base/index.ts';
import { rasterPages } from './pdfium.ts';
import { encodePng } from './png.ts';

export interface PagePictureRequest {
  /** Soft-proofed pages, so that colours look as printed. */
  readonly pdf: Uint8Array;
  /** A file name for each page, without ending; each its own. */
  readonly names: readonly string[];
  readonly dpi: number;
}

/** One PNG for each page, in the PDF's order. */
export async function paintPagePictures({
  pdf,
  names,
  dpi,
}: PagePictureRequest): Promise<readonly Artifact[]> {
  const pages = await rasterPages(pdf, dpi);
  invariant(pages.length === names.length, 'each page of the PDF has a name');
  invariant(new Set(names).size === names.length, 'no two page pictures have the same name');
  return Promise.all(
    pages.map(async (page, index) => ({
      path: `pages/${names[index]}.png`,
      bytes: await encodePng(page, dpi),
    })),
  );
}
