/**
 * What both editions have in common: pages with their boxes, the fonts and pictures they use, the
 * metadata at the end. The same pages and facts give the same bytes.
 */
import type { Cache, Rect } from '../../base/index.ts';
import type { DisplayItem } from '../../display/index.ts';
import type { BlendingSpace, Color } from './colors.ts';
import { type PageContent, paintContent } from './content.ts';
import { formatDate } from './dates.ts';
import { collectUses } from './font-use.ts';
import { cutFonts, embedFonts } from './fonts.ts';
import { identify } from './identity.ts';
import { layerCatalog } from './layers.ts';
import type { PageSpace } from './operators.ts';
import { openPageContents, type PageContents } from './page-contents.ts';
import {
  createPdfFile,
  type FileEnd,
  type PdfDictionary,
  type PdfFile,
  type PdfFileOptions,
  type PdfReference,
  pdfText,
} from './pdfkit.ts';
import { embedPictures, type PicturesToCome } from './pictures.ts';
import { createResourcePool } from './resources.ts';
import type { ContentContext } from './stream.ts';
import { createMarking, keyOf, type Marking } from './tags.ts';
import { buildXmp } from './xmp.ts';

/** What a file says about itself. */
export interface DocumentFacts {
  readonly title: string;
  /** BCP 47: `da`. */
  readonly language: string;
  /** The job's date, ISO 8601 with zone; never the clock. */
  readonly date: string;
  /** The program with its version: `trykklar 0.1.0`. */
  readonly creator: string;
}

export interface PaintOptions {
  /**
   * Whether the structure that items speak of goes into the file, and whether the file says that it is
   * all that readers need.
   */
  readonly tagging?: 'none' | 'tagged' | 'PDF/UA-1';
  /** False leaves contents, fonts and character maps readable, for tests. */
  readonly compress: boolean;
}

/** A page with its boxes in PDF's coordinates, y up, from the media box's corner 0, 0. */
export interface PaintedPage {
  readonly items: readonly DisplayItem<Color>[];
  readonly mediaBox: Rect;
  readonly trimBox: Rect;
  /** Null where there is no bleed: the screen edition. */
  readonly bleedBox: Rect | null;
}

function boxArray({ x, y, width, height }: Rect): readonly number[] {
  return [x, y, x + width, y + height];
}

function spaceOf({ trimBox }: PaintedPage): PageSpace {
  return { left: trimBox.x, top: trimBox.y + trimBox.height };
}

function writePage(
  page: PaintedPage,
  content: PageContent,
  extra: PdfDictionary,
  { file, blending, hasGroups }: ContentContext,
  contents: PageContents,
): PdfReference {
  return file.page({
    MediaBox: boxArray(page.mediaBox),
    ...(page.bleedBox ? { BleedBox: boxArray(page.bleedBox) } : {}),
    TrimBox: boxArray(page.trimBox),
    ...(hasGroups ? { Group: { S: 'Transparency', CS: blending } } : {}),
    Resources: content.resources,
    Contents: contents.add(content.bytes),
    ...keyOf(content.marked),
    ...extra,
  });
}

/** How one edition differs from the other. */
export interface Edition extends PdfFileOptions {
  readonly blending: BlendingSpace;
  /** False for flavours before transparency and layers. */
  readonly hasGroups: boolean;
  /** Where font subsets are kept between runs. */
  readonly cache: Cache;
  readonly isTagged?: boolean;
}

export interface PaintedFile {
  /** What pages hold of the structure; null where nothing is asked of it. */
  readonly marking: Marking | null;
  readonly file: PdfFile;
  /** What the pages ask of the catalog: their layers. */
  readonly catalog: PdfDictionary;
  /** In the order they were given. */
  readonly pages: readonly PdfReference[];
}

/**
 * A file with its pages painted, not yet ended. `extraOf` gives further page entries
 * (annotations) from what was found while painting.
 */
export async function paintPages(
  pages: readonly PaintedPage[],
  pictures: PicturesToCome,
  edition: Edition,
  extraOf: (content: PageContent, file: PdfFile, marking: Marking | null) => PdfDictionary,
): Promise<PaintedFile> {
  const uses = collectUses(pages.map((page) => page.items));
  const [file, cuts] = await Promise.all([
    createPdfFile(edition),
    cutFonts(uses.fonts.values(), edition.cache),
  ]);
  const pool = createResourcePool(file);
  const marking = edition.isTagged ? createMarking() : null;
  const embedded = embedPictures(uses.pictures, pictures, file, pool);
  const context: ContentContext = {
    file,
    pool,
    blending: edition.blending,
    hasGroups: edition.hasGroups,
    fonts: embedFonts(cuts, file, pool),
    pictures: embedded.resources,
    marking,
  };
  const contents = openPageContents(file, edition);
  const written: PdfReference[] = [];
  for (const [index, page] of pages.entries()) {
    const place = { space: spaceOf(page), page: page.mediaBox, index };
    const content = paintContent(page.items, place, context);
    const extra = extraOf(content, file, marking);
    written.push(writePage(page, content, extra, context, contents));
    await contents.pause();
  }
  await contents.write();
  // Last: until here, they were converted on other threads.
  await embedded.write();
  return { file, marking, catalog: layerCatalog(pool.shared('Properties')), pages: written };
}

/** What a file claims to be: in its XMP, in its document information. */
export interface Identification {
  readonly xmp: string | null;
  readonly pdfuaPart?: string | null;
  readonly info: PdfDictionary;
}

/** Ends the file: XMP and Info saying the same, identifiers from the contents. */
export function finishDocument(
  { file, catalog: painted }: PaintedFile,
  facts: DocumentFacts,
  { xmp: pdfxVersion, pdfuaPart = null, info }: Identification,
  catalog: PdfDictionary,
): Uint8Array {
  const { title, language, creator } = facts;
  const date = formatDate(facts.date);
  return file.finish((body): FileEnd => {
    const said = JSON.stringify([
      title,
      language,
      creator,
      date.xmp,
      pdfxVersion,
      ...(pdfuaPart === null ? [] : [pdfuaPart]),
      ...Object.values(info),
    ]);
    const { id, documentId, instanceId } = identify(body, said);
    const xmp = buildXmp({
      title,
      language,
      creator,
      producer: creator,
      date: date.xmp,
      documentId,
      instanceId,
      pdfxVersion,
      pdfuaPart,
    });
    const metadata = file.codedStream(
      { Type: 'Metadata', Subtype: 'XML' },
      new TextEncoder().encode(xmp),
    );
    return {
      id,
      catalog: { ...painted, ...catalog, Lang: pdfText(language), Metadata: metadata },
      info: {
        Title: pdfText(title),
        Creator: pdfText(creator),
        Producer: pdfText(creator),
        CreationDate: pdfText(date.info),
        ModDate: pdfText(date.info),
        Trapped: 'False',
        ...info,
      },
    };
  });
}
