/** A job's pages on press sheets: its settings checked, its own press file imposed like any other. */
import { type Artifact, type Context, nearest } from './base/index.ts';
import { foldPositions } from './folds/index.ts';
import {
  findSheetSize,
  imposeProblems as problems,
  sheetSchemes,
  sheetSizes,
} from './impose/index.ts';
import { type Job, spanOfKey } from './input/index.ts';
import { imposeSheets, proveOrder, type SheetSettings } from './sheets.ts';

/** What is asked for; null after a report that there is no such scheme or sheet. */
export function sheetSettingsOf(job: Job, { report }: Context): SheetSettings | null {
  const { sheets, form, paper, bleedMm } = job;
  const id = sheets.scheme ?? (form.kind === 'booklet' ? 'saddle' : 'step');
  const scheme = sheetSchemes.get(id);
  const sheet = sheets.sheet === null ? null : findSheetSize(sheets.sheet);
  const schemes = [...sheetSchemes.keys()];
  const sizes = sheetSizes.map(({ name }) => name);
  if (!scheme)
    report(
      problems.schemeUnknown(id, nearest(id, schemes), schemes, spanOfKey(job, 'sheets.scheme')),
    );
  const isUnknown = sheets.sheet !== null && !sheet;
  if (isUnknown)
    report(problems.sheetUnknown(sheets.sheet ?? '', sizes, spanOfKey(job, 'sheets.sheet')));
  const isUnstitched = sheets.cover !== null && id !== 'saddle';
  if (isUnstitched) report(problems.coverUnstitched(id, spanOfKey(job, 'sheets.cover')));
  if (!scheme || isUnknown || isUnstitched) return null;
  const { top, right, bottom, left } = bleedMm;
  const folds =
    form.kind === 'folder'
      ? { foldsOf: (page: number) => foldPositions(form, paper, page === 1 ? 'outside' : 'inside') }
      : {};
  const isOneSided = sheets.isOneSided || (form.kind === 'leaf' && form.pages === 1);
  return {
    ...sheets,
    ...folds,
    isOneSided,
    scheme,
    sheet,
    paper,
    bleedMm: Math.max(top, right, bottom, left),
  };
}

/**
 * `sheets.pdf`, and the proof of its order; none after reports. `bytes`: the press file's.
 * `technicalInks`: spots that print nothing.
 */
export async function sheetArtifacts(
  job: Job,
  bytes: Uint8Array,
  technicalInks: ReadonlySet<string>,
  context: Context,
): Promise<readonly Artifact[]> {
  const settings = sheetSettingsOf(job, context);
  if (!settings) return [];
  const { title, date } = job;
  const language = job.language === 'da' ? 'da' : 'en';
  const span = spanOfKey(job, 'sheets');
  const facts = { title, language, date, span, technicalInks } as const;
  const work = { name: 'press.pdf', bytes, settings, ...facts };
  const imposed = await imposeSheets(work, context);
  if (!imposed) return [];
  const file = { path: 'sheets.pdf', bytes: new Uint8Array(Buffer.concat(imposed.parts)) };
  return [file, ...(await proveOrder(imposed.plan, 'sheets', work, context))];
}
