/**
 * From drawn pages to files: separation, pictures, imposition, and a painter for each output that
 * is asked for. What an output does not need is not loaded.
 */
import {
  type Artifact,
  type Context,
  type Edges,
  invariant,
  noEdges,
  type Span,
} from './base/index.ts';
import {
  type ColorConversion,
  type Condition,
  openCondition,
  type PrintColor,
  preparePlainScreenPicture,
  type ScreenColor,
  unusableProfile,
} from './color/index.ts';
import {
  checkInks,
  createColorFinder,
  type DisplayList,
  needsConversion,
  needsProof,
  type OverlayKind,
  overlayItems,
  type PrintCondition,
  type ProofCondition,
  toPrint,
  toScreen,
} from './display/index.ts';
import { foldPositions } from './folds/index.ts';
import {
  addMarks,
  type FlatPage,
  imposeFolder,
  imposePages,
  inReadingOrder,
} from './impose/index.ts';
import {
  defaultCondition,
  fileBytes,
  type HtmlDocument,
  type Job,
  type OutputKind,
} from './input/index.ts';
import { geometryOf } from './job-geometry.ts';
import type { Page } from './layout/index.ts';
import {
  type DocumentFacts,
  largeFile,
  paintPagePictures,
  paintPress,
  paintScreen,
} from './paint/index.ts';
import type { MeasuredPage } from './plates/index.ts';
import { type PreflightFacts, runPreflight } from './preflight/index.ts';
import {
  bitmapAt,
  type DrawnPages,
  mapPictures,
  type Prepared,
  pictureUses,
  pressPictures,
  screenPictures,
  underRules,
} from './prepare-pictures.ts';
import {
  checkOpaque,
  expectationsOf,
  measurePress,
  sideOf,
  withoutEchoes,
} from './press-checks.ts';
import { programName } from './version.ts';

/**
 * A job's condition with its profile; null after a report that the file is missing or no press
 * profile. `span` is the place that names it.
 */
export function readCondition(
  names: Job['condition'],
  span: Span | undefined,
  context: Context,
): Condition | null {
  const { profile } = names;
  const bytes = fileBytes(context.workspace.read(profile), context, span);
  if (!bytes) return null;
  const condition = openCondition(bytes, names);
  if (condition.kind === 'condition') return condition;
  context.report(unusableProfile(profile, condition, span));
  return null;
}

async function loadConversion(
  condition: Condition,
  context: Context,
): Promise<ColorConversion | null> {
  const conversion = await condition.prepare();
  if (conversion.kind === 'conversion') return conversion;
  context.report(unusableProfile(condition.identifier, conversion, undefined));
  return null;
}

/** Stands in where `needsConversion` has said that nothing will be converted. */
const noConversion: PrintCondition & ProofCondition = {
  convertSrgb: () => invariant(false, 'a screen colour turned up after all') as never,
  proof: () => invariant(false, 'an ink turned up after all') as never,
};

/** Art in inks. The colour engine is loaded only for a list that has screen colours. */
async function separate(
  { art, styled }: DrawnPages,
  condition: Condition,
  forgiving: boolean,
  context: Context,
): Promise<DisplayList<PrintColor> | null> {
  const conversion = needsConversion(art) ? await loadConversion(condition, context) : noConversion;
  const inkLimit = condition.totalInkLimitPercent / 100;
  const declarationOf = createColorFinder(styled);
  return conversion && toPrint(art, conversion, { forgiving, inkLimit, declarationOf }, context);
}

/** Pages as they are delivered: a folder's two flat sides, or a booklet's single pages. */
function impose<C>(list: DisplayList<C>, job: Job, bleed: Edges): readonly FlatPage<C>[] {
  const { form, paper } = job;
  return form.kind === 'folder' ? imposeFolder(list, form, paper, bleed) : imposePages(list, bleed);
}

function withMarks(flats: readonly FlatPage<PrintColor>[], job: Job) {
  if (!job.marks) return flats;
  const { form, paper } = job;
  if (form.kind !== 'folder') return flats.map((flat) => addMarks(flat, []));
  return flats.map((flat) => addMarks(flat, foldPositions(form, paper, sideOf(flat.name))));
}

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

/** The pages with what is asked for laid over them. */
function withOverlay(list: DisplayList<ScreenColor>, { overlay, pages }: OutputWork) {
  if (overlay.length === 0) return list;
  return list.map((drawn, index) => {
    const page = pages[index];
    return page ? { ...drawn, items: [...drawn.items, ...overlayItems(page, overlay)] } : drawn;
  });
}

interface ScreenWork {
  readonly job: Job;
  readonly facts: DocumentFacts;
  readonly screen: DisplayList<ScreenColor>;
  readonly pictures: Prepared;
}

/** A picture of each panel in reading order, and of each flat side of a folder. */
async function pagePictures(work: ScreenWork, context: Context): Promise<readonly Artifact[]> {
  const { job, facts, screen, pictures } = work;
  const panels = readingOrder(screen, job);
  const flats = job.form.kind === 'folder' ? trimmed(impose(screen, job, noEdges)) : [];
  const pages = [...panels, ...flats];
  const names = [...pictureNames(panels, job), ...flats.map(({ name }) => name)];
  const { bytes: pdf } = await paintScreen(pages, facts, pictures, context);
  return paintPagePictures({ pdf, names, dpi: job.pagesDpi });
}

export interface OutputWork extends DrawnPages {
  /** Whether a code has been reported before. */
  readonly hasReported: (code: string) => boolean;
  readonly job: Job;
  readonly condition: Condition;
  readonly outputs: readonly OutputKind[];
  /** What page pictures show of how they are made. */
  readonly overlay: readonly OverlayKind[];
  readonly pages: readonly Page[];
  /** Pixels to the inch of the plates that ink is measured on; null where it is not asked for. */
  readonly platesDpi: number | null;
}

export interface PaintedOutputs {
  readonly artifacts: readonly Artifact[];
  readonly print: DisplayList<PrintColor>;
  readonly flats: readonly FlatPage<PrintColor>[];
  /** What preflight read back from the press file; null when there is none. */
  readonly facts: PreflightFacts | null;
  /** Plates of the press file; none where they were not asked for. */
  readonly plates: readonly MeasuredPage[];
}

/** The outputs asked for; null where the profile or a picture is of no use, which is reported. */
export async function paintOutputs(
  work: OutputWork,
  context: Context,
): Promise<PaintedOutputs | null> {
  const { job, condition, pictures, outputs } = work;
  const { bleed } = geometryOf(job);
  const { title, language, date } = job;
  const facts: DocumentFacts = { title, language, date, creator: programName };
  const uses = underRules(pictureUses(work), job.pictures, condition);
  // Converted on other threads, while fonts are cut for the press file.
  const underWay = await pressPictures(uses, pictures, condition, context);
  const print = await separate(work, condition, false, context);
  if (!print) return null;
  const declarationOf = createColorFinder(work.styled);
  checkInks(print, { spots: job.spots, span: job.spanOf('spots'), declarationOf }, context);
  if (job.flavour === 'PDF/X-1a:2003') checkOpaque(print, await underWay.prepared, job, context);

  const artifacts: Artifact[] = [];
  const flats = withMarks(impose(print, job, bleed), job);
  let pressFacts: PreflightFacts | null = null;
  let measured: readonly MeasuredPage[] = [];
  const { flavour } = job;
  const settings = { ...facts, intent: condition, flavour };
  if (outputs.includes('press')) {
    const file = await paintPress(flats, settings, underWay, context);
    // A file that lacks a picture is not held against anything: what is wrong has been said.
    if ((await underWay.prepared).size < uses.size) return null;
    const expected = expectationsOf(job, condition, flats);
    const megabytes = file.bytes.length / 1e6;
    if (megabytes > job.maxMegabytes)
      context.report(largeFile(Math.ceil(megabytes), job.maxMegabytes));
    pressFacts = runPreflight(file.bytes, expected, withoutEchoes(work, context)).facts;
    artifacts.push(file);
    measured = await measurePress(work, file, expected, await underWay.prepared, uses, context);
  }
  const press = await underWay.prepared;
  if (press.size < uses.size) return null;
  if (outputs.includes('sheets')) {
    // Marks of the sheet stand around the pages: theirs are left out.
    const plain = job.marks ? null : artifacts.find(({ path }) => path === 'press.pdf');
    const bare = impose(print, job, bleed);
    const source = plain ?? (await paintPress(bare, settings, press, context));
    const { sheetArtifacts } = await import('./job-sheets.ts');
    artifacts.push(...(await sheetArtifacts(job, source.bytes, context)));
  }
  if (outputs.includes('screen') || outputs.includes('pages')) {
    const conversion = await loadConversion(condition, context);
    if (!conversion) return null;
    const screen = toScreen(print, conversion);
    const proofed = await screenPictures(press, uses, condition, context);
    const screenWork = { job, facts, screen, pictures: proofed };
    if (outputs.includes('screen'))
      artifacts.push(await paintScreen(readingOrder(screen, job), facts, proofed, context));
    if (outputs.includes('pages')) {
      const shown = { ...screenWork, screen: withOverlay(screen, work) };
      artifacts.push(...(await pagePictures(shown, context)));
    }
  }
  return { artifacts, print, flats, facts: pressFacts, plates: measured };
}

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
    if (!print || press.size < uses.size) return null;
    const plain = imposePages(print, work.bleed);
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
  if (!conversion || prepared.size < uses.size) return null;
  const file = await paintScreen(toScreen(art, plainBlack(conversion)), facts, prepared, context);
  return { ...file, path: fileName };
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
