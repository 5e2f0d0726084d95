/** Marks as a PDF of their own: a page a side, without output intent; `writeSheets` takes its art. */
import type { Context, Size } from '../../base/index.ts';
import type { PrintColor } from '../../color/index.ts';
import type { DisplayItem } from '../../display/index.ts';
import { type DocumentFacts, finishDocument, paintPages } from '../pdf/document.ts';

/** `sides` in pt from each sheet's top left. */
export async function paintMarks(
  sides: readonly (readonly DisplayItem<PrintColor>[])[],
  size: Size,
  facts: DocumentFacts,
  { workspace }: Context,
): Promise<Uint8Array> {
  const box = { x: 0, y: 0, ...size };
  const pages = sides.map((items) => ({ items, mediaBox: box, trimBox: box, bleedBox: null }));
  const edition = {
    version: '1.6',
    blending: 'DeviceCMYK',
    hasGroups: true,
    cache: workspace.cache,
    compress: true,
  } as const;
  const file = await paintPages(pages, new Map(), edition, () => ({}));
  return finishDocument(file, facts, { xmp: null, info: {} }, {});
}
