import { type Context, invariant, type Span } from '../base/index.ts';
import type { ElementNode, HtmlDocument } from './document.ts';
import type { Pictures } from './picture.ts';

/** A picture that a style sheet names: its path in the project, already resolved. */
export interface PictureAddress {
  readonly path: string;
  readonly span?: Span | undefined;
}

/** The key in `Pictures` of an `<img>` or inline `<svg>`; undefined for any other element. */
export function pictureKeyOf(element: ElementNode): string | undefined {
  return element.picture;
}

export async function loadPictures(
  _document: HtmlDocument,
  _addresses: readonly PictureAddress[],
  _context: Context,
): Promise<Pictures> {
  invariant(false, 'not written yet');
}
