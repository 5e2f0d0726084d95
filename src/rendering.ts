/** One document on its own to a file, without a job. */
import type { Artifact, Context, Edges } from './base/index.ts';
import { preparePlainScreenPicture } from './color/index.ts';
import {
  type DisplayList,
  needsProof,
  type ProofCondition,
  toScreen,
  withoutPictures,
} from './display/index.ts';
import { addMarks, imposePages } from './impose/index.ts';
import { defaultCondition, type HtmlDocument } from './input/index.ts';
import { type DocumentFacts, paintPress, paintScreen } from './paint/index.ts';
import {
  bitmapAt,
  type DrawnPages,
  mapPictures,
  pictureUses,
  pressPictures,
} from './prepare-pictures.ts';
import { loadConversion, noConversion, readCondition, separate } from './separation.ts';
import { programName } from './version.ts';

/** The day of documents that have no job: the same input gives the same bytes. */
const defaultDate = '2000-01-01T00:00:00Z';

export interface RenderWork extends DrawnPages {
  readonly document: HtmlDocument;
  readonly media: 'press' | 'screen';
  readonly fileName: string;
  readonly bleed: Edges;
  readonly hasMarks: boolean;
}

/** One document on its own, as a press PDF with the bleed and marks of `@page`, or a screen PDF. */
export async function paintRendering(work: RenderWork, context: Context): Promise<Artifact | null> {
  const { document, media, fileName, art, pictures } = work;
  const condition = readCondition(defaultCondition(), undefined, context);
  if (!condition) return null;
  const { title, language } = document;
  const facts: DocumentFacts = { title, language, date: defaultDate, creator: programName };
  const uses = pictureUses(work);
  if (media === 'press') {
    const print = await separate(work, condition, true, context);
    const { prepared } = await pressPictures(uses, pictures, condition, context);
    const press = await prepared;
    if (!print) return null;
    const plain = imposePages(readable(print, uses, press), work.bleed);
    const flats = work.hasMarks ? plain.map((flat) => addMarks(flat, [])) : plain;
    const settings = { ...facts, intent: condition, flavour: 'PDF/X-4' } as const;
    const file = await paintPress(flats, settings, press, context);
    return { ...file, path: fileName };
  }
  // Nothing of it is for a press: colours and pictures stay what they are on a screen.
  const prepared = await mapPictures(uses, async (path, use) =>
    preparePlainScreenPicture(bitmapAt(path, pictures), use, condition, context),
  );
  const conversion = needsProof(art) ? await loadConversion(condition, context) : noConversion;
  if (!conversion) return null;
  const list = toScreen(readable(art, uses, prepared), plainBlack(conversion));
  const options = { compress: true, tagging: 'tagged' } as const;
  const file = await paintScreen(list, facts, prepared, context, options);
  return { ...file, path: fileName };
}

/** Without the pictures that turned out to be damaged, which has been reported. */
function readable<C>(
  list: DisplayList<C>,
  uses: ReadonlyMap<string, unknown>,
  prepared: ReadonlyMap<string, unknown>,
): DisplayList<C> {
  return prepared.size < uses.size
    ? withoutPictures(list, (picture) => prepared.has(picture))
    : list;
}

/** On a screen, black ink alone is the neutral gray that it was taken from. */
function plainBlack(condition: ProofCondition): ProofCondition {
  return {
    proof(color) {
      const { c, m, y, k, alpha } = color;
      if (c + m + y > 0) return condition.proof(color);
      return { space: 'srgb', r: 1 - k, g: 1 - k, b: 1 - k, alpha };
    },
  };
}
