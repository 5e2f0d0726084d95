/** What is looked at: the screen edition, and pictures of pages. Colours look as they will print. */
import { type Artifact, type Context, noEdges } from './base/index.ts';
import type { Condition, PictureUse, PrintColor, ScreenColor } from './color/index.ts';
import { type DisplayList, type OverlayKind, overlayItems, toScreen } from './display/index.ts';
import { type FlatPage, inReadingOrder } from './impose/index.ts';
import type { Job } from './input/index.ts';
import { flatPages } from './job-sides.ts';
import type { Page } from './layout/index.ts';
import { type DocumentFacts, paintPagePictures, paintScreen } from './paint/index.ts';
import { type Prepared, screenPictures } from './prepare-pictures.ts';
import { loadConversion } from './separation.ts';

function readingOrder<C>(list: DisplayList<C>, { form }: Job): DisplayList<C> {
  return form.kind === 'folder' ? inReadingOrder(list, form) : list;
}

/** Flat pages cut to their trim, as pages of a document. */
function trimmed<C>(flats: readonly FlatPage<C>[]): DisplayList<C> {
  return flats.map(({ name, widthPt, heightPt, items }) => ({ name, widthPt, heightPt, items }));
}

/** File names of page pictures: the panel's role, or the page's number. */
function pictureNames(list: DisplayList<unknown>, job: Job): readonly string[] {
  if (job.form.kind === 'folder') return list.map((page) => page.name);
  const digits = String(list.length).length;
  return list.map((_, index) => `page-${String(index + 1).padStart(digits, '0')}`);
}

export interface ScreenWork {
  readonly job: Job;
  readonly condition: Condition;
  readonly facts: DocumentFacts;
  readonly print: DisplayList<PrintColor>;
  /** In the press's inks, and how they are used. */
  readonly press: Prepared;
  readonly uses: ReadonlyMap<string, PictureUse>;
  /** What page pictures show of how they are made. */
  readonly overlay: readonly OverlayKind[];
  readonly pages: readonly Page[];
  /** Nothing has been found that those miss who have it read aloud. */
  readonly isReadable: boolean;
}

/** Drawn pages with their pictures in the colours of a screen. */
export interface ScreenPages {
  readonly list: DisplayList<ScreenColor>;
  readonly pictures: Prepared;
}

/** Null after a report that the condition's profile is of no use. */
export async function screenPages(
  { condition, print, press, uses }: ScreenWork,
  context: Context,
): Promise<ScreenPages | null> {
  const conversion = await loadConversion(condition, context);
  if (!conversion) return null;
  const pictures = await screenPictures(press, uses, condition, context);
  return { list: toScreen(print, conversion), pictures };
}

export function screenEdition(
  { list, pictures }: ScreenPages,
  { job, facts, isReadable }: ScreenWork,
  context: Context,
): Promise<Artifact> {
  const tagging = isReadable ? 'PDF/UA-1' : 'tagged';
  const options = { compress: true, tagging } as const;
  return paintScreen(readingOrder(list, job), facts, pictures, context, options);
}

/** The pages with what is asked for laid over them. */
function withOverlay(list: DisplayList<ScreenColor>, { overlay, pages }: ScreenWork) {
  if (overlay.length === 0) return list;
  return list.map((drawn, index) => {
    const page = pages[index];
    return page ? { ...drawn, items: [...drawn.items, ...overlayItems(page, overlay)] } : drawn;
  });
}

/** A picture of each panel in reading order, and of each flat side of a folder. */
export async function pagePictures(
  { list, pictures }: ScreenPages,
  work: ScreenWork,
  context: Context,
): Promise<readonly Artifact[]> {
  const { job, facts } = work;
  const shown = withOverlay(list, work);
  const panels = readingOrder(shown, job);
  const flats = job.form.kind === 'folder' ? trimmed(flatPages(shown, job, noEdges)) : [];
  const all = [...panels, ...flats];
  const names = [...pictureNames(panels, job), ...flats.map(({ name }) => name)];
  const { bytes: pdf } = await paintScreen(all, facts, pictures, context);
  return paintPagePictures({ pdf, names, dpi: job.pagesDpi });
}
