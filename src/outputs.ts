/**
 * From drawn pages to files: separation, pictures, imposition, and a painter for each output that
 * is asked for. What an output does not need is not loaded.
 */
import type { Artifact, Context } from './base/index.ts';
import type { Condition, Convert, PictureUse, PrintColor } from './color/index.ts';
import {
  checkFoldColors,
  checkInks,
  colorsOf,
  createAreaColorFinder,
  createColorFinder,
  type DisplayList,
  type OverlayKind,
} from './display/index.ts';
import type { FlatPage } from './impose/index.ts';
import { type Job, type OutputKind, spanOfKey } from './input/index.ts';
import { geometryOf } from './job-geometry.ts';
import { flatPages, foldsOf, withMarks } from './job-sides.ts';
import type { Page } from './layout/index.ts';
import { type DocumentFacts, largeFile, type PressFacts, paintPress } from './paint/index.ts';
import type { MeasuredPage, WhenPainted } from './plates/index.ts';
import { type PreflightFacts, runPreflight } from './preflight/index.ts';
import {
  type DrawnPages,
  type Prepared,
  pictureUses,
  pressPictures,
  underRules,
} from './prepare-pictures.ts';
import { checkOpaque, expectationsOf, measurePress, reportingInSource } from './press-checks.ts';
import { pagePictures, screenEdition, screenPages } from './screen-outputs.ts';
import { separate } from './separation.ts';
import { programName } from './version.ts';

/** What is found wrong with a document for those who have it read aloud. */
const readingFaults = ['display/no-alternative', 'display/heading-gap'];

export interface OutputWork extends DrawnPages {
  /** Whether a code has been reported before. */
  readonly hasReported: (code: string) => boolean;
  readonly job: Job;
  readonly condition: Condition;
  readonly outputs: readonly OutputKind[];
  /** What page pictures show of how they are made. */
  readonly overlay: readonly OverlayKind[];
  readonly pages: readonly Page[];
  /** Converts pictures on other threads, and may have begun. */
  readonly convert: Convert | undefined;
  /** Pixels to the inch of the plates that ink is measured on; null where it is not asked for. */
  readonly platesDpi: number | null;
  /** Hears of each page's plates as soon as they are painted. */
  readonly whenPainted?: WhenPainted | undefined;
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

interface PressParts {
  readonly flats: readonly FlatPage<PrintColor>[];
  readonly press: Prepared;
  readonly uses: ReadonlyMap<string, PictureUse>;
}

/** What preflight reads back from the press file, and its plates. */
async function checkPress(
  work: OutputWork,
  file: Artifact,
  { flats, press, uses }: PressParts,
  context: Context,
) {
  const { job, condition } = work;
  const expected = expectationsOf(job, condition, flats);
  const megabytes = file.bytes.length / 1e6;
  if (megabytes > job.maxMegabytes)
    context.report(largeFile(Math.ceil(megabytes), job.maxMegabytes));
  const { facts } = runPreflight(file.bytes, expected, reportingInSource(work, flats, context));
  const plates = await measurePress(work, file, expected, press, uses, context);
  return { facts, plates };
}

interface SheetParts {
  readonly print: DisplayList<PrintColor>;
  readonly press: Prepared;
  readonly settings: PressFacts;
  readonly file: Artifact | null;
}

/** Spot inks of pages that instruct a step of making the product. */
function technicalSpots(print: DisplayList<PrintColor>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { color } of colorsOf(print))
    if (color.space === 'spot' && color.step) names.add(color.name);
  return names;
}

/** Press sheets. Marks of the sheet stand around the pages: theirs are left out. */
async function sheets({ job }: OutputWork, parts: SheetParts, context: Context) {
  const { print, press, settings, file } = parts;
  const { bleed } = geometryOf(job);
  const plain = job.marks ? null : file;
  const bare = flatPages(print, job, bleed);
  const source = plain ?? (await paintPress(bare, settings, press, context));
  const { sheetArtifacts } = await import('./job-sheets.ts');
  return sheetArtifacts(job, source.bytes, technicalSpots(print), context);
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
  const underWay = await pressPictures(uses, pictures, condition, context, work.convert);
  const print = await separate(work, condition, false, context);
  if (!print) return null;
  const declarationOf = createColorFinder(work.styled);
  checkInks(print, { spots: job.spots, span: spanOfKey(job, 'spots'), declarationOf }, context);
  if (job.flavour === 'PDF/X-1a:2003') checkOpaque(print, await underWay.prepared, job, context);

  const artifacts: Artifact[] = [];
  const sides = flatPages(print, job, bleed);
  const folds = { foldsOf: (side: string) => foldsOf(job, side) };
  const areas = createAreaColorFinder(work.styled);
  checkFoldColors(sides, { ...folds, declarationOf: areas }, context);
  const flats = withMarks(sides, job);
  const settings = { ...facts, intent: condition, flavour: job.flavour };
  const file = outputs.includes('press')
    ? await paintPress(flats, settings, underWay, context)
    : null;
  const press = await underWay.prepared;
  // A file that lacks a picture is not held against anything: what is wrong has been said.
  if (press.size < uses.size) return null;

  const checked = file && (await checkPress(work, file, { flats, press, uses }, context));
  if (file) artifacts.push(file);
  if (outputs.includes('sheets'))
    artifacts.push(...(await sheets(work, { print, press, settings, file }, context)));
  if (outputs.includes('screen') || outputs.includes('pages')) {
    const { overlay, pages, hasReported } = work;
    const isReadable = !readingFaults.some(hasReported);
    const shared = { job, condition, facts, print, press, uses };
    const forScreens = { ...shared, overlay, pages, isReadable };
    const shown = await screenPages(forScreens, context);
    if (!shown) return null;
    if (outputs.includes('screen')) artifacts.push(await screenEdition(shown, forScreens, context));
    if (outputs.includes('pages'))
      artifacts.push(...(await pagePictures(shown, forScreens, context)));
  }
  return { artifacts, print, flats, facts: checked?.facts ?? null, plates: checked?.plates ?? [] };
}
