/**
 * The press edition: PDF/X-4 (ISO 15930-7:2010) or PDF/X-1a:2003 (ISO 15930-4). Every colour is an ink, every font and the
 * printing condition's profile are inside, links and other interaction are left out.
 */
import type { Artifact, Context } from '../../base/index.ts';
import type { Condition, PrintColor } from '../../color/index.ts';
import type { FlatPage } from '../../impose/index.ts';
import type { Flavour } from '../../input/index.ts';
import { keptDeflate } from '../deflate.ts';
import {
  type DocumentFacts,
  finishDocument,
  type Identification,
  type PaintedPage,
  type PaintOptions,
  paintPages,
} from './document.ts';
import {
  type PdfDictionary,
  type PdfFile,
  type PdfFileOptions,
  type PdfReference,
  pdfText,
} from './pdfkit.ts';
import type { PicturesToCome } from './pictures.ts';

/** What of the printing condition the file repeats. */
export type OutputIntent = Pick<
  Condition,
  'identifier' | 'info' | 'outputCondition' | 'registryName' | 'profile'
>;

export interface PressFacts extends DocumentFacts {
  readonly intent: OutputIntent;
  readonly flavour: Flavour;
}

/** How the flavours differ as files; what may stand on the pages has been checked before. */
interface FlavourRules {
  readonly version: PdfFileOptions['version'];
  /** Transparency groups and layers: PDF/X-4 alone. */
  readonly hasGroups: boolean;
  readonly identification: Identification;
  readonly catalog: PdfDictionary;
}

const flavours: Readonly<Record<Flavour, FlavourRules>> = {
  'PDF/X-4': {
    version: '1.6',
    hasGroups: true,
    identification: { xmp: 'PDF/X-4', info: {} },
    // Printing from a viewer must not scale a sheet.
    catalog: { ViewerPreferences: { PrintScaling: 'None' } },
  },
  // ISO 15930-4:2003: PDF 1.4, named in the document information.
  'PDF/X-1a:2003': {
    version: '1.4',
    hasGroups: false,
    identification: {
      xmp: null,
      info: {
        GTS_PDFXVersion: pdfText('PDF/X-1a:2003'),
        GTS_PDFXConformance: pdfText('PDF/X-1a:2003'),
      },
    },
    catalog: {},
  },
};

/** Media = bleed + slug, from 0, 0; bleed and trim nested in it. */
function placeBoxes({ widthPt, heightPt, bleed, slug, items }: FlatPage<PrintColor>): PaintedPage {
  const bleedBox = {
    x: slug.left,
    y: slug.bottom,
    width: bleed.left + widthPt + bleed.right,
    height: bleed.bottom + heightPt + bleed.top,
  };
  return {
    items,
    mediaBox: {
      x: 0,
      y: 0,
      width: slug.left + bleedBox.width + slug.right,
      height: slug.bottom + bleedBox.height + slug.top,
    },
    bleedBox,
    trimBox: {
      x: bleedBox.x + bleed.left,
      y: bleedBox.y + bleed.bottom,
      width: widthPt,
      height: heightPt,
    },
  };
}

/** ISO 32000-1 §14.11.5; ISO 15930-7 §6.2.5: exactly one, with an embedded profile. */
function outputIntent(intent: OutputIntent, profile: PdfReference, file: PdfFile): PdfReference {
  return file.object({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: pdfText(intent.identifier),
    ...(intent.outputCondition ? { OutputCondition: pdfText(intent.outputCondition) } : {}),
    RegistryName: pdfText(intent.registryName),
    Info: pdfText(intent.info),
    DestOutputProfile: profile,
  });
}

/**
 * `press.pdf`: one PDF page per flat page. Coordinates of items in pt from the trim's top left;
 * marks are among the items and lie in the slug. `pictures` by path in the project; a path that
 * has none is drawn as nothing (reading pictures has reported it).
 */
export async function paintPress(
  pages: readonly FlatPage<PrintColor>[],
  facts: PressFacts,
  pictures: PicturesToCome,
  context: Context,
  options: PaintOptions = { compress: true },
): Promise<Artifact> {
  const { intent, flavour } = facts;
  const { cache, helpers } = context.workspace;
  const { version, hasGroups, identification, catalog } = flavours[flavour];
  const edition = {
    version,
    hasGroups,
    blending: 'DeviceCMYK',
    cache,
    helpers,
    ...options,
  } as const;
  // First, so that it is done while pictures are decoded on other threads. At the fast level: profiles run to megabytes.
  const compressed = keptDeflate(1, cache)(intent.profile);
  // Links and all other annotations are left out.
  const painted = await paintPages(pages.map(placeBoxes), pictures, edition, () => ({}));
  const { file } = painted;
  const profile = file.codedStream({ N: 4, Filter: 'FlateDecode' }, compressed);
  const bytes = finishDocument(painted, facts, identification, {
    OutputIntents: [outputIntent(intent, profile, file)],
    ...catalog,
  });
  return { path: 'press.pdf', bytes };
}
