/**
 * The screen edition: sRGB, pages at their trimmed size in reading order, links that work. For
 * reading and for proofs; never for the press.
 */
import type { Artifact, Context, Rect } from '../../base/index.ts';
import type { ScreenColor } from '../../color/index.ts';
import { anchorId, type DisplayList, type DisplayPage } from '../../display/index.ts';
import { linkNotLive, linkToNothing } from '../problems.ts';
import type { PageContent } from './content.ts';
import {
  type DocumentFacts,
  finishDocument,
  type PaintedPage,
  type PaintOptions,
  paintPages,
} from './document.ts';
import {
  type PdfDictionary,
  type PdfFile,
  type PdfReference,
  type PdfValue,
  pdfName,
  pdfText,
} from './pdfkit.ts';
import type { PicturesToCome } from './pictures.ts';
import type { PlacedLink } from './stream.ts';
import { structureCatalog } from './structure-tree.ts';
import { type Marking, nextKey } from './tags.ts';

/** What a link may open. Anything else (a script, a file on the reader's disk) is not made live. */
const liveSchemes = /^(https?:\/\/|mailto:|tel:)/i;

function placeBoxes({ widthPt, heightPt, items }: DisplayPage<ScreenColor>): PaintedPage {
  const page: Rect = { x: 0, y: 0, width: widthPt, height: heightPt };
  return { items, mediaBox: page, trimBox: page, bleedBox: null };
}

/** The address in the seven-bit ASCII that a URI action takes (ISO 32000-1 §12.6.4.7). */
function asciiAddress(href: string): string {
  return href.replace(/[^\u0021-\u007e]+/g, (part) =>
    encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')),
  );
}

/** The document's beginning, where no element is called so (HTML §7.4.6.4). */
function isTop(href: string, ids: ReadonlySet<string>): boolean {
  return href === '#' || (/^#top$/i.test(href) && !ids.has(href.slice(1)));
}

/** What a link does: go to the first page (§12.6.4.11), to a named destination (§12.3.2.3) or open an address. */
function actionOf(href: string, ids: ReadonlySet<string>): PdfDictionary {
  if (isTop(href, ids)) return { A: { S: 'Named', N: 'FirstPage' } };
  const id = anchorId(href);
  if (id !== null) return { Dest: pdfName(id) };
  return { A: { S: 'URI', URI: pdfText(asciiAddress(href)) } };
}

/** An annotation without a border (§12.5.6.5). */
function linkAnnotation(
  { rect, href, words }: PlacedLink,
  structure: PdfDictionary,
  ids: ReadonlySet<string>,
  file: PdfFile,
): PdfReference {
  const { x, y, width, height } = rect;
  return file.object({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [x, y, x + width, y + height],
    Border: [0, 0, 0],
    F: 4,
    Contents: pdfText(words ?? href),
    ...structure,
    ...actionOf(href, ids),
  });
}

function annotations(
  content: PageContent,
  ids: ReadonlySet<string>,
  file: PdfFile,
  marking: Marking | null,
  context: Context,
) {
  const live = content.links.filter(({ href, span }) => {
    if (isTop(href, ids)) return true;
    const id = anchorId(href);
    const isLive = id === null ? liveSchemes.test(href) : ids.has(id);
    if (!isLive) context.report((id === null ? linkNotLive : linkToNothing)(href, span));
    return isLive;
  });
  const references = live.map((link) => {
    const key = marking && link.content && content.marked ? nextKey(marking) : null;
    const annotation = linkAnnotation(link, key === null ? {} : { StructParent: key }, ids, file);
    if (marking && link.content && content.marked && key !== null)
      marking.links.push({ key, page: content.marked.page, content: link.content, annotation });
    return annotation;
  });
  return references.length > 0 ? { Annots: references, Tabs: 'S' } : {};
}

/** The catalog's named destinations: the page, and what is to stand at the window's top left. */
function destinations(
  pages: DisplayList<ScreenColor>,
  written: readonly PdfReference[],
): PdfDictionary {
  const named = pages.flatMap(({ anchors = [], heightPt }, index) =>
    anchors.map(({ id, at }): readonly [string, PdfValue] => [
      pdfName(id),
      [written[index] ?? null, 'XYZ', at.x, heightPt - at.y, null],
    ]),
  );
  return named.length > 0 ? { Dests: Object.fromEntries(named) } : {};
}

/**
 * `screen.pdf`: one page per page of the list, in its order; what lies outside the trim is not
 * seen. Reports `paint/link-not-live` for addresses that are not on the web, mail or telephone, nor an
 * element's on a page.
 */
export async function paintScreen(
  pages: DisplayList<ScreenColor>,
  facts: DocumentFacts,
  pictures: PicturesToCome,
  context: Context,
  options: PaintOptions = { compress: true },
): Promise<Artifact> {
  const { cache, helpers } = context.workspace;
  const { tagging = 'none' } = options;
  const edition = {
    version: '1.7',
    blending: 'DeviceRGB',
    hasGroups: true,
    cache,
    helpers,
    ...options,
    isTagged: tagging !== 'none',
  } as const;
  const ids = new Set(pages.flatMap(({ anchors = [] }) => anchors.map(({ id }) => id)));
  const file = await paintPages(pages.map(placeBoxes), pictures, edition, (content, ...target) =>
    annotations(content, ids, ...target, context),
  );
  const bytes = finishDocument(
    file,
    facts,
    { xmp: null, pdfuaPart: tagging === 'PDF/UA-1' ? '1' : null, info: {} },
    {
      ViewerPreferences: { DisplayDocTitle: true },
      ...destinations(pages, file.pages),
      ...structureCatalog(file),
    },
  );
  return { path: 'screen.pdf', bytes };
}
